"""A process beside the build, where the system can split itself in two."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from multiprocessing.connection import Connection
from threading import Thread
from typing import Any

CALM = 5  # of two processors the build has one for itself
PATIENT = 19  # of what is wanted last: it takes what is left over, as between two languages, where nothing can be rendered
PATIENCE = 5  # seconds, the longest wait for a process that may be given no processor, where other programs keep all of them busy
WIDE = 1 << 20  # bytes, the most that Linux lets anybody have


class Apart:
    """Goes through `work` in a process that begins with everything that this one knows; what it changes is not seen here.

    Each of its values is handed to `take` as soon as it is there, in a thread; then, or when the process has ended before, None.
    The `calm` it is, the less of a processor is it given that others want too.
    """

    def __init__(self, work: Iterable[object], take: Callable[[Any], None], *, calm: int = CALM) -> None:
        gc.freeze()  # what both know is not gone through again: it stays shared
        fork = multiprocessing.get_context("fork")
        self._told, tell = fork.Pipe(duplex=False)
        widen(tell)
        self._process = fork.Process(target=told, args=(work, self._told, tell, calm), daemon=True)
        self._process.start()
        tell.close()
        self._listener = Thread(target=self._listen, args=(take,), daemon=True)
        self._listener.start()

    def _listen(self, take: Callable[[Any], None]) -> None:
        """Takes every value at once: a pipe holds little, and the next would wait until this one is asked for."""
        try:
            with suppress(EOFError, OSError):  # it ended, between two values or within one
                while True:
                    take(self._told.recv())
        finally:
            take(None)  # who waits for more is told, whatever happened

    def ended_with(self) -> int | None:
        """The code of the process, once it has ended and all that came of it is taken."""
        self._process.join()
        self._listener.join()
        return self._process.exitcode

    def end(self) -> None:
        """Gives up what is not done yet."""
        self._process.terminate()
        self._process.join()
        self._listener.join()
        self._told.close()


def processors() -> int:
    """How many processes at a time are worth their while; 0 where a process cannot safely be split."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 0


def widen(pipe: Connection) -> None:
    """Lets a pipe hold more: else who tells waits at every 64 KiB until this process, busy as it is, has come to take them."""
    import fcntl  # noqa: PLC0415 - not on Windows, where nothing is split

    with suppress(OSError):  # a system may allow less
        fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, WIDE)


def told(work: Iterable[object], listens: Connection, tell: Connection, calm: int) -> None:
    """In the other process: each value as soon as it is there, for as long as somebody listens."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the build ends it
    listens.close()
    os.nice(calm)
    with suppress(BrokenPipeError):  # the build was ended
        for value in work:
            tell.send(value)
