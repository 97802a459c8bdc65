"""What an answer is taken along as: the workbook, the table and the record hold the answer's own numbers, whatever was typed."""

import base64
import csv
import io
import json
import zipfile
from fractions import Fraction

import calculators
import pytest
from lxml import etree, html
from plugins.calculators.files.csv_table import csv_table
from plugins.calculators.files.workbook import workbook
from plugins.calculators.record import ASKED_BY
from plugins.calculators.respond import respond
from plugins.calculators.runtime.language_page import language_page
from plugins.calculators.words import page_words
from tests.built import LANGUAGES, ROOT

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
HOSTILE = '=HYPERLINK("http://x";"&<\x0b年\ud83d")'
REQUESTS = {
    "cc105": {"standard": "QMS", "personnel": 55, "factors": [{"factor": "mature_system", "percent": -10, "reason": "nine <years>"}]},
    "cc106": {"times": {"QMS": "9/2", "EMS": "27/4"}, "auditors": [["QMS", "EMS"]], "integration": {"characteristics": [True, False, True, True, True, False, True]}},
    "cc11": {"audit": "initial", "sites": [{"id": f"=S{n}", "personnel": n, "group": "g"} for n in range(1, 10)], "seed": "1"},
    "programme": {"standards": [{"standard": "QMS"}], "central": {"personnel": 40}, "sites": [{"id": "<Plant>", "personnel": 120}]},
    "calendar": {"certificate_issue": "2025-11-28"},
}


def wanted(name: str, kind: str, language: str = "en") -> dict:
    message = {"name": name, "text": json.dumps(REQUESTS[name]), "language": language, "base": "", "wanted": kind, "date": "27 May", "organization": "A&B"}
    return json.loads(respond(json.dumps(message), language_page(ROOT, language, {}, for_browser=False)))


def rows(content: bytes, sheet: int = 1) -> list[list[object]]:
    """The cells of a workbook's sheet: text, or numbers exactly as written."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            etree.fromstring(archive.read(name))
        assert archive.namelist()[0] == "[Content_Types].xml"
        tree = etree.fromstring(archive.read(f"xl/worksheets/sheet{sheet}.xml"))
    return [[_value(cell) for cell in row] for row in tree.iter(f"{MAIN}row")]


def _value(cell: etree._Element) -> object:
    number = cell.findtext(f"{MAIN}v")
    return Fraction(number) if number else cell.findtext(f"{MAIN}is/{MAIN}t")


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_per_visit_and_site_stand_in_workbook_and_table(language: str) -> None:
    reply, answer = wanted("programme", "xlsx", language), wanted("programme", "answer", language)["answer"]
    expected = [(one["id"], Fraction(one["days"])) for visit in answer["visits"] for one in visit["sites"]]
    assert [(row[1], row[2]) for row in rows(base64.b64decode(reply["file"]["base64"]))[1:]] == expected
    text = base64.b64decode(wanted("programme", "csv", language)["file"]["base64"]).decode("utf-8")
    assert text.startswith("\ufeff")
    comma = language in ("ru", "hu")
    table = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";" if comma else ","))
    assert [(row[1], Fraction(row[2].replace(",", ".") if comma else row[2])) for row in table[1:]] == expected


def test_no_text_becomes_a_formula_and_none_breaks_the_file() -> None:
    sheet = ("[a]/b", ["x"], [[HOSTILE], ["-1+1"], [Fraction(-1, 3)], [None]])
    text = csv_table(sheet, "en").decode("utf-8")
    assert [row[0] if row else "" for row in csv.reader(io.StringIO(text))][1:4] == [f"'{HOSTILE}".replace("\ud83d", "?"), "'-1+1", "-0.333333"]
    cells = rows(workbook([sheet]))
    assert cells[1] == [HOSTILE.replace("\x0b", "").replace("\ud83d", "?")]
    assert cells[2:] == [["-1+1"], [Fraction("-0.333333333333")], [None]]


@pytest.mark.parametrize("name", REQUESTS)
def test_every_calculator_that_offers_a_file_makes_it(name: str) -> None:
    reply = wanted(name, "xlsx")
    assert len(rows(base64.b64decode(reply["file"]["base64"]))) > 1
    steps = [step["text"] for step in wanted(name, "answer")["answer"]["steps"]]
    assert steps == [row[1] for row in rows(base64.b64decode(reply["file"]["base64"]), 3 if name == "programme" else 2)][-len(steps) or None :]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ASKED_BY)
def test_the_record_holds_entries_steps_findings_and_places_to_sign(name: str, language: str) -> None:
    reply = wanted(name, "record", language)
    answer, record = wanted(name, "answer", language)["answer"], html.fromstring(f"<div>{reply['record']}</div>")
    text = " ".join(record.text_content().split())
    for one in (*answer["steps"], *answer["findings"]):
        assert " ".join(one["text"].split()) in text
    head = [cell.text_content() for cell in record.find_class("calculator-record-head")[0].iter("dd")]
    assert head[0] == "A&B" and head[1] == "27 May" and head[3] == calculators.__version__
    assert all(one.get("open") is not None for one in record.iter("details"))
    titles = {rule["title"] for key, rule in calculators.schema(name, language)["properties"].items() if key in REQUESTS[name]}
    assert titles <= {cell.text_content() for cell in record.iter("dt", "caption", "h4")}
    entered, words = {cell.text_content(): cell.getnext().text_content() for cell in record.iter("dt")}, page_words(language)
    for number, met in enumerate(REQUESTS[name].get("integration", {}).get("characteristics", []), 1):
        assert entered[words[f"record.characteristics_{number}"]] == words["page.yes" if met else "page.no"]
    assert len(record.find_class("calculator-signatures")[0].findall("tbody/tr/td")) == 6
