"""Work that other processes do while this one does: it goes from the first name on, they come towards it from the last."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from multiprocessing.sharedctypes import RawArray, RawValue
from threading import Condition
from typing import Any

from plugins.clauses.apart import CALM, Apart, processors

ENOUGH = 3  # names that this process does before others help: after an edit it is mostly less


class Ahead:
    """Does `work` for each of `names`, such as pages', in `most` other processes, as soon as some were `left` to this one; they stop where it
    has come to, and begin anew at the end of the next `stretch` of names: what they make waits less long so.

    `calm` says how they make way for others, and `patience` for how many seconds what they have begun is waited for.
    """

    def __init__(
        self,
        names: Sequence[str],
        work: Callable[[str], Any],
        most: int,
        *,
        left: int | None = None,
        calm: int = CALM,
        patience: float | None = None,
        stretch: int | None = None,
    ) -> None:
        self._names, self._work, self._most, self._calm, self._patience = names, work, most, calm, patience
        self._enough = ENOUGH if left is None else left
        self._stretch = stretch or max(1, len(names))
        self._place = {name: at for at, name in enumerate(names)}
        self._process = os.getpid()
        self._reached = RawValue("q", -1)
        self._begun = RawArray("H", len(names))  # who of the others has come to it, from 1, until it is taken
        self._left = 0  # how many of them this process was left
        self._apart: list[Apart] = []
        self._made: dict[str, Any] = {}
        self._heard = Condition()
        self._working: set[int] = set()  # who may still be heard of
        if not self._enough:
            self._begin()

    def take(self, name: str) -> Any:
        """What another process has made of a name, once, or is making and soon has; None where it is left to this one, and in any other."""
        at = self._place.get(name)
        if at is None or os.getpid() != self._process:
            return None
        self._reached.value = max(self._reached.value, at)
        with self._heard:
            self._heard.wait_for(lambda: name in self._made or self._begun[at] not in self._working, self._patience)
            made = self._made.pop(name, None)
        self._begun[at] = 0
        if made is None:
            self._left += 1
            if self._left == self._enough:
                self._begin()
        return made

    def all(self) -> Iterator[tuple[str, Any]]:
        """Every name with what is made of it, which is never None: here, where no other process has."""
        for name in self._names:
            made = self.take(name)
            yield name, self._work(name) if made is None else made

    def _begin(self) -> None:
        processes = min(processors() - 1, self._most, len(self._names) - 1 - self._reached.value)
        for first in range(processes):
            self._working.add(first + 1)
            self._apart.append(Apart(self._towards(first, processes), partial(self._take, first + 1), calm=self._calm))

    def _towards(self, first: int, step: int) -> Iterator[tuple[str, Any]]:
        """In another process, which leaves names to others: what is made of its own; None for what cannot be made."""
        for start in range(0, len(self._names), self._stretch):
            end = min(start + self._stretch, len(self._names))
            for at in range(end - 1 - first, start - 1, -step):
                if at <= self._reached.value:
                    break
                self._begun[at] = first + 1
                try:
                    made = self._work(self._names[at])
                except Exception:  # noqa: BLE001 - it comes again where it is heard
                    made = None
                yield self._names[at], made

    def _take(self, who: int, made: tuple[str, Any] | None) -> None:
        with self._heard:
            if made is None:
                self._working.discard(who)
            else:
                self._made[made[0]] = made[1]
            self._heard.notify()

    def end(self) -> None:
        """Gives up what is not made yet."""
        for one in self._apart:
            one.end()
        self._apart.clear()
        self._made.clear()
