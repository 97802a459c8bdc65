"""A day of the calendar as text, 2026-03-01, checked without `datetime`, which the browser would have to load."""

from __future__ import annotations

import re

from .fields import Field, shown
from .numbers import Written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .fields import Invalid, Report
    from .messages import Words

FIRST_YEAR, LAST_YEAR = 1900, 2200
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


class Day(Field):
    """A day of the calendar; days sort as their texts do."""

    def read(self, value: object, path: str, report: Report) -> str | Invalid:
        if not isinstance(value, str) and hasattr(value, "isoformat"):
            value = value.isoformat()  # as YAML reads it
        match = _DAY.fullmatch(value.strip()) if isinstance(value, str) and not isinstance(value, Written) else None
        if not match or not _exists(*map(int, match.groups())):
            return report.add(path, "request.date", met=shown(value))
        if not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
            return report.add(path, "request.date_years", met=shown(value), first=str(FIRST_YEAR), last=str(LAST_YEAR))
        return match[0]

    def schema(self, words: Words, key: str) -> dict[str, object]:
        return self.described(words, key, {"type": "string", "format": "date"})


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= month_length(year, month)


def month_length(year: int, month: int) -> int:
    """How many days a month has.

    >>> month_length(2024, 2), month_length(1900, 2), month_length(2026, 11)
    (29, 28, 30)
    """
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 28 + leap if month == 2 else 30 if month in (4, 6, 9, 11) else 31
