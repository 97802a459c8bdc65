"""One source file as the pages of a document, with what an author has still to decide."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from plugins.clauses.grammar import grammar
from plugins.clauses.importing.annexes import latin_annexes
from plugins.clauses.importing.block import Block, Unreadable, Unsettled
from plugins.clauses.importing.contents import without_contents
from plugins.clauses.importing.marks import KNOWN
from plugins.clauses.importing.outline import Outline, Part, Section, title_like
from plugins.clauses.importing.pages import pages
from plugins.clauses.importing.read_docx import read_docx
from plugins.clauses.importing.read_html import read_html
from plugins.clauses.importing.read_text import read_text

NO_TITLE = re.compile(KNOWN["no_title"])
WORD = re.compile(r"\W*[^\W\d_]*(?:[^\W\d_]{4}|[\u3400-\u9fff]{2})[^\W\d_]*\W*")  # a code alone is no title
WAY = re.compile(r"(?:\]\(|^\[[^\]]+\]:)\s*<?(?![A-Za-z][\w+.-]*:)([^\s<>()]+)", re.M)  # of a link or a picture, from the file that has it
FORMATS = (".docx", ".html", ".htm", ".txt", ".md")


class Wanted(NamedTuple):
    """What the author says of the document; what is left empty is guessed and told."""

    work: str
    edition: str
    language: str
    code: str = ""
    title: str = ""
    text: str = "full"
    in_force: date | None = None
    encoding: str = "utf-8"
    first: int = 0
    last: int = 0


class Imported(NamedTuple):
    """The pages by file name, and what could not be settled."""

    pages: dict[str, str]
    unsettled: list[Unsettled]


def imported(path: Path, wanted: Wanted) -> Imported:
    """The document that a file holds; Unreadable when there is nothing to import."""
    unsettled: list[Unsettled] = []
    blocks = [one for one in read(path, wanted, unsettled) if one.place >= wanted.first and (not wanted.last or one.place <= wanted.last)]
    unsettled[:] = [one for one in unsettled if one.place >= wanted.first and (not wanted.last or one.place <= wanted.last)]
    if not blocks:
        raise Unreadable(f"{path}: no text" + (f" from {wanted.first} to {wanted.last or 'the end'}" if wanted.first or wanted.last else ""))
    if path.suffix.lower() == ".md":
        unsettled += [Unsettled(block.place, f"'{way}' was beside the file or within it: mend the link") for block in blocks for way in ways(block)]
    outline = Outline(grammar(wanted.language), unsettled).read(latin_annexes(without_contents(blocks, unsettled), unsettled))
    cover, sections = outline.cover, outline.sections
    title = wanted.title or title_of(cover) or path.stem
    cover = [part for part in cover if part.text != title]
    if not sections:
        unsettled.append(Unsettled(0, "no numbered sections were found: headings were numbered in order, or all is one section"))
        cover, sections = numbered(cover, title)
    about = front_matter(wanted, title, unsettled)
    return Imported(pages(cover, sections, about, path.suffix.lower() == ".md"), sorted(unsettled))


def ways(block: Block) -> list[str]:
    """Where links and pictures of Markdown lead that give no whole address.

    >>> ways(Block(1, "text", "[a](b.md#c), ![d](e.png), [f](https://g.example/), [h](#i)")), ways(Block(1, "code", "[a](b)"))
    (['b.md#c', 'e.png', '#i'], [])
    """
    if block.kind == "code":
        return []
    return WAY.findall("\n".join((block.text, *(cell for row in block.rows for cell in row))))


def read(path: Path, wanted: Wanted, unsettled: list[Unsettled]) -> list[Block]:
    """The blocks, by the format that the file's name tells."""
    kind = path.suffix.lower()
    if kind not in FORMATS:
        raise Unreadable(f"{path}: only {', '.join(FORMATS)} can be read; save it as one of these")
    if kind == ".docx":
        return read_docx(path, unsettled)
    return read_text(path, wanted.encoding) if kind in (".txt", ".md") else read_html(path, wanted.encoding, unsettled)


def title_of(cover: Sequence[Part]) -> str:
    """The first heading before the sections, else the first words that can be a title."""
    for kind in ("heading", "text"):
        for part in cover:
            known = title_like(part.text) and any(map(WORD.fullmatch, part.text.split())) and not NO_TITLE.search(part.text)
            if part.kind == kind and known:
                return part.text
    return ""


def numbered(parts: Sequence[Part], title: str) -> tuple[list[Part], list[Section]]:
    """A text without numbers: a section for each heading, or one for all."""
    cover: list[Part] = []
    sections: list[Section] = []
    for part in parts:
        if part.kind == "heading":
            sections.append(Section(str(len(sections) + 1), part.text, 0))
        else:
            (sections[-1].parts if sections else cover).append(part)
    return (cover, sections) if sections else ([], [Section("1", title, 0, list(parts))])


def front_matter(wanted: Wanted, title: str, unsettled: list[Unsettled]) -> Mapping[str, object]:
    """The cover's front matter, in the order in which covers have it."""
    if not wanted.code:
        unsettled.append(Unsettled(0, f"code: '{wanted.work}' was taken for the document's number; mend it on the cover, or import with --code"))
    if not wanted.edition:
        unsettled.append(Unsettled(0, "edition: '1' was taken; mend it on the cover and in the addresses, or import with --edition"))
    if not wanted.title:
        unsettled.append(Unsettled(0, f"title: '{title}' was taken from the text"))
    if wanted.in_force is None:
        unsettled.append(Unsettled(0, "in_force: the day from which the edition binds is not known; write it on the cover, or import with --in-force"))
    about: dict[str, object] = {"work": wanted.work, "code": wanted.code or wanted.work, "edition": wanted.edition or "1", "title": title}
    about |= {"official_title": title, "source_language": wanted.language}
    if wanted.in_force:
        about["in_force"] = {"from": wanted.in_force}
    return about | {"text": wanted.text}


def work_of(path: Path) -> str:
    """A work id from a file's name; "" when there is none in it.

    >>> work_of(Path("GB-CX-20 B0.docx"))
    'GBCX20B0'
    """
    return re.sub(r"[^A-Z0-9]", "", path.stem.upper()).lstrip("0123456789")
