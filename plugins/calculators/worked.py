"""Worked steps by clause: what the calculators say of it in an example that the reader can open and change."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import calculators
import yaml
from plugins.clauses.clause import Worked
from plugins.fenced import blocks

from .fence import block

MORE = Path(__file__).with_suffix(".yml")


@lru_cache(maxsize=8)  # every page asks, in a preview at every save
def steps(pages: tuple[tuple[str, str], ...], language: str) -> dict[str, list[Worked]]:
    """For each clause one step of each page that has a calculator: of the page's own example, else of another request."""
    examples, homes = [], {}
    for file, text in pages:
        if file.startswith(f"{language}/") and (match := blocks("calculator").search(text)):
            shown = block(match["body"])
            examples.append((file, shown.name, shown.example, ""))
            homes.setdefault(shown.name, file)
    for one in yaml.safe_load(MORE.read_text("utf-8")):
        if one["name"] in homes:
            written = json.dumps(one["request"], ensure_ascii=False, separators=(",", ":"))
            examples.append((homes[one["name"]], one["name"], one["request"], f"?q={quote(written)}"))
    found: dict[str, list[Worked]] = {}
    for file, name, request, query in examples:
        for clause, text in told(calculators.calculate(name, request, language)):
            known = found.setdefault(clause, [])
            if file not in {other.file for other in known}:
                known.append(Worked(file, query, text))
    return found


def told(answer: Any) -> Iterator[tuple[str, str]]:
    """Every clause that an answer cites with the text of its step, or else of its finding or of what has to be brought."""
    for name in ("steps", "findings", "missing", "documents"):
        for one in every(answer, name):
            yield from ((clause, one["text"]) for clause in one["clauses"])


def every(answer: Any, name: str) -> Iterator[dict[str, Any]]:
    """All steps, or all findings, of an answer and of the parts that it is made of."""
    if isinstance(answer, dict):
        yield from answer.get(name, ())
        for key, part in answer.items():
            if key != name:
                yield from every(part, name)
    elif isinstance(answer, list):
        for part in answer:
            yield from every(part, name)
