"""What must hold of audit time whatever the numbers are (CC105)."""

from __future__ import annotations

import json
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from calculators import calculate, calculate_json
from calculators.editions import cc105_2020


ORDER = {"EMS": ("limited", "low", "medium", "high"), "OHSMS": ("low", "medium", "high")}
people = st.fractions(1, 10700, max_denominator=50) | st.integers(1, 10700)
COLUMNS = [("QMS", "medium"), *((name, category) for name, known in ORDER.items() for category in known)]
columns = st.sampled_from(COLUMNS)
ends = cc105_2020.TABLES["QMS"].upper  # of the bands; the same in every table
tables = [(name, category) for name, table in cc105_2020.TABLES.items() for category in table.days]


def ask(standard: str, category: str, number: object, percent: int = 0, **more: object) -> dict:
    name = "mature_system" if percent < 0 else "large_site"
    factors = [{"factor": name, "percent": percent, "reason": "stated"}] if percent else []
    request = {"standard": standard, "category": category, "personnel": number, "factors": factors, **more}
    answer = calculate("cc105", request)
    assert "errors" not in answer, answer
    return answer


def exact(answer: dict, kind: str = "initial") -> Fraction:
    return Fraction(answer[kind]["exact"])


@given(st.sampled_from(ends) | people, st.sampled_from([Fraction(1, 2), 1, 25, 300]) | st.fractions(0, 10700, max_denominator=9))
def test_more_people_never_take_less_time(fewer: Fraction, added: Fraction) -> None:
    for column in COLUMNS:
        small, large = ask(*column, fewer), ask(*column, min(fewer + added, ends[-1]))
        for reading in ("line", "band"):
            assert Fraction(small["table_days"][reading]) <= Fraction(large["table_days"][reading])


@given(st.sampled_from(["EMS", "OHSMS"]), people)
def test_a_higher_category_never_takes_less_time(standard: str, number: Fraction) -> None:
    days = [exact(ask(standard, category, number)) for category in ORDER[standard]]
    assert days == sorted(days)


@given(columns, people)
def test_the_line_meets_the_band_at_its_last_person_and_never_lies_above_it(column: tuple, number: Fraction) -> None:
    table = ask(*column, number)["table_days"]
    assert Fraction(table["line"]) <= Fraction(table["band"])
    upper = cc105_2020.TABLES[column[0]].upper
    if number in upper:
        assert table["line"] == table["band"]


@given(columns, people, st.sampled_from([-31, -30, -29]) | st.integers(-100, 100))
def test_the_limit_is_found_exactly_when_the_sum_passes_it(column: tuple, number: Fraction, percent: int) -> None:
    answer = ask(*column, number, percent)
    keys = {finding["key"] for finding in answer["findings"]}
    assert ("cc105.over_limit_cut" in keys) == (percent < -30)
    assert Fraction(answer["adjustment_percent"]["applied"]) == max(percent, -30)
    table = Fraction(answer["table_days"]["line"])
    assert exact(answer) == table * (100 + max(percent, -30)) / 100


@given(columns, people, st.integers(-30, 60))
def test_half_days_lie_within_a_quarter_day(column: tuple, number: Fraction, percent: int) -> None:
    answer = ask(*column, number, percent)
    initial = answer["initial"]
    assert abs(Fraction(initial["days"]) - exact(answer)) <= Fraction(1, 4)
    assert (Fraction(initial["days"]) * 2).denominator == 1
    assert Fraction(answer["stage1"]) + Fraction(answer["stage2"]) == Fraction(initial["days"])
    assert Fraction(answer["surveillance_per_year"]["days"]) >= 1 and Fraction(answer["recertification"]["days"]) >= 1


@given(columns, people, st.integers(-30, 60))
def test_shares_and_on_site_time_are_exact(column: tuple, number: Fraction, percent: int) -> None:
    answer = ask(*column, number, percent)
    assert exact(answer, "surveillance_per_year") * 3 == exact(answer)
    assert exact(answer, "recertification") * 3 == exact(answer) * 2
    for kind in ("initial", "surveillance_per_year", "recertification"):
        assert Fraction(answer[kind]["on_site_minimum"]) == exact(answer, kind) * 80 / 100


