"""The tests of the rules as plain calls, for `make mutants`: in one process, without pytest and without generated examples."""

from __future__ import annotations

import copy
import inspect
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import product

MODULES = ("numbers", "cc105", "cc11", "site_limit", "programme", "calendar", "eligibility", "comparisons", "errors")


def calls() -> Iterator[Callable[[], None]]:
    """Every recorded answer, and every test that needs no fixture, once for each of its parameters.

    The record holds all that the worked cases expect; tests with generated examples take too long.
    """
    from tests.rules import recorded

    known = recorded.read()
    for name, answer in recorded.entries():
        if name.startswith("compared"):
            continue  # two answers side by side show no more than each
        yield lambda name=name, answer=answer: _is(recorded.digests(answer), known[name])
    for name in MODULES:
        module = import_module(f"tests.rules.test_{name}")
        for test in [test for name, test in vars(module).items() if name.startswith("test_") and not hasattr(test, "hypothesis")]:
            wanted = set(inspect.signature(test).parameters)
            for given in _parameters(test):
                if wanted == set(given):
                    yield lambda test=test, given=given: test(**copy.deepcopy(given))


def _is(met: str, recorded: str) -> None:
    assert met == recorded


def _parameters(test: object) -> Iterator[dict[str, object]]:
    """The arguments of each run, from `pytest.mark.parametrize`."""
    tables = []
    for mark in getattr(test, "pytestmark", ()):
        names, rows = mark.args[:2]
        names = names if isinstance(names, (list, tuple)) else [name.strip() for name in names.split(",")]
        rows = [row.values if hasattr(row, "values") and hasattr(row, "id") else row if len(names) > 1 else (row,) for row in rows]
        tables.append([dict(zip(names, row)) for row in rows])
    for rows in product(*tables):
        yield {name: value for row in rows for name, value in row.items()}
