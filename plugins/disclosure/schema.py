"""The published schema of the profile, and what it says of each field."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from plugins.disclosure.located import Path as Field

FILE = Path(__file__).with_name("body.schema.json")
Schema = dict[str, Any]


@cache
def schema() -> Schema:
    """The schema as it stands in its file."""
    return json.loads(FILE.read_text("utf-8"))


def resolved(part: Schema) -> Schema:
    """A part of the schema with what it refers to.

    >>> resolved({"$ref": "#/$defs/date", "x-clause": ["A:1"]})["format"]
    'date'
    """
    if "$ref" not in part:
        return part
    return resolved(schema()["$defs"][part["$ref"].rpartition("/")[2]]) | {name: held for name, held in part.items() if name != "$ref"}


def of(field: Field) -> Schema | None:
    """What the schema says of a field; None for one that it does not know.

    >>> of(("fees", "currency"))["x-expected"], of(("fee",))
    ('a currency such as CNY', None)
    """
    part = schema()
    for name in field:
        inner = part.get("items") if isinstance(name, int) else part.get("properties", {}).get(name)
        if inner is None:
            return None
        part = resolved(inner)
    return part


def is_words(part: Schema) -> bool:
    """Whether a field holds the same in four languages."""
    return set(part.get("properties", ())) == {"zh", "en", "ru", "hu"}
