"""What is told while a page is made elsewhere or was made in an earlier build, that it may be told where it is taken."""

from __future__ import annotations

import logging
from collections.abc import Iterable

LOGGERS = [logging.getLogger(name) for name in ("", "mkdocs", "properdocs")]
Record = tuple[str, int, str]
"""The name of the logger, the level and the words."""


class Told(logging.Handler):
    """`records` are what was told inside its block."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.records: list[Record] = []
        self._loggers = [one for one in LOGGERS if one.parent is None or not one.propagate]

    def __enter__(self) -> None:
        self.records = []
        for one in self._loggers:
            one.addHandler(self)

    def __exit__(self, *error: object) -> None:
        for one in self._loggers:
            one.removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps the words."""
        self.records.append((record.name, record.levelno, record.getMessage()))

    def alone(self) -> None:
        """In another process: nobody else is told anything from here on."""
        for one in LOGGERS:
            one.handlers[:] = [logging.NullHandler()]


def tell(records: Iterable[Record]) -> None:
    """Tells it once more."""
    for logger, level, text in records:
        logging.getLogger(logger).log(level, "%s", text)
