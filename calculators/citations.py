"""Which clause is implemented where: the figures of the editions and the rules that name their clauses.

>>> "calculators.factors.adjustment" in index()["CC105:2020/3.9"]
True
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
from types import FunctionType

from . import editions
from .figures import Factor, Figure, Table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType


def index() -> dict[str, list[str]]:
    """Every cited address, and the dotted names of the rules, figures, tables and factors that rest on it."""
    found: dict[str, list[str]] = {}
    for name, address in _citations():
        if name not in found.setdefault(address, []):
            found[address].append(name)
    return {address: sorted(names) for address, names in sorted(found.items())}


def constants() -> dict[str, Figure | Table]:
    """Every figure and table of every edition, by dotted name: what a check holds against the clauses' text."""
    return {
        name: value for module in _edition_modules() for name, value in _named(module) if isinstance(value, (Figure, Table))
    }


def _citations() -> Iterator[tuple[str, str]]:
    for module in _edition_modules():
        for name, value in _named(module):
            for address in value.clauses.values() if isinstance(value, Factor) else value.clauses:
                yield name, address
    for module in _rule_modules():
        for name, value in vars(module).items():
            if isinstance(value, FunctionType) and value.__module__ == module.__name__:
                for address in getattr(value, "clauses", ()):
                    yield f"{module.__name__}.{name}", address


def _named(module: ModuleType) -> Iterator[tuple[str, Figure | Table | Factor]]:
    """The figures, tables and factors of an edition file, those inside its dictionaries too."""
    for name, value in vars(module).items():
        members = value.items() if isinstance(value, dict) else [(None, value)]
        for key, member in members:
            if isinstance(member, (Figure, Table, Factor)) and not name.startswith("_"):
                yield f"{module.__name__}.{name}" + (f".{key}" if key else ""), member


def _edition_modules() -> list[ModuleType]:
    return [import_module(f"{editions.__name__}.{found.name}") for found in pkgutil.iter_modules(editions.__path__)]


def _rule_modules() -> list[ModuleType]:
    package = editions.__name__.partition(".")[0]
    names = [found.name for found in pkgutil.iter_modules(import_module(package).__path__) if not found.ispkg]
    return [import_module(f"{package}.{name}") for name in names if name != "__main__"]
