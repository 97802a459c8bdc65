"""Other ways to the days of a programme, each with one thing changed: what a quoted figure may have come from (CC105 4.4)."""

from __future__ import annotations

from .choices import CHOICES, Readings
from .fields import Choice, Flag
from .log import Log, Silent
from .numbers import Fraction, HalfDays, ceiling, half_day
from .places import personnel_of
from .quoted import FACTORS, ROUNDING, SHARES, reading_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .fields import Field
    from .place_time import PlaceTime

    Days = dict[str, dict[str, Fraction]]  # by visit and place
    Way = tuple[tuple[str, dict[str, object]], tuple[str, ...], Days]  # what is otherwise, its clauses, the days that it gives

MOST_PLACES = 100  # visited ones, up to which the whole estimate is made again in other ways
ALL = ""  # stands for the places of a visit together
_KINDS = {"surveillance_1": "surveillance_per_year", "surveillance_2": "surveillance_per_year", "recertification": "recertification"}
_SAMPLED_BY = ("recertification_factor",)  # readings that bear on the size of a sample
_RULES = {"CC11:2018": "CC11:2018/6.1.3.3", "GZ021:A1": "GZ021:A1/5.4.3.2"}


def days_of(result: dict) -> Days:
    """The days by visit and place of an estimate."""
    return {visit["visit"]: {one["id"]: HalfDays(one["days"]) for one in visit["sites"]} for visit in result["visits"]}


def other_ways(request: dict, result: dict, parts: list[PlaceTime], visited: dict, log: Log) -> Iterator[Way]:
    """Every way that is known, those that need no second estimate first."""
    yield from _reckoned(request["edition"], result, parts, log.readings["tie"])
    if len(parts) <= MOST_PLACES:
        again = _Again(request, visited, log)
        yield from again.readings()
        yield from again.reductions()
        if request["sites"]:
            yield from again.places()


def _reckoned(edition: str, result: dict, parts: list[PlaceTime], tie: str) -> Iterator[Way]:
    """What can be made of the same exact days: on site only, whole days, no rounding, rounding too early, one place only."""
    rounding = (f"{edition}/{ROUNDING[edition]}",)
    exact: Days = {visit["visit"]: {one["id"]: Fraction(one["exact"]) for one in visit["sites"]} for visit in result["visits"]}
    own = days_of(result)

    def at_each(days: Callable[[str, str], Fraction]) -> Days:
        return {visit: {place: days(visit, place) for place in stays} for visit, stays in own.items()}

    on_site = {visit["visit"]: {one["id"]: half_day(Fraction(one["on_site_minimum"]), tie) for one in visit["sites"]} for visit in result["visits"]}
    yield ("on_site", {}), (f"{edition}/4.1",), on_site
    yield ("whole_days", {}), rounding, at_each(lambda visit, place: Fraction(ceiling(exact[visit][place])))
    yield ("unrounded", {}), rounding, exact
    initial = {part.id: half_day(part.exact, tie) for part in parts}
    for kind, shares in SHARES.items():
        for share in shares:
            yield ("rounded_first", {"share": share}), rounding, at_each(
                lambda visit, place: half_day(initial[place] * Fraction(share), tie) if _KINDS.get(visit) == kind else own[visit][place]
            )
    yield ("rounded_once", {}), rounding, {visit: {ALL: half_day(sum(stays.values()), tie)} for visit, stays in exact.items()}
    central = {visit: {parts[0].id: stays[parts[0].id]} for visit, stays in own.items()}
    yield ("central_only", {}), ("CC11:2018/6.1.3.3",), central


