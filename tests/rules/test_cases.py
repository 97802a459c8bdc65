"""The worked cases of the documents and of named authorities, each with its source, through the outer surface."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest
import yaml

from calculators import calculate, calculate_json
from tests.rules.account import NOT_A_WORD, check_account

CASES = [
    pytest.param(case, id=f"{path.stem}: {case['name']}")
    for path in sorted((Path(__file__).parents[1] / "cases").glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]
KNOWN = {"name", "source", "calculator", "request", "expect", "findings", "no_findings", "choices", "unread", "says", "errors"}


def test_there_are_cases() -> None:
    assert len(CASES) > 50


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict) -> None:
    assert set(case) <= KNOWN and case["source"], "a case has a name, a source, a calculator, a request and expectations"
    assert {"expect", "findings", "no_findings", "errors", "choices", "unread", "says"} & set(case)
    answer = calculate(case["calculator"], case["request"])
    if "errors" in case:
        met: dict[str, list[str]] = {}
        for error in answer.get("errors", []):
            met.setdefault(error["path"], []).append(error["key"])
            assert not [mark for mark in NOT_A_WORD if mark in error["text"]], error
        named = {path: [keys] if isinstance(keys, str) else keys for path, keys in case["errors"].items()}
        assert met == named
        return
    assert "errors" not in answer, answer.get("errors")
    check_account(answer)
    for path, expected in case.get("expect", {}).items():
        assert _same(_at(answer, path), expected), f"{path}: {_at(answer, path)!r}, expected {expected!r}"
    keys = [finding["key"] for finding in answer["findings"]]
    assert [key for key in case.get("findings", []) if key not in keys] == [], keys
    assert [key for key in case.get("no_findings", []) if key in keys] == []
    for key, words in case.get("says", {}).items():  # numbers that only a text shows
        said = " / ".join(entry["text"] for entry in (*answer["findings"], *answer["steps"]) if entry["key"] == key)
        assert [part for part in words if part not in said] == [], said
    for key, value in case.get("choices", {}).items():
        assert answer["choices"].get(key) == value
    assert [key for key in case.get("unread", []) if key in answer["choices"]] == []


@pytest.mark.parametrize("language", ["zh", "ru", "hu"])
def test_language_changes_only_text(language: str) -> None:
    for case in CASES:
        name, request = case.values[0]["calculator"], case.values[0]["request"]
        assert _without_text(calculate(name, request, language)) == _without_text(calculate(name, request, "en"))


def test_answers_are_json_with_exact_numbers() -> None:
    import json

    for case in CASES:
        name, request = case.values[0]["calculator"], case.values[0]["request"]
        text = json.dumps(request, ensure_ascii=False, default=str)
        answer = json.loads(calculate_json(name, text), parse_float=_no_float)
        for step in answer.get("steps", []):
            for number in [step["result"], *step["values"].values()]:
                assert isinstance(number, str) and Fraction(number) is not None


def _no_float(digits: str) -> None:
    raise AssertionError(f"a binary float left the calculator: {digits}")


def _at(answer: object, path: str) -> object:
    for part in re.findall(r"[^.\[\]]+", path):
        answer = answer[int(part)] if isinstance(answer, list) else answer[part]
    return answer


def _same(met: object, expected: object) -> bool:
    if isinstance(met, str) and isinstance(expected, (int, str)) and not isinstance(expected, bool):
        try:
            return Fraction(met) == Fraction(expected)
        except ValueError:
            return met == expected
    return met == expected


def _without_text(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_text(item) for key, item in value.items() if key not in {"text", "title", "why", "ics", "rule"}}
    return [_without_text(item) for item in value] if isinstance(value, list) else value
