"""Calendar days: read from a request, and moved by days, months and working days (GZ021 counts in all three).

The day a period starts from is not counted; its last day is. Months keep the day of the month, or take the last day of
a shorter month.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from .fields import Field, shown
from .numbers import Written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .fields import Invalid, Report
    from .messages import Words

FIRST_YEAR, LAST_YEAR = 1900, 2200
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


class Date(Field):
    """A day of the calendar, written 2026-03-01."""

    def read(self, value: object, path: str, report: Report) -> date | Invalid:
        value = value.isoformat() if type(value) is date else value  # as YAML reads it
        match = _DATE.fullmatch(value.strip()) if isinstance(value, str) and not isinstance(value, Written) else None
        try:
            day = date(*map(int, match.groups())) if match else None
        except ValueError:  # 2026-02-30
            day = None
        if day is None:
            return report.add(path, "request.date", met=shown(value))
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            return report.add(path, "request.date_years", met=shown(value), first=FIRST_YEAR, last=LAST_YEAR)
        return day

    def schema(self, words: Words, key: str) -> dict[str, object]:
        return self.described(words, key, {"type": "string", "format": "date"})


def months_later(day: date, months: int) -> date:
    """The same day of the month, so many months later; the last day where the month is shorter.

    >>> str(months_later(date(2026, 8, 31), 6)), str(months_later(date(2024, 2, 29), 36))
    ('2027-02-28', '2027-02-28')
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, _length(year, month + 1)))


def days_later(day: date, days: int) -> date:
    """So many calendar days later.

    >>> str(days_later(date(2028, 2, 28), 2))
    '2028-03-01'
    """
    return day + timedelta(days)


def _length(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(1)).day


class WorkingDays:
    """Monday to Friday, without the holidays given and with the weekend days that are worked instead."""

    def __init__(self, holidays: list[date], worked: list[date]) -> None:
        self._holidays, self._worked = set(holidays), set(worked)
        self._years = {day.year for day in holidays}

    def later(self, day: date, working_days: int) -> date:
        """The last of so many working days that follow `day`.

        >>> str(WorkingDays([], []).later(date(2026, 3, 6), 2))
        '2026-03-10'
        """
        while working_days:
            day = days_later(day, 1)
            working_days -= self._is_working(day)
        return day

    def known(self, first: date, last: date) -> bool:
        """Whether holidays were given for the years that a period touches."""
        return first.year in self._years and last.year in self._years

    def _is_working(self, day: date) -> bool:
        return day in self._worked or (day.weekday() < 5 and day not in self._holidays)
