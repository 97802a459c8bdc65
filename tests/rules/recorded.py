"""The whole answer of every case, recorded as digests: a change of the rules shows whose answer moved, and in which part.

    python -m tests.rules.recorded          after a change that was meant: renews the record

Words do not count, only their message ids and the values in them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from calculators import calculate
from calculators.messages import Words

FILE = Path(__file__).parents[1] / "cases" / "recorded.txt"
PARTS = ("errors", "steps", "findings", "choices")


def digests(case: dict) -> str:
    """`errors steps findings choices results`, six digits each; a dash for a part that the answer does not have."""
    with _only_ids():
        answer = calculate(case["calculator"], case["request"])
    parts = [answer.pop(part, None) for part in PARTS]
    return " ".join("-" * 6 if not part else _digest(part) for part in (*parts, answer))


def read() -> dict[str, str]:
    """The recorded digests by the name of the case."""
    return {line[35:]: line[:34] for line in FILE.read_text(encoding="utf-8").splitlines()}


def _digest(value: object) -> str:
    return sha256(json.dumps(value, ensure_ascii=False).encode()).hexdigest()[:6]


@contextmanager
def _only_ids() -> Iterator[None]:
    """Sentences are their message ids and values: what they say may be worded otherwise."""
    text = Words.text
    Words.text = lambda self, key, values=None: key + "".join(f" {name}={value}" for name, value in sorted((values or {}).items()))
    try:
        yield
    finally:
        Words.text = text


if __name__ == "__main__":
    from tests.rules.test_cases import CASES

    lines = [f"{digests(case.values[0])} {case.id}\n" for case in CASES]
    FILE.write_text("".join(lines), encoding="utf-8")
