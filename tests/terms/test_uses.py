"""Terms are found in clauses whatever their endings, and lead from there to the glossary."""

from __future__ import annotations

from datetime import date
from xml.etree.ElementTree import fromstring, tostring

import pytest
from markdown import Markdown

from plugins.clauses.clause import Address
from plugins.clauses.reading import read
from plugins.terms.forms import beginning, fixed_part, pattern
from plugins.terms.marks import Marks, PageTerms
from plugins.terms.uses import Finder, Usage
from tests.terms.concepts import concepts

COVER = "---\nwork: X1\ncode: X 1\nedition: '1'\ntitle: X\nsource_language: zh\npublisher: P\ntext: restated\n---\n# X\n"
SECTION = "# 1 Time\n\n1.1 Audits at sites:\n\na) each audit;\n\n1.2 Audit time is counted on site.\n\nNote: audit time is exact.\n"


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "Audit times at two sites, AT for short.", ["audit-time", "site", "audit-time"]),
        ("en", "The audit is done on site, not on sites alone.", ["audit", "site"]),
        ("en", "Auditing needs no website.", []),
        ("zh", "审核时间是审核所需的时间。", ["audit-time", "audit"]),
        ("ru", "О времени аудита на площадках знает аудит.", ["audit-time", "site", "audit"]),
        ("hu", "Az auditidőt a telephelyeken töltik, az auditon.", ["audit-time", "site", "audit"]),
    ],
)
def test_terms_are_found_with_their_endings_and_the_longest_counts(language: str, text: str, found: list[str]) -> None:
    assert [use.concept for use in Finder(concepts(), language).uses(text)] == found


@pytest.mark.parametrize(
    ("forms", "language"),
    [
        (["certification body", "Certification bodies"], "en"),
        (["auditor-in-training", "auditors-in-training"], "en"),
        (["аудитор-стажёр", "аудиторам-стажёрам"], "ru"),
        (["группа по аудиту", "Группой по аудиту"], "ru"),
        (["minta", "mintában"], "hu"),
        (["MEB-kockázat", "MEB-kockázatok"], "hu"),
        (["OHS 风险"], "zh"),
    ],
)
def test_every_form_begins_with_the_fixed_part_and_holds_the_longest(forms: list[str], language: str) -> None:
    for form in forms:
        assert form.lower().startswith(beginning(forms[0], language))
        assert fixed_part(forms[0], language) in form.lower()
        assert pattern(forms[0], language).fullmatch(form)


def test_items_and_notes_count_for_their_clause() -> None:
    registry = read([("en/x1/index.md", COVER), ("en/x1/1.md", SECTION)], ["en"], date(2026, 1, 1))
    usage = Usage(registry, Finder(concepts(), "en"))
    assert usage.by_concept == {
        "audit": [Address("X1", "1", "1.1")],
        "site": [Address("X1", "1", "1.1")],
        "audit-time": [Address("X1", "1", "1.2")],
    }


def marked(html: str, used: dict[str, list[str]]) -> str:
    """A page after its terms have become links; every concept but 'audit' leads to the glossary."""
    led = {concept.id: concept for concept in concepts() if concept.id != "audit"}
    terms = PageTerms(Finder(concepts(), "en"), used, led, lambda anchor: f"../glossary/#{anchor}")
    root = fromstring(html)
    Marks(Markdown(), lambda: terms).run(root)
    return tostring(root, encoding="unicode")


def test_the_first_use_in_each_clause_leads_to_the_glossary() -> None:
    html = '<div><div data-clause="3"><p>A site, <b>sites</b>.</p></div><div data-clause="4"><p>The <b>sites</b> of a site.</p></div></div>'
    link = '<a class="term-use" href="../glossary/#t-site" title="a place">{}</a>'
    expected = html.replace("A site", f"A {link.format('site')}").replace("The <b>sites", f"The <b>{link.format('sites')}")
    assert marked(html, {"3": ["site"], "4": ["site"]}) == expected


@pytest.mark.parametrize(
    "html",
    [
        '<div><div data-clause="1.2"><p>Audit time.</p></div></div>',
        '<div><h2 data-clause="3">Audit time</h2></div>',
        '<div><div data-clause="3"><p><a href="x">audit time</a> <code>audit time</code></p></div></div>',
        '<div><div data-clause="3"><div class="admonition editorial"><p>No.</p></div><table><tr><td>audit time</td></tr></table></div></div>',
        '<div><p>audit time</p></div>',
        '<div><div data-clause="3"><p>audits</p></div></div>',
    ],
    ids=["its own clause", "heading", "link and code", "table", "outside of clauses", "a term that no clause defines"],
)
def test_these_words_lead_nowhere(html: str) -> None:
    every = [concept.id for concept in concepts()]
    assert marked(html, {"3": every, "1.2": every}) == html
