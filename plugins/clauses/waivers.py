"""Problems that the text waives with a reason: `<!-- waive T02: the original repeats the number -->` after a clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.clauses.clause import Problem, Waiver
from plugins.clauses.registry import Registry


def remaining(registry: Registry, problems: Iterable[Problem]) -> list[Problem]:
    """The problems that nothing waives, and those of the waivers themselves."""
    waivers: dict[str, list[Waiver]] = {
        page.file: page.scan.waivers for page in registry.pages.values() if page.scan.waivers
    }
    used: set[Waiver] = set()
    left = []
    for problem in problems:
        covering = [one for one in waivers.get(problem.file, ()) if one.reason and one.covers(problem)]
        used.update(covering)
        if not covering:
            left.append(problem)
    return [*left, *idle((one for own in waivers.values() for one in own), used)]


def idle(waivers: Iterable[Waiver], used: set[Waiver]) -> Iterator[Problem]:
    """S06: a waiver without a reason, and one that waives nothing (any more)."""
    for waiver in waivers:
        if not waiver.reason:
            said = f"waiver of {waiver.check} without a reason: write <!-- waive {waiver.check}: why -->"
            yield Problem(waiver.file, waiver.last, "S06", said)
        elif waiver not in used:
            said = f"waiver of {waiver.check} waives nothing: remove it, or put it directly after its clause"
            yield Problem(waiver.file, waiver.last, "S06", said)
