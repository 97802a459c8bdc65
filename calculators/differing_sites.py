"""The chosen part of a sample: sites that differ as much as possible (CC11 6.1.2.3 and 6.1.2.4, GBCX20 8.1).

Each next site is, in this order: one under a unit above that no site of the sample stands under yet; one not audited
in this cycle, or longest ago; the one with most differences that the sample does not hold yet; the one whose
differences are rarest in it; the first of the draw.
"""

from __future__ import annotations

from heapq import heapify, heappop, heappush

from .figures import implements
from .log import Log
from .sites import DIFFERENCES, described, profile

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

SEEN_THIS_CYCLE = 9999  # later than any year of an earlier audit
WEIGHED_AGAIN = 500_000  # so often; then every difference has long been in the sample, and the weights stand


class _Alike:
    """Sites that differ in nothing that counts; the next one stands at the end."""

    __slots__ = ("parent", "history", "profile", "sites")

    def __init__(self, parent: str | None, history: int, profile_: tuple) -> None:
        self.parent, self.history, self.profile = parent, history, profile_
        self.sites: list[dict] = []


class Chosen:
    """A site that was chosen, and what decided."""

    __slots__ = ("site", "parent", "history", "new", "rare", "rare_count")

    def __init__(self, site: dict, parent: str | None, history: int | None, new: list[str], rare: tuple[str | None, int]) -> None:
        self.site, self.parent, self.history, self.new = site, parent, history, new
        self.rare, self.rare_count = rare


@implements("CC11:2018/6.1.2.3", "CC11:2018/6.1.2.4", "GBCX20:B0/8.1-2-b", "GBCX20:B0/8.1-2-e")
def choose(
    population: list[dict], taken: list[dict], count: int,
    uncovered: set[str], history: Callable[[dict], int], places: dict[str, int],
) -> list[Chosen]:  # fmt: skip
    """`count` further sites of a population, beside those `taken`; `uncovered` units above are struck off when reached."""
    profiles = {site["id"]: profile(site) for site in population}
    varying = [at for at in range(len(DIFFERENCES)) if len({sight[at] for sight in profiles.values()} - {None}) > 1]
    tells_history = len({history(site) for site in population}) > 1
    counts: list[dict] = [{} for _ in DIFFERENCES]

    def add(site: dict) -> None:
        for at in varying:
            value = profiles[site["id"]][at]
            counts[at][value] = counts[at].get(value, 0) + 1

    def key(alike: _Alike) -> tuple:
        """Never falls as the sample grows, so that an entry is weighed again only when it comes up."""
        new = known = 0
        for at in varying:
            value = alike.profile[at]
            times = counts[at].get(value, 0)
            known += times
            new += not times and value is not None
        site = alike.sites[-1]
        return (alike.parent not in uncovered, alike.history, -new, known, site["last_audited"] or "", places[site["id"]])

    for site in taken:
        add(site)
    classes = _classes(population, taken, profiles, history, places)
    heap = [(key(alike), at) for at, alike in enumerate(classes)]
    heapify(heap)
    chosen: list[Chosen] = []
    again = 0
    while len(chosen) < count and heap:
        weighed, at = heappop(heap)
        alike = classes[at]
        now = key(alike)
        if now != weighed and (again < WEIGHED_AGAIN or now[0] != weighed[0]):  # the units above count to the end
            again += 1
            heappush(heap, (now, at))
            continue
        site = alike.sites.pop()
        parent = alike.parent if alike.parent in uncovered else None
        uncovered.discard(alike.parent)
        own = alike.profile
        new = [DIFFERENCES[place] for place in varying if own[place] is not None and own[place] not in counts[place]]
        rare_count, rare = min(((counts[place].get(own[place], 0), place) for place in varying), default=(0, None))
        rare_name = None if rare is None or own[rare] is None else DIFFERENCES[rare]
        chosen.append(Chosen(site, parent, alike.history if tells_history else None, new, (rare_name, rare_count)))
        add(site)
        if alike.sites:
            heappush(heap, (key(alike), at))
    return chosen


def _classes(
    population: list[dict], taken: list[dict], profiles: dict, history: Callable[[dict], int], places: dict[str, int]
) -> list[_Alike]:
    """The sites left, those alike together, last audited and drawn first at the end."""
    gone = {site["id"] for site in taken}
    classes: dict[tuple, _Alike] = {}
    left = sorted((site for site in population if site["id"] not in gone), key=lambda site: places[site["id"]], reverse=True)
    for site in sorted(left, key=lambda site: site["last_audited"] or "", reverse=True):  # those of one day stay in their order
        same = (site["parent"], history(site), profiles[site["id"]])
        classes.setdefault(same, _Alike(*same)).sites.append(site)
    return list(classes.values())


def why_chosen(chosen: Chosen, log: Log) -> str:
    """What decided on a chosen site, in words."""
    site, reasons = chosen.site, []
    if chosen.parent is not None:
        reasons.append(log.words.text("cc11.why.parent", {"parent": chosen.parent}))
    if chosen.history == 0:
        reasons.append(log.name("cc11.why.unseen"))
    elif chosen.history is not None and site["last_audited"] and chosen.history != SEEN_THIS_CYCLE:
        reasons.append(log.words.text("cc11.why.longest", {"date": site["last_audited"]}))
    if chosen.new:
        listed = log.name("cc11.comma").join(described(site, name, log) for name in chosen.new)
        reasons.append(log.words.text("cc11.why.new", {"differences": listed}))
    elif chosen.rare is not None:
        named = {"difference": described(site, chosen.rare, log), "count": chosen.rare_count}
        reasons.append(log.words.text("cc11.why.rare", named))
    return log.name("cc11.semicolon").join(reasons) if reasons else log.name("cc11.why.order")
