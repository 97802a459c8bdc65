"""What must hold of a sample of sites whatever the list is (CC11 6, GZ021 5.4.3.2, GBCX20 8)."""

from __future__ import annotations

import json
from collections import Counter
from fractions import Fraction
from hashlib import sha256
from heapq import heappush
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators import calculate, calculate_json, differing_sites
from calculators.differing_sites import Chosen, choose
from calculators.sites import profile

quick = settings(max_examples=60, deadline=None, derandomize=True)
AUDITS = ["initial", "surveillance", "recertification"]
rules = st.sampled_from([("CC11:2018", None), ("GZ021:A1", None), ("GBCX20:B0", "low"), ("GBCX20:B0", "high")])
counts = st.integers(1, 3000) | st.integers(1, 10**9)


def ask(**request: object) -> dict:
    answer = calculate("cc11", request)
    assert "errors" not in answer, answer
    return answer


def ids(answer: dict, how: str | None = None) -> list[str]:
    return [pick["id"] for pick in answer["selected"] if how in (None, pick["how"])]


def optional(values: list) -> st.SearchStrategy:
    return st.none() | st.sampled_from(values)


@st.composite
def lists(draw: st.DrawFn, least: int = 1, most: int = 40) -> list[dict]:
    site = st.fixed_dictionaries({
        "personnel": optional([1, 5, 40, 300]), "country": optional(["CN", "HU", "RU"]), "shifts": optional([1, 2, 3]),
        "activity": optional(["weld", "cut"]), "risk": optional(["low", "high"]), "permanent": optional([True, False]),
        "last_audited": optional(["2023-04-01", "2024-05-02", "2025-06-03"]),
    })  # fmt: skip
    sites = draw(st.lists(site, min_size=least, max_size=most))
    return [{"id": f"s{number}", **site} for number, site in enumerate(sites)]


@quick
@given(rules, st.sampled_from(AUDITS), counts, st.booleans())
def test_the_sample_is_the_least_that_satisfies_the_root(rule: tuple, audit: str, sites: int, effective: bool) -> None:
    answer = ask(rule=rule[0], risk=rule[1], audit=audit, sites=sites, effective=effective)
    sample = int(answer["sample"])
    assert 1 <= sample <= sites
    step = answer["steps"][0]
    if step["key"] == "cc11.sample":
        factor = Fraction(step["values"]["factor"])
        assert (sample - 1) ** 2 < factor**2 * sites <= sample**2
    else:
        assert sample == sites <= 3
    random = int(answer["random_minimum"])
    assert random - 1 < Fraction(sample, 4) <= random


@quick
@given(rules, st.sampled_from(AUDITS), counts, st.integers(1, 40) | counts)
def test_more_sites_never_give_a_smaller_sample(rule: tuple, audit: str, fewer: int, added: int) -> None:
    more = min(fewer + added, 10**9)
    if rule[1] == "high" and fewer <= 3 < more:  # the text jumps there, and a finding says so
        return
    small, large = (int(ask(rule=rule[0], risk=rule[1], audit=audit, sites=sites)["sample"]) for sites in (fewer, more))
    assert small <= large


@quick
@given(rules, st.sampled_from(AUDITS), lists(), st.integers(1, 2), st.integers(0, 99))
def test_the_selected_sites_are_as_many_as_the_sample_says(rule: tuple, audit: str, sites: list, year: int, seed: int) -> None:
    answer = ask(rule=rule[0], risk=rule[1], audit=audit, sites=sites, year=year, seed=seed)
    selected = ids(answer)
    assert len(selected) == len(set(selected)) == int(answer["sample"])
    assert set(selected) <= {site["id"] for site in sites}
    assert answer["sample"] == ask(rule=rule[0], risk=rule[1], audit=audit, sites=len(sites), year=year)["sample"]
    if "all" in {pick["how"] for pick in answer["selected"]}:
        assert len(selected) == len(sites)
    else:
        assert len(ids(answer, "random")) == int(answer["random_minimum"])
    assert all(pick["why"] for pick in answer["selected"])


