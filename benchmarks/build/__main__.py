"""What the clauses add to a build, and how it grows: the same pages with and without the plugin, turn by turn.

    python -m benchmarks.build [--pages 200 400 800] [--runs 2]

CPU seconds and peak memory of each build, the least of its runs; the ratio at each size and the exponent of growth.
"""

from __future__ import annotations

import argparse
import math
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import yaml

from benchmarks.build.pages import configuration, write

KINDS = {"without": False, "with": True}


class Cost(NamedTuple):
    """CPU seconds and MiB."""

    seconds: float
    memory: float


def build(folder: Path, kind: str) -> Cost:
    """One build in a process of its own, strict: a warning would be work that the other does not do."""
    site = folder / "site"
    shutil.rmtree(site, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-f", str(folder / f"{kind}.yml"), "-d", str(site)]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "SOURCE_DATE_EPOCH": "1767225600"}
    process = subprocess.Popen(command, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"the build {kind} clauses failed: {' '.join(command)}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def measured(pages: int, runs: int) -> dict[str, Cost]:
    """Both builds of one size, turn by turn."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        write(folder / "docs", pages)
        for kind, clauses in KINDS.items():
            (folder / f"{kind}.yml").write_text(yaml.safe_dump(configuration(clauses), allow_unicode=True), "utf-8")
        costs = [{kind: build(folder, kind) for kind in KINDS} for _ in range(runs)]
    return {kind: Cost(min(one[kind].seconds for one in costs), min(one[kind].memory for one in costs)) for kind in KINDS}


def main() -> None:
    """Prints one line a size, then the growth."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.build", description=__doc__)
    parser.add_argument("--pages", type=int, nargs="+", default=[200, 400, 800])
    parser.add_argument("--runs", type=int, default=2)
    chosen = parser.parse_args()
    print(f"{'pages':>7} {'without':>10} {'with':>10} {'ratio':>7} {'MiB without':>12} {'MiB with':>9}")
    found: dict[int, dict[str, Cost]] = {}
    for pages in sorted(chosen.pages):
        found[pages] = costs = measured(pages, chosen.runs)
        without, with_ = costs["without"], costs["with"]
        ratio = with_.seconds / without.seconds
        print(f"{pages:>7} {without.seconds:>8.1f} s {with_.seconds:>8.1f} s {ratio:>7.3f} {without.memory:>12.0f} {with_.memory:>9.0f}", flush=True)
    if len(found) > 1:
        small, large = min(found), max(found)
        for kind in KINDS:
            grown = math.log(found[large][kind].seconds / found[small][kind].seconds) / math.log(large / small)
            print(f"{kind} the clauses, time grows as pages^{grown:.2f} from {small} to {large}")


if __name__ == "__main__":
    main()
