"""Work that needs no page: another process does it while this one renders, where the system can split itself in two."""

from __future__ import annotations

import gc
import multiprocessing
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread
from traceback import format_exc

Work = Callable[[], object]


class Meanwhile:
    """Does each of `works` once, in their order; what they return, or raise, travels back as plain data.

    The other process begins with everything that this one knows, and nothing that it changes is seen here. Not `apart`,
    and where a process cannot safely be split, a work is done when its result is asked for.
    """

    def __init__(self, works: Sequence[Work], *, apart: bool = True) -> None:
        self._works = works
        self._done: list[tuple[object, BaseException | None]] = []
        self._process = None
        if apart and sys.platform == "linux":
            gc.freeze()  # what both know is not gone through again: it stays shared
            fork = multiprocessing.get_context("fork")
            self._told, tell = fork.Pipe(duplex=False)
            self._process = fork.Process(target=told, args=(works, tell), daemon=True)
            self._process.start()
            tell.close()
            self._outcomes: SimpleQueue[tuple[object, BaseException | None] | None] = SimpleQueue()
            self._listener = Thread(target=self._listen, daemon=True)
            self._listener.start()

    def result(self, at: int) -> object:
        """What the work `at` has returned, as soon as it has."""
        while len(self._done) <= at:
            self._done.append(self._next())
        value, error = self._done[at]
        if error is not None:
            raise error
        return value

    def _next(self) -> tuple[object, BaseException | None]:
        if self._process is None:
            return outcome(self._works[len(self._done)])
        if (come := self._outcomes.get()) is not None:
            return come
        self._outcomes.put(None)  # nor will there be another
        self._process.join()
        return None, RuntimeError(f"the process that works beside the build has ended with {self._process.exitcode}")

    def _listen(self) -> None:
        """Takes every outcome at once: a pipe holds little, and the next work would wait until this one is asked for."""
        with suppress(EOFError, OSError):  # it ended, between two outcomes or within one
            while True:
                self._outcomes.put(self._told.recv())
        self._outcomes.put(None)

    def end(self) -> None:
        """Gives up what is not done yet."""
        if self._process is not None:
            self._process.terminate()
            self._process.join()
            self._listener.join()
            self._told.close()
            gc.unfreeze()


def outcome(work: Work) -> tuple[object, BaseException | None]:
    """What a work returns, or what it raises."""
    try:
        return work(), None
    except Exception as error:  # noqa: BLE001 - it is raised where the result is asked for
        error.add_note(format_exc())  # the way to it does not travel
        return None, error


def told(works: Sequence[Work], tell: Connection) -> None:
    """In the other process: each outcome as soon as it is there."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the build ends it
    for work in works:
        tell.send(outcome(work))
