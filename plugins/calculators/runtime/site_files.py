"""Puts the runtime and the browser's modules into the site, each under a name that changes with its content."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from .small import COPIED, EMPTY, MEMORY, MODULE

BROWSER = Path(__file__).parents[1] / "browser"
FOLDER = "assets/calculators"
_BESIDE = {"early.js", "old.js", "worker.js"}
"""What is asked for by its own name."""
_PYODIDE = (*COPIED, MODULE, "python_stdlib.zip")


@dataclass(frozen=True)
class SiteFiles:
    """What the site serves for its calculators: one copy for all languages."""

    pyodide: Path
    library: Path
    small: Path

    @property
    def version(self) -> str:
        version: str = json.loads((self.pyodide / "package.json").read_text(encoding="utf-8"))["version"]
        return version

    @property
    def paths(self) -> str:
        """`paths.js` with the names of these files."""
        info = json.loads((self.pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))["info"]
        return (
            'const here = new URL("./", import.meta.url);\n'
            f'export const PYODIDE = new URL("../pyodide-{self.version}/", here).href;\n'
            f'export const LIBRARY = new URL("../{self.library.name}", here).href;\n'
            f'export const SMALL = new URL("../{self.small.name}/", here).href;\n'
            f"export const FILES = {json.dumps([*COPIED, MODULE, MEMORY, EMPTY])}.map((name) => SMALL + name);\n"
            f"export const INFO = {json.dumps(info)};\n"
        )

    @property
    def modules(self) -> dict[str, str]:
        """The browser's modules, by name."""
        found = {path.name: path.read_text(encoding="utf-8") for path in sorted(BROWSER.glob("*.js"))}
        return found | {"paths.js": self.paths}

    @property
    def browser(self) -> str:
        """The folder of the modules, named by their content."""
        return f"{FOLDER}/browser-{_hash(repr(self.modules).encode())}"

    @property
    def head(self) -> tuple[str, ...]:
        """The modules of a calculator's page, which would else be found one behind the other."""
        return tuple(f"{self.browser}/{name}" for name in self.modules if name not in _BESIDE)

    def write(self, site: Path) -> None:
        """Everything into the finished site, unless it is there."""
        folder = site / FOLDER
        runtime = folder / f"pyodide-{self.version}"
        runtime.mkdir(parents=True, exist_ok=True)
        for name in _PYODIDE:
            _copy(self.pyodide / name, runtime / name)
        _copy(self.library, folder / self.library.name)
        (folder / self.small.name).mkdir(exist_ok=True)
        for path in self.small.iterdir():
            _copy(path, folder / self.small.name / path.name)
        modules = site / self.browser
        modules.mkdir(exist_ok=True)
        for name, text in self.modules.items():
            (modules / name).write_text(text, encoding="utf-8")


def style() -> str:
    """The calculators' part of the site's style sheet."""
    return "".join(path.read_text(encoding="utf-8") for path in sorted(BROWSER.glob("*.css")))


def page_file(language: str, text: str) -> str:
    """The name of a language's words and links."""
    return f"{FOLDER}/page-{language}-{_hash(text.encode())}.json"


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]


def _copy(source: Path, target: Path) -> None:
    if not target.exists():
        shutil.copyfile(source, target)
