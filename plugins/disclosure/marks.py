"""What the pages say of themselves: `discloses="…"` on a heading, `{{body.…}}` in the text, `reviewed:` in the front matter.

::

    ---
    reviewed: 2026-11-27
    ---
    # Fees {#fees discloses="GZ021:5.1.1-5"}

    {{body.fees}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from plugins.clauses.front_matter import front_matter
from plugins.clauses.scanner import FENCE, clean_lines, front_matter_end

HEADING = re.compile(r"#{1,6}\s+(?P<title>.*?)\s*\{:?(?P<attributes>[^{}]*)\}\s*$")
DISCLOSES = re.compile(r'\bdiscloses="(?P<clauses>[^"]*)"')
ANCHOR = re.compile(r"#(?P<id>[A-Za-z][\w.-]*)")
PLACEHOLDER = re.compile(r"\{\{ ?(?P<name>[\w.]+)(?P<rest>(?: [\w.-]+)*) ?\}\}")


@dataclass(frozen=True)
class Mark:
    """A heading whose section answers a requirement."""

    clause: str
    file: str
    line: int
    title: str
    anchor: str


@dataclass(frozen=True)
class Placeholder:
    """A fact of the body, or a list made from what is known, at a place in a page."""

    name: str
    rest: tuple[str, ...]
    line: int
    alone: bool  # in a paragraph of its own


@dataclass(frozen=True)
class MarkedPage:
    """A page with its marks, as far as they can be told without rendering it."""

    file: str  # en/body/fees.md
    marks: tuple[Mark, ...]
    placeholders: tuple[Placeholder, ...]
    reviewed: date | None
    reviewed_line: int

    @property
    def language(self) -> str:
        """The folder of its language."""
        return self.file.partition("/")[0]

    @property
    def inside(self) -> str:
        """The path below the language folder, the same in every language."""
        return self.file.partition("/")[2]


def read_page(file: str, text: str) -> MarkedPage | None:
    """The marks of a page; None for one that has none.

    >>> page = read_page("en/body/fees.md", '# Fees {#fees discloses="GZ021:5.1.1-5"}')
    >>> page.marks[0].clause, page.marks[0].anchor, page.marks[0].title
    ('GZ021:5.1.1-5', 'fees', 'Fees')
    """
    if "discloses=" not in text and "{{" not in text:
        return None
    lines = clean_lines(text)
    marks: list[Mark] = []
    placeholders: list[Placeholder] = []
    for number, line in prose_lines(lines):
        marks += marks_of(file, number, line)
        for match in PLACEHOLDER.finditer(line):
            alone = match[0] == line.strip() and blank(lines, number - 2) and blank(lines, number)
            placeholders.append(Placeholder(match["name"], tuple(match["rest"].split()), number, alone))
    keys, places, _ = front_matter(text, file)
    day = keys.get("reviewed")
    reviewed = day if isinstance(day, date) and not isinstance(day, datetime) else None
    return MarkedPage(file, tuple(marks), tuple(placeholders), reviewed, places.get("reviewed", 1))


def prose_lines(lines: list[str]) -> Iterator[tuple[int, str]]:
    """The lines with their numbers, without front matter and fenced code."""
    fence = ""
    for at in range(front_matter_end(lines), len(lines)):
        stripped = lines[at].strip()
        if fence:
            fence = "" if stripped.startswith(fence) and not stripped.strip(fence[0]) else fence
        elif match := FENCE.match(lines[at]):
            fence = match[1]
        else:
            yield at + 1, lines[at]


def marks_of(file: str, number: int, line: str) -> Iterator[Mark]:
    """The requirements that the heading of a line answers."""
    if (heading := HEADING.match(line)) and (told := DISCLOSES.search(heading["attributes"])):
        anchor = ANCHOR.search(DISCLOSES.sub("", heading["attributes"]))
        for clause in told["clauses"].split():
            yield Mark(clause, file, number, heading["title"], anchor["id"] if anchor else "")


def blank(lines: list[str], at: int) -> bool:
    """Whether there is nothing on a line, or no such line."""
    return not (0 <= at < len(lines)) or not lines[at].strip()
