"""A body's own procedure becomes clause pages that the checks accept; what cannot be settled is told with its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from plugins.clauses.__main__ import main
from plugins.clauses.folder import sources
from plugins.clauses.reading import read

TEXT = """ПРОЦЕДУРА ВЫДАЧИ СЕРТИФИКАТОВ

Содержание
1 Область применения ..... 3
2 Порядок ................ 4
3 Сроки .................. 5

1 Область применения
1.1 Процедура распространяется на всех заявителей.
2 Порядок
2.1 Заявитель представляет:
а) заявку;
б) устав*;
2.3 См. п. 1.1 и п. 9.9.
1.2 Этот пункт стоит не на месте.
3 Сроки
Приложение А Форма заявки
"""
HTML = """<html><head><title>x</title><style>p{}</style></head><body><nav>Menu</nav><main>
<h1>Certification procedure</h1>
<h2>1. Scope</h2><p>1.1 This procedure serves <b>every</b> applicant.</p>
<h2>2. Application</h2>
<p>2.1 The applicant shall give:</p><ol type="a"><li>a name;</li><li><p>an address:</p><ul><li>of the site &lt;main&gt;</li></ul></li></ol>
<p>2.2 Fees are as in clause 2.1 a):</p>
<table><tr><th>People</th><th>Days</th></tr><tr><td>1|5</td><td>1.5</td></tr></table>
<table><caption>Table 1 Risks</caption><tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr></table><p>See Table 1 and <a href="https://a.example/x">the form</a>.</p><img src="seal.png">
</main></body></html>"""


def run(file: Path, docs: Path, language: str, *more: str) -> int:
    return main(["import", str(file), "--language", language, "--work", "P7", "--docs", str(docs), *more])


def checked(docs: Path, language: str) -> int:
    return main(["check", str(docs), "--languages", language])


def test_text_becomes_pages_and_what_is_left_to_decide_is_told(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    source, docs = tmp_path / "p.txt", tmp_path / "docs"
    source.write_bytes(TEXT.replace("\n", "\r\n").encode("windows-1251"))
    assert run(source, docs, "ru", "--encoding", "windows-1251", "--code", "П-7", "--in-force", "2026-01-01") == 0
    told = capsys.readouterr().out
    folder = docs / "ru" / "p7"
    assert sorted(path.name for path in folder.iterdir()) == ["1.md", "2.md", "3.md", "a.md", "index.md"]
    assert (folder / "2.md").read_text("utf-8") == (
        "# 2 Порядок\n\n2.1 Заявитель представляет:\n\na) заявку;\n\nb) устав\\*;\n\n2.3 См. п. 1.1 и п. 9.9.\n\n1\\.2 Этот пункт стоит не на месте.\n"
    )
    cover = (folder / "index.md").read_text("utf-8")
    assert "in_force:\n  from: 2026-01-01" in cover and "- [Приложение А Форма заявки](a.md)" in cover and "....." not in cover
    for line in ("p.txt:3: table of contents left out, up to 6", "p.txt:14: 2.2 is missing before 2.3", "p.txt:15: 1.2 is no clause of section 2: kept as text"):
        assert line in told
    assert "2.md:9: warning C01 'п. 9.9': P7:1 has no clause 9.9" in told
    assert checked(docs, "ru") == 0


def test_html_becomes_pages_without_what_stands_around_the_text(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    source, docs = tmp_path / "p.html", tmp_path / "docs"
    source.write_text(HTML, "utf-8")
    assert run(source, docs, "en") == 0
    assert (docs / "en/p7/2.md").read_text("utf-8") == (
        "# 2 Application\n\n2.1 The applicant shall give:\n\na) a name;\n\nb) an address:\n\n    - of the site &lt;main>\n\n"
        "2.2 Fees are as in clause 2.1 a):\n\n| People | Days |\n| --- | --- |\n| 1\\|5 | 1.5 |\n\n"
        "### Table 1 Risks\n\n| a | b |\n| --- | --- |\n|  | c |\n\nSee Table 1 and the form.\n"
    )
    made = read(sources(docs, []), ("en",), date(2026, 1, 1))
    assert ("Table 1", "tab-1") in [(citation.written, target.clause) for _, citation, target in made.citations if target]
    assert "Menu" not in (docs / "en/p7/index.md").read_text("utf-8")
    told = capsys.readouterr().out
    assert "p.html:8: picture left out: seal.png" in told and "p.html:8: link left out: https://a.example/x" in told and "p.html:8: merged cell 'a'" in told
    assert checked(docs, "en") == 0


def test_russian_annexes_become_latin_ones_where_they_would_be_mistaken(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    source, docs = tmp_path / "p.md", tmp_path / "docs"
    source.write_text("# 1 Общее\n\n1.1 См. приложения А, Б и В, п. В.1 и п. 2.1 приложения № 1.\n\n" + "".join(f"# Приложение {one}. Форма\n\n{one}.1. Бланк.\n\n" for one in "АБВ") + "# Приложение № 1\n\n# 1 Бланк\n\n## 2 Поля\n\n2.1 Имя.\n", "utf-8")
    assert run(source, docs, "ru") == 0
    assert "См. приложения A, B и C, п. C.1 и п. 2.1 приложения № 1." in (docs / "ru/p7/1.md").read_text("utf-8")
    assert (docs / "ru/p7/c.md").read_text("utf-8").startswith("# Приложение C. Форма\n\nC.1. Бланк.\n")
    told = capsys.readouterr().out
    assert "p.md:5: annexes А, Б, В have become A, B, C" in told
    assert (docs / "ru/p7/annex-1.md").read_text("utf-8") == "# Приложение № 1\n\n## 1 Бланк\n\n## 2 Поля\n\n2.1 Имя.\n"
    made = read(sources(docs, []), ("ru",), date(2026, 1, 1))
    assert [target.clause for _, _, target in made.citations] == ["A", "B", "C", "C.1", "annex-1.2.1", "annex-1"]


def test_the_title_is_not_the_body_and_a_broken_line_no_heading(tmp_path: Path) -> None:
    (tmp_path / "p.txt").write_text("某某认证有限公司\n文件编号：QP-09\n公正性管理程序\n\n1 目的\n1.1 记录保存 6 年。\n注：电子记录等同。\n", "utf-8")
    assert run(tmp_path / "p.txt", tmp_path / "docs", "zh") == 0
    assert "title: 公正性管理程序" in (tmp_path / "docs/zh/p7/index.md").read_text("utf-8")
    assert (tmp_path / "docs/zh/p7/1.md").read_text("utf-8") == "# 1 目的\n\n1.1 记录保存 6 年。\n\n注：电子记录等同。\n"
    (tmp_path / "h.txt").write_text("Panaszok\n\n1. Cél\n1.1. Az eljárás szabályozza, hogyan fogadja a szervezet\na panaszokat.\n", "utf-8")
    assert run(tmp_path / "h.txt", tmp_path / "docs", "hu") == 0
    assert (tmp_path / "docs/hu/p7/1.md").read_text("utf-8") == "# 1 Cél\n\n1.1 Az eljárás szabályozza, hogyan fogadja a szervezet a panaszokat.\n"


ARTICLES = """产品认证管理办法

