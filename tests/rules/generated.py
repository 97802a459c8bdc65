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
        yield f"list of sites {number}", "cc11", list_of_sites(number)
    for number in range(24):
        yield f"organization {number}", "programme", organization(number)
    for number in range(40):
        yield f"known days {number}", "calendar", known_days(number)
        yield f"place {number}", "cc105", place(number)
    for number in range(16):
        yield f"applicant {number}", "eligibility", applicant(number)
    for number, (name, more) in enumerate(FEW_ASK):
        yield f"rare {number}", name, {**USUAL[name], **more}
    for name in NAMES:
        for field in (*schema(name)["properties"], "unknown"):
            for number, junk in enumerate(JUNK):
                yield f"{name} {field} {number}", name, {**USUAL[name], field: junk}


def list_of_sites(n: int) -> dict:
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


def organization(n: int) -> dict:
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


def known_days(n: int) -> dict:
    days = {field: str(FIRST + timedelta(at * (11 + n % 7) + n * 3)) for at, field in enumerate(calendar.DAYS) if (at * at + n * at + n) % 5 < 2}
    days.pop("last_surveillance", None)
    audits = [str(FIRST + timedelta(300 + at * (330 + n * 3))) for at in range(n % 4)]
    today = {"today": str(FIRST + timedelta(n * 61))} if n % 3 else {}
    return {**days, **today, "surveillances": audits, "holidays": [str(FIRST + timedelta(n * 5 + at)) for at in range(n % 5)]}


def place(n: int) -> dict:
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


