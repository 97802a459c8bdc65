"""From a page's text to its clauses, and to the same clauses and their links in its HTML."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from plugins.clauses.checks.c01_cited_but_absent import cited_but_absent
from plugins.clauses.checks.c12_numbering import numbering
from plugins.clauses.clause import Worked
from plugins.clauses.extension import ClausesExtension
from plugins.clauses.grammar import grammar
from plugins.clauses.lasting import lasting
from plugins.clauses.published import as_text, clauses
from plugins.clauses.reading import read
from plugins.clauses.registry import Registry
from plugins.clauses.scanner import Scanner
from plugins.clauses.words import words
from tests.counted import calls

FOLDER = Path(__file__).with_name("pages")
LANGUAGES = ("zh", "en", "ru", "hu")
EXTENSIONS = ["admonition", "attr_list", "md_in_html", "tables", "toc", "pymdownx.fancylists", "pymdownx.details", "pymdownx.superfences"]
WORDS = {language: words(language) for language in LANGUAGES}


def cases(name: str) -> list:
    """The cases of one file, named."""
    return [pytest.param(case, id=case["name"]) for case in yaml.safe_load((FOLDER / f"{name}.yml").read_text("utf-8"))]


def cover(work: str, code: str, edition: str) -> str:
    """The cover page of a document."""
    return f'---\nwork: {work}\ncode: {code}\nedition: "{edition}"\ntitle: {work}\nsource_language: zh\ntext: restated\n---\n# {work}\n'


def render(registry: Registry, file: str, text: str) -> str:
    """The page's HTML by the extension alone, without a site."""
    extension = ClausesExtension(registry, WORDS)
    extension.page = registry.pages[file]
    extension.address = lambda file, anchor: f"/{file}#{anchor}"
    return Markdown(extensions=[*EXTENSIONS, extension]).convert(text.removeprefix("\ufeff"))


@pytest.mark.parametrize("case", cases("places"))
def test_every_place_gets_its_address_in_the_text_and_in_the_page(case: dict) -> None:
    language, folder, _ = case["file"].split("/")
    sources = [(f"{language}/{folder}/index.md", cover(folder.upper(), folder, "1")), (case["file"], case["markdown"])]
    registry = read(sources, LANGUAGES, date(2026, 1, 1))
    scan = registry.pages[case["file"]].scan
    assert [f"{clause.id} {clause.kind}" for clause in scan.clauses] == case["clauses"]
    told = [f"{problem.line}: {problem.check} {problem.message}" for problem in scan.problems]
    assert told == case.get("problems", [])
    for place, text in case.get("text", {}).items():
        assert next(clause.text for clause in scan.clauses if clause.id == place) == text
    html = render(registry, case["file"], case["markdown"])
    assert re.findall(r' id="(c-[^"]+)"', html) == [f"c-{one.split()[0]}" for one in case["clauses"]]


CC105 = {
    "3": "# 3 Method\n\n3.9 Limit.\n",
    "5": "# 5 Surveillance\n\nNote: day.\n",
    "8": "# 8 Factors\n\n5) less\n\n    e) prepared\n",
    "a": "# Annex A Quality\n\n## Table QMS 1\n\n## Figure A.1\n",
    "annex-1": "# Appendix 1 Form\n\n## 1 Fields\n\na) name\n\n1.1 Sign.\n",
}


@pytest.mark.parametrize("case", cases("links"))
def test_references_become_links_that_mkdocs_can_check(case: dict) -> None:
    text = f"# 2 Application\n\n{case['markdown']}\n"
    sources = [("en/cc105/index.md", cover("CC105", "CNAS-CC105:2020", "2020")), ("en/cc105/2.md", text)]
    sources += [(f"en/cc105/{stem}.md", page) for stem, page in CC105.items()]
    sources += [("en/cc11/index.md", cover("CC11", "CNAS-CC11:2018", "2018")), ("en/cc11/6.md", "# 6 Sampling\n")]
    html = render(read(sources, LANGUAGES, date(2026, 1, 1)), "en/cc105/2.md", text)
    body = re.sub(r'<p class="document-status.*?</p>\n', "", html.split("</details>", 1)[1]).strip().removeprefix("<p>").removesuffix("</p>")
    body = re.sub(r'<a class="clause-ref" data-preview=""', "<a", body)
    assert re.sub(r"\s+", " ", body.replace("\u00a0", " ")) == case["html"]


