"""GB-CX-20, edition B/0: the multi-site procedure of a certification body, with factors of its own for high risk."""

from ..figures import stating

EDITION = "GBCX20:B0"
IN_FORCE = ("2023-06-01", None)

_figure = stating(EDITION)

SURVEILLANCE = _figure("0.6", "8.2.1-2")
RECERTIFICATION = _figure("0.8", "8.2.1-3")  # where the system proved effective
HIGH_INITIAL = _figure("1.4", "8.2.2-1")
HIGH_SURVEILLANCE = _figure("0.9", "8.2.2-2")
HIGH_RECERTIFICATION = _figure("1.1", "8.2.2-3")  # where the system proved effective
HIGH_ALL_UP_TO = _figure(3, "8.2.2")  # so many sites are all audited
NEW_SITES = _figure("0.9", "8.2.3")
RANDOM_SHARE = _figure(25, "8.1-1")  # percent of the sample
UNSAMPLED_SHARE = _figure(30, "8.3.1")  # percent of the sites that cannot be sampled, per calendar year
SMALL_SITE = _figure(50, "8.2.1")  # the guide supposes fewer employees per site
SITE_LIMIT = _figure(50, "10.3")  # percent by which the time of one sampled site may be reduced

CLAUSES = {
    "initial": ("8.2.1-1",),
    "surveillance": ("8.2.1-2",),
    "recertification": ("8.2.1-3",),
    "high_initial": ("8.2.2-1",),
    "high_surveillance": ("8.2.2-2",),
    "high_recertification": ("8.2.2-3",),
    "new_sites": ("8.2.3",),
    "merged": ("8.2.3", "9.3"),
    "unsampled_all": ("8.3.1",),
    "unsampled_new": ("8.3.1",),
    "unsampled_second_year": ("8.3.1", "10.9.2"),
    "central_function": ("8.1-2-a", "8.3.1"),
    "random": ("8.1-1",),
    "chosen": ("8.1-2",),
    "other_aspects": ("8.1-2-c", "8.1-2-d", "8.1-2-f"),
    "processes": ("8.3.2",),
    "increase": ("8.2.4-2",),
    "levels": ("8.2.4-3",),
    "alike": ("7.1-2", "5.6"),
    "mixed": ("8.3.1",),
    "record": ("12",),
    "temporary": ("4.2.1",),
}
