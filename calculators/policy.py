"""A body's policy: which reading it takes wherever the documents leave one open, each with its reason and clause.

A policy is one TOML file (an example: `calculators/policy.toml`). A request's own `choices` go before it.
"""

from __future__ import annotations

from copy import copy

from .choices import CHOICES
from .fields import Field, Invalid, Record, Report, Text
from .messages import LANGUAGES, Words
from .numbers import Fraction, write


class _ByLanguage(Record):
    """A sentence in every language."""

    def __init__(self) -> None:
        super().__init__({language: Text(required=True) for language in LANGUAGES}, required=True)


def _settled(choice: Field) -> Record:
    value = copy(choice)
    value.required, value.default = True, None
    return Record({"value": value, "reason": _ByLanguage(), "clause": Text()})


POLICY = Record({
    "body": _ByLanguage(),
    "edition": Text(required=True),
    "choices": Record({key: _settled(choice) for key, choice in CHOICES.items()}, required=True),
}, key="policy.field")  # fmt: skip


def read_policy(text: str, language: str = "en") -> tuple[dict[str, object] | None, list[dict[str, str]]]:
    """A policy from its TOML text, and all that is wrong with it (path, key, text); the policy is None then."""
    import tomllib

    report = Report(Words(language), "policy")
    try:
        policy = POLICY.read(tomllib.loads(text, parse_float=str), "", report)
    except tomllib.TOMLDecodeError as error:
        report.add("", "policy.not_toml", reason=str(error))
        policy = None
    return (None, report.errors) if report.errors or isinstance(policy, Invalid) else (policy, [])


def under_policy(request: object, policy: dict[str, object]) -> object:
    """The request with the policy's readings wherever it asks for none itself."""
    if not isinstance(request, dict) or not isinstance(request.get("choices", {}), dict):
        return request
    return {**request, "choices": {**settled(policy), **request.get("choices", {})}}


def settled(policy: dict[str, object]) -> dict[str, object]:
    """The readings that a policy settles, by choice, as a request writes them."""
    return {
        key: write(choice["value"]) if isinstance(choice["value"], Fraction) else choice["value"]
        for key, choice in policy["choices"].items()
        if choice
    }