def test_an_item_of_this_clause_is_one_of_the_clause_in_which_it_is_named() -> None:
    text = "# 2 Application\n\n2.1 First:\n\na) one;\n\nb) two, with item a) of this clause;\n\n    1) and point b of this clause.\n\n## 2.2 Second\n\nItem a) of this clause.\n\na) *only* as items a) and c) of this clause say\n"
    form = "# Appendix 1 Form\n\n1.1 Fields, item a) of this clause among them:\n\na) name\n"
    odd = "# 3 Method\n\n### Odd\n\na) one\n\nb) as item a) of this clause\n\n## Figure 1\n\nWith item a) of this clause:\n\na) x\n"
    sources = [("en/cc105/index.md", cover("CC105", "CNAS-CC105:2020", "2020")), ("en/cc105/2.md", text), ("en/cc105/3.md", odd), ("en/cc105/annex-1.md", form)]
    registry = read(sources, LANGUAGES, date(2026, 1, 1))
    assert re.findall(r'<a class="clause-ref" data-preview="" href="#c-([^"]+)">([^<]+)', render(registry, "en/cc105/2.md", text)) == [
        ("2.1-a", "item a) of this clause"),
        ("2.1-b", "point b of this clause"),
        ("2.2-a", "Item a) of this clause"),
        ("2.2-a", "items a)"),
    ]
    assert 'href="#c-annex-1.1.1-a">item a) of this clause' in render(registry, "en/cc105/annex-1.md", form)
    assert [(citation.source, target and target.clause) for citation, target in registry.pages["en/cc105/2.md"].cited] == [
        ("2.1-b", "2.1-a"),
        ("2.1-b-1", "2.1-b"),
        ("2.2", "2.2-a"),
        ("2.2-a", "2.2-a"),
        ("2.2-a", None),
    ]
    assert [(citation.source, target.clause) for citation, target in registry.pages["en/cc105/3.md"].cited] == [("3-h1-b", "3-h1-a"), ("fig-1", "fig-1-a")]
    assert [problem.message for problem in cited_but_absent(registry)] == ["'c) of this clause': CC105:2020 has no clause 2.2-c (nearest is 2.2)"]


def test_a_clause_without_a_heading_stands_in_a_block_of_its_own() -> None:
    text = "# 5 Procedure\n\n5.1 First.\n\nMore.\n\n5.2 Second.\n\n## 5.3 Third\n\nText.\n"
    registry = read([("en/gz021/index.md", cover("GZ021", "GZ021", "A1")), ("en/gz021/5.md", text)], LANGUAGES, date(2026, 1, 1))
    html = render(registry, "en/gz021/5.md", text)
    blocks = re.findall(r'<div class="clause" id="([^"]+)">(.*?)</div>', html, re.DOTALL)
    assert [anchor for anchor, _ in blocks] == ["c-5.1", "c-5.2"]
    assert "More." in blocks[0][1] and "Second" not in blocks[0][1] and "Third" not in blocks[1][1]


