"""A Word file as blocks: the number of the paragraph is the place. Numbers that Word counts by itself are written out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile

from plugins.clauses.importing.block import Block, Unreadable, Unsettled
from plugins.clauses.importing.word_numbers import WordNumbers

LEFT_OUT = {"drawing": "picture", "pict": "picture", "footnoteReference": "footnote", "endnoteReference": "endnote", "oMath": "formula",
            "del": "deletion that is not accepted", "commentReference": "comment"}


def read_docx(path: Path, unsettled: list[Unsettled]) -> list[Block]:
    """Paragraphs and tables in their order; what is not text is listed."""
    try:
        import docx
        from docx.opc.exceptions import PackageNotFoundError
    except ImportError:
        raise Unreadable("reading Word files needs python-docx: pip install 'clausebook[import]'") from None
    try:
        document = docx.Document(str(path))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as error:
        raise Unreadable(f"{path}: no Word file that can be read ({str(error)[:80]}); save it as .docx") from None
    numbers = WordNumbers(document)
    blocks: list[Block] = []
    place = 0
    for part in document.iter_inner_content():
        place += 1
        if hasattr(part, "rows"):
            rows = tuple(cells(row) for row in part.rows)
            if any(len(row) > len(set(row)) + row.count("") for row in rows):
                unsettled.append(Unsettled(place, "the table may have merged cells: look at it"))
            blocks.append(Block(place, "table", "", rows))
            continue
        for tag, name in LEFT_OUT.items():
            if part._p.xpath(f".//*[local-name()='{tag}']"):
                unsettled.append(Unsettled(place, f"{name} left out, near '{part.text[:40].strip()}'"))
        style = part.style.name if part.style is not None else ""
        if re.match(r"toc \d|TOC", style):
            continue
        kind = "heading" if re.match(r"(?i)heading \d|title$", style) else "text"
        if lines := [line for line in part.text.split("\n") if line.strip()]:
            blocks += [Block(place, kind, (numbers.mark(part) if at == 0 else "") + line) for at, line in enumerate(lines)]
    return blocks


def cells(row) -> tuple[str, ...]:
    """The words of a row's cells; a merged cell once."""
    found: list[str] = []
    seen: list = []
    for cell in row.cells:
        found.append("" if cell._tc in seen else " ".join(cell.text.split()))
        seen.append(cell._tc)
    return tuple(found)


