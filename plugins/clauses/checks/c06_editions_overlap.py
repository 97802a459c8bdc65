"""C06: two editions of one work are in force on the same day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from plugins.clauses.clause import Document, Problem
from plugins.clauses.registry import Registry


def editions_overlap(registry: Registry) -> Iterator[Problem]:
    """An edition without dates binds always, so beside it there can be no other."""
    for one, other in combinations(sorted(registry.documents.values(), key=beginning), 2):
        if (one.language, one.work) == (other.language, other.work) and beginning(other) <= end(one):
            day = max(beginning(one), beginning(other))
            said = f"{other.work}:{other.edition} begins {'always' if day == date.min else day}"
            until = f"{one.work}:{one.edition} ends {one.in_force_until or 'never'}: write in_force: {{until: …}} on {one.file}"
            yield Problem(other.file, other.line("in_force"), "C06", f"{said}, and {until}")


def beginning(document: Document) -> date:
    """The first day of an edition."""
    return document.in_force_from or date.min


def end(document: Document) -> date:
    """The last day of an edition."""
    return document.in_force_until or date.max
