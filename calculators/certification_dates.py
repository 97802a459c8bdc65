"""From the application to the end of a certificate, and to the next (GZ021 5.1.2, 5.6, 5.8, 5.10.3, 5.12, 6.2, 9.2, 9.3)."""

from __future__ import annotations

from .dates import months_later
from .deadlines import Day, Deadlines
from .editions import gz021_a1 as edition
from .figures import implements
from .log import cited

_WAITING = (
    ("application_system", "system_since", edition.SYSTEM_IN_OPERATION, "months"),
    ("application_own_fault", "own_suspension_or_withdrawal", edition.SINCE_OWN_FAULT, "years"),
    ("application_former_body", "former_body_lost_approval", edition.SINCE_FORMER_BODY, "months"),
    ("application_accident", "last_serious_accident", edition.SINCE_ACCIDENT, "years"),
    ("application_penalty", "last_penalty", edition.SINCE_PENALTY, "years"),
)
_AUDITS = ("stage1", "stage2", "recertification_audit")
RECERTIFIED = ("recertification_decision", "recertification_issue", "recertification_start", "recertification_expiry")


def known(request: dict, path: str) -> Day | None:
    """The day that the request gives for a field."""
    return Day(path, request[path]) if request[path] else None


class Cycle:
    """A certificate and what it counts from; `subject` tells the recertified one from the first (GZ021 5.4.1.2)."""

    def __init__(self, request: dict, subject: str, fields: tuple[str, str, str, str]) -> None:
        self.subject = subject
        self.decision, self.issue, self.start, self.expiry = (known(request, field) for field in fields)

    def named(self, number: object = "") -> str:
        """The subject of a deadline of this cycle, with its number."""
        return "_".join(str(part) for part in (self.subject, number) if part)


@implements("GZ021:A1/5.1.2-3", "GZ021:A1/5.1.2-4", "GZ021:A1/5.1.2-5", "GZ021:A1/5.1.2-8", "GZ021:A1/5.1.2-9")
def application_dates(request: dict, deadlines: Deadlines) -> None:
    """From when an application may be made, for each condition that runs from a date (5.1.2)."""
    for name, field, figure, unit in _WAITING:
        start = known(request, field)
        if start:
            deadlines.count(name, start, figure, unit, kind="earliest", done=request["application"])


@implements("GZ021:A1/5.4.5.3", "GZ021:A1/9.2")
def plan_dates(request: dict, deadlines: Deadlines) -> None:
    """The audit plan: reported some days before each audit (9.2), and confirmed by the client before it begins (5.4.5.3)."""
    starts = [(name, known(request, f"{name}_start")) for name in _AUDITS]
    starts += [
        (f"surveillance_{number}", Day(f"surveillances[{number - 1}].start", audit["start"]))
        for number, audit in enumerate(request["surveillances"] or (), 1)
        if audit["start"]
    ]
    for name, start in starts:
        if start:
            deadlines.count("plan_reported", start, edition.PLAN_REPORT, "days", back=True, subject=name)
            deadlines.add("plan_confirmed", start, start.date, ("GZ021:A1/5.4.5.3",), subject=name, back=True)


@implements("GZ021:A1/5.6", "GZ021:A1/5.10.3-1", "GZ021:A1/5.12.3")
def initial_dates(request: dict, deadlines: Deadlines) -> None:
    """The two stages, the verification of serious nonconformities and the decision (5.6, 5.10.3, 5.12.3)."""
    stage1, stage2 = known(request, "stage1_end"), known(request, "stage2_end")
    decided = request["decision"] or request["certificate_issue"]
    if stage1:
        latest = months_later(stage1.date, edition.STAGES_APART.value.numerator)
        begun = request["stage2_start"] or (request["stage2_end"] if stage2 and stage2.date <= latest else None)
        awaited = not (begun or stage2 or decided)
        deadlines.count("stage2", stage1, edition.STAGES_APART, "months", done=begun, awaited=awaited)
    if stage2:
        done = request["initial_verified"]
        deadlines.count("initial_verification", stage2, edition.INITIAL_VERIFICATION, "months", done=done)
        done = request["decision"]
        deadlines.count("initial_decision", stage2, edition.INITIAL_DECISION, "months", done=done, awaited=not decided)


