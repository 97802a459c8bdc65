"""May we apply yet (GZ021 A/1, 5.1.2), and what do we bring (5.1.3).

>>> from calculators import calculate
>>> answers = dict.fromkeys(CONDITIONS, "yes")
>>> calculate("eligibility", {"answers": answers})["eligible"]
True
>>> answer = calculate("eligibility", {"answers": answers, "system_since": "2026-01-31", "today": "2026-03-01"})
>>> answer["eligible"], answer["holds_from"]
(False, '2026-04-30')
"""

from __future__ import annotations

from .application_conditions import ALWAYS, CONDITIONS, TIMED, Condition, judged
from .application_documents import documents
from .choices import choices_field
from .dates import Date, date
from .editions import gz021_a1 as edition
from .fields import Choice, Flag, Record, Report
from .figures import implements
from .log import Log, cited

REQUEST = Record({
    "answers": Record({name: Choice("yes", "no", "not_applicable") for name in CONDITIONS}, default={}),
    "today": Date(),
    **{timed.field: Date() for timed in TIMED.values()},
    "penalty_corrected": Flag(),
    "choices": choices_field(),
}, key="eligibility.field")  # fmt: skip


def check(request: dict, report: Report) -> None:
    """Only conditions that say so can be not applicable; a date needs today beside it, and an event cannot lie ahead."""
    answers, today = request["answers"] or {}, request["today"]
    for name in ALWAYS:
        if answers.get(name) == "not_applicable":
            condition = report.words.text(f"eligibility.condition.{name}")
            report.add(f"answers.{name}", "eligibility.always_applies", condition=condition)
    for name, timed in TIMED.items():
        day = request[timed.field]
        if day and answers.get(name) == "not_applicable" and name not in ALWAYS:
            report.add(f"answers.{name}", "eligibility.not_applicable_with_date", date=day)
        if day and isinstance(today, date) and timed.past and day > today:
            report.add(timed.field, "eligibility.after_today", date=day, today=today)
    if today is None and any(request[timed.field] for timed in TIMED.values()):
        report.add("today", "eligibility.today_needed")


@implements("GZ021:A1/5.1.2", "GZ021:A1/5.2.2-1")
def answer(request: dict, log: Log) -> dict[str, object]:
    """Whether the conditions hold, which do not, from when they would, and the documents to bring."""
    conditions = [judged(name, request, log) for name in CONDITIONS]
    missing = [condition for condition in conditions if condition.state in ("unmet", "unknown")]
    states = {condition.state for condition in missing}
    _findings(request, log)
    holds_from = _holds_from(conditions, missing)
    return {
        "edition": edition.EDITION,
        "today": request["today"] and request["today"].isoformat(),
        "eligible": False if "unmet" in states else None if "unknown" in states else True,
        "holds_from": holds_from and holds_from.isoformat(),
        "missing": [condition.told(log) for condition in missing],
        "documents": documents(request["today"], log),
    }


def _holds_from(conditions: list[Condition], missing: list[Condition]) -> date | None:
    """The day from which all conditions hold, as far as that is a matter of time alone; None where something else is missing."""
    if any(condition.holds_from is None for condition in missing):
        return None
    return max((condition.holds_from for condition in conditions if condition.holds_from), default=None)


@implements("GZ021:A1/5.2.2-2", "GZ021:A1/5.2.2-3", "GZ021:A1/5.2.3", "GZ021:A1/5.12.2-1")
def _findings(request: dict, log: Log) -> None:
    """What the answer alone does not settle."""
    log.finding("note", "eligibility.acceptance", ("GZ021:A1/5.2.2-2", "GZ021:A1/5.2.2-3"))
    log.finding("note", "eligibility.initial", ("GZ021:A1/5.2.3",))
    log.finding("shall", "eligibility.at_decision", ("GZ021:A1/5.12.2-1",))
    if any(request[timed.field] for timed in TIMED.values()):
        log.finding("note", "eligibility.full_periods", cited(*(timed.figure for timed in TIMED.values())))
