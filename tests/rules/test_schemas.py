"""The JSON Schema of each request is valid, accepts what the calculator accepts, and is worded in four languages."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from calculators import LANGUAGES, NAMES, calculate, schema

CASES = [
    case
    for path in sorted((Path(__file__).parents[1] / "cases").glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("name", NAMES)
def test_schema_is_valid(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize("name", NAMES)
def test_what_is_answered_fits_the_schema(name: str) -> None:
    validator = Draft202012Validator(schema(name))
    answered = [case for case in CASES if case["calculator"] == name and "errors" not in calculate(name, case["request"])]
    assert answered
    for case in answered:
        assert [error.message for error in validator.iter_errors(case["request"])] == [], case["name"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_field_has_a_title(name: str, language: str) -> None:
    assert list(untitled(schema(name, language), name)) == []


def untitled(field: dict, path: str) -> object:
    """Paths of fields without a title; the kinds a field may take share its title."""
    if "title" not in field:
        yield path
    for name, inner in field.get("properties", {}).items():
        yield from untitled(inner, f"{path}.{name}")
    for kind in field.get("anyOf", [field]):
        items = kind.get("items", {})
        if "properties" in items:
            for name, inner in items["properties"].items():
                yield from untitled(inner, f"{path}[].{name}")


def test_factors_carry_clause_direction_and_standards() -> None:
    options = schema("cc105")["properties"]["factors"]["items"]["properties"]["factor"]["oneOf"]
    by_name = {option["const"]: option for option in options}
    assert by_name["mature_system"]["direction"] == "reduction"
    assert by_name["mature_system"]["clauses"]["CC105:2020"]["QMS"] == "CC105:2020/8-5-c"
    assert by_name["automation"]["standards"] == ["QMS", "EMS"]
