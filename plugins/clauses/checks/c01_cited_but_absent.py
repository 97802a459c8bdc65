"""C01: a reference leads to a clause that does not exist."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from plugins.clauses.clause import Citation, Problem
from plugins.clauses.nearest import nearest
from plugins.clauses.prose import WIKI
from plugins.clauses.registry import Page, Registry, reference
from plugins.clauses.report import MOST


def cited_but_absent(registry: Registry) -> Iterator[Problem]:
    """Every `[[…]]` and every reference in prose without a target, with the clause that was probably meant."""
    told: Counter[tuple[str, str]] = Counter()
    for page, citation, target in registry.citations:
        if target is None:
            check = "C01" if citation.explicit else "C01-prose"
            told[page.file, check] += 1
            said = message(registry, page, citation, hint=told[page.file, check] <= MOST)
            yield Problem(citation.file, citation.line, check, f"'{citation.written}'{said}")
    for key, cover in registry.documents.items():
        for clause in (one for notice in cover.notices for one in notice.clauses):
            if clause not in registry.clauses.get(key, ()):
                said = f"a notice names clause {clause}, which {cover.work}:{cover.edition} does not have"
                yield Problem(cover.file, cover.line("notices"), "C01", said)


def message(registry: Registry, page: Page, citation: Citation, hint: bool = True) -> str:
    """What is wrong with the reference, what is known, and the nearest: sought for those alone that are told one by one."""
    if citation.explicit and (inside := WIKI.match(citation.written)) and reference(inside[1]) is None:
        return " is no address: write [[CC105:3.9]], [[CC105:2020/3.9]] or [[3.9]]"
    own, named = page.document, citation.named
    work = named.work or (own.work if own else "")
    if not work:
        return " names no document, and this page belongs to none"
    published = [one for one in registry.documents.values() if one.language == page.language]
    works = sorted({one.work for one in published})
    if work not in works:
        near = nearest(work, works)
        meant = f" (did you mean {near}?)" if near else ""
        return f": no document {work} here; known are {', '.join(works) or 'none'}{meant}"
    edition = named.edition or (own.edition if own and own.work == work else registry.current(page.language, work))
    editions = sorted(one.edition for one in published if one.work == work)
    if edition not in editions:
        return f": {work} is published in edition {', '.join(editions)}, not '{edition}'"
    near = nearest(named.clause, registry.clauses.get((page.language, work, edition), ())) if hint else ""
    return f": {work}:{edition} has no clause {named.clause}" + (f" (nearest is {near})" if near else "")
