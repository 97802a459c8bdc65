"""T06: a word that no page may use, or another term than the term base has for what the original speaks of."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial

from plugins.clauses.checks.c09_term_unused import concepts
from plugins.clauses.clause import Problem
from plugins.clauses.prose import plain
from plugins.clauses.registry import Registry
from plugins.clauses.translations import pairs
from plugins.terms.concept import LANGUAGES
from plugins.terms.forms import beginning, fixed_part, pattern
from plugins.terms.uses import Finder, Use, places

OFTEN = 5  # times on a page


@lru_cache(maxsize=None)
def finder(language: str) -> Finder:
    """Finds allowed terms; of those that overlap the longest."""
    return Finder(concepts(), language)


@lru_cache(maxsize=None)
def forbidden(language: str) -> tuple:
    """The forbidden terms of one language: a part of all its forms, how they begin, what makes its shape, the term, its concept."""
    return tuple(
        (fixed_part(term, language), beginning(term, language), partial(pattern, term, language), term, concept)
        for concept in concepts()
        for term in concept.terms[language].forbidden
    )


def terms_differ(registry: Registry) -> Iterator[Problem]:
    """Forbidden words on any page, headings too, and concepts of an original that a translation does not name."""
    for page in registry.pages.values():
        language = page.language
        everything = "\n".join("\n".join(block.lines) for block in page.scan.blocks).lower() if language in LANGUAGES else ""
        met = [one for one in forbidden(language) if one[0] in everything] if everything else []
        for block in page.scan.blocks if met else ():
            if block.aside:  # an editor may speak of the word itself
                continue
            for word, concept in banned(language, plain("\n".join(block.lines)), met):
                line = next((block.line + at for at, text in enumerate(block.lines) if word in text), block.line)
                say = concept.terms[language].preferred
                yield Problem(page.file, line, "T06", f"'{word}' is not used here: write '{say}' ({concept.id})")
    yield from unnamed(registry)


def unnamed(registry: Registry) -> Iterator[Problem]:
    """Page by page, because a good translation names a thing where its own grammar wants it, not clause by clause."""
    originals: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    translations: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for pair in pairs(registry):
        if pair.source in LANGUAGES and pair.language in LANGUAGES:
            key = pair.source, pair.clause.file
            originals[key] += named(pair.source, pair.original_text)
            translations[key].append((pair.language, pair.text))
    known = {concept.id: concept for concept in concepts()}
    for (source, file), model in originals.items():
        counts = Counter(model)
        left = {concept for concept, count in counts.items() if count >= OFTEN}
        for language, text in translations[source, file]:
            if not left:
                break
            left.difference_update(named(language, text))
        for concept, count in counts.items():
            if concept in left:
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
    met = [
        (match, term, concept)
        for part, first, shape, term, concept in terms
        if part in small
        for start in places(first, small)
        if (match := shape().match(text, start))
    ]
    uses = sorted(finder(language).uses(text), key=lambda use: use.start) if met else []  # none within another
    for match, term, concept in met:
        before = bisect(uses, match.start(), key=lambda use: use.start)
        if not before or not covers(uses[before - 1], match, term, language):
            yield match[0], concept


def covers(use: Use, match: re.Match[str], term: str, language: str) -> bool:
    """Whether a use of an allowed term is meant where a forbidden one was met: it is longer there, or in the term base.

    'Auditteamek' is a form of 'auditteam', though its letters are one of 'audit' too.
    """
    if not (use.start <= match.start() and match.end() <= use.end):
        return False
    if use.end - use.start > len(match[0]):
        return True
    allowed = next(one for one in concepts() if one.id == use.concept).terms[language].allowed
    return any(len(one) >= len(term) and pattern(one, language).fullmatch(match[0]) for one in allowed)
