"""C10: an address that was published leads nowhere any more."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.clauses.clause import Address, Problem
from plugins.clauses.fingerprints import followed, reviewed
from plugins.clauses.nearest import nearest
from plugins.clauses.registry import Registry


def renumbered_without_trace(registry: Registry) -> Iterator[Problem]:
    """Held against the reviewed addresses; the cover tells a move with `was:` and an end with `gone:`."""
    language = registry.languages[0]
    covers = {(work, edition): one for (spoken, work, edition), one in registry.documents.items() if spoken == language}
    for cover in covers.values():
        for old, new in cover.was:
            if (language, Address(cover.work, cover.edition, new)) not in registry.clauses:
                yield Problem(cover.file, 1, "C10", f"was: {old} has become {new}, which does not exist")
    for address, _ in followed(registry, reviewed()):
        cover = covers.get(address[:2])
        if cover is None or any((one, address) in registry.clauses for one in registry.languages):
            continue
        if not traced(address.clause, (*dict(cover.was), *dict(cover.gone))):
            near = nearest(address.clause, [one.id for one in registry.order[language, address.work, address.edition]])
            hint = f'was: {{"{address.clause}": "{near or "…"}"}} or gone: {{"{address.clause}": "why"}}'
            yield Problem(cover.file, 1, "C10", f"{address} was published and is not there: write {hint} in the front matter")


def traced(clause: str, told: tuple[str, ...]) -> bool:
    """Whether the clause, or one that it stood in, is told."""
    return any(clause == one or clause.startswith((f"{one}-", f"{one}.")) for one in told)
