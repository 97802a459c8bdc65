"""C03: a document or a clause stands in some languages only."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.clauses.clause import Address, Clause, Problem
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
        yield from missing_clauses(registry, work, edition, [one for one in registry.languages if one in languages])


def missing_clauses(registry: Registry, work: str, edition: str, languages: list[str]) -> Iterator[Problem]:
    """The clauses that one language of a document has and another lacks; not those below a missing clause.

    Told where the fewest have to write: in each page that lacks what most have, or where it stands alone.
    """
    seen: set[str] = set()
    known = {language: registry.clauses.get((language, work, edition), {}) for language in languages}
    if len(set(map(frozenset, known.values()))) == 1:
        return
    for language in languages:
        before: list[Clause] = []
        for clause in known[language].values():
            before.append(clause)
            if clause.id in seen:
                continue
            seen.add(clause.id)
            address = Address(work, edition, clause.id)
            lacking = [
                other
                for other in languages
                if clause.id not in known[other] and (not clause.parent or clause.parent in known[other] or clause.parent not in known[language])
            ]
            if lacking:
                present = [other for other in languages if clause.id in known[other]]
                if len(lacking) >= len(present):
                    message = f"{clause.kind} {address} stands in {', '.join(present)} but not in {', '.join(lacking)}"
                    yield Problem(clause.file, clause.line, "C03", message)
                    continue
                for other in lacking:
                    message = f"{clause.kind} {address} stands in {', '.join(present)} ({clause.file}:{clause.line}) but not in {other}"
                    yield Problem(*gap(registry, other, address, before), "C03", message)


def gap(registry: Registry, language: str, address: Address, before: list[Clause]) -> tuple[str, int]:
    """Where a language lacks a clause: at the last of those before it on its page that it has, else on the page or the cover."""
    page = f"{registry.documents[language, address.work, address.edition].folder}/{before[-1].file.rpartition('/')[2]}"
    for clause in reversed(before):
        own = registry.clause(language, address._replace(clause=clause.id))
        if own and own.file == page:
            return own.file, own.line
    return (page if page in registry.pages else registry.documents[language, address.work, address.edition].file), 1
