"""What belongs to a clause: itself, its items and notes, and the words that lead it in."""

from __future__ import annotations

from collections.abc import Callable

from plugins.clauses.clause import Address, Clause
from plugins.clauses.registry import Registry

WITHIN = ("item", "bullet", "note", "heading")


def whole(registry: Registry, language: str, address: Address) -> list[Clause]:
    """The clause and everything below its number that has no number of its own."""
    clauses = registry.clauses.get((language, address.work, address.edition), {})
    return [one for one in clauses.values() if one.id == address.clause or one.id.startswith(f"{address.clause}-")]


def line_where(registry: Registry, clause: Clause, wanted: Callable[[int], bool]) -> int:
    """The line of the file for the first of the clause's own lines, by its place among them, that is `wanted`; else where the clause begins."""
    blocks = (one for one in registry.pages[clause.file].scan.blocks if one.clause == clause.id and one.linked and not one.aside)
    lines = (line for block in blocks for line in range(block.line, block.line + len(block.lines)))
    # The same number may stand there again: those lines are another clause's.
    return next((line for at, line in zip(range(len(clause.lines)), lines) if wanted(at)), clause.line)


def leading_in(registry: Registry, language: str, address: Address) -> list[Clause]:
    """The clauses that an item or a note stands in, from the inside out."""
    found = []
    clause = registry.clause(language, address)
    while clause is not None and clause.kind in WITHIN and clause.parent:
        clause = registry.clause(language, address._replace(clause=clause.parent))
        if clause is not None:
            found.append(clause)
    return found
