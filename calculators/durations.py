"""From the adjusted time to the days of each audit: shares, half days, minimum, on site, stages (CC105 2, 3.1, 4.1, 5, 6)."""

from __future__ import annotations

from .figures import implements
from .log import Log, cited
from .numbers import Fraction, HalfDays, half_day, write


@implements(
    "CC105:2020/2.1.2",
    "CC105:2020/3.2",
    "CC105:2020/4.1",
    "CC105:2020/5",
    "CC105:2020/6",
    "NARMD5:2009/2.1",
    "NARMD5:2009/4.1",
    "NARMD5:2009/5.1",
    "NARMD5:2009/6.1",
)
def durations(exact: Fraction, table_time: Fraction, hours: Fraction, edition: object, log: Log) -> dict[str, object]:
    """Initial, surveillance per year and recertification, with the split of the initial audit into its two stages.

    `exact` and `table_time` are days of an initial audit; `hours` the length of the client's working day.
    """
    kinds = (
        ("initial", Fraction(1), (), None),
        ("surveillance_per_year", edition.SURVEILLANCE_SHARE.value, edition.SURVEILLANCE_SHARE.clauses, edition.SURVEILLANCE_MINIMUM),
        ("recertification", edition.RECERTIFICATION_SHARE.value, edition.RECERTIFICATION_SHARE.clauses, edition.RECERTIFICATION_MINIMUM),
    )
    result: dict[str, object] = {}
    rounded: dict[str, Fraction] = {}
    for kind, share, clauses, minimum in kinds:
        named = {"audit": log.name(f"cc105.audit.{kind}")}
        part = exact if share == 1 else log.step("cc105.share", clauses, exact * share, exact=exact, share=share, **named)
        rounded[kind] = days = _whole_days(part, minimum, edition, log, named)
        base, key = (part, "cc105.on_site") if edition.ON_SITE_OF == "adjusted" else (table_time * share, "cc105.on_site_of_table")
        percent = edition.ON_SITE_SHARE.value
        on_site = log.step(key, edition.ON_SITE_SHARE.clauses, base * percent / 100, base=base, percent=percent, **named)
        on_site_finding(days, on_site, edition, log, named["audit"])
        result[kind] = {
            "exact": write(part),
            "days": write(days),
            "on_site_minimum": write(on_site),
            "calendar_days": write(_calendar_days(days, hours, edition, log, named)),
        }
    if edition.HALF_DAY is None:
        log.finding("note", "cc105.no_half_day_rule", (f"{edition.EDITION}/2.2",))
    if hours > edition.DAY_HOURS.value:
        log.finding("shall", "cc105.longer_day", _topic(edition, "longer_day"), hours=hours, full=edition.DAY_HOURS.value)
    _check_limit_after_rounding(rounded["initial"], exact, table_time, edition, log)
    stage1, stage2 = stage_days(rounded["initial"], edition, log)
    return result | {"stage1": write(stage1), "stage2": write(stage2)}


@implements("CC105:2020/2.2.3", "CC105:2020/5-n", "CC105:2020/6-n")
def _whole_days(part: Fraction, minimum: object, edition: object, log: Log, named: dict) -> Fraction:
    """The nearest half day (2.2.3), and normally not below one day (notes to 5 and 6)."""
    days = half_day(part, log.readings["tie"])
    clauses = cited(edition.HALF_DAY) or (f"{edition.EDITION}/2.2",)
    log.step("cc105.half_day", clauses, days, exact=part, **named)
    if minimum and days < minimum.value:
        log.finding("note", "cc105.minimum_day", minimum.clauses, days=days, minimum=minimum.value, **named)
        days = log.step("cc105.minimum", minimum.clauses, minimum.value, days=days, minimum=minimum.value, **named)
    return days


@implements("CC105:2020/1.8", "CC105:2020/2.2.1", "CC105:2020/2.2.2", "NARMD5:2009/1.2", "NARMD5:2009/2.2")
def _calendar_days(days: Fraction, hours: Fraction, edition: object, log: Log, named: dict) -> Fraction:
    """Days at the client: an audit day has 8 hours, so a shorter working day makes more days, a longer one no fewer (2.2)."""
    full = edition.DAY_HOURS.value
    if hours >= full:
        return days
    clauses = edition.DAY_HOURS.clauses + _topic(edition, "shorter_day")
    return log.step("cc105.calendar_days", clauses, days * full / hours, days=days, full=full, hours=hours, **named)


@implements("NARMD5:2009/2.1", "NARMD5:2009/4.1")
def on_site_finding(days: Fraction, on_site: Fraction, edition: object, log: Log, audit: str) -> None:
    """Says where the least on site is more than all the days: a share of the table's time stays whatever the factors take away (NARMD5 2.1)."""
    if on_site > days and edition.ON_SITE_OF == "table":
        log.finding("shall", "cc105.on_site_above_days", edition.ON_SITE_SHARE.clauses, audit=audit, days=days, least=on_site)


@implements("CC105:2020/3.9")
def _check_limit_after_rounding(days: Fraction, exact: Fraction, table_time: Fraction, edition: object, log: Log) -> None:
    """Rounding may not carry the result below 70 % of the table's time unseen (3.9 with 2.2.3)."""
    least = table_time * (100 - edition.REDUCTION_LIMIT.value) / 100
    if days < least <= exact:
        clauses = cited(edition.REDUCTION_LIMIT, edition.HALF_DAY)
        log.finding("should", "cc105.rounded_below_limit", clauses, days=days, least=least, next=days + Fraction(1, 2))


@implements("CC105:2020/3.1", "NARMD5:2009/4.4-n3")
def stage_days(days: Fraction, edition: object, log: Log) -> tuple[Fraction, Fraction]:
    """The initial audit in two stages; the text says only that the second usually takes longer (3.1, note)."""
    share = Fraction(log.readings["stage1_share"])
    clauses = _topic(edition, "stages")
    named = {"days": days, "share": share}
    stage1 = max(half_day(days * share, log.readings["tie"]), HalfDays(1, 2))
    stage1 = log.step("cc105.stage1", clauses, min(stage1, days), **named)
    stage2 = log.step("cc105.stage2", clauses, HalfDays(days - stage1), days=days, stage1=stage1)
    if stage1 > stage2:
        log.finding("note", "cc105.stage1_longer", clauses, stage1=stage1, stage2=stage2)
    if edition.STAGE_2_MINIMUM and stage2 < edition.STAGE_2_MINIMUM.value:
        log.finding("note", "cc105.stage2_short", edition.STAGE_2_MINIMUM.clauses, stage2=stage2, minimum=edition.STAGE_2_MINIMUM.value)
    return stage1, stage2


def _topic(edition: object, topic: str) -> tuple[str, ...]:
    return tuple(f"{edition.EDITION}/{clause}" for clause in edition.CLAUSES[topic])
