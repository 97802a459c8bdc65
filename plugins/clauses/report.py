"""Problems as a good compiler prints them: `file:line: level number message`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from posixpath import join, normpath
from typing import NamedTuple

from plugins.clauses.clause import Problem

LEVELS = ("error", "warning", "info", "off")
MOST = 20  # problems of one kind in one file that are told one by one


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


def capped(shown: Iterable[Reported]) -> list[Reported]:
    """The first problems of each kind in each file, and how many more there are: a damaged file may have thousands."""
    told: list[Reported | tuple[str, str, str]] = []
    counts: dict[tuple[str, str, str], int] = {}
    for one in shown:
        kind = (one.path, one.check, one.level)
        counts[kind] = counts.get(kind, 0) + 1
        if counts[kind] <= MOST:
            told.append(one)
        elif counts[kind] == MOST + 1:
            told.append(kind)
    return [more(*one, counts[one] - MOST) if one in counts else one for one in told]


def more(path: str, check: str, level: str, count: int) -> Reported:
    """The line that stands for the problems that are not told one by one."""
    said = f"… and {count} more of this kind in this file"
    return Reported(level, f"{path}: {level} {check.partition('-')[0]} {said}", path, 0, check, said)


def place(problem: Problem, folder: str) -> str:
    """The file as seen from where the build was started, with the line."""
    return f"{normpath(join(folder, problem.file))}:{problem.line}"


def summary(shown: Iterable[Reported]) -> str:
    """'2 errors, 1 warning'; 'no problems' when there are none."""
    counts: dict[str, int] = {}
    for one in shown:
        counts[one.level] = counts.get(one.level, 0) + 1
    return ", ".join(f"{count} {level}{'s' * (count != 1)}" for level, count in counts.items()) or "no problems"
