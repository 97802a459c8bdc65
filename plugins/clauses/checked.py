"""What the checks found in each work, taken from the last build where nothing of the work has changed."""

from __future__ import annotations

from dataclasses import astuple

from plugins.clauses.clause import Problem
from plugins.clauses.kept import Kept, digest, packed, unpacked
from plugins.clauses.registry import Registry


class Checked:
    """`known` are the problems by work; `common` is a digest of all that they may rest on beside the pages of the work."""

    def __init__(self, kept: Kept, registry: Registry, common: bytes) -> None:
        self._kept = kept
        self._made_from = {
            work: digest(common, *(part for page in pages for part in (page.file, page.digest))) for work, pages in registry.works().items()
        }
        found = {work: kept.get(named(work), made_from) for work, made_from in self._made_from.items()}
        self.known = {work: [Problem(*one) for one in unpacked(value)] for work, value in found.items() if value}

    def keep(self, known: dict[str, list[Problem]]) -> None:
        """Keeps what is new in `known` for the next build."""
        for work in known.keys() - self.known.keys():
            self._kept.put(named(work), self._made_from[work], packed(*map(astuple, known[work])))


def named(work: str) -> str:
    """How the problems of a work are kept: by no name that a page has."""
    return f"#checks {work}"
