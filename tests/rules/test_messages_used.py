"""No message without a use, and no use without a message."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from calculators import NAMES, schema
from calculators.messages import LANGUAGES, read_catalogue
from calculators.sectors import ENTRIES

ROOT = Path(__file__).parents[2]
OWN = {path.stem for path in (ROOT / "locales" / "en").glob("*.po")} - {"site", "clauses"}  # the plugins' own
KEY = re.compile(r"(?!.*\.css$)[a-z0-9_]+(?:[.=][A-Za-z0-9_:.]+)+")  # register.css is a file


def catalogue() -> set[str]:
    return {
        key
        for name in OWN
        for key in read_catalogue((ROOT / "locales" / "en" / f"{name}.po").read_text(encoding="utf-8"))
    }


def written_in_code() -> tuple[set[str], list[re.Pattern[str]]]:
    """The keys that stand in the code, and patterns for those that are put together there."""
    keys, patterns = set(), []
    for path in (*(ROOT / "calculators").glob("*.py"), *(ROOT / "plugins").rglob("*.py")):
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        joined = {id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values}
        for node in nodes:
            if id(node) not in joined and isinstance(node, ast.Constant) and isinstance(node.value, str) and KEY.fullmatch(node.value):
                keys.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                parts = [re.escape(part.value) if isinstance(part, ast.Constant) else r"[^\s]+" for part in node.values]
                if parts and re.match(r"[a-z0-9_]+\\\.", parts[0]):
                    patterns.append(re.compile("".join(parts)))
    return keys, patterns


def of_fields() -> set[str]:
    """The keys of titles, helps and values in the schemas."""
    keys: set[str] = set()
    for name in NAMES:
        keys |= set(_field_keys(schema(name), name))
    return keys


def _field_keys(field: dict, name: str) -> object:
    words = [field.get("title"), field.get("description"), *(option.get("title") for option in field.get("oneOf", ()))]
    yield from (word for word in words if word)
    for inner in (*field.get("properties", {}).values(), *field.get("anyOf", ()), field.get("items"), field.get("additionalProperties")):
        if isinstance(inner, dict):
            yield from _field_keys(inner, name)


def test_every_message_is_used() -> None:
    keys, patterns = written_in_code()
    shown = of_fields()  # words, not keys: a field's message is used when its words stand in a schema
    sectors = {f"sectors.{name}2.{category}.{n}" for name, kinds in ENTRIES.items() for category, count in kinds.items() for n in range(1, count + 1)}
    unused = [
        key
        for name in sorted(OWN)
        for key, words in read_catalogue((ROOT / "locales" / "en" / f"{name}.po").read_text(encoding="utf-8")).items()
        if key not in keys and key not in sectors and words not in shown and not any(pattern.fullmatch(key) for pattern in patterns)
    ]
    assert unused == []


def test_every_key_in_the_code_has_its_message() -> None:
    known = catalogue()
    keys = {key for key in written_in_code()[0] if key.partition(".")[0] in OWN and not key.endswith((".py", ".po"))}
    prefixes = {f"{name}.field" for name in OWN}
    assert sorted(key for key in keys if key not in known and key not in prefixes) == []


def test_the_four_languages_are_those_of_the_catalogues() -> None:
    assert {path.name for path in (ROOT / "locales").iterdir() if path.is_dir() and not path.name.startswith("_")} == set(LANGUAGES)
