"""A YAML file as plain data with the line of every value, and all that is wrong with its form.

Dates stay text, so that one that does not exist is told beside everything else; decimals keep their written digits.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

import yaml

Path = tuple[str | int, ...]
DEEPEST = 20
YAML = "tag:yaml.org,2002:"
PLAIN = {f"{YAML}{kind}" for kind in ("map", "seq", "str", "null", "bool", "int", "float", "timestamp")}


@dataclass
class Located:
    """What a file holds, where, and what is wrong with it as (line, message)."""

    data: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    wrong: list[tuple[int, str]] = field(default_factory=list)

    def line(self, path: Path) -> int:
        """The line of a value; of one that is not there, that of what it would stand in."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read(raw: bytes) -> Located:
    """The data of a YAML file.

    >>> found = read(b"fees:" + bytes([10]) + b"  annual: 12.50")
    >>> found.data, found.line(("fees", "annual"))
    ({'fees': {'annual': Decimal('12.50')}}, 2)
    """
    found = Located()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        found.wrong.append((line, f"is not UTF-8{looks_like(raw)}: save the file as UTF-8"))
        return found
    loader = None
    try:
        loader = yaml.SafeLoader(text)
        node = loader.get_single_node()
        found.data = value(loader, node, (), found) if node else None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        found.wrong.append((mark.line + 1 if mark else 1, f"is not YAML: {error.problem or error.context}"))
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        found.wrong.append((line, f"has a sign that YAML forbids (U+{error.character:04X}): take it out"))
    except RecursionError:
        found.wrong.append((1, f"nests too deeply: {DEEPEST} levels are enough"))
    finally:
        if loader:
            loader.dispose()
    return found


def looks_like(raw: bytes) -> str:
    """The encoding that the file seems to have, for the message."""
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return " (it reads as GB 18030)"


def value(loader: yaml.SafeLoader, node: yaml.Node, path: Path, found: Located) -> Any:
    """The value of a node; what it holds is noted by its line."""
    found.lines.setdefault(path, node.start_mark.line + 1)
    if len(path) > DEEPEST:  # also a node that holds itself
        found.wrong.append((node.start_mark.line + 1, f"nests too deeply: {DEEPEST} levels are enough"))
        return None
    if node.tag not in PLAIN:
        found.wrong.append((node.start_mark.line + 1, f"has the tag {node.tag}: write plain values"))
        return None
    if isinstance(node, yaml.SequenceNode):
        return [value(loader, one, (*path, at), found) for at, one in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        return mapping(loader, node, path, found)
    return scalar(loader, node)


def mapping(loader: yaml.SafeLoader, node: yaml.MappingNode, path: Path, found: Located) -> dict[str, Any]:
    """The fields of a node; a name twice is wrong."""
    fields: dict[str, Any] = {}
    for key, inner in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode) or key.tag == f"{YAML}merge":
            found.wrong.append((line, "has a name that is no text: write 'name: value'"))
            continue
        if key.value in fields:
            first = found.lines[(*path, key.value)]
            found.wrong.append((line, f"{shown((*path, key.value))} stands here and on line {first}: keep one"))
            continue
        found.lines[(*path, key.value)] = line
        fields[key.value] = value(loader, inner, (*path, key.value), found)
    return fields


def scalar(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> Any:
    """Nothing, yes or no, a whole number, a decimal, or text."""
    kind = node.tag.removeprefix(YAML)
    try:
        if kind == "null":
            return None
        if kind == "bool":
            return loader.construct_yaml_bool(node)
        if kind == "int":
            return loader.construct_yaml_int(node)
        if kind == "float":
            number = Decimal(node.value.replace("_", ""))
            return number if number.is_finite() else node.value
    except (InvalidOperation, ValueError):
        return node.value
    return node.value


def shown(path: Path) -> str:
    """How a reader calls a field.

    >>> shown(("scope", 0, "sectors"))
    'scope[0].sectors'
    """
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).lstrip(".")
