"""Every check sees its own fault in the real content, and nothing else is seen."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from plugins.clauses.folder import sources
from plugins.clauses.checks import CHECKS, OWN_CHECKS, SEVERITY, run
from plugins.clauses.checks.c09_term_unused import term_unused
from plugins.clauses.checks.t11_placeholders import differing
from plugins.clauses.clause import Problem
from plugins.clauses.fingerprints import reviewed
from plugins.clauses.reading import read
from plugins.clauses.registry import Registry
from plugins.clauses.translations import bare

DOCS = Path(__file__).parents[2] / "docs"
LANGUAGES = ("zh", "en", "ru", "hu")
Texts = dict[str, str]
Edit = Callable[[str], str]


@lru_cache(maxsize=1)
def everything() -> Texts:
    return dict(sources(DOCS, []))


def texts_of(pages: frozenset[str]) -> Texts:
    """Some pages in all languages, with the covers of their documents: few, so that a test is quick."""
    covers = {f"{page.partition('/')[0]}/index.md" for page in pages}
    return {file: text for file, text in everything().items() if file.partition("/")[2] in pages | covers}


def registry(texts: Texts) -> Registry:
    return read(texts.items(), LANGUAGES, date(2026, 11, 21))


def problems(texts: Texts) -> set[Problem]:
    return set(run(registry(texts), (*CHECKS, *OWN_CHECKS)))


@lru_cache(maxsize=None)
def clean(pages: frozenset[str]) -> frozenset[Problem]:
    return frozenset(problems(texts_of(pages)))


def swap(old: str, new: str) -> Edit:
    def edit(text: str) -> str:
        assert old in text, old
        return text.replace(old, new, 1)

    return edit


def after(clause: str, addition: str) -> Edit:
    """Puts words at the end of the paragraph that begins with `clause`."""

    def edit(text: str) -> str:
        changed, count = re.subn(rf"^({re.escape(clause)} .*)$", lambda match: match[1] + addition, text, count=1, flags=re.M)
        assert count, clause
        return changed

    return edit


def without(clause: str) -> Edit:
    """Takes out the paragraph that begins with `clause`."""

    def edit(text: str) -> str:
        changed, count = re.subn(rf"^{re.escape(clause)} .*\n+", "", text, count=1, flags=re.M)
        assert count, clause
        return changed

    return edit


def end(addition: str) -> Edit:
    return lambda text: f"{text.rstrip()}\n\n{addition}\n"


def moved_to_the_end(clause: str) -> Edit:
    """Puts the paragraph that begins with `clause` after all others."""
    return lambda text: end(re.search(rf"^{re.escape(clause)} .*", text, re.M)[0])(without(clause)(text))


def second_edition(language: str) -> Edit:
    """The cover of CC106 as that of another edition."""
    cover = everything()[f"{language}/cc106/index.md"].split("\n---\n")[0]
    return lambda _: cover.replace('"2023"', '"2016"') + "\n---\n# CC106\n"


BREAKS = {
    "C01 written": ({"en/cc105/4.md": after("4.4", " See [[CC105:9.99]].")}, {"C01"}),
    "C01 in prose": ({"en/cc105/4.md": after("4.4", " See clause 9.99.")}, {"C01-prose"}),
    "C02": ({"en/cc105/4.md": end("4.3 The same again.")}, {"C02"}),
    "C02 beside T02": ({"ru/cc105/2.md": lambda text: end("2.2.3 И ещё раз.")(swap("например, 5,3 аудито-дня", "например, аудито-дня")(text))}, {"C02", "T02"}),
    "C03": ({"en/cc105/4.md": end("4.6 Only here.")}, {"C03"}),
    "C03 in most": ({"hu/gz021/6.md": swap("- a tanúsító testület neve és címe;\n", "")}, {"C03"}),
    "C04": ({"zh/cc106/2.md": swap("认证机构为其确定审核时间应：", "认证机构为其确定审核时间：")}, {"C04", "T05"}),
    "C05 figure": ({"hu/gz021/5.md": swap("30 nappal", "40 nappal")}, {"C05", "T02"}),
    "C05 table": ({"ru/cc105/a.md": swap("| 1–5 | 1,5 |", "| 1–5 | 1,6 |")}, {"C05", "T02"}),
    "C06": ({f"{one}/cc106-2016/index.md": second_edition(one) for one in LANGUAGES}, {"C06"}),
    "C07": ({"en/cc105/4.md": after("4.4", " Truly.")}, {"C07"}),
    "C08": ({"zh/cc105/4.md": after("4.2", "应至少提供两遍。")}, {"C08"}),
    "C10": ({f"{one}/opssm/2.md": without("2.2") for one in LANGUAGES}, {"C10"}),
    "C11": (
        {f"{one}/cc106/index.md": swap("{from: 2023-10-31}", "{from: 2023-10-31, until: 2026-01-01}") for one in LANGUAGES},
        {"C11"},
    ),
    "C12 order": ({f"{one}/cc105/4.md": moved_to_the_end("4.3") for one in LANGUAGES}, {"C12"}),
    "C12 gap": ({f"{one}/cc105/4.md": end("4.7 ISO 9001.") for one in LANGUAGES}, {"C12"}),
    "S06 no reason": ({"en/cc105/4.md": end("<!-- waive T02: -->")}, {"S06"}),
    "S06 idle": ({"en/cc105/4.md": end("<!-- waive T02: none is needed -->")}, {"S06"}),
    "T01": ({"en/cc105/4.md": moved_to_the_end("4.3")}, {"T01", "C12"}),
    "T02 digits": ({"ru/cc105/2.md": swap("5,3 аудито-дня", "5,8 аудито-дня")}, {"T02"}),
    "T02 words": ({"hu/cc105/4.md": after("4.4", " Ez kétharmad rész.")}, {"T02"}),
    "T03": ({"en/cc105/4.md": after("4.4", " See clause 4.2.")}, {"T03"}),
    "T04": ({"hu/pd27/2.md": lambda text: re.sub(r"^(\|.*\|)\n(?!\|)", r"\1\n| – | – |\n", text, count=1, flags=re.M)}, {"T04"}),
    "T05": ({"en/gz021/5.md": swap("5.2.4 The certification body shall", "5.2.4 The certification body may")}, {"T05"}),
    "T05 should not": ({"hu/cc105/4.md": swap("nem célszerű", "nem szabad")}, {"T05"}),
    "T05 shall not": ({"ru/cc105/4.md": swap("не допускается применять", "не следует применять")}, {"T05"}),
    "T06": ({"ru/cc106/2.md": swap("учитывается уровень интеграции", "учитывается степень интеграции")}, {"T06"}),
    "T07": ({"hu/opssm/2.md": lambda text: re.sub(r"^2\.2 .*$", "2.2 When the decision is positive, the body and the client conclude the contract.", text, flags=re.M)}, {"T07"}),
    "T07 sentence": ({"en/cc105/4.md": after("4.3", " 计算中应详细列出时间如何分配，以覆盖范围")}, {"T07"}),
    "T07 row": ({"ru/pd27/2.md": swap("| IAF-GD3 | ", "| IAF-GD3 | IAF guidance on cross frontier accreditation, ")}, {"T07"}),
    "T07 title": ({"hu/cc105/5.md": lambda text: re.sub("^# 5 .*", "# 5 Surveillance", text, flags=re.M)}, {"T07"}),
    "T08": ({"en/cc105/4.md": lambda text: re.sub(r"^4\.4 .*$", "4.4 The body shall.", text, flags=re.M)}, {"T08"}),
    "T10": ({"hu/cc105/4.md": after("4.4", ' Ez az "auditidő".')}, {"T10"}),
    "T10 beside documents": ({"ru/guide/processes.md": end('Это "срок".')}, {"T10"}),
    "T11 of a language": ({"zh/cc105/4.md": after("4.4", "（待定）")}, {"T11"}),
    "T11 in brackets": ({"hu/cc105/4.md": after("4.4", " [kitöltendő]")}, {"T11"}),
    "T11 left open": ({"ru/cc105/4.md": after("4.4", " TODO")}, {"T11"}),
    "T11 mark": ({"en/cc105/4.md": after("4.4", " This is **open.")}, {"T11"}),
    "T12 unit": ({"en/gz021/5.md": swap("not be longer than 6 months", "not be longer than 6 weeks")}, {"T12"}),
    "T12 date": ({"ru/gz021/6.md": swap("27 ноября 2030", "27 октября 2030")}, {"T12"}),
}
# What follows from changing any text; told in their own tests.
ALWAYS = {"C07", "T09"}
# Pages that a fault needs beside those that are edited: who cites the superseded edition, what the first edition is.
BESIDE = {"C11": {"cc105/8.md"}, "C06": {"cc106/1.md"}}


@pytest.mark.parametrize("name", BREAKS)
def test_a_fault_is_caught_and_no_other_seen(name: str) -> None:
    edits, expected = BREAKS[name]
    pages = frozenset(file.partition("/")[2] for file in edits) | BESIDE.get(name, set())
    texts = texts_of(pages)
    for file, edit in edits.items():
        texts[file] = edit(texts.get(file, ""))
    new = problems(texts) - clean(pages)
    moved = {(problem.check, problem.message) for problem in clean(pages)}  # the same problem on another line is none
    seen = {problem.check for problem in new if (problem.check, problem.message) not in moved}
    assert seen - (ALWAYS - expected) == expected, sorted(new)
    if name not in ("C10", "C11"):  # told on the cover, and where it is cited
        places = {problem.file for problem in new if problem.check in expected}
        assert any(place in edits or place.startswith("../calculators/") for place in places), places


@pytest.mark.parametrize(
    ("file", "old", "new", "check"),
    [
        ("hu/cc105/a.md", "| 6–10 | 2 |", "| 6–10 | 2,5 |", "C05"),
        ("hu/cc105/a.md", "| 6–10 | 2 |", "| 6–10 | 2,5 |", "T02"),
        ("ru/pd27/2.md", "| IAF ML 1 | ", "| IAF ML 1 ", "T04"),
        ("en/cc105/4.md", "Beyond that, remote", "Beyond that, within 45 minutes, remote", "T02"),
        ("zh/cc105/4.md", "另外，现场", "另外，在 2025 年 3 月，现场", ""),
        ("hu/cc105/4.md", "Ezenkívül", "2025. március 3. óta", "T12"),
        ("ru/cc105/4.md", "Кроме того", "Кроме того, за три дня", "T12"),
    ],
)
def test_a_fault_is_told_at_its_row_or_paragraph(file: str, old: str, new: str, check: str) -> None:
    page = frozenset({file.partition("/")[2]})
    texts = texts_of(page)
    texts[file] = swap(old, new)(texts[file])
    found = {one.line for one in problems(texts) - clean(page) if (one.file, one.check) == (file, check)}
    assert [new in texts[file].split("\n")[line - 1] for line in found] == [True] * bool(check), found


def test_what_stood_below_a_clause_that_is_gone_is_not_told_again() -> None:
    texts = texts_of(frozenset({"opssm/4.md"}))
    told = {one.message for one in problems({file: text for file, text in texts.items() if not file.endswith("/4.md")}) if one.check == "C10"}
    assert {one.partition(" ")[0] for one in told if "OPSSM:1/4" in one} == {"OPSSM:1/4"}


def test_what_did_not_go_with_a_clause_that_was_renumbered_is_told() -> None:
    texts = texts_of(frozenset({"opssm/3.md"}))
    for one in LANGUAGES:
        texts[f"{one}/opssm/index.md"] = swap("edition:", 'was: {"4": "3"}\nedition:')(texts[f"{one}/opssm/index.md"])
    here = {address.clause for _, address, _ in registry(texts).every_clause() if address.work == "OPSSM"}
    lost = {one for one in reviewed()["OPSSM:1"] if one.startswith("4") and "3" + one[1:] not in here}
    told = {one.message.partition(" ")[0].removeprefix("OPSSM:1/") for one in problems(texts) if one.message.startswith("OPSSM:1/4")}
    assert told and told <= lost and "4" not in told
    assert all(any(one == top or one.startswith((f"{top}.", f"{top}-")) for top in told) for one in lost)


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("ru/cc105/4.md", " Соглашения IAF MLA, ILAC MRA, APAC MRA, PAC MLA."),
        ("zh/cc105/4.md", "待确认的内容不计，等待确认后处理。"),
        ("hu/cc105/4.md", " Kínai neve 中国合格评定国家认可委员会."),
        ("en/cc105/4.md", " Its standards are 认证机构 ISO 20000-1:2018 and 文件 IAF MD 1-22."),
    ],
)
def test_names_codes_and_plain_words_are_no_fault(file: str, words: str) -> None:
    texts = texts_of(PAGE)
    texts[file] = after("4.4", words)(texts[file])
    assert {problem.check for problem in problems(texts) - clean(PAGE)} <= ALWAYS


def test_code_and_addresses_on_other_pages_are_no_prose() -> None:
    page = "# Guide\n\nSay so:\n\n    server {  a  -  b..c }\n\n- item\n\n    of two  spaces, as [[CC105:3.9-1|3.9 1)]] says\n\n| a | b |\n| --- | --- |\n| [[CC105:8-1\\|8 1)]] | — |\n"
    texts = texts_of(PAGE) | {f"{one}/guide/x.md": page for one in LANGUAGES}
    found = [(one.file, one.line) for one in problems(texts) - clean(PAGE) if one.check == "T10"]
    assert sorted(found) == [(f"{one}/guide/x.md", 9) for one in ("en", "hu", "ru")]


PAGE = frozenset({"cc105/4.md"})


def test_a_translation_older_than_its_original_is_stale() -> None:
    texts = texts_of(PAGE)
    texts["zh/cc105/4.md"] = after("4.4", "此处有改动。")(texts["zh/cc105/4.md"])
    new = {problem for problem in problems(texts) - clean(PAGE) if problem.check == "T09"}
    assert {problem.file for problem in new} == {"en/cc105/4.md", "ru/cc105/4.md", "hu/cc105/4.md"}


def test_a_number_that_moved_or_ended_is_told_on_the_cover() -> None:
    texts = texts_of(frozenset({"opssm/2.md"}))
    for one in LANGUAGES:
        texts[f"{one}/opssm/2.md"] = without("2.2")(texts[f"{one}/opssm/2.md"])
        texts[f"{one}/opssm/index.md"] = swap("edition:", 'gone: {"2.2": "part of 2.1"}\nedition:')(texts[f"{one}/opssm/index.md"])
    assert not [problem for problem in problems(texts) if "2.2" in problem.message and problem.check in ("C10", "S01")]


def test_a_waiver_with_a_reason_silences_its_own_check_for_its_own_clause() -> None:
    texts = texts_of(PAGE)
    faulty = after("4.4", " 35% is said here.")(texts["en/cc105/4.md"])
    waived = re.sub(r"(^4\.4 .*$)", r"\1\n\n<!-- waive T02: said for the test -->", faulty, flags=re.M)
    for text, expected in ((faulty, {"T02"}), (waived, set()), (waived.replace("T02", "T05"), {"T02", "S06"})):
        texts["en/cc105/4.md"] = text
        assert {problem.check for problem in problems(texts) - clean(PAGE)} - ALWAYS == expected


def test_a_term_that_nothing_uses_is_caught() -> None:
    texts = {file: text.replace("OHS 风险", "风险") if file.startswith("zh/") else text for file, text in everything().items()}
    assert list(term_unused(registry(everything()))) == []
    assert ["'OHS 风险'" in problem.message for problem in term_unused(registry(texts))] == [True]


def test_a_catalogue_with_other_fields_is_caught(tmp_path: Path) -> None:
    for language, words in (("zh", "{count} 天"), ("en", "{counts} days"), ("ru", "")):
        (tmp_path / language).mkdir()
        (tmp_path / language / "x.po").write_text(f'msgid "x.days"\nmsgstr "{words}"\n', "utf-8")
    found = {problem.file: problem.message for problem in differing(LANGUAGES, tmp_path)}
    assert set(found) == {"../locales/en/x.po", "../locales/ru/x.po"} and "counts" in found["../locales/en/x.po"]


def test_every_check_has_a_weight_and_a_section_in_the_guide_of_checks() -> None:
    numbers = {check.__module__.rpartition(".")[2][:3].upper() for check in (*CHECKS, *OWN_CHECKS)}
    assert numbers <= set(SEVERITY)
    for language in LANGUAGES:
        page = everything()[f"{language}/staff/checks.md"]
        told = set(re.findall(r"^### ([CTS]\d\d)\b", page, re.M))
        assert {number.partition("-")[0] for number in SEVERITY} == told, language


def test_the_documents_are_clean() -> None:
    found = [problem for problem in problems(everything()) if SEVERITY[problem.check] in ("error", "warning")]
    assert found == []


def test_what_checks_read_for_figures_has_been_read_for_references() -> None:
    known = registry(everything())
    read_by_then = {language: set(one.seen) for language, one in known.recognisers.items()}
    assert all(bare(known, language, clause) for language, _, clause in known.every_clause() if clause.lines)
    assert {language: set(one.seen) for language, one in known.recognisers.items()} == read_by_then


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_read_alone_is_clean_too(language: str) -> None:
    own = [(file, text) for file, text in everything().items() if file.startswith(f"{language}/")]
    found = run(read(own, (language,), date(2026, 11, 21)), (*CHECKS, *OWN_CHECKS))
    assert [problem for problem in found if SEVERITY[problem.check] in ("error", "warning")] == []
