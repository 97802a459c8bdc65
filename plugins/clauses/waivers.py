"""Problems that the text waives with a reason: `<!-- waive T02: the original repeats the number -->` after a clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.clauses.clause import Problem, Waiver
from plugins.clauses.registry import Registry

COMPARING = ("T", "C03")  # checks that hold one language against another


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
    judged = (one for own in waivers.values() for one in own if not one.reason or within_reach(registry, one))
    return [*left, *idle(judged, used)]


def within_reach(registry: Registry, waiver: Waiver) -> bool:
    """Whether the check could have found anything: one that compares languages cannot while an author reads only one."""
    document = registry.pages[waiver.file].document
    if document is None or not waiver.check.startswith(COMPARING):
        return True
    languages = [one for one in registry.languages if (one, document.work, document.edition) in registry.documents]
    return document.source_language in languages and len(languages) > 1


def idle(waivers: Iterable[Waiver], used: set[Waiver]) -> Iterator[Problem]:
    """S06: a waiver without a reason, and one that waives nothing (any more)."""
    for waiver in waivers:
        if not waiver.reason:
            said = f"waiver of {waiver.check} without a reason: write <!-- waive {waiver.check}: why -->"
            yield Problem(waiver.file, waiver.last, "S06", said)
        elif waiver not in used:
            said = f"waiver of {waiver.check} waives nothing: remove it, or put it directly after its clause"
            yield Problem(waiver.file, waiver.last, "S06", said)
