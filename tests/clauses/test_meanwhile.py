"""Work beside the build: what comes back, and what is told when nothing does."""

import os
import time
from functools import partial
from pathlib import Path

import pytest

from plugins.clauses.meanwhile import Meanwhile


@pytest.mark.parametrize("apart", [True, False])
def test_results_and_errors_come_back_in_any_order_that_they_are_asked_for(apart: bool) -> None:
    def wrong() -> None:
        raise ValueError("no such clause")

    beside = Meanwhile([lambda: ["a"], wrong, lambda: 3], apart=apart)
    assert beside.result(2) == 3 and beside.result(0) == beside.result(0) == ["a"]
    with pytest.raises(ValueError, match="no such clause") as met:
        beside.result(1)
    assert "in wrong" in met.value.__notes__[0]
    beside.end()


def test_no_work_waits_until_the_result_before_it_is_asked_for(tmp_path: Path) -> None:
    beside = Meanwhile([lambda: "much" * 1_000_000, (tmp_path / "done").touch])
    for _ in range(200):
        if (tmp_path / "done").exists():
            break
        time.sleep(0.05)
    assert (tmp_path / "done").exists()
    assert beside.result(0) == "much" * 1_000_000
    beside.end()


def test_a_process_that_ends_before_its_work_is_told_with_its_code() -> None:
    beside = Meanwhile([lambda: os._exit(7), lambda: 1])
    for at in (0, 0, 1):
        with pytest.raises(RuntimeError, match="ended with 7"):
            beside.result(at)
    beside.end()


def test_what_is_not_done_is_given_up() -> None:
    beside = Meanwhile([partial(time.sleep, 1000)])
    beside.end()
    assert beside._apart.ended_with()
