"""The audit time of one place over all standards: CC105 per standard, CC11 7.3.1 for a sampled site, CC106 together."""

from __future__ import annotations

from .cc105 import EDITIONS, adjusted_time
from .figures import implements
from .least_time import Least, after_reduction, of_start_point
from .log import Log
from .numbers import Fraction
from .places import bearing_on, factors_at, personnel_of
from .site_limit import LIMITS, site_reduction

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .integrated import Integration


class PlaceTime:
    """What an initial audit of a place takes: exact days, the least on site, what the limits leave, days per standard, and the account of it."""

    __slots__ = ("id", "exact", "on_site", "least", "standards", "log")

    def __init__(self, name: str, log: Log) -> None:
        self.id, self.log = name, log
        self.exact: Fraction | None = None
        self.on_site: Fraction | None = None
        self.least: Least | None = None
        self.standards: dict[str, Fraction | None] = {}

    def same_at(self, name: str, log: Log) -> PlaceTime:
        """That of another place where everything is the same, with an account of its own."""
        other = PlaceTime(name, log)
        other.exact, other.on_site, other.least, other.standards = self.exact, self.on_site, self.least, self.standards
        log.steps += self.log.steps
        log.findings += self.log.findings
        return other


@implements("CC11:2018/7.3.1", "CC106:2023/2.1.1-i", "CC106:2023/2.1.1-ii", "GZ021:A1/5.4.3.3")
def place_time(request: dict, place: dict, sampled: bool, integration: Integration | None, log: Log) -> PlaceTime:
    """The days of a place, standard by standard; None where a document gives no number for one of them.

    `sampled` places may be reduced for what the central function does, up to the limit of CC11 7.3.1.
    """
    result = PlaceTime(place["id"], log)
    edition = EDITIONS[request["edition"]]
    items = factors_at(request, place)
    table_time = Fraction(0)
    times: dict[str, Fraction] = {}
    counted = False
    if place.get("central_percent") and not sampled:
        log.finding("note", "programme.central_percent_unused", ("CC11:2018/7.3.1",), percent=place["central_percent"])
    for item in request["standards"]:
        standard = item["standard"]
        personnel = personnel_of(place, standard)
        if personnel is None:
            continue
        single = {**request, **item, "personnel": personnel, "factors": [found for _, found in bearing_on(items, standard, edition)]}
        adjusted = adjusted_time(single, log)
        days = adjusted["exact"]
        if days is not None and sampled:
            days, counted = _of_sampled_site(request, place, standard, adjusted, integration, log)
        result.standards[standard] = days
        if days is not None:
            times[standard] = days
            table_time += adjusted["table_time"]
    if None in result.standards.values() or not times:
        return result
    result.least = after_reduction(table_time, LIMITS[request["rule"]] if sampled else edition.REDUCTION_LIMIT)
    result.exact = next(iter(times.values()))
    if integration and len(times) > 1:
        start, result.exact = _together(times, integration, counted, log)
        if not counted:
            result.least = of_start_point(start)
    base = result.exact if edition.ON_SITE_OF == "adjusted" else table_time
    share = edition.ON_SITE_SHARE
    result.on_site = log.step("programme.on_site", share.clauses, base * share.value / 100, base=base, percent=share.value)
    return result


def _of_sampled_site(
    request: dict, place: dict, standard: str, adjusted: dict, integration: Integration | None, log: Log
) -> tuple[Fraction | None, bool]:
    """The days of one standard at a sampled site, and whether the integrated reduction is already in them."""
    percent = integration.reduction if integration else Fraction(0)
    counted = bool(percent) and bool(log.readings["integrated_in_site_limit"])
    total = site_reduction(request["rule"], -adjusted["applied"], place["central_percent"], percent, log, standard=standard)
    if total is None:
        return None, counted
    table = adjusted["table_time"]
    days = log.step("programme.site", ("CC11:2018/7.3.1",), table * (100 - total) / 100, table=table, percent=total, standard=standard)
    return days, counted


def _together(times: dict[str, Fraction], integration: Integration, counted: bool, log: Log) -> tuple[Fraction, Fraction]:
    """The standards' days added up and, audited as one system, adjusted by increase and reduction (CC106 2.1.1).

    `counted` says that the reduction is in the days already; the increase is not.
    """
    from .cc106 import adjusted, start_point

    start = start_point(times, log)
    return start, adjusted(start, integration.increase, Fraction(0) if counted else integration.reduction, log)
