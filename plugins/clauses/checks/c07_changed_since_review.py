"""C07: a text has changed since its translations, and the rules that rest on it, were reviewed."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.clauses.clause import Problem
from plugins.clauses.code import index
from plugins.clauses.fingerprints import fingerprint, followed, reviewed
from plugins.clauses.registry import Registry


def changed_since_review(registry: Registry) -> Iterator[Problem]:
    """Each changed or new clause of a document that is followed; accepted with the command that the message names."""
    known = {address: marks for address, marks in followed(registry, reviewed())}
    documents = {address[:2] for address in known}
    for language, address, clause in registry.every_clause():
        if address[:2] not in documents or known.get(address, {}).get(language) == fingerprint(clause):
            continue
        rules = f"; rules that rest on it: {', '.join(names)}" if (names := index().get(address)) else ""
        said = "has changed since it was reviewed" if language in known.get(address, {}) else "was never reviewed"
        accept = f"look it through, then: python -m plugins.clauses accept {address}"
        yield Problem(clause.file, clause.line, "C07", f"{address} {said} in {language}{rules}; {accept}")
