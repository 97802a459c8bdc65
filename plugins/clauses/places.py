"""Gives clauses, items and notes their ids in the HTML, and a block of its own to a clause without a heading."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from plugins.clauses.numbering import Numbering, Place

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
PANELLED = ("clause", "annex", "table", "figure")  # the kinds that show a mark and a panel


def number(root: Element, numbering: Numbering) -> None:
    """Walks the blocks of the page in order; only the top level and lists hold places.

    A clause that begins with a number in a paragraph takes what follows it, up to the next number or heading, into
    its `<div class="clause">`, so that a preview, a link or a print can show it alone.
    """
    blocks: list[Element] = []
    open_clause: Element | None = None
    for block in list(root):
        if block.tag in HEADINGS:
            place = numbering.heading(int(block.tag[1]), "".join(block.itertext()))
            open_clause = None
            mark(block, place)
        elif block.tag == "p":
            place = numbering.paragraph(block.text or "")
            if place and place.kind == "clause":
                open_clause = Element("div", {"class": "clause"})
                open_clause.tail = "\n"
                mark(open_clause, place)
                set_off_number(block, place)
                blocks.append(open_clause)
            elif place:
                mark(block, place)
        elif block.tag in ("ol", "ul"):
            items(block, numbering, numbering.current)
        (blocks if open_clause is None or block.tag in HEADINGS else open_clause).append(block)
    root[:] = blocks


def set_off_number(paragraph: Element, place: Place) -> None:
    """Puts the number of the clause into an element of its own: it is no reference to itself."""
    text = paragraph.text or ""
    written = Element("span", {"class": "clause-number"})
    written.text = AtomicString(text[: len(text) - len(place.rest)].rstrip())
    written.tail = " " + place.rest
    paragraph.text = None
    paragraph.insert(0, written)


def mark(block: Element, place: Place | None) -> None:
    """Writes the id, and for the panel what kind of place it is."""
    if place is None:
        return
    block.set("id", f"c-{place.id}")
    if place.kind == "note":
        block.set("class", "clause-note")
    elif place.kind in PANELLED:
        block.set("data-clause", place.id)


def items(list_: Element, numbering: Numbering, parent: str) -> None:
    """The items of a list by its type and start, the notes in them, and the lists inside."""
    style = "-" if list_.tag == "ul" else list_.get("type", "1")
    value = int(list_.get("start", "1"))
    for item in list_.findall("li"):
        place = numbering.item(parent, style, value)
        mark(item, place)
        value += 1
        for child in item:
            if child.tag in ("ol", "ul"):
                items(child, numbering, place.id)
            elif child.tag == "p" and (note := numbering.note(child.text or "", place.id)):
                mark(child, note)


class Places(Treeprocessor):
    """After inline text and attr_list, before toc and MkDocs' collection of anchors (both 5)."""

    name = "clause-places"
    priority = 7.5

    def __init__(self, md, extension) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, root: Element) -> None:
        """Numbers the page when it is a section of a document."""
        page = self._extension.page
        if page is not None and page.numbered:
            stem = page.file.rpartition("/")[2].removesuffix(".md")
            number(root, Numbering(self._extension.registry.grammar(page.language).marks, stem))
