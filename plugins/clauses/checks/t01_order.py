"""T01: the clauses of a document come in another order than in the original, or on another page."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.clauses.clause import Address, Clause, Problem
from plugins.clauses.registry import Registry
from plugins.clauses.translations import source_language


def order_differs(registry: Registry) -> Iterator[Problem]:
    """For each document and language, the first clause that is out of order and every clause on another page."""
    for (language, work, edition), clauses in registry.gone_through():
        first = source_language(registry, language, Address(work, edition, ""))
        model = registry.clauses.get((first, work, edition))
        if language == first or model is None:
            continue
        for clause in clauses.values():
            other = model.get(clause.id)
            if other and other.file.partition("/")[2] != clause.file.partition("/")[2]:
                yield Problem(clause.file, clause.line, "T01", f"{clause.id} stands in {other.file} in {first}")
        yield from first_difference(
            first, [one for one in model.values() if one.id in clauses], [one for one in clauses.values() if one.id in model]
        )


def first_difference(first: str, model: list[Clause], clauses: list[Clause]) -> Iterator[Problem]:
    """The first place where two orders of the same clauses part."""
    for expected, met in zip(model, clauses):
        if expected.id != met.id:
            message = f"{met.id} comes where {first} has {expected.id} ({expected.file}:{expected.line})"
            yield Problem(met.file, met.line, "T01", message)
            return
