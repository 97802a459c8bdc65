"""The term base: one word for one thing in each language, and the pages keep to it."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from plugins.clauses.folder import sources
from plugins.clauses.reading import read
from plugins.terms.concept import LANGUAGES, Concept
from plugins.terms.forms import pattern
from plugins.terms.term_base import clauses_missing
from plugins.terms.term_base import read as read_terms

ROOT = Path(__file__).parents[2]
TERMS: list[Concept] = read_terms((ROOT / "locales" / "terms.yml").read_text(encoding="utf-8"))


@cache
def pages(language: str) -> dict[str, str]:
    """What readers read: pages without front matter, code and quoted official titles."""
    found = {}
    for path in sorted((ROOT / "docs" / language).rglob("*.md")):
        text = re.sub(r"\A---\n.*?\n---\n", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        quoted = r"```.*?```|`[^`]*`" + ("" if language == "zh" else "|《[^》]*》")
        text = re.sub(quoted, " ", text, flags=re.DOTALL)
        found[path.relative_to(ROOT / "docs").as_posix()] = text
    return found


@cache
def allowed(language: str) -> tuple[re.Pattern[str], ...]:
    terms = chain.from_iterable(concept.terms[language].allowed for concept in TERMS)
    return tuple(pattern(term, language) for term in terms)


def test_the_term_base_has_at_least_150_concepts() -> None:
    assert len(TERMS) >= 150


def test_defining_clauses_exist_in_every_language() -> None:
    registry = read(sources(ROOT / "docs", []), LANGUAGES, date.today())
    assert clauses_missing(TERMS, {(language, str(address)) for language, address, _ in registry.every_clause()}) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_uses_a_forbidden_term(language: str) -> None:
    found = [f"{file}: {one}" for file, text in pages(language).items() for one in forbidden_in(text, language)]
    assert found == []


@pytest.mark.parametrize(
    ("language", "sentence", "word"),
    [
        ("zh", "按规定处理不合格项。", "不合格项"),
        ("en", "Two serious nonconformities were found.", "serious nonconformities"),
        ("ru", "Состав аудиторской группы согласован.", "аудиторской группы"),
        ("hu", "A felső vezetésnek jelentették.", "felső vezetésnek"),
    ],
)
def test_a_forbidden_term_is_found_whatever_its_ending(language: str, sentence: str, word: str) -> None:
    assert [one.partition("'")[2].partition("'")[0] for one in forbidden_in(sentence, language)] == [word]


def forbidden_in(text: str, language: str) -> list[str]:
    """Every use of a forbidden term, with the line and the term to use instead."""
    return [
        f"line {text.count(chr(10), 0, match.start()) + 1} of the text: '{match[0]}' ({concept.id}: '{concept.terms[language].preferred}')"
        for concept in TERMS
        for term in concept.terms[language].forbidden
        for match in pattern(term, language).finditer(text)
        if not within_longer(match, text, language)
    ]


def within_longer(match: re.Match[str], text: str, language: str) -> bool:
    """Whether an allowed term that is longer covers the match."""
    first, last = match.span()
    start = max(0, first - 60)
    around = text[start : last + 60]
    spans = ((one.start() + start, one.end() + start) for shape in allowed(language) for one in shape.finditer(around))
    return any(low <= first and last <= high and high - low > last - first for low, high in spans)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_preferred_term_is_used(language: str) -> None:
    everything = "\n".join(pages(language).values())
    preferred = [concept.terms[language].preferred for concept in TERMS]
    assert [term for term in preferred if not pattern(term, language).search(everything)] == []
