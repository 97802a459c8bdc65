"""The visits of a certification cycle: which places, how many days at each, and in all (CC105 3.1, 5, 6; CC11 6.1.3.4)."""

from __future__ import annotations

from .durations import on_site_finding, stage_days
from .figures import implements
from .least_time import check_rounded
from .log import Log, cited
from .numbers import Fraction, HalfDays, half_day, write
from .place_time import PlaceTime

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .figures import Figure

HALF = HalfDays(1, 2)


class Stay:
    """One place on one visit."""

    __slots__ = ("id", "exact", "days", "on_site")

    def __init__(self, name: str, exact: Fraction, days: Fraction, on_site: Fraction) -> None:
        self.id, self.exact, self.days, self.on_site = name, exact, days, on_site


def stay(name: str, place: PlaceTime, share: Figure | None, edition: object) -> Stay:
    """A place's share of its initial time, to the nearest half day at the end; half a day is the shortest stay.

    Its steps stand in the account of the place; without a share it is the whole initial time.
    """
    log, part = place.log, share.value if share else Fraction(1)
    named = {"visit": log.name(f"programme.visit.{name}"), "id": place.id, "share": part}
    exact = place.exact * part
    half_days = cited(edition.HALF_DAY) or (f"{edition.EDITION}/2.2",)
    days = max(half_day(exact, log.readings["tie"]), HALF)
    log.step("programme.stay", cited(share) + half_days, days, initial=place.exact, exact=exact, least=HALF, **named)
    on_site = place.on_site
    if share:
        on_site = log.step("programme.stay_on_site", cited(edition.ON_SITE_SHARE, share), on_site * part, on_site=on_site, **named)
    return Stay(place.id, exact, days, on_site)


def check_stay(name: str, place: PlaceTime, one: Stay, share: Figure | None, edition: object) -> None:
    """Says where a stay, as it stands in the end, is shorter than the limits leave or than its own least on site."""
    titled = place.log.name(f"programme.visit.{name}")
    check_rounded(one.days, one.exact, place.least, share, titled, place.log)
    on_site_finding(one.days, one.on_site, edition, place.log, titled)


@implements("CC105:2020/3.1", "CC11:2018/7.5")
def stages(central: PlaceTime, sites: list[PlaceTime], edition: object, log: Log) -> tuple[list[Stay], list[Stay]]:
    """The two stages: the first at the central function, the second there and at the sites of the sample."""
    whole = stay("initial", central, None, edition)
    check_stay("initial", central, whole, None, edition)
    days, _ = stage_days(whole.days, edition, central.log)
    share = Fraction(log.readings["stage1_share"])
    one = Stay(central.id, whole.exact * share, days, whole.on_site * share)
    two = Stay(central.id, whole.exact - one.exact, HalfDays(whole.days - one.days), whole.on_site - one.on_site)
    at_sites = [stay("stage2", site, None, edition) for site in sites]
    for site, found in zip(sites, at_sites):
        check_stay("stage2", site, found, None, edition)
    return [one], [two, *at_sites]


def visit(
    name: str, stays: list[Stay], clauses: tuple[str, ...], log: Log, minimum: Figure | None = None, times: int = 1
) -> dict[str, object]:
    """One visit of the answer: its places, days, least on site and total; not below so many `times` the `minimum` in all."""
    days = HalfDays(sum(one.days for one in stays))
    titled = {"visit": log.name(f"programme.visit.{name}")}
    each = {f"days.{one.id}": one.days for one in stays}
    log.step("programme.visit", clauses, days, places=len(stays), **each, **titled)
    least = minimum.value * times if minimum else Fraction(0)
    if days < least:
        log.finding("note", "programme.minimum_day", cited(minimum), days=days, minimum=least, **titled)
        stays[0].days = HalfDays(stays[0].days + least - days)
        days = log.step("programme.minimum", cited(minimum), least, days=days, minimum=least, **titled)
    return {
        "visit": name,
        "title": titled["visit"],
        "sites": [
            {"id": one.id, "exact": write(one.exact), "days": write(one.days), "on_site_minimum": write(one.on_site)}
            for one in stays
        ],
        "exact": write(sum((one.exact for one in stays), Fraction(0))),
        "days": write(days),
        "on_site_minimum": write(sum((one.on_site for one in stays), Fraction(0))),
    }


def total(visits: list[dict], key: str, clauses: tuple[str, ...], log: Log) -> dict[str, str]:
    """The days of several visits together."""
    exact, on_site = (sum(Fraction(one[name]) for one in visits) for name in ("exact", "on_site_minimum"))
    each = {one["visit"]: HalfDays(one["days"]) for one in visits}
    days = log.step(key, clauses, HalfDays(sum(each.values())), **each)
    return {"exact": write(exact), "days": write(days), "on_site_minimum": write(on_site)}