@quick
@given(st.sampled_from(AUDITS), lists(2), st.randoms(use_true_random=False))
def test_the_order_of_the_list_does_not_matter(audit: str, sites: list, order: object) -> None:
    shuffled = list(sites)
    order.shuffle(shuffled)
    first, second = ask(audit=audit, sites=sites), ask(audit=audit, sites=shuffled)
    assert first["selected"] == second["selected"] and first["seed"] == second["seed"]


def test_a_draw_can_be_repeated_by_hand() -> None:
    sites = [f"site-{number}" for number in range(100)]
    answer = ask(audit="initial", sites=[{"id": name} for name in sites], seed="2026-11-21")
    by_hand = sorted(sites, key=lambda name: sha256(f"2026-11-21/initial/{name}".encode()).hexdigest())
    assert ids(answer, "random") == by_hand[:3] and answer["seed"] == "2026-11-21"


def test_every_site_may_be_drawn() -> None:
    sites = [{"id": str(number)} for number in range(16)]
    draws = (ask(audit="surveillance", sites=sites, seed=seed, audited=[]) for seed in range(600))
    drawn = Counter(name for answer in draws for name in ids(answer, "random"))
    assert len(drawn) == 16 and all(15 <= count <= 70 for count in drawn.values()), drawn


def test_the_seed_that_was_used_gives_the_same_draw_again() -> None:
    sites = [{"id": str(number)} for number in range(30)]
    first = ask(audit="initial", sites=sites)
    assert ask(audit="initial", sites=sites, seed=first["seed"])["selected"] == first["selected"]
    assert "cc11.seed_derived" in {finding["key"] for finding in first["findings"]}


@quick
@given(lists(4, 30), st.integers(0, 99))
def test_the_chosen_part_is_what_weighing_every_site_each_time_gives(sites: list, seed: int) -> None:
    for site in sites:
        for name in ("parent", "virtual"):
            site[name] = None
        site["personnel"] = site["personnel"] and Fraction(site["personnel"])
    places = {site["id"]: (number * 7 + seed) % 31 for number, site in enumerate(sites)}
    met = [site.site["id"] for site in choose(sites, sites[:1], 3, set(), lambda site: 0, places)]
    profiles = {site["id"]: profile(site) for site in sites}
    varying = [at for at in range(6) if len({sight[at] for sight in profiles.values()} - {None}) > 1]
    taken, expected = [sites[0]], []
    for _ in range(3):
        def weigh(site: dict) -> tuple:
            held = [[profiles[other["id"]][at] for other in taken] for at in varying]
            own = [profiles[site["id"]][at] for at in varying]
            new = sum(value is not None and value not in values for value, values in zip(own, held))
            known = sum(values.count(value) for value, values in zip(own, held))
            return -new, known, site["last_audited"] or "", places[site["id"]]

        best = min((site for site in sites if site not in taken), key=weigh)
        taken.append(best)
        expected.append(best["id"])
    assert met == expected


def test_the_chosen_part_shows_every_difference_it_can() -> None:
    sites = [{"id": f"s{number:02}", "country": "CN", "shifts": 1} for number in range(36)]
    sites[20]["country"], sites[30]["shifts"] = "HU", 3
    answer = ask(audit="initial", sites=sites, seed=1)
    assert {"s20", "s30"} <= set(ids(answer))
    why = {pick["id"]: pick["why"] for pick in answer["selected"]}
    assert "HU" in why["s20"] or "s20" in ids(answer, "random")


def test_a_cycle_visits_different_sites() -> None:
    sites = [{"id": str(number)} for number in range(49)]
    plan = [("initial", 1), ("surveillance", 1), ("surveillance", 2), ("recertification", 1)]
    chosen = [ids(ask(audit=audit, year=year, sites=sites, seed=5), "chosen") for audit, year in plan]
    together = [name for names in chosen for name in names]
    assert len(together) == len(set(together)) == 5 + 3 + 3 + 5
    initial = ids(ask(audit="initial", sites=sites, seed=5))
    recomputed = ids(ask(audit="surveillance", sites=sites, seed=5))
    assert recomputed == ids(ask(audit="surveillance", sites=sites, seed=5, audited=initial))