def test_a_numbered_annex_has_all_that_a_clause_has() -> None:
    form = "# 附件 1 申请书\n\n## 1 内容\n\n1.1 名称。见 1.1 和 5。\n\n## 3 签字\n"
    sources = [("zh/gz021/index.md", cover("GZ021", "GZ021", "A1").replace("text: r", 'was: {annex-1.2: annex-1.3}\ntext: r')), ("zh/gz021/annex-1.md", form)]
    sources += [("zh/gz021/annex-3.md", "# 附件 3 表\n"), ("zh/gz021/5.md", "# 5 程序\n\n5.1 按附件 1 第 1.1 条填写附件一。\n"), ("en/gz021/index.md", cover("GZ021", "GZ021", "A1"))]
    sources += [("en/gz021/annex-1.md", "# Appendix I Form\n\n## 1 What\n\n1.1 Name.\n")]
    registry = read(sources, ("zh", "en"), date(2026, 1, 1))
    html = render(registry, "zh/gz021/annex-1.md", form)
    assert '<summary>附件 1：被引用 2 次</summary>' in html and '<summary>附件 1 条款 1.1：被引用 2 次</summary>' in html
    assert '<a href="/en/gz021/annex-1.md#c-annex-1.1.1" hreflang="en" lang="en">' in html and 'href="#c-annex-1.1.1"' in html
    assert '<p class="clause-trace" id="c-annex-1.2">' in html
    known = lasting(registry, registry.documents)
    assert str(known["GZ021/annex-1"]["en"]) == "GZ021:A1/annex-1" and str(known["GZ021/annex-1.2"]["zh"]) == "GZ021:A1/annex-1.3"
    assert [problem.message for problem in numbering(registry)] == ["'annex-3': annex-2 is missing before it"]


def test_what_other_programs_read_is_json_as_python_writes_it() -> None:
    rough = 'Say "%s" \\ %d {all} & <b> é € 中 \u00a0 \u2028 \x7f 😀'
    sources = [("en/gz021/index.md", cover("GZ021", "GZ021", "A1")), ("en/gz021/5.md", f"# 5 {rough}\n\n5.1 {rough} see 5.\n\na) as clause 5.1 says.\n")]
    sources += [("en/about.md", f"# Us\n\n{rough} and [[GZ021:5]].\n")]
    registry = read(sources, ("en",), date(2026, 1, 1))
    text = as_text({"work": "GZ021"}, clauses(registry, next(iter(registry.documents.values())), {"GZ021:A1/5.1": ["one", "two"]}))
    head, *lines, end, _ = text.split("\n")
    assert (head, end) == ('{"work": "GZ021", "clauses": [', "]}")
    assert [json.dumps(json.loads(line.removesuffix(",")), ensure_ascii=False) for line in lines] == [line.removesuffix(",") for line in lines]
    assert [(one["id"], one["parent"], len(one["cited_by"]), one["computed_by"]) for one in json.loads(text)["clauses"]] == [
        ("GZ021:A1/5", None, 2, []),
        ("GZ021:A1/5.1", "GZ021:A1/5", 1, ["one", "two"]),
        ("GZ021:A1/5.1-a", "GZ021:A1/5.1", 0, []),
    ]


def test_a_panel_names_the_citing_clause_its_sentence_and_the_other_languages() -> None:
    sources = [
        ("en/gz021/index.md", cover("GZ021", "GZ021", "A1")),
        ("en/gz021/5.md", "# 5 Procedure\n\n5.1 First. Do as clause 6 says. Last.\n"),
        ("en/gz021/6.md", "# 6 Marks\n\na) one\n"),
        ("hu/gz021/index.md", cover("GZ021", "GZ021", "A1")),
        ("hu/gz021/6.md", "# 6 Jelek\n"),
        ("en/about.md", "# About us\n\nWe follow [[GZ021:6-a]].\n"),
    ]
    html = render(read(sources, LANGUAGES, date(2026, 1, 1)), "en/gz021/6.md", dict(sources)["en/gz021/6.md"])
    assert '<summary>Clause 6: cited 2×</summary>' in html
    assert '<a href="/en/gz021/5.md#c-5.1">5.1</a> Do as clause 6 says.' in html
    assert '<a href="/en/about.md#">About us</a> We follow 6-a.' in html
    assert '<a href="/hu/gz021/6.md#c-6" hreflang="hu" lang="hu">' in html
    assert html.count("data-pagefind-ignore") == html.count("<details") + html.count("clause-mark") + html.count("document-status ") + html.count("<fieldset")


