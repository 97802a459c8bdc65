"""The disclosures of the real site cannot silently be incomplete, old, or unequal: each is broken once."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from plugins.clauses.folder import sources
from plugins.clauses.reading import read
from plugins.clauses.registry import Registry
from plugins.clauses.report import report
from plugins.disclosure.checks import SEVERITY, run
from plugins.disclosure.gaps import gaps
from plugins.disclosure.marks import MarkedPage, read_page
from plugins.disclosure.matrix import matrix
from plugins.disclosure.profile import Profile, read_profile

DOCS = Path(__file__).parents[2] / "docs"
LANGUAGES = ("zh", "en", "ru", "hu")
FOLDERS = ("body", "gz021", "cc105", "cc106", "cc11", "register")  # what the pages of the body speak of; of the rest the covers
REASON = "not_applicable: {zh: 无, en: none, ru: нет, hu: nincs}"
Texts = dict[str, str]


@lru_cache(maxsize=1)
def everything() -> Texts:
    return {file: text for file, text in sources(DOCS, []) if file.split("/")[1] in FOLDERS or (file.count("/") == 2 and file.endswith("/index.md"))}


def own_profile(old: str = "", new: str = "") -> Profile:
    text = (DOCS / "body.yml").read_text("utf-8")
    assert old in text
    profile, problems = read_profile(text.replace(old, new, 1).encode() if old else text.encode())
    assert problems == []
    return profile


def read_all(texts: Texts) -> tuple[Registry, list[MarkedPage]]:
    pages = [page for file, text in texts.items() if (page := read_page(file, text))]
    return read(texts.items(), LANGUAGES, date(2026, 11, 27)), pages


@lru_cache(maxsize=1)
def unbroken() -> tuple[Registry, list[MarkedPage]]:
    return read_all(everything())


def report_of(profile: Profile, registry: Registry, pages: list[MarkedPage]) -> list[str]:
    return [one.text for one in report(run(profile, pages, registry), SEVERITY)]


def broken(file: str, edit: Callable[[str], str]) -> list[str]:
    """What is reported when one page is changed; the registry of the rest is kept."""
    text = everything()[file]
    assert edit(text) != text, file
    registry, pages = unbroken()
    changed = read_page(file, edit(text))
    others = [page for page in pages if page.file != file]
    return report_of(own_profile(), registry, [*others, *([changed] if changed else [])])


def swap(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


def test_the_site_as_it_stands_has_no_fault() -> None:
    assert report_of(own_profile(), *unbroken()) == []


def test_a_requirement_without_a_page_is_told_at_its_clause_in_each_language_that_lacks_it() -> None:
    found = broken("en/body/fees.md", swap('discloses="GZ021:5.1.1-5"', 'discloses="GZ021:9.4"'))
    line = everything()["en/gz021/5.md"].split("\n").index("- its fees for certification;") + 1
    own = [one for one in found if " D02 " in one]
    assert len(own) == 1
    assert own[0].startswith(f'docs/en/gz021/5.md:{line}: error D02 GZ021:5.1.1-5 has to be made public, and no heading in en says discloses="GZ021:5.1.1-5"')


def test_a_requirement_of_a_document_that_is_not_here_is_told_at_the_profile() -> None:
    found = broken("hu/body/impartiality.md", swap(' {discloses="ISO17021-1:8.1.1-f"}', ""))
    line = (DOCS / "body.yml").read_text("utf-8").split("ISO17021-1:8.1.1-f")[0].count("\n") + 1
    assert any(one.startswith(f"docs/body.yml:{line}: error D02 ISO17021-1:8.1.1-f") for one in found)


def test_a_new_requirement_needs_a_page_or_a_reason() -> None:
    added = "  - {{clause: GZ021:9.5{}}}\n  - {{clause: GZ021:9.4}}\n"
    asked = own_profile("  - {clause: GZ021:9.4}\n", added.format(""))
    assert len([one for one in report_of(asked, *unbroken()) if "D02 GZ021:9.5" in one]) == 4
    waived = own_profile("  - {clause: GZ021:9.4}\n", added.format(f", {REASON}"))
    assert report_of(waived, *unbroken()) == []


def test_a_page_older_than_what_it_answers_or_cites_is_told_at_its_day() -> None:
    found = broken("ru/body/fees.md", swap("reviewed: 2026-11-27", "reviewed: 2025-08-31"))
    assert found == [
        "docs/ru/body/fees.md:2: error D03 was last reviewed on 2025-08-31, and BYICC-GZ-021 A/1 is in force from 2025-09-01: "
        "hold the page against it, then write the day of that review"
    ]
    assert any("ISO17021-1:8.1.1-a is in force" in one or "in force from" in one for one in broken("zh/body/process.md", swap("2026-11-27", "2015-01-01")))


@pytest.mark.parametrize("day", ["", "reviewed: soon\n", "reviewed: 2026-13-01\n"])
def test_a_page_without_a_day_of_review_is_told(day: str) -> None:
    found = broken("zh/body/fees.md", swap("reviewed: 2026-11-27\n", day))
    assert len(found) == 1 and "D03 does not say when" in found[0]


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (swap("{{body.address}}", "Beijing"), "shows no body.address, as zh does"),
        (swap('discloses="GZ021:5.1.1-9"', 'discloses="GZ021:5.1.1-9 GZ021:9.4"'), "discloses GZ021:9.4, which zh does not"),
    ],
)
def test_languages_show_and_disclose_the_same(edit: Callable[[str], str], said: str) -> None:
    assert broken("hu/body/index.md", edit) == [f"docs/hu/body/index.md:1: error D04 {said}"]


def test_languages_cite_the_same() -> None:
    texts = {**everything(), "ru/body/fees.md": everything()["ru/body/fees.md"].replace("([[GZ021:5.3.1|5.3.1]])", "([[GZ021:5.3.2|5.3.2]])")}
    found = report_of(own_profile(), *read_all(texts))
    assert found == [
        "docs/ru/body/fees.md:1: error D04 cites GZ021:A1/5.3.2, which zh does not",
        "docs/ru/body/fees.md:1: error D04 cites no GZ021:A1/5.3.1, as zh does",
    ]


def test_a_page_that_only_one_language_has_is_told() -> None:
    registry, pages = unbroken()
    found = report_of(own_profile(), registry, [page for page in pages if page.file != "en/body/contact.md"])
    assert "docs/zh/body/contact.md:1: error D04 has marks, and its counterpart has none: en/body/contact.md" in found


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("GZ021:5.1.1-9", "GZ021:5.1.1-10", "D05 GZ021:5.1.1-10 is none of the disclosures in body.yml; did you mean GZ021:5.1.1-9?"),
        ("{{body.website}}", "{{body.web}}", "D05 {{body.web}} is no field of body.yml"),
        ("{{body.website}}", "{{body.fees}}", "D05 {{body.fees}} makes a list or a table: put it into a paragraph of its own"),
        ("{{body.website}}", "{{body.registration}}", "D05 {{body.registration}} is no single fact"),
        ("{{body.website}}", "{{website}}", "D05 {{website}} is unknown"),
        ("{{body.languages}}", "{{documents GZ021 GZ12}}", "D05 {{documents}} names GZ12; the documents here are CC105, "),
    ],
)
def test_what_a_page_names_and_there_is_not_is_told_at_its_line(old: str, new: str, said: str) -> None:
    text = everything()["en/body/index.md"]
    line = text[: text.index(old)].count("\n") + 1
    assert any(one.startswith(f"docs/en/body/index.md:{line}: error {said}") for one in broken("en/body/index.md", swap(old, new)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_check_has_a_section_in_the_guide_of_checks(language: str) -> None:
    page = (DOCS / language / "staff" / "checks.md").read_text("utf-8")
    assert re.findall(r"^### (D\d\d)\b", page, re.M) == list(SEVERITY)


def states(profile: Profile) -> dict[str, tuple[str, list[str]]]:
    return {
        row.requirement.clause: (row.state, [gap.path[0] for gap in row.gaps])
        for row in matrix(profile, gaps(profile), unbroken()[1], "en")
    }


def test_the_matrix_tells_the_state_and_what_is_missing() -> None:
    now = states(own_profile())
    assert now["GZ021:5.1.1-3"] == ("published", [])
    assert now["GZ021:5.1.1-5"] == ("gap", ["fees"] * 6)
    assert now["GZ021:5.1.1-8"] == ("gap", ["transitions"])
    assert states(own_profile("transitions:\n", "transitions: []\n"))["GZ021:5.1.1-8"] == ("published", [])
    waived = own_profile("{clause: GZ021:5.1.1-8}", f"{{clause: GZ021:5.1.1-8, {REASON}}}")
    assert states(waived)["GZ021:5.1.1-8"][0] == "not_applicable"
