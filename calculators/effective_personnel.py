"""The effective number of personnel of one place (CC105 1.9 and 2.3; NARMD5 1.3 and 2.3)."""

from __future__ import annotations

from .fields import INVALID, Choice, List, Name, Number, Record, Report, Text, number_or_list
from .figures import implements
from .log import Log
from .numbers import Fraction

KINDS = ("regular", "part_time", "contractor", "temporary_unskilled", "similar_work")
_FINEST = 1000  # of a number within a group: keeps the sum over many groups printable

GROUP = Record({
    "count": Number(0, 10**7, finest=_FINEST, required=True),
    "peak_count": Number(0, 10**7, finest=_FINEST),
    "hours_per_day": Number(above=0, maximum=24, finest=_FINEST, default=8),
    "in_scope_percent": Number(0, 100, finest=_FINEST, default=100),
    "reduction_percent": Number(0, 100, finest=_FINEST, default=0),
    "reason": Text(),
    "kind": Choice(*KINDS, default="regular"),
    "shift": Name(),
})  # fmt: skip
PERSONNEL = number_or_list(Number(1, 10**9), List(GROUP, minimum=1, maximum=10_000), required=True)


@implements("CC105:2020/2.3.4", "CC105:2020/2.3.6")
def check_groups(personnel: object, path: str, report: Report) -> None:
    """A reduction needs a written reason (CC105 2.3.4, 2.3.6); somebody works in the scope."""
    groups = personnel if isinstance(personnel, list) else []
    if groups and all(group and INVALID not in group.values() and not _people(group, Fraction(1)) for group in groups):
        report.add(path, "cc105.nobody")
    for position, group in enumerate(groups):
        if group and group["reduction_percent"] and not group["reason"] and group["reason"] is not INVALID:
            report.add(f"{path}[{position}].reason", "cc105.reason_for_reduction")


@implements("CC105:2020/1.9", "CC105:2020/2.3.1", "NARMD5:2009/1.3", "NARMD5:2009/2.3")
def effective_personnel(personnel: Fraction | list[dict], full_day: Fraction, edition: object, log: Log) -> Fraction:
    """People as full-time equivalents in scope, over every shift.

    `personnel` is a number, or groups; `full_day` the hours of a full working day. Groups that name no shift count in
    any case; the choice `shifts` says how the named shifts add up.
    """
    if isinstance(personnel, Fraction):
        return log.step("cc105.personnel", _cite(edition, "effective"), personnel, personnel=personnel)
    people = [_full_time(group, number, full_day, edition, log) for number, group in enumerate(personnel, 1)]
    longer = max(group["hours_per_day"] for group in personnel)
    if longer > full_day:
        log.finding("note", "cc105.more_than_full_day", _cite(edition, "part_time"), hours=longer, full=full_day)
    return _over_shifts(personnel, people, edition, log)


@implements("CC105:2020/2.3.6", "CC105:2020/3.7", "NARMD5:2009/3.5")
def personnel_findings(personnel: object, standard: str, edition: object, log: Log) -> None:
    """What the documents say of shifts and of temporary unskilled staff."""
    groups = personnel if isinstance(personnel, list) else []
    if standard == "OHSMS" and any(group["kind"] == "temporary_unskilled" for group in groups):
        log.finding("shall", "cc105.unskilled_ohsms", _cite(edition, "temporary_unskilled"))
    if len(_shifts(groups)) > 1:
        key = "cc105.shifts_ohsms" if standard == "OHSMS" else "cc105.shifts_audited"
        log.finding("shall", key, _cite(edition, "audited_shifts"))
    if any(group["reduction_percent"] for group in groups):
        log.finding("shall", "cc105.justify_personnel", _cite(edition, "similar_work"))


@implements("CC105:2020/2.3.1", "CC105:2020/2.3.3", "CC105:2020/2.3.4", "CC105:2020/2.3.6", "NARMD5:2009/2.3")
def _full_time(group: dict, number: int, full_day: Fraction, edition: object, log: Log) -> Fraction:
    """One group: count × hours/full day × share in scope × what is left after the reduction (CC105 2.3.3, 2.3.4, 2.3.6).

    Seasonal work counts with the people of its typical peak (2.3.1).
    """
    people = _people(group, full_day)
    uses = {"similar_work": "similar_work", "temporary_unskilled": "temporary_unskilled", "contractor": "contractors"}
    clauses = _cite(edition, "part_time", *([uses[group["kind"]]] if group["kind"] in uses else []))
    if group["reduction_percent"] and group["kind"] not in uses:
        clauses += _cite(edition, "similar_work")
    if group["peak_count"] is not None:
        clauses += _cite(edition, "seasonal")
    return log.step(
        "cc105.personnel_group", clauses, people, number=number, count=_count(group), hours_per_day=group["hours_per_day"],
        full_day_hours=full_day, in_scope_percent=group["in_scope_percent"], reduction_percent=group["reduction_percent"],
    )  # fmt: skip


def _people(group: dict, full_day: Fraction) -> Fraction:
    return _count(group) * group["hours_per_day"] / full_day * group["in_scope_percent"] * (100 - group["reduction_percent"]) / 10_000


def _count(group: dict) -> Fraction:
    return group["count"] if group["peak_count"] is None else group["peak_count"]


@implements("CC105:2020/1.9", "CC105:2020/2.3.5", "NARMD5:2009/1.3")
def _over_shifts(groups: list[dict], people: list[Fraction], edition: object, log: Log) -> Fraction:
    """The groups together: every shift counts (CC105 1.9), or their average, or the largest, by the choice `shifts`."""
    shifts = _shifts(groups)
    clauses = _cite(edition, "effective")
    total = sum(people)
    each = {f"group_{number}": n for number, n in enumerate(people, 1)}
    reading = log.readings["shifts"] if len(shifts) > 1 else "all"
    if reading == "all":
        return log.step("cc105.personnel_sum", clauses, total, groups=len(groups), **each)
    by_shift = [sum(n for n, group in zip(people, groups) if group["shift"] == name) for name in shifts]
    without = total - sum(by_shift)
    part = sum(by_shift) / len(shifts) if reading == "average" else max(by_shift)
    each |= {f"shift_{number}": n for number, n in enumerate(by_shift, 1)}
    return log.step(
        f"cc105.personnel_{reading}_shift", clauses + _cite(edition, "shifts"), without + part,
        without=without, shifts=len(shifts), part=part, total=total, **each,
    )  # fmt: skip


def _shifts(groups: list[dict]) -> list[str]:
    return list(dict.fromkeys(group["shift"] for group in groups if group["shift"]))


def _cite(edition: object, *topics: str) -> tuple[str, ...]:
    clauses = [clause for topic in topics for clause in edition.CLAUSES[topic]]
    return tuple(f"{edition.EDITION}/{clause}" for clause in dict.fromkeys(clauses))
