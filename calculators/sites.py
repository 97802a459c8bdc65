"""The sites of an organization as a request lists them, and what tells one from another (CC11 6.1.2.4)."""

from __future__ import annotations

from bisect import bisect_left
from operator import itemgetter

from .day import Day
from .fields import INVALID, Choice, Flag, List, Name, Number, Record, Report, Text, nearest_to, number_or_list, shown
from .log import Log
from .numbers import ceiling

MOST_LISTED = 20_000
MOST_SITES = 10**9
DIFFERENCES = ("activity", "country", "risk", "shifts", "kind", "size")  # in the order that breaks ties of a reason
_AS_LISTED = itemgetter(*DIFFERENCES[:-2])


SITE = Record({
    "id": Name(required=True),
    "name": Text(),
    "level": Name(),
    "parent": Name(),
    "personnel": Number(0, 10**9, finest=1000),
    "group": Name(),
    "activity": Name(),
    "risk": Choice("low", "medium", "high"),
    "country": Name(),
    "shifts": Name(),
    "permanent": Flag(),
    "virtual": Flag(),
    "last_audited": Day(),
    "sampled": Flag(),
})  # fmt: skip
SITES = number_or_list(Number(1, MOST_SITES, whole=True), List(SITE, minimum=1, maximum=MOST_LISTED))


def check_sites(sites: object, path: str, report: Report) -> None:
    """Ids are given once; no site is its own parent; a level is said of every site or of none."""
    if not isinstance(sites, list):
        return
    met: dict[str, int] = {}
    with_level = sum(bool(site and site["level"]) for site in sites)
    for position, site in enumerate(sites):
        if not site:
            continue
        at, name = f"{path}[{position}]", site["id"]
        if name and name in met:
            report.add(f"{at}.id", "cc11.id_twice", met=shown(name), first=met[name] + 1)
        elif name:
            met[name] = position
        if name and name == site["parent"]:
            report.add(f"{at}.parent", "cc11.own_parent", met=shown(name))
        if with_level and not site["level"] and site["level"] is not INVALID:
            report.add(f"{at}.level", "cc11.level_missing")


def check_audited(audited: object, sites: object, path: str, report: Report) -> None:
    """What was audited earlier in the cycle are sites of the list."""
    if audited is None:
        return
    if not isinstance(sites, list):
        if sites is not INVALID:
            report.add(path, "cc11.audited_needs_list")
        return
    known = sorted({site["id"] for site in sites if site and site["id"]})
    for position, name in enumerate(audited or ()):
        if not known or not name:
            continue
        place = bisect_left(known, name)
        if known[place : place + 1] != [name]:
            near = known[max(place - 3, 0) : place + 3]  # to weigh all of thousands for each would take minutes
            report.add(f"{path}[{position}]", "cc11.unknown_site", met=shown(name), **nearest_to(name, [shown(one) for one in near]))


def kind_of(site: dict) -> str:
    """Permanent, temporary or virtual (CC11 2.2, 2.3, 2.6)."""
    return "virtual" if site["virtual"] else "temporary" if site["permanent"] is False else "permanent"


def profile(site: dict) -> tuple:
    """What sets the site apart, in the order of `DIFFERENCES`; sizes differ when one has twice the people of another."""
    personnel = site["personnel"]
    size = None if personnel is None else ceiling(personnel).bit_length()
    return (*_AS_LISTED(site), kind_of(site), size)


def described(site: dict, difference: str, log: Log) -> str:
    """One difference of a site in words: 'country: HU', '120 people'."""
    if difference == "size":
        return log.words.text("cc11.difference.size", {"people": site["personnel"]})
    value = kind_of(site) if difference == "kind" else site[difference]
    if difference in ("kind", "risk"):
        value = log.name(f"cc11.{difference}.{value}")
    return log.words.text(f"cc11.difference.{difference}", {"value": shown(value)})
