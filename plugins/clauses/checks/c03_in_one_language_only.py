"""C03: a document or a clause stands in some languages only."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.clauses.clause import Address, Problem
from plugins.clauses.registry import Registry


def in_one_language_only(registry: Registry) -> Iterator[Problem]:
    """One problem for each document, and for each topmost clause, that a language lacks."""
    editions: dict[tuple[str, str], list[str]] = {}
    for language, work, edition in registry.documents:
        editions.setdefault((work, edition), []).append(language)
    for (work, edition), languages in editions.items():
        for lacking in registry.languages:
            if lacking not in languages:
                first = registry.documents[languages[0], work, edition]
                message = f"{work}:{edition} stands in {', '.join(languages)} but not in {lacking}"
                yield Problem(first.file, 1, "C03", message)
        yield from missing_clauses(registry, work, edition, languages)


def missing_clauses(registry: Registry, work: str, edition: str, languages: list[str]) -> Iterator[Problem]:
    """The clauses that one language of a document has and another lacks; not those below a missing clause."""
    seen: set[str] = set()
    if len({frozenset(clause.id for clause in registry.order.get((language, work, edition), ())) for language in languages}) == 1:
        return
    for language in languages:
        for clause in registry.order.get((language, work, edition), ()):
            if clause.id in seen:
                continue
            seen.add(clause.id)
            address = Address(work, edition, clause.id)
            above = address._replace(clause=clause.parent)
            lacking = [
                other
                for other in languages
                if (other, address) not in registry.clauses
                and (not clause.parent or (other, above) in registry.clauses or (language, above) not in registry.clauses)
            ]
            if lacking:
                present = [other for other in languages if (other, address) in registry.clauses]
                message = f"{clause.kind} {address} stands in {', '.join(present)} but not in {', '.join(lacking)}"
                yield Problem(clause.file, clause.line, "C03", message)
