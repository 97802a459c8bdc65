"""Every message stands in four languages with the same fields, and every one of them is used."""

from __future__ import annotations

import string
from fractions import Fraction
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


@pytest.mark.parametrize("name", CATALOGUES)
def test_only_english_has_a_word_for_one_and_a_word_for_many(name: str) -> None:
    for language in LANGUAGES:
        forms = {len(spec.split("|")) for text in entries(language, name).values() for _, _, spec, _ in string.Formatter().parse(text) if spec}
        assert forms <= ({2} if language == "en" else set()), language


def test_words_go_with_their_numbers() -> None:
    def said(number: str) -> str:
        values = {"audit": "", "days": 1, "full": 8, "hours": 8, "result": Fraction(number)}
        return Words("en").text("cc105.calendar_days", values).partition(" = ")[2].removesuffix(" at the client")

    assert [said(number) for number in ("1", "0", "2", "5.5")] == ["1 working day", "0 working days", "2 working days", "5.5 working days"]


def test_no_language_has_a_catalogue_of_its_own() -> None:
    for language in LANGUAGES:
        assert sorted(path.name for path in (ROOT / "locales" / language).glob("*.po")) == CATALOGUES


def test_numbers_are_written_as_the_language_writes_them() -> None:
    half, third, many = Fraction(11, 2), Fraction(16, 3), 10700
    assert [Words(language).show(half) for language in LANGUAGES] == ["5.5", "5.5", "5,5", "5,5"]
    assert [Words(language).show(many) for language in LANGUAGES] == ["10700", "10,700", "10\u00a0700", "10\u00a0700"]
    assert {Words(language).show(third) for language in LANGUAGES} == {"5\u00a01/3"}
    assert Words("en").show(Fraction(-7, 20)) == "−0.35"
