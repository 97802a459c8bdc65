"""T06: a word that no page may use, or another term than the term base has for what the original speaks of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial

from plugins.clauses.checks.c09_term_unused import concepts, core
from plugins.clauses.clause import Problem
from plugins.clauses.prose import plain
from plugins.clauses.registry import Registry
from plugins.clauses.translations import pairs
from plugins.terms.concept import LANGUAGES
from plugins.terms.forms import pattern
from plugins.terms.uses import Finder

OFTEN = 5  # times on a page


@lru_cache(maxsize=None)
def finder(language: str) -> Finder:
    """Finds allowed terms; of those that overlap the longest."""
    return Finder(concepts(), language)


@lru_cache(maxsize=None)
def forbidden(language: str) -> tuple:
    """The forbidden terms of one language: a part of all its forms, what makes its shape, its concept."""
    return tuple(
        (core(term, language), partial(pattern, term, language), concept)
        for concept in concepts()
        for term in concept.terms[language].forbidden
    )


def terms_differ(registry: Registry) -> Iterator[Problem]:
    """Forbidden words in any clause, and concepts of an original that a translation does not name."""
    met = {language: met_somewhere(registry, language) for language in registry.languages if language in LANGUAGES}
    for (language, _), clause in registry.clauses.items():
        if met.get(language):
            for word, concept in banned(language, clause.text, met[language]):
                say = concept.terms[language].preferred
                yield Problem(clause.file, clause.line, "T06", f"'{word}' is not used here: write '{say}' ({concept.id})")
    yield from unnamed(registry)


def met_somewhere(registry: Registry, language: str) -> list[tuple]:
    """The forbidden terms that may stand in some clause: few, so that no clause need be searched for the others."""
    everything = "\n".join(clause.text for (own, _), clause in registry.clauses.items() if own == language).lower()
    return [one for one in forbidden(language) if one[0] in everything]


def unnamed(registry: Registry) -> Iterator[Problem]:
    """Page by page, because a good translation names a thing where its own grammar wants it, not clause by clause."""
    originals: dict[tuple[str, str], Counter[str]] = {}
    translations: dict[tuple[str, str], Counter[str]] = {}
    for pair in pairs(registry):
        if {pair.source, pair.language} <= set(LANGUAGES):
            key = pair.source, pair.clause.file
            originals.setdefault(key, Counter()).update(named(pair.source, pair.original.text))
            translations.setdefault(key, Counter()).update(named(pair.language, pair.clause.text))
    known = {concept.id: concept for concept in concepts()}
    for (source, file), model in originals.items():
        for concept, count in model.items():
            if count >= OFTEN and not translations[source, file][concept]:
                language = file.partition("/")[0]
                terms = (f"'{known[concept].terms[one].preferred}'" for one in (source, language))
                said = "{} stands {} times in {}; this page never says {}".format(next(terms), count, source, next(terms))
                yield Problem(file, 1, "T06-terms", f"{said} ({concept})")


@lru_cache(maxsize=65536)
def named(language: str, text: str) -> tuple[str, ...]:
    """The concepts that a text names."""
    return tuple(use.concept for use in finder(language).uses(plain(text)))


def banned(language: str, text: str, terms: Iterable[tuple]) -> Iterator[tuple[str, object]]:
    """The forbidden words of a text; not those within a longer term that is allowed."""
    small = text.lower()
    for part, shape, concept in terms:
        for match in shape().finditer(text) if part in small else ():
            allowed = finder(language).uses(text)
            if not any(use.start <= match.start() and match.end() <= use.end for use in allowed):
                yield match[0], concept
