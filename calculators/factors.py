"""The factors that lengthen or shorten an audit, and the limit of what they may take away (CC105 8 and 3.9)."""

from __future__ import annotations

from .fields import INVALID, Choice, List, Number, Record, Report, Text
from .figures import implements
from .log import Log, cited
from .numbers import Fraction

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from .fields import Field
    from .messages import Words

PRESETS = {  # weights seen in practice: examples of a body's own form, not a number of any document
    "example_large_body": {
        "*increase": 5, "complex_processes": 10, "temporary_sites": 10, "no_design": -15, "small_site": -5,
        "mature_system": -15, "prior_knowledge": -15, "preparedness": -15, "automation": -5, "off_site_staff": -5,
    },
    "example_ten_percent": {"*increase": 10, "*reduction": -10, "no_design": -20},
}  # fmt: skip


class FactorName(Choice):
    """The name of a factor; its schema also gives each name's clause, direction and standards."""

    def __init__(self, editions: Iterable[object]) -> None:
        self.factors: dict[str, list] = {}
        for edition in editions:
            for name, factor in edition.FACTORS.items():
                self.factors.setdefault(name, []).append((edition.EDITION, factor))
        super().__init__(*self.factors, required=True)

    def title(self, value: str, words: Words, key: str) -> str | None:
        return words.text(f"factors.{value}")

    def schema(self, words: Words, key: str) -> dict[str, object]:
        schema = super().schema(words, key)
        for option in schema["oneOf"]:
            known = self.factors[option["const"]]
            option |= {
                "direction": "increase" if known[0][1].increases else "reduction",
                "standards": list(dict.fromkeys(standard for _, factor in known for standard in factor.clauses)),
                "clauses": {edition: dict(factor.clauses) for edition, factor in known},
            }
        return schema


def factor_list(editions: Iterable[object], **more: Field) -> List:
    """The `factors` of a request: each a factor, its percent and its reason, and what `more` the request asks."""
    return List(
        Record({"factor": FactorName(editions), "percent": Number(-100, 1000, finest=1000), "reason": Text(), **more}), maximum=200
    )


@implements("CC105:2020/3.7", "CC105:2020/8-n1", "CC105:2020/8-5-e-n")
def check_factors(
    items: Iterable[tuple[str, dict]], standard: str | None, integrated: bool, preset: str, edition: object, report: Report
) -> None:
    """Each factor fits the standard and its own direction, has a percent and a reason; a reduction stands once (8, note 1).

    `items` are the factors that bear on one standard at one place, each with its path in the request. Where the standard
    itself is wrong (None), all else that is wrong is told.
    """
    met: set[str] = set()
    for at, item in items:
        if not item or not item["factor"]:
            continue
        name, percent, called = item["factor"], item["percent"], _called(report, item["factor"])
        factor = edition.FACTORS.get(name)
        if standard and (not factor or standard not in factor.clauses):
            known = _called(report, *(known for known, other in edition.FACTORS.items() if standard in other.clauses))
            report.add(f"{at}.factor", "cc105.factor_not_allowed", factor=called, standard=standard, edition=edition.EDITION, known=known)
            continue
        if not factor:
            continue
        if name == "preparedness" and integrated:
            report.add(f"{at}.factor", "cc105.preparedness_barred", factor=called)
        if not factor.increases and name in met:
            report.add(f"{at}.factor", "cc105.factor_twice", factor=called)
        met.add(name)
        if percent is None and _weight(name, factor.increases, preset) is None:
            report.add(f"{at}.percent", "cc105.percent_missing", factor=called)
        elif isinstance(percent, Fraction) and (percent < 0 if factor.increases else percent > 0):
            key = "cc105.wrong_direction_increase" if factor.increases else "cc105.wrong_direction_reduction"
            report.add(f"{at}.percent", key, factor=called, percent=percent)
        if not item["reason"] and item["reason"] is not INVALID:
            report.add(f"{at}.reason", "cc105.reason_missing", factor=called)


def _called(report: Report, *names: str) -> str:
    return report.titled({name: report.words.find(f"factors.{name}") for name in names})


def preset_of(request: dict) -> str:
    """The preset of weights that a request asks for."""
    return str((request["choices"] or {"preset": "none"})["preset"])


@implements("CC105:2020/3.7", "CC105:2020/3.9", "CC105:2020/8", "NARMD5:2009/3.7", "NARMD5:2009/3.9", "NARMD5:2009/8.1")
def adjustment(request: dict, edition: object, log: Log) -> tuple[Fraction, Fraction | None]:
    """The signed sum of the factors' percentages, and what of it applies: a reduction ends at 30 % (3.9).

    What applies is None when the body refuses to cut a sum that passes the limit (choice `over_limit`).
    """
    standard = request["standard"]
    total = Fraction(0)
    used = set()
    for item in request["factors"] or ():
        factor = edition.FACTORS[item["factor"]]
        percent = item["percent"]
        if percent is None:
            percent = Fraction(_weight(factor.name, factor.increases, log.readings["preset"]))
            log.finding("note", "cc105.preset_weight", (factor.clauses[standard],), factor=log.name(f"factors.{factor.name}"), percent=percent)
        used.add(factor.name)
        total += percent
        log.step(
            "cc105.factor", (factor.clauses[standard],), total, percent=percent, before=total - percent,
            factor=log.name(f"factors.{factor.name}"), reason=item["reason"],
        )  # fmt: skip
    if used:
        log.finding("shall", "cc105.record_reasons", tuple(f"{edition.EDITION}/{clause}" for clause in edition.CLAUSES["record"]))
    _risk_findings(request, used, edition, log)
    limit = -edition.REDUCTION_LIMIT.value
    applied: Fraction | None = max(total, limit)
    if total < limit:
        clauses = cited(edition.REDUCTION_LIMIT)
        if log.readings["over_limit"] == "refuse":
            log.finding("shall", "cc105.over_limit_refused", clauses, sum=total, limit=limit)
            applied = None
        else:
            log.finding("shall", "cc105.over_limit_cut", clauses, sum=total, limit=limit)
            log.step("cc105.limit", clauses, applied, sum=total, limit=limit)
    return total, applied


@implements("CC105:2020/QMS2-n1")
def _risk_findings(request: dict, used: set[str], edition: object, log: Log) -> None:
    """QMS: high risk is expected to take more time than the table, low risk may take less (table QMS 2, note 1)."""
    if request["standard"] != "QMS" or not edition.RISK:
        return
    clauses = (f"{edition.EDITION}/{edition.RISK}",)
    if request["category"] == "high" and "high_risk" not in used:
        log.finding("should", "cc105.high_risk_factor", (*clauses, edition.FACTORS["high_risk"].clauses["QMS"]))
    if request["category"] == "low" and "low_risk" not in used:
        log.finding("note", "cc105.low_risk_factor", (*clauses, edition.FACTORS["low_risk"].clauses["QMS"]))


def _weight(name: str, increases: bool, preset: object) -> int | None:
    """A factor's percent in a preset, or None when the preset has no number for it."""
    weights = PRESETS.get(str(preset), {})
    return weights.get(name, weights.get("*increase" if increases else "*reduction"))
