"""Which sites are audited over a cycle: part drawn, part chosen, every unit above reached (CC11 6.1.2, 6.1.3.6)."""

from __future__ import annotations

from .differing_sites import SEEN_THIS_CYCLE, Chosen, choose
from .draw import ranked
from .figures import implements
from .sample_size import Sampling, random_minimum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

CYCLE = (("initial", 0), ("surveillance", 1), ("surveillance", 2), ("recertification", 0))


class Population:
    """Sites that are sampled together: of one level, running very similar processes (CC11 6.1.1.1)."""

    __slots__ = ("level", "group", "sites")

    def __init__(self, level: str | None, group: str | None, sites: list[dict]) -> None:
        self.level, self.group, self.sites = level, group, sites


class Sample:
    """The sample of one population: the sites `drawn` (site, digest) and `chosen`."""

    __slots__ = ("population", "drawn", "chosen")

    def __init__(self, population: Population, drawn: list[tuple[dict, str]], chosen: list[Chosen]) -> None:
        self.population, self.drawn, self.chosen = population, drawn, chosen

    def sites(self) -> list[dict]:
        return [site for site, _ in self.drawn] + [chosen.site for chosen in self.chosen]


@implements("CC11:2018/6.1.1.1", "CC11:2018/6.3", "GZ021:A1/5.4.3.2", "GBCX20:B0/7.1-2")
def divide(sites: list[dict], can_sample: bool) -> tuple[list[Population], list[dict]]:
    """The sites that are sampled, by level and group of similar sites, and those that cannot be sampled.

    A site that stands alone in its group, among others of its level, runs what no other runs: it cannot be sampled.
    """
    together: dict[tuple[str, str], list[dict]] = {}
    unsampled = []
    in_level: dict[str, int] = {}
    for site in sites:
        if not (can_sample if site["sampled"] is None else site["sampled"]):
            unsampled.append(site)
            continue
        level = site["level"] or ""
        in_level[level] = in_level.get(level, 0) + 1
        together.setdefault((level, site["group"] or ""), []).append(site)
    populations = []
    for (level, group), members in sorted(together.items()):
        if group and len(members) == 1 and in_level[level] > 1:
            unsampled += members
        else:
            populations.append(Population(level or None, group or None, members))
    return populations, unsampled


def samples(
    populations: list[Population], rule: Sampling, name: str, audit: str, seed: str, seen: set[str], covered: set[tuple]
) -> list[Sample]:
    """The sample of every population at one audit; `covered` are the units above that other sites already reach."""
    last_with: dict[tuple, int] = {}
    for at, population in enumerate(populations):
        for site in population.sites:
            if site["parent"]:
                last_with[(population.level, site["parent"])] = at
    covered = set(covered)
    result = []
    for at, population in enumerate(populations):
        parents = {site["parent"] for site in population.sites if site["parent"]}
        parents = {parent for parent in parents if (population.level, parent) not in covered}
        must = {parent for parent in parents if last_with[population.level, parent] == at}
        sample = _sample(population, rule.of(len(population.sites)), name, audit, seed, seen, parents, must)
        covered.update((population.level, site["parent"]) for site in sample.sites() if site["parent"])
        result.append(sample)
    return result


@implements("CC11:2018/6.1.2.1", "CC11:2018/6.1.2.2", "CC11:2018/6.1.3.6", "GBCX20:B0/8.1", "GBCX20:B0/8.2.4-3")
def _sample(population: Population, minimum: int, name: str, audit: str, seed: str, seen: set, parents: set, must: set) -> Sample:
    """Drawn and chosen sites of one population; enlarged until every unit above in `must` is reached."""
    by_id = {site["id"]: site for site in population.sites}
    order = ranked(list(by_id), seed, audit)
    size = max(minimum, len(must))
    while True:
        drawn = [(by_id[site], digest) for site, digest in order[: random_minimum(name, size)]]
        reached = {site["parent"] for site, _ in drawn}
        needed = len(drawn) + len(must - reached)
        if needed <= size:
            break
        size = needed
    if size >= len(order):  # nothing is left out, so nothing is drawn or chosen
        return Sample(population, [(by_id[site], digest) for site, digest in order], [])
    places = {site: place for place, (site, _) in enumerate(order)}
    uncovered = must - reached
    taken = [site for site, _ in drawn]
    chosen = choose(population.sites, taken, size - len(drawn), uncovered or parents - reached, _history(seen), places)
    return Sample(population, drawn, chosen)


def _history(seen: set[str]) -> Callable[[dict], int]:
    """When a site was last audited: 0 not yet, a year, or in this cycle."""

    def history(site: dict) -> int:
        if site["id"] in seen:
            return SEEN_THIS_CYCLE
        return int(site["last_audited"][:4]) if site["last_audited"] else 0

    return history


def before(audit: str, year: int) -> list[tuple[str, int]]:
    """The audits of the cycle that come before this one."""
    now = (audit, year if audit == "surveillance" else 0)
    return list(CYCLE[: CYCLE.index(now)]) if now in CYCLE else []


def audit_name(audit: str, year: int) -> str:
    """How the draw names an audit: 'initial', 'surveillance-1'."""
    return f"{audit}-{year}" if audit == "surveillance" else audit
