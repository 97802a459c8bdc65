"""Makes the small runtime, with which the browser begins: Python's memory as it stands once everything was imported and has
answered, and Pyodide's WebAssembly with those of its functions that are called, and a margin.

Both are private means of one version of Pyodide. `functions.txt` names the version by the sum of its WebAssembly and is
renewed by `make functions`; with another version the WebAssembly stays whole. Whatever is missing in the browser shows as an
error there, on which the worker takes Pyodide as it comes and the whole library.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterable
from pathlib import Path

import calculators

from . import wasm
from .language_page import language_page
from .library import Request, modules
from .node import START, run_in_pyodide

HERE = Path(__file__).parent
FUNCTIONS = HERE / "functions.txt"
MODULE = "pyodide.asm.wasm"
MEMORY = "memory.bin"
EMPTY = "empty.zip"
COPIED = ("pyodide.mjs", "pyodide.asm.mjs")
_MADE_WITH = (Path(__file__), FUNCTIONS, HERE / "wasm.py", HERE / "memory.mjs", START)


def small(project: Path, cache: Path, library: Path, requests: Iterable[Request]) -> Path:
    """The folder of the small runtime in `cache`, made when it is not there yet (one start of Pyodide, some seconds)."""
    task = {
        "ours": modules(project),
        "requests": [vars(request) for request in requests],
        "pages": {language: language_page(project, language, {}) for language in calculators.LANGUAGES},
    }
    made_from = (library.name.encode(), json.dumps(task).encode(), *(path.read_bytes() for path in _MADE_WITH))
    digest = hashlib.sha256(b"".join(made_from)).hexdigest()[:12]
    made = cache / f"python-{digest}"
    if not made.exists():
        draft = made.with_suffix(".draft")
        draft.mkdir(parents=True, exist_ok=True)
        pyodide = project / "node_modules/pyodide"
        module = (pyodide / MODULE).read_bytes()
        (draft / MODULE).write_bytes(wasm.cut(module, kept(module)))
        for name in COPIED:
            (draft / name).write_bytes((pyodide / name).read_bytes())
        zipfile.ZipFile(draft / EMPTY, "w").close()
        run_in_pyodide(project, _RUN, task, {}, library, memory=draft / MEMORY)
        draft.rename(made)
    return made


def kept(module: bytes) -> set[int]:
    """The functions that are called and the two beside each, for what lies together is called together; all where none are known."""
    return {number + step for number in called(module) for step in (-1, 0, 1)} or set(range(wasm.functions(module)))


def called(module: bytes) -> set[int]:
    """The functions of this module that are called; none where they are known of another one only."""
    known, *ranges = FUNCTIONS.read_text(encoding="utf-8").split()
    if known != hashlib.sha256(module).hexdigest():
        return set()
    ends = ([int(number) for number in each.split("-")] for each in ranges)
    return {number for each in ends for number in range(each[0], each[-1] + 1)}


_RUN = """
import codeop, functools, gc, importlib, json, linecache, sys, textwrap, traceback, zipimport

def answer():
    task = json.loads(input)
    for name in task["ours"]:
        importlib.import_module(name)
    from plugins.calculators.respond import respond
    for request in task["requests"]:
        respond(json.dumps(request), task["pages"][request["language"]])

def forget():
    linecache.clearcache()
    sys.path_importer_cache.clear()
    zipimport._zip_directory_cache.clear()
    for each in gc.get_objects():
        if isinstance(each, functools._lru_cache_wrapper) and each.cache_info().maxsize:
            each.cache_clear()
    gc.collect()

def wipe():
    for size in (*range(8, 504, 8), *(2**power for power in range(9, 19))):
        [bytes(size) for _ in range(3_000_000 // (size + 24))]

answer()
del input
forget()
wipe()
""
"""
"""Answers, forgets what answers leave behind, and writes zeros over what is free, which then is no difference."""
