"""Two requests side by side, and days that someone else quoted."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from calculators import calculate
from calculators.compare import compare

REQUEST = {"standard": "QMS", "personnel": 35, "factors": [{"factor": "mature_system", "percent": "-10", "reason": "nine years"}]}


def quoted(days: dict, **more: object) -> dict:
    answer = calculate("cc105", {**REQUEST, **more, "quoted": days})
    assert "errors" not in answer, answer
    return answer


def test_the_same_request_differs_in_nothing() -> None:
    assert compare("cc105", REQUEST, REQUEST) == {"results": [], "choices": [], "steps": [], "findings": {"one": [], "other": []}}


def test_two_editions_differ_where_their_texts_do() -> None:
    found = compare("cc105", REQUEST, {**REQUEST, "edition": "NARMD5:2009"})
    results = {one["path"]: (one["one"], one["other"]) for one in found["results"]}
    assert results["initial.on_site_minimum"] == ("63/25", "14/5")
    assert "initial.exact" not in results
    assert "cc105.on_site_of_table" in [step["key"] for step in found["steps"]]


def test_two_readings_show_what_moves() -> None:
    found = compare("cc105", REQUEST, {**REQUEST, "choices": {"curve": "band"}}, "hu")
    assert {"path": "curve", "one": "line", "other": "band"} in found["choices"]
    (finding,) = found["findings"]["other"]
    assert finding["key"] == "cc105.curve_band"
    assert finding in calculate("cc105", {**REQUEST, "choices": {"curve": "band"}}, "hu")["findings"]


def test_two_programmes_are_compared_in_their_places_and_samples_too() -> None:
    request = {"standards": [{"standard": "QMS"}], "central": {"personnel": 35}, "sites": [{"id": "depot", "personnel": 12}]}
    found = compare("programme", request, {**request, "choices": {"curve": "band"}, "rule": "GZ021:A1"})
    keys = [step["key"] for step in found["steps"]]
    assert keys.count("cc105.adjusted") == 2 and "programme.stay" in keys and "programme.visit" in keys
    assert {"cc105.curve_band", "cc11.every_site_gz021"} <= {finding["key"] for finding in found["findings"]["other"]}
    assert {"path": "sites[1].initial", "one": "11/5", "other": "5/2"} in found["results"]


def test_errors_say_whose_they_are() -> None:
    found = compare("cc105", REQUEST, {"standard": "QMS"})
    assert [error["path"] for error in found["errors"]] == ["other.personnel"]


def test_quoted_days_that_agree_need_no_explanation() -> None:
    answer = quoted({"initial": 3})
    assert answer["quoted"]["initial"] == {"quoted": "3", "computed": "3", "difference": "0", "explanations": []}


def test_the_band_explains_a_higher_quote() -> None:
    found = quoted({"initial": "3.5"})["quoted"]["initial"]
    assert Fraction(found["difference"]) == Fraction(1, 2)
    assert "quoted.because.reading" in [one["key"] for one in found["explanations"]]


def test_a_factor_left_out_explains_a_quote() -> None:
    answer = quoted({"initial": 5, "recertification": "3.5"}, personnel=65)
    for kind in ("initial", "recertification"):
        assert "quoted.because.no_factors" in [one["key"] for one in answer["quoted"][kind]["explanations"]]


def test_counting_only_the_time_on_site_explains_a_lower_quote() -> None:
    found = quoted({"initial": "2.5"})["quoted"]["initial"]
    assert "quoted.because.on_site" in [one["key"] for one in found["explanations"]]


def test_a_quote_that_nothing_explains_asks_for_reasons() -> None:
    answer = quoted({"initial": 9})
    assert answer["quoted"]["initial"]["explanations"] == []
    assert "quoted.unexplained" in [finding["key"] for finding in answer["findings"]]


def test_no_quote_at_all_is_an_error() -> None:
    answer = calculate("cc105", {**REQUEST, "quoted": {}})
    assert [error["path"] for error in answer["errors"]] == ["quoted"]


OTHERWISE = (
    {"choices": {"curve": "band"}}, {"choices": {"tie": "down"}}, {"choices": {"site_limit": "compounded"}}, {"choices": {"stage1_share": "1/2"}},
    {"choices": {"recertification_factor": "always"}}, {"factors": []}, {"auditors": None}, {"rule": "GZ021:A1"}, {"increase_percent": 0},
)  # fmt: skip


@settings(max_examples=25)
@given(st.sampled_from(OTHERWISE), st.integers(1, 700), st.lists(st.integers(1, 300), max_size=9), st.integers(0, 25), st.sampled_from(["shop", None]))
def test_days_made_another_way_are_explained_visit_by_visit_and_place_by_place(
    otherwise: dict, people: int, sites: list[int], percent: int, group: str | None
) -> None:
    request = {
        "standards": [{"standard": "QMS"}, {"standard": "EMS", "category": "low"}], "central": {"personnel": people},
        "sites": [
            {"id": f"s{n}", "personnel": count, "group": group, "central_percent": n, "central_reason": "stated"} for n, count in enumerate(sites)
        ],
        "factors": [{"factor": "mature_system", "percent": -percent, "reason": "stated"}, {"factor": "large_site", "percent": 5, "reason": "stated"}],
        "auditors": [["QMS", "EMS"]], "integration": {"percent": 50}, "increase_percent": 5, "increase_reason": "stated", "seed": 1,
    }  # fmt: skip
    other = calculate("programme", {**request, **otherwise})
    visits = {visit["visit"]: visit for visit in other["visits"]}
    places = [{"visit": name, "id": one["id"], "days": one["days"]} for name, visit in visits.items() for one in visit["sites"]]
    totals = {name: other[name]["days"] for name in ("three_year_total", "with_recertification")}
    asked = {**{name: visit["days"] for name, visit in visits.items()}, **totals, "places": places}
    found = calculate("programme", {**request, "quoted": asked})["quoted"]
    for quoted in (*found.pop("places"), *found.values()):
        assert quoted["computed"] is None or quoted["difference"] == "0" or quoted["explanations"], quoted


def test_of_many_places_only_what_needs_no_second_estimate_is_tried() -> None:
    request = {"standards": [{"standard": "QMS"}], "central": {"personnel": 55}, "quoted": {"places": [{"visit": "stage2", "id": "central", "days": "3.5"}]}}
    for count, explained in ((99, True), (100, False)):  # with the central function one more
        answer = calculate("programme", {**request, "sites": [{"id": f"s{n}", "personnel": 5} for n in range(count)]})
        assert bool(answer["quoted"]["places"][0]["explanations"]) is explained
        assert ("quoted.many_places" in [finding["key"] for finding in answer["findings"]]) is not explained
