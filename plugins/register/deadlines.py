"""Deadlines that the dates of the file show as missed, for the body's own eyes (GZ021 7.1.1, 7.1.2, 7.3.1, 9.3, 9.4)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, fields
from datetime import date

from calculators.dates import WorkingDays, months_later
from calculators.editions import gz021_a1 as edition
from calculators.figures import Figure

from plugins.register.certificate import Certificate
from plugins.register.columns import Status

_DAYS = WorkingDays([], [])  # public holidays are not known
_OVER = {Status.SUSPENDED: "suspended_from", Status.WITHDRAWN: "withdrawn_on", Status.CANCELLED: "cancelled_on"}


@dataclass(frozen=True, order=True)
class Late:
    """`field` should have held a day up to `due`, or another state from then on; `kept` is the day that it holds."""

    row: int
    number: str
    field: str
    due: date
    kept: date | None
    clause: str
    message: str

    def __str__(self) -> str:
        return f"row {self.row}: {self.number}: {self.field} {self.message} ({self.clause})"


def late(certificates: Iterable[Certificate], day: date) -> list[Late]:
    """What was done too late, what is not done although its day is past, and states that the dates have overtaken."""
    found = [each for one in certificates for each in (*_missed(one, day), *_overtaken(one, day))]
    return sorted(found, key=lambda each: (each.due, each.number, each.field))


def table(late: Iterable[Late]) -> str:
    """The same as CSV."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(field.name for field in fields(Late))
    writer.writerows(astuple(one) for one in late)
    return text.getvalue()


def _missed(one: Certificate, day: date) -> Iterator[Late]:
    for field, due, kept, figure in _deadlines(one):
        if (kept or day) > due:
            message = f"was due {due} and {f'was {kept}' if kept else 'is not in the file'}"
            yield Late(one.row, one.number, field, due, kept, f"GZ021 {figure.clauses[0].partition('/')[2]}", message)


def _overtaken(one: Certificate, day: date) -> Iterator[Late]:
    """A state that cannot be right any more on the day of the register."""
    if one.status_on(day) is not one.status:
        message = f"is {one.status}, but the certificate ran out on {one.expires} and is shown as expired; write expired, or the dates of the renewed certificate"
        yield Late(one.row, one.number, "status", one.expires, None, "GZ021 6.2.2", message)
    elif one.status is Status.SUSPENDED and one.suspended_until and one.suspended_until < day:
        message = f"is suspended, but the suspension ended on {one.suspended_until}; write valid if it was restored, withdrawn if its cause remains"
        yield Late(one.row, one.number, "status", one.suspended_until, None, "GZ021 7.2.1, 7.3.1", message)


def _deadlines(one: Certificate) -> Iterator[tuple[str, date, date | None, Figure]]:
    """The field that shows a deadline kept, its day, what the field holds, and the figure."""
    reported = months_later(one.issued.replace(day=1), 1).replace(day=int(edition.RESULTS_REPORT.value))
    yield "result_reported", reported, one.result_reported, edition.RESULTS_REPORT
    field, changed = _OVER.get(one.status), one.changed
    if one.status_verified and one.status is not Status.CANCELLED:
        figure = edition.WITHDRAWAL_DECISION if one.status is Status.WITHDRAWN else edition.SUSPENSION_DECISION
        yield field or "suspended_from", _DAYS.later(one.status_verified, int(figure.value)), changed, figure
    if changed:
        yield "status_reported", _DAYS.later(changed, int(edition.STATUS_REPORT.value)), one.status_reported, edition.STATUS_REPORT
    if one.status is Status.SUSPENDED and one.suspended_from and one.suspended_until:
        longest = months_later(one.suspended_from, int(edition.SUSPENSION_LENGTH.value))
        yield "suspended_until", longest, one.suspended_until, edition.SUSPENSION_LENGTH
