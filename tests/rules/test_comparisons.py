"""Two requests side by side, and days that someone else quoted."""

from __future__ import annotations

from fractions import Fraction
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators import calculate, other_ways, quoted_visits
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


SHOPS = {
    "standards": [{"standard": "QMS"}, {"standard": "EMS", "category": "low"}], "central": {"personnel": 66},
    "sites": [
        {"id": f"s{n}", "personnel": 40 + 37 * n, "group": "shop", "central_percent": 15, "central_reason": "stated",
         "factors": [{"factor": "small_site", "percent": -5, "reason": "stated"}]}
        for n in range(11)
    ],
    "factors": [{"factor": "mature_system", "percent": -15, "reason": "stated"}],
    "auditors": [["QMS", "EMS"]], "integration": {"percent": 100}, "increase_percent": 5, "increase_reason": "stated", "seed": 1,
}  # fmt: skip
WITHOUT_SMALL = {"sites": [{**one, "factors": []} for one in SHOPS["sites"]]}


@pytest.mark.parametrize(("otherwise", "key", "clause", "words"), [
    ({"choices": {"curve": "band"}}, "reading", "CC105:2020/3.1", "band"),
    ({"choices": {"stage1_share": "1/2"}}, "reading", "CC105:2020/3.1", "stage 1 – 0.5"),
    ({"choices": {"stage1_share": "1/4"}}, "reading", "CC105:2020/3.1", "stage 1 – 0.25"),
    ({"choices": {"integrated_in_site_limit": True}}, "reading", "CC105:2020/3.1", "site limit – yes"),
    ({"choices": {"recertification_factor": "always"}, "effective": False}, "reading", "CC105:2020/3.1", "always"),
    ({"factors": [], **WITHOUT_SMALL}, "no_factors", "CC105:2020/8", "no factors"),
    ({"factors": []}, "without_factor", "CC105:2020/3.7", "mature"),
    (WITHOUT_SMALL, "without_factor", "CC105:2020/3.7", "small"),
    ({"sites": [{**one, "central_percent": 0} for one in SHOPS["sites"]]}, "no_central", "CC11:2018/7.3.1", "central function"),
    ({"integration": None}, "not_integrated", "CC106:2023/2.1.1-iii", "integration"),
    ({"increase_percent": 0}, "no_increase", "CC106:2023/2.1.1-iii", "complexity"),
    ({"rule": "GZ021:A1"}, "rule", "GZ021:A1/5.4.3.2", "GZ-021"),
    ({"sites": [{**one, "group": None} for one in SHOPS["sites"]]}, "every_site", "CC11:2018/6.2.1", "every site"),
])  # fmt: skip
def test_each_way_is_found_by_what_it_gives(otherwise: dict, key: str, clause: str, words: str) -> None:
    """The days of the whole cycle, of each visit and of each place that the same request gives with one thing changed."""
    other, own = calculate("programme", {**SHOPS, **otherwise}), calculate("programme", SHOPS)
    days = [{visit["visit"]: {one["id"]: one["days"] for one in visit["sites"]} for visit in answer["visits"]} for answer in (own, other)]
    name = "stage1" if "stage1_share" in otherwise.get("choices", {}) else "with_recertification"
    total = days[1]["stage1"]["central"] if name == "stage1" else other[name]["days"]
    found = calculate("programme", {**SHOPS, "quoted": {name: total}})["quoted"][name]
    (explanation,) = [one for one in found["explanations"] if one["key"] == f"quoted.because.{key}" and words in one["text"]]
    assert explanation["clauses"] == [clause]
    moved = {(one["visit"], one["id"]): (one["computed"], one["days"]) for one in explanation["places"]}
    assert moved == {
        (visit, place): tuple(None if place not in stays else stays[place] for stays in (days[0][visit], days[1][visit]))
        for visit in ([name] if name == "stage1" else days[0])
        for place in {**days[0][visit], **days[1][visit]}
        if days[0][visit].get(place) != days[1][visit].get(place)
    }


