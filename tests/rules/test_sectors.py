"""The examples of the sector tables: the same in the catalogues and on the pages, and found by what people type."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from calculators.messages import LANGUAGES, Words
from calculators.sectors import ENTRIES, find

DOCS = Path(__file__).parents[2] / "docs"
PAGES = {"QMS": "a", "EMS": "b", "OHSMS": "c"}


def listed(language: str, standard: str) -> list[list[str]]:
    """The bullets under each category of a sector table, as the page has them."""
    text = (DOCS / language / "cc105" / f"{PAGES[standard]}.md").read_text(encoding="utf-8")
    table = re.split(rf"^## .*{standard} 2\b.*$", text, flags=re.MULTILINE)[1]
    categories = re.split(r"^### .*$", re.split(r"^## ", table, flags=re.MULTILINE)[0], flags=re.MULTILINE)[1:]
    return [[bullet.rstrip(";；.。") for bullet in re.findall(r"^- (.*)$", part, re.MULTILINE)] for part in categories]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("standard", ENTRIES)
def test_catalogue_and_page_list_the_same_examples(language: str, standard: str) -> None:
    words = Words(language)
    catalogue = [
        [words.text(f"sectors.{standard}2.{category}.{number}") for number in range(1, count + 1)]
        for category, count in ENTRIES[standard].items()
    ]
    assert catalogue == listed(language, standard)


@pytest.mark.parametrize(
    ("business", "language", "standard", "category"),
    [
        ("a furniture factory", "en", "QMS", "medium"),
        ("oil refining", "en", "EMS", "high"),
        ("nuclear power", "en", "EMS", "special"),
        ("hospital", "en", "OHSMS", "high"),
        ("гостиница", "ru", "EMS", "low"),
        ("образование", "ru", "QMS", "low"),
        ("kórházban", "hu", "EMS", "medium"),
        ("bányászat", "hu", "OHSMS", "high"),
        ("纺织品染色", "zh", "EMS", "high"),
        ("教育", "zh", "EMS", "limited"),
    ],
)
def test_a_business_finds_its_category(business: str, language: str, standard: str, category: str) -> None:
    assert (standard, category) in [(found["standard"], found["category"]) for found in find(business, language)]


def test_an_example_has_its_own_address() -> None:
    assert [found["clause"] for found in find("教育", "zh", "EMS")] == ["CC105:2020/EMS2-h4-5"]


def test_what_a_table_excepts_is_not_found() -> None:
    assert [found["category"] for found in find("染色", "zh", "EMS")] == ["high"]


@pytest.mark.parametrize("nothing", ["", "   ", "12345", "xq", "[(*"])
def test_nothing_recognisable_finds_nothing(nothing: str) -> None:
    assert [find(nothing, language) for language in LANGUAGES] == [[], [], [], []]