def test_sites_audited_longest_ago_are_chosen_first() -> None:
    sites = [{"id": str(number), "last_audited": "2025-03-01" if number % 4 else "2023-03-01"} for number in range(36)]
    answer = ask(audit="surveillance", sites=sites, seed=2)
    assert all(int(name) % 4 == 0 for name in ids(answer, "chosen")) and len(ids(answer, "chosen")) == 3


@pytest.mark.parametrize("seed", range(12))
def test_what_was_audited_before_is_recomputed_where_some_sites_cannot_be_sampled(seed: int) -> None:
    """Units above that such a site reaches need no other; so the earlier audits are the same as when they were asked for."""
    sites = [
        {"id": f"s{n:02}", "level": "shop", "parent": f"office {n % 9}", "country": "ABC"[n % 3], "sampled": n % 4 > 0, "group": "xy"[n % 2]}
        for n in range(36)
    ]
    audited: list[str] = []
    for audit, year in (("initial", 1), ("surveillance", 1), ("surveillance", 2), ("recertification", 1)):
        request = {"audit": audit, "year": year, "sites": sites, "seed": seed}
        answer = ask(**request)
        assert answer["selected"] == ask(**request, audited=audited)["selected"]
        audited += [pick["id"] for pick in answer["selected"] if pick["how"] != "all"]


@pytest.mark.parametrize("seed", range(12))
def test_units_that_only_one_group_reaches_come_before_those_that_another_will(seed: int) -> None:
    sites = [{"id": f"a{n}", "level": "shop", "group": "a", "parent": parent} for n, parent in enumerate("uvwv")]
    sites += [{"id": f"b{n}", "level": "shop", "group": "b", "parent": parent} for n, parent in enumerate("vvww")]
    answer = ask(audit="initial", sites=sites, seed=seed)
    above = {one["id"]: one["parent"] for one in sites}
    assert {above[name] for name in ids(answer)} == {"u", "v", "w"}
    assert answer["sample"] == "4"  # 2 of four and 2 of four reach all three units


