"""A Word file as blocks: the number of the paragraph is the place. Numbers that Word counts by itself are written out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile

from plugins.clauses.importing.block import SUBSCRIPT, SUPERSCRIPT, Block, Unreadable, Unsettled
from plugins.clauses.importing.word_numbers import WordNumbers

# What stands around runs and paragraphs and is not read with them: insertions that are not accepted, form fields, cross references.
AROUND = ("ins", "moveTo", "smartTag", "customXml", "fldSimple", "sdt", "sdtContent")
LEFT_OUT = {"sym": "sign of a symbol font", "drawing": "picture", "pict": "picture", "footnoteReference": "footnote", "endnoteReference": "endnote", "oMath": "formula",
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
    unwrap(document.element.body, unsettled)
    numbers = WordNumbers(document)
    blocks: list[Block] = []
    place = 0
    for part in document.iter_inner_content():
        place += 1
        if hasattr(part, "rows"):
            rows = tuple(cells(row, numbers) for row in part.rows)
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


def unwrap(body, unsettled: list[Unsettled]) -> None:
    """Takes out what stands around words, and tells of insertions; raised and lowered digits become signs of their own."""
    if inserted := len(body.xpath(".//w:ins[w:r]")):
        unsettled.append(Unsettled(0, f"{inserted} insertions that are not accepted were taken as text"))
    for one in body.xpath(".//w:sdt[w:sdtPr/w:docPartObj/w:docPartGallery[@w:val='Table of Contents']]"):
        one.getparent().remove(one)
    for one in body.xpath("|".join(f".//w:{tag}" for tag in AROUND)):
        parent = one.getparent()
        at = parent.index(one)
        parent[at : at + 1] = [child for child in one if not child.tag.endswith("Pr")]
    for kind, signs in (("superscript", SUPERSCRIPT), ("subscript", SUBSCRIPT)):
        for words in body.xpath(f".//w:r[w:rPr/w:vertAlign[@w:val='{kind}']]/w:t"):
            words.text = (words.text or "").translate(signs)


def cells(row, numbers: WordNumbers) -> tuple[str, ...]:
    """The words of a row's cells with the numbers that Word counts; a merged cell once."""
    found: list[str] = []
    seen: list = []
    for cell in row.cells:
        written = "" if cell._tc in seen else " ".join(numbers.mark(one) + one.text for one in cell.paragraphs)
        found.append(" ".join(written.split()))
        seen.append(cell._tc)
    return tuple(found)


