"""The visits of a certification cycle: which places, how many days at each, and in all (CC105 3.1, 5, 6; CC11 6.1.3.4)."""

from __future__ import annotations

from .figures import implements
from .log import Log
from .numbers import Fraction, half_day, write, write_days
from .place_time import PlaceTime

HALF = Fraction(1, 2)


class Stay:
    """One place on one visit."""

    __slots__ = ("id", "exact", "days", "on_site")

    def __init__(self, name: str, exact: Fraction, days: Fraction, on_site: Fraction) -> None:
        self.id, self.exact, self.days, self.on_site = name, exact, days, on_site


def stay(place: PlaceTime, share: Fraction, tie: str) -> Stay:
    """A place's share of its initial time, to the nearest half day at the end; half a day is the shortest stay."""
    exact = place.exact * share
    return Stay(place.id, exact, max(half_day(exact, tie), HALF), place.on_site * share)


@implements("CC105:2020/3.1", "CC11:2018/7.5")
def stages(central: PlaceTime, sites: list[PlaceTime], log: Log) -> tuple[list[Stay], list[Stay]]:
    """The two stages: the first at the central function, the second there and at the sites of the sample."""
    tie, share = log.readings["tie"], Fraction(log.readings["stage1_share"])
    whole = stay(central, Fraction(1), tie)
    first = max(half_day(whole.days * share, tie), HALF)
    one = Stay(central.id, whole.exact * share, min(first, whole.days), whole.on_site * share)
    two = Stay(central.id, whole.exact - one.exact, whole.days - one.days, whole.on_site - one.on_site)
    return [one], [two, *(stay(site, Fraction(1), tie) for site in sites)]


def visit(name: str, stays: list[Stay], minimum: Fraction | None, clauses: tuple[str, ...], log: Log) -> dict[str, object]:
    """One visit of the answer: its places, days, least on site and total; not below `minimum` days in all."""
    days = sum((one.days for one in stays), Fraction(0))
    titled = {"visit": log.name(f"programme.visit.{name}")}
    log.step("programme.visit", clauses, days, places=len(stays), **titled)
    if minimum is not None and days < minimum:
        log.finding("note", "programme.minimum_day", clauses, days=days, minimum=minimum, **titled)
        stays[0].days += minimum - days
        days = log.step("programme.minimum", clauses, minimum, days=days, minimum=minimum, **titled)
    return {
        "visit": name,
        "title": titled["visit"],
        "sites": [
            {"id": one.id, "exact": write(one.exact), "days": write_days(one.days), "on_site_minimum": write(one.on_site)}
            for one in stays
        ],
        "exact": write(sum((one.exact for one in stays), Fraction(0))),
        "days": write_days(days),
        "on_site_minimum": write(sum((one.on_site for one in stays), Fraction(0))),
    }


def total(visits: list[dict], key: str, clauses: tuple[str, ...], log: Log) -> dict[str, str]:
    """The days of several visits together."""
    added = {name: sum((Fraction(one[name]) for one in visits), Fraction(0)) for name in ("exact", "days", "on_site_minimum")}
    log.step(key, clauses, added["days"], **{one["visit"]: Fraction(one["days"]) for one in visits})
    return {"exact": write(added["exact"]), "days": write_days(added["days"]), "on_site_minimum": write(added["on_site_minimum"])}
