"""What the checks find: another process looks through the works from the largest on, and this one from the smallest when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

from plugins.clauses.ahead import Ahead
from plugins.clauses.apart import PATIENCE, PATIENT
from plugins.clauses.checks import Check, in_all, in_work, unwaived
from plugins.clauses.clause import Problem
from plugins.clauses.registry import Registry
from plugins.clauses.uncollected import uncollected

ALL = "#all"  # what looks at all works together


class Looked:
    """`known` are problems by work that need not be looked for; not `apart`, this process does it all."""

    def __init__(self, registry: Registry, checks: Iterable[Check], known: Mapping[str, list[Problem]], *, apart: bool = True) -> None:
        self._registry, self._checks, self._works = registry, tuple(checks), registry.works()
        self.by_work = dict(known)
        left = [*sorted(self._works.keys() - known.keys(), key=self._size), ALL]
        self._ahead = Ahead(left, self._look, int(apart), left=0, calm=PATIENT, patience=PATIENCE)
        self._found: list[Problem] | None = None

    def _size(self, work: str) -> tuple[int, str]:
        return sum(len(page.scan.blocks) for page in self._works[work]), work

    @uncollected()
    def _look(self, work: str) -> list[Problem]:
        if work == ALL:
            return in_all(self._registry, self._checks)
        return in_work(self._registry, self._checks, work, self._works[work])

    def result(self) -> list[Problem]:
        """All problems of all languages, by file and line."""
        if self._found is None:
            self.by_work.update(self._ahead.all())
            others = self.by_work.pop(ALL)
            self._found = unwaived(self._registry, chain(others, *self.by_work.values()))
            self.end()
        return self._found

    def end(self) -> None:
        """Gives up what is not looked through yet."""
        self._ahead.end()
