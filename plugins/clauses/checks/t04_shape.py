"""T04: a table or a list of a translation has another shape than the original's."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.clauses.clause import Clause, Problem
from plugins.clauses.registry import Registry
from plugins.clauses.scope import line_where
from plugins.clauses.translations import pairs


def shape_differs(registry: Registry) -> Iterator[Problem]:
    """Tables by rows and columns; lists by the kind of their items: what is missing altogether, C03 tells."""
    for pair in pairs(registry):
        model, own = shape(pair.original), shape(pair.clause)
        if model != own:
            said = f"{pair.address}: {described(own)} in {pair.language}, {described(model)} in {pair.source}"
            rows = [at for at, row in enumerate(pair.clause.lines) if row.startswith("|")]
            odd = next((at for at, (cells, other) in zip(rows, zip(own, model)) if cells != other), None)
            yield Problem(pair.clause.file, line_where(registry, pair.clause, lambda at: at == odd), "T04", said)
        elif pair.original.kind != pair.clause.kind:
            said = f"{pair.address} is {article(pair.clause)} in {pair.language}, {article(pair.original)} in {pair.source}"
            yield Problem(pair.clause.file, pair.clause.line, "T04", said)


def shape(clause: Clause) -> tuple[int, ...]:
    """The number of cells of each row of the clause's tables."""
    return tuple(len(row.replace("\\|", "").strip("| ").split("|")) for row in clause.lines if row.startswith("|"))


def described(rows: tuple[int, ...]) -> str:
    """'a table of 25 rows and 5 columns'."""
    if not rows:
        return "no table"
    columns = str(rows[0]) if len(set(rows)) == 1 else f"{min(rows)} to {max(rows)}"
    return f"a table of {len(rows)} rows and {columns} columns"


def article(clause: Clause) -> str:
    """'an item', 'a bullet'."""
    return f"{'an' if clause.kind[0] in 'aeiou' else 'a'} {clause.kind}"
