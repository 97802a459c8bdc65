"""From headings, paragraphs and list marks, in the order of the page, to the addresses of clauses.

The scanner of the Markdown text and the extension that writes the HTML both ask this one machine, so that what is
checked and what is shown cannot differ.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from plugins.clauses.grammar import Marks
from plugins.clauses.recogniser import annex_id, narrow, squeezed_id, table_id

HEADING_NUMBER = re.compile(r"((?:0|[1-9]\d?)(?:\.(?:0|[1-9]\d?))*|[A-H](?:\.(?:0|[1-9]\d?))+)\.?(?=\s|$)\s*")
# A paragraph needs two parts: a single number at its start is a quantity.
PARAGRAPH_NUMBER = re.compile(r"((?:(?:0|[1-9]\d?)|[A-H])(?:\.(?:0|[1-9]\d?))+)\.?\s+(?=\S)")
SUSPECT_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})+(?=[^\s\d.,:%％°‰–-])")
ANNEX = re.compile(r"annex-\d+(?:\.\d+)?|[A-H](?![A-Za-z0-9])")  # with the first number below it, which its clauses begin with
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


class Place(NamedTuple):
    """What a block is: the address it gets, its kind, the clause above it and the words after its number."""

    id: str
    kind: str
    parent: str
    rest: str
    called: str = ""  # in its own words: one document has annexes, another appendices


class Numbering:
    """The state of one page: its section, the headings above, and the clause that is being read."""

    def __init__(self, marks: Marks, page: str) -> None:
        self._marks = marks
        self._page = page  # the file's name: the address of a section whose heading has no number
        self._first = ""  # the section that the page's title opens
        self.section = ""  # that, or the annex below it that is being read
        self.current = ""  # what following paragraphs, lists and notes belong to
        self._noted = ""  # what notes belong to: those below the parts of a table are notes of the table
        self._above: list[tuple[int, str]] = []
        self._tables: set[str] = set()
        self._counts: dict[str, int] = {}
        self.problem = ""  # what is wrong with the block read last

    def heading(self, level: int, text: str) -> Place | None:
        """The place that a heading opens."""
        self.problem = ""
        text = narrow(text).strip()
        while self._above and self._above[-1][0] >= level:
            self._above.pop()
        above = self._above[-1][1] if self._above else ""
        annex = self._annex()
        place = self._named(text, above, annex)
        if level == 1 and not self._first:
            place = place or Place(self._page, "clause", "", text)
            self._first = place.id.split(".")[0]
        if place is None:
            place = Place(self._next(f"{above}-h" if above else "h"), "heading", above, text)
        section = (annex or self._first).split(".")[0]
        if place.kind == "clause" and place.id.split(".")[0] != section:
            self.problem = f"heading {place.id} stands in section {section}"
        self._above.append((level, place.id))
        self.section = self._annex() or self._first
        self.current = place.id
        if place.kind == "table":
            self._tables.add(place.id)
        self._noted = above if place.kind == "heading" and above in self._tables else place.id
        return place

    def _annex(self) -> str:
        return next((match[0] for _, place in reversed(self._above) if (match := ANNEX.match(place))), "")

    def _named(self, text: str, above: str, annex: str) -> Place | None:
        if match := self._marks.annex.match(text):
            if found := annex_id(match["id"]):
                return Place(found, "annex", "", rest(text, match), match[0])
            self.problem = f"'{match[0]}': annexes have Latin letters from A to H, or numbers"
            return None
        if match := self._marks.table.match(text):
            return Place(table_id(match["id"]), "table", above, rest(text, match))
        if match := self._marks.figure.match(text):
            return Place(f"fig-{squeezed_id(match['id'])}", "figure", above, rest(text, match))
        if match := HEADING_NUMBER.match(text):  # after the marks: a Hungarian figure begins with its number
            number = within_annex(annex, match[1])
            return Place(number, "clause", self._parent(number, above), text[match.end() :])
        return None

    def paragraph(self, text: str) -> Place | None:
        """The place that a paragraph opens: a clause without a heading, or a note; None for further text."""
        self.problem = ""
        text = narrow(text)
        if match := PARAGRAPH_NUMBER.match(text):
            number = within_annex(self.section, match[1])
            if number.startswith(f"{self.section}."):
                above = self._above[-1][1] if self._above else ""
                self.current = self._noted = number
                return Place(number, "clause", self._parent(number, above), text[match.end() :])
            within = f"which is no clause of section {self.section}" if self.section else "but no heading above it opens its section"
            self.problem = f"paragraph begins with {match[1]}, {within}"
        elif (match := SUSPECT_NUMBER.match(text)) and within_annex(self.section, match[0]).startswith(f"{self.section}."):
            self.problem = f"number {match[0]} at the start of the paragraph is not followed by a space"
        return self.note(text, self._noted)

    def note(self, text: str, parent: str) -> Place | None:
        """The place of a note; notes without a number are counted when there are several."""
        for mark, letter in ((self._marks.note, "n"), (self._marks.cnas_note, "cn")):
            if match := mark.match(text):
                stem = f"{parent}-{letter}" if parent else letter
                if number := match["n"]:
                    return Place(f"{stem}{number}", "note", parent, text[match.end() :].strip())
                self._counts[stem] = count = self._counts.get(stem, 0) + 1
                return Place(stem if count == 1 else f"{stem}{count}", "note", parent, text[match.end() :].strip())
        return None

    def item(self, parent: str, style: str, value: int) -> Place:
        """The place of a list item: `style` is -, 1, a, A, i or I; bullets are counted through the whole clause."""
        if style == "-":
            return Place(self._next(f"{parent}-" if parent else ""), "bullet", parent, "")
        mark = marker(style, value)
        return Place(f"{parent}-{mark}" if parent else mark, "item", parent, "")

    def _next(self, stem: str) -> str:
        self._counts[stem] = count = self._counts.get(stem, 0) + 1
        return f"{stem}{count}"

    @staticmethod
    def _parent(number: str, above: str) -> str:
        stem = number.rpartition(".")[0]
        return stem or ("" if above == number else above)


def within_annex(section: str, number: str) -> str:
    """A clause's address: a numbered annex has numbers of its own, a lettered one has its letter in them.

    >>> within_annex("annex-1.2", "2.3"), within_annex("B", "B.3"), within_annex("5", "5.3")
    ('annex-1.2.3', 'B.3', '5.3')
    """
    return f"{section.split('.')[0]}.{number}" if section.startswith("annex-") else number


def section_of(clause: str) -> str:
    """The section or annex that a clause stands in, as its page is named.

    >>> section_of("5.1-a"), section_of("annex-1.2-a"), section_of("A")
    ('5', 'annex-1', 'a')
    """
    head = re.match(r"(?:annex-)?[^.-]*", clause)
    return head[0].lower() if head else ""


def rest(text: str, match: re.Match[str]) -> str:
    """The title after a mark such as 'Annex A', without the dash or colon between them."""
    return text[match.end() :].lstrip(" \u00a0.:：—–-").strip()


def marker(style: str, value: int) -> str:
    """How the item `value` of a list of `style` is marked: 3 in `a` is c."""
    if style in "aA":
        letter = chr(96 + value) if 0 < value <= 26 else str(value)
        return letter if style == "a" else letter.upper()
    if style in "iI":
        return roman(value) if style == "i" else roman(value).upper()
    return str(value)


def roman(value: int) -> str:
    """A small Roman number."""
    signs = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    written = ""
    for worth, sign in signs:
        count, value = divmod(value, worth)
        written += sign * count
    return written


def from_roman(text: str) -> int:
    """The value of a Roman number in either case."""
    values = [ROMAN[sign] for sign in text.lower()]
    return sum(-one if one < next_ else one for one, next_ in zip(values, [*values[1:], 0]))
