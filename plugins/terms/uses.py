"""Where the documents use a term: found in the words of every clause, whatever the ending."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from copy import copy
from functools import lru_cache, partial
from typing import NamedTuple

from plugins.clauses.clause import Address, Clause
from plugins.clauses.registry import Registry
from plugins.terms.concept import Concept
from plugins.terms.forms import beginning, fixed_part, pattern

WITHIN = ("item", "bullet", "note", "heading")  # kinds of places that count for the clause they stand in
IDIOMS = {"en": ("on site",)}  # words of a term that mean something else there


class Use(NamedTuple):
    """A term met in a text: `text[start:end]` names `concept`."""

    start: int
    end: int
    concept: str


class Finder:
    """Finds the terms of one language, the allowed ones only."""

    def __init__(self, concepts: Iterable[Concept], language: str) -> None:
        self.language = language
        self._terms = [
            (concept.id, beginning(term, language), fixed_part(term, language), partial(pattern, term, language))
            for term, concept in sorted(
                ((term, concept) for concept in concepts for term in concept.terms[language].allowed),
                key=lambda one: -len(one[0]),  # of two that fit the same words the longer: auditidő is no form of audit
            )
        ]
        self._terms += [("", idiom, idiom, partial(re.compile, rf"\b{idiom}\b", re.IGNORECASE)) for idiom in IDIOMS.get(language, ())]

    def among(self, concepts: Collection[str]) -> Finder:
        """The same for some concepts only."""
        fewer = copy(self)
        fewer._terms = [one for one in self._terms if one[0] in concepts or not one[0]]
        return fewer

    def uses(self, text: str) -> list[Use]:
        """The uses in a text, in order; of terms that overlap the longest, so 'audit team' is no use of 'audit'."""
        small = text.lower()
        found = [
            Use(*match.span(), concept)
            for concept, first, part, shape in self._terms
            if part in small
            for start in places(first, small)
            if (match := shape().match(text, start))  # compiled when first met: most terms never are
        ]
        found.sort(key=lambda use: use.start - use.end)  # stable: see above
        taken = bytearray(len(text))
        free: list[Use] = []
        for use in found:
            if taken.find(1, use.start, use.end) < 0:
                taken[use.start : use.end] = b"\1" * (use.end - use.start)
                free.append(use)
        return sorted(use for use in free if use.concept)

    @lru_cache(maxsize=65536)  # a preview asks for every clause at every save
    def named(self, text: str) -> tuple[str, ...]:
        """The concepts that a text names, in order."""
        return tuple(use.concept for use in self.uses(text))


def places(part: str, text: str) -> Iterator[int]:
    """Where a part stands in a text."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


class Usage:
    """Which clauses use which concepts, in reading order; what stands in an item or a note counts for its clause."""

    def __init__(self, registry: Registry, finder: Finder) -> None:
        self.finder = finder
        self.by_clause = concepts_by_clause(registry, finder)
        self.by_concept: dict[str, list[Address]] = {}
        for address, concepts in self.by_clause.items():
            for concept in concepts:
                self.by_concept.setdefault(concept, []).append(address)


def concepts_by_clause(registry: Registry, finder: Finder) -> dict[Address, Collection[str]]:
    """The concepts that each clause uses, once each."""
    found: dict[Address, dict[str, None]] = {}
    for (language, work, edition), clauses in registry.gone_through():
        if language != finder.language:
            continue
        for clause in clauses.values():
            own = found.setdefault(Address(work, edition, clause_around(clause, clauses).id), {})
            own.update(dict.fromkeys(finder.named(f"{clause.title}\n{clause.text}")))
    return found


def clause_around(clause: Clause, by_id: dict[str, Clause]) -> Clause:
    """The clause that an item or a note belongs to; a clause is its own."""
    while clause.kind in WITHIN and clause.parent in by_id:
        clause = by_id[clause.parent]
    return clause
