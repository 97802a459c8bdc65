"""Audit time of one standard at one place (CC105:2020, and NARMD5:2009 as the older edition of the same rule).

>>> from calculators import calculate
>>> answer = calculate("cc105", {"standard": "QMS", "personnel": 55, "factors": [
...     {"factor": "mature_system", "percent": "-10", "reason": "certified for nine years"}]})
>>> answer["initial"]["exact"], answer["initial"]["days"]
('81/20', '4')
"""

from __future__ import annotations

from .base_time import base_time, chosen_time
from .choices import choices_field
from .day import Day
from .durations import durations
from .editions import cc105_2020, gz021_a1, narmd5_2009
from .effective_personnel import PERSONNEL, check_groups, effective_personnel, personnel_findings
from .factors import adjustment, check_factors, factor_list, preset_of
from .fields import Choice, Flag, Number, Record, Report, Text
from .figures import implements
from .log import Log, cited
from .numbers import Fraction, write
from .quoted import QUOTED, check_quoted, explain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

EDITIONS = {edition.EDITION: edition for edition in (cc105_2020, narmd5_2009)}
BY_DATE = "by_date"
_CATEGORIES = ("high", "medium", "low", "limited", "special")

REQUEST = Record({
    "edition": Choice(*EDITIONS, BY_DATE, default="CC105:2020"),
    "date": Day(),
    "standard": Choice("QMS", "EMS", "OHSMS", required=True),
    "category": Choice(*_CATEGORIES),
    "personnel": PERSONNEL,
    "full_day_hours": Number(above=0, maximum=24, finest=1000, default=8),
    "factors": factor_list(EDITIONS.values()),
    "integrated": Flag(default=False),
    "remote_percent": Number(0, 100, default=0),
    "remote_reason": Text(),
    "hours_per_day": Number(above=0, maximum=24, default=8),
    "quoted": QUOTED,
    "choices": choices_field(),
}, key="cc105.field")  # fmt: skip


def check(request: dict, report: Report) -> None:
    """What one field demands of another: the category of the standard, written reasons, allowed factors."""
    _settle_edition(request, report)
    edition = EDITIONS.get(request["edition"])
    standard = request["standard"]
    check_groups(request["personnel"], "personnel", report)
    check_quoted(request, "quoted", report)
    fits = bool(edition and standard) and check_category(request, edition, "", report)
    items = [(f"factors[{position}]", item) for position, item in enumerate(request["factors"] or ())]
    check_factors(items, standard if fits else None, bool(request["integrated"]), preset_of(request), edition or cc105_2020, report)
    remote = request["remote_percent"]
    if isinstance(remote, Fraction) and edition and edition.REMOTE_LIMIT and remote > edition.REMOTE_LIMIT.value:
        report.add("remote_percent", "cc105.remote_refused", met=remote, limit=edition.REMOTE_LIMIT.value, edition=edition.EDITION)


def _settle_edition(request: dict, report: Report) -> None:
    """The edition in force on the day that the request names; a day without one is an error, never the nearest edition."""
    if request["edition"] != BY_DATE and not request["date"]:
        return
    if request["date"] is None:
        report.add("date", "cc105.date_missing")
    if not request["date"]:
        return
    day = request["date"]
    known = {name: edition.IN_FORCE for name, edition in EDITIONS.items()}
    binding = [name for name, (start, end) in known.items() if start <= day and (end is None or day <= end)]
    if request["edition"] == BY_DATE and binding:
        request["edition"] = max(binding, key=lambda name: known[name][0])
    elif request["edition"] not in binding and request["edition"]:
        listed = ", ".join(f"{name} ({start} – {end or '…'})" for name, (start, end) in known.items())
        report.add("date", "cc105.no_edition", day=day, known=listed)


def check_category(request: dict, edition: object, at: str, report: Report) -> bool:
    """The standard is one of the edition's, and the category one of the standard's; False when the standard is not."""
    standard, category = request["standard"], request["category"]

    def titled(field: str, names: Iterable[str]) -> str:
        return report.titled({name: report.words.find(f"{report.key(at + field)}={name}") for name in names})

    if standard not in edition.STANDARDS:
        known = titled("standard", edition.STANDARDS)
        report.add(f"{at}standard", "cc105.standard_not_in_edition", standard=standard, edition=edition.EDITION, known=known)
        return False
    known = titled("category", edition.STANDARDS[standard])
    if category and category not in edition.STANDARDS[standard]:
        report.add(f"{at}category", "cc105.category_not_of_standard", met=category, standard=standard, known=known)
    elif category is None and standard != "QMS":
        report.add(f"{at}category", "cc105.category_missing", standard=standard, known=known)
    return True


