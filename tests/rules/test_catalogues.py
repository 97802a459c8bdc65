"""Every message stands in four languages with the same fields, and every one of them is used."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from calculators.messages import LANGUAGES, Words, read_catalogue

ROOT = Path(__file__).parents[2]
CATALOGUES = sorted(path.name for path in (ROOT / "locales" / "en").glob("*.po"))


def entries(language: str, name: str) -> dict[str, str]:
    return read_catalogue((ROOT / "locales" / language / name).read_text(encoding="utf-8"))


def fields(sentence: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(sentence) if field is not None}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CATALOGUES)
def test_reader_agrees_with_babel(language: str, name: str) -> None:
    with (ROOT / "locales" / language / name).open("rb") as file:
        catalogue = read_po(file)
    assert entries(language, name) == {message.id: message.string for message in catalogue if message.id}


@pytest.mark.parametrize("language", ["zh", "ru", "hu"])
@pytest.mark.parametrize("name", CATALOGUES)
def test_same_messages_and_fields(language: str, name: str) -> None:
    english, other = entries("en", name), entries(language, name)
    assert set(other) == set(english)
    assert {key: fields(text) for key, text in other.items()} == {key: fields(text) for key, text in english.items()}
    assert [key for key, text in other.items() if not text.strip()] == []


def test_no_language_has_a_catalogue_of_its_own() -> None:
    for language in LANGUAGES:
        assert sorted(path.name for path in (ROOT / "locales" / language).glob("*.po")) == CATALOGUES


def test_numbers_are_written_as_the_language_writes_them() -> None:
    from fractions import Fraction

    half, third, many = Fraction(11, 2), Fraction(16, 3), 10700
    assert [Words(language).show(half) for language in LANGUAGES] == ["5.5", "5.5", "5,5", "5,5"]
    assert [Words(language).show(many) for language in LANGUAGES] == ["10700", "10,700", "10\u00a0700", "10\u00a0700"]
    assert {Words(language).show(third) for language in LANGUAGES} == {"5\u00a01/3"}
    assert Words("en").show(Fraction(-7, 20)) == "−0.35"
