"""Editions, ranges, labels and the nearest clause."""

from datetime import date

import pytest

from plugins.clauses.clause import Address
from plugins.clauses.nearest import nearest
from plugins.clauses.lasting import lasting
from plugins.clauses.reading import read
from plugins.clauses.registry import Registry, reference, spellings


def cover(edition: str, dates: str) -> str:
    """A cover page of CC105 with its dates."""
    return f'---\nwork: CC105\ncode: CNAS-CC105:{edition}\nedition: "{edition}"\ntitle: T\nsource_language: zh\ntext: link\nin_force: {dates}\n---\n# T\n'


def registry(day: date) -> Registry:
    """Two editions of one work, one after the other."""
    sources = [
        ("en/cc105/index.md", cover("2020", "{from: 2020-11-06}")),
        ("en/cc105/6.md", "# 6 New\n\n6.1 A.\n\n6.2 B.\n\n6.3 C.\n\n6.4 see clauses 6.1 to 6.3\n\na) item\n\n    - dash\n"),
        ("en/cc105-2015/index.md", cover("2015", "{from: 2015-01-01, until: 2020-11-05}")),
        ("en/cc105-2015/6.md", "# 6 Old\n\n6.1 A, see [[6]] and [[CC105:2020/6.2]].\n"),
        ("en/about.md", "# About\n\n[[CC105:6.1]]\n"),
    ]
    return read(sources, ("en",), day)


@pytest.mark.parametrize(
    ("day", "edition"),
    [(date(2016, 1, 1), "2015"), (date(2020, 11, 5), "2015"), (date(2020, 11, 6), "2020"), (date(2030, 1, 1), "2020")],
)
def test_a_reference_without_an_edition_means_the_one_in_force(day: date, edition: str) -> None:
    made = registry(day)
    assert made.current("en", "CC105") == edition
    assert [target for page, _, target in made.citations if page.file == "en/about.md"] == [Address("CC105", edition, "6.1")]


def test_a_document_cites_itself_in_its_own_edition() -> None:
    made = registry(date(2026, 1, 1))
    cited = [target for page, _, target in made.citations if page.file == "en/cc105-2015/6.md"]
    assert cited == [Address("CC105", "2015", "6"), Address("CC105", "2020", "6.2")]


def test_what_stood_below_a_clause_that_was_renumbered_went_with_it() -> None:
    head = cover("2020", "{}").replace("title: T", 'was: {"6": "7", "6.2": "7.9"}\ngone: {"6.3": "why"}\ntitle: T')
    text = "# 7 New\n\n7.1 A.\n\na) item\n\n7.2 B.\n\n7.3 C.\n\n7.9 D.\n"
    made = read([("en/cc105/index.md", head), ("en/cc105/7.md", text), ("en/cc105/8.md", "# 8 X\n")], ("en",), date(2026, 1, 1))
    now = {"6": "7", "6.1": "7.1", "6.1-a": "7.1-a", "6.2": "7.9", "6.9": "7.9", "6.3": "6.3", "6.4": "6.4", "60.1": "60.1"}
    assert {old: made.moved("en", Address("CC105", "2020", old)).clause for old in now} == now
    assert made.part("GZ021", ()).moved("en", Address("CC105", "2020", "6.1")).clause == "7.1", "asked from the pages of another work"
    found = lasting(made, made.documents)
    assert {old: found.get(f"CC105/{old}", {}).get("en", Address("", "", "")).clause for old in ("6.1-a", "6.2", "6.4")} == {
        "6.1-a": "7.1-a",
        "6.2": "7.9",
        "6.4": "",
    }


def test_a_range_cites_what_lies_between() -> None:
    made = registry(date(2026, 1, 1))
    assert [target.clause for page, citation, target in made.citations if citation.source == "6.4"] == ["6.1", "6.2", "6.3"]
    between = made.cited_by["en", "CC105", "2020"]["6.2"]
    assert sorted(citation.file for citation in between) == ["en/cc105-2015/6.md", "en/cc105/6.md"]


@pytest.mark.parametrize(
    ("words", "cited"),
    [
        ("Annexes A to C", ["A", "B", "C"]),
        ("clause 1 a) to d)", ["1-a", "1-b", "1-c", "1-d"]),
        ("Tables QMS 1 to 3", ["QMS1", "QMS2", "QMS3"]),
        ("Annexes C to A", ["C", "A"]),
        ("clauses 1 to 2", ["1", "2"]),
    ],
)
def test_a_range_of_annexes_items_and_tables_cites_what_lies_between(words: str, cited: list[str]) -> None:
    sources = [
        ("en/p7/index.md", cover("1", "{}").replace("CC105", "P7")),
        ("en/p7/1.md", "# 1 Lists\n\na) one\n\nb) two\n\nc) three\n\nd) four\n"),
        ("en/p7/2.md", f"# 2 Text\n\nSee {words}.\n"),
        *((f"en/p7/{one}.md", f"# Annex {one.upper()}\n") for one in "abc"),
        ("en/p7/d.md", "# Annex D\n\n## Table QMS 1\n\n## Table QMS 2\n\n## Table QMS 3\n"),
    ]
    made = read(sources, ("en",), date(2026, 1, 1))
    assert [target.clause for _, _, target in made.citations] == cited


@pytest.mark.parametrize(
    ("clause", "label"), [("6.4", "6.4"), ("6.4-a", "6.4 a)"), ("6.4-a-1", "6.4 a), item 1")]
)
def test_a_label_says_the_items_as_people_write_them(clause: str, label: str) -> None:
    made = registry(date(2026, 1, 1))
    address = Address("CC105", "2020", clause)
    assert made.label_within("en", address) == label
    assert made.label("en", address) == f"CNAS-CC105:2020, {label}"


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("CC105:3.9", ("CC105", "", "3.9")),
        ("CC105:2020/8-5-e", ("CC105", "2020", "8-5-e")),
        ("３.９", ("", "", "3.9")),
        ("QMS1", ("QMS1", "", "")),
        ("CC105:", None),
        ("CC105:../x", None),
        ("", None),
    ],
)
def test_the_written_forms_of_an_address(written: str, parts: tuple | None) -> None:
    assert reference(written) == parts


def test_the_last_parts_of_a_number_may_be_items() -> None:
    assert list(spellings("8.5-e")) == ["8.5-e", "8-5-e"]
    assert list(spellings("QMS1")) == ["QMS1"]
    assert list(spellings("8-ba")) == ["8-ba", "8-b-a"]
    assert list(spellings("8-b-ba")) == ["8-b-ba", "8-b-a"]
    assert [list(spellings(one)) for one in ("8-ii", "8-b-ca", "8-cn", "8-a-ii")] == [["8-ii"], ["8-b-ca"], ["8-cn"], ["8-a-ii"]]


@pytest.mark.parametrize(
    ("wanted", "known", "near"),
    [
        ("5.4.9", ["5", "5.4", "5.4.1", "5.4.8", "5.5"], "5.4.8"),
        ("7.1", ["7", "7.10", "7.2"], "7.2"),
        ("QMS3", ["1", "QMS1", "QMS2", "EMS3"], "QMS2"),
        ("tab-B.1", ["1.7-n", "2"], ""),
        ("3", [], ""),
    ],
)
def test_the_nearest_clause(wanted: str, known: list[str], near: str) -> None:
    assert nearest(wanted, known) == near
