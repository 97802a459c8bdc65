"""Makes the browser's library: the part of the standard library that the calculators import, and the calculators.

The small runtime begins with what is in it (`small.py`); the whole one takes it beside the whole standard library. What
belongs into it is found by running, not by listing.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import calculators

from .language_page import language_page, rules, sentences
from .node import run_in_pyodide

HERE = Path(__file__).parent
_PLUGIN = "plugins/calculators"
_FOLDERS = ("answers", "files", "pictures")
_TEMPLATES = sorted(f"{_PLUGIN}/{folder}/{path.name}" for folder in _FOLDERS for path in HERE.parent.joinpath(folder).glob("*.py"))
_OURS = ("__init__", "account", "answer", "entered", "markup", "pasted", "readings", "record", "respond", "sections", "sectors_found")
SHIPPED = ("plugins/__init__.py", *(f"{_PLUGIN}/{name}.py" for name in _OURS), *_TEMPLATES)
"""What the browser runs of this plugin: the same template as the build."""


@dataclass(frozen=True)
class Request:
    """One message to the worker, as `respond.respond` takes it."""

    name: str
    text: str
    language: str
    base: str = ""
    wanted: str = "answer"


class LibraryError(RuntimeError):
    """The library could not be made, or gives other answers than the whole one."""


def sources(project: Path) -> list[str]:
    """Our own files that travel to the browser, by their path in the project."""
    return sorted([*SHIPPED, *(path.relative_to(project).as_posix() for path in rules(project))])


def fingerprint(project: Path, requests: Iterable[Request]) -> str:
    """Names a library by all that goes into it."""
    digest = hashlib.sha256()
    pyodide = json.loads((project / "node_modules/pyodide/package.json").read_text(encoding="utf-8"))["version"]
    digest.update(pyodide.encode())
    digest.update(repr(list(requests)).encode())
    ours = [HERE / "pack.py", HERE / "start.mjs", *sorted((HERE / "replaced").rglob("*.py"))]
    for path in (*ours, *(project / name for name in sources(project))):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    for language in calculators.LANGUAGES:
        digest.update(repr(sentences(project, language)).encode())
    return digest.hexdigest()[:12]


def library(project: Path, cache: Path, requests: Iterable[Request]) -> Path:
    """The library's file in `cache`, made when it is not there yet (two starts of Pyodide, some seconds)."""
    asked = list(requests)
    made = cache / f"library-{fingerprint(project, asked)}.zip"
    if not made.exists():
        cache.mkdir(parents=True, exist_ok=True)
        draft = made.with_suffix(".draft")
        whole = answers(project, asked, None, draft)
        # Replaced modules import less than their originals: what is really imported shows only with the draft.
        trimmed = answers(project, asked, draft)
        for request, before, after in zip(asked, whole["answers"], trimmed["answers"], strict=True):
            if before != after:
                raise LibraryError(f"the trimmed library answers otherwise than the whole one to {request}: {after[:500]}")
        keep({*trimmed["modules"], *modules(project)}, draft)
        draft.rename(made)
    return made


_RUN = """
import importlib, json, sys
sys.dont_write_bytecode = True
task = json.loads(input)
sys.path[:0] = task["path"]
for name in task["ours"]:
    importlib.import_module(name)
from plugins.calculators.respond import respond
answers = [respond(json.dumps(request), task["pages"][request["language"]]) for request in task["requests"]]
sys.path.append("/pack")
import pack
modules = pack.imported()
if task["draft"]:
    pack.write("/out/" + task["draft"], pack.library(modules, "/pack/replaced") | pack.application("/project", task["sources"]))
json.dumps({"answers": answers, "modules": modules})
"""


def answers(project: Path, requests: list[Request], library: Path | None, draft: Path | None = None) -> dict[str, list[str]]:
    """What every request gets, and what was imported for it; with the whole library when none is given, which then packs a draft."""
    folders = {"/pack": HERE} | ({"/project": project, "/out": draft.parent} if draft else {})
    task = {
        "path": ["/project"] if draft else [],
        "ours": modules(project),
        "requests": [vars(request) for request in requests],
        "pages": {language: language_page(project, language, {}, for_browser=not draft) for language in calculators.LANGUAGES},
        "sources": sources(project),
        "draft": draft and draft.name,
    }
    answer: dict[str, list[str]] = json.loads(run_in_pyodide(project, _RUN, task, folders, library))
    return answer


def keep(modules: set[str], library: Path) -> None:
    """Leaves only these modules, and what is no Python, in the library."""
    with zipfile.ZipFile(library) as archive:
        entries = [(entry, archive.read(entry)) for entry in archive.infolist()]
    with zipfile.ZipFile(library, "w", zipfile.ZIP_STORED) as archive:
        for entry, content in entries:
            if not entry.filename.endswith(".pyc") or _module(entry.filename.removesuffix("c")) in modules:
                archive.writestr(entry, content)


def modules(project: Path) -> list[str]:
    """Our own modules that travel to the browser, by name."""
    return [_module(name) for name in sources(project) if name.endswith(".py")]


def _module(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
