"""Makes the browser's library: the part of the standard library that the calculators import, and the calculators.

Public means only: Pyodide takes the file as `stdLibURL`. What belongs into it is found by running, not by listing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from plugins.site.words import catalogue

from .node import run_in_pyodide

HERE = Path(__file__).parent
SHIPPED = ("plugins/__init__.py", "plugins/calculators/__init__.py", "plugins/calculators/answer.py", "plugins/calculators/respond.py")
"""What the browser runs of this plugin: the same template as the build."""


@dataclass(frozen=True)
class Request:
    """One message to the worker, as `respond.respond` takes it."""

    name: str
    text: str
    language: str
    base: str = ""


class LibraryError(RuntimeError):
    """The library could not be made, or gives other answers than the whole one."""


def sources(project: Path) -> list[str]:
    """Our own files that travel to the browser, by their path in the project."""
    rules = (path for path in (project / "calculators").rglob("*.py") if path.name != "__main__.py")
    words = (path for path in (project / "locales").glob("*/*.po") if path.name != "site.po")  # those travel with the page
    return sorted([*SHIPPED, *(path.relative_to(project).as_posix() for path in (*rules, *words))])


def fingerprint(project: Path, requests: Iterable[Request]) -> str:
    """Names a library by all that goes into it."""
    digest = hashlib.sha256()
    pyodide = json.loads((project / "node_modules/pyodide/package.json").read_text(encoding="utf-8"))["version"]
    digest.update(pyodide.encode())
    digest.update(repr(list(requests)).encode())
    ours = [HERE / "pack.py", HERE / "start.mjs", *sorted((HERE / "replaced").rglob("*.py"))]
    for path in (*ours, *(project / name for name in sources(project))):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


def library(project: Path, cache: Path, requests: Iterable[Request]) -> Path:
    """The library's file in `cache`, made when it is not there yet (three starts of Pyodide, some ten seconds)."""
    asked = list(requests)
    made = cache / f"library-{fingerprint(project, asked)}.zip"
    if not made.exists():
        cache.mkdir(parents=True, exist_ok=True)
        draft = made.with_suffix(".draft")
        whole = _answers(project, None, asked)
        _pack(project, whole["modules"], draft)
        # Replaced modules import less than their originals: what is really imported shows only now.
        trimmed = _answers(project, draft, asked)
        _pack(project, trimmed["modules"], draft)
        final = _answers(project, draft, asked)
        for request, before, after in zip(asked, whole["answers"], final["answers"], strict=True):
            if before != after:
                raise LibraryError(f"the trimmed library answers otherwise than the whole one to {request}: {after[:500]}")
        draft.rename(made)
    return made


_RUN = """
import json, sys
sys.dont_write_bytecode = True
sys.path[:0] = json.loads(input)["path"]
sys.path.append("/pack")
import importlib
for name in json.loads(input)["modules"]:
    importlib.import_module(name)
from plugins.calculators.respond import respond
answers = [respond(json.dumps(request), json.loads(input)["page"]) for request in json.loads(input)["requests"]]
import pack
json.dumps({"answers": answers, "modules": pack.imported()})
"""

_PACK = """
import json, sys
sys.path.append("/pack")
import pack
task = json.loads(input)
files = pack.library(task["modules"], "/pack/replaced") | pack.application("/project", task["sources"])
pack.write("/out/" + task["name"], files)
"done"
"""


def _answers(project: Path, library: Path | None, requests: list[Request]) -> dict[str, list[str]]:
    folders = {"/pack": HERE}
    if library is None:
        folders["/project"] = project
    task = {
        "path": ["/project"] if library is None else [],
        "modules": [name.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for name in sources(project) if name.endswith(".py")],
        "requests": [vars(request) for request in requests],
        "page": json.dumps({"words": _page_words(project), "links": {}}),
    }
    answer: dict[str, list[str]] = json.loads(run_in_pyodide(project, _RUN, task, folders, library))
    return answer


def _page_words(project: Path) -> dict[str, str]:
    return {key: text for key, text in catalogue("en", project / "locales").items() if key.startswith("page.")}


def _pack(project: Path, modules: list[str], out: Path) -> None:
    task = {"modules": modules, "sources": sources(project), "name": out.name}
    run_in_pyodide(project, _PACK, task, {"/pack": HERE, "/project": project, "/out": out.parent})
