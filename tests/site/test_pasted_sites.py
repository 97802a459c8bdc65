"""Sites pasted from a spreadsheet into a calculator's page: columns, headings, and errors with their row."""

import json

import pytest
from plugins.calculators.respond import respond
from plugins.calculators.runtime.language_page import language_page
from tests.built import ROOT

PAGES = {language: language_page(ROOT, language, {}) for language in ("en", "hu", "ru", "zh")}


def reply(pasted: object, name: str = "cc11", language: str = "en", **more: object) -> dict:
    request = {"audit": "initial", **more, "sites_text": pasted} if name == "cc11" else {**more, "sites_text": pasted}
    return json.loads(respond(json.dumps({"name": name, "text": json.dumps(request), "language": language, "base": "", "wanted": "answer"}), PAGES[language]))


def selected(answer: dict) -> list[str]:
    return sorted(site["id"] for site in answer["answer"]["selected"])


@pytest.mark.parametrize("mark", ["\t", ";", ",", ", "])
def test_cells_stand_between_tabs_semicolons_or_commas(mark):
    assert selected(reply(mark.join(("north", "12", "shops")))) == ["north"]


def test_the_first_row_may_name_the_columns_by_field_or_title():
    plain = reply("a,10,shops\nb,90,shops", seed="1")
    assert selected(reply("personnel,id,group\n10,a,shops\n90,b,shops", seed="1")) == selected(plain)
    assert selected(reply("Personnel\tIdentifier\tGroup of similar sites\n10\ta\tshops\n90\tb\tshops", seed="1")) == selected(plain)


@pytest.mark.parametrize("heading", ["编号\t人数\t可以抽样", "Обозначение\tЧисленность\tДопускает выборку", "Azonosító\tLétszám\tMintavételezhető"])
def test_the_headings_of_every_language_are_known_in_every_other(heading):
    assert selected(reply(f"{heading}\na\t10\tfalse\nb\t90\tfalse")) == ["a", "b"]


def test_pasted_sites_come_after_those_of_the_form():
    answer = reply("b,5", sites=[{"id": "a"}], sampled=False)
    assert selected(answer) == ["a", "b"]


def test_a_number_of_sites_gives_way_to_a_list():
    assert selected(reply("a,5\nb,5", sites="70", sampled=False)) == ["a", "b"]


def test_a_decimal_comma_is_read_where_the_language_writes_one():
    assert selected(reply("a\t7,5", language="hu")) == ["a"]


def test_an_error_names_its_row_and_column():
    errors = reply("a,5,shops\n\nb,many,shops")["errors"]
    assert [(error["path"], error["text"].partition(":")[0]) for error in errors] == [("sites_text", "Row 3, column “Personnel”")]


def test_cells_in_quotation_marks_hold_marks_and_line_ends():
    assert selected(reply('"shop, ""north""",12,shops\r\n"two\nlines",9,other', sampled=False)) == ['shop, "north"', "two\nlines"]


@pytest.mark.parametrize("text", ['"', '"a', 'a"b,"', '""",', "\r\r\n,;", "\t" * 50, '"a"b,3'])
def test_damaged_quotation_marks_do_no_harm(text):
    assert set(reply(text)) & {"sections", "errors"}


def test_not_more_errors_than_can_be_read():
    errors = reply("\n".join(f"s{number},many" for number in range(500)))["errors"]
    assert len(errors) == 11
    assert "490" in errors[-1]["text"]


def test_a_cell_too_many_is_told():
    assert reply("a,5,shops,CN,trade,low,more")["errors"][0]["path"] == "sites_text"


@pytest.mark.parametrize("pasted", [7, None, [], {}])
def test_what_is_no_text_is_refused_and_not_raised(pasted):
    assert reply(pasted)["errors"]


def test_two_thousand_pasted_sites_are_answered():
    rows = "\n".join(f"shop {number}\t{10 + number % 40}\tshops\tCN" for number in range(2000))
    answer = reply(rows, "programme", standards=[{"standard": "QMS", "category": "medium"}], central={"personnel": 40}, seed="1")
    assert len(answer["answer"]["samples"]["stage2"]["selected"]) == 45
