"""A new edition and the stubs of a translation, to the letter; what is refused writes nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from plugins.clauses.__main__ import main
from plugins.clauses.checks import run
from plugins.clauses.folder import sources
from plugins.clauses.reading import read

COVER = '---\nwork: P7\ncode: P-7:2020\nedition: "2020"\ntitle: {}\nsource_language: zh\nin_force: {{from: 2020-01-01}}\ntext: full\nwas: {{"1.3": "1.2"}}\n---\n# {}\n'
ZH = "# 1 范围\n\n1.1 本程序适用于所有申请人的申请：\n\na) 一；\n\nb) 二。\n\n注：三。\n\n1.2 见 [[P7:2020/1.1]]。\n\n<!-- waive C01: 例 -->\n\n## 1.4 其他事项\n\n由机构决定。\n"
EN = "# 1 Scope\n\n1.1 This procedure is for all who apply:\n\na) one;\n\nNote: three.\n\n## 1.4 Other matters\n\nThe body decides.\n"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    for language, text in (("zh", ZH), ("en", EN)):
        folder = tmp_path / "docs" / language / "p7"
        folder.mkdir(parents=True)
        (folder / "index.md").write_text(COVER.format("P7", "P7"), "utf-8")
        (folder / "1.md").write_text(text, "utf-8")
    (tmp_path / "docs/zh/p7/2.md").write_text("# 2 责任\n\n2.1 甲。\n", "utf-8")
    return tmp_path / "docs"


def everything(docs: Path) -> dict[str, str]:
    return {path.relative_to(docs).as_posix(): path.read_text("utf-8") for path in sorted(docs.rglob("*")) if path.is_file()}


def told(docs: Path, check: str) -> list[str]:
    registry = read(sources(docs, []), ("zh", "en"), date(2026, 6, 1))
    return [f"{one.file}:{one.line}" for one in run(registry) if one.check == check]


def test_stubs_stand_in_their_place_and_are_told_as_untranslated(docs: Path) -> None:
    assert main(["translate-stub", "en", "--docs", str(docs)]) == 0
    assert (docs / "en/p7/1.md").read_text("utf-8") == (
        "# 1 Scope\n\n1.1 This procedure is for all who apply:\n\na) one;\n\nb) 二。\n\n<!-- untranslated -->\n\nNote: three.\n\n"
        "1.2 见 [[P7:2020/1.1]]。\n\n<!-- untranslated -->\n\n## 1.4 Other matters\n\nThe body decides.\n"
    )
    assert (docs / "en/p7/2.md").read_text("utf-8") == "# 2 责任\n\n<!-- untranslated -->\n\n2.1 甲。\n\n<!-- untranslated -->\n"
    assert told(docs, "C03") == [] and told(docs, "T01") == []
    assert told(docs, "T07") == ["en/p7/1.md:3", "en/p7/1.md:13", "en/p7/2.md:1", "en/p7/2.md:5"]
    before = everything(docs)
    assert main(["translate-stub", "en", "P7", "--docs", str(docs)]) == 0 and everything(docs) == before


def test_a_language_without_a_document_gets_all_of_it(docs: Path) -> None:
    assert main(["translate-stub", "ru", "--docs", str(docs)]) == 0
    texts = everything(docs)
    assert texts["ru/p7/index.md"] == COVER.format("P7", "P7") + "\n<!-- untranslated -->\n"
    assert texts["ru/p7/1.md"].count("<!-- untranslated -->") == 4 and "waive" not in texts["ru/p7/1.md"] and "Примечание: 三。" in texts["ru/p7/1.md"]


def test_a_new_edition_is_a_copy_with_its_dates_and_the_old_one_ends_the_day_before(docs: Path, capsys: pytest.CaptureFixture) -> None:
    main(["translate-stub", "en", "--docs", str(docs)])
    old = everything(docs)
    assert main(["new-edition", "P7", "2026", "--in-force", "2026-05-01", "--docs", str(docs)]) == 0
    new = everything(docs)
    assert new["zh/p7-2026/index.md"] == (
        '---\nwork: P7\ncode: P-7:2026\nedition: "2026"\ntitle: P7\nsource_language: zh\nin_force: {from: 2026-05-01}\ntext: full\n---\n# P7\n'
    )
    assert new["en/p7/index.md"] == old["en/p7/index.md"].replace("{from: 2020-01-01}", "{from: 2020-01-01, until: 2026-04-30}")
    assert new["zh/p7-2026/1.md"] == old["zh/p7/1.md"].replace("P7:2020/", "P7:2026/") and new["zh/p7/1.md"] == old["zh/p7/1.md"]
    assert told(docs, "C06") == [] and told(docs, "C11") == []
    read_again = read(sources(docs, []), ("zh", "en"), date(2026, 5, 1))
    assert read_again.current("en", "P7") == "2026"


def test_of_stubs_one_check_alone_speaks(docs: Path) -> None:
    main(["translate-stub", "en", "--docs", str(docs)])
    registry = read(sources(docs, []), ("zh", "en"), date(2026, 6, 1))
    assert {one.check for one in run(registry) if one.check.startswith("T") and one.file != "en/p7/index.md"} == {"T07"}


def test_lines_that_name_the_edition_before_are_told(docs: Path, capsys: pytest.CaptureFixture) -> None:
    main(["translate-stub", "en", "--docs", str(docs)])
    for path in docs.rglob("p7/*.md"):
        path.write_text(path.read_text("utf-8").replace("P-7:2020", "P-7 A/1").replace('"2020"', '"A1"').replace("P7:2020/", "P7:A1/"), "utf-8")
    with (docs / "en/p7/1.md").open("a", encoding="utf-8") as file:
        file.write("\nP-7 A/1 was issued in 2020.\n")
    assert main(["new-edition", "P7", "A2", "--in-force", "2026-05-01", "--docs", str(docs)]) == 0
    told = [line.removeprefix(f"{docs}/") for line in capsys.readouterr().out.splitlines() if "still names" in line]
    line = len((docs / "en/p7-a2/1.md").read_text("utf-8").splitlines())
    assert told == [f"en/p7-a2/1.md:{line}: still names the edition before"]
    assert "\ncode: P-7 A/2\n" in (docs / "en/p7-a2/index.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["new-edition", "P8", "2026", "--in-force", "2026-05-01"], "no document P8; known are P7"),
        (["new-edition", "P7", "2020", "--in-force", "2026-05-01"], "P7:2020 is there already"),
        (["new-edition", "P7", "2026", "--in-force", "2019-05-01"], "2026 cannot begin on 2019-05-01"),
        (["new-edition", "P7", "2026", "--in-force", "2026-05-01", "--before", "1999"], "P7 has no edition '1999'; known are 2020"),
        (["new-edition", "P7", "B/1", "--in-force", "2026-05-01"], "nothing was written, because this would be wrong"),
        (["translate-stub", "en", "P9"], "no document P9; known are P7"),
        (["translate-stub", "en", "P7:1999"], "no document P7:1999; known are P7, P7:2020"),
    ],
)
def test_what_is_refused_writes_nothing(arguments: list[str], said: str, docs: Path, capsys: pytest.CaptureFixture) -> None:
    before = everything(docs)
    assert main([*arguments, "--docs", str(docs)]) == 2
    assert said in capsys.readouterr().err and everything(docs) == before
