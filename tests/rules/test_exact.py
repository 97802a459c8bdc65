"""No binary float ever enters (CC105 2.2.3: 25 days + 15 % is 28.75, and rounds up to 29)."""

from __future__ import annotations

import ast
from fractions import Fraction
from pathlib import Path

import pytest

import calculators
from calculators import calculate
from calculators.log import Log
from tests.rules.test_cases import CASES

RULES = sorted(Path(calculators.__file__).parent.rglob("*.py"))
INEXACT = {"float", "sqrt", "pow", "truediv", "timestamp"}


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.name)
def test_no_rule_writes_a_float_or_names_what_makes_one(path: Path) -> None:
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    assert [node.lineno for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, float)] == []
    names = {node.id for node in nodes if isinstance(node, ast.Name)} | {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    assert names & INEXACT == set()


def test_no_float_reaches_a_step_or_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    met: list[object] = []
    step, finding = Log.step, Log.finding

    def exact_step(self: Log, key: str, clauses: tuple, result: object, **values: object) -> object:
        assert isinstance(result, (int, Fraction)), key
        met.extend(values.values())
        return step(self, key, clauses, result, **values)

    def exact_finding(self: Log, level: str, key: str, clauses: tuple, **values: object) -> None:
        met.extend(values.values())
        finding(self, level, key, clauses, **values)

    monkeypatch.setattr(Log, "step", exact_step)
    monkeypatch.setattr(Log, "finding", exact_finding)
    for case in CASES:
        calculate(case.values[0]["calculator"], case.values[0]["request"])
    assert len(met) > 5000 and [value for value in met if isinstance(value, float)] == []
