"""Problems as a good compiler prints them: `file:line: level number message`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from posixpath import join, normpath
from typing import NamedTuple

from plugins.clauses.clause import Problem

LEVELS = ("error", "warning", "info", "off")


class Reported(NamedTuple):
    """A problem with the weight that the configuration gives it."""

    level: str
    text: str
    path: str
    line: int
    check: str
    message: str


def report(problems: Iterable[Problem], severity: Mapping[str, str], folder: str = "docs") -> list[Reported]:
    """What to show, errors first, then by file and line; checks that are off are left out."""
    shown = [
        Reported(
            level,
            f"{place(problem, folder)}: {level} {problem.check.partition('-')[0]} {problem.message}",
            normpath(join(folder, problem.file)),
            problem.line,
            problem.check,
            problem.message,
        )
        for problem in problems
        if (level := severity[problem.check]) != "off"
    ]
    return sorted(shown, key=lambda one: LEVELS.index(one.level))


def place(problem: Problem, folder: str) -> str:
    """The file as seen from where the build was started, with the line."""
    return f"{normpath(join(folder, problem.file))}:{problem.line}"


def summary(shown: Iterable[Reported]) -> str:
    """'2 errors, 1 warning'; 'no problems' when there are none."""
    counts: dict[str, int] = {}
    for one in shown:
        counts[one.level] = counts.get(one.level, 0) + 1
    return ", ".join(f"{count} {level}{'s' * (count != 1)}" for level, count in counts.items()) or "no problems"
