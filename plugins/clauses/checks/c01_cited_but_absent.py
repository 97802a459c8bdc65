"""C01: a reference leads to a clause that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.clauses.clause import Problem
from plugins.clauses.nearest import nearest
from plugins.clauses.registry import Page, Registry


def cited_but_absent(registry: Registry) -> Iterator[Problem]:
    """Every `[[…]]` and every reference in prose without a target, with the clause that was probably meant."""
    for page, citation, target in registry.citations:
        if target is None:
            check = "C01" if citation.explicit else "C01-prose"
            yield Problem(citation.file, citation.line, check, message(registry, page, citation.mention, citation.written))


def message(registry: Registry, page: Page, mention, written: str) -> str:
    """What was met, what is known, and the nearest."""
    own = page.document
    work = mention.work or (own.work if own else "")
    works = sorted({one.work for one in registry.documents.values() if one.language == page.language})
    if not work:
        return f"'{written}' names no document, and this page belongs to none"
    edition = mention.edition or (own.edition if own and own.work == work else registry.current(page.language, work))
    known = registry.order.get((page.language, work, edition))
    if known is None:
        editions = sorted(one.edition for one in registry.documents.values() if one.work == work and one.language == page.language)
        if editions:
            return f"'{written}': {work} is published in edition {', '.join(editions)}, not '{edition}'"
        near = nearest(work, works)
        return f"'{written}': no document {work} here; known are {', '.join(works) or 'none'}" + (
            f" (did you mean {near}?)" if near and near[:2] == work[:2] else ""
        )
    near = nearest(mention.clause, [clause.id for clause in known])
    return f"'{written}': {work}:{edition} has no clause {mention.clause}" + (f" (nearest is {near})" if near else "")
