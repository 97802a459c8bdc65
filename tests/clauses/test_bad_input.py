"""Damaged files: no crash, no hang; a problem with file and line where an author has something to mend."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.clauses.checks import SEVERITY, run
from plugins.clauses.excerpt import printed, words
from plugins.clauses.front_matter import front_matter
from plugins.clauses.importing.marks import mark
from plugins.clauses.reading import read
from plugins.clauses.report import report

COVER = '---\nwork: P7\ncode: P-7\nedition: "1"\ntitle: P7\nsource_language: zh\ntext: full\n---\n# P7\n'


def told(page: str, cover: str = COVER, language: str = "en") -> list[str]:
    """What is said of one page of a document."""
    registry = read([(f"{language}/p7/index.md", cover), (f"{language}/p7/5.md", page)], ("en", "zh"), date(2026, 1, 1))
    shown = report(run(registry), SEVERITY)
    assert list(printed(shown)) or not shown
    return [one.text.split(": ", 1)[0].removeprefix(f"docs/{language}/p7/") + " " + one.text.split(": ", 1)[1] for one in shown if " C03 " not in one.text]


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("# 5 X\n\n5.1 See [[P7:5.1.\n", ["5.md:3 error S04 '[[P7:5.1.' is not closed by ']]'"]),
        ("# 5 X\n\n5.1 See [[P7:[[5.1]]]].\n", ["5.md:3 error S04 '[[P7:' holds another '[['"]),
        ("# 5 X\n\n5.1 See [[5.1|what [[5.2]] says]].\n\n5.2 B.\n", ["5.md:3 error S04 '[[5.1|what ' holds another '[['"]),
        ("# 5 X\n\n5.1 See 5.1]] and\n`]]`, x[i[0]] and [5.1]].\n", ["5.md:3 error S04 ']]' closes no '[['", "5.md:4 error S04 ']]' closes no '[['"]),
        ("# 5 X\n\n5.1 See [[5.1|]] and [[]].\n", [f"5.md:3 error S04 '[[{inside}]]' is no reference: write [[CC105:3.9]]" for inside in ("5.1|", "")]),
        # Circular references are references.
        ("# 5 X\n\n5.1 See 5.2 and [[5.1]].\n\n5.2 See clause 5.1 of the same document.\n", []),
        ("# 5 X\n\n5.1 The same document of the same document of the same document, clause 5.1 of the same document.\n", []),
        ("# 5 X\n\n5.2 B.\n\n5.1 A.\n", ["5.md:5 warning C12 '5.1' comes after 5.2 (en/p7/5.md:3)"]),
        ("# 5 X\n\n5.1 A.\n\n5.3.1 B.\n", ["5.md:5 warning C12 '5.3.1' stands below 5.3, which is missing"]),
        (
            "# 5 X\n\n5.1 A:\n\n- a\n\n5.1.1 B:\n\n- b\n\nand:\n\n1) c\n",
            ["5.md:13 error C02 clause P7:1/5.1.1-1 stands here and at en/p7/5.md:9: bullets are counted like 1), 2); mark one of the two lists a), b)"],
        ),
        ("# 5 X\n\n5.1 A.\n\n5.1 B.\n", ["5.md:5 error C02 clause P7:1/5.1 stands here and at en/p7/5.md:3"]),
        ("# 5 X\n\n6.1 A.\n", ["5.md:3 warning S02 paragraph begins with 6.1, which is no clause of section 5"]),
        ("# 5 X\n\n５．１ A.\n\n5.2 See clause ５.１.\n", []),
        ("\ufeff# 5 X\r\n\r\n5.1 See [[9]].\r\n", ["5.md:3 error C01 '[[9]]': P7:1 has no clause 9"]),
        ("# 5 X\r\r5.1 See [[9]].\r", ["5.md:3 error C01 '[[9]]': P7:1 has no clause 9"]),
        ("# 5 X\n\n5.1 A\0B, see [[9]].\n", ["5.md:3 error C01 '[[9]]'"]),
        ("# 5 X\n\n5.1 A\n\n5.２B\n", ["5.md:5 warning S02 number 5.2 at the start of the paragraph is not followed by a space"]),
        ("# ５ X\n\n5．1 See [[５.2]].\n", ["5.md:3 error C01 '[[5.2]]': P7:1 has no clause 5.2"]),
        ("# 5 X\n\n(１) One\n\n(2) Two\n\nб) Three\n", [f"5.md:{line} warning S02 '{mark}' begins no list" for line, mark in ((3, "(１)"), (5, "(2)"), (7, "б)"))]),
        ("5.1 A.\n", ["5.md:1 warning S02 paragraph begins with 5.1, but no heading above it opens its section"]),
        ("```\n# 5 X\n", []),
        ("<!--\n# 5 X\n", []),
        ("---\ntitle: [\n", []),
        ("", []),
    ],
)
def test_a_damaged_page_is_read_and_told_by_line(page: str, said: list[str]) -> None:
    found = told(page)
    assert len(found) == len(said) and all(one.startswith(expected) for one, expected in zip(found, said)), found


@pytest.mark.parametrize(
    ("cover", "said"),
    [
        ("---\nwork: P7\n\tcode: x\n---\n", "index.md:3 error S01 front matter is not YAML"),
        ("---\nwork: P7\ncode: &a [*a]\n---\n", "index.md:1 error S01 front matter lacks 'edition'"),
        ("---\n" + "[" * 3000 + "\nwork: P7\n---\n", "index.md:"),
        (COVER.replace("title", "edition", 1), "index.md:5 error S01 'edition' stands in line 4 already"),
        ("---\nwork: P7\nin_force: {from: 2026-02-31}\n---\n", "index.md:"),
        ("---\n? {a: b}\n: c\nwork: P7\n---\n", "index.md:"),
        ("---\nwork: \0\n---\n", "index.md:"),
        ("---\nwork: !!python/object/apply:os.system ['true']\n---\n", "index.md:2 error S01"),
    ],
)
def test_a_damaged_cover_is_told_by_line(cover: str, said: str) -> None:
    assert told("# 5 X\n", cover)[0].startswith(said)


@pytest.mark.parametrize(
    ("was", "said"),
    [
        ('{"5.1": "5.2", "5.2": "5.1"}', []),  # two clauses that changed places
        ('{"5.2": "5.3", "5.3": "5.1"}', []),  # 5.3 is there: it is another clause now
        ('{"5.7": "5.8", "5.8": "5.9", "5.9": "5.1"}', ["'5.7' has become 5.8, which has become 5.1: write that", "'5.8' has become 5.9, which has become 5.1: write that"]),
        ('{"5.8": "5.9", "5.9": "5.8"}', ["'5.8' has become 5.9, and so leads back to itself", "'5.9' has become 5.8, and so leads back to itself"]),
        ('{"5.8": "5.8"}', ["'5.8' has become 5.8, and so leads back to itself"]),
        ('{"5.8": "7"}', ["'5.8' has become 7, which does not exist"]),
    ],
)
def test_old_numbers_lead_to_a_clause_and_never_in_a_circle(was: str, said: list[str]) -> None:
    cover = COVER.replace("text: full", f"text: full\nwas: {was}")
    found = told("# 5 X\n\n5.1 A, see 5.8.\n\n5.2 B.\n\n5.3 C.\n", cover)
    assert [one for one in found if " C10 " in one] == [f"index.md:8 error C10 was: {one}" for one in said]


@pytest.mark.parametrize(
    ("line", "at", "said"),
    [
        ("in_force: {from: 2026-01-01}", 8, "in_force of P7:1 is from 2026-01-01 here, missing on zh/p7/index.md:1"),
        ("source_language: de", 6, "source_language of P7:1 is de here, zh on zh/p7/index.md:6"),
        ('was: {"5.2": "5.1"}', 8, "was of P7:1 is 5.2 → 5.1 here, missing on zh/p7/index.md:1"),
        ('gone: {"5.2": "x"}', 8, "gone of P7:1 is 5.2 here, missing on zh/p7/index.md:1"),
        ("title: Also P7", 0, ""),
    ],
)
def test_covers_of_one_edition_say_the_same_of_it(line: str, at: int, said: str) -> None:
    key = line.partition(":")[0]
    kept = [one for one in COVER.splitlines() if not one.startswith(f"{key}:")]
    kept.insert(at - 1 if at else 4, line)
    covers = [("zh/p7/index.md", COVER), ("en/p7/index.md", "\n".join(kept))]
    found = run(read([*covers, *((f"{language}/p7/5.md", "# 5 X\n\n5.1 A.\n") for language in ("en", "zh"))], ("en", "zh"), date(2026, 1, 1)))
    assert [(one.file, one.line, one.message) for one in found if one.check == "S01"] == ([("en/p7/index.md", at, said)] if at else [])


def test_the_nearest_clause_is_sought_for_those_that_are_told_one_by_one() -> None:
    page = "# 5 X\n\n" + "".join(f"5.{at} See clause 9.{at}.\n\n" for at in range(1, 60))
    found = [one for one in told(page) if " C01 " in one]
    assert len(found) == 59 and ["nearest" in one for one in found] == [True] * 20 + [False] * 39


def test_the_caret_stands_under_digits_that_were_written_full_width() -> None:
    assert words("'第6条': P7:1 has no clause 6", "５．１ 见第６条。") == (5, 3)


def test_a_folder_in_a_language_that_is_not_configured_is_told() -> None:
    assert told("# 5 X\n", language="de") == ["index.md:1 error S03 folder 'de' is none of the languages en, zh: add it to 'languages' or move it"]


def test_a_folder_of_another_language_is_told_once_and_other_folders_are_left_alone() -> None:
    files = ("about.md", "de/about.md", "de/p7/index.md", "pt-BR/a.md", "assets/readme.md")
    found = run(read([("en/index.md", "# X\n"), *((file, COVER) for file in files)], ("en",), date(2026, 1, 1)))
    assert [(one.file, one.check) for one in found] == [("de/about.md", "S03"), ("pt-BR/a.md", "S03")]


@settings(max_examples=150)
@given(st.text(alphabet="[]|:/P7.5-1 a)\n#<!-->`*{}~\0\ufeff\t０．第条见表注：", max_size=200))
def test_no_text_breaks_the_checks(text: str) -> None:
    told("# 5 X\n\n" + text)
    told(text)


@settings(max_examples=150)
@given(st.text(alphabet="---\nwork: P7[]{}\"'&*!|>%@`\0é: ,#?", max_size=120))
def test_no_front_matter_breaks_the_reading(text: str) -> None:
    found = told("# 5 X\n", "---\n" + text + "\n---\n")
    assert all(":" in one for one in found)
    front_matter(text, "x.md")


@given(st.text(max_size=60))
def test_any_words_have_a_mark_or_none(text: str) -> None:
    found = mark(text)
    assert found.kind in ("", "number", "-", "1", "a", "A", "i") and len(found.rest) <= len(text)


@pytest.mark.parametrize("line", ["см. п. 5.1 и ", "the body shall record 1,000 ", "[[", "**a ", "| a ", "5.1.", "<a href=", "第", "12 345 ", "\"“„", "The lead auditor records the audit time. "])
def test_a_page_with_one_huge_line_is_read_to_its_end(line: str) -> None:
    page = "# 5 X\n\n5.1 " + line * (160_000 // len(line)) + "\n\n5.2 Last.\n"
    told(page)
    registry = read([("en/p7/index.md", COVER), ("en/p7/5.md", page)], ("en", "zh"), date(2026, 1, 1))
    assert [clause.line for clause in registry.pages["en/p7/5.md"].scan.clauses if clause.id == "5.2"] == [5]