def test_a_quote_for_one_place_is_explained_at_that_place_alone() -> None:
    (depot,) = calculate("programme", {**SHOPS, "choices": {"curve": "band"}})["visits"][1]["sites"][1:2]
    found = calculate("programme", {**SHOPS, "quoted": {"places": [{"visit": "stage2", "id": depot["id"], "days": depot["days"]}]}})["quoted"]["places"][0]
    (band,) = [one for one in found["explanations"] if "band" in one["text"]]
    assert band["places"] == [{"visit": "stage2", "id": depot["id"], "computed": found["computed"], "days": found["quoted"]}]


@pytest.mark.parametrize(("count", "more"), [(4, ""), (5, "… +1")])
def test_the_first_four_places_are_named_and_the_others_counted(count: int, more: str) -> None:
    request = {"standards": [{"standard": "QMS"}], "central": {"personnel": 5}, "sites": [{"id": f"s{n}", "personnel": 55} for n in range(count)]}
    found = calculate("programme", {**request, "quoted": {"stage2": 1 + 5 * count}})["quoted"]["stage2"]["explanations"]
    (band,) = [one for one in found if "band" in one["text"]]
    assert band["text"].count("→") == 4 and band["text"].endswith(more or "Stage 2, s3: 4.5 → 5")


@pytest.mark.parametrize(("request_", "asked", "key", "clause"), [
    # the older edition counts days in 2.2 and lists factors in 8.1
    ({"edition": "NARMD5:2009", "central": {"personnel": 65}}, {"recertification": "10/3"}, "unrounded", "NARMD5:2009/2.2"),
    ({"edition": "NARMD5:2009", "central": {"personnel": 65, "factors": SHOPS["factors"] + SHOPS["sites"][0]["factors"]}},
     {"three_year_total": 8}, "no_factors", "NARMD5:2009/8.1"),
    # 218.75 people take 8.4375 days, a third is 2.8125, of which 80 % are 2.25
    ({"central": {"personnel": "218.75"}}, {"surveillance_1": "2.5"}, "on_site", "CC105:2020/4.1"),
    # 3900 people take 17.5 days, of which three tenths are 5.25; a third is 5.8333, so 6
    ({"central": {"personnel": 3900}}, {"surveillance_1": "5.5"}, "rounded_first", "CC105:2020/2.2.3"),
    # 11.25 people take 2.125 days, so 2; at two sites 4.25 with 1 at the centre: 5.25, rounded once 5.5
    ({"central": {"personnel": 5}, "sites": [{"id": name, "personnel": "11.25"} for name in "ab"]}, {"stage2": "5.5"}, "rounded_once", "CC105:2020/2.2.3"),
    # people per standard are counted together too: 31 for quality take 3.3 days, 30 for the environment 3.625: 7, of which 2.5 in stage 1
    ({"standards": [{"standard": "QMS"}, {"standard": "EMS", "category": "low"}], "central": {"personnel": {"QMS": 1}},
      "sites": [{"id": f"s{n}", "personnel": {"QMS": 5, "EMS": 5}, "group": "shop"} for n in range(26)]}, {"stage2": "4.5"}, "merged", "CC11:2018/7.3.1"),
])  # fmt: skip
def test_ways_of_editions_ties_and_people_per_standard(request_: dict, asked: dict, key: str, clause: str) -> None:
    answer = calculate("programme", {"standards": [{"standard": "QMS"}], **request_, "quoted": asked})
    (found,) = answer["quoted"].values()
    assert (f"quoted.because.{key}", [clause]) in [(one["key"], one["clauses"]) for one in found["explanations"]], found


def test_a_tie_is_rounded_as_the_request_reads_it() -> None:
    """50 people take 4.25 days, so 4.5; two thirds of that are 3, of 4 they would be 2.5. On site are 2.267, so 2.5."""
    request = {"standards": [{"standard": "QMS"}], "central": {"personnel": 50}, "quoted": {"recertification": "2.5"}}
    for tie, keys in (("up", ["on_site"]), ("down", ["on_site", *["rounded_first"] * 3])):
        found = calculate("programme", {**request, "choices": {"tie": tie}})["quoted"]["recertification"]
        assert [one["key"] for one in found["explanations"]] == [f"quoted.because.{key}" for key in keys]


