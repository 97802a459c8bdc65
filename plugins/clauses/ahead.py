"""Pages that other processes make while this one does: it goes from the first page on, they come towards it from the last."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from multiprocessing.sharedctypes import RawValue
from typing import Any

from plugins.clauses.apart import Apart, processors

ENOUGH = 3  # pages of a round that this process makes before others help: after an edit it is mostly less


class Round:
    """Does `work` for `pages`, by name; the other processes stop where this one has come to."""

    def __init__(self, pages: Sequence[str], work: Callable[[str], Any]) -> None:
        self._pages, self._work = pages, work
        self._place = {page: at for at, page in enumerate(pages)}
        self._reached = RawValue("q", -1)
        self.left = 0  # how many pages this process was left

    def __iter__(self) -> Iterator[str]:
        return iter(self._pages)

    def come_to(self, page: str) -> None:
        """In this process: it has come to a page."""
        self._reached.value = max(self._reached.value, self._place[page])

    def to_come(self) -> int:
        """How many pages this process has not come to."""
        return len(self._pages) - 1 - self._reached.value

    def towards(self, first: int, step: int) -> Iterator[tuple[str, Any]]:
        """In another process, which leaves pages to others: what is made of its own, but of those that cannot be made."""
        for at in range(len(self._pages) - 1 - first, -1, -step):
            if at <= self._reached.value:
                return
            try:
                yield self._pages[at], self._work(self._pages[at])
            except Exception:  # noqa: BLE001 - it comes again where it is heard
                continue


class Ahead:
    """Goes through rounds, one after the other, in `most` other processes, as soon as some pages of one were left to this process."""

    def __init__(self, rounds: Sequence[Round], most: int) -> None:
        self._rounds, self._most = rounds, most
        self._of = {page: one for one in rounds for page in one}
        self._apart: list[Apart] = []
        self._made: dict[str, Any] = {}

    def take(self, page: str) -> Any:
        """What another process has made of a page, once; None where it is left to this one."""
        if (own := self._of.get(page)) is None:
            return None
        own.come_to(page)
        made = self._made.pop(page, None)
        if made is None:
            own.left += 1
            if own.left == ENOUGH and not self._apart:
                self._begin()
        return made

    def _begin(self) -> None:
        processes = min(processors() - 1, self._most, sum(one.to_come() for one in self._rounds))
        for first in range(processes):
            self._apart.append(Apart(self._towards(first, processes), self._take))

    def _towards(self, first: int, step: int) -> Iterator[tuple[str, Any]]:
        for one in self._rounds:
            yield from one.towards(first, step)

    def _take(self, made: tuple[str, Any] | None) -> None:
        if made is not None:
            self._made[made[0]] = made[1]

    def end(self) -> None:
        """Gives up what is not made yet."""
        for one in self._apart:
            one.end()
        self._apart.clear()
