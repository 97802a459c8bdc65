"""Calendar days: read from a request, and moved by days, months and working days (GZ021 counts in all three).

The day a period starts from is not counted; its last day is. Months keep the day of the month, or take the last day of
a shorter month.
"""

from __future__ import annotations

from datetime import date, timedelta

from .day import Day, month_length

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .fields import Invalid, Report

class Date(Day):
    """A day of the calendar that is reckoned with."""

    def read(self, value: object, path: str, report: Report) -> date | Invalid:
        day = super().read(value, path, report)
        return date.fromisoformat(day) if isinstance(day, str) else day


def months_later(day: date, months: int) -> date:
    """The same day of the month, so many months later; the last day where the month is shorter.

    >>> str(months_later(date(2026, 8, 31), 6)), str(months_later(date(2024, 2, 29), 36))
    ('2027-02-28', '2027-02-28')
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, month_length(year, month + 1)))


def days_later(day: date, days: int) -> date:
    """So many calendar days later.

    >>> str(days_later(date(2028, 2, 28), 2))
    '2028-03-01'
    """
    return day + timedelta(days)


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

    def unlike_weekdays(self, day: date, last: date) -> dict[str, list[date]]:
        """The days after `day` up to `last` that a plain count of Monday to Friday would take otherwise, by what they are.

        >>> {kind: len(days) for kind, days in WorkingDays([date(2026, 3, 9)], []).unlike_weekdays(date(2026, 3, 6), date(2026, 3, 11)).items()}
        {'holiday': 1, 'weekend': 2, 'worked': 0}
        """
        found: dict[str, list[date]] = {"holiday": [], "weekend": [], "worked": []}
        while day < last:
            day = days_later(day, 1)
            free = "weekend" if day.weekday() >= 5 else "holiday" if day in self._holidays else ""
            if free:
                found["worked" if day in self._worked else free].append(day)
        return found

    def known(self, first: date, last: date) -> bool:
        """Whether holidays were given for the years that a period touches."""
        return first.year in self._years and last.year in self._years

    def _is_working(self, day: date) -> bool:
        return day in self._worked or (day.weekday() < 5 and day not in self._holidays)
