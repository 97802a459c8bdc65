"""The term base: one word for one thing in each language, and the pages keep to it."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
import yaml

from plugins.clauses.__main__ import sources
from plugins.clauses.registry import read
from tests.terms.forms import pattern

ROOT = Path(__file__).parents[2]
LANGUAGES = ("zh", "en", "ru", "hu")
RANKS = ("preferred", "admitted", "forbidden")
TERMS: dict[str, dict] = yaml.safe_load((ROOT / "locales" / "terms.yml").read_text(encoding="utf-8"))


def words(concept: dict, language: str, *ranks: str) -> list[str]:
    """The terms of a concept in one language: `preferred` is one, the others are lists."""
    own = concept[language]
    return [*chain.from_iterable([own[rank]] if rank == "preferred" else own.get(rank, []) for rank in ranks)]


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
    terms = chain.from_iterable(words(concept, language, "preferred", "admitted") for concept in TERMS.values())
    return tuple(pattern(term, language) for term in terms)


def test_every_concept_has_an_id_and_four_languages() -> None:
    assert len(TERMS) >= 150
    for id_, concept in TERMS.items():
        assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", id_), id_
        assert set(concept) - {"clause"} == {"definition", *LANGUAGES}, id_
        assert set(concept["definition"]) == set(LANGUAGES), id_
        for language in LANGUAGES:
            assert "preferred" in concept[language] and set(concept[language]) <= set(RANKS), (id_, language)
            for text in (concept["definition"][language], *words(concept, language, *RANKS)):
                assert isinstance(text, str) and text.strip() == text != "", (id_, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_term_stands_once(language: str) -> None:
    owner: dict[str, str] = {}
    for id_, concept in TERMS.items():
        for term in words(concept, language, *RANKS):
            assert owner.setdefault(term.casefold(), id_) == id_, f"'{term}' stands under {owner[term.casefold()]} and {id_}"
        listed = [term.casefold() for term in words(concept, language, *RANKS)]
        assert len(listed) == len(set(listed)), (id_, listed)


def test_defining_clauses_exist_in_every_language() -> None:
    registry = read(sources(ROOT / "docs", []), LANGUAGES, date.today())
    known = {(language, str(address)) for language, address in registry.clauses}
    cited = {(language, concept["clause"]) for concept in TERMS.values() if "clause" in concept for language in LANGUAGES}
    assert cited - known == set()


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
        f"line {text.count(chr(10), 0, match.start()) + 1} of the text: '{match[0]}' ({id_}: '{concept[language]['preferred']}')"
        for id_, concept in TERMS.items()
        for term in words(concept, language, "forbidden")
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
    preferred = [concept[language]["preferred"] for concept in TERMS.values()]
    assert [term for term in preferred if not pattern(term, language).search(everything)] == []
