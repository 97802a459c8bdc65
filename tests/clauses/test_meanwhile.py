"""Work beside the build: what comes back, and what is told when nothing does."""

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from plugins.clauses.meanwhile import Meanwhile


def test_results_and_errors_come_back_as_often_as_they_are_asked_for() -> None:
    def wrong() -> None:
        raise ValueError("no such clause")

    right, failing = Meanwhile(lambda: ["a"]), Meanwhile(wrong)
    assert right.result() == right.result() == ["a"]
    for _ in range(2):
        with pytest.raises(ValueError, match="no such clause") as met:
            failing.result()
    assert "in wrong" in met.value.__notes__[0]
    right.end()
    failing.end()


def test_a_work_is_done_before_its_result_is_asked_for(tmp_path: Path) -> None:
    beside = Meanwhile((tmp_path / "done").touch)
    for _ in range(200):
        if (tmp_path / "done").exists():
            break
        time.sleep(0.05)
    assert (tmp_path / "done").exists()
    beside.end()


def test_a_result_of_any_size_is_taken_before_it_is_asked_for() -> None:
    beside = Meanwhile(lambda: "much" * 1_000_000)
    assert beside._apart.ended_with() == 0
    assert beside.result() == "much" * 1_000_000
    beside.end()


def test_a_process_that_ends_before_its_work_is_told_with_its_code() -> None:
    beside = Meanwhile(lambda: os._exit(7))
    for _ in range(2):
        with pytest.raises(RuntimeError, match="ended with 7"):
            beside.result()
    beside.end()


def test_what_is_not_done_is_given_up() -> None:
    beside = Meanwhile(partial(time.sleep, 1000))
    beside.end()
    assert beside._apart.ended_with()


BUILD = """
import os, time
from plugins.clauses.apart import Apart
endless = (str(os.getpid()) * 100_000 for _ in iter(int, 1))
first, second = (Apart(endless, len) for _ in range(2))
print(first._process.pid, second._process.pid, flush=True)
time.sleep(60)
"""


def test_no_process_is_left_of_a_build_that_was_ended() -> None:
    build = subprocess.Popen([sys.executable, "-c", BUILD], stdout=subprocess.PIPE, text=True)
    assert build.stdout
    others = [int(one) for one in build.stdout.readline().split()]
    assert len(others) == 2 and all(map(alive, others))
    build.kill()
    build.wait()
    build.stdout.close()
    for _ in range(200):
        if not any(map(alive, others)):
            break
        time.sleep(0.05)
    left = [one for one in others if alive(one)]
    for one in left:
        os.kill(one, signal.SIGKILL)
    assert not left


def alive(process: int) -> bool:
    """Whether a process still runs; one that has ended may wait for somebody to ask how."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
