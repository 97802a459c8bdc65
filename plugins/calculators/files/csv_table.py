"""A table as CSV that spreadsheets open as it is: UTF-8 with its mark, and the separator and decimal sign of the language."""

from __future__ import annotations

from calculators.numbers import Fraction

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .cells import Cell, Sheet

_COMMA = ("ru", "hu")  # languages with a decimal comma; their spreadsheets separate by semicolons
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_table(sheet: Sheet, language: str) -> bytes:
    _, columns, rows = sheet
    comma = language in _COMMA
    mark = ";" if comma else ","
    lines = (mark.join(_cell(cell, comma) for cell in row) for row in (columns, *rows))
    return "".join(["\ufeff", *(f"{line}\r\n" for line in lines)]).encode("utf-8", "replace")


def _cell(cell: Cell, comma: bool) -> str:
    """Numbers bare, text in quotation marks; no text of a reader becomes a formula."""
    if cell is None:
        return ""
    if isinstance(cell, Fraction):
        return decimal(cell, 6).replace(".", "," if comma else ".")
    text = f"'{cell}" if cell.startswith(_FORMULA) else cell
    return '"' + text.replace('"', '""') + '"'


def decimal(number: Fraction, places: int) -> str:
    """The decimal nearest to a number.

    >>> decimal(Fraction(27, 10), 6), decimal(Fraction(-2, 3), 6), decimal(Fraction(40), 6)
    ('2.7', '-0.666667', '40')
    """
    scaled = round(abs(number) * 10**places)
    whole, rest = divmod(scaled, 10**places)
    digits = f"{rest:0{places}}".rstrip("0")
    return ("-" if number < 0 else "") + str(whole) + (f".{digits}" if digits else "")