def test_a_reading_that_was_asked_for_can_be_given_up() -> None:
    own = {**SHOPS, "choices": {"integrated_in_site_limit": True}}
    days = calculate("programme", SHOPS)["three_year_total"]["days"]
    found = calculate("programme", {**own, "quoted": {"three_year_total": days}})["quoted"]["three_year_total"]["explanations"]
    assert [one for one in found if "site limit – no" in one["text"]]


def test_a_factor_alone_is_told_once_and_a_sum_that_is_refused_is_no_way() -> None:
    factors = [{"factor": "mature_system", "percent": -40, "reason": "stated"}]
    request = {"standards": [{"standard": "QMS"}], "central": {"personnel": 65, "factors": factors}}
    found = calculate("programme", {**request, "quoted": {"stage2": "3.5"}})["quoted"]["stage2"]
    assert [one["key"] for one in found["explanations"]] == ["quoted.because.without_factor"]  # 3.5 of 5 days, and 1.5 in stage 1


def test_weights_of_a_preset_are_no_reading() -> None:
    request = {
        "standards": [{"standard": "QMS"}], "central": {"personnel": 65}, "factors": [{"factor": "mature_system", "reason": "stated"}],
        "choices": {"preset": "example_ten_percent"}, "quoted": {"stage2": "3.5"},
    }  # fmt: skip
    found = calculate("programme", request)["quoted"]["stage2"]["explanations"]
    assert [one["key"] for one in found] == ["quoted.because.reading", "quoted.because.without_factor"]
    assert "0.25" in found[0]["text"]  # a quarter of the days in stage 1, or 5 days in all


@pytest.mark.parametrize(("most", "tried"), [(3, True), (2, False)])
def test_of_many_places_only_what_needs_no_second_estimate_is_tried(most: int, tried: bool) -> None:
    """The central function and two sites are three places."""
    sites = [{"id": name, "personnel": 55} for name in "ab"]
    quoted = {"places": [{"visit": "stage2", "id": "a", "days": 5}, {"visit": "surveillance_1", "id": "central", "days": 2}]}
    with patch.object(other_ways, "MOST_PLACES", most), patch.object(quoted_visits, "MOST_PLACES", most):
        answer = calculate("programme", {"standards": [{"standard": "QMS"}], "central": {"personnel": 55}, "sites": sites, "quoted": quoted})
    band, whole = answer["quoted"]["places"]
    assert ("quoted.because.reading" in [one["key"] for one in band["explanations"]]) is tried
    assert "quoted.because.whole_days" in [one["key"] for one in whole["explanations"]]
    told = [(one["level"], one["clauses"], one["text"]) for one in answer["findings"] if one["key"] == "quoted.many_places"]
    assert told == ([] if tried else [("note", ["CC105:2020/4.4"], told[0][2])]) and all("3" in text and "2" in text for *_, text in told)


@pytest.mark.parametrize(("most", "tried"), [(16, True), (15, False)])
def test_of_a_long_list_not_every_site_is_visited_to_try(most: int, tried: bool) -> None:
    """Sixteen shops, of which 4, 3 and 3 are visited; all of them take a day each at recertification, and the centre one."""
    sites = [{"id": name, "personnel": 5, "group": "shop"} for name in "abcdefghijklmnop"]
    request = {"standards": [{"standard": "QMS"}], "central": {"personnel": 5}, "cycle": "recertification", "sites": sites}
    with patch.object(other_ways, "MOST_PLACES", most):
        found = calculate("programme", {**request, "quoted": {"recertification": 17}})["quoted"]["recertification"]["explanations"]
    assert ("quoted.because.every_site" in [one["key"] for one in found]) is tried
