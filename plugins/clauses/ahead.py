"""Work on pages that other processes do ahead, where the machine has processors for it; what they return is taken page by page."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NoReturn

from mkdocs.structure.pages import Page

from plugins.clauses.meanwhile import Meanwhile, can_split

Work = Callable[[Page], object]


class Ahead:
    """Does `work` for most of `pages`; this process has more to do than the pages and is left fewer of them."""

    def __init__(self, pages: Sequence[Page], work: Work) -> None:
        processes = processors() - 1 if can_split() else 0
        shares: list[list[Page]] = [[] for _ in range(processes)]
        for at, page in enumerate(pages if processes else ()):
            if at % (2 * processes + 1):
                shares[at % processes].append(page)
        self._processes = [(Meanwhile([partial(quietly, work, page) for page in share]), share) for share in shares]
        self._doing = {page.file.src_uri: process for process, share in self._processes for page in share}
        self._done: dict[str, Any] = {}

    def take(self, page: Page) -> Any:
        """What the work returned for a page, once; None where it is left to this process."""
        file = page.file.src_uri
        process = self._doing.pop(file, None)
        while process is not None and file not in self._done:
            try:
                done, value = process.next()
            except Exception:  # noqa: BLE001 - whatever it was, the page can be made here
                process = None
            else:
                self._done[done] = value
        return self._done.pop(file, None)

    def end(self) -> None:
        """Gives up what is not taken."""
        for process, _ in self._processes:
            process.end()


def processors() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Told(BaseException):
    """Something was to be logged."""


def quietly(work: Work, page: Page) -> tuple[str, object]:
    """The page's file and what `work` returns; None when it fails or has something to log, for here no one hears it."""
    logging.setLogRecordFactory(refused)
    try:
        return page.file.src_uri, work(page)
    except (Exception, Told):  # noqa: BLE001 - it comes again where it is heard
        return page.file.src_uri, None


def refused(*record: object, **more: object) -> NoReturn:
    """Instead of a record for the log."""
    raise Told
