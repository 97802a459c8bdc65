"""What the rules say about the dates of a cycle, and how they were read where they leave it open (GZ021)."""

from __future__ import annotations

from .calendar_order import order_findings
from .dates import date
from .deadlines import Day, Deadlines
from .editions import gz021_a1 as edition
from .figures import implements
from .log import cited

_CONSEQUENCES = (  # a missed deadline (by the start of its name), and what the rules attach to it
    ("initial_decision", "calendar.stage2_again", "5.12.3"),
    ("recertification_decision", "calendar.stage2_again", "5.12.4"),
    ("recertification_application", "calendar.as_initial", "5.8.1"),
    ("initial_verification", "calendar.no_decision", "5.10.4"),
    ("surveillance_verification", "calendar.no_decision", "5.10.4"),
    ("recertification_verification", "calendar.no_decision", "5.10.4"),
    ("surveillance_first", "calendar.suspend", "7.1.1-7"),
    ("surveillance_interval", "calendar.suspend", "7.1.1-7"),
    ("surveillance_year", "calendar.suspend", "7.1.1-7"),
    ("suspension_end", "calendar.withdraw", "7.3.1-2"),
    ("correction", "calendar.withdraw_correction", "7.3.1-6"),
)
_READINGS = (  # how a deadline was read (by the start of its name), where the text leaves it open
    ("certificate_expiry", "calendar.validity_read", ("6.2.2",)),
    ("results_reported", "calendar.tenth_read", ("9.3",)),
    ("complaint", "calendar.complaint_read", ("8.3",)),
    ("surveillance_interval", "calendar.interval_read", ("5.4.1.4",)),
    ("surveillance_year", "calendar.recertification_year", ("5.4.1.4",)),
    ("recertification_audit", "calendar.before_expiry_read", ("5.8.3", "5.12.4")),
)


def findings(request: dict, expiry: Day | None, deadlines: Deadlines) -> None:
    """Everything worth saying: what was missed, what is out of order, what was assumed, and how periods are counted."""
    order_findings(request, deadlines.log)
    _missed(deadlines)
    _validity(request, expiry, deadlines)
    _readings(deadlines)
    _circumstances(request, deadlines)


@implements(*dict.fromkeys(f"GZ021:A1/{clause}" for _, _, clause in _CONSEQUENCES))
def _missed(deadlines: Deadlines) -> None:
    """Each missed deadline, and what the rules attach to it."""
    log = deadlines.log
    consequences: list[tuple[str, str]] = []
    for deadline in deadlines.listed:
        if deadline["state"] != "missed":
            continue
        key = "overdue" if deadline["fulfilled"] is None else "late" if deadline["kind"] == "latest" else "early"
        values = {"title": deadline["title"], "date": deadline["date"], "done": deadline["fulfilled"]}
        log.finding("shall", f"calendar.{key}", tuple(deadline["clauses"]), **values)
        name = deadline["key"].partition(".")[0]
        consequences += [(message, f"GZ021:A1/{clause}") for start, message, clause in _CONSEQUENCES if start == name]
    for message, clause in dict.fromkeys(consequences):
        log.finding("shall", message, (clause,))


@implements("GZ021:A1/5.4.1.2", "GZ021:A1/6.1.1", "GZ021:A1/6.2.1", "GZ021:A1/6.2.2")
def _validity(request: dict, expiry: Day | None, deadlines: Deadlines) -> None:
    """The certificate: its start, its issue without delay, and the registration of the mark it bears."""
    log = deadlines.log
    decided, started, issued = request["decision"], request["certificate_start"], request["certificate_issue"]
    initial = request["stage1_end"] or request["stage2_end"]
    if initial and decided and started and started != decided:
        clauses = cited(edition.CERTIFICATE_VALIDITY)
        log.finding("shall", "calendar.validity_starts_with_decision", clauses, met=started, limit=decided)
    if decided and not issued:
        log.finding("note", "calendar.issue_without_delay", ("GZ021:A1/6.2.1",))
        log.finding("note", "calendar.issue_assumed", cited(edition.FIRST_SURVEILLANCE), date=decided)
    if issued and any(audit["end"] < issued for audit in request["surveillances"]):
        log.finding("note", "calendar.surveillance_before_issue", ("GZ021:A1/5.4.1.2",), date=issued)
    if expiry and expiry.assumed:
        log.finding("note", "calendar.expiry_assumed", cited(edition.CERTIFICATE_VALIDITY), date=expiry.date)
    registered = date(*(edition.MARK_REGISTERED_UNTIL[part].value.numerator for part in ("year", "month", "day")))
    if expiry and expiry.date > registered:
        clauses = cited(*edition.MARK_REGISTERED_UNTIL.values())
        log.finding("note", "calendar.mark_registration", clauses, date=registered, expiry=expiry.date)


@implements("GZ021:A1/5.4.1.4", "GZ021:A1/6.2.2", "GZ021:A1/8.3", "GZ021:A1/9.3")
def _readings(deadlines: Deadlines) -> None:
    """How the text was read where it leaves a day open."""
    log = deadlines.log
    names = {deadline["key"].partition(".")[0] for deadline in deadlines.listed}
    for name, message, clauses in _READINGS:
        if name in names:
            log.finding("note", message, tuple(f"GZ021:A1/{clause}" for clause in clauses))
    counted = [clause for unit in ("months", "years", "days", "working_days") for clause in deadlines.units.get(unit, [])]
    if counted:
        log.finding("note", "calendar.periods_read", tuple(dict.fromkeys(counted)))
    if deadlines.weekdays_only:
        log.finding("note", "calendar.weekdays_only", tuple(dict.fromkeys(deadlines.weekdays_only)))
    if names & {"surveillance_first", "surveillance_interval", "surveillance_year"}:
        log.finding("note", "calendar.newer_surveillance", cited(edition.SURVEILLANCE_INTERVAL))


@implements("GZ021:A1/1.2", "GZ021:A1/7.2.1", "GZ021:A1/7.4")
def _circumstances(request: dict, deadlines: Deadlines) -> None:
    """Dates before the edition was in force; a certification that is suspended or has ended."""
    log = deadlines.log
    in_force = date.fromisoformat(edition.IN_FORCE[0])
    known = [day for name, day in request.items() if isinstance(day, date) and name != "today"]
    known += [audit["end"] for audit in request["surveillances"]]
    if min(known) < in_force:
        log.finding("note", "calendar.before_edition", ("GZ021:A1/1.2",), date=in_force, edition=edition.EDITION)
    if deadlines.ended:
        clause = "GZ021:A1/7.3.1" if deadlines.ended == request["withdrawal"] else "GZ021:A1/7.4"
        log.finding("note", "calendar.ended", (clause,), date=deadlines.ended)
    elif request["suspension_start"] and not request["suspension_end"]:
        log.finding("note", "calendar.suspended", ("GZ021:A1/7.1.2", "GZ021:A1/7.2.1"), date=request["suspension_start"])
