"""The whole answer of every case and generated request, recorded as digests: shows whose answer moved, and in which part.

    python -m tests.rules.recorded          after a change that was meant: renews the record

Words do not count, only their message ids and the values in them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from calculators import NAMES, calculate, schema
from calculators.compare import compare
from calculators.messages import Words
from tests.rules.generated import requests
from tests.rules.test_cases import CASES

FILE = Path(__file__).parents[1] / "cases" / "recorded.txt"
PARTS = ("errors", "steps", "findings", "choices")


def entries() -> Iterator[tuple[str, object]]:
    """What is recorded: a name, and the call that gives its answer."""
    for case in CASES:
        yield case.id, lambda case=case.values[0]: calculate(case["calculator"], case["request"])
    generated = list(requests())
    for title, name, request in generated:
        yield f"generated: {title}", lambda name=name, request=request: calculate(name, request)
    for (title, name, request), (_, other, second) in zip(generated, generated[2:]):
        if name == other and not title.startswith(NAMES):
            yield f"compared: {title}", lambda name=name, one=request, two=second: compare(name, one, two)
    for name in NAMES:
        yield f"schema: {name}", lambda name=name: schema(name)


def digests(call: object) -> str:
    """`errors steps findings choices results`, six digits each; dashes for a part that the answer does not have."""
    with _only_ids():
        answer = call()
    parts = [answer.pop(part, None) for part in PARTS]
    return " ".join("-" * 6 if not part else _digest(part) for part in (*parts, answer))


def read() -> dict[str, str]:
    """The recorded digests by name."""
    return {line[35:]: line[:34] for line in FILE.read_text(encoding="utf-8").splitlines()}


def _digest(value: object) -> str:
    return sha256(json.dumps(value, ensure_ascii=False).encode()).hexdigest()[:6]


@contextmanager
def _only_ids() -> Iterator[None]:
    """Sentences are their message ids and values: what they say may be worded otherwise."""
    text, find = Words.text, Words.find
    Words.text = lambda self, key, values=None: key + "".join(f" {name}={value}" for name, value in sorted((values or {}).items()))
    Words.find = lambda self, key: key
    try:
        yield
    finally:
        Words.text, Words.find = text, find


if __name__ == "__main__":
    FILE.write_text("".join(f"{digests(call)} {name}\n" for name, call in entries()), encoding="utf-8")
