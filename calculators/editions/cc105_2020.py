"""CNAS-CC105:2020 (IAF MD 5:2019): audit time of quality, environmental and OH&S management systems."""

from ..figures import factors_of, stating, tabled

EDITION = "CC105:2020"
IN_FORCE = ("2025-09-01", None)  # the source prints no date; the rules GZ021 A/1 apply it since then (5.4.2.2)
STANDARDS = {
    "QMS": ("high", "medium", "low"),
    "EMS": ("high", "medium", "low", "limited", "special"),
    "OHSMS": ("high", "medium", "low"),
}

_figure = stating(EDITION)
_table = tabled(EDITION)
_factors = factors_of(EDITION)

DAY_HOURS = _figure(8, "1.8")
HALF_DAY = _figure("1/2", "2.2.3")
REDUCTION_LIMIT = _figure(30, "3.9")  # percent of the table's time
ON_SITE_SHARE = _figure(80, "2.1.2", "4.1")  # percent of the time calculated
ON_SITE_OF = "adjusted"
SURVEILLANCE_SHARE = _figure("1/3", "5")
RECERTIFICATION_SHARE = _figure("2/3", "6")
SURVEILLANCE_MINIMUM = _figure(1, "5-n")
RECERTIFICATION_MINIMUM = _figure(1, "6-n")
STAGE_2_MINIMUM = None
REMOTE_NEEDS_REASON = None
REMOTE_LIMIT = None

CLAUSES = {
    "effective": ("1.9", "2.3.1"),
    "part_time": ("2.3.3",),
    "similar_work": ("2.3.4",),
    "shifts": ("2.3.5",),
    "audited_shifts": ("3.7",),
    "temporary_unskilled": ("2.3.6",),
    "contractors": ("1.9",),
    "seasonal": ("2.3.1",),
    "factors": ("3.7", "8"),
    "stages": ("3.1",),
    "longer_day": ("2.2.2",),
    "shorter_day": ("2.2.1",),
    "remote": ("4.5",),
    "record": ("3.7", "4.3"),
    "integrated": ("8-5-e-n",),
    "once": ("8-n1",),
}

FIRST_PERSON = {  # days at one person, where the line of the table starts
    "QMS": _figure("1.5", "QMS1-n1"),
    "EMS": _figure("2.5", "EMS1-n2"),
    "OHSMS": _figure("2.5", "OHSMS1-n2"),
}
BEYOND = {"QMS": "QMS1-n2", "EMS": "EMS1-n3", "OHSMS": "OHSMS1"}
LINE_STATED_BY = None
LINE = {"QMS": "QMS1-n1", "EMS": "EMS1-n2", "OHSMS": "OHSMS1-n2"}
SPECIAL = "B-h1"
RISK = "QMS2-n1"

_QMS = """
5 1.5
10 2
15 2.5
25 3
45 4
65 5
85 6
125 7
175 8
275 9
425 10
625 11
875 12
1175 13
1550 14
2025 15
2675 16
3450 17
4350 18
5450 19
6800 20
8500 21
10700 22
"""
_EMS = """
5 3 2.5 2.5 2.5
10 3.5 3 3 3
15 4.5 3.5 3 3
25 5.5 4.5 3.5 3
45 7 5.5 4 3
65 8 6 4.5 3.5
85 9 7 5 3.5
125 11 8 5.5 4
175 12 9 6 4.5
275 13 10 7 5
425 15 11 8 5.5
625 16 12 9 6
875 17 13 10 6.5
1175 19 15 11 7
1550 20 16 12 7.5
2025 21 17 12 8
2675 23 18 13 8.5
3450 25 19 14 9
4350 27 20 15 10
5450 28 21 16 11
6800 30 23 17 12
8500 32 25 19 13
10700 34 27 20 14
"""
_OHSMS = """
5 3 2.5 2.5
10 3.5 3 3
15 4.5 3.5 3
25 5.5 4.5 3.5
45 7 5.5 4
65 8 6 4.5
85 9 7 5
125 11 8 5.5
175 12 9 6
275 13 10 7
425 15 11 8
625 16 12 9
875 17 13 10
1175 19 15 11
1550 20 16 12
2025 21 17 12
2675 23 18 13
3450 25 19 14
4350 27 20 15
5450 28 21 16
6800 30 23 17
8500 32 25 19
10700 34 27 20
"""
TABLES = {
    "QMS": _table(_QMS, ("any",), "QMS1"),
    "EMS": _table(_EMS, ("high", "medium", "low", "limited"), "EMS1"),
    "OHSMS": _table(_OHSMS, ("high", "medium", "low"), "OHSMS1"),
}


def _every(clause: str) -> dict[str, str]:
    return {"QMS": clause, "EMS": clause, "OHSMS": clause}


FACTORS = {
    **_factors(
        True,
        ("complicated_logistics", _every("8-1-a")),
        ("several_languages", _every("8-1-b")),
        ("large_site", _every("8-1-c")),
        ("high_regulation", _every("8-1-d")),
        ("complex_processes", _every("8-1-e")),
        ("temporary_sites", _every("8-1-f")),
        ("high_risk", {"QMS": "8-2-a"}),
        ("outsourcing", {"QMS": "8-2-b", "EMS": "8-3-f"}),
        ("sensitive_environment", {"EMS": "8-3-a"}),
        ("interested_parties", {"EMS": "8-3-b", "OHSMS": "8-4-a"}),
        ("indirect_aspects", {"EMS": "8-3-c"}),
        ("additional_aspects", {"EMS": "8-3-d"}),
        ("environmental_accidents", {"EMS": "8-3-e"}),
        ("accident_rate", {"OHSMS": "8-4-b"}),
        ("public_on_site", {"OHSMS": "8-4-c"}),
        ("legal_proceedings", {"OHSMS": "8-4-d"}),
        ("temporary_contractors", {"OHSMS": "8-4-e"}),
        ("major_hazard", {"OHSMS": "8-4-f"}),
        ("foreign_sites", {"OHSMS": "8-4-g"}),
    ),
    **_factors(
        False,
        ("no_design", {"QMS": "8-5-a"}),
        ("small_site", _every("8-5-b")),
        ("mature_system", _every("8-5-c")),
        ("prior_knowledge", _every("8-5-d")),
        ("preparedness", _every("8-5-e")),
        ("automation", {"QMS": "8-5-f", "EMS": "8-5-f"}),
        ("off_site_staff", {"QMS": "8-5-g", "EMS": "8-5-g"}),
        ("low_risk", {"QMS": "8-5-h", "EMS": "8-5-h"}),
    ),
}
