"""A request's JSON text, read so that no number passes through a binary float and no text makes the reader fail."""

from __future__ import annotations

import json
import re

from .numbers import Written

DEEPEST = 60  # levels of brackets
_STRING_OR_BRACKET = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?\Z)|[][{}]', re.DOTALL)


class _Twice(ValueError):
    """A name stands twice in one object."""


def read_json(text: str) -> tuple[object, tuple[str, dict] | None]:
    """The value of a JSON text, or the message id and values that say why there is none."""
    if not isinstance(text, str):
        return None, ("request.not_json", {"line": 1, "column": 1})
    if _depth(text) > DEEPEST:
        return None, ("request.too_deep", {"limit": DEEPEST})
    try:
        value = json.loads(
            text.removeprefix("\ufeff"), parse_int=Written, parse_float=Written, parse_constant=Written, object_pairs_hook=_once
        )
    except _Twice as twice:
        return None, ("request.field_twice", {"field": str(twice)})
    except json.JSONDecodeError as error:
        return None, ("request.not_json", {"line": error.lineno, "column": error.colno})
    return value, None


def _depth(text: str) -> int:
    """How deep the brackets of a text go; deep ones would exhaust the stack, in the browser without an exception."""
    depth = deepest = 0
    for match in _STRING_OR_BRACKET.finditer(text):
        mark = text[match.start()]
        depth += (mark in "[{") - (mark in "]}")
        deepest = max(deepest, depth)
    return deepest


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        from .fields import shown

        met: set[str] = set()
        raise _Twice(shown(next(name for name, _ in pairs if name in met or met.add(name))))
    return fields