DATED = cover("GZ021", "GZ021 A/1", "A1").replace(
    "text: restated\n", 'text: restated\nin_force: {from: 2025-09-01}\nnotices: [{date: 2026-03-02, text: Look elsewhere., clauses: [6-a]}]\n'
)


def test_a_panel_says_how_to_cite_what_is_noticed_and_what_computes() -> None:
    sources = [
        ("en/gz021/index.md", DATED),
        ("en/gz021/6.md", "# 6 Marks\n\na) one\n"),
        ("en/sums.md", "# Sums\n"),
    ]
    registry = read(sources, LANGUAGES, date(2026, 1, 2))
    extension = ClausesExtension(registry, WORDS)
    extension.page = registry.pages["en/gz021/6.md"]
    extension.address = lambda file, anchor: f"/{file}#{anchor}"
    extension.root = "../../../"
    extension.worked = lambda language: {"GZ021:A1/6-a": [Worked("en/sums.md", "?q=1", "1 + 1 = 2")]}
    html = Markdown(extensions=[*EXTENSIONS, extension]).convert(sources[1][1])
    assert "<summary>Clause 6: cite, other languages, computed, notice</summary>" in html
    cited = "GZ021 A/1, GZ021, clause 6 (edition A1; in force from 1 September 2025; text as of 2 January 2026)."
    assert f'<span>{cited}</span> <a href="../../../id/GZ021:A1/#6">GZ021:A1/6</a>' in html
    assert "<strong>Notice, as of 2 March 2026</strong> Look elsewhere." in html
    assert '<a href="/en/sums.md#?q=1">Sums</a> 1 + 1 = 2' in html


@pytest.mark.parametrize(
    ("day", "status"),
    [(date(2025, 8, 31), "Not yet in force"), (date(2025, 9, 1), "In force"), (date(2030, 1, 1), "In force"), (date(2030, 1, 2), "Superseded")],
)
def test_every_page_of_a_document_says_whether_it_is_in_force(day: date, status: str) -> None:
    first = DATED.replace("2025-09-01}", "2025-09-01, until: 2030-01-01}")
    second = cover("GZ021", "GZ021 A/2", "A2").replace("text: restated", "text: restated\nin_force: {from: 2030-01-02}")
    sources = [("en/gz021/index.md", first), ("en/gz021/6.md", "# 6 Marks\n\na) one\n"), ("en/gz021-a2/index.md", second)]
    registry = read(sources, ("en",), day)
    for file, text in sources[:2]:
        html = render(registry, file, text.partition("---\n# ")[2] or text)
        assert f"<strong>{status}</strong> from 1 September 2025, until 1 January 2030" in html
        assert ('the edition in force is <a href="/en/gz021-a2/index.md#">GZ021 A/2</a>' in html) == (status == "Superseded")
        assert ("Look elsewhere. → <a" in html) == (file == "en/gz021/index.md")


def test_every_word_of_the_clauses_is_used() -> None:
    code = "".join(path.read_text("utf-8") for path in (Path(__file__).parents[2] / "plugins" / "clauses").rglob("*.py"))
    made = {"in_force", "superseded", "not_yet", "undated", "copy", "copy_address", "copied", "is_same", "is_words", "is_figures"}
    names = {key.removeprefix("clauses.") for key in WORDS["en"]}
    assert {name for name in names - made if f'"clauses.{name}"' not in code and f'_say("{name}"' not in code} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mark_has_a_name_in_the_page_s_language(language: str) -> None:
    sources = [(f"{language}/gz021/index.md", cover("GZ021", "GZ021", "A1")), (f"{language}/gz021/6.md", "# 6 X\n\n6.1 Y.\n")]
    html = render(read(sources, LANGUAGES, date(2026, 1, 1)), f"{language}/gz021/6.md", sources[1][1])
    names = re.findall(r'<a aria-label="([^"]+)" class="clause-mark"', html)
    expected = WORDS[language]["clauses.link_to"].split("{")[0]
    assert len(names) == 2 and all(name.startswith(expected) and "6" in name for name in names)


