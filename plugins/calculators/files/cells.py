"""What a table for a spreadsheet is made of: text, exact numbers, empty cells."""

from __future__ import annotations

from calculators.numbers import Fraction, read

TYPE_CHECKING = False
if TYPE_CHECKING:
    Cell = str | Fraction | None
    Sheet = tuple[str, list[str], list[list[Cell]]]
    """Title, columns, rows."""


def number(written: str | None) -> Fraction | None:
    """A quantity of an answer for a cell."""
    return None if written is None else read(written)
