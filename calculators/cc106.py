"""Audit time of several standards audited as one system (CC106:2023, with GZ021 5.4.2.3).

>>> from calculators import calculate
>>> answer = calculate("cc106", {"times": {"QMS": "5", "EMS": "7.5", "OHSMS": "7.5"},
...     "auditors": [["QMS", "EMS", "OHSMS"], ["QMS", "EMS"], ["OHSMS"]], "integration": {"percent": 70}})
>>> answer["ability_percent"], answer["reduction_percent"], answer["integrated"]["days"]
('50', '10', '18')
"""

from __future__ import annotations

from .choices import choices_field
from .editions import cc105_2020, cc106_2023, gz021_a1
from .fields import INVALID, Mapping, Number, Record, Report, Text
from .figures import implements
from .integration import INTEGRATION, check_integration, integration_percent
from .log import Log, cited
from .numbers import Fraction, HalfDays, half_day, write
from .reduction_matrix import reduction_percent
from .team_ability import AUDITORS, ability_percent, check_auditors, team_findings

MOST_STANDARDS = 30

REQUEST = Record({
    "times": Mapping(Number(above=0, maximum=100_000), minimum=2, required=True),
    "auditors": AUDITORS,
    "integration": INTEGRATION,
    "increase_percent": Number(0, 1000, finest=1000, default=0),
    "increase_reason": Text(),
    "choices": choices_field(),
}, key="cc106.field")  # fmt: skip


@implements("CC106:2023/2.1.3")
def check(request: dict, report: Report) -> None:
    """What one field demands of another: standards of the audit, one way to say the integration, a written reason."""
    times = request["times"]
    if times and len(times) > MOST_STANDARDS:
        report.add("times", "request.list_at_most", met=len(times), limit=MOST_STANDARDS)
    check_auditors(request["auditors"], times, "auditors", report)
    check_integration(request["integration"], "integration", report)
    if request["increase_percent"] and not request["increase_reason"] and request["increase_reason"] is not INVALID:
        report.add("increase_reason", "cc106.increase_reason_missing")


@implements("CC105:2020/8-5-e-n")
def answer(request: dict, log: Log) -> dict[str, object]:
    """The answer of the contract's `cc106`, from a request that was read and checked."""
    start = start_point(request["times"], log)
    ability = ability_percent(request["auditors"], len(request["times"]), log)
    integration = integration_percent(request["integration"], log)
    reduction = reduction_percent(integration, ability, log)
    increase_finding(request["increase_percent"], request["increase_reason"], log)
    exact = adjusted(start, request["increase_percent"], reduction, log)
    days = _whole_days(exact, start, log)
    on_site = cc105_2020.ON_SITE_SHARE
    least = log.step("cc106.on_site", on_site.clauses, exact * on_site.value / 100, exact=exact, percent=on_site.value)
    team_findings(request["auditors"], request["times"], log)
    standing_findings(log)
    log.finding("shall", "cc106.preparedness", ("CC105:2020/8-5-e-n",))
    return {
        "start_point": write(start),
        "ability_percent": write(ability),
        "integration_percent": write(integration),
        "reduction_percent": write(reduction),
        "integrated": {"exact": write(exact), "days": write(days), "on_site_minimum": write(least)},
    }


@implements("CC106:2023/2.1.1-i", "CC106:2023/2.1.1-ii")
def start_point(times: dict[str, Fraction], log: Log) -> Fraction:
    """T = A + B + C, the days of the single standards together (2.1.1 i and ii), by the choices `minimum_day` and `round`."""
    counted = {name: _single(name, days, log) for name, days in times.items()}
    clauses = _cite("start_point")
    total = Fraction(0)
    for name, days in counted.items():
        total = log.step("cc106.start_point", clauses, total + days, standard=name, before=total, days=days)
    return total


def _single(name: str, days: Fraction, log: Log) -> Fraction:
    """One standard's days as they enter the sum: not below one day, and in half days, where a choice says so."""
    minimum = cc105_2020.SURVEILLANCE_MINIMUM.value
    if days < minimum and log.readings["minimum_day"] == "per_standard":
        clauses = cited(cc105_2020.SURVEILLANCE_MINIMUM, cc105_2020.RECERTIFICATION_MINIMUM)
        days = log.step("cc106.single_minimum", clauses, minimum, standard=name, days=days, minimum=minimum)
    if (days * 2).denominator != 1 and log.readings["round"] == "per_standard":
        half = _half_day(days, log)
        days = log.step("cc106.single_half_day", cc105_2020.HALF_DAY.clauses, half, standard=name, days=days)
    return days


@implements("CC106:2023/2.1.1-iii", "CC106:2023/2.1.2")
def adjusted(start: Fraction, increase: Fraction, reduction: Fraction, log: Log) -> Fraction:
    """The starting point with increase and reduction, both as percent of the starting point itself."""
    exact = start * (100 + increase - reduction) / 100
    return log.step("cc106.adjusted", _cite("adjusted"), exact, start=start, increase=increase, reduction=reduction)


@implements("CC105:2020/2.2.3", "CC105:2020/5-n", "CC105:2020/6-n", "CC106:2023/2.1.2", "GZ021:A1/5.4.2.3")
def _whole_days(exact: Fraction, start: Fraction, log: Log) -> Fraction:
    """Half days once, at the end; not below one day an audit; never unseen below 80 % of the starting point."""
    days = log.step("cc106.half_day", cc105_2020.HALF_DAY.clauses, _half_day(exact, log), exact=exact)
    minimum = cc105_2020.SURVEILLANCE_MINIMUM
    if days < minimum.value and log.readings["minimum_day"] == "per_audit":
        clauses = cited(minimum, cc105_2020.RECERTIFICATION_MINIMUM)
        log.finding("note", "cc106.minimum_day", clauses, days=days, minimum=minimum.value)
        days = log.step("cc106.minimum", clauses, minimum.value, days=days, minimum=minimum.value)
    share = gz021_a1.INTEGRATED_MINIMUM
    clauses = cited(cc106_2023.REDUCTION_LIMIT, share)
    least = log.step("cc106.least", clauses, start * share.value / 100, start=start, percent=share.value)
    if days < least:
        next_days = days + cc105_2020.HALF_DAY.value
        log.finding("shall", "cc106.rounded_below_least", clauses, days=days, least=least, percent=share.value, next=next_days)
    return days


def _half_day(days: Fraction, log: Log) -> HalfDays:
    """The nearest half day; the choice `tie` counts only exactly between two."""
    is_tie = (days * 4).denominator == 1 and (days * 2).denominator != 1
    return half_day(days, log.readings["tie"] if is_tie else "up")


@implements("CC106:2023/2.1.1-iii-1", "CC106:2023/2.1.3")
def increase_finding(percent: Fraction, reason: str | None, log: Log) -> None:
    """An increase for complexity goes into the record with its reason."""
    if percent:
        log.finding("shall", "cc106.increase_recorded", _cite("increase", "record"), percent=percent, reason=reason)


@implements("CC106:2023/2.1.1-iv", "CC106:2023/2.1.3", "CC106:2023/3.2", "CC106:2023/4")
def standing_findings(log: Log) -> None:
    """What holds for every integrated audit."""
    log.finding("shall", "cc106.inform", _cite("inform"))
    log.finding("shall", "cc106.record", _cite("record"))
    log.finding("shall", "cc106.confirm", _cite("confirm"))


def _cite(*topics: str) -> tuple[str, ...]:
    return tuple(f"{cc106_2023.EDITION}/{clause}" for topic in topics for clause in cc106_2023.CLAUSES[topic])
