"""C11: a text in force refers to an edition that is in force no longer."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.clauses.clause import Problem
from plugins.clauses.registry import Registry


def link_to_superseded(registry: Registry) -> Iterator[Problem]:
    """References of documents in force on the registry's day; an editor's note may speak of what was."""
    for page, citation, target in registry.citations:
        if target is None or page.document is None or citation.aside or not page.document.in_force(registry.day):
            continue
        cited = registry.documents[page.language, target.work, target.edition]
        if cited.in_force_until and cited.in_force_until < registry.day:
            current = registry.current(page.language, target.work)
            said = f"'{citation.written}' leads to {target}, superseded on {cited.in_force_until}"
            hint = f"; in force is {target.work}:{current}" if current != target.edition else ""
            yield Problem(citation.file, citation.line, "C11", said + hint)