@settings(max_examples=60)
@given(st.text(alphabet="#5.1 a)-\n`>|![]*~注：<&", max_size=120))
def test_no_text_of_a_page_breaks_the_reading(text: str) -> None:
    scan = Scanner(grammar("zh"), "zh/gz021/5.md", numbered=True).read("# 5 程序\n\n" + text)
    assert scan.clauses[0].id == "5"
    assert all(1 <= block.line <= text.count("\n") + 3 for block in scan.blocks)


@pytest.mark.parametrize("unit", ["5.1 text see 5.2\n\n", "a) item\n", "[[", "`", "<!-- ", "- x\n    - y\n", "| a | b |\n", "见 5.1、"])
def test_reading_is_work_in_proportion_to_the_page(unit: str) -> None:
    def cost(size: int) -> int:
        sources = [("zh/gz021/index.md", cover("GZ021", "GZ021", "A1")), ("zh/gz021/5.md", "# 5 X\n\n" + unit * (size // len(unit)))]
        return calls(lambda: read(sources, ("zh",), date(2026, 1, 1)))

    cost(100)
    assert cost(40_000) <= 8.5 * cost(5_000)


def test_a_number_that_is_no_more_leads_on_or_says_why() -> None:
    told = 'was: {"5.2": "5.3", "5.9": "6", "7.1": "5.1", "5.1": "5.3"}\ngone: {"5.10": "now in the contract", "5.1-a": "twice"}\ntext: restated'
    sources = [
        ("en/gz021/index.md", cover("GZ021", "GZ021", "A1").replace("text: restated", told)),
        ("en/gz021/5.md", "# 5 Procedure\n\n5.1 First.\n\n5.3 Third, see 5.2.\n\n## 5.11 Last\n"),
        ("en/gz021/6.md", "# 6 Marks\n"),
        ("en/cc11/index.md", cover("CC11", "CC11", "1")),
        ("en/cc11/1.md", "# 1 Scope\n\n1.1 As clause 5.2 of GZ021 says, [[GZ021:5.9]]. [[GZ021:5.10]]\n"),
    ]
    registry = read(sources, ("en",), date(2026, 1, 1))
    html = render(registry, *sources[1])
    ids = re.findall(r' id="c-([^"]+)"', html)
    assert ids == ["5", "5.1", "5.1-a", "5.2", "5.3", "5.9", "5.10", "5.11"]
    assert '<p class="clause-trace" id="c-5.2"><span class="clause-number">5.2</span> is now <a class="clause-ref" data-preview="" href="#c-5.3">5.3</a></p>' in html
    assert 'is now <a class="clause-ref" data-preview="" href="6.md#c-6">6</a>' in html
    assert '<span class="clause-number">5.10</span> has been removed: now in the contract' in html
    assert '<p class="clause-trace"><span class="clause-number">5.1</span> is now' in html, "the number is another clause's"
    assert '<p class="clause-trace" id="c-7.1">' in render(registry, sources[0][0], "# GZ021\n"), "its section is gone too"
    assert [str(target) for page, _, target in registry.citations if page.file == "en/cc11/1.md"] == ["GZ021:A1/6", "None", "GZ021:A1/5.3"]
    assert [target for page, citation, target in registry.citations if citation.written == "5.2"] == [None]
    assert {title: str(places["en"]) for title, places in lasting(registry, registry.documents).items() if title in ("GZ021/5.2", "GZ021:A1/5.10")} == {
        "GZ021/5.2": "GZ021:A1/5.3",
        "GZ021:A1/5.10": "GZ021:A1/5.10",
    }
