"""The staff pages: what the checks found, by document and language; clause, rule, case and page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from lxml import html

from calculators import calculate
from calculators.not_computed import NOT_COMPUTED
from plugins.calculators.worked import steps, told
from plugins.clauses.checks import run
from plugins.clauses.code import address, index
from plugins.clauses.folder import sources
from plugins.clauses.reading import read
from plugins.clauses.registry import Registry
from plugins.clauses.staff import traceability
from plugins.clauses.staff.cases import cases
from plugins.clauses.staff.fill import filled
from plugins.clauses.words import words

LANGUAGES = ("zh", "en", "ru", "hu")
CASES = [case for path in sorted((Path(__file__).parents[1] / "cases").glob("*.yaml")) for case in yaml.safe_load(path.read_text("utf-8"))]
DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def registry() -> Registry:
    return read(sources(DOCS, []), LANGUAGES, date(2026, 11, 21))


def shown(registry: Registry, what: str, language: str, found=()) -> html.HtmlElement:
    page = filled(f"<main><!-- staff: {what} --></main>", registry, lambda: found, {"hu": "Magyar"}, language, lambda file, anchor: f"/{file}#{anchor}")
    return html.fragment_fromstring(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_computed_clause_has_its_row_and_every_other_its_reason(registry: Registry, language: str) -> None:
    page = shown(registry, "traceability", language)
    computed, not_computed = page.xpath(".//table")
    links = computed.xpath(".//th[@scope='row']/a/@href")
    assert len(links) == len(index()) and all(link.startswith(f"/{language}/") and "#c-" in link for link in links)
    reasons = not_computed.xpath(".//td/text()")
    assert len(reasons) == sum(map(len, NOT_COMPUTED.values()))
    assert set(reasons) == {words(language, name="staff")[f"not_computed.{key}"] for key in NOT_COMPUTED}


def test_a_clause_leads_to_its_rule_its_cases_and_its_calculator(registry: Registry) -> None:
    row = shown(registry, "traceability", "en").xpath(".//tr[th/a/@href='/en/cc105/3.md#c-3.9']")[0]
    assert "factors.adjustment" in row.xpath("td[1]/code/text()")
    assert "cc105.yaml" in row.xpath("string(td[2])") and "/en/calculators/cc105.md#" in row.xpath("td[3]/a/@href")


def test_cases_are_found_by_their_source_and_by_their_steps() -> None:
    known = {(case.file, case.number): case for case in cases()}
    first = known["cc106.yaml", 1]
    assert first.calculator == "cc106" and first.source == {"CC106:2023/A-h2"} and "CC106:2023/fig-A.1" in first.steps
    # The tables of sectors are searched by the finder of sectors, which is no calculator and has no cases of this form.
    assert {str(one) for one in index()} - traceability.known_cases().keys() == {f"CC105:2020/{one}2" for one in ("QMS", "EMS", "OHSMS")}


def test_whatever_a_case_tells_of_a_computed_clause_is_shown_worked_beside_the_clause() -> None:
    shown = steps(tuple(one for one in sources(DOCS, []) if one[0].startswith("en/calculators/")), "en")
    told_of = {clause for case in CASES for clause, _ in told(calculate(case["calculator"], case["request"]))}
    assert (told_of & {str(one) for one in index()}) - shown.keys() == set()


def test_without_the_tests_the_page_says_so(registry: Registry, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(traceability, "known_cases", lambda: {})
    assert list(cases(tmp_path / "none")) == []
    assert shown(registry, "traceability", "hu").xpath("string(.//p)") == words("hu", name="staff")["staff.no_cases"]


def test_the_state_of_a_translation_is_what_the_checks_found() -> None:
    texts = dict(sources(DOCS, []))
    texts["hu/cc105/4.md"] = texts["hu/cc105/4.md"].replace("\n4.4 ", "\n4.4 TODO ", 1) + "\n<!-- untranslated -->\n"
    changed = read(texts.items(), LANGUAGES, date(2026, 11, 21))
    page = shown(changed, "translations", "hu", run(changed))
    documents = len({key[1:] for key in changed.documents})
    assert len(page.xpath(".//tbody/tr")) == documents * len(LANGUAGES)
    own = page.xpath(".//tr[th/a/@href='/hu/cc105/index.md#']")[0]
    assert own.xpath("td[1]/text()") == ["Magyar"] and own.xpath("td[5]/text()") == ["1"]
    assert "T07 × 1" in own.xpath("string(td[6])") and "T11 × 1" in own.xpath("string(td[6])")
    assert own.xpath("string(td[3])").endswith("(99\u00a0%)")


def test_other_pages_stay_as_they_are(registry: Registry) -> None:
    assert filled("<p>x</p>", registry, tuple, {}, "en", lambda file, anchor: None) == "<p>x</p>"
