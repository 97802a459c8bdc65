"""From the Markdown text of a page to its clauses, line by line, without rendering it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from sys import intern  # the same numbers stand in every language

from plugins.clauses.clause import Clause, Problem, Waiver
from plugins.clauses.grammar import Grammar
from plugins.clauses.numbering import Numbering, Place, from_roman, marker

FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
HEADING = re.compile(r"(#{1,6})[ \t]*(.*?)(?:\s+#+)?\s*(?:\{:?[^{}]*\})?\s*$")
ASIDE = re.compile(r"(?:!!!|\?\?\?\+?)\s*[\w-]")
ITEM = re.compile(r"(?:([-*+])|(\d{1,3}(?=\))|[A-Za-z]|[ivxlcIVXLC]{2,6})[).])[ \t]+(?=\S)")
# What people write for items and Markdown does not read as such.
ALMOST_ITEM = re.compile(r"[（(](?:\d{1,2}|[A-Za-zА-Яа-яＡ-Ｚａ-ｚ])[)）]|(?:\d{1,2}|[A-Za-zＡ-Ｚａ-ｚ])）|[А-Яа-яＡ-Ｚａ-ｚ]\)")
WAIVER = re.compile(r"<!--\s*waive\s+(?P<check>[A-Z]\d\d)\s*:?\s*(?P<reason>.*?)\s*-->")
STUB = re.compile(r"<!--\s*untranslated\b")
ORDINAL = re.compile(r" {0,3}\d{1,3}\.[ \t]+")


@dataclass(slots=True)
class Block:
    """A stretch of prose with the line it begins on and the clause it belongs to."""

    line: int
    clause: str
    lines: list[str]
    linked: bool = True  # words of a heading are not turned into links
    aside: bool = False  # an editor's words: a reference told there as wrong is not the document's


@dataclass(slots=True)
class Scan:
    """What a page holds."""

    clauses: list[Clause] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    waivers: list[Waiver] = field(default_factory=list)
    stubs: list[tuple[int, int]] = field(default_factory=list)  # lines that are still in the original's language


@dataclass(slots=True)
class OpenList:
    """A list that is being read, at its depth."""

    style: str
    parent: str
    value: int
    item: str


def clean_lines(text: str) -> list[str]:
    """The lines of a file whatever wrote it: without a byte order mark, with any line ends."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").expandtabs(4).split("\n")


def front_matter_end(lines: list[str]) -> int:
    """The number of lines that the front matter takes."""
    if lines and lines[0].rstrip() == "---":
        for at, line in enumerate(lines[1:], 1):
            if line.rstrip() in ("---", "..."):
                return at + 1
    return 0


