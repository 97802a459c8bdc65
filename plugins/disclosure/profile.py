"""The body's profile, `docs/body.yml`: read and held against its schema, with everything that is wrong at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError as SchemaError
from stdnum.cn import uscc
from stdnum.exceptions import InvalidChecksum, ValidationError

from plugins.clauses.clause import Problem
from plugins.disclosure.located import Located, Path, read, shown
from plugins.disclosure.schema import of, schema

FILE = "body.yml"
CHECK = "D01"
FORMATS = FormatChecker(["date"])


@dataclass
class Profile:
    """What the body says of itself, and the line of each statement."""

    data: dict[str, Any] = field(default_factory=dict)
    located: Located = field(default_factory=Located)

    def value(self, path: Path) -> Any:
        """What stands in a field; None where nothing does."""
        found: Any = self.data
        for name in path:
            inside = isinstance(found, dict) and name in found or isinstance(found, list) and isinstance(name, int) and name < len(found)
            if not inside:
                return None
            found = found[name]
        return found


def read_profile(raw: bytes, file: str = FILE) -> tuple[Profile, list[Problem]]:
    """The profile and what is wrong with it, in the order of its lines."""
    located = read(raw)
    problems = [Problem(file, line, CHECK, message) for line, message in located.wrong]
    if problems:
        return Profile(located=located), sorted(problems)
    found = [*of_schema(located), *of_order(located)]
    problems = [Problem(file, located.line(path), CHECK, f"{shown(path) or 'the profile'} {message}") for path, message in found]
    data = located.data if isinstance(located.data, dict) else {}
    return Profile(data, located), sorted(set(problems))


@FORMATS.checks("uscc")
def _uscc(code: object) -> bool:
    """Whether the check character of a unified social credit code fits; what has not its form the pattern tells."""
    try:
        return not isinstance(code, str) or bool(uscc.validate(code))
    except InvalidChecksum:
        return False
    except ValidationError:
        return True


def of_schema(located: Located) -> Iterator[tuple[Path, str]]:
    """What the schema forbids, field by field."""
    validator = Draft202012Validator(schema(), format_checker=FORMATS)
    for error in validator.iter_errors(located.data):
        path = tuple(error.absolute_path)
        if error.validator == "additionalProperties":
            yield from unknown(error, path)
        elif error.validator == "required":
            for name in error.validator_value:
                if name not in error.instance:
                    yield path, f"lacks {name}"
        else:
            yield path, f"is {met(error.instance)}; it has to be {expected(error)}"


def unknown(error: SchemaError, path: Path) -> Iterator[tuple[Path, str]]:
    """The fields that there are none of, each with the nearest there is."""
    known = list(error.schema["properties"])
    for name in error.instance:
        if name not in known:
            near = get_close_matches(name, known, 1)
            hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(known)}"
            yield (*path, name), f"is not a field of the profile: {hint}"


def expected(error: SchemaError) -> str:
    """What the schema asks for, in words."""
    if error.validator_value == "uscc":
        return "a last character that follows from the 17 before it; compare the code with the business licence"
    if said := error.schema.get("x-expected"):
        return said
    kinds = {"object": "fields ('name: value')", "array": "a list", "string": "text", "integer": "a whole number", "number": "a number"}
    types = error.schema.get("type", ())
    known = [kinds[kind] for kind in ([types] if isinstance(types, str) else types) if kind in kinds]
    return "at least one entry" if error.validator == "minItems" else " or ".join(known)


def met(value: Any) -> str:
    """What stands there, cut short."""
    if value is None:
        return "empty"
    if isinstance(value, (dict, list)):
        return "a list" if isinstance(value, list) else "fields"
    text = str(value)
    return repr(text if len(text) <= 60 else text[:59] + "…")


def of_order(located: Located) -> Iterator[tuple[Path, str]]:
    """Periods that end before they begin, and requirements told twice."""
    yield from periods(located.data, ())
    told: dict[str, int] = {}
    listed = located.data.get("disclosures") if isinstance(located.data, dict) else None
    for at, one in enumerate(listed if isinstance(listed, list) else ()):
        clause = one.get("clause") if isinstance(one, dict) else None
        if isinstance(clause, str) and clause in told:
            yield ("disclosures", at, "clause"), f"is {clause!r}, as on line {told[clause]}: keep one"
        elif isinstance(clause, str):
            told[clause] = located.line(("disclosures", at, "clause"))


def periods(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Every `from` with its `until`."""
    if isinstance(value, dict):
        begins, ends = as_date(value.get("from")), as_date(value.get("until"))
        if begins and ends and ends < begins and of((*path, "until")):
            yield (*path, "until"), f"is {ends}, before it begins ({begins})"
    for name, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from periods(inner, (*path, name))


def as_date(value: Any) -> date | None:
    """The day that a field names, if it names one."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
