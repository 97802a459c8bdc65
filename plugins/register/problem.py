"""What is wrong with the register's file: which file, row and field, what was met, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

SHOWN = 1000
"""So many problems are printed; a file with more of them is wrong in one way throughout."""


@dataclass(frozen=True, order=True)
class Problem:
    """`row` is the line of a CSV file (the header is 1) or the rowid of a table; 0 for the file as a whole."""

    row: int
    field: str
    message: str


class RegisterError(ValueError):
    """The file cannot be published: every problem of it, in order."""

    def __init__(self, file: str, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems)
        lines = [f"{file}{f': row {one.row}' if one.row else ''}{f': {one.field}' if one.field else ''}: {one.message}" for one in self.problems]
        more = len(lines) - SHOWN
        super().__init__("\n".join([*lines[:SHOWN], *([f"… and {more} more"] if more > 0 else [])]))
