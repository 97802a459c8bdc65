"""CNAS-CC11:2018 (IAF MD 1): audit and certification of a management system operated by a multi-site organization."""

from ..figures import stating

EDITION = "CC11:2018"
IN_FORCE = (None, None)  # the source at hand prints no date

_figure = stating(EDITION)

SURVEILLANCE = _figure("0.6", "6.1.3.3-2")
RECERTIFICATION = _figure("0.8", "6.1.3.3-3")  # where the system proved effective
RANDOM_SHARE = _figure(25, "6.1.2.2")  # percent of the sample
UNSAMPLED_SHARE = _figure(30, "6.2.1")  # percent of the sites that cannot be sampled, per calendar year
SITE_LIMIT = _figure(50, "7.3.1")  # percent by which the time of one sampled site may be reduced
CENTRAL_FUNCTION_REDUCTION = _figure(20, "7.3.1")  # percent of it for what the central function does

CLAUSES = {
    "initial": ("6.1.3.3-1",),
    "surveillance": ("6.1.3.3-2",),
    "recertification": ("6.1.3.3-3",),
    "new_sites": ("6.1.4.1",),
    "merged": ("6.1.4.1",),
    "unsampled_all": ("6.2.1",),
    "unsampled_new": ("6.2.3",),
    "unsampled_second_year": ("6.2.1", "7.9.2"),
    "central_function": ("6.1.3.4", "6.2.1"),
    "random": ("6.1.2.1", "6.1.2.2"),
    "chosen": ("6.1.2.3", "6.1.2.4"),
    "other_aspects": ("6.1.2.4-1", "6.1.2.4-2", "6.1.2.4-6", "6.1.2.4-7"),
    "processes": ("6.1.2.1",),
    "increase": ("6.1.3.5",),
    "levels": ("6.1.3.6",),
    "alike": ("6.1.1.1", "4.6"),
    "mixed": ("6.3",),
    "record": ("6.1.3.2",),
    "temporary": ("3.2.1",),
    "factors_limit": ("7.3.1",),
}