class _Again:
    """The same estimate with something in the request other than it was; what has no number then is no way."""

    def __init__(self, request: dict, visited: dict, log: Log) -> None:
        self.request, self.visited, self.log = request, visited, log
        self.edition = request["edition"]

    def readings(self) -> Iterator[Way]:
        """Each reading that was used, read otherwise; weights of a preset are no reading of the documents."""
        for choice in [choice for choice in self.log.readings.used if choice != "preset"]:
            for value in _values(CHOICES[choice]):
                changed = {"choices": {**self.request["choices"], choice: value}}
                named = {"reading": reading_name({choice: value}, self.log)}
                yield from self._made("reading", f"{self.edition}/3.1", changed, choice in _SAMPLED_BY, **named)

    def reductions(self) -> Iterator[Way]:
        """Without what lengthens or shortens the audit: the factors, the central function, the integration."""
        request, edition = self.request, self.edition
        holders = [request, request["central"], *(request["sites"] or ())]
        names = dict.fromkeys(item["factor"] for holder in holders for item in holder["factors"] or ())
        if len(names) > 1:
            yield from self._made("no_factors", f"{edition}/{FACTORS[edition]}", self._without(*names))
        for name in names:
            named = {"factor": self.log.name(f"factors.{name}")}
            yield from self._made("without_factor", f"{edition}/3.7", self._without(name), **named)
        if any(site["central_percent"] for site in request["sites"] or ()):
            sites = [{**site, "central_percent": Fraction(0)} for site in request["sites"]]
            yield from self._made("no_central", "CC11:2018/7.3.1", {"sites": sites})
        if request["integration"]:
            yield from self._made("not_integrated", "CC106:2023/2.1.1-iii", {"integration": None})
        if request["increase_percent"]:
            yield from self._made("no_increase", "CC106:2023/2.1.1-iii", {"increase_percent": Fraction(0)})

    def places(self) -> Iterator[Way]:
        """Other places visited: by another rule, all of them, or the people of all as if they worked at one."""
        for rule, clause in _RULES.items():
            yield from self._made("rule", clause, {"rule": rule}, True, rule=self.log.name(f"programme.field.rule={rule}"))
        sites = self.request["sites"]
        if len(sites) <= MOST_PLACES:
            yield from self._made("every_site", "CC11:2018/6.2.1", {"sites": [{**site, "group": None} for site in sites]}, True)
        merged = self._merged()
        if merged:
            yield ("merged", {}), ("CC11:2018/7.3.1",), merged

    def _merged(self) -> Days | None:
        """The days where the people of all places of a visit are counted at one; not where groups of people are given."""
        central, found = self.request["central"], {}
        for name, sample in self.visited.items():
            ids = {one["id"] for one in sample["selected"]}
            going = [central, *(site for site in self.request["sites"] if site["id"] in ids)]
            personnel: dict[str, Fraction] = {}
            for item in self.request["standards"]:
                people = [personnel_of(place, item["standard"]) for place in going]
                if any(isinstance(count, list) for count in people):
                    return None
                personnel[item["standard"]] = sum(count for count in people if count) or None
            days = self._days({"central": {**central, "personnel": personnel}}, dict.fromkeys(self.visited, {}))
            if not days:
                return None
            found |= {visit: days[visit] for visit in (("stage1", "stage2") if name == "stage2" else (name,))}
        return found

    def _without(self, *names: str) -> dict[str, object]:
        """What changes in the request where some factors are used nowhere."""

        def left(holder: dict) -> dict:
            return {**holder, "factors": [item for item in holder["factors"] or () if item["factor"] not in names]}

        return {**left(self.request), "central": left(self.request["central"]), "sites": [left(site) for site in self.request["sites"] or ()]}

    def _made(self, key: str, clause: str, changed: dict, sampled: bool = False, **values: str) -> Iterator[Way]:
        """The estimate with what is `changed`; the sites are `sampled` again where that may choose others."""
        days = self._days(changed, None if sampled else self.visited)
        if days:
            yield (key, values), (clause,), days

    def _days(self, changed: dict, visited: dict | None) -> Days | None:
        from .programme import estimate
        from .programme_samples import samples

        request = {**self.request, **changed}
        log = Silent(self.log.words, Readings(request["choices"]))
        result, _ = estimate(request, samples(request, log) if visited is None else visited, log)
        return days_of(result) if result["visits"] else None


def _values(choice: Field) -> tuple[object, ...]:
    """What a reading can be; of a share the usual ones."""
    if isinstance(choice, Choice):
        return choice.values
    return (False, True) if isinstance(choice, Flag) else (Fraction(1, 2), Fraction(1, 4))