def applicant(n: int) -> dict:
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
_SHOPS = [{"id": f"s{i:02}", "activity": f"a{i}", "personnel": 40 + i} for i in range(40)]
_GROUPS = [{"count": 7}, {"count": 9, "reduction_percent": 10}, {"count": 12, "shift": "night"}]
_NO_DESIGN = {"factor": "no_design", "percent": -5, "reason": "to print"}
FEW_ASK = (  # what few ask, and what none of the above says
    *(("calendar", {"stage1_end": day}) for day in ("1900-02-28", "1900-02-29", "2000-02-29", "2100-02-29", "2101-02-28", "2024-02-29", "2026-09-31")),
    *(("calendar", {"stage1_end": None, "certificate_issue": "2025-01-15", "last_surveillance": day}) for day in ("2026-01-14", "2026-01-15", "2026-01-16")),
    ("calendar", {"surveillances": [{"end": "2026-05-02", "verified": "2026-06-01"}, {"end": "2027-05-02"}], "today": "2026-03-01"}),
    ("calendar", {"stage1_end": FIRST}),
    ("calendar", {"certificate_issue": "2026-01-01", "withdrawal": "2027-01-01", "today": "2027-01-01"}),
    ("calendar", {"suspension_start": "2026-03-01", "withdrawal": "2026-08-01", "today": "2026-10-01"}),
    ("calendar", {"spot_check_notice": "2026-03-01", "surveillances": ["2026-03-01"], "today": "2026-05-01"}),
    ("eligibility", {"last_penalty": "2026-03-01"}),
    ("eligibility", {"last_penalty": "2026-03-02"}),
    *(("cc11", {"audit": audit, "sites": _SHOPS[:count]}) for audit in ("initial", "recertification") for count in (2, 24, 25, 26, 27, 40)),
    ("cc11", {"sites": 9, "audited": ["a"]}),
    ("cc11", {"sites": "many", "audited": ["a"]}),
    ("cc11", {"audited": ["a0", "b", "s1", "s05", "s39", "t", "", 5], "sites": _SHOPS}),
    ("cc11", {"sites": [5, {"id": "a"}, {"id": "a", "parent": "a"}]}),
    ("cc11", {"rule": "GBCX20:B0", "sites": [{"id": "a", "risk": "high", "personnel": 60}, {"id": "b", "risk": "low"}, 5]}),
    ("cc11", {"rule": "GBCX20:B0", "sites": [{"id": "a", "risk": "medium", "personnel": 60}, {"id": "b", "risk": "low", "activity": "x"}]}),
    ("cc11", {"rule": "GBCX20:B0", "audit": "new_sites", "sites": [{"id": "a", "personnel": 60}, {"id": "b"}]}),
    ("cc11", {"audit": "new_sites"}),
    ("programme", {"central": {"personnel": _GROUPS}}),
    ("programme", {"central": {"personnel": {"QMS": _GROUPS, "EMS": 5}}, "sites": [{"id": "a", "personnel": {"QMS": _GROUPS}}]}),
    ("programme", {"sites": [{"id": f"s{i}", "personnel": [{"count": 3 * i + 1}], "group": "x"} for i in range(9)]}),
    ("programme", {"sites": [5, {"id": "", "personnel": 5}, {"id": "a"}, {"id": "central", "personnel": 5}]}),
    ("programme", {"edition": "none", "central": {"personnel": 9, "factors": [_NO_DESIGN]}}),
    ("programme", {"standards": [{"standard": "EMS", "category": "low"}], "factors": [_NO_DESIGN], "integration": {"percent": 5}}),
    ("programme", {"factors": [{"factor": "no_design", "reason": "to print"}, {"factor": "preparedness", "percent": -5, "reason": "known"}]}),
    ("programme", {"factors": [{"factor": "no_design", "reason": "to print"}], "choices": {"preset": "example_large_body"}}),
    ("programme", {"standards": [{"standard": "QMS"}, {"standard": "EMS", "category": "low"}], "auditors": [["QMS"]], "central": {"personnel": 1}}),
    ("programme", {
        "standards": [{"standard": "QMS"}, {"standard": "EMS", "category": "low"}], "central": {"personnel": 1}, "sites": [],
        "factors": [{"factor": "large_site", "percent": 5, "reason": "wide", "standards": ["EMS"]}], "choices": {"minimum_day": "per_standard"},
    }),
    ("programme", {"central": {"personnel": 9, "factors": [{"factor": "mature_system", "percent": -10}]}}),
    *(("cc105", {"edition": edition, "factors": [_NO_DESIGN], "quoted": {"initial": days, "surveillance_per_year": "5/3", "recertification": "3.5"}})
      for edition in ("CC105:2020", "NARMD5:2009") for days in (5, "4.75", 4, "3.8")),
    *(("calendar", {"stage1_end": "2025-01-15", "today": "2026-03-01", **more}) for more in (
        {}, {"decision": "2025-05-01"}, {"stage2_end": "2025-12-01"}, {"stage2_start": "2025-03-01"}, {"certificate_issue": "2025-05-01"},
        {"stage2_end": "2025-06-01", "certificate_issue": "2025-06-05"},
    )),
    *(("calendar", {"stage1_end": None, "decision": "2023-03-01", "today": "2026-06-01", field: "2026-02-01"}) for field in (
        "recertification_audit_start", "recertification_audit_end", "recertification_decision", "recertification_issue", "results_reported",
    )),
    ("calendar", {"certificate_issue": "2023-03-01", "recertification_issue": "2026-02-01", "results_reported": "2023-04-01"}),
    ("cc106", {"auditors": [["QMS", "EMS"], *[["QMS"]] * 4]}),
    *(("cc11", {"seed": seed, "audit": audit, "year": 2, "sites": [
        {"id": f"s{i}", "level": "shop", "parent": f"u{i * 5 // units}", "sampled": i % 9 != 4 if units == 3 else None} for i in range(40)
    ]}) for seed in range(4) for audit in ("initial", "surveillance", "recertification") for units in (3, 10, 22)),
    *(("cc11", {"rule": rule, "audit": "new_sites", "sites": [{"id": f"s{i}", "level": "ab"[i % 2]} for i in range(9)]}) for rule in RULES),
    ("cc105", {"factors": [{"factor": "large_site", "reason": "wide"}, {"factor": "small_site", "reason": "small"}], "choices": {"preset": "example_large_body"}}),
)  # fmt: skip
