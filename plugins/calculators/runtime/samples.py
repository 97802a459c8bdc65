"""Requests made up from a calculator's schema, good and bad, always the same: they show what the calculators import."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from random import Random
from typing import Any

_NONSENSE = ("", " ", "seven", "-1", "0", "1e99", "1/0", "NaN", "½", "１２", "\u0000", "x" * 3000, None, True, [], {}, [[]], {"a": 1}, -3, 10**30)
_BROKEN = ("", "{", "[]", "null", '"a"', "{}{}", '{"a":1,"a":2}', "[" * 200, "\ud800", '{"personnel": 1e400}')


def texts(schema: Mapping[str, Any], seed: str, count: int) -> Iterator[str]:
    """`count` texts: what is no JSON at all first, then requests, a third of them damaged in one place."""
    draw = Random(seed)
    yield from _BROKEN[:count]
    for number in range(count - len(_BROKEN)):
        request = value(schema, draw)
        if number % 3 == 2:
            damage(request, draw)
        yield json.dumps(request, ensure_ascii=draw.random() < 0.5)


def pasted_texts(name: str) -> Iterator[str]:
    """Requests with sites pasted from a spreadsheet: with and without a heading, right, wrong and no text at all."""
    asked: dict[str, Any] = {"audit": "initial"} if name == "cc11" else {"standards": [{"standard": "QMS"}], "central": {"personnel": 9}}
    for pasted in ("a\t12\tshops\tCN\nb\t30\tshops\nc\t7", "country,id,personnel\nCN,a,8", "a;1;g;;;;;;x\na;-1;g", ";;\n", 7):
        yield json.dumps({**asked, "sites_text": pasted})


def value(schema: Mapping[str, Any], draw: Random) -> Any:
    """Something that the schema allows."""
    if "anyOf" in schema:
        return value(draw.choice(schema["anyOf"]), draw)
    if "enum" in schema:
        return draw.choice(schema["enum"])
    kinds = schema.get("type", "string")
    if kinds == "boolean":
        return draw.random() < 0.5
    if kinds == "array":
        least = schema.get("minItems", 0)
        return [value(schema["items"], draw) for _ in range(draw.randint(least, max(least, 3)))]
    if kinds == "object":
        if isinstance(rule := schema.get("additionalProperties"), dict):  # names of the asker's own
            names = schema.get("propertyNames", {}).get("enum", ["one", "two", "three"])
            return {name: value(rule, draw) for name in names if draw.random() < 0.8}
        fields = schema.get("properties", {})
        return {name: value(rule, draw) for name, rule in fields.items() if name in schema.get("required", ()) or draw.random() < 0.4}
    return _number(schema, draw) if "number" in kinds or "integer" in kinds else draw.choice(("nine years", "年", "öt éve", "<b>&'\""))


def _number(schema: Mapping[str, Any], draw: Random) -> Any:
    least, most = int(schema.get("minimum", schema.get("exclusiveMinimum", 0))), int(schema.get("maximum", 10**4))
    whole = draw.randint(least, min(most, 20_000))
    return draw.choice((whole, whole, str(whole), f"{whole}.5", f"{3 * whole + 1}/3", f"{whole}e0"))


def damage(request: Any, draw: Random) -> None:
    """Something that the schema does not allow, in one place."""
    place = request
    while isinstance(place, dict) and place and draw.random() < 0.6:
        inner = place[draw.choice(sorted(place))]
        if not isinstance(inner, (dict, list)) or not inner:
            break
        place = inner if isinstance(inner, dict) else draw.choice(inner)
    if isinstance(place, dict):
        place[draw.choice([*sorted(place), "personel"])] = draw.choice(_NONSENSE)
