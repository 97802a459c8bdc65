"""BYICC-GZ-021, edition A/1: the certification rules of the body, in force since 1 September 2025."""

from ..figures import stating

EDITION = "GZ021:A1"
IN_FORCE = ("2025-09-01", None)

_figure = stating(EDITION)

DAY_HOURS = _figure(8, "5.4.2.1")
INTEGRATED_MINIMUM = _figure(80, "5.4.2.3")  # percent of the sum of the single standards' times
REMOTE_LIMIT = _figure(30, "5.5.4")  # percent of the time on site
