"""The term base for other programs says what the file says."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from lxml import etree

from plugins.terms.exports import cell, table, tbx
from plugins.terms.term_base import read
from tests.terms.concepts import TEXT, concepts

ROOT = Path(__file__).parents[2]
TBX = "{urn:iso:std:iso:30042:ed-2}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def test_tbx_is_well_formed_and_says_its_dialect() -> None:
    every = read((ROOT / "locales" / "terms.yml").read_text(encoding="utf-8"))
    root = etree.fromstring(tbx(every, "A & B").encode())
    assert (root.tag, root.get("type"), root.get("style")) == (f"{TBX}tbx", "TBX-Basic", "dca")
    assert root.findtext(f"{TBX}tbxHeader/{TBX}fileDesc/{TBX}sourceDesc/{TBX}p") == "A & B"
    assert len(root.findall(f"{TBX}text/{TBX}body/{TBX}conceptEntry")) == len(every)
    ids = [entry.get("id") for entry in root.iter(f"{TBX}conceptEntry")]
    assert len(set(ids)) == len(ids)


def test_a_tbx_entry_has_each_language_with_definition_source_and_status() -> None:
    root = etree.fromstring(tbx(concepts(), "X").encode())
    entry = root.find(f".//{TBX}conceptEntry[@id='t-audit-time']")
    assert [section.get(LANG) for section in entry] == ["zh", "en", "ru", "hu"]
    english = entry[1]
    assert [child.tag.removeprefix(TBX) for child in english] == ["descripGrp", *["termSec"] * 4]
    assert [(one.tag.removeprefix(TBX), one.get("type"), one.text) for one in english[0]] == [
        ("descrip", "definition", "the time <needed>"),
        ("admin", "source", "X1:1/1.2"),
    ]
    assert [(one[0].text, one[1].text) for one in english[1:]] == [
        ("audit time", "preferredTerm-admn-sts"),
        ("AT", "admittedTerm-admn-sts"),
        ("audit hours", "deprecatedTerm-admn-sts"),
        ("man-days", "deprecatedTerm-admn-sts"),
    ]


def test_the_table_has_one_row_for_each_concept() -> None:
    rows = list(csv.DictReader(io.StringIO(table(concepts()), newline="")))
    assert [row["id"] for row in rows] == ["audit", "audit-time", "site"]
    assert rows[1]["clause"] == "X1:1/1.2"
    assert (rows[1]["en_preferred"], rows[1]["en_forbidden"]) == ("audit time", "audit hours; man-days")
    assert rows[1]["zh_admitted"] == "审核用时" and rows[2]["hu_definition"] == "hely"


def test_no_cell_is_taken_for_a_formula() -> None:
    for sign in "=+-@\t\r":
        assert cell(f"{sign}1+1") == f"'{sign}1+1"
    assert cell("1-1") == "1-1"
    assert "\"'=HYPERLINK(\"\"x\"\")\"" in table(read(TEXT.replace("a place", "'=HYPERLINK(\"x\")'")))
