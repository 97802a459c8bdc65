"""What the account of any answer must hold: each step redone by hand, each citation as listed, no gap in a text.

`cited.yaml` lists, for every step and finding, its level and the clauses it may cite, side by side for review.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from math import ceil
from pathlib import Path

import yaml

from calculators.cc105 import EDITIONS

CITED = yaml.safe_load((Path(__file__).parent / "cited.yaml").read_text(encoding="utf-8"))
NOT_A_WORD = ("None", "XX", "Fraction(", "{", "}", "<")  # what a text shows when a value for it was lost


def check_account(answer: dict) -> None:
    """Every step and finding of an answer, and of the sites and visits within it."""
    check_steps(answer)
    steps, findings = list(entries(answer, "steps")), list(entries(answer, "findings"))
    for step in steps:
        assert step["clauses"] in CITED["steps"][step["key"]], step
    for finding in findings:
        listed = CITED["findings"][finding["key"]]
        assert finding["level"] == listed["level"] and finding["clauses"] in listed["clauses"], finding
    for said in (*steps, *findings):
        assert not [mark for mark in NOT_A_WORD if mark in said["text"]], said


def check_steps(answer: dict) -> None:
    """Every step redone from its values, whatever was asked."""
    for step in entries(answer, "steps"):
        values = {name: Fraction(number) for name, number in step["values"].items()}
        assert FORMULAS[step["key"]](Fraction(step["result"]), step["clauses"], **values), step


def entries(value: object, name: str) -> Iterator[dict]:
    """The steps or findings anywhere in an answer."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == name:
                yield from inner
            else:
                yield from entries(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from entries(inner, name)


def half_day(result: Fraction, exact: Fraction) -> bool:
    return (result * 2).denominator == 1 and abs(result - exact) <= Fraction(1, 4)


def in_band(result: Fraction, clauses: list[str], band_from: Fraction, band_to: Fraction, people: Fraction) -> bool:
    """The band as the table prints it: 'from–to' people, and its days."""
    edition, table = clauses[0].split("/")
    table = next(known for known in EDITIONS[edition].TABLES.values() if clauses[0] in known.clauses)
    place = table.upper.index(band_to)
    first = table.upper[place - 1] + 1 if place else 1
    return band_from == first and band_from - 1 < people <= band_to and result in {days[place] for days in table.days.values()}


def several(name: str, values: dict[str, Fraction]) -> list[Fraction]:
    """The values that are numbered: group_1, group_2 …"""
    return [number for key, number in values.items() if key.startswith(name)]


def by_shift(without: Fraction, total: Fraction, shifts: Fraction, **each: Fraction) -> bool:
    """The groups together are those of each shift and those of none."""
    named = several("shift_", each)
    return len(named) == shifts and total == sum(several("group_", each)) == without + sum(named)


def in_cell(value: Fraction, place: Fraction) -> bool:
    """Rows and columns of the figure are 20 % wide (CC106 figure A.1)."""
    return 0 <= value - 20 * place <= 20


def later(from_year: Fraction, from_month: Fraction, from_day: Fraction, months: object = 0, days: object = 0) -> int:
    """Days from a date to the date some months or days later; a month without the day ends on its last."""
    start = date(int(from_year), int(from_month), int(from_day))
    count = start.month - 1 + int(months)
    year, month = start.year + count // 12, count % 12 + 1
    end = date(year, month, min(start.day, monthrange(year, month)[1])) + timedelta(int(days))
    return (end - start).days


def on_the(result: Fraction, from_year: Fraction, from_month: Fraction, from_day: Fraction, amount: Fraction | None = None) -> bool:
    """A date by name: the end of a period that holds the first date, or the tenth (`amount`) of the next month."""
    end = date(int(from_year), int(from_month), int(from_day)) + timedelta(int(result))
    return amount is None or (end.day == amount and (end.replace(day=1) - timedelta(1)).month == from_month)


FORMULAS = {  # result, clauses and values of a step → whether the arithmetic that its text shows is right
    "cc105.adjusted": lambda r, c, table, percent: r == table * (100 + percent) / 100,
    "cc105.band": in_band,
    "cc105.band_beyond": lambda r, c, people, last, last_days, width, rise: r == last_days + ceil((people - last) / width) * rise,
    "cc105.line_beyond": lambda r, c, people, last, last_days, width, rise: r == last_days + (people - last) / width * rise,
    "cc105.calendar_days": lambda r, c, days, full, hours: r == days * full / hours and hours < full,
    "cc105.factor": lambda r, c, percent, before: r == before + percent,
    "cc105.half_day": lambda r, c, exact: half_day(r, exact),
    "cc105.limit": lambda r, c, sum, limit: r == limit > sum,
    "cc105.line": lambda r, c, start_people, start_days, end_people, end_days, people: (
        r == start_days + (people - start_people) / (end_people - start_people) * (end_days - start_days)
        and start_people <= people <= end_people
    ),
    "cc105.minimum": lambda r, c, days, minimum: r == minimum > days,
    "cc105.on_site": lambda r, c, base, percent: r == base * percent / 100,
    "cc105.on_site_of_table": lambda r, c, base, percent: r == base * percent / 100,
    "cc105.personnel": lambda r, c, personnel: r == personnel,
    "cc105.personnel_average_shift": lambda r, c, without, part, total, **each: (
        by_shift(without, total, **each) and r == without + part and total == without + part * each["shifts"]
    ),
    "cc105.personnel_main_shift": lambda r, c, without, part, total, **each: (
        by_shift(without, total, **each) and r == without + part and part == max(several("shift_", each))
    ),
    "cc105.personnel_group": lambda r, c, number, count, hours_per_day, full_day_hours, in_scope_percent, reduction_percent: (
        r == count * hours_per_day / full_day_hours * in_scope_percent / 100 * (100 - reduction_percent) / 100
    ),
    "cc105.personnel_sum": lambda r, c, groups, **each: r == sum(each.values()) and groups == len(each),
    "cc105.share": lambda r, c, exact, share: r == exact * share,
    "cc105.stage1": lambda r, c, days, share: half_day(r, days * share) or r == min(days, Fraction(1, 2)),
    "cc105.stage2": lambda r, c, days, stage1: r == days - stage1,
    "cc106.ability": lambda r, c, competences, auditors, standards: (
        r == (competences - auditors) * 100 / (auditors * (standards - 1)) if auditors else r == 0
    ),
    "cc106.adjusted": lambda r, c, start, increase, reduction: r == start * (100 + increase - reduction) / 100,
    "cc106.half_day": lambda r, c, exact: half_day(r, exact),
    "cc106.integration": lambda r, c, percent: r == percent,
    "cc106.integration_share": lambda r, c, met, count: r == met * 100 / count,
    "cc106.least": lambda r, c, start, percent: r == start * percent / 100,
    "cc106.minimum": lambda r, c, days, minimum: r == minimum > days,
    "cc106.on_site": lambda r, c, exact, percent: r == exact * percent / 100,
    "cc106.reduction": lambda r, c, integration, ability, row, column, step: (
        r == step * min(row, column) and in_cell(integration, row) and in_cell(ability, column)
    ),
    "cc106.single_half_day": lambda r, c, days: half_day(r, days),
    "cc106.single_minimum": lambda r, c, days, minimum: r == minimum > days,
    "cc106.start_point": lambda r, c, before, days: r == before + days,
    "cc11.coverage": lambda r, c, minimum, units: r == units > minimum,
    "cc11.random": lambda r, c, sample, percent: r == ceil(sample * percent / 100),
    "cc11.sample": lambda r, c, factor, sites: (r - 1) ** 2 < factor**2 * sites <= r**2,
    "cc11.sample_all": lambda r, c, sites, limit: r == sites <= limit,
    "cc11.total": lambda r, c, before, sample: r == before + sample,
    "cc11.unsampled_all": lambda r, c, sites: r == sites,
    "cc11.unsampled_share": lambda r, c, sites, percent: r == ceil(sites * percent / 100),
    "programme.on_site": lambda r, c, base, percent: r == base * percent / 100,
    "programme.site": lambda r, c, table, percent: r == table * (100 - percent) / 100,
    "programme.minimum": lambda r, c, days, minimum: r == minimum > days,
    "programme.three_years": lambda r, c, **visits: r == sum(visits.values()) and len(visits) == 4,
    "programme.stay": lambda r, c, initial, share, exact, least: (
        exact == initial * share and (half_day(r, exact) or exact < r == least) and r >= least
    ),
    "programme.stay_on_site": lambda r, c, on_site, share: r == on_site * share,
    "programme.next_three_years": lambda r, c, **visits: r == sum(visits.values()) and len(visits) == 3,
    "programme.visit": lambda r, c, places, **each: r == sum(each.values()) and len(each) == places,
    "programme.with_recertification": lambda r, c, **visits: r == sum(visits.values()) and len(visits) == 5,
    "site_limit.added": lambda r, c, factors, central, integrated: r == factors + central + integrated,
    "site_limit.compounded": lambda r, c, factors, central, integrated: (
        100 - r == (100 - factors) * (100 - central) * (100 - integrated) / 10000
    ),
    "site_limit.limit": lambda r, c, sum, limit: r == limit < sum,
    "quoted.difference": lambda r, c, quoted, computed: r == quoted - computed,
    "calendar.step.day": lambda r, c, **start: on_the(r, **start),
    "calendar.step.days": lambda r, c, amount, **start: r == later(**start, days=amount),
    "calendar.step.days_before": lambda r, c, amount, **start: r == -later(**start, days=-amount),
    "calendar.step.months": lambda r, c, amount, number=0, **start: r == later(**start, months=amount),
    "calendar.step.years": lambda r, c, amount, **start: r == later(**start, months=12 * amount),
    "calendar.step.working_days": lambda r, c, amount, left_out, **start: r == amount + left_out,
    "eligibility.step.months": lambda r, c, amount, **start: r == later(**start, months=amount),
    "eligibility.step.years": lambda r, c, amount, **start: r == later(**start, months=12 * amount),
}
