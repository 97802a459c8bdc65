"""T02: a translation has other numbers than the original; 10 700, 10,700, 万 and 三分之二 are read by value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from plugins.clauses.clause import Problem
from plugins.clauses.quantities import Read, read, same
from plugins.clauses.registry import Registry
from plugins.clauses.scope import line_where
from plugins.clauses.translations import bare_pairs

# Small numbers in words are often grammar ('in two respects'); with a unit of time T12 reads them.
LEAST_WORD = 4


def figures_differ(registry: Registry) -> Iterator[Problem]:
    """Compared clause by clause and in tables row by row; references and codes are taken out before."""
    for pair, original, clause in bare_pairs(registry):
        table = original.startswith("|") and original.count("\n") == clause.count("\n")
        lines = clause.split("\n")
        for row, texts in enumerate(zip(original.split("\n"), lines) if table else [(original, clause)]):
            model, own = read(pair.source, texts[0]), read(pair.language, texts[1])
            if difference := compared(model, own):
                odd = demanded(own, model) or {value for value in own.digits if unequal(model, own, value)}
                line = line_where(registry, pair.clause, lambda at: at == row if table else bool(odd & read(pair.language, lines[at]).numbers))
                place = f"{pair.original.file}:{line_where(registry, pair.original, lambda at: table and at == row)}"
                yield Problem(pair.clause.file, line, "T02", f"{pair.address} in {pair.language} {difference}, other than {pair.source} ({place})")
                break


def compared(model: Read, own: Read) -> str:
    """What one text says and the other does not; "" when the numbers agree."""
    if same(model.digits, own.digits) and same(model.words, own.words):
        return ""
    lacking, added = sorted(demanded(model, own)), sorted(demanded(own, model))
    said = [f"lacks {listed(lacking)}"] * bool(lacking) + [f"has {listed(added)}"] * bool(added)
    if not said and (moved := [value for value in model.digits if unequal(model, own, value)]):
        said = [f"says {listed(moved)} another number of times"]
    return " and ".join(said)


def demanded(text: Read, other: Read) -> set[Fraction]:
    """The numbers of `text` that `other` should have and has not."""
    words = {value for value in text.words if value.denominator > 1 or value >= LEAST_WORD}
    return {value for value in set(text.digits) | words if value not in other.numbers and value not in other.loosely and not as_share(text, other, value)}


def as_share(text: Read, other: Read, value: Fraction) -> bool:
    """Whether one text says a share in percent and the other as a number: 50% and half."""
    return value * 100 in other.percents or value in text.percents and value / 100 in other.numbers


def unequal(model: Read, own: Read, value: Fraction) -> bool:
    """Whether a number in digits is told a different number of times, words and hints allowed for."""
    counts: Counter[Fraction] = own.digits
    return bool(counts[value]) and counts[value] != model.digits[value] and not (
        model.words[value] or own.words[value] or value in model.loosely or value in own.loosely
    )


def listed(values: list[Fraction]) -> str:
    """Numbers for a message: 1.5 as it is, 1/3 as a fraction."""
    return ", ".join(str(value) if 10000 % value.denominator else f"{float(value):g}" for value in values)