第一章 总则
第一条 为规范认证活动，制定本办法。
第二条 认证机构应当满足下列要求：
（一）有章程；
（二）有场所。
1、自有；
2、租用。
第二章 申请
第三条 申请按第二条提交，见第一条至第三条。
第五条 审核时间
按规定确定。
第二条 这一条重复。
"""


def test_articles_are_sections_whatever_chapters_they_stand_in(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    source, docs = tmp_path / "p.txt", tmp_path / "docs"
    source.write_text(ARTICLES, "utf-8")
    assert run(source, docs, "zh") == 0
    folder = docs / "zh/p7"
    assert sorted(path.name for path in folder.iterdir()) == ["1.md", "2.md", "3.md", "5.md", "index.md"]
    assert (folder / "3.md").read_text("utf-8") == "# 第三条\n\n申请按第二条提交，见第一条至第三条。\n"
    assert (folder / "5.md").read_text("utf-8").startswith("# 第五条 审核时间\n\n按规定确定。")
    cover = (folder / "index.md").read_text("utf-8")
    assert "\n## 第一章 总则\n\n- [第一条](1.md)\n- [第二条](2.md)\n\n## 第二章 申请\n\n- [第三条](3.md)\n- [第五条 审核时间](5.md)\n" in cover
    told = capsys.readouterr().out
    assert "p.txt:12: article 3 is followed by 5" in told and "p.txt:14: article 2 stands already at 5: this one is kept as text" in told
    made = read(sources(docs, []), ("zh",), date(2026, 1, 1))
    assert [(citation.written, target.clause) for _, citation, target in made.citations] == [("第二条", "2"), ("第一条", "1"), ("第三条", "2"), ("第三条", "3"), ("第二条", "2")]


@pytest.mark.parametrize(
    "text",
    [
        "1 Scope\n\n1.1 The body shall publish its rules.\nIt may charge for copies.\nIt keeps them current.\n\n1.2 Others ask.\n\n1.3 Last.\n",
        "1 Scope\n\n1.1 The body shall publish its rules. It may\ncharge for copies. It keeps them current.\n\n1.2 Others ask.\n\n1.3 Last.\n",
    ],
)
def test_lines_of_one_paragraph_are_joined(text: str, tmp_path: Path) -> None:
    (tmp_path / "p.txt").write_text(text, "utf-8")
    assert run(tmp_path / "p.txt", tmp_path / "docs", "en") == 0
    page = (tmp_path / "docs/en/p7/1.md").read_text("utf-8")
    assert page == "# 1 Scope\n\n1.1 The body shall publish its rules. It may charge for copies. It keeps them current.\n\n1.2 Others ask.\n\n1.3 Last.\n"


def test_chinese_lines_of_one_paragraph_are_joined_without_spaces(tmp_path: Path) -> None:
    lines = "认证机构应当公开其认证规则、收费标准和获证组织名录，并保持这些\n信息准确、完整、及时更新，使有关各方在需要的时候都能够方便地取\n得和核对。"
    (tmp_path / "p.txt").write_text(f"1 范围\n\n1.1 {lines}\n\n1.2 完。\n", "utf-8")
    assert run(tmp_path / "p.txt", tmp_path / "docs", "zh") == 0
    assert (tmp_path / "docs/zh/p7/1.md").read_text("utf-8") == "# 1 范围\n\n1.1 " + lines.replace("\n", "") + "\n\n1.2 完。\n"


def word_file(path: Path) -> None:
    """A Word file whose numbers Word counts itself: headings 1, 1.1 by their styles, items a) by their paragraphs."""
    document = docx.Document()
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{shape}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (shape, text) in enumerate([("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "%3)")])
    )
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))

    def add(text: str, level: int | None, style: str = "Normal") -> None:
        paragraph = document.add_paragraph(text, style)
        if level is not None:
            paragraph._p.get_or_add_pPr().append(
                parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>')
            )

    add("Tanúsítási eljárás", None, "Title")
    add("Hatály", 0, "Heading 1")
    add("Az eljárás minden kérelmezőre vonatkozik.", 1)
    add("Kérelem", 0, "Heading 1")
    add("A kérelmező megadja:", 1)
    add("a nevét;", 2)
    add("a címét.", 2)
    add("Lásd az 1.1. pontot.", 1)
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text, table.cell(1, 0).text, table.cell(1, 1).text = "fő", "nap", "5", "1,5"
    document.paragraphs[-1]._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:drawing/></w:r>'))
    assert document.paragraphs[0]._p.tag == qn("w:p")
    document.save(str(path))


def test_a_word_file_keeps_the_numbers_that_word_counts(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    word_file(tmp_path / "p.docx")
    docs = tmp_path / "docs"
    assert run(tmp_path / "p.docx", docs, "hu") == 0
    out = capsys.readouterr()
    assert (docs / "hu/p7/2.md").read_text("utf-8") == (
        "# 2 Kérelem\n\n2.1 A kérelmező megadja:\n\na) a nevét;\n\nb) a címét.\n\n2.2 Lásd az 1.1. pontot.\n\n| fő | nap |\n| --- | --- |\n| 5 | 1,5 |\n"
    )
    assert "p.docx:paragraph 8: picture left out" in out.out and "1 references recognised" in out.err
    assert checked(docs, "hu") == 0


def test_a_word_file_gives_what_stands_in_fields_insertions_and_cells(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    document = docx.Document()
    numbering = document.part.numbering_part.element
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl>'
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="91">{level}</w:abstractNum>'))
    for number in (91, 92):
        anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
        numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="91"/>{anew}</w:num>'))

    def item(paragraph, number: int) -> None:
        paragraph._p.get_or_add_pPr().append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'))

    document.add_heading("1 Application", 1)
    for number, lead in ((91, "1.1 The applicant gives:"), (92, "1.2 The body gives:")):
        document.add_paragraph(lead)
        item(document.add_paragraph("a name;"), number)
    last = document.add_paragraph("1.3 At most 100 m")
    last.add_run("2").font.superscript = True
    for part in ('<w:ins w:id="1"><w:r><w:t xml:space="preserve"> within 5 days, see </w:t></w:r></w:ins>', '<w:fldSimple w:instr="REF x"><w:r><w:t>1.1.</w:t></w:r></w:fldSimple>'):
        last._p.append(parse_xml(part.replace(" ", f" {nsdecls('w')} ", 1)))
    form = "<w:sdtPr/><w:sdtContent><w:p><w:r><w:t>The body fills this in.</w:t></w:r></w:p></w:sdtContent>"
    document.element.body.insert(-1, parse_xml(f'<w:sdt {nsdecls("w")}>{form}</w:sdt>'))
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text, table.cell(1, 1).text = "No.", "Days", "1.5"
    item(table.cell(1, 0).paragraphs[0], 91)
    document.save(str(tmp_path / "p.docx"))
    assert run(tmp_path / "p.docx", tmp_path / "docs", "en") == 0
    assert (tmp_path / "docs/en/p7/1.md").read_text("utf-8") == (
        "# 1 Application\n\n1.1 The applicant gives:\n\na) a name;\n\n1.2 The body gives:\n\na) a name;\n\n"
        "1.3 At most 100 m² within 5 days, see 1.1.\n\nThe body fills this in.\n\n| No. | Days |\n| --- | --- |\n| b) | 1.5 |\n"
    )
    assert "p.docx: 1 insertions that are not accepted were taken as text" in capsys.readouterr().out


RULES = """CARBON RULES
GZ-033 A/0

