"""NAR-IAF MD5, first edition, 1 May 2009 (IAF MD 5:2009): audit time of quality and environmental management systems."""

from ..figures import factors_of, stating
from . import cc105_2020

EDITION = "NARMD5:2009"
IN_FORCE = ("2009-05-01", None)
STANDARDS = {"QMS": ("high", "medium", "low"), "EMS": ("high", "medium", "low", "limited", "special")}

_figure = stating(EDITION)
_factors = factors_of(EDITION)

DAY_HOURS = _figure(8, "1.2")
HALF_DAY = None  # this text states no half-day rule
REDUCTION_LIMIT = _figure(30, "3.9")
ON_SITE_SHARE = _figure(80, "2.1", "4.1")  # percent of the table's time
ON_SITE_OF = "table"
SURVEILLANCE_SHARE = _figure("1/3", "5.1")
RECERTIFICATION_SHARE = _figure("2/3", "6.1")
SURVEILLANCE_MINIMUM = None
RECERTIFICATION_MINIMUM = None
STAGE_2_MINIMUM = _figure(1, "4.4-n3")
REMOTE_NEEDS_REASON = _figure(30, "4.4")
REMOTE_LIMIT = _figure(50, "4.4")

CLAUSES = {
    "effective": ("1.3", "2.3"),
    "part_time": ("2.3",),
    "similar_work": ("2.3",),
    "shifts": ("1.3",),
    "audited_shifts": ("3.5",),
    "temporary_unskilled": ("2.3",),
    "contractors": ("1.3",),
    "seasonal": ("1.3",),
    "factors": ("3.7", "8.1"),
    "stages": ("4",),
    "longer_day": ("2.2",),
    "shorter_day": ("2.2",),
    "remote": ("4.4",),
    "record": ("3.7", "4.3"),
    "integrated": ("8.1-15",),
    "once": ("8.1",),
}

FIRST_PERSON = {standard: cc105_2020.FIRST_PERSON[standard] for standard in STANDARDS}
LINE_STATED_BY = cc105_2020  # this text asks for a continuous line, and does not say where it starts and turns
BEYOND = {"QMS": "QMS1-n2", "EMS": "EMS1-n3"}
LINE = {"QMS": "QMS1-n1", "EMS": "EMS1-n2"}
SPECIAL = "B-h1"
RISK = None

TABLES = {  # the numbers are those of CC105:2020, the places are this text's own
    standard: type(table)(table.upper, table.days, (f"{EDITION}/{standard}1",))
    for standard, table in cc105_2020.TABLES.items()
    if standard in STANDARDS
}


def _both(clause: str) -> dict[str, str]:
    return {"QMS": clause, "EMS": clause}


FACTORS = {
    **_factors(
        True,
        ("complicated_logistics", _both("8.1-1")),
        ("several_languages", _both("8.1-2")),
        ("large_site", _both("8.1-3")),
        ("high_regulation", _both("8.1-4")),
        ("complex_processes", _both("8.1-5")),
        ("temporary_sites", _both("8.1-6")),
        ("sensitive_environment", {"EMS": "8.1-7"}),
        ("interested_parties", {"EMS": "8.1-8"}),
        ("indirect_aspects", {"EMS": "8.1-9"}),
        ("additional_aspects", {"EMS": "8.1-10"}),
    ),
    **_factors(
        False,
        ("no_design", {"QMS": "8.1-11"}),
        ("low_risk", {"QMS": "8.1-12"}),  # for EMS the table has it already
        ("small_site", _both("8.1-13")),
        ("mature_system", _both("8.1-14")),
        ("combined_audit", _both("8.1-15")),
        ("prior_knowledge", _both("8.1-16")),
        ("preparedness", _both("8.1-17")),
        ("single_activity", _both("8.1-18-1")),
        ("identical_shifts", _both("8.1-18-2")),
        ("similar_work", _both("8.1-18-3")),
        ("off_site_staff", _both("8.1-18-4")),
    ),
}
