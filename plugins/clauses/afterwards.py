"""What nobody waits for: in a preview it is done once the page is shown, and given up when the next page is built."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from threading import Event, Thread
from typing import TypeVar

PAUSE = 0.4  # seconds in which the browser fetches the page
Part = TypeVar("Part")


class Afterwards:
    """Does `work` a moment later; it goes through its parts with `while_wanted`, so that giving up does not take long."""

    def __init__(self, work: Callable[[Afterwards], None]) -> None:
        self._given_up = Event()
        self._thread = Thread(target=self._run, args=(work,), daemon=True)
        self._thread.start()

    def _run(self, work: Callable[[Afterwards], None]) -> None:
        if not self._given_up.wait(PAUSE):
            work(self)

    @property
    def wanted(self) -> bool:
        """Whether what is worked out is still to be told."""
        return not self._given_up.is_set()

    def while_wanted(self, parts: Iterable[Part]) -> Iterator[Part]:
        """The parts, until it is given up."""
        for part in parts:
            if not self.wanted:
                return
            yield part

    def give_up(self) -> None:
        """Ends it: nothing of it runs any more."""
        self._given_up.set()
        self._thread.join()
