"""A process beside the build: what comes of it, and that nothing is left of it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from plugins.clauses.apart import CALM, PATIENT, Apart


def heard(work: Iterable[object], **how: int) -> tuple[Apart, list]:
    """A process, and what comes of it."""
    values: list = []
    return Apart(work, values.append, **how), values


def test_every_value_is_taken_as_soon_as_it_is_there_and_none_at_the_end() -> None:
    go, ready = os.pipe()
    beside, values = heard(("much" * 1_000_000 * number, os.read(go, 1)) for number in range(3))
    for number in range(3):
        os.write(ready, b"x")
        wait_for(lambda: len(values) > number)
        assert values[number] == ("much" * 1_000_000 * number, b"x")
    assert beside.ended_with() == 0 and values[3:] == [None]
    os.close(go)
    os.close(ready)


@pytest.mark.parametrize("calm", [CALM, PATIENT])
def test_it_makes_way_for_others(calm: int) -> None:
    beside, values = heard((os.nice(0) for _ in range(1)), calm=calm)
    assert beside.ended_with() == 0 and values == [min(os.nice(0) + calm, 19), None]


def test_a_process_that_ends_before_its_work_is_heard_no_more() -> None:
    beside, values = heard(os._exit(7) if number else number for number in range(2))
    assert beside.ended_with() == 7 and values == [0, None]


def test_what_is_not_done_is_given_up() -> None:
    beside, values = heard(map(time.sleep, [1000]))
    beside.end()
    assert beside.ended_with() and values == [None]


def wait_for(what: Callable[[], bool]) -> None:
    """Until it is so, at most some seconds."""
    for _ in range(200):
        if what():
            return
        time.sleep(0.05)


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
    wait_for(lambda: not any(map(alive, others)))
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