class Scanner:
    """Reads one page; `numbered` is false for covers and pages outside of documents, which have no clauses."""

    def __init__(self, grammar: Grammar, file: str, *, numbered: bool) -> None:
        self._file = file
        self._numbered = numbered
        self._numbering = Numbering(grammar.marks, file.rpartition("/")[2].removesuffix(".md"))
        self._marks = grammar.marks
        self._lists: list[OpenList] = []
        self._listed = False  # whether a list is open on a page without clauses, whose lists are not followed
        self._block: Block | None = None
        self._clauses: dict[str, Clause] = {}
        self.scan = Scan()

    def read(self, text: str) -> Scan:
        """The clauses, the prose and the problems of the page."""
        lines = clean_lines(text)
        fence = ""
        comment = False
        aside = -1  # the indentation of the admonition that is being read
        for at in range(front_matter_end(lines), len(lines)):
            line = lines[at]
            stripped = line.strip()
            if fence:
                if stripped.startswith(fence) and not stripped.strip(fence[0]):
                    fence = ""
                continue
            if comment or stripped.startswith("<!--"):
                if not comment and (match := WAIVER.match(stripped)):
                    self._waive(at + 1, match)
                elif not comment and STUB.match(stripped):
                    self.scan.stubs.append((self._marked(), at + 1))
                comment = "-->" not in stripped
                self._close()
                continue
            if not stripped:
                self._close()
                continue
            indent = len(line) - len(line.lstrip(" "))
            if aside >= 0 and indent >= aside + 4:
                self._add(at + 1, stripped, aside=True)
                continue
            if aside >= 0:
                aside = -1
                self._close()
            if match := FENCE.match(line.lstrip(" ") if self._lists else line):
                self._close()
                fence = match[1]
            elif ASIDE.match(stripped):
                self._close()
                aside = indent
                if indent < 4:
                    self._lists.clear()
            elif stripped[0] == "#" and indent < 4 and (match := HEADING.match(stripped)):
                self._heading(at + 1, len(match[1]), match[2])
            else:
                self._line(at + 1, indent, line, stripped)
        for block in self.scan.blocks:
            if (known := self._clauses.get(block.clause)) and known.lines == block.lines:
                block.lines = known.lines  # kept once: most clauses are one block
        return self.scan

    def _heading(self, line: int, level: int, text: str) -> None:
        self._close()
        self._lists.clear()
        if self._numbered:
            self._open(line, self._numbering.heading(level, text), text)
        self.scan.blocks.append(Block(line, self._numbering.current, [text], linked=False))

    def _line(self, number: int, indent: int, line: str, stripped: str) -> None:
        if stripped[0] == "|":
            self._close()
            if indent < 4:
                self._lists.clear()
            self._add(number, stripped)
            self._close()
        elif not self._numbered:
            if indent < 4:
                self._listed = self._listed and self._block is not None or bool(ITEM.match(stripped) or ORDINAL.match(line))
            if indent < 4 or self._listed or self._block is not None:  # else code
                self._add(number, stripped)
        elif self._block is not None and not (self._lists and ITEM.match(stripped)):
            if ITEM.match(stripped) and not self._lists and stripped[0] not in "-*+" and ")" in stripped[:4]:
                self._warn(number, f"'{stripped[:20]}' continues the paragraph above: a list needs a blank line before it")
            if ORDINAL.match(stripped) and ORDINAL.match(self._block.lines[-1]):
                self._warn(number, f"'{stripped[:20]}' continues the paragraph above: items are written 1)")
            self._add(number, stripped)
        elif (match := ITEM.match(stripped)) and not self._is_note(stripped) and indent // 4 <= len(self._lists):
            self._item(number, indent // 4, match, stripped)
        elif indent >= 4 and not self._lists:
            pass  # code
        else:
            self._paragraph(number, indent // 4, stripped)

    def _is_note(self, text: str) -> bool:
        return bool(self._marks.note.match(text) or self._marks.cnas_note.match(text))

    def _paragraph(self, number: int, depth: int, text: str) -> None:
        del self._lists[depth:]
        if self._lists:
            parent = self._lists[-1].item
            if place := self._numbering.note(text, parent):
                self._open(number, place, text)
            self._add(number, text, place.id if place else parent)
            return
        place = self._numbering.paragraph(text)
        if place:
            self._open(number, place, "")
            # Without its number, which is no reference to itself.
            self._add(number, place.rest if place.kind == "clause" else text, place.id)
        else:
            self._complain(number)
            if match := ALMOST_ITEM.match(text):
                self._warn(number, f"'{match[0]}' begins no list: items are written a) or 1), with Latin letters and a half-width parenthesis")
            self._add(number, text)

    def _item(self, number: int, depth: int, match: re.Match[str], text: str) -> None:
        self._close()
        del self._lists[depth + 1 :]
        known = self._lists[depth] if depth < len(self._lists) else None
        style, value = list_style(match, known.style if known else "")
        if known and known.style == style:
            known.value += 1
        else:
            parent = self._lists[depth - 1].item if depth else self._numbering.current
            del self._lists[depth:]
            known = OpenList(style, parent, value, "")
            self._lists.append(known)
        if style != "-" and value != known.value:
            shown = marker(style, known.value)
            self._warn(number, f"item is marked {match[0].strip()} but comes as {shown})")
        place = self._numbering.item(known.parent, style, known.value)
        known.item = place.id
        self._open(number, place, "")
        self._add(number, text[match.end() :], place.id)

    def _open(self, line: int, place: Place | None, title: str) -> None:
        self._complain(line)
        if place is None:
            return
        title = place.rest if title and place.kind != "note" else ""
        self.scan.clauses.append(clause := Clause(intern(place.id), place.kind, self._file, line, title, intern(place.parent), place.called))
        self._clauses[place.id] = clause

    def _waive(self, line: int, match: re.Match[str]) -> None:
        self.scan.waivers.append(Waiver(self._file, self._marked(), line, match["check"], match["reason"]))

    def _marked(self) -> int:
        """Where what a mark is for begins: the clause above it with its items and notes; on a cover, the page."""
        clause = self._clauses.get(self._numbering.current)
        return clause.line if clause else 1

    def _add(self, line: int, text: str, clause: str | None = None, *, aside: bool = False) -> None:
        if self._block is None:
            owner = self._numbering.current if clause is None else clause
            self._block = Block(line, intern(owner), [], aside=aside)
            self.scan.blocks.append(self._block)
        self._block.lines.append(text)
        if not aside and (known := self._clauses.get(self._block.clause)):
            known.lines.append(text)

    def _close(self) -> None:
        self._block = None

    def _complain(self, line: int) -> None:
        if self._numbering.problem:
            self._warn(line, self._numbering.problem)
            self._numbering.problem = ""

    def _warn(self, line: int, message: str) -> None:
        self.scan.problems.append(Problem(self._file, line, "S02", message))


def list_style(match: re.Match[str], current: str) -> tuple[str, int]:
    """The style of the list that an item belongs to, as pymdownx.fancylists decides it, and the item's value."""
    if match[1]:
        return "-", 0
    mark = match[2]
    if mark.isdigit():
        return "1", int(mark)
    upper = mark.isupper()
    alpha, numeral = ("A", "I") if upper else ("a", "i")
    if len(mark) > 1:
        return numeral, from_roman(mark)
    low = mark.lower()
    if current == alpha or low not in "ivxlcdm" or (current != numeral and low != "i"):
        return alpha, ord(low) - 96
    return numeral, from_roman(mark)
