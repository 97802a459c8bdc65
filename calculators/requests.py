"""A request's JSON text, read so that no number passes through a binary float and no text makes the reader fail."""

from __future__ import annotations

import json
import re

from .numbers import Written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DEEPEST = 60  # levels of brackets
_NO_BRACKETS = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?\Z)|[^][{}"]+', re.DOTALL)


class _Twice(ValueError):
    """A name stands twice in one object."""


class _Pairs(list):
    """An object by its pairs, in which a name may stand twice."""


def read_json(text: str) -> tuple[object, list[tuple[str, str, dict]]]:
    """The value of a JSON text, and what is wrong with it: for each error its path, message id and values.

    Where a name stands twice there is still a value, with the last of the two, so that all else can be checked.
    """
    if not isinstance(text, str):
        return None, [("", "request.not_json", {"line": 1, "column": 1})]
    if _depth(text) > DEEPEST:
        return None, [("", "request.too_deep", {"limit": DEEPEST})]
    try:
        return _parsed(text, _once), []
    except _Twice:
        twice = [(path, "request.field_twice", {"field": name}) for path, name in _twice(_parsed(text, _Pairs), "")]
        return _parsed(text, dict), twice
    except json.JSONDecodeError as error:
        return None, [("", "request.not_json", {"line": error.lineno, "column": error.colno})]


def _parsed(text: str, pairs: Callable[[list], object]) -> object:
    return json.loads(text.removeprefix("\ufeff"), parse_int=Written, parse_float=Written, parse_constant=Written, object_pairs_hook=pairs)


def _depth(text: str) -> int:
    """How deep the brackets of a text go; deep ones would exhaust the stack, in the browser without an exception."""
    depth = deepest = 0
    for mark in _NO_BRACKETS.sub("", text):
        depth += (mark in "[{") - (mark in "]}")
        deepest = max(deepest, depth)
    return deepest


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise _Twice
    return fields


def _twice(value: object, path: str) -> Iterator[tuple[str, str]]:
    """The path and name of every field that stands more than once in its object."""
    if isinstance(value, _Pairs):
        from .fields import shown

        met: dict[str, int] = {}
        for name, inner in value:
            at = f"{path}.{shown(name)}" if path else shown(name)
            met[name] = met.get(name, 0) + 1
            if met[name] == 2:
                yield at, shown(name)
            yield from _twice(inner, at)
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from _twice(inner, f"{path}[{position}]")
