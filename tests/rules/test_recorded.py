"""No answer moves unseen."""

from __future__ import annotations

import pytest

from tests.rules import recorded
from tests.rules.test_cases import CASES

RECORDED = recorded.read()


@pytest.mark.parametrize(("case", "name"), [pytest.param(case.values[0], case.id, id=case.id) for case in CASES])
def test_the_whole_answer_is_as_recorded(case: dict, name: str) -> None:
    assert recorded.digests(case) == RECORDED.get(name), "if this is meant: python -m tests.rules.recorded"


def test_nothing_is_recorded_that_is_no_case() -> None:
    assert sorted(RECORDED) == sorted(case.id for case in CASES)
