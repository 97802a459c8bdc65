"""Days that someone else quoted for a programme: which step of which visit and place would give them (CC105 4.4)."""

from __future__ import annotations

from .fields import Choice, List, Name, Number, Record, Report, nearest_to
from .figures import implements
from .log import Log
from .numbers import Fraction, write
from .other_ways import ALL, MOST_PLACES, days_of, other_ways
from .quoted import held_against

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .other_ways import Days, Way
    from .place_time import PlaceTime

VISITS = ("stage1", "stage2", "surveillance_1", "surveillance_2", "recertification")
TOTALS = ("three_year_total", "with_recertification")

_DAYS = Number(above=0, maximum=1_000_000, finest=1000)
_PLACE = Record({
    "visit": Choice(*VISITS, required=True),
    "id": Name(required=True),
    "days": Number(above=0, maximum=1_000_000, finest=1000, required=True),
})  # fmt: skip
QUOTED_VISITS = Record({**dict.fromkeys((*VISITS, *TOTALS), _DAYS), "places": List(_PLACE, maximum=1000)})


def check_quoted_visits(request: dict, path: str, report: Report) -> None:
    """At least one quoted figure, of visits of this cycle and of places of this request."""
    quoted = request["quoted"]
    if not quoted or report.errors:
        return

    def titled(*names: str) -> str:
        return report.titled({name: report.words.find(report.key(f"{path}.{name}")) for name in names})

    if not any(quoted.values()):
        report.add(path, "quoted.nothing", known=titled(*QUOTED_VISITS.fields))
    visits, totals = (VISITS, TOTALS) if request["cycle"] == "initial" else (VISITS[2:], TOTALS[:1])
    places = [request["central"]["id"], *(site["id"] for site in request["sites"] or ())]
    named = [(f"{path}.{name}", name) for name in (*VISITS, *TOTALS) if quoted[name]]
    for position, place in enumerate(quoted["places"] or ()):
        at = f"{path}.places[{position}]"
        named.append((f"{at}.visit", place["visit"]))
        if place["id"] not in places:
            report.add(f"{at}.id", "quoted.unknown_place", met=place["id"], **nearest_to(place["id"], places))
    for at, name in named:
        if name not in (*visits, *totals):
            report.add(at, "quoted.not_in_cycle", met=titled(name), known=titled(*visits, *totals))


@implements("CC105:2020/4.4")
def explain_visits(request: dict, result: dict, parts: list[PlaceTime], visited: dict, log: Log) -> dict[str, object]:
    """For each quoted figure: the days by the rules, the difference, and each other way that gives just the quoted days.

    `parts` are the places with their initial time, `visited` the sample of each visit. Another way changes one thing in
    the whole estimate; an explanation names the visits and places whose days it moves.
    """
    own = days_of(result) if result["visits"] else {}
    if len(parts) > MOST_PLACES:
        log.finding("note", "quoted.many_places", ("CC105:2020/4.4",), places=len(parts), most=MOST_PLACES)
    ways: list[Way] = []

    def explained(title: str, quoted: Fraction, visits: list[str], place: str | None = None) -> dict[str, object]:
        computed = _sum(own, visits, place)
        if not ways and computed not in (None, quoted):
            ways.extend(other_ways(request, result, parts, visited, log))
        given = ((*way[:2], _sum(way[2], visits, place), _moved(own, way[2], visits, place)) for way in ways)
        return held_against(title, quoted, computed, given, log)

    answers: dict[str, object] = {}
    for name, quoted in request["quoted"].items():
        if quoted and name in TOTALS:
            visits = list(own)[:4] if name == "three_year_total" else list(own)  # the next cycle begins with a recertification
            answers[name] = explained(log.name(f"report.{name}"), quoted, visits)
        elif quoted and name in VISITS:
            answers[name] = explained(log.name(f"programme.visit.{name}"), quoted, [name])
    for place in request["quoted"]["places"] or ():
        visit, name = place["visit"], place["id"]
        title = log.words.text("quoted.at_place", {"visit": log.name(f"programme.visit.{visit}"), "id": name})
        if own and name not in own[visit]:
            log.finding("should", "quoted.not_visited", ("CC11:2018/6.1.2.1",), place=title)
        found = {"visit": visit, "id": name, **explained(title, place["days"], [visit], name)}
        answers.setdefault("places", []).append(found)  # type: ignore[attr-defined]
    return answers


def _sum(days: Days, visits: list[str], place: str | None) -> Fraction | None:
    """The days of some visits, in all or at one place; None where there are none."""
    found = [n for visit in visits for name, n in days.get(visit, {}).items() if place in (None, name)]
    return sum(found) if found else None


def _moved(own: Days, other: Days, visits: list[str], place: str | None) -> list[dict[str, object]]:
    """Where the days are not the same."""
    return [
        {"visit": visit, "id": name, "computed": mine and write(mine), "days": days and write(days)}
        for visit in visits
        for name in dict.fromkeys((*own[visit], *other[visit]))
        for mine, days in [(own[visit].get(name), other[visit].get(name))]
        if mine != days and ALL not in other[visit] and place in (None, name)
    ]