@implements("GZ021:A1/6.2.1", "GZ021:A1/6.2.2", "GZ021:A1/9.3")
def certificate_dates(cycle: Cycle, request: dict, previous_expiry: Day | None, deadlines: Deadlines) -> Day | None:
    """Issue, report of the results and validity (6.2.1, 6.2.2, 9.3); the day on which the certificate expires.

    The validity of an initial certificate starts with the decision; that of a recertification not later than the
    previous expiry, which is taken where no start is stated.
    """
    named = {"subject": cycle.named()}
    if cycle.decision:
        day, issued = cycle.decision.date, cycle.issue and cycle.issue.date
        deadlines.add("certificate_issue", cycle.decision, day, ("GZ021:A1/6.2.1",), kind="earliest", done=issued, **named)
    if cycle.issue:
        day = months_later(cycle.issue.date.replace(day=1), 1).replace(day=edition.RESULTS_REPORT.value.numerator)
        reported = request["results_reported"] if not cycle.subject else None
        clauses = cited(edition.RESULTS_REPORT)
        deadlines.add("results_reported", cycle.issue, day, clauses, done=reported, amount=edition.RESULTS_REPORT.value, **named)
    start = cycle.start or _validity_from(cycle, previous_expiry)
    if not start:
        return cycle.expiry
    done = cycle.expiry and cycle.expiry.date
    latest = deadlines.count("certificate_expiry", start, edition.CERTIFICATE_VALIDITY, "years", done=done, **named)
    return cycle.expiry or latest


def _validity_from(cycle: Cycle, previous_expiry: Day | None) -> Day | None:
    """Where the validity is counted from when its start is not stated (6.2.2): the latest day on which it can begin."""
    if cycle.subject:
        return previous_expiry and Day(previous_expiry.path, previous_expiry.date, assumed=True)
    return cycle.decision or (cycle.issue and Day(cycle.issue.path, cycle.issue.date, assumed=True))


@implements("GZ021:A1/5.8.1", "GZ021:A1/5.8.3", "GZ021:A1/5.12.4", "GZ021:A1/6.2.2")
def recertification_dates(cycle: Cycle, expiry: Day, request: dict, deadlines: Deadlines) -> None:
    """Application, audit and decision before the certificate expires, and the start of the next (5.8.1, 5.8.3, 5.12.4, 6.2.2)."""
    fields = ("recertification_application", "recertification_audit_end", "recertification_decision", "recertification_start")
    applied, audited, decided, started = (None if cycle.subject else request[field] for field in fields)
    stated = not cycle.subject and [field for field in RECERTIFIED if request[field]]
    begun = not cycle.subject and (request["recertification_audit_start"] or audited or stated)
    more = {"subject": cycle.named(), "binds_certified": True, "back": True}
    ahead, day = edition.RECERTIFICATION_APPLICATION, expiry.date
    deadlines.count("recertification_application", expiry, ahead, "days", done=applied, awaited=not begun, **more)
    deadlines.add("recertification_audit", expiry, day, ("GZ021:A1/5.8.3",), done=audited, awaited=not stated, **more)
    deadlines.add("recertification_decision", expiry, day, ("GZ021:A1/5.12.4",), done=decided, awaited=not stated, **more)
    deadlines.add("recertification_start", expiry, day, cited(edition.CERTIFICATE_VALIDITY), done=started, **more)


@implements("GZ021:A1/5.10.3-3")
def recertification_verification(request: dict, deadlines: Deadlines) -> None:
    """Serious nonconformities of the recertification audit, verified in time (5.10.3)."""
    audited = known(request, "recertification_audit_end")
    if audited:
        done = request["recertification_verified"]
        deadlines.count("recertification_verification", audited, edition.RECERTIFICATION_VERIFICATION, "months", done=done)
