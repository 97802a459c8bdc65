"""Deadlines: each with its day, its rule and clause, where it is counted from, and how it stands.

`state` is `met` or `missed` where a stated date shows it, or where today is past the day and the date that should have
been stated by then is not; `future` where its time has not begun; else `open`: it runs, or nothing says whether it was kept.
"""

from __future__ import annotations

from .dates import WorkingDays, date, days_later, months_later

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .figures import Figure
    from .log import Log


class Day:
    """A known day: `path` is the request's field (or the deadline) that gives it; `assumed` days follow from other ones."""

    __slots__ = ("path", "date", "assumed")

    def __init__(self, path: str, day: date, assumed: bool = False) -> None:
        self.path, self.date, self.assumed = path, day, assumed


class Deadlines:
    """Collects the deadlines of one request, and a step for each in the log.

    `ended` is the day on which the certification ended early: what only binds a certified organisation stops there.
    """

    def __init__(self, today: date | None, ended: date | None, working_days: WorkingDays, log: Log) -> None:
        self.today, self.ended, self.working_days, self.log = today, ended, working_days, log
        self.listed: list[dict[str, object]] = []
        self.units: dict[str, list[str]] = {}  # unit of counting: the clauses that were counted in it
        self.weekdays_only: list[str] = []

    def count(self, name: str, start: Day, figure: Figure, unit: str, **more: object) -> Day | None:
        """A deadline so many days, months, years or working days after `start`, or before it where `back` is said."""
        amount = figure.value.numerator * (-1 if more.get("back") else 1)
        if unit == "working_days":
            day = self.working_days.later(start.date, amount)
            if not self.working_days.known(start.date, day):
                self.weekdays_only += figure.clauses
            more |= self._left_out(start.date, day)
        elif unit == "days":
            day = days_later(start.date, amount)
        else:
            day = months_later(start.date, amount * (12 if unit == "years" else 1))
        self.units.setdefault(unit, []).extend(figure.clauses)
        step = f"calendar.step.{unit}_before" if more.get("back") else f"calendar.step.{unit}"
        return self.add(name, start, day, figure.clauses, step=step, amount=figure.value, **more)

    def add(
        self, name: str, start: Day, day: date, clauses: tuple[str, ...], *, subject: str = "", kind: str = "latest",
        done: date | None = None, awaited: bool = False, binds_certified: bool = False, back: bool = False,
        step: str = "calendar.step.day", **named: object,
    ) -> Day | None:  # fmt: skip
        """A deadline on a certain day; None where the certification ended before it could bind.

        `done` is the stated day on which it was kept; `awaited` says that this day would be stated if there were one.
        """
        if binds_certified and done is None and self.ended and day > self.ended:
            return None
        log = self.log
        values = {**named, "start": start.date, "date": day}
        title = log.words.text(f"calendar.due.{name}", values)
        key = f"{name}.{subject}" if subject else name
        log.step(
            step, clauses, abs((day - start.date).days), title=title,
            from_year=start.date.year, from_month=start.date.month, from_day=start.date.day, **values,
        )  # fmt: skip
        self.listed.append({
            "key": key,
            "title": title,
            "date": day,
            "kind": kind,
            "clauses": list(clauses),
            "rule": log.words.text(f"calendar.rule.{name}", values),
            "from": start.path,
            "from_date": start.date,
            "assumed": start.assumed,
            "fulfilled": done,
            "state": self._state(kind, day, done, awaited, start.date if not back else None),
        })  # fmt: skip
        return Day(key, day, assumed=True)

    def _left_out(self, first: date, last: date) -> dict[str, object]:
        """How many days a count of working days passes over, and in words which, so that it can be redone."""
        found = self.working_days.unlike_weekdays(first, last)
        said = [self.log.words.text(f"calendar.{kind}", {"days": ", ".join(map(str, days))}) for kind, days in found.items() if days]
        return {"left_out": len(found["holiday"]) + len(found["weekend"]), "which": "".join(said)}

    def in_order(self) -> list[dict[str, object]]:
        """The deadlines by date, with their dates written out."""
        ordered = sorted(self.listed, key=lambda deadline: (deadline["date"], deadline["key"]))
        return [{name: _written(value) for name, value in deadline.items()} for deadline in ordered]

    def _state(self, kind: str, day: date, done: date | None, awaited: bool, begins: date | None) -> str:
        if done:
            return "met" if (done <= day if kind == "latest" else done >= day) else "missed"
        if self.today is None:
            return "open"
        if kind == "earliest":
            return "future" if self.today < day else "open"
        if self.today > day:
            return "missed" if awaited else "open"
        return "future" if begins and begins > self.today else "open"


def _written(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