2 Basis
2.1 All of it:
（一）first;
（二）second:
1. inner;
2. inner;
（三）third.
① one;
② two;

Table 1 Days
Size\tPeople\tDays
small\t1–5\t1.5

7. Audits
7.1. Planned yearly.

Annex A
(informative)
Sampling
A.1 As the root.
"""


def test_lists_tables_and_annexes_are_read_as_rules_have_them(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    (tmp_path / "p.txt").write_text(RULES, "utf-8")
    assert run(tmp_path / "p.txt", tmp_path / "docs", "en") == 0
    folder = tmp_path / "docs/en/p7"
    assert (folder / "2.md").read_text("utf-8") == (
        "# 2 Basis\n\n2.1 All of it:\n\n1) first;\n\n2) second:\n\n    1) inner;\n\n    2) inner;\n\n3) third.\n\n    1) one;\n\n    2) two;\n\n"
        "### Table 1 Days\n\n| Size | People | Days |\n| --- | --- | --- |\n| small | 1–5 | 1.5 |\n"
    )
    assert (folder / "7.md").read_text("utf-8") == "# 7 Audits\n\n7.1 Planned yearly.\n"
    assert (folder / "a.md").read_text("utf-8") == "# Annex A (informative) Sampling\n\nA.1 As the root.\n"
    assert "title: CARBON RULES\n" in (folder / "index.md").read_text("utf-8")
    told = capsys.readouterr().out
    assert "p.txt:4: the first section is 2" in told and "p.txt:18: section 2 is followed by 7" in told and "edition: '1' was taken" in told


SUBITEMS = """1. Általános
1.1. A testület megvizsgálja:
a) az elsőt;
b) a másodikat, azaz:
ba) egyik elemét,
bb) másik elemét (a kérelem
és mellékletei);
c) a harmadikat:
ca) egyben,
cb) részenként,
cc) vagy így.
ce) ez nem tétel.
"""


def test_items_that_name_the_one_they_stand_within(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    (tmp_path / "p.txt").write_text(SUBITEMS, "utf-8")
    assert run(tmp_path / "p.txt", tmp_path / "docs", "hu") == 0
    assert (tmp_path / "docs/hu/p7/1.md").read_text("utf-8") == (
        "# 1 Általános\n\n1.1 A testület megvizsgálja:\n\na) az elsőt;\n\nb) a másodikat, azaz:\n\n    a) egyik elemét,\n\n"
        "    b) másik elemét (a kérelem és mellékletei);\n\nc) a harmadikat:\n\n    a) egyben,\n\n    b) részenként,\n\n    c) vagy így.\n\n"
        "ce\\) ez nem tétel.\n"
    )
    told = capsys.readouterr().out
    assert "p.txt:5: 'ba)' and what follows it are written a), b) … within b): write references to them as [[…-b-a]]" in told
    made = read(sources(tmp_path / "docs", []), ("hu",), date(2026, 1, 1))
    assert "p.txt:12: item 'ce) ez nem tétel.' is out of order or stands twice: kept as text" in told
    assert [*made.clauses["hu", "P7", "1"]] == ["1", "1.1", "1.1-a", "1.1-b", "1.1-b-a", "1.1-b-b", "1.1-c", "1.1-c-a", "1.1-c-b", "1.1-c-c"]


@pytest.mark.parametrize(
    ("text", "page"),
    [
        (  # the bracket closes one that is open
            "1.1. The body shall examine whatever the organization has told it (whatever it\nis) before it begins, and for as long (or as the law has\n"
            "it) as it takes to find out what it wants to know.\n",
            "1.1 The body shall examine whatever the organization has told it (whatever it is) before it begins, and for as long (or as the law has "
            "it) as it takes to find out what it wants to know.\n",
        ),
        ("1.1. Ha:\na) ok;\nb) a testület a jelen szabályzat szerint, illetve az a) pont\nba) alpontja szerint járt el.\n",
         "1.1 Ha:\n\na) ok;\n\nb) a testület a jelen szabályzat szerint, illetve az a) pont ba) alpontja szerint járt el.\n"),
        ("1.1. Ha:\na)\tok;\nb)\tmás:\nba)\tegyik,\nbb)\tmásik;\nc)\tutolsó.\n",
         "1.1 Ha:\n\na) ok;\n\nb) más:\n\n    a) egyik,\n\n    b) másik;\n\nc) utolsó.\n"),
        ("1.1. Ha:\na) ok;\nb) más:\n- pont,\n- pont;\nba) egyik,\nbb) másik;\nc) utolsó.\n",
         "1.1 Ha:\n\na) ok;\n\nb) más:\n\n    - pont,\n\n    - pont;\n\n    a) egyik,\n\n    b) másik;\n\nc) utolsó.\n"),
    ],
    ids=["closing", "reference", "tabs", "after bullets"],
)  # fmt: skip
def test_two_letters_and_a_bracket(text: str, page: str, tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    (tmp_path / "p.txt").write_text(f"1. Scope\n{text}", "utf-8")
    assert run(tmp_path / "p.txt", tmp_path / "docs", "hu") == 0
    assert (tmp_path / "docs/hu/p7/1.md").read_text("utf-8") == f"# 1 Scope\n\n{page}"
    assert "out of order" not in capsys.readouterr().out


@pytest.mark.parametrize("marks", ["abc", "123"])
def test_a_list_that_stands_twice_is_no_table_of_contents(marks: str, tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    listed = "".join(f"{one}) {word}\n" for one, word in zip(marks, ("name;", "address;", "scope.")))
    (tmp_path / "p.txt").write_text(f"1. Rules\n1.1. Apply with:\n{listed}1.2. Steps are taken.\n1.3. The certificate has:\n{listed}1.4. End.\n", "utf-8")
    assert run(tmp_path / "p.txt", tmp_path / "docs", "en") == 0
    page = (tmp_path / "docs/en/p7/1.md").read_text("utf-8")
    assert page.count(f"{marks[2]}) scope.") == 2 and "1.2 Steps are taken." in page and "left out" not in capsys.readouterr().out


def test_code_stays_code_and_a_raised_number_is_no_figure(tmp_path: Path) -> None:
    (tmp_path / "p.md").write_text("# 1 Scope\n\n1.1 Say:\n\n```\na = 1\n\n2.1 b\n```\n\n1.2 Last.\n", "utf-8")
    assert run(tmp_path / "p.md", tmp_path / "docs", "en") == 0
    assert (tmp_path / "docs/en/p7/1.md").read_text("utf-8") == "# 1 Scope\n\n1.1 Say:\n\n```\na = 1\n\n2.1 b\n```\n\n1.2 Last.\n"
    (tmp_path / "h.html").write_text("<body><h1>1 Scope</h1><p>1.1 5<sup>1</sup> people on 10 m<sup>2</sup></p></body>", "utf-8")
    assert run(tmp_path / "h.html", tmp_path / "docs", "en", "--folder", "h") == 0
    assert "1.1 5¹ people on 10 m²" in (tmp_path / "docs/en/h/1.md").read_text("utf-8")


def test_what_markdown_leads_to_beside_the_file_is_told(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    text = "# 1 Scope\n\n1.1 As in [the form](form.docx) and [the law](https://law.example/1).\n\n| A |\n|---|\n| ![seal](seal.png) |\n"
    (tmp_path / "p.md").write_text(text, "utf-8")
    assert run(tmp_path / "p.md", tmp_path / "docs", "en") == 0
    told = capsys.readouterr().out
    assert "p.md:3: 'form.docx' was beside the file" in told and "p.md:5: 'seal.png' was beside the file" in told and "law.example" not in told


@pytest.mark.parametrize(
    ("name", "content", "more", "said"),
    [
        ("p.pdf", b"%PDF", (), "only .docx, .html"),
        ("p.docx", b"PK no zip", (), "no Word file that can be read"),
        ("p.txt", b"ok\n\xff\xfa", (), "p.txt:2: not utf-8; say which it is: --encoding"),
        ("p.txt", b"a\nb\0c", (), "p.txt:2: a NUL byte"),
        ("p.txt", b"", (), "no text"),
        ("p.html", b" ", (), "no text"),
        ("p.txt", b"1 A\n", ("--edition", "A/1"), "--edition 'A/1' must be free of"),
        ("p.txt", b"1 A\n", ("--folder", "../x"), "--folder '../x' must be small letters"),
    ],
)
def test_what_cannot_be_imported_is_refused_and_nothing_written(
    name: str, content: bytes, more: tuple, said: str, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    (tmp_path / name).write_bytes(content)
    assert run(tmp_path / name, tmp_path / "docs", "en", *more) == 2
    assert said in capsys.readouterr().err and not (tmp_path / "docs").exists()


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    (tmp_path / "p.md").write_text("# 1 Scope\n\n1.1 All.\n", "utf-8")
    (tmp_path / "docs/en/p7").mkdir(parents=True)
    assert run(tmp_path / "p.md", tmp_path / "docs", "en") == 2
    assert "there already" in capsys.readouterr().err and not list((tmp_path / "docs/en/p7").iterdir())
    assert [path.name for path in (tmp_path / "docs").iterdir()] == ["en"]
