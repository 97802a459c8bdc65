"""T01: the clauses of a document come in another order than in the original, or on another page."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.clauses.clause import Address, Clause, Problem
from plugins.clauses.registry import Registry
from plugins.clauses.translations import source_language


def order_differs(registry: Registry) -> Iterator[Problem]:
    """For each document and language, the first clause that is out of order and every clause on another page."""
    for (language, work, edition), clauses in registry.order.items():
        first = source_language(registry, language, Address(work, edition, ""))
        if language == first or (first, work, edition) not in registry.order:
            continue
        model = registry.order[first, work, edition]
        known = {clause.id: clause for clause in model}
        own = {clause.id for clause in clauses}
        for clause in clauses:
            other = known.get(clause.id)
            if other and other.file.partition("/")[2] != clause.file.partition("/")[2]:
                yield Problem(clause.file, clause.line, "T01", f"{clause.id} stands in {other.file} in {first}")
        yield from first_difference(first, [one for one in model if one.id in own], [one for one in clauses if one.id in known])


def first_difference(first: str, model: list[Clause], clauses: list[Clause]) -> Iterator[Problem]:
    """The first place where two orders of the same clauses part."""
    for expected, met in zip(model, clauses):
        if expected.id != met.id:
            message = f"{met.id} comes where {first} has {expected.id} ({expected.file}:{expected.line})"
            yield Problem(met.file, met.line, "T01", message)
            return
