"""How numbers leave: exact, and days rounded to half days as decimals, wherever they stand (contract, numbers)."""

from __future__ import annotations

from calculators import calculate

HALF = {"cc105.half_day", "cc105.stage1", "cc105.stage2", "cc106.half_day", "programme.stay", "programme.visit", "programme.three_years"}
TEAM = {"auditors": [["QMS", "EMS"]], "integration": {"percent": "90"}}


def test_one_place_to_the_letter() -> None:
    answer = calculate("cc105", {"standard": "QMS", "personnel": 55})
    assert answer["table_days"] == {"line": "9/2", "band": "5"}
    assert answer["adjustment_percent"] == {"sum": "0", "applied": "0"}
    assert answer["initial"] == {"exact": "9/2", "days": "4.5", "on_site_minimum": "18/5", "calendar_days": "4.5"}
    assert answer["surveillance_per_year"] == {"exact": "3/2", "days": "1.5", "on_site_minimum": "6/5", "calendar_days": "1.5"}
    assert (answer["stage1"], answer["stage2"]) == ("1.5", "3")
    shorter = calculate("cc105", {"standard": "QMS", "personnel": 65, "hours_per_day": 6})
    assert shorter["initial"]["calendar_days"] == "20/3"  # 40 hours at 6 a day


def test_an_integrated_audit_to_the_letter() -> None:
    answer = calculate("cc106", {"times": {"QMS": "9/2", "EMS": 6}, **TEAM})
    assert answer["start_point"] == "21/2" and answer["ability_percent"] == "100" and answer["reduction_percent"] == "20"
    assert answer["integrated"] == {"exact": "42/5", "days": "8.5", "on_site_minimum": "168/25"}


def test_a_step_that_rounds_to_half_days_gives_what_the_answer_gives() -> None:
    programme = {"standards": [{"standard": "QMS"}], "central": {"personnel": 55}, "sites": [{"id": "a", "personnel": 8}]}
    answers = [
        calculate("cc105", {"standard": "QMS", "personnel": 55, "factors": [{"factor": "small_site", "percent": -25, "reason": "one room"}]}),
        calculate("cc106", {"times": {"QMS": "9/2", "EMS": 6}, **TEAM}), calculate("programme", programme),
    ]  # fmt: skip
    steps = [step for answer in answers for part in (answer, *answer.get("sites", ())) for step in part["steps"] if step["key"] in HALF]
    assert {step["key"] for step in steps} == HALF
    assert [step["result"] for step in steps if "/" in step["result"]] == []
    assert steps[0]["result"] == answers[0]["initial"]["days"] == "3.5"
