"""The eleven conditions of an application, in the order of GZ021 5.1.2."""

from __future__ import annotations

from .dates import date, months_later
from .editions import gz021_a1 as edition
from .figures import Figure, implements
from .log import Log

CONDITIONS = (
    "legal_person",
    "licences",
    "system",
    "own_suspension_or_withdrawal",
    "former_body",
    "no_stop_order",
    "not_listed",
    "no_serious_accident",
    "no_penalty",
    "risk_assessment",
    "other_conditions",
)
_WHERE_APPLICABLE = ("licences", "own_suspension_or_withdrawal", "former_body")
ALWAYS = tuple(name for name in CONDITIONS if name not in _WHERE_APPLICABLE)


class Timed:
    """A condition that runs from a date: the request's field, the length of time, and whether the date must lie behind us."""

    __slots__ = ("field", "figure", "unit", "past")

    def __init__(self, field: str, figure: Figure, unit: str, past: bool) -> None:
        self.field, self.figure, self.unit, self.past = field, figure, unit, past


TIMED = {
    "system": Timed("system_since", edition.SYSTEM_IN_OPERATION, "months", past=False),
    "own_suspension_or_withdrawal": Timed("own_suspension_or_withdrawal", edition.SINCE_OWN_FAULT, "years", past=True),
    "former_body": Timed("former_body_lost_approval", edition.SINCE_FORMER_BODY, "months", past=True),
    "no_serious_accident": Timed("last_serious_accident", edition.SINCE_ACCIDENT, "years", past=True),
    "no_penalty": Timed("last_penalty", edition.SINCE_PENALTY, "years", past=True),
}


class Condition:
    """How one condition stands: `state` is met, unmet or unknown; `holds_from` the day on which time alone makes it hold."""

    __slots__ = ("name", "state", "holds_from")

    def __init__(self, name: str, state: str, holds_from: date | None = None) -> None:
        self.name, self.state, self.holds_from = name, state, holds_from

    @property
    def clause(self) -> str:
        """The item of 5.1.2 that states it."""
        return f"GZ021:A1/5.1.2-{CONDITIONS.index(self.name) + 1}"

    def told(self, log: Log) -> dict[str, object]:
        """The condition as an answer tells it."""
        return {
            "condition": self.name,
            "clauses": [self.clause],
            "text": log.name(f"eligibility.condition.{self.name}"),
            "state": self.state,
            "holds_from": self.holds_from and self.holds_from.isoformat(),
        }


@implements(*(f"GZ021:A1/5.1.2-{number}" for number in range(1, len(CONDITIONS) + 1)))
def judged(name: str, request: dict, log: Log) -> Condition:
    """One condition, from the answer and from its date. Where the two disagree the condition does not count as met."""
    answer = request["answers"][name]
    day = request[TIMED[name].field] if name in TIMED else None
    if name == "no_penalty" and request["penalty_corrected"]:
        return Condition(name, "met")  # 5.1.2: or penalised, and put right as the provisions require
    if day is None:
        return Condition(name, {"yes": "met", "not_applicable": "met", "no": "unmet"}.get(answer, "unknown"))
    holds_from = _full_period(name, day, log)
    condition = Condition(name, "met" if holds_from <= request["today"] else "unmet", holds_from)
    if answer == "yes" and condition.state == "unmet":
        log.finding("note", "eligibility.date_decides", (condition.clause,), condition=_short(name, log), date=holds_from)
    if answer == "no" and condition.state == "met":
        log.finding("note", "eligibility.answer_decides", (condition.clause,), condition=_short(name, log), date=holds_from)
        return Condition(name, "unmet")
    return condition


def _full_period(name: str, day: date, log: Log) -> date:
    """The day from which a full period lies behind."""
    timed = TIMED[name]
    amount = timed.figure.value
    holds_from = months_later(day, amount.numerator * (12 if timed.unit == "years" else 1))
    log.step(
        f"eligibility.step.{timed.unit}", timed.figure.clauses, (holds_from - day).days, amount=amount,
        from_year=day.year, from_month=day.month, from_day=day.day, condition=_short(name, log), start=day, date=holds_from,
    )  # fmt: skip
    return holds_from


def _short(name: str, log: Log) -> str:
    return log.name(f"eligibility.field.answers.{name}")
