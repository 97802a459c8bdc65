"""T12: a translation gives a duration in another unit, or another date: 6 months and 6 years, working days and days."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from plugins.clauses.checks.t02_figures import LEAST_WORD, listed
from plugins.clauses.clause import Problem
from plugins.clauses.quantities import Read, read, same
from plugins.clauses.registry import Registry
from plugins.clauses.scope import line_where
from plugins.clauses.translations import bare_pairs


def durations_differ(registry: Registry) -> Iterator[Problem]:
    """One problem for each clause with a duration that the original does not have, or with other dates."""
    for pair, original, text in bare_pairs(registry):
        model, own = read(pair.source, original), read(pair.language, text)
        if same(model.durations, own.durations) and same(model.dates, own.dates):
            continue
        for value, unit in [*differing(model, own), *differing(own, model)][:1]:
            shown = f"{listed([value])} {unit.replace('_', ' ')}{'s' * (value != 1)}"
            where = f"{pair.source} ({pair.original.file}:{pair.original.line})"
            said = f"only one of {pair.language} and {where} says {shown}"
            line = line_where(registry, pair.clause, lambda at: value in read(pair.language, text.split("\n")[at]).numbers)
            yield Problem(pair.clause.file, line, "T12", f"{pair.address}: {said}")
        if set(model.dates) != set(own.dates):
            other = min(set(model.dates) ^ set(own.dates))
            said = f"the date {'-'.join(str(part) for part in other if part)} stands in one of {pair.language} and {pair.source} only"
            odd = set(own.dates) - set(model.dates)
            line = line_where(registry, pair.clause, lambda at: bool(odd & set(read(pair.language, text.split("\n")[at]).dates)))
            yield Problem(pair.clause.file, line, "T12", f"{pair.address}: {said}")


def differing(text: Read, other: Read) -> list[tuple[Fraction, str]]:
    """The durations of `text` whose number `other` gives another unit, or does not have at all."""
    found = []
    for value, unit in text.durations:
        if (value, unit) in other.durations or (value == 1 and (value in text.words or value in other.loosely)):
            continue
        units = {known for number, known in other.durations if number == value}
        if units - {known for number, known in text.durations if number == value}:
            found.append((value, unit))
        elif value < LEAST_WORD and value not in text.digits and value not in other.numbers and value not in other.loosely:
            found.append((value, unit))  # T02 tells the others
    return found
