"""The whole report on small sites, line by line, and what the command line says of it."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from plugins.clauses.__main__ import main
from plugins.clauses.checks import SEVERITY, run
from plugins.clauses.reading import read
from plugins.clauses.report import report, summary

# Of the other checks each has its own test.
HERE = {"C01", "C01-prose", "C02", "C03", "C12", "S01", "S02", "S03", "S04", "T01", "T03"}
WEIGHTS = {check: level if check in HERE else "off" for check, level in SEVERITY.items()}
CASES = yaml.safe_load((Path(__file__).with_name("sites") / "reports.yml").read_text("utf-8"))


def text_of(source: str) -> str:
    """A file of a case."""
    if source.startswith("cover "):
        work = source[6:]
        return f'---\nwork: {work}\ncode: CNAS-{work}:2020\nedition: "2020"\ntitle: {work}\nsource_language: zh\ntext: restated\n---\n# {work}\n'
    return source


def lines(files: dict[str, str], severity: dict[str, str], only: str = "") -> list[str]:
    """The report on `files`."""
    registry = read([(file, text_of(source)) for file, source in files.items()], ("zh", "en"), date(2026, 1, 1))
    return [one.text for one in report(run(registry), {**WEIGHTS, **severity}) if only in one.text]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_report_says_where_what_and_what_is_nearest(case: dict) -> None:
    assert lines(case["files"], {}, case.get("only", "")) == case["report"]


def test_a_check_weighs_what_the_configuration_says() -> None:
    files = next(case["files"] for case in CASES if case["name"].startswith("C01, references"))
    assert [line.split()[1:3] for line in lines(files, {"C01": "info", "C01-prose": "off"})] == [["info", "C01"]] * 2


def test_the_summary_counts_by_level() -> None:
    files = next(case["files"] for case in CASES if case["name"].startswith("C01, references"))
    registry = read([(file, text_of(source)) for file, source in files.items()], ("zh", "en"), date(2026, 1, 1))
    assert summary(report(run(registry), WEIGHTS)) == "2 errors, 2 warnings"
    assert summary([]) == "no problems"


def test_the_command_reads_a_folder_and_fails_on_errors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = next(case for case in CASES if case["name"].startswith("C03"))
    for file, source in case["files"].items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text_of(source.replace("CC", "XX")), "utf-8")  # unknown to the calculators
    (tmp_path / "zh" / "about.md").write_bytes("# 关于\n\n".encode() + "不".encode("gb18030"))
    assert main(["check", str(tmp_path), "--languages", "zh,en", "--short"]) == 1
    told = capsys.readouterr()
    errors = [line.replace(str(tmp_path), "docs") for line in told.out.splitlines() if ": error " in line]
    expected = [line.replace("CC", "XX") for line in case["report"] if ": error " in line]
    assert errors == sorted([*expected, "docs/zh/about.md:3: error S05 file is not UTF-8"])
    assert "4 errors" in told.err


def test_the_command_passes_over_warnings_unless_strict(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "zh" / "cc105").mkdir(parents=True)
    (tmp_path / "zh" / "cc105" / "index.md").write_text(text_of("cover XX105"), "utf-8")
    (tmp_path / "zh" / "cc105" / "3.md").write_text("# 3 方法\n\n见第 4 条。\n", "utf-8")
    assert main(["check", str(tmp_path), "--languages", "zh"]) == 0
    assert main(["check", str(tmp_path), "--languages", "zh", "--strict"]) == 1
    assert "warning C01" in capsys.readouterr().out


def test_the_published_documents_have_no_errors(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(Path(__file__).parents[2] / "docs"), "--short"])
    assert [line for line in capsys.readouterr().out.splitlines() if ": error " in line] == []


def test_the_command_prints_the_line_with_a_caret_and_what_to_do_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "docs/zh/xx105").mkdir(parents=True)
    (tmp_path / "docs/zh/xx105/index.md").write_text(text_of("cover XX105"), "utf-8")
    (tmp_path / "docs/zh/xx105/3.md").write_text(f"# 3 方法\n\n按照规定见第 4 条。\n\n{'长' * 90}，见第 5 条\x1b。\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text("plugins:\n- clauses:\n    severity: {C01-prose: error, T10: 'off', T07: !ENV X}\n", "utf-8")
    assert main(["check", str(tmp_path / "docs")]) == 2
    assert "T07: None: known are C01" in capsys.readouterr().err
    (tmp_path / "mkdocs.yml").write_text("plugins:\n- clauses:\n    severity: {C01-prose: error, T10: 'off'}\n", "utf-8")
    assert main(["check", str(tmp_path / "docs")]) == 1
    told = capsys.readouterr().out.replace(f"{tmp_path}/", "").splitlines()
    assert told[:4] == [
        "docs/zh/xx105/3.md:3:6: error C01 '第 4 条': XX105:2020 has no clause 4 (nearest is 3)",
        "     3 | 按照规定见第 4 条。",
        "       |           ^^^^^^^",
        "       = The message names the nearest clause; correct the number.",
    ]
    assert told[4].startswith("docs/zh/xx105/3.md:5:93: error C01") and len(told) == 7
    assert told[5].startswith("     5 | …长") and told[5].endswith("，见第 5 条\ufffd。")
    assert told[6].endswith(" ^^^^^^^") and len(told[6]) < 120


def test_thousands_of_one_kind_in_a_file_are_counted_and_not_all_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "zh/xx105").mkdir(parents=True)
    (tmp_path / "zh/xx105/index.md").write_text(text_of("cover XX105"), "utf-8")
    (tmp_path / "zh/xx105/3.md").write_text("# 3 方法\n\n" + "见 [[9]] 和第 4 条。\n\n" * 3000, "utf-8")
    (tmp_path / "zh/xx105/4.md").write_text("# 4 时间\n\n[[9]]\n", "utf-8")
    assert main(["check", str(tmp_path), "--languages", "zh"]) == 1
    told = capsys.readouterr()
    lines = told.out.replace(f"{tmp_path}/", "").splitlines()
    assert [line for line in lines if " more of " in line] == ["zh/xx105/3.md: error C01 … and 2980 more of this kind in this file"]
    assert sum("error C01 '" in line for line in lines) == 21 and "3001 errors" in told.err
