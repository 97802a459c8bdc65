"""The worked cases: which clauses their sources and the steps of their answers name.

The cases are with the tests, so a build from an installed package may be without them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


from calculators import calculate
from plugins import quick_yaml

ADDRESS = re.compile(r"\b[A-Z][A-Z0-9]*:[A-Za-z0-9]+/[A-Za-z0-9][\w.-]*[\w]|\b[A-Z][A-Z0-9]*:[A-Za-z0-9]+/[A-Za-z0-9]")
FOLDER = Path(__file__).parents[3] / "tests" / "cases"


class Case(NamedTuple):
    """A worked case: its file, its number there, its calculator, and the addresses that it rests on."""

    file: str
    number: int
    calculator: str
    source: frozenset[str]
    steps: frozenset[str]


def cases(folder: Path = FOLDER) -> Iterator[Case]:
    """Every case, its answer computed; none where the folder is not there."""
    for path in sorted(folder.glob("*.yaml")) if folder.is_dir() else ():
        for number, case in enumerate(quick_yaml.load(path.read_text("utf-8")), 1):
            answer = calculate(case["calculator"], case["request"])
            yield Case(path.name, number, case["calculator"], frozenset(ADDRESS.findall(case["source"])), frozenset(cited(answer)))


def cited(answer: object) -> Iterator[str]:
    """The clauses of an answer, wherever they stand: at its steps, findings, missing conditions, documents, visits."""
    if isinstance(answer, dict):
        yield from answer.get("clauses", ())
    for part in answer.values() if isinstance(answer, dict) else answer if isinstance(answer, list) else ():
        yield from cited(part)
