"""Work that another process does while this one does something else, which waits for it in the end."""

from __future__ import annotations

from collections.abc import Callable
from queue import SimpleQueue
from traceback import format_exc

from plugins.clauses.apart import Apart
from plugins.clauses.uncollected import uncollected

Work = Callable[[], object]


class Meanwhile:
    """Does `work` once; what it returns, or raises, travels back as plain data."""

    def __init__(self, work: Work) -> None:
        self._outcome: tuple[object, BaseException | None] | None = None
        self._come: SimpleQueue[tuple[object, BaseException | None] | None] = SimpleQueue()
        self._apart = Apart(map(outcome, [work]), self._come.put, calm=0)

    def result(self) -> object:
        """What the work has returned, as soon as it has."""
        if self._outcome is None:
            self._outcome = self._come.get() or self._nothing()
        value, error = self._outcome
        if error is not None:
            raise error
        return value

    def _nothing(self) -> tuple[None, RuntimeError]:
        return None, RuntimeError(f"the process that works beside the build has ended with {self._apart.ended_with()}")

    def end(self) -> None:
        """Gives up what is not done yet."""
        self._apart.end()


def outcome(work: Work) -> tuple[object, BaseException | None]:
    """What a work returns, or what it raises."""
    try:
        with uncollected():
            return work(), None
    except Exception as error:  # noqa: BLE001 - it is raised where the result is asked for
        error.add_note(format_exc())  # the way to it does not travel
        return None, error
