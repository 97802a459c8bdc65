"""The glossary of a language shows every concept with its terms and its clauses."""

from __future__ import annotations

from datetime import date

import pytest
from lxml import html as lxml_html
from markdown import Markdown

from plugins.clauses.clause import Address
from plugins.clauses.reading import read
from plugins.site.words import catalogue
from plugins.terms.concept import LANGUAGES
from plugins.terms.extension import TermsExtension
from plugins.terms.glossary import Glossary
from tests.terms.concepts import concepts
from tests.terms.test_uses import COVER, SECTION

NAMES = {"zh": "中文", "en": "English", "ru": "Русский", "hu": "Magyar"}


def glossary(language: str = "en", **changed: object) -> Glossary:
    sources = [(f"{language}/x1/index.md", COVER), (f"{language}/x1/1.md", SECTION)]
    known = {
        "language": language,
        "names": NAMES,
        "words": catalogue(language),
        "registry": read(sources, [language], date(2026, 1, 1)),
        "using": {"audit-time": [Address("X1", "1", "1.2")]},
        "way": lambda file: f"../{file}",
        "page": lambda other: f"{other}/glossary.md",
        "exports": {"TBX": "../terms/terms.tbx", "CSV": "../terms/terms.csv"},
    }
    return Glossary(**(known | changed))  # type: ignore[arg-type]


def page(made: Glossary) -> lxml_html.HtmlElement:
    return lxml_html.fromstring(f"<main>{made.html(concepts()[1:])}</main>")


def test_an_entry_has_terms_definition_clauses_and_the_other_languages() -> None:
    found = page(glossary())
    name, definition, rows = found.xpath("//h3[@id='t-audit-time'] | //h3[@id='t-audit-time']/following-sibling::*[position()<3]")
    assert name.text == "audit time"
    assert definition.text == "the time <needed>"
    also, wrong, elsewhere, clause, uses = (row[1] for row in rows)
    assert also.text == "AT"
    assert [one.text for one in wrong] == ["audit hours", "man-days"] and {one.tag for one in wrong} == {"s"}
    assert [(one.get("lang"), one[1].text, one[1].get("href")) for one in elsewhere] == [
        ("zh", "审核时间", "../zh/glossary.md#t-audit-time"),
        ("ru", "время аудита", "../ru/glossary.md#t-audit-time"),
        ("hu", "auditidő", "../hu/glossary.md#t-audit-time"),
    ]
    assert clause[0].get("href") == "../en/x1/1.md#c-1.2" and "1.2" in clause[0].text
    assert uses.xpath(".//summary")[0].text == "Clauses: 1"
    assert [link.get("href") for link in uses.iter("a")] == ["../en/x1/1.md#c-1.2"]


def test_every_letter_leads_to_its_group_and_every_export_is_linked() -> None:
    found = page(glossary())
    links = found.xpath("//nav//a")
    assert [link.text for link in links] == ["A", "S"]
    assert [link.get("href")[1:] for link in links] == [heading.get("id") for heading in found.iter("h2")]
    assert found.xpath("//a[@download]/@href") == ["../terms/terms.tbx", "../terms/terms.csv"]


def test_a_language_that_is_not_built_is_named_without_a_link() -> None:
    found = page(glossary(way=lambda file: None if file.endswith("glossary.md") else file))
    assert found.xpath("//span[@lang='hu']//a") == []
    assert "auditidő" in found.xpath("string(//h3[@id='t-audit-time']/following-sibling::dl[1])")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_block_becomes_the_list_in_every_language(language: str) -> None:
    markdown = Markdown(extensions=[TermsExtension(lambda: glossary(language).html(concepts()[1:]), lambda: None)])
    found = lxml_html.fromstring(markdown.convert("# X\n\nWords.\n\n```glossary\n```\n"))
    assert [heading.get("id") for heading in found.iter("h3")] in (["t-audit-time", "t-site"], ["t-site", "t-audit-time"])
