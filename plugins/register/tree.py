"""A sorted tree of small files: what begins with some letters is found by reading a root, a node and one or two leaves.

`browser/tree.js` reads what is written here. A leaf holds the entries whose keys lie from its own mark to the next one;
the marks of a hundred leaves or more stand in one node, those of the nodes in the root.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

Entry = tuple[str, int, str] | tuple[str, int]
"""What a key leads to: words to show, page and id on it; or an ending that too many names share, and their number."""

_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

LEAF = 8_000
NODE = 6_000


def write(entries: Sequence[tuple[str, Entry]], folder: Path, about: dict[str, object]) -> None:
    """Write the tree of sorted entries; `about` stands in its root."""
    for kind in ("leaf", "node"):
        (folder / kind).mkdir(parents=True, exist_ok=True)
    marks = []
    for number, (mark, leaf) in enumerate(_leaves(entries)):
        marks.append(mark)
        (folder / "leaf" / f"{number}.json").write_text(_json(leaf), encoding="utf-8")
    root: list[tuple[str, int]] = []
    for number, (start, node) in enumerate(_nodes(marks)):
        root.append((node[0], start))
        (folder / "node" / f"{number}.json").write_text(_json(node), encoding="utf-8")
    (folder / "root.json").write_text(_json({**about, "nodes": root, "leaves": len(marks)}), encoding="utf-8")


def _leaves(entries: Sequence[tuple[str, Entry]]) -> Iterator[tuple[str, list[Entry]]]:
    """Leaves with their marks: the shortest text that lies behind the last key of the leaf before."""
    mark, leaf, size, last = "", dict[Entry, None](), 0, ""
    for key, entry in entries:
        if entry in leaf:
            last = key
            continue
        room = len(_json(entry).encode()) + 1
        if leaf and size + room > LEAF:
            yield mark, list(leaf)
            mark, leaf, size = _between(last, key), {}, 0
        leaf[entry] = None
        size += room
        last = key
    if leaf:
        yield mark, list(leaf)


def _nodes(marks: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    start, size = 0, 0
    for place, mark in enumerate(marks):
        size += len(mark.encode()) + 3
        if size > NODE:
            yield start, list(marks[start:place])
            start, size = place, 0
    if marks:
        yield start, list(marks[start:])


def _between(last: str, key: str) -> str:
    """The shortest beginning of `key` that comes after `last`.

    >>> _between("pumpen", "pumps"), _between("a", "a")
    ('pumps', 'a')
    """
    same = next((place for place, (one, other) in enumerate(zip(last, key, strict=False)) if one != other), min(len(last), len(key)))
    return key[: same + 1]
