"""The vocabulary: document, clause, citation and problem."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple


class Address(NamedTuple):
    """Where a clause stands, in any language: `CC105:2020/3.9`; without a clause, the document itself.

    >>> str(Address("CC105", "2020", "3.9"))
    'CC105:2020/3.9'
    """

    work: str
    edition: str
    clause: str  # text: 7.10 is not 7.1

    def __str__(self) -> str:
        return f"{self.work}:{self.edition}/{self.clause}" if self.clause else f"{self.work}:{self.edition}"


class Notice(NamedTuple):
    """What readers of a document have to know beside it: dated, of the whole document or of some of its clauses."""

    date: date
    text: str
    clauses: tuple[str, ...] = ()


class Worked(NamedTuple):
    """A step that a calculator took in an example, and where readers can take it themselves."""

    file: str  # the calculator's page
    query: str  # the example in its address; "" for the page's own
    text: str


Key = tuple[str, str, str]  # a document's: language, work and edition


def bare_number(clause: str) -> str:
    """The number without an item's or a note's.

    >>> bare_number("5.1-a"), bare_number("fig-A.1"), bare_number("annex-2-a")
    ('5.1', 'fig-A.1', 'annex-2')
    """
    return re.match(r"(?:(?:fig|tab|annex)-)?[^-]*", clause)[0]


@dataclass(frozen=True, slots=True)
class Document:
    """One edition of a work in one language, as the front matter of its cover page tells it."""

    language: str
    work: str
    edition: str
    code: str
    title: str
    folder: str  # zh/cc105
    file: str  # zh/cc105/index.md
    text: str = "restated"
    source_language: str = ""
    official_title: str = ""
    publisher: str = ""
    adopts: str = ""
    in_force_from: date | None = None
    in_force_until: date | None = None
    also_called: tuple[str, ...] = ()
    was: tuple[tuple[str, str], ...] = ()  # old number, new number
    gone: tuple[tuple[str, str], ...] = ()  # old number, the reason
    notices: tuple[Notice, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)  # of the keys on the cover

    @property
    def key(self) -> Key:
        """What tells it from all others."""
        return self.language, self.work, self.edition

    def line(self, key: str) -> int:
        """Where the cover says it; its first line, where it does not."""
        return self.lines.get(key, 1)

    @property
    def traces(self) -> dict[str, str]:
        """The numbers that this edition has no longer, with the number that each has now; "" for those that are gone."""
        return dict.fromkeys((old for old, _ in self.gone), "") | dict(self.was)

    def in_force(self, day: date) -> bool:
        """Whether this edition binds on `day`; dates that the source does not state do not limit."""
        return not (
            (self.in_force_from and day < self.in_force_from) or (self.in_force_until and day > self.in_force_until)
        )

    def status(self, day: date) -> str:
        """in_force, superseded or not_yet on `day`; undated where the source gives no date."""
        if not self.in_force_from and not self.in_force_until:
            return "undated"
        if self.in_force_until and day > self.in_force_until:
            return "superseded"
        return "in_force" if self.in_force(day) else "not_yet"


@dataclass(slots=True)
class Clause:
    """A place in a document that has an address of its own."""

    id: str
    kind: str  # clause, annex, table, figure, heading, item, bullet, note
    file: str
    line: int
    title: str
    parent: str
    called: str = ""  # in the text's own words: Appendix 1
    lines: list[str] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        """The id in the page: ASCII, so that an address can be read and typed anywhere."""
        return f"c-{self.id}"

    @property
    def text(self) -> str:
        """What the clause itself says, without its sub-clauses."""
        return "\n".join(self.lines)


class Mention(NamedTuple):
    """A reference met in prose: `text[start:end]` names a clause, a table, a figure, an annex or a document."""

    start: int
    end: int
    work: str  # "" is the document in which it stands
    edition: str
    clause: str  # "-a" is an item of the clause in which it is named: see `within`
    certain: bool  # a word announced it; an uncertain one is a reference only if the clause exists
    through: bool = False  # the end of a range that the mention before begins

    def within(self, source: str) -> Mention:
        """The reference as it is meant in the clause `source`, under one of its headings, in one of its items or notes.

        >>> item = Mention(0, 2, "", "", "-a", True)
        >>> item.within("5.4.2-b").clause, item.within("5-h1-b").clause, item._replace(clause="7").within("5.4.2").clause
        ('5.4.2-a', '5-h1-a', '7')
        """
        if not self.clause.startswith("-"):
            return self
        number = bare_number(source)
        heading = re.match(r"-h\d+", source[len(number) :])
        return self._replace(clause=number + (heading[0] if heading else "") + self.clause)


class Citation(NamedTuple):
    """A reference with the place where it stands."""

    file: str
    line: int
    source: str  # the clause that cites, "" outside of documents
    named: Address  # as the words name it: "" is what they leave unsaid
    written: str  # the words that became the reference
    sentence: str  # that cites, for readers
    explicit: bool  # written [[…]]
    aside: bool = False  # in an editor's note


class Waiver(NamedTuple):
    """A check that the text waives for one clause, with the reason: `<!-- waive T02: the original repeats it -->`."""

    file: str
    first: int  # the lines of the clause
    last: int  # where the waiver stands
    check: str
    reason: str

    def covers(self, problem: Problem) -> bool:
        """Whether the waiver is for this problem."""
        number = problem.check.partition("-")[0]
        return (self.file, self.check) == (problem.file, number) and self.first <= problem.line <= self.last


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What a check found: where, which check, and what to do."""

    file: str
    line: int
    check: str
    message: str
