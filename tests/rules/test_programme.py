"""What must hold of a whole programme (CC105, CC106 and CC11 together)."""

from __future__ import annotations

import json
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from calculators import calculate, calculate_json

COUNTED = ("exact", "days", "on_site_minimum")
sites = st.lists(
    st.fixed_dictionaries({"personnel": st.integers(1, 400), "group": st.sampled_from(["shop", "depot", None])}), max_size=12
)
standards = st.lists(st.sampled_from(["QMS", "EMS", "OHSMS"]), min_size=1, max_size=3, unique=True)


def ask(names: list[str], places: list[dict], **more: object) -> dict:
    request = {
        "standards": [{"standard": name, "category": "medium"} for name in names],
        "central": {"personnel": 40},
        "sites": [{"id": f"s{number}", **place} for number, place in enumerate(places)],
        **more,
    }
    answer = calculate("programme", request)
    assert "errors" not in answer, answer
    return answer


@given(standards, sites)
def test_visits_and_totals_add_up(names: list[str], places: list[dict]) -> None:
    answer = ask(names, places)
    for visit in answer["visits"]:
        for counted in COUNTED:
            assert Fraction(visit[counted]) == sum(Fraction(site[counted]) for site in visit["sites"])
    for counted in COUNTED:
        days = [Fraction(visit[counted]) for visit in answer["visits"]]
        assert Fraction(answer["three_year_total"][counted]) == sum(days[:4])
        assert Fraction(answer["with_recertification"][counted]) == sum(days)


@given(standards, sites)
def test_the_central_function_is_audited_every_time_and_no_site_twice_on_a_visit(names: list[str], places: list[dict]) -> None:
    for visit in ask(names, places)["visits"]:
        ids = [site["id"] for site in visit["sites"]]
        assert ids[0] == "central" and len(set(ids)) == len(ids)


@given(standards, st.integers(0, 100))
def test_integration_never_takes_more_than_a_fifth(names: list[str], percent: int) -> None:
    alone = ask(names, [])
    together = ask(names, [], auditors=[names], integration={"percent": percent})
    one, other = (Fraction(answer["sites"][0]["initial"]) for answer in (alone, together))
    assert one * 80 / 100 <= other <= one


@given(st.integers(9, 30), st.booleans(), st.integers(0, 9))
def test_each_visit_chooses_sites_that_none_before_it_saw(count: int, dated: bool, seed: int) -> None:
    dates = [f"{2015 + number % 9}-05-01" if dated else None for number in range(count)]
    samples = ask(["QMS"], [{"personnel": 9, "group": "shop", "last_audited": date} for date in dates], seed=seed)["samples"]
    seen: set[str] = set()
    for name in ("stage2", "surveillance_1", "surveillance_2", "recertification"):
        picks = samples[name]["selected"]
        chosen = {pick["id"] for pick in picks if pick["how"] == "chosen"}
        drawn = {pick["id"] for pick in picks} - chosen
        assert len(chosen & seen) == max(0, len(chosen) - (count - len(seen | drawn)))
        seen |= chosen | drawn


@given(st.integers(0, 100), st.integers(0, 100))
def test_a_sampled_site_keeps_half_of_its_time(factor: int, central: int) -> None:
    place = {
        "personnel": 100, "group": "shop", "central_percent": central, "central_reason": "stated",
        "factors": [{"factor": "mature_system", "percent": -factor, "reason": "stated"}],
    }  # fmt: skip
    answer = ask(["QMS"], [place, {"personnel": 100, "group": "shop"}])
    full = Fraction(answer["sites"][2]["initial"])
    assert full / 2 <= Fraction(answer["sites"][1]["initial"]) <= full


@given(st.integers(1, 200), st.integers(0, 30))
def test_a_stay_that_is_rounded_below_four_fifths_of_the_sum_is_told_and_no_other(people: int, factor: int) -> None:
    factors = [{"factor": "mature_system", "percent": -factor, "reason": "stated"}]
    central = {"personnel": people, "factors": factors}
    answer = ask(["QMS", "EMS"], [], central=central, auditors=[["QMS", "EMS"]], integration={"percent": 100})
    one, two, *later = (Fraction(visit["days"]) for visit in answer["visits"])
    least = sum(map(Fraction, answer["sites"][0]["standards"].values())) * 4 / 5
    below = [days < least * share for days, share in zip((one + two, *later), (1, Fraction(1, 3), Fraction(1, 3), Fraction(2, 3)))]
    told = [finding["key"] for finding in answer["sites"][0]["findings"]]
    assert told.count("programme.rounded_below_least") == sum(below)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 50) | st.text(max_size=4) | st.sampled_from(["QMS", "EMS", "mature_system", "shop", "medium"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(
        ["standards", "standard", "category", "central", "sites", "personnel", "factors", "id", "factor", "percent", "reason", "group", "choices",
         "auditors", "integration", "rule", "seed", "central_percent", "count"]), inner, max_size=6),
    max_leaves=25,
)  # fmt: skip


@given(json_values)
def test_no_json_makes_it_raise(value: object) -> None:
    base = {"standards": [{"standard": "QMS"}], "central": {"personnel": 5}}
    for request in (value, {**base, **value} if isinstance(value, dict) else base):
        assert isinstance(json.loads(calculate_json("programme", json.dumps(request))), dict)


def test_two_thousand_sites_are_answered_and_name_each_visited_site() -> None:
    places = [{"personnel": 1 + number % 50, "group": "shop", "country": f"c{number % 7}"} for number in range(2000)]
    answer = ask(["QMS", "EMS"], places)
    assert answer["samples"]["stage2"]["sample"] == "45"
    assert len(answer["visits"][1]["sites"]) == 46
