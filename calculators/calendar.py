"""The dates of a certification cycle (GZ021 A/1): every deadline that follows from the dates known so far.

>>> from calculators import calculate
>>> answer = calculate("calendar", {"stage1_end": "2026-08-31"})
>>> [(deadline["key"], deadline["date"]) for deadline in answer["deadlines"]]
[('stage2', '2027-02-28')]
"""

from __future__ import annotations

from .calendar_findings import findings
from .calendar_order import check_order
from .certification_dates import (
    RECERTIFIED, Cycle, application_dates, certificate_dates, initial_dates, plan_dates,
    recertification_dates, recertification_verification,
)  # fmt: skip
from .choices import choices_field
from .dates import Date, WorkingDays, date
from .deadlines import Day, Deadlines
from .editions import gz021_a1 as edition
from .fields import Either, List, Record, Report, Text
from .icalendar_text import icalendar_text
from .log import Log
from .status_dates import records_dates, spot_check_dates, status_dates, suspension_length
from .surveillance_dates import surveillance_dates, surveillance_verifications

_AUDIT = Record({"start": Date(), "end": Date(required=True), "verified": Date()})
_SURVEILLANCE = Either(Date(), _AUDIT, chooses=lambda value: _AUDIT if isinstance(value, dict) else _AUDIT.fields["end"])
DAYS = (
    "system_since", "own_suspension_or_withdrawal", "former_body_lost_approval", "last_serious_accident", "last_penalty",
    "application",
    "stage1_start", "stage1_end", "stage2_start", "stage2_end", "initial_verified", "decision",
    "certificate_issue", "certificate_start", "certificate_expiry", "results_reported", "last_surveillance",
    "recertification_application", "recertification_audit_start", "recertification_audit_end", "recertification_verified",
    *RECERTIFIED,
    "suspension_verified", "suspension_start", "suspension_end", "suspension_reported",
    "withdrawal_confirmed", "withdrawal", "withdrawal_reported", "cancellation", "cancellation_reported",
    "correction_required", "corrected", "complaint", "complaint_answered", "accident", "accident_reported", "spot_check_notice",
)  # fmt: skip
_LISTED = 1000  # audits and days in a list

REQUEST = Record({
    "reference": Text(),
    "today": Date(),
    **{field: Date() for field in DAYS},
    "surveillances": List(_SURVEILLANCE, maximum=_LISTED),
    "holidays": List(Date(), maximum=_LISTED),
    "working_weekends": List(Date(), maximum=_LISTED),
    "choices": choices_field(),
}, key="calendar.field")  # fmt: skip


def check(request: dict, report: Report) -> None:
    """At least one date, and none that lies before the one it must follow."""
    if not any(request[field] is not None for field in DAYS) and not request["surveillances"]:
        report.add("", "calendar.no_dates")
    if request["last_surveillance"] and request["surveillances"]:
        report.add("last_surveillance", "calendar.surveillance_twice")
    check_order(request, report)


def answer(request: dict, log: Log) -> dict[str, object]:
    """The deadlines by date, and the same as iCalendar text."""
    request = request | {"surveillances": _audits(request)}
    audits = sorted((Day(audit["path"], audit["end"]) for audit in request["surveillances"]), key=lambda day: day.date)
    ended = min((day for day in (request["withdrawal"], request["cancellation"]) if day), default=None)
    working_days = WorkingDays(request["holidays"] or [], request["working_weekends"] or [])
    deadlines = Deadlines(request["today"], ended, working_days, log)
    application_dates(request, deadlines)
    plan_dates(request, deadlines)
    initial_dates(request, deadlines)
    expiry = _cycles(request, audits, deadlines)
    recertification_verification(request, deadlines)
    surveillance_verifications(request["surveillances"], deadlines)
    status_dates(request, deadlines)
    suspension_length(request, deadlines)
    spot_check_dates(request, audits, deadlines)
    records_dates(request, expiry, deadlines)
    findings(request, expiry, deadlines)
    listed = deadlines.in_order()
    stamp = max([*(request[field] for field in DAYS if request[field]), *(audit.date for audit in audits)])
    return {
        "edition": edition.EDITION,
        "today": request["today"] and request["today"].isoformat(),
        "deadlines": listed,
        "ics": icalendar_text(log.name("calendar.title"), request["reference"] or "", stamp, listed),
    }


def _cycles(request: dict, audits: list[Day], deadlines: Deadlines) -> Day | None:
    """The dates of the certificate, and of the recertified one where it is known; the day on which the last expires."""
    first = Cycle(request, "", ("decision", "certificate_issue", "certificate_start", "certificate_expiry"))
    second = Cycle(request, "recertification", RECERTIFIED)
    renewed = next((day.date for day in (second.issue, second.decision, second.start) if day), None)
    expiry = certificate_dates(first, request, None, deadlines)
    begun = first.issue.date if first.issue else date.min
    held = [audit for audit in audits if begun <= audit.date and not (renewed and audit.date >= renewed)]
    surveillance_dates(first, held, expiry, request["recertification_audit_end"], deadlines, awaited=not renewed)
    if expiry:
        recertification_dates(first, expiry, request, deadlines)
    if not renewed and not second.expiry:
        return expiry
    next_expiry = certificate_dates(second, request, expiry, deadlines)
    held = [audit for audit in audits if renewed and audit.date >= renewed]
    surveillance_dates(second, held, next_expiry, None, deadlines, awaited=True)
    if next_expiry:
        recertification_dates(second, next_expiry, request, deadlines)
    return next_expiry or expiry


def _audits(request: dict) -> list[dict[str, object]]:
    """The surveillance audits in the order given, each with its days and the field that gives them."""
    if request["last_surveillance"]:
        return [{"start": None, "end": request["last_surveillance"], "verified": None, "path": "last_surveillance"}]
    audits = request["surveillances"] or []
    return [
        {"start": None, "end": audit, "verified": None, "path": f"surveillances[{position}]"}
        if isinstance(audit, date)
        else {**audit, "path": f"surveillances[{position}].end"}
        for position, audit in enumerate(audits)
    ]