@given(columns, people, st.integers(-30, 60), st.integers(1, 12))
def test_a_shorter_working_day_makes_more_days_a_longer_one_no_fewer(column, number, percent, hours) -> None:
    answer = ask(*column, number, percent, hours_per_day=hours)
    initial = answer["initial"]
    assert Fraction(initial["calendar_days"]) == Fraction(initial["days"]) * 8 / min(hours, 8)
    assert ("cc105.longer_day" in {finding["key"] for finding in answer["findings"]}) == (hours > 8)


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(1, 12), st.integers(0, 100), st.integers(0, 100)), min_size=1, max_size=6))
def test_groups_add_up_as_full_time_equivalents(rows: list) -> None:
    groups = [
        {"count": count, "hours_per_day": hours, "in_scope_percent": scope, "reduction_percent": cut, "reason": "stated"}
        for count, hours, scope, cut in rows
    ]
    total = sum(Fraction(count * hours * scope * (100 - cut), 80000) for count, hours, scope, cut in rows)
    if not total:
        assert [error["path"] for error in calculate("cc105", {"standard": "QMS", "personnel": groups})["errors"]] == ["personnel"]
        return
    assert Fraction(ask("QMS", "medium", groups)["effective_personnel"]) == total


def test_every_value_of_every_table_is_reached_at_its_band_and_nowhere_else() -> None:
    for standard, category in tables:
        table = cc105_2020.TABLES[standard]
        first = 1
        for last, days in zip(table.upper, table.days[category]):
            for number in (first, last):
                answer = ask(standard, "medium" if category == "any" else category, number)
                assert Fraction(answer["table_days"]["band"]) == days
            assert Fraction(answer["table_days"]["line"]) == days
            first = last + 1


def test_steps_can_be_redone_from_their_values() -> None:
    answer = ask("EMS", "high", "33.5", -10, hours_per_day=6)
    formulas = {
        "cc105.line": lambda v: v["start_days"] + (v["people"] - v["start_people"]) / (v["end_people"] - v["start_people"]) * (v["end_days"] - v["start_days"]),
        "cc105.adjusted": lambda v: v["table"] * (100 + v["percent"]) / 100,
        "cc105.share": lambda v: v["exact"] * v["share"],
        "cc105.on_site": lambda v: v["base"] * v["percent"] / 100,
        "cc105.calendar_days": lambda v: v["days"] * v["full"] / v["hours"],
        "cc105.factor": lambda v: v["before"] + v["percent"],
        "cc105.stage2": lambda v: v["days"] - v["stage1"],
    }
    redone = set()
    for step in answer["steps"]:
        if step["key"] in formulas:
            values = {name: Fraction(number) for name, number in step["values"].items()}
            assert formulas[step["key"]](values) == Fraction(step["result"])
            redone.add(step["key"])
    assert redone == set(formulas)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**20), 10**20) | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8) | st.sampled_from(
        ["standard", "personnel", "factors", "count", "factor", "percent", "reason", "choices", "category", "edition"]), inner, max_size=5),
    max_leaves=20,
)  # fmt: skip


@given(json_values)
def test_no_json_makes_it_raise(value: object) -> None:
    text = json.dumps(value)
    assert isinstance(json.loads(calculate_json("cc105", text)), dict)


@given(st.text() | st.text(alphabet='[]{}",:\\0123456789.eE+-ntfalsu \ud800\x00'))
def test_no_text_makes_it_raise(text: str) -> None:
    answer = json.loads(calculate_json("cc105", text))
    assert answer["errors"]


def test_hostile_texts_come_back_as_errors_quickly() -> None:
    for text in ("[" * 10**5, '"' + '\\"' * 10**6, "9" * 10**6, '{"personnel": 1e999999999}', '{"a":' * 10**4, "\ufeff{}", "NaN"):
        assert json.loads(calculate_json("cc105", text))["errors"]


def test_python_values_of_any_size_come_back_as_errors() -> None:
    huge = 10**5000
    for request in ({"standard": "QMS", "personnel": huge}, {"standard": huge, "personnel": 5}, {"standard": "QMS", "personnel": [{"count": 5, "shift": -huge}]}):
        assert calculate("cc105", request)["errors"]


def test_a_shift_may_be_a_number() -> None:
    groups = [{"count": 30, "shift": 1}, {"count": 20, "shift": 2}]
    assert ask("QMS", "medium", groups)["effective_personnel"] == "50"