def answer(request: dict, log: Log) -> dict[str, object]:
    """The answer of the contract's `cc105`, from a request that was read and checked."""
    edition = EDITIONS[request["edition"]]
    adjusted = adjusted_time(request, log)
    _remote_findings(request, edition, log)
    result: dict[str, object] = {
        "edition": edition.EDITION,
        "standard": request["standard"],
        "effective_personnel": write(adjusted["effective_personnel"]),
        "table_days": adjusted["table_days"] and {name: write(days) for name, days in adjusted["table_days"].items()},
        "adjustment_percent": _percents(adjusted["sum"], adjusted["applied"]),
        **dict.fromkeys(("initial", "surveillance_per_year", "recertification", "stage1", "stage2")),
    }
    if adjusted["exact"] is not None:
        result |= durations(adjusted["exact"], adjusted["table_time"], request["hours_per_day"], edition, log)
    return result | {"quoted": explain(request, result, log)} if request["quoted"] else result


def _percents(total: Fraction | None, applied: Fraction | None) -> dict[str, str | None] | None:
    """The factors' sum and what of it applies: nothing where a body refuses to cut, neither where no factor counts."""
    return None if total is None else {"sum": write(total), "applied": None if applied is None else write(applied)}


@implements("CC105:2020/3.7", "CC105:2020/B-h1")
def adjusted_time(request: dict, log: Log) -> dict[str, object]:
    """The time of an initial audit before any rounding, and what it was made from.

    Keys: `effective_personnel`, `table_days` (line, band), `table_time` (days of the chosen reading), `sum` and
    `applied` (percent), `exact` (days). What the documents leave without a number is None.
    """
    edition, standard, category = EDITIONS[request["edition"]], request["standard"], request["category"]
    people = effective_personnel(request["personnel"], request["full_day_hours"], edition, log)
    personnel_findings(request["personnel"], standard, edition, log)
    result = dict.fromkeys(("table_days", "sum", "applied", "exact"))
    result["effective_personnel"] = people
    if category == "special":
        log.finding("shall", "cc105.special", (f"{edition.EDITION}/{edition.SPECIAL}",))
        return result
    result["table_days"] = days = base_time(people, standard, category, edition, log)
    total, applied = adjustment(request, edition, log)
    result |= {"sum": total, "applied": applied}
    if days is None or applied is None:
        return result
    result["table_time"] = table_time = chosen_time(days, standard, edition, log)
    clauses = (*cited(edition.REDUCTION_LIMIT), *(f"{edition.EDITION}/{clause}" for clause in edition.CLAUSES["factors"]))
    result["exact"] = log.step(
        "cc105.adjusted", clauses, table_time * (100 + applied) / 100, table=table_time, percent=applied
    )
    return result


@implements("CC105:2020/4.5", "GZ021:A1/5.5.4", "NARMD5:2009/4.4")
def _remote_findings(request: dict, edition: object, log: Log) -> None:
    """What limits remote auditing: GZ021 5.5.4, for OHSMS CC105 4.5, under NARMD5 a reason above 30 % (4.4)."""
    remote = request["remote_percent"]
    if not remote:
        return
    clauses = tuple(f"{edition.EDITION}/{clause}" for clause in edition.CLAUSES["remote"])
    if request["standard"] == "OHSMS":
        log.finding("shall", "cc105.remote_ohsms", clauses)
    if edition.REMOTE_NEEDS_REASON:
        if remote > edition.REMOTE_NEEDS_REASON.value:
            key = "cc105.remote_reason_recorded" if request["remote_reason"] else "cc105.remote_needs_reason"
            log.finding("shall", key, cited(edition.REMOTE_NEEDS_REASON), percent=remote, limit=edition.REMOTE_NEEDS_REASON.value)
    elif remote > gz021_a1.REMOTE_LIMIT.value:
        log.finding("shall", "cc105.remote_limit", cited(gz021_a1.REMOTE_LIMIT), percent=remote, limit=gz021_a1.REMOTE_LIMIT.value)
