"""The command line of the contract: JSON and text, batch, exit status, help from the schema."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from calculators import LANGUAGES, NAMES, calculate, schema
from tests.rules.account import entries
from tests.rules.test_cases import CASES

ROOT = Path(__file__).parents[2]
GOOD = {"standard": "QMS", "personnel": 55, "factors": [{"factor": "mature_system", "percent": "-10", "reason": "nine years"}]}


def run(*arguments: str, given: str = "") -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "calculators", *arguments]
    return subprocess.run(command, input=given.encode(), capture_output=True, cwd=ROOT, timeout=60)


def test_a_request_from_standard_input_is_answered_as_json() -> None:
    done = run("cc105", given=json.dumps(GOOD))
    assert done.returncode == 0
    assert json.loads(done.stdout) == calculate("cc105", GOOD)


def test_a_request_from_a_file_in_another_language(tmp_path: Path) -> None:
    file = tmp_path / "request.json"
    file.write_text(json.dumps(GOOD), encoding="utf-8")
    done = run("cc105", str(file), "--language", "hu")
    assert json.loads(done.stdout) == calculate("cc105", GOOD, "hu")


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_names_every_step_with_its_clauses(language: str) -> None:
    done = run("cc105", "--format", "text", "--language", language, given=json.dumps(GOOD))
    shown = done.stdout.decode()
    for step in calculate("cc105", GOOD, language)["steps"]:
        assert f"{step['text']} [{', '.join(step['clauses'])}]" in shown


def test_text_of_a_programme_holds_the_account_of_every_sample_and_place() -> None:
    request = {"standards": [{"standard": "QMS"}], "central": {"personnel": 55}, "sites": [{"id": "depot", "personnel": 12}]}
    shown = run("programme", "--format", "text", given=json.dumps(request)).stdout.decode()
    answer = calculate("programme", request)
    said = [entry["text"] for name in ("steps", "findings") for entry in entries(answer, name)]
    assert len(said) > 40 and [text for text in said if text not in shown] == []


def test_headings_end_as_the_language_writes_them() -> None:
    request = {"rule": "CC11:2018", "levels": [{"name": "甲", "sites": 4}]}
    shown = run("cc11", "--format", "text", "--language", "zh", given=json.dumps(request)).stdout.decode()
    assert "：" in shown and ": " not in shown


@pytest.mark.parametrize(("streams", "status"), [("<&-", 2), (">&-", 0), ("2>&-", 0), ("<&- >&- 2>&-", 2), (">/dev/full", 1)])
def test_a_closed_or_full_stream_ends_without_a_traceback(streams: str, status: int, tmp_path: Path) -> None:
    (tmp_path / "request.json").write_text(json.dumps(GOOD), encoding="utf-8")
    opened = "" if "<&-" in streams else f"<{tmp_path}/request.json "
    done = subprocess.run(["sh", "-c", f"exec {sys.executable} -m calculators cc105 {opened}{streams}"], capture_output=True, cwd=ROOT, timeout=60)
    assert (done.returncode, b"Traceback" in done.stderr) == (status, False)


def test_bad_input_ends_with_two_and_its_errors_on_standard_output() -> None:
    done = run("cc105", given='{"standard": "QMS"}')
    assert done.returncode == 2
    assert [error["path"] for error in json.loads(done.stdout)["errors"]] == ["personnel"]
    assert run("cc105", "--format", "text", given="{").returncode == 2


def test_a_missing_file_is_told_with_its_name() -> None:
    done = run("cc105", "no-such-file.json", "--language", "hu")
    (error,) = json.loads(done.stdout)["errors"]
    assert done.returncode == 2 and error["key"] == "request.cannot_read" and "no-such-file.json" in error["text"]


@pytest.mark.parametrize("order", ["NAME --batch FILE", "NAME FILE --batch", "--batch NAME FILE", "NAME --language en --batch FILE --format json"])
def test_the_file_may_stand_before_or_after_the_options(order: str, tmp_path: Path) -> None:
    file = tmp_path / "requests.jsonl"
    file.write_text(json.dumps(GOOD), encoding="utf-8")
    done = run(*order.replace("NAME", "cc105").replace("FILE", str(file)).split())
    assert done.returncode == 0 and json.loads(done.stdout) == calculate("cc105", GOOD), done.stderr


def test_a_command_line_that_is_not_right_is_told_as_any_bad_input_all_at_once() -> None:
    done = run("cc999", "--language", "xx", "--format=yaml", "--bacth", "surplus")
    met = [(error["path"], error["key"]) for error in json.loads(done.stdout)["errors"]]
    assert done.returncode == 2 and met == [
        ("NAME", "request.unknown_calculator"), ("--language", "request.unknown_language"), ("--format", "request.choice"),
        ("--bacth", "command.unknown"),
    ]  # fmt: skip
    assert "“--batch”" in done.stdout.decode()
    assert [error["path"] for error in json.loads(run("cc105", "one.json", "two.json").stdout)["errors"]] == ["two.json"]


@pytest.mark.parametrize(("arguments", "path"), [
    ([], "NAME"), (["cc105", "--policy"], "--policy"), (["cc105", "--batch=yes"], "--batch"), (["--language", "hu"], "NAME"),
])  # fmt: skip
def test_what_a_command_line_lacks_is_told_in_the_format_and_language_asked_for(arguments: list[str], path: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2 and [error["path"] for error in json.loads(done.stdout)["errors"]] == [path]
    shown = run("--language", "ru", "--format", "text", *arguments).stdout.decode()
    assert f"  {path}: " in shown and not shown.startswith("{")


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_names_every_option_and_calculator_and_the_fields_of_one(language: str) -> None:
    shown = run("cc105", "--help", "--language", language).stdout.decode()
    for word in (*NAMES, "FILE", "--language", "--format", "--batch", "--policy", "--compare", "--find-sector", "--schema", "--fields"):
        assert f"\n  {word} " in shown
    for field in schema("cc105")["properties"]:
        assert f"\n  {field}" in shown
    for choice in schema("cc105")["properties"]["choices"]["properties"]:
        assert f"\n      {choice}: " in shown
    assert run("-h").returncode == 0


def test_an_empty_line_of_a_batch_is_a_bad_line_with_an_answer_of_its_own() -> None:
    done = run("cc105", "--batch", given=f"{json.dumps(GOOD)}\r\n\r\n{json.dumps(GOOD)}\r\n")
    answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert done.returncode == 1 and [list(answer)[0] for answer in answers] == ["edition", "errors", "edition"]


def test_a_batch_keeps_the_order_and_a_bad_line_stops_nothing() -> None:
    lines = [json.dumps(GOOD), "not json", json.dumps({**GOOD, "personnel": 5})]
    done = run("cc105", "--batch", given="\n".join(lines) + "\n")
    answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert done.returncode == 1
    assert answers[0] == calculate("cc105", GOOD) and "errors" in answers[1]
    assert answers[2] == calculate("cc105", {**GOOD, "personnel": 5})


@pytest.mark.parametrize("name", NAMES)
def test_a_batch_answers_every_case_as_one_request_does(name: str) -> None:
    requests = [case.values[0]["request"] for case in CASES if case.values[0]["calculator"] == name]
    lines = [json.dumps(request, ensure_ascii=False, default=str) for request in requests]
    done = run(name, "--batch", "--language", "ru", given="\n".join(lines))
    assert [json.loads(line) for line in done.stdout.decode().splitlines()] == [calculate(name, request, "ru") for request in requests]


def test_a_batch_without_bad_lines_ends_with_zero() -> None:
    assert run("cc105", "--batch", given=json.dumps(GOOD)).returncode == 0


def test_two_requests_are_compared(tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_text(json.dumps({**GOOD, "edition": "NARMD5:2009"}), encoding="utf-8")
    found = json.loads(run("cc105", "--compare", str(other), given=json.dumps(GOOD)).stdout)
    assert "edition" in [one["path"] for one in found["results"]]


def test_a_business_finds_its_sector() -> None:
    found = json.loads(run("cc105", "--find-sector", "hospital").stdout)
    assert {"OHSMS", "EMS"} == {one["standard"] for one in found}


@pytest.mark.parametrize("name", NAMES)
def test_schema_and_field_help_come_from_the_same_place(name: str) -> None:
    printed = json.loads(run(name, "--schema", "--language", "ru").stdout)
    assert printed == json.loads(json.dumps(schema(name, "ru")))
    for field in schema(name)["properties"]:
        assert f"\n{field}" in "\n" + run(name, "--fields").stdout.decode()
