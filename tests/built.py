"""The site that the tests look at: built once with every check on, and again only when something it is made of changed."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
SITE = ROOT / ".build" / "tested"
LANGUAGES = {"zh": "", "en": "en/", "ru": "ru/", "hu": "hu/"}
"""The languages and their folders below the site's root."""
EFFECTIVE = '[data-figure="effective_personnel"] dd'
"""Where an answer for one standard says how many people it counts with."""

_DONE = SITE.with_suffix(".done")


def port() -> int:
    """8765, or a free port where that is taken: the theme's instant navigation works at the address built for only."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", 8765))
        except OSError:
            probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def built(address: str) -> Path:
    """The folder of the site, built to be served at `address`."""
    if not _DONE.exists() or _DONE.read_text() != address or _DONE.stat().st_mtime < max(map(_changed, _sources())):
        shutil.rmtree(SITE, ignore_errors=True)
        done = build("mkdocs", SITE, address)
        assert done.returncode == 0, f"the site could not be built:\n{done.stdout}{done.stderr}"
        _DONE.write_text(address)
    return SITE


def build(tool: str, folder: Path, address: str) -> subprocess.CompletedProcess[str]:
    """One strict build by `mkdocs` or by `properdocs`, the fork that may follow it."""
    environment = {
        "SOURCE_DATE_EPOCH": "1767225600",
        "CLAUSES_CACHE": "",  # what is tested is made from nothing
        **os.environ,
        "SITE_URL": address,
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
    }
    command = [sys.executable, "-m", tool, "build", "--strict", "--config-file", "mkdocs.yml", "--site-dir", str(folder)]
    return subprocess.run(command, cwd=ROOT, env=environment, text=True, capture_output=True, timeout=600)


def _sources() -> Iterator[Path]:
    yield ROOT / "mkdocs.yml"
    for folder in ("docs", "plugins", "locales", "calculators", "register"):
        yield from (path for path in (ROOT / folder).rglob("*") if path.is_file() and path.suffix != ".pyc")


def _changed(path: Path) -> float:
    return path.stat().st_mtime
