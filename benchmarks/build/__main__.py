"""What the clauses add to a build, and how it grows: the same pages with and without the plugin, turn by turn.

    python -m benchmarks.build [--pages 200 400 800] [--runs 3]

First this project's own documents, then pages that are made up. With the plugin a site is built from nothing, and once more after a
clause was written anew in every language, when other pages are taken from the last build; without it, MkDocs renders every page each
time. Of each build the seconds on the clock and those of the processor, the middle of its runs, and the peak of memory, in one more run,
for to look at it takes time. The ratios are those to the build without it in the same turn, for a machine is not as fast in one minute
as in another: the middle of them and, by the clock, the least and the most; then the exponent of growth. The clauses use a second core:
on a machine that has none to spare the clock tells more. All is in memory, where the system lends some, or in TMPDIR: what a disk takes
is not the same twice.
"""

from __future__ import annotations

import argparse
import math
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

import yaml

from benchmarks.build.pages import configuration, copy, rewrite, write

KINDS = ("without", "first", "again")
CACHE = "clauses.db"
MEMORY = "/dev/shm"  # noqa: S108 - a folder of its own is made there
ROOM = 4 << 30  # bytes: 16,000 pages take about half
PLACE = MEMORY if "TMPDIR" not in os.environ and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM else None


class Cost(NamedTuple):
    """Seconds on the clock and of the processor, and MiB, of a build's processes together."""

    clock: float
    processor: float
    memory: float = 0


def build(folder: Path, kind: str, *, look: bool = False) -> Cost:
    """One build in a process of its own, strict: a warning would be work that the others do not do. Memory is looked at where asked for."""
    if kind == "first":
        (folder / CACHE).unlink(missing_ok=True)
    elif kind == "again":
        rewrite(folder / "docs")
    site = folder / "site"
    shutil.rmtree(site, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-f", str(folder / ("without.yml" if kind == "without" else "with.yml")), "-d", str(site)]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "SOURCE_DATE_EPOCH": "1767225600"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # pip has compiled the packages, and would have compiled this
    start, memory = time.perf_counter(), 0.0
    process = subprocess.Popen(command, env=environment)
    while not (ended := os.wait4(process.pid, os.WNOHANG if look else 0))[0]:
        looked = time.perf_counter()
        memory = max(memory, held(process.pid))
        time.sleep(max(0.1, 20 * (time.perf_counter() - looked)))  # a look at a large process takes its time, and may stop it meanwhile
    _, status, usage = ended
    if status:
        raise SystemExit(f"the build {kind} clauses failed: {' '.join(command)}")
    return Cost(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, memory)


def held(process: int) -> float:
    """MiB that a process and its children hold, what they share counted once."""
    place = Path("/proc", str(process))
    try:
        shares = [line for line in (place / "smaps_rollup").read_text().splitlines() if line.startswith("Pss:")]
        children = (place / "task" / str(process) / "children").read_text().split()
    except (FileNotFoundError, ProcessLookupError):  # it has just ended
        return 0
    return sum(int(line.split()[1]) for line in shares) / 1024 + sum(held(int(child)) for child in children)


Turn = dict[str, Cost]  # by the kind of build


def measured(pages: int, runs: int) -> tuple[int, list[Turn], dict[str, float]]:
    """The number of pages, of the own documents where it is 0, the builds turn by turn, and the memory of each kind."""
    with tempfile.TemporaryDirectory(dir=PLACE) as place:
        folder = Path(place)
        if pages:
            write(folder / "docs", pages)
        else:
            pages = copy(folder / "docs")
        for name, clauses in (("without", []), ("with", [{"clauses": {"cache": CACHE}}])):
            (folder / f"{name}.yml").write_text(yaml.safe_dump(configuration(clauses), allow_unicode=True), "utf-8")
        turns = [{kind: build(folder, kind) for kind in KINDS} for _ in range(runs)]
        return pages, turns, {kind: build(folder, kind, look=True).memory for kind in KINDS}


def line(pages: str, turns: list[Turn], memory: dict[str, float]) -> str:
    """What is printed of one size."""
    found = f"{pages:>7}"
    for at in range(2):  # by the clock, of the processor
        found += f"{median(turn['without'][at] for turn in turns):>10.1f}"
        for kind in KINDS[1:]:
            ratios = [turn[kind][at] / turn["without"][at] for turn in turns]
            between = f" {min(ratios):.2f}–{max(ratios):.2f}" if at == 0 else ""
            found += f"{median(turn[kind][at] for turn in turns):>8.1f}{median(ratios):>7.2f}{between}"
    return found + "".join(f"{memory[kind]:>8.0f}" for kind in KINDS)


def main() -> None:
    """Prints one line a size, then the growth."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.build", description=__doc__)
    parser.add_argument("--pages", type=int, nargs="+", default=[200, 400, 800])
    parser.add_argument("--runs", type=int, default=3)
    chosen = parser.parse_args()
    print(f"below {PLACE or tempfile.gettempdir()}")
    print(f"{'':>7}{'clock, s':>60}{'processor, s':>40}{'memory, MiB':>24}")
    heads = [f"{'without':>10}" + "".join(f"{kind:>8}{'ratio':>7}{more}" for kind in KINDS[1:]) for more in (" " * 10, "")]
    print(f"{'pages':>7}{''.join(heads)}{''.join(f'{kind:>8}' for kind in KINDS)}")
    found: dict[int, list[Turn]] = {}
    for size in (0, *sorted(chosen.pages)):
        pages, turns, memory = measured(size, chosen.runs)
        if size:
            found[size] = turns
        print(line(str(pages) if size else f"own {pages}", turns, memory), flush=True)
    if len(found) > 1:
        small, large = min(found), max(found)
        for kind in KINDS:
            few, many = (median(turn[kind].processor for turn in found[size]) for size in (small, large))
            print(f"{kind}: the processor's time grows as pages^{math.log(many / few) / math.log(large / small):.2f} from {small} to {large}")


if __name__ == "__main__":
    main()
