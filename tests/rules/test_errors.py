"""What an error says: the place, and what is known there in the reader's language."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from calculators import LANGUAGES, NAMES, calculate, calculate_json, schema
from tests.rules.generated import USUAL


def choices(field: dict, path: str = "") -> Iterator[tuple[str, dict]]:
    """Each field that takes one of a few names: where a first one of it stands in a request, and its schema."""
    if "enum" in field:
        yield path, field
    for name, inner in field.get("properties", {}).items():
        yield from choices(inner, f"{path}.{name}" if path else name)
    for inner in field.get("anyOf", ()):
        yield from choices(inner, path)
    if "items" in field:
        yield from choices(field["items"], f"{path}[0]")


def at(path: str, value: object) -> object:
    """A request that holds `value` at a path and nothing else."""
    for part in reversed(path.split(".")):
        value = {part.partition("[")[0]: [value] if part.endswith("[0]") else value}
    return value


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_what_may_be_chosen_is_named_as_the_form_names_it(name: str, language: str) -> None:
    found = list(choices(schema(name, language)))
    assert found
    for path, field in found:
        answer = calculate(name, {**USUAL[name], **at(path, "something else")}, language)
        said = {error["path"]: error for error in answer["errors"]}[path]
        assert said["key"] == "request.choice"
        for option in field["oneOf"]:
            assert option["const"] in said["text"] and option["title"] in said["text"], (path, option)


@pytest.mark.parametrize(("text", "places"), [
    ('{"standard": "QMS", "standard": "EMS"}', ["standard"]),
    ('{"personnel": [{"count": 1}, {"count": 2, "count": 3, "count": 4}], "factors": {"a": 1, "a": {"b": [], "b": []}}}',
     ["personnel[1].count", "factors.a", "factors.a.b"]),
    ('[[{"a": 1, "b": 2, "a": 3}]]', ["[0][0].a"]),
])  # fmt: skip
def test_fields_that_stand_twice_are_told_with_their_places(text: str, places: list[str]) -> None:
    errors = json.loads(calculate_json("cc105", text))["errors"]
    assert [error["path"] for error in errors if error["key"] == "request.field_twice"] == places


def test_a_field_that_stands_twice_hides_nothing_else_that_is_wrong() -> None:
    text = '{"standard": "QMS", "personnel": 5, "personnel": 0, "catgory": "high", "hours_per_day": "long"}'
    met = {(error["path"], error["key"]) for error in json.loads(calculate_json("cc105", text))["errors"]}
    assert met == {
        ("personnel", "request.field_twice"), ("personnel", "request.at_least"),
        ("catgory", "request.unknown_field"), ("hours_per_day", "request.number"),
    }  # fmt: skip


def test_a_great_many_names_are_looked_through_once() -> None:
    text = '{"standard": {' + ", ".join(f'"n{number}": 1' for number in range(20_000)) + ', "n5": 2}, "personnel": 5}'
    assert [error["path"] for error in json.loads(calculate_json("cc105", text))["errors"]] == ["standard.n5", "standard"]


@pytest.mark.parametrize(("known", "nearest"), [
    (["berlin", "m", "n"], "berlin"),
    (["berlin", "m", "n", "o"], None),  # only the neighbours in the alphabet are weighed: three on either side
    (["berlin", "perlin2", "z"], "perlin2"),
])  # fmt: skip
def test_a_site_near_to_one_that_is_not_listed_is_offered(known: list[str], nearest: str | None) -> None:
    (error,) = calculate("cc11", {"audit": "surveillance", "sites": [{"id": name} for name in known], "audited": ["perlin"]})["errors"]
    assert error["path"] == "audited[0]" and (f"mean “{nearest}”" in error["text"] if nearest else "mean" not in error["text"])


def test_the_nearest_place_is_offered_for_one_that_is_quoted() -> None:
    quoted = {"places": [{"visit": "stage2", "id": "dept", "days": 2}]}
    request = {**USUAL["programme"], "sites": [{"id": "depot", "personnel": 9}, {"id": "null", "personnel": 9}], "quoted": quoted}
    (error,) = calculate("programme", request)["errors"]
    assert error["path"] == "quoted.places[0].id" and "“depot”" in error["text"]
