"""C10: an address that was published leads nowhere any more."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.clauses.clause import Problem
from plugins.clauses.fingerprints import followed, reviewed
from plugins.clauses.nearest import nearest
from plugins.clauses.registry import Registry


def moved_nowhere(registry: Registry) -> Iterator[Problem]:
    """What `was:` says that a number has become must stand in the text, not be an old number in its turn."""
    for key, cover in registry.documents.items():
        moved, known = dict(cover.was), registry.clauses.get(key, ())
        for old, new in cover.was:
            if new not in known:
                met, last = {old}, new
                while last in moved and last not in met and last not in known:
                    met.add(last)
                    last = moved[last]
                leads = f"which has become {last}: write that" if last != new else "which does not exist"
                said = "and so leads back to itself" if last in met else leads
                yield Problem(cover.file, cover.line("was"), "C10", f"was: '{old}' has become {new}, {said}")


def renumbered_without_trace(registry: Registry) -> Iterator[Problem]:
    """Held against the reviewed addresses; the cover tells a move with `was:` and an end with `gone:`."""
    language = registry.languages[0]
    covers = {(work, edition): one for (spoken, work, edition), one in registry.documents.items() if spoken == language}
    told: dict[tuple[str, str], list[str]] = {}  # what stands below a clause went with it
    for address, _ in sorted(followed(registry, reviewed()), key=lambda one: one[0]):
        cover = covers.get(address[:2])
        if cover is None or any(registry.clause(one, address) for one in registry.languages):
            continue
        known = address.clause in registry.traces(cover)
        if not known and not traced(address.clause, (*dict(cover.gone), *told.setdefault(address[:2], []))):
            told[address[:2]].append(address.clause)
            near = nearest(address.clause, registry.clauses[cover.key])
            hint = f'was: {{"{address.clause}": "{near or "…"}"}} or gone: {{"{address.clause}": "why"}}'
            yield Problem(cover.file, 1, "C10", f"{address} was published and is not there: write {hint} in the front matter")


def traced(clause: str, told: tuple[str, ...]) -> bool:
    """Whether the clause, or one that it stood in, is told."""
    return any(clause == one or clause.startswith((f"{one}-", f"{one}.")) for one in told)
