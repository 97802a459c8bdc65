"""Requests made by arithmetic, far from what a person would ask: their answers are recorded beside those of the cases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from calculators import NAMES, calendar, cc11, eligibility, schema
from calculators.sample_size import RULES

AUDITS = cc11.REQUEST.fields["audit"].values
JUNK = ("junk", "", -1, "1/0", 10**50, True, None, [], ["junk"], [{}], [{"junk": 1}], {}, {"junk": 1}, "2200-12-32", "2201-01-01", "\ud800", "x" * 2001)
FIRST = date(2026, 1, 1)


def requests() -> Iterator[tuple[str, str, dict]]:
    """A name, a calculator and a request, some of them wrong in several places."""
    for number in range(30):
        yield f"list of sites {number}", "cc11", _list_of_sites(number)
    for number in range(24):
        yield f"organization {number}", "programme", _organization(number)
    for number in range(40):
        yield f"known days {number}", "calendar", _known_days(number)
        yield f"place {number}", "cc105", _place(number)
    for number in range(16):
        yield f"applicant {number}", "eligibility", _applicant(number)
    for name in NAMES:
        for field in (*schema(name)["properties"], "unknown"):
            for number, junk in enumerate(JUNK):
                yield f"{name} {field} {number}", name, {**USUAL[name], field: junk}


def _list_of_sites(n: int) -> dict:
    sites = [
        {
            "id": f"s{i}", "country": "ABCDE"[(i * i + n) % 5], "shifts": 1 + i * n % 3, "activity": "abcdefg"[i * 5 % 7] if n % 2 else None,
            "personnel": (i * 37 + n * 11) % 400 + 1 if i % 5 else None, "permanent": (i + n) % 7 != 0, "virtual": (i + n) % 11 == 0,
            "risk": (None, "low", "medium", "high")[(i + n) % 4] if n % 6 else None,
            "last_audited": f"{2019 + i * n % 6}-0{1 + i % 9}-01" if n % 4 == 1 and i % 3 else None,
            "group": ("north", "south", None)[i % 3] if n % 5 == 0 else None, "level": ("office", "shop")[i % 2] if n % 3 == 0 else None,
            "parent": f"u{i * 7 % (3 + n % 5)}" if n % 3 == 0 and i % 2 else None, "sampled": False if n % 7 == 3 and i % 9 == 0 else None,
        }
        for i in range(8 + n * 2)
    ]  # fmt: skip
    more = {"seed": str(n)} if n % 2 else {}
    if n % 8 == 6:
        more["audited"] = [f"s{i}" for i in range(0, 12, 2)]
    return {
        "rule": tuple(RULES)[n % 3], "audit": AUDITS[n % 4 if n % 3 else n // 3 % 3], "year": 1 + n // 2 % 2, "sites": sites,
        "risk": ("low", "high")[n % 2], "effective": n % 4 == 2, "sampled": n % 10 != 9, **more,
    }  # fmt: skip


def _organization(n: int) -> dict:
    names = [["QMS"], ["QMS", "EMS"], ["EMS", "OHSMS"], ["OHSMS", "QMS", "EMS"]][n % 4]
    edition = "NARMD5:2009" if n % 6 == 5 else "CC105:2020"
    factors = [{"factor": "mature_system", "percent": -5 * (n % 8), "reason": "stated"}, {"factor": "no_design", "percent": -5, "reason": "said"}]
    sites = [
        {
            "id": f"s{i}", "personnel": {name: 3 + (i * 29 + n) % 90 for name in names} if i % 3 == 0 else 1 + (i * 53 + n) % 700,
            "group": ("shop", "depot", None)[i % 3] if i % 5 else None, "country": "AB"[i % 2], "virtual": i == 4 or None,
            "central_percent": (0, 10, 25)[i % 3], "central_reason": "kept at the centre", "factors": factors[1:] if "QMS" in names and i % 2 else None,
            "level": ("office", "shop")[i % 2] if n % 5 == 4 else None, "parent": f"s{i // 4 * 4}" if n % 5 == 4 and i % 2 else None,
        }
        for i in range(n % 11)
    ]  # fmt: skip
    team = {"auditors": [names, names[:1]], "integration": {"percent": 20 * (n % 6)}} if n % 3 else {}
    choices = {"minimum_day": "per_standard"} if n % 2 else {"integrated_in_site_limit": n % 4 == 2, "over_limit": ("cut", "refuse")[n // 4 % 2]}
    return {
        "edition": edition, "standards": [{"standard": name, "category": "low"} for name in names], "central": {"personnel": 2 + n * 17},
        "sites": sites, "factors": factors[:1], "cycle": "recertification" if n % 7 == 6 else "initial", "rule": tuple(RULES)[n % 3], "risk": "low", "effective": n % 5 == 0,
        "increase_percent": n % 4 * 5, "increase_reason": "distance", "seed": n, "choices": choices, **team,
    }  # fmt: skip


def _known_days(n: int) -> dict:
    days = {field: str(FIRST + timedelta(at * (11 + n % 7) + n * 3)) for at, field in enumerate(calendar.DAYS) if (at * at + n * at + n) % 5 < 2}
    days.pop("last_surveillance", None)
    audits = [str(FIRST + timedelta(300 + at * (330 + n * 3))) for at in range(n % 4)]
    today = {"today": str(FIRST + timedelta(n * 61))} if n % 3 else {}
    return {**days, **today, "surveillances": audits, "holidays": [str(FIRST + timedelta(n * 5 + at)) for at in range(n % 5)]}


def _place(n: int) -> dict:
    standard = ("QMS", "EMS", "OHSMS")[n % 3]
    groups = [
        {"count": 1 + n * at, "hours_per_day": 4 + at, "kind": ("regular", "part_time", "contractor")[at % 3], "shift": f"shift {at % 2}" if n % 2 else None}
        for at in range(1, 4)
    ]  # fmt: skip
    factors = [("mature_system", -(n % 20)), ("large_site", n % 13), ("small_site", -(n % 7))]
    readings = ("curve", "band"), ("tie", "even"), ("tie", "down"), ("shifts", "average"), ("shifts", "main"), ("stage1_share", "2/5"), ("preset", "example_ten_percent")
    return {
        "edition": "NARMD5:2009" if n % 5 == 4 and standard != "OHSMS" else "CC105:2020", "standard": standard, "category": ("high", "medium", "low")[n // 3 % 3],
        "personnel": groups if n % 2 else 1 + n * n * 9, "factors": [{"factor": name, "percent": percent, "reason": "stated"} for name, percent in factors],
        "remote_percent": n, "hours_per_day": 5 + n % 6, "choices": dict([readings[n % 7]]), "quoted": {"initial": n % 9 + 1, "surveillance_per_year": "1.5", "recertification": n % 5 + 1},
    }  # fmt: skip


def _applicant(n: int) -> dict:
    words = ("yes", "no", "not_applicable", None)
    answers = {name: words[(at * n + n // 3) % 4 if at in (1, 3, 4) else at * n % 2] for at, name in enumerate(eligibility.CONDITIONS)}
    days = {timed.field: str(FIRST - timedelta(40 * (at + 1) * (n % 5 + 1))) for at, timed in enumerate(eligibility.TIMED.values()) if (at + n) % 3}
    return {"answers": answers, **days, "today": str(FIRST + timedelta(n)), "penalty_corrected": n % 4 == 0}


USUAL = {
    "cc105": {"standard": "QMS", "personnel": 65},
    "cc106": {"times": {"QMS": 5, "EMS": 6}, "auditors": [["QMS", "EMS"]], "integration": {"percent": 50}},
    "cc11": {"audit": "initial", "sites": [{"id": "a"}, {"id": "b"}]},
    "programme": {"standards": [{"standard": "QMS"}], "central": {"personnel": 65}, "sites": [{"id": "a", "personnel": 9}]},
    "calendar": {"stage1_end": "2026-03-01"},
    "eligibility": {"answers": {"system": "yes"}, "today": "2026-03-01"},
}
