"""Audit time, samples and dates of management system certification, computed clause by clause.

One JSON object in, one JSON object out, exact from end to end. Only the standard library is used, so the same files
run under CPython and in the browser.

>>> calculate("cc105", {"standard": "QMS", "personnel": 55})["initial"]["exact"]
'9/2'
"""

from __future__ import annotations

import json
from importlib import import_module

from .messages import LANGUAGES, Words

__all__ = ["LANGUAGES", "NAMES", "calculate", "calculate_json", "calculate_read", "calculate_text", "schema"]

__version__ = "0.1.0"
NAMES = ("cc105", "cc106", "cc11", "programme", "calendar", "eligibility")


def calculate(name: str, request: object, language: str = "en") -> dict[str, object]:
    """The answer to a request, or `{"errors": […]}` with all that is wrong.

    `request` holds what JSON holds; numbers may also be `Fraction`, `Decimal` or numeric text. `language` is that of
    the texts: zh, en, ru or hu. Never raises for any request.
    """
    from .choices import Readings
    from .fields import Report, shown
    from .log import Log

    words = Words(language if language in LANGUAGES else "en")
    report = Report(words, name if name in NAMES else "")
    if language not in LANGUAGES:
        report.add("", "request.unknown_language", met=shown(language), known=", ".join(LANGUAGES))
    if name not in NAMES:
        report.add("", "request.unknown_calculator", met=shown(name), known=", ".join(NAMES))
    if report.errors:
        return {"errors": report.errors}
    rule = import_module(f".{name}", __name__)
    read = rule.REQUEST.read(request, "", report)
    if read:
        rule.check(read, report)
    if report.errors:
        return {"errors": report.errors}
    log = Log(words, Readings(read["choices"]))
    result = rule.answer(read, log)
    return result | log.account()


def calculate_json(name: str, text: str, language: str = "en", policy: dict[str, object] | None = None) -> str:
    """The answer as JSON text. Never raises for any text: what cannot be read comes back as `{"errors": […]}`.

    `policy` (from `policy.read_policy`) settles the choices that the request leaves open.
    """
    return json.dumps(calculate_text(name, text, language, policy), ensure_ascii=False)


def calculate_text(name: str, text: str, language: str = "en", policy: dict[str, object] | None = None) -> dict[str, object]:
    """The answer to a request that is JSON text, before it is written as JSON itself."""
    from .requests import read_json

    return calculate_read(name, *read_json(text), language, policy)


def calculate_read(
    name: str, request: object, errors: list[tuple[str, str, dict]], language: str = "en", policy: dict[str, object] | None = None
) -> dict[str, object]:
    """The answer to a request that `requests.read_json` has read, with what was wrong with its text."""
    words = Words(language if language in LANGUAGES else "en")
    told = [{"path": path, "key": key, "text": words.text(key, values)} for path, key, values in errors]
    if errors and request is None:
        return {"errors": told}
    if policy:
        from .policy import under_policy

        request = under_policy(request, policy)
    answer = calculate(name, request, language)
    return {"errors": told + answer.get("errors", [])} if errors else answer


def schema(name: str, language: str = "en") -> dict[str, object]:
    """The JSON Schema (2020-12) of a calculator's request, with titles and help in the language asked for."""
    rule = import_module(f".{name}", __name__)
    words = Words(language)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:clausebook:{name}",
        **rule.REQUEST.schema(words, name),
    }
