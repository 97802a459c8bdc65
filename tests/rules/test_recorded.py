"""No answer moves unseen."""

from __future__ import annotations

import pytest

from tests.rules import recorded

RECORDED = recorded.read()
ENTRIES = list(recorded.entries())
SLICE = 40  # entries that one test looks at


@pytest.mark.parametrize("first", range(0, len(ENTRIES), SLICE))
def test_answers_are_as_recorded(first: int) -> None:
    moved = [name for name, call in ENTRIES[first : first + SLICE] if recorded.digests(call) != RECORDED.get(name)]
    assert moved == [], "if this is meant: python -m tests.rules.recorded"


def test_nothing_is_recorded_that_is_no_answer() -> None:
    assert sorted(RECORDED) == sorted(name for name, _ in ENTRIES)
