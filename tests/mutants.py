"""The rules made ready for mutation testing: a copy in which no function is decorated.

mutmut leaves decorated functions as they are, and most rules carry `@implements`. The mark changes nothing that a rule
computes, so the copy goes without it; blank lines keep the places of all others.

    python -m tests.mutants FOLDER
"""

from __future__ import annotations

import ast
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
COPIED = ("calculators", "locales", "tests/rules", "tests/cases")


def unmarked(source: str) -> str:
    """The source without its `@implements(…)`.

    >>> unmarked("@implements('A')\\ndef rule(): pass\\n")
    '\\ndef rule(): pass\\n'
    """
    lines = source.splitlines()
    for node in ast.walk(ast.parse(source)):
        for mark in node.decorator_list if isinstance(node, ast.FunctionDef) else ():
            if isinstance(mark, ast.Call) and isinstance(mark.func, ast.Name) and mark.func.id == "implements":
                lines[mark.lineno - 1 : mark.end_lineno] = [""] * (mark.end_lineno - mark.lineno + 1)
    return "\n".join(lines) + "\n"


def prepare(folder: Path) -> None:
    """Copy rules and tests into `folder`; what mutmut keeps there from an earlier run stays."""
    for name in COPIED:
        shutil.rmtree(folder / name, ignore_errors=True)
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "tests/conftest.py"):
        shutil.copy(ROOT / name, folder / name)
    for path in (folder / "calculators").glob("*.py"):
        path.write_text(unmarked(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    prepare(Path(sys.argv[1]))
