"""Work that needs no page: another process does it while this one renders, where the system can split itself in two."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from queue import SimpleQueue
from traceback import format_exc

from plugins.clauses.apart import Apart, processors

CALM = 10  # pages are wanted before, and what makes them needs the processors more
Work = Callable[[], object]


class Meanwhile:
    """Does each of `works` once, in their order; what they return, or raise, travels back as plain data.

    Not `apart`, and where a process cannot safely be split, a work is done when its result is asked for.
    """

    def __init__(self, works: Sequence[Work], *, apart: bool = True) -> None:
        self._works = works
        self._done: list[tuple[object, BaseException | None]] = []
        self._outcomes: SimpleQueue[tuple[object, BaseException | None] | None] = SimpleQueue()
        self._apart = Apart(map(outcome, works), self._outcomes.put, calm=CALM) if apart and processors() else None

    def result(self, at: int) -> object:
        """What the work `at` has returned, as soon as it has."""
        while len(self._done) <= at:
            self._done.append(self._next())
        value, error = self._done[at]
        if error is not None:
            raise error
        return value

    def _next(self) -> tuple[object, BaseException | None]:
        if self._apart is None:
            return outcome(self._works[len(self._done)])
        if (come := self._outcomes.get()) is not None:
            return come
        self._outcomes.put(None)  # nor will there be another
        return None, RuntimeError(f"the process that works beside the build has ended with {self._apart.ended_with()}")

    def end(self) -> None:
        """Gives up what is not done yet."""
        if self._apart is not None:
            self._apart.end()
            gc.unfreeze()


def outcome(work: Work) -> tuple[object, BaseException | None]:
    """What a work returns, or what it raises."""
    try:
        return work(), None
    except Exception as error:  # noqa: BLE001 - it is raised where the result is asked for
        error.add_note(format_exc())  # the way to it does not travel
        return None, error