@pytest.mark.parametrize("count", range(1, 60))
def test_the_second_year_visits_other_sites_that_cannot_be_sampled(count: int) -> None:
    sites = [{"id": str(number)} for number in range(count)]
    years = [set(ids(ask(audit="surveillance", year=year, sites=sites, sampled=False))) for year in (1, 2)]
    assert [len(year) for year in years] == [-(-count * 3 // 10)] * 2
    assert bool(years[0] & years[1]) == (count == 1)


@quick
@given(st.lists(st.integers(0, 11), min_size=1, max_size=60), st.sampled_from(AUDITS), st.integers(0, 50))
def test_every_unit_above_is_reached(parents: list, audit: str, seed: int) -> None:
    sites = [{"id": f"s{number}", "level": "branch", "parent": f"office {parent}"} for number, parent in enumerate(parents)]
    answer = ask(audit=audit, sites=sites, seed=seed)
    above = {site["id"]: site["parent"] for site in sites}
    assert {above[name] for name in ids(answer)} == set(above.values())
    level = answer["levels"][0]
    sample, minimum = int(level["sample"]), int(level["minimum"])
    assert max(minimum, len(set(parents))) <= sample <= len(sites) and len(ids(answer)) == sample
    keys = {finding["key"] for finding in answer["findings"]}
    assert ("cc11.enlarged" in keys) == (sample > minimum)
    if sample < len(sites):
        assert len(ids(answer, "random")) == int(level["random_minimum"]) == -(-sample // 4)


@quick
@given(st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=30), st.sampled_from(AUDITS))
def test_groups_are_sampled_on_their_own(groups: list, audit: str) -> None:
    sites = [{"id": f"s{number}", "group": group} for number, group in enumerate(groups)]
    answer = ask(audit=audit, sites=sites)
    sizes = Counter(groups)
    alone = [group for group, size in sizes.items() if size == 1 and len(groups) > 1]
    expected = sum(int(ask(audit=audit, sites=size)["sample"]) for group, size in sizes.items() if group not in alone)
    if alone:
        expected += int(ask(audit=audit, sites=len(alone), sampled=False)["sample"])
    assert int(answer["sample"]) == expected == len(ids(answer))


def site(name: str, **more: object) -> dict:
    fields = ("activity", "country", "risk", "shifts", "permanent", "virtual", "personnel", "parent", "last_audited")
    return {"id": name, **dict.fromkeys(fields), **more}


def chosen(population: list[dict], count: int, taken: list[dict] | None = None, history: int = 0) -> list[Chosen]:
    places = {one["id"]: place for place, one in enumerate(population)}
    return choose(population, taken or [], count, set(), lambda _: history, places)


def test_five_thousand_sites_are_not_weighed_over_and_over() -> None:
    weighed: list[tuple] = []
    sites = [
        {"id": f"s{n}", "personnel": n % 977 + 1, "country": f"c{n % 40}", "shifts": n % 3, "activity": f"a{n % 17}"}
        for n in range(5000)
    ]
    with patch.object(differing_sites, "heappush", lambda heap, entry: weighed.append(entry) or heappush(heap, entry)):
        assert ask(audit="initial", sites=sites)["sample"] == "71"
    assert len(weighed) < 5 * len(sites)  # 53 chosen: each of them weighed afresh would be 53 times


def test_where_weighing_ends_every_unit_above_is_still_reached() -> None:
    sites = [{"id": f"s{n}", "level": "shop", "parent": f"office {n // 2}", "country": f"c{n % 7}", "shifts": n % 3} for n in range(60)]
    with patch.object(differing_sites, "WEIGHED_AGAIN", 0):
        answer = ask(audit="initial", sites=sites, seed=3)
    above = {one["id"]: one["parent"] for one in sites}
    assert len({above[name] for name in ids(answer)}) == 30 and int(answer["sample"]) < 60


@pytest.mark.parametrize(("limit", "names", "times"), [(0, "012345", 0), (3, "045612", 3), (100, "061234", 5 + 4 + 3 + 2)])
def test_weighing_ends_after_so_many_times(limit: int, names: str, times: int) -> None:
    """All but the last differ in activity alone: once the first is chosen, each falls behind the last when weighed again."""
    sites = [site(str(n), activity=f"a{n}", country="y" if n == 6 else "x") for n in range(7)]
    weighed: list[tuple] = []
    with (
        patch.object(differing_sites, "WEIGHED_AGAIN", limit),
        patch.object(differing_sites, "heappush", lambda heap, entry: weighed.append(entry) or heappush(heap, entry)),
    ):
        assert "".join(one.site["id"] for one in chosen(sites, 6, history=5)) == names
    assert len(weighed) == times


def test_of_sites_audited_in_this_cycle_the_one_without_a_date_comes_first() -> None:
    alike = [site("a", last_audited="2024-05-02"), site("b", last_audited="2023-04-01"), site("c")]
    assert [one.site["id"] for one in chosen(alike, 3, history=9999)] == ["c", "b", "a"]
    apart = [site("a", last_audited="2024-05-02", parent="u"), site("b", parent="v")]
    assert [one.site["id"] for one in chosen(apart, 2, history=9999)] == ["b", "a"]


def test_no_difference_is_rare_that_a_site_does_not_state() -> None:
    first, second, other = site("a", activity="cut", shifts="2"), site("b", activity="cut"), site("c", activity="weld", shifts="3")
    (one,) = chosen([first, second, other], 1, taken=[first, other])
    assert one.site["id"] == "b" and one.new == [] and one.rare is None


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6)
    | st.sampled_from(["2025-01-02", "initial", "GBCX20:B0", "high"]),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.text(max_size=4) | st.sampled_from(["id", "parent", "level", "sites", "group"]), inner, max_size=5),
    max_leaves=14,
)
names = ("rule", "audit", "sites", "levels", "sampled", "effective", "risk", "year", "audited", "seed", "choices", "unknown")


@quick
@given(st.dictionaries(st.sampled_from(names), json_values), st.sampled_from([*AUDITS, "new_sites"]), st.booleans())
def test_no_request_raises(request: dict, audit: str, proper: bool) -> None:
    answer = json.loads(calculate_json("cc11", json.dumps({**request, "audit": audit} if proper else request)))
    assert "errors" in answer or "sample" in answer
