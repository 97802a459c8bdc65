"""Each clause of a translation beside the same clause in the language that the document was written in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from plugins.clauses.clause import Address, Clause
from plugins.clauses.registry import Page, Registry
from plugins.clauses.unreferenced import unreferenced
from plugins.clauses.wording import wording


class Pair(NamedTuple):
    """A clause in the document's own language and its translation."""

    address: Address
    source: str
    original: Clause
    language: str
    clause: Clause
    original_text: str
    text: str


def pairs(registry: Registry) -> list[Pair]:
    """Every translated clause whose two languages the checks of wording know; made once, because nine checks ask."""
    if "pairs" not in registry.remembered:
        registry.remembered["pairs"] = list(paired(registry))
    return registry.remembered["pairs"]


def paired(registry: Registry) -> Iterator[Pair]:
    """The pairs in the order of the documents; of stubs T07 alone speaks."""
    for (language, work, edition), clauses in registry.gone_through():
        source = source_language(registry, language, Address(work, edition, ""))
        if language == source or not (wording(language) and wording(source)):
            continue
        originals = registry.clauses.get((source, work, edition), {})
        for clause in clauses.values():
            original = originals.get(clause.id)
            if original is not None and not in_stub(registry.pages[clause.file], clause.line):
                yield Pair(Address(work, edition, clause.id), source, original, language, clause, original.text, clause.text)


def in_stub(page: Page, line: int) -> bool:
    """Whether a line waits for its translation."""
    return bool(page.scan.stubs) and any(first <= line <= last for first, last in page.scan.stubs)


def source_language(registry: Registry, language: str, address: Address) -> str:
    """The language that the others are held against: the document's own, or the first that has the document."""
    own = registry.documents[language, address.work, address.edition].source_language
    known = (own, *registry.languages)
    return next(one for one in known if (one, address.work, address.edition) in registry.documents)


def bare_pairs(registry: Registry) -> list[tuple[Pair, str, str]]:
    """Every pair with the bare texts of the original and of the clause; made once, because two checks read them."""
    if "bare" not in registry.remembered:
        original = cache(lambda source, address: bare(registry, source, registry.clause(source, address)))  # of several translations
        registry.remembered["bare"] = [
            (pair, original(pair.source, pair.address), bare(registry, pair.language, pair.clause)) for pair in pairs(registry)
        ]
    return registry.remembered["bare"]


def bare(registry: Registry, language: str, clause: Clause) -> str:
    """The clause's text without references and codes."""
    return unreferenced(registry, registry.pages[clause.file], clause)
