"""Suspension, withdrawal, cancellation, complaints, accidents, spot checks, records (GZ021 5.9.2, 7, 8.3, 9.4, 9.5, 10.1)."""

from __future__ import annotations

from .certification_dates import known
from .dates import date
from .deadlines import Day, Deadlines
from .editions import gz021_a1 as edition
from .figures import implements

_REPORTED = ("suspension_reported", "withdrawal_reported", "cancellation_reported")  # by the body: a client need not know
_STEPS = (  # the deadline, what it counts from, its figure and unit, what keeps it
    ("suspension", "suspension_verified", edition.SUSPENSION_DECISION, "working_days", "suspension_start"),
    ("suspension_reported", "suspension_start", edition.STATUS_REPORT, "working_days", "suspension_reported"),
    ("withdrawal", "withdrawal_confirmed", edition.WITHDRAWAL_DECISION, "working_days", "withdrawal"),
    ("withdrawal_reported", "withdrawal", edition.STATUS_REPORT, "working_days", "withdrawal_reported"),
    ("cancellation_reported", "cancellation", edition.STATUS_REPORT, "working_days", "cancellation_reported"),
    ("correction", "correction_required", edition.CORRECTION, "months", "corrected"),
    ("complaint", "complaint", edition.COMPLAINT_ANSWER, "days", "complaint_answered"),
    ("accident_reported", "accident", edition.ACCIDENT_REPORT, "working_days", "accident_reported"),
)


@implements("GZ021:A1/7.1.1", "GZ021:A1/7.3.1", "GZ021:A1/7.3.1-6", "GZ021:A1/8.3", "GZ021:A1/9.4", "GZ021:A1/9.5")
def status_dates(request: dict, deadlines: Deadlines) -> None:
    """What is done within a few days of an event."""
    for name, field, figure, unit, kept in _STEPS:
        start = known(request, field)
        if start:
            deadlines.count(name, start, figure, unit, done=request[kept], awaited=name not in _REPORTED)


@implements("GZ021:A1/7.1.2")
def suspension_length(request: dict, deadlines: Deadlines) -> None:
    """A suspension of at most six months (7.1.2), unless withdrawal or cancellation ends it."""
    start = known(request, "suspension_start")
    if start:
        ended = request["suspension_end"] or deadlines.ended
        deadlines.count("suspension_end", start, edition.SUSPENSION_LENGTH, "months", done=ended, awaited=True)


@implements("GZ021:A1/5.9.2-3")
def spot_check_dates(request: dict, audits: list[Day], deadlines: Deadlines) -> None:
    """A surveillance audit soon after the authority's notice of serious hidden hazards (5.9.2)."""
    notice = known(request, "spot_check_notice")
    if notice:
        done = next((audit.date for audit in audits if audit.date >= notice.date), None)
        deadlines.count("spot_check", notice, edition.SPOT_CHECK_AUDIT, "days", done=done, awaited=True)


@implements("GZ021:A1/10.1")
def records_dates(request: dict, expiry: Day | None, deadlines: Deadlines) -> None:
    """How long the records are kept after the certificate's end (10.1)."""
    ended = [day for day in (known(request, "withdrawal"), known(request, "cancellation")) if day]
    end = min(ended, key=_date) if ended else expiry
    if end:
        deadlines.count("records", end, edition.RECORDS_KEPT, "years", kind="earliest")


def _date(day: Day) -> date:
    return day.date
