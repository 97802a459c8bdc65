"""From the save of a page to the rebuilt page in the author's loop: `mkdocs serve --dirty` in one language.

    python -m benchmarks.dev [--pages 0 400] [--saves 7]

It is this project's own site in Chinese, as `make dev` builds it; a number of pages is reached with made-up documents beside
its own (0: none). Of the saves the least and the middle one are told: seconds until the preview has the new site, by its own
long poll.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from benchmarks.build.pages import LANGUAGES, write

PROJECT = Path(__file__).parents[1]
EPOCH = re.compile(rb"livereload\((\d+), (\d+)\)")


@contextmanager
def preview(config: Path) -> Iterator[str]:
    """The preview of a site and its address, once it answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "DOCS_LANG": "zh"}
    command = [sys.executable, "-m", "mkdocs", "serve", "--dirty", "--quiet", "-f", str(config), "--dev-addr", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, env=environment | {"SITE_URL": f"http://127.0.0.1:{port}/"}, cwd=PROJECT)
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait()


def answer(address: str) -> bytes:
    """What the preview says, which may not run yet."""
    for _ in range(600):
        try:
            with urlopen(address, timeout=120) as found:
                return found.read()
        except URLError:
            time.sleep(0.2)
    raise SystemExit(f"no preview at {address}")


def saves(config: Path, page: Path, count: int) -> list[float]:
    """Seconds from each save to the rebuilt site."""
    found = []
    with preview(config) as address:
        match = EPOCH.search(answer(address))
        assert match, "the preview's pages do not wait for changes"
        epoch = match[1].decode()
        for _ in range(count):
            time.sleep(1.5)  # the loop has come to rest
            start = time.perf_counter()
            page.write_text(page.read_text("utf-8") + "\n", "utf-8")
            while (now := answer(f"{address}livereload/{epoch}/{match[2].decode()}").decode()) == epoch:
                pass
            found.append(time.perf_counter() - start)
            epoch = now
    return found


def measured(pages: int, count: int) -> list[float]:
    """The saves of one page of a copy of this project, filled up to so many pages in each language."""
    with tempfile.TemporaryDirectory() as place:
        docs = Path(place, "docs")
        for name in ("docs", "register"):
            shutil.copytree(PROJECT / name, Path(place, name))
        for name in ("plugins", "locales", "calculators"):
            Path(place, name).symlink_to(PROJECT / name)
        shutil.copy(PROJECT / "mkdocs.yml", place)
        if (more := pages - sum(1 for _ in docs.joinpath("zh").rglob("*.md"))) > 0:
            write(Path(place, "made"), more * len(LANGUAGES))
            for document in Path(place, "made").glob("*/p*"):
                shutil.move(document, docs / document.parent.name)
        return saves(Path(place, "mkdocs.yml"), docs / "zh/gz021/5.md", count)


def main() -> None:
    """Prints one line a size."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.dev", description=__doc__)
    parser.add_argument("--pages", type=int, nargs="+", default=[0, 400])
    parser.add_argument("--saves", type=int, default=7)
    chosen = parser.parse_args()
    for pages in chosen.pages:
        found = measured(pages, chosen.saves)
        what = f"this project, filled up to {pages} pages" if pages else "this project"
        print(f"{what}: saved and rebuilt in {min(found):.2f} s at least, {statistics.median(found):.2f} s in the middle", flush=True)


if __name__ == "__main__":
    main()
