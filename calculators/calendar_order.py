"""The order in which dates can follow one another, and in which the rules want them (GZ021 5.4.1.2, 5.6, 5.12, 7)."""

from __future__ import annotations

from .fields import Report
from .figures import implements
from .log import Log

_IMPOSSIBLE = (  # the later date cannot lie before the earlier one
    ("stage1_start", "stage1_end"),
    ("stage2_start", "stage2_end"),
    ("stage2_end", "initial_verified"),
    ("decision", "certificate_expiry"),
    ("certificate_issue", "certificate_expiry"),
    ("certificate_start", "certificate_expiry"),
    ("certificate_issue", "results_reported"),
    ("recertification_audit_start", "recertification_audit_end"),
    ("recertification_audit_end", "recertification_verified"),
    ("recertification_decision", "recertification_expiry"),
    ("recertification_issue", "recertification_expiry"),
    ("recertification_start", "recertification_expiry"),
    ("certificate_expiry", "recertification_expiry"),
    ("suspension_start", "suspension_end"),
    ("suspension_start", "suspension_reported"),
    ("withdrawal", "withdrawal_reported"),
    ("cancellation", "cancellation_reported"),
    ("correction_required", "corrected"),
    ("complaint", "complaint_answered"),
    ("accident", "accident_reported"),
)
_RULED = (  # the rules put the later date after the earlier one
    ("stage1_end", "stage2_start", "GZ021:A1/5.6"),
    ("stage1_end", "stage2_end", "GZ021:A1/5.6"),
    ("stage2_end", "decision", "GZ021:A1/5.12.1"),
    ("initial_verified", "decision", "GZ021:A1/5.12.2-2"),
    ("recertification_audit_end", "recertification_decision", "GZ021:A1/5.12.1"),
    ("recertification_verified", "recertification_decision", "GZ021:A1/5.12.2-2"),
    ("suspension_verified", "suspension_start", "GZ021:A1/7.1.1"),
    ("withdrawal_confirmed", "withdrawal", "GZ021:A1/7.3.1"),
)


def check_order(request: dict, report: Report) -> None:
    """Dates that cannot be: an end before its start, an answer before the question."""
    for earlier, later in _IMPOSSIBLE:
        _compare(request[earlier], request[later], later, earlier, report)
    audits = request["surveillances"] if isinstance(request["surveillances"], list) else []
    for position, audit in enumerate(audits):
        if isinstance(audit, dict):
            path = f"surveillances[{position}]"
            _compare(audit["start"], audit["end"], f"{path}.end", "surveillances.start", report)
            _compare(audit["end"], audit["verified"], f"{path}.verified", "surveillances.end", report)


@implements("GZ021:A1/5.6", "GZ021:A1/5.12.1", "GZ021:A1/5.12.2-2", "GZ021:A1/7.1.1", "GZ021:A1/7.3.1")
def order_findings(request: dict, log: Log) -> None:
    """Dates that the rules put in another order: a decision before its audit, a suspension before its verification."""
    for earlier, later, clause in _RULED:
        if request[earlier] and request[later] and request[later] < request[earlier]:
            names = {"earlier": log.name(f"calendar.field.{earlier}"), "later": log.name(f"calendar.field.{later}")}
            log.finding("shall", "calendar.order", (clause,), met=request[later], limit=request[earlier], **names)


def _compare(before: object, after: object, path: str, earlier: str, report: Report) -> None:
    if before and after and after < before:
        name = report.words.text(f"calendar.field.{earlier}")
        report.add(path, "calendar.before", met=after, earlier=name, limit=before)
