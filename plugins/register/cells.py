"""One cell: its value, or what is wrong with it."""

from __future__ import annotations

import difflib
import re
from datetime import date
from functools import cache

from babel import Locale
from stdnum.cn import uscc
from stdnum.exceptions import ValidationError

from plugins.register.columns import LIST_MARK, Column, Kind, Status
from plugins.register.normal import code

Value = str | date | Status | tuple[str, ...]

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_FORMULA = re.compile(r"[=+\-@＝＋－＠]")
_MARKUP = re.compile(r"<[A-Za-z/!?]|&(?:#[0-9]+|#x[0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd\ufff0-\uffff\ud800-\udfff]")


class Wrong(ValueError):
    """What was met, what is expected and what to do."""


def value(column: Column, cell: str) -> Value:
    """The value of a cell that is not empty; `Wrong` says why it has none.

    >>> value(Column("issued", Kind.DAY), "2026-02-28")
    datetime.date(2026, 2, 28)
    """
    if column.kind is Kind.DAY:
        return _day(cell)
    _sound(column, cell)
    match column.kind:
        case Kind.LIST:
            return tuple(part for each in cell.split(LIST_MARK) if (part := _sound(column, each.strip())))
        case Kind.NUMBER:
            if not code(cell):
                raise Wrong(f"{cell!r} has neither letter nor digit")
        case Kind.USCC:
            return _uscc(cell)
        case Kind.COUNTRY:
            if cell not in countries():
                raise Wrong(f"{cell!r} is not a country code; write the two letters of ISO 3166, such as CN")
        case Kind.STATUS:
            return _status(cell)
        case Kind.FLAG:
            if cell != "yes":
                raise Wrong(f"{cell!r} is not known; leave the cell empty or write yes")
    return cell


def _sound(column: Column, text: str) -> str:
    if found := _UNSEEN.search(text):
        raise Wrong(f"has an invisible character (U+{ord(found[0]):04X} at {found.start() + 1}); take it out")
    if _FORMULA.match(text):
        raise Wrong(f"begins with {text[0]!r} as a formula does: {text[:40]!r}; write the text itself")
    if found := _MARKUP.search(text):
        raise Wrong(f"has markup in it ({text[found.start():][:20]!r}); write plain text")
    if len(text) > column.limit:
        raise Wrong(f"has {len(text)} characters; at most {column.limit} are possible")
    return text


def _day(cell: str) -> date:
    if not _DAY.fullmatch(cell):
        raise Wrong(f"{cell[:40]!r} is not a date; write year-month-day, such as 2026-03-01")
    try:
        return date.fromisoformat(cell)
    except ValueError:
        raise Wrong(f"{cell} does not exist in the calendar") from None


def _uscc(cell: str) -> str:
    try:
        return str(uscc.validate(cell))
    except ValidationError as error:
        raise Wrong(f"{cell!r} is not a unified social credit code ({str(error).rstrip('.').lower()}); compare it with the business licence") from None


def _status(cell: str) -> Status:
    try:
        return Status(cell)
    except ValueError:
        near = difflib.get_close_matches(cell.lower(), list(Status), n=1)
        hint = f"is {str(near[0])!r} meant? " if near else ""
        raise Wrong(f"{cell!r} is not a status; {hint}known are {', '.join(Status)}") from None


@cache
def countries() -> frozenset[str]:
    """The country codes of ISO 3166."""
    return frozenset(name for name in Locale("en").territories if re.fullmatch("[A-Z]{2}", name))
