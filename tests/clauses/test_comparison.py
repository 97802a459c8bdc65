"""Two editions and two related documents, clause by clause."""

import re
from datetime import date

import pytest
from markdown import Markdown

from plugins.clauses.clause import Address
from plugins.clauses.comparison import by_number, by_table, compare, unpaired
from plugins.clauses.extension import ClausesExtension
from plugins.clauses.reading import read
from plugins.clauses.registry import Registry
from tests.clauses.test_pages import WORDS, cover

OLD = "# 5 Procedure\n\n5.1 At most 6 months.\n\n5.2 The same.\n\na) in all\n\n5.3 Only here.\n\n5.4 Moved as it was.\n\n5.5 Audit by a team of two people within clause 5.1.\n"
NEW = "# 5 Procedure\n\n5.1 At most 3 months.\n\n5.2 The same.\n\na) in all\n\n5.3 Moved as it was.\n\n5.4 Audit by one team of two people within clause 5.2.\n\n5.6 New.\n"
WAS = 'was: {"5.4": "5.3", "5.5": "5.4"}\ntext: restated'


def registry(*more: tuple[str, str]) -> Registry:
    """Two editions of GZ021, whose cover tells two moves."""
    sources = [
        ("en/gz021-a0/index.md", cover("GZ021", "GZ021 A/0", "A0").replace("text: restated", "text: restated\nin_force: {until: 2025-08-31}")),
        ("en/gz021-a0/5.md", OLD),
        ("en/gz021/index.md", cover("GZ021", "GZ021 A/1", "A1").replace("text: restated", f"{WAS}\nin_force: {{from: 2025-09-01}}")),
        ("en/gz021/5.md", NEW),
        *more,
    ]
    return read(sources, ("en",), date(2026, 1, 1))


def rows(made: Registry) -> list[tuple[str, str, str]]:
    """Left, right and status of each pair of the two editions."""
    left, right = (made.documents["en", "GZ021", edition] for edition in ("A0", "A1"))
    found = compare(made, "en", by_number(made, left, right))
    return [(*(",".join(one.clause for one in side) for side in row.pair[:2]), row.status) for row in found]


def test_two_editions_are_paired_by_number_and_by_what_the_cover_tells() -> None:
    assert rows(registry()) == [
        ("5", "5", "same"),
        ("5.1", "5.1", "figures"),
        ("5.2", "5.2", "same"),
        ("5.3", "", "left"),
        ("5.4", "5.3", "same"),
        ("5.5", "5.4", "words"),
        ("", "5.6", "right"),
    ]


def test_the_words_and_figures_that_changed_are_told() -> None:
    made = registry()
    left, right = (made.documents["en", "GZ021", edition] for edition in ("A0", "A1"))
    changed = {row.pair.left[0].clause: row for row in compare(made, "en", by_number(made, left, right)) if row.pair.left}
    assert [[int(one) for one in side] for side in changed["5.1"].figures] == [[6], [3]]
    assert [words.strip() for alone, words in changed["5.5"].left if alone] == ["a", "5.1"]
    assert [words.strip() for alone, words in changed["5.5"].right if alone] == ["one", "5.2"]


TABLE = "# Table\n\n## One\n\n| what | old | new |\n| --- | --- | --- |\n| **All**: x | [[GZ021:A0/5.1\\|5.1]]–[[GZ021:A0/5.3\\|5.3]] | [[GZ021:A1/5.1]] |\n| new | — | [[5.6]][[GZ021:A1/5.6]] |\n\n## Two\n\n| [[GZ021:A1/5.2]] |\n"


def test_related_documents_are_paired_by_the_rows_of_a_table() -> None:
    made = registry(("en/table.md", TABLE))
    left, right = (made.documents["en", "GZ021", edition] for edition in ("A0", "A1"))
    pairs = list(by_table(made, made.pages["en/table.md"], left, right))
    assert [([one.clause for one in pair.left], [one.clause for one in pair.right]) for pair in pairs] == [
        (["5.1", "5.2", "5.3"], ["5.1"]),
        ([], ["5.6"]),
    ]
    assert unpaired(made, left, pairs) == [Address("GZ021", "A0", "5.4"), Address("GZ021", "A0", "5.5")]


def page(body: str) -> str:
    """A page with a block, rendered."""
    text = f"# Comparison\n\n```comparison\n{body}\n```\n"
    made = registry(("en/compare.md", text), ("en/table.md", TABLE))
    extension = ClausesExtension(made, WORDS)
    extension.page = made.pages["en/compare.md"]
    extension.address = lambda file, anchor: f"/{file}#{anchor}"
    return Markdown(extensions=[extension]).convert(text)


def test_a_block_becomes_a_page_that_needs_no_script() -> None:
    html = page("left: GZ021:A0\nright: GZ021")
    assert re.findall(r'value="(\w+)".*?\((\d+)\)', html) == [("all", "7"), ("same", "3"), ("words", "1"), ("figures", "1"), ("left", "1"), ("right", "1")]
    assert '<a href="/en/gz021-a0/5.md#c-5.4">5.4</a> ↔ <a href="/en/gz021/5.md#c-5.3">5.3</a> <small>the same</small>' in html
    assert "At most <del>6 </del>months." in html and "At most <ins>3 </ins>months." in html
    assert "Figures only in GZ021 A/0: <strong>6</strong>" in html


def test_a_part_of_a_document_can_be_looked_at_alone() -> None:
    html = page("left: GZ021:A0\nright: GZ021:A1/5.6\npairs: table.md")
    assert html.count("<section") == 1 and "<strong>All</strong>" not in html


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("left: [", "it is not YAML"),
        ("left: GZ021", "it needs 'left' and 'right' and may have 'pairs', each a text; it says {'left': 'GZ021'}"),
        ("left: GZ021:A9\nright: GZ021", "left: no document 'GZ021:A9'; known are GZ021:A0, GZ021:A1"),
        ("left: GZ021\nright: GZ021:A0/9", "right: GZ021:A0 has no clause 9"),
        ("left: GZ021\nright: GZ021:A0\npairs: x.md", "pairs: no page 'x.md' below en/"),
    ],
)
def test_a_block_that_cannot_be_understood_is_refused_with_its_page(body: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(f"en/compare.md: the block ```comparison: {said}")):
        page(body)
