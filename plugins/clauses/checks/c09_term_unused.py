"""C09: a term of the term base that no clause uses, or whose clause does not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from plugins.clauses.clause import Problem
from plugins.clauses.registry import Registry
from plugins.clauses.words import LOCALES
from plugins.terms.concept import LANGUAGES, Concept
from plugins.terms.forms import fixed_part, pattern
from plugins.terms.term_base import clauses_missing, read

TERMS = LOCALES / "terms.yml"
PLACE = "../locales/terms.yml"


@lru_cache(maxsize=1)
def concepts() -> tuple[Concept, ...]:
    """The term base; its form is held by its own reader."""
    return tuple(read(TERMS.read_text("utf-8")))


def term_unused(registry: Registry) -> Iterator[Problem]:
    """Only where all documents are at hand that the term base speaks of."""
    lines = {line.split(":")[0]: at for at, line in enumerate(TERMS.read_text("utf-8").splitlines(), 1) if line[:1].isalpha()}
    needed = {concept.clause.partition("/")[0] for concept in concepts() if concept.clause}
    if set(registry.languages) != set(LANGUAGES) or needed - {f"{work}:{edition}" for _, work, edition in registry.documents}:
        return
    known = {(language, str(address)) for language, address, _ in registry.every_clause()}
    for said in clauses_missing(concepts(), known):
        yield Problem(PLACE, lines.get(said.partition(":")[0], 1), "C09", said)
    for language in registry.languages:
        texts = [block for page in registry.pages.values() if page.language == language for block in page.scan.blocks]
        everything = "\n".join("\n".join(block.lines) for block in texts)
        small = everything.lower()
        for concept in concepts():
            term = concept.terms[language].preferred
            if not stands_in(everything, small, fixed_part(term, language), pattern(term, language), len(term)):
                yield Problem(PLACE, lines.get(concept.id, 1), "C09", f"{concept.id}: nothing in {language} uses '{term}'")


def stands_in(text: str, small: str, part: str, shape: re.Pattern[str], length: int) -> bool:
    """Whether `shape` is somewhere in the text: sought only around the part that all its forms share."""
    at = small.find(part)
    while at >= 0:
        if shape.search(text, max(0, at - length - 20), at + length + 40):
            return True
        at = small.find(part, at + 1)
    return False
