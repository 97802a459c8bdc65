"""A page in plain values: a process hands them to another in half the time that it takes for what they are made into."""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter

from plugins.clauses.clause import Address, Citation, Clause, Document
from plugins.clauses.registry import Page, Registry
from plugins.clauses.scanner import Block, Scan

Flat = tuple
of_clause, of_block = attrgetter(*Clause.__slots__), attrgetter(*Block.__slots__)


def flat(page: Page) -> Flat:
    """A page without its document, which the other process knows."""
    scan = page.scan
    clauses, blocks = list(map(of_clause, scan.clauses)), list(map(of_block, scan.blocks))
    cited = [((*one[:3], tuple(one.named), *one[4:]), target and tuple(target)) for one, target in page.cited]
    return page.file, page.language, page.digest, clauses, blocks, scan.problems, scan.waivers, scan.stubs, cited, page.broken


def page_of(registry: Registry, one: Flat, covers: Mapping[str, Document | None]) -> Page:
    """The page again."""
    file, language, digest, clauses, blocks, problems, waivers, stubs, cited, broken = one
    scan = Scan([Clause(*parts) for parts in clauses], [Block(*parts) for parts in blocks], problems, waivers, stubs)
    citations = [
        (Citation(file, line, source, registry.shared(Address(*named)), *rest), target and registry.shared(Address(*target)))
        for (file, line, source, named, *rest), target in cited
    ]
    return Page(file, language, covers.get(file.rpartition("/")[0]), scan, digest, citations, broken)
