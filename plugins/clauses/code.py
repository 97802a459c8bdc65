"""What the calculators say of the documents: figures and rules with their clauses, and findings with their force."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from typing import NamedTuple

import calculators
from calculators import citations, editions
from calculators.figures import Factor, Figure, Table
from plugins.clauses.clause import Address

ADDRESS = re.compile(r"([A-Z][A-Z0-9]+):([^/\s]+)/(\S+)")
FOLDER = Path(calculators.__file__).parent


class Told(NamedTuple):
    """A finding that the code may report: its level (shall, should, note), its message key, and the clauses it cites."""

    file: str
    line: int
    level: str
    key: str
    clauses: tuple[Address, ...]


def address(cited: str) -> Address | None:
    """An address as the calculators write it; None for other text.

    >>> address("CC105:2020/3.9")
    Address(work='CC105', edition='2020', clause='3.9')
    """
    match = ADDRESS.fullmatch(cited)
    return Address(*match.groups()) if match else None


@lru_cache(maxsize=1)
def index() -> dict[Address, list[str]]:
    """Every clause that the calculators cite, and the rules and figures that rest on it."""
    return {known: names for cited, names in citations.index().items() if (known := address(cited))}


@lru_cache(maxsize=1)
def constants() -> dict[str, Figure | Table]:
    """Every figure and table of the editions, by name."""
    return citations.constants()


@lru_cache(maxsize=1)
def findings() -> tuple[Told, ...]:
    """The findings whose level stands in the code, with those of their clauses that can be read from it."""
    return tuple(told for path in sorted(FOLDER.glob("*.py")) for told in read(path))


def read(path: Path) -> Iterator[Told]:
    """The findings of one file, read and not run: `log.finding("shall", "cc105.special", clauses)`."""
    source = path.read_text("utf-8")
    if ".finding(" not in source:
        return
    tree = ast.parse(source)
    module = import_module(f"calculators.{path.stem}") if path.stem != "__main__" else ModuleType("main")
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        local = {
            target.id: node.value
            for node in ast.walk(function)
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(function):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "finding":
                level, key, clauses = node.args[:3]
                if isinstance(level, ast.Constant):
                    shown = key.value if isinstance(key, ast.Constant) else ast.unparse(key)
                    found = Cited(module, local).read(clauses)
                    yield Told(f"../calculators/{path.name}", node.lineno, level.value, str(shown), tuple(dict.fromkeys(found)))


class Cited:
    """Reads the clauses that an expression can stand for, in every edition that it may be asked with."""

    def __init__(self, module: ModuleType, local: dict[str, ast.expr]) -> None:
        self._module, self._local = module, local

    def read(self, node: ast.AST, seen: frozenset[str] = frozenset()) -> Iterator[Address]:
        """The addresses in the expression, in those it names, and in the editions' figures and topics."""
        for part in ast.walk(node):
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                yield from self._words(part.value)
            elif isinstance(part, ast.Attribute) and part.attr.isupper():
                for edition in self._editions(part.value):
                    yield from addresses(edition, getattr(edition, part.attr, None))
            elif isinstance(part, ast.JoinedStr):
                yield from self._joined(part)
            elif isinstance(part, ast.Name) and part.id not in seen:
                if part.id in self._local:
                    yield from self.read(self._local[part.id], seen | {part.id})
                elif isinstance(value := getattr(self._module, part.id, None), tuple):
                    yield from (known for one in value if isinstance(one, str) and (known := address(one)))

    def _words(self, text: str) -> Iterator[Address]:
        if known := address(text):
            yield known
        for edition in edition_files().values():  # a topic: the edition is known when the rule runs
            for named in ("CLAUSES", "FACTORS"):
                yield from addresses(edition, getattr(edition, named, {}).get(text))

    def _joined(self, node: ast.JoinedStr) -> Iterator[Address]:
        """f"{edition.EDITION}/3.7": the same clause of every edition."""
        if len(node.values) == 2 and isinstance(node.values[1], ast.Constant) and isinstance(node.values[0], ast.FormattedValue):
            inner = node.values[0].value
            if isinstance(inner, ast.Attribute) and inner.attr == "EDITION":
                for edition in self._editions(inner.value):
                    yield from addresses(edition, str(node.values[1].value).lstrip("/"))

    def _editions(self, named: ast.expr | None) -> list[ModuleType]:
        """The edition that a name stands for; for a variable, those that the module imports, or all."""
        if isinstance(named, ast.Name) and named.id in edition_files():
            return [edition_files()[named.id]]
        own = [edition for name, edition in edition_files().items() if getattr(self._module, name, None) is edition]
        return own or list(edition_files().values())


def addresses(edition: ModuleType, value: object) -> Iterator[Address]:
    """The addresses that a constant of an edition file stands for."""
    if isinstance(value, (Figure, Table)):
        yield from (known for one in value.clauses if (known := address(one)))
    elif isinstance(value, Factor):
        yield from (known for one in value.clauses.values() if (known := address(one)))
    elif isinstance(value, tuple):
        yield from (known for one in value if isinstance(one, str) and (known := address(f"{edition.EDITION}/{one}")))
    elif isinstance(value, str) and re.fullmatch(r"[0-9A-Z][\w.-]*", value) and value != edition.EDITION:
        if known := address(f"{edition.EDITION}/{value}"):
            yield known


@lru_cache(maxsize=1)
def edition_files() -> dict[str, ModuleType]:
    """The edition files by name."""
    return {one.name: import_module(f"{editions.__name__}.{one.name}") for one in iter_modules(editions.__path__)}
