"""T09: the original has changed since a translation was reviewed, and the translation has not."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.clauses.clause import Problem
from plugins.clauses.fingerprints import fingerprint, followed, reviewed
from plugins.clauses.registry import Registry
from plugins.clauses.translations import pairs


def stale(registry: Registry) -> Iterator[Problem]:
    """By fingerprints: the original's is another than at the review, the translation's is the same."""
    known = {address: marks for address, marks in followed(registry, reviewed())}
    for pair in pairs(registry) if known else ():
        marks = known.get(pair.address, {})
        if {pair.source, pair.language} <= marks.keys() and marks[pair.source] != fingerprint(pair.original):
            if marks[pair.language] == fingerprint(pair.clause):
                said = f"{pair.address} in {pair.language} is older than {pair.source} ({pair.original.file}:{pair.original.line})"
                yield Problem(pair.clause.file, pair.clause.line, "T09", said)
