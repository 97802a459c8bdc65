"""Two requests side by side: which results differ, and at which steps (two editions, two readings, one changed input).

>>> request = {"standard": "QMS", "personnel": 35}
>>> found = compare("cc105", request, {**request, "choices": {"curve": "band"}})
>>> [(one["path"], one["one"], one["other"]) for one in found["results"]][:1]
[('initial.exact', '7/2', '4')]
"""

from __future__ import annotations

from . import calculate

_ACCOUNT = ("steps", "findings", "choices")


def compare(name: str, request: object, other: object, language: str = "en") -> dict[str, object]:
    """What is not the same in the answers to two requests of one calculator.

    `results`: `{"path", "one", "other"}` for every result that differs (None where one answer lacks it); `choices`
    likewise; `steps`: `{"key", "one", "other"}` with the texts of steps that differ, in the order of the first answer, those
    of samples and places too; `findings`: what only one of them has. Errors of either request come back as `errors`, their paths
    beginning with `one` or `other`.
    """
    answers = [calculate(name, asked, language) for asked in (request, other)]
    errors = [
        {**error, "path": f"{side}.{error['path']}" if error["path"] else side}
        for side, answer in zip(("one", "other"), answers)
        for error in answer.get("errors", ())
    ]
    if errors:
        return {"errors": errors}
    one, two = answers
    return {
        "results": differences(one, two),
        "choices": _differences(one["choices"], two["choices"]),
        "steps": _different_steps(*(_entries(answer, "steps") for answer in answers)),
        "findings": dict(zip(("one", "other"), _different(*(_entries(answer, "findings") for answer in answers)))),
    }


def _entries(answer: dict[str, object], name: str) -> list[dict]:
    """The steps or findings of an answer, then those of the samples and places within it."""
    within = [*answer.get("samples", {}).values(), *(answer.get("sites") if isinstance(answer.get("sites"), list) else ())]
    return [*answer[name], *(entry for part in within for entry in part[name])]


def _different(one: list[dict], two: list[dict]) -> tuple[list[dict], list[dict]]:
    texts = [{finding["text"] for finding in findings} for findings in (one, two)]
    return tuple([finding for finding in mine if finding["text"] not in other] for mine, other in ((one, texts[1]), (two, texts[0])))


def differences(one: dict[str, object], two: dict[str, object]) -> list[dict[str, object]]:
    """The results that are not the same in two answers, by dotted path."""
    return _differences(_flat(one), _flat(two))


def _flat(value: object, path: str = "") -> dict[str, object]:
    """The results of an answer by dotted path, without its account."""
    if isinstance(value, dict):
        members = [(f"{path}.{key}" if path else key, item) for key, item in value.items() if key not in _ACCOUNT]
    elif isinstance(value, list):
        members = [(f"{path}[{position}]", item) for position, item in enumerate(value)]
    else:
        return {path: value}
    return {found: item for place, member in members for found, item in _flat(member, place).items()}


def _differences(one: dict[str, object], two: dict[str, object]) -> list[dict[str, object]]:
    return [
        {"path": path, "one": one.get(path), "other": two.get(path)}
        for path in dict.fromkeys((*one, *two))
        if one.get(path) != two.get(path)
    ]


def _different_steps(one: list[dict], two: list[dict]) -> list[dict[str, object]]:
    """Steps of the same kind are set beside each other in order; those without a counterpart stand alone."""
    waiting: dict[str, list[dict]] = {}
    for step in two:
        waiting.setdefault(step["key"], []).append(step)
    pairs = [(step, waiting[step["key"]].pop(0) if waiting.get(step["key"]) else None) for step in one]
    pairs += [(None, step) for step in two if any(step is left for left in waiting[step["key"]])]
    return [
        {"key": (first or second)["key"], "one": first and first["text"], "other": second and second["text"]}
        for first, second in pairs
        if not first or not second or first["text"] != second["text"]
    ]
