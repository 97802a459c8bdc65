"""What readers see: facts, gaps, sums; and nothing of the profile becomes markup."""

from __future__ import annotations


import pytest
from lxml import html
from markdown import Markdown

from plugins.clauses.extension import ClausesExtension
from plugins.disclosure.extension import DisclosureExtension
from plugins.disclosure.gaps import gaps
from plugins.disclosure.profile import Profile, read_profile
from plugins.disclosure.view import View
from tests.disclosure.test_checks import LANGUAGES, own_profile, unbroken
from tests.disclosure.test_profile import FULL


def shown(text: str, profile: Profile, language: str = "en") -> html.HtmlElement:
    """A page of the body with other text, as Markdown makes it."""
    registry, pages = unbroken()
    page = registry.pages[f"{language}/body/fees.md"]
    clauses, disclosure = ClausesExtension(registry), DisclosureExtension()
    clauses.page, disclosure.view = page, View(profile, gaps(profile), pages, registry, page)
    made = Markdown(extensions=["tables", "attr_list", "toc", clauses, disclosure]).convert(text)
    return html.fragment_fromstring(made, create_parent="div")


def full(old: str = "", new: str = "") -> Profile:
    assert old in FULL
    profile, problems = read_profile(FULL.replace(old, new, 1).encode())
    assert problems == []
    return profile


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_a_fact_stands_in_the_text_and_a_gap_names_its_clause() -> None:
    page = shown("At {{body.name}}, {{body.address}}.", own_profile())
    assert words(page) == "At Bingyi International Certification Co., Ltd., not yet published by the body (6.2.5, item 6)."
    assert page.find(".//span[@class='unpublished']/a").get("href") == "../gz021/6.md#c-6.2.5-6"


@pytest.mark.parametrize(
    ("language", "said"),
    [("zh", "2026 年 1 月 1 日"), ("en", "1 January 2026"), ("ru", "1 января 2026"), ("hu", "2026. január 1.")],
)
def test_days_and_amounts_are_written_as_the_language_writes_them(language: str, said: str) -> None:
    table = words(shown("{{body.fees}}", full(), language))
    assert said in table
    assert {"zh": "¥3,200.50", "en": "CN¥3,200.50", "ru": "3 200,50", "hu": "3 200,50 CNY"}[language] in table


def test_the_estimate_is_days_times_the_fee_with_what_is_paid_beside_them() -> None:
    rows = [words(row) for row in shown("{{estimate OHSMS medium 55}}", full()).iter("tr")][1:]
    assert rows[0].endswith("6 6 × CN¥3,200.50 + CN¥1,000.00 + CN¥500.00 = CN¥20,703.00")
    assert rows[1].endswith("2 2 × CN¥3,200.50 + CN¥800.00 = CN¥7,201.00")
    assert rows[2].endswith("4 4 × CN¥3,200.50 + CN¥500.00 = CN¥13,302.00")


@pytest.mark.parametrize("lacking", ["audit_day: 3200.5", "decision: 500", "currency: CNY"])
def test_without_one_of_its_fees_there_is_no_sum_but_the_days(lacking: str) -> None:
    first = [words(row) for row in shown("{{estimate OHSMS medium 55}}", full(lacking, lacking.split(":")[0] + ": ")).iter("tr")][1]
    assert "6 not yet published by the body" in first and "=" not in first


@pytest.mark.parametrize("name", ["*x* **y** `z`", "[a](javascript:alert(1))", "x {: onclick=alert(1) }", "[[GZ021:9.4]] {{body.address}}", "&lt;b&gt; & \\*"])
@pytest.mark.parametrize("text", ["{{body.name}}", "- {{body.name}}", "# {{body.name}}", "| a |\n| - |\n| {{body.name}} |", "{{body.offices}}"])
def test_nothing_of_the_profile_becomes_markup(name: str, text: str) -> None:
    written = "{zh: '%s', en: '%s', ru: а, hu: á}" % (name, name)
    profile = full("name: {zh: 甲, en: a, ru: а, hu: á}", f"name: {written}")
    profile = profile if "name" in text else full("offices: []", f"offices: [{{name: {written}, address: {written}}}]")
    page = shown(text, profile)
    assert name in page.text_content()
    assert not [one for one in page.iter("em", "strong", "code", "a") if one.get("class") != "headerlink"]
    assert not [one for one in page.iter() for attribute in one.attrib if attribute.startswith("on")]


def test_a_list_of_nothing_says_so_and_one_of_entries_is_a_table() -> None:
    assert words(shown("{{body.offices}}", full())) == "none"
    entry = "accreditations: [{by: {zh: 乙, en: B, ru: Б, hu: B}, number: N-1, sectors: [], from: 2020-01-01, until: 2030-01-01}]"
    assert "B · N-1" in words(shown("{{body.scope}}", full("accreditations: []", entry)))
    assert "post" not in words(shown("{{body.contacts}}", full())) and "+86 10 1234567" in words(shown("{{body.contacts}}", full()))


def test_a_heading_says_what_it_discloses_and_loses_the_mark() -> None:
    page = shown('# A {discloses="GZ021:5.1.1-5 ISO17021-1:8.1.1-a"}', own_profile())
    assert page[0].tag == "h1" and "discloses" not in page[0].attrib
    assert words(page[1]) == "Made public under BYICC-GZ-021 A/1, 5.1.1, item 5, ISO/IEC 17021-1, 8.1.1 a"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reason_why_something_does_not_apply_is_shown(language: str) -> None:
    profile = own_profile("{clause: GZ021:9.4}", "{clause: GZ021:9.4, not_applicable: {zh: 甲因, en: for a, ru: ибо, hu: mert}}")
    row = [words(row) for row in shown("{{matrix}}", profile, language).iter("tr") if "9.4" in words(row)][0]
    assert row.endswith({"zh": "不适用 甲因", "en": "not applicable for a", "ru": "не применимо ибо", "hu": "nem alkalmazható mert"}[language])
