"""A web page as blocks: a line of the file is the place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from plugins.clauses.importing.block import SUBSCRIPT, SUPERSCRIPT, Block, Unreadable, Unsettled
from plugins.clauses.importing.read_text import text_of

LEFT_OUT = ("script", "style", "nav", "header", "footer", "aside", "form", "noscript", "template", "svg", "head", "button")
BLOCKS = {"p", "div", "section", "article", "main", "body", "blockquote", "dl", "dt", "dd", "ol", "ul", "li", "pre", "figure", "table",
          "h1", "h2", "h3", "h4", "h5", "h6", "html", "center", "details", "summary", "address", "hr"}
STYLES = {"1": "1", "a": "a", "A": "A", "i": "i", "I": "i"}


def read_html(path: Path, encoding: str, unsettled: list[Unsettled]) -> list[Block]:
    """Headings, paragraphs, list items with their marks, and tables of the page's main part."""
    try:
        from lxml import html
    except ImportError:
        raise Unreadable("reading HTML needs lxml: pip install 'clausebook[import]'") from None
    text = re.sub(r"^\s*<\?xml[^>]*\?>", lambda match: " " * len(match[0]), text_of(path, encoding))
    if not text.strip():
        return []
    root = html.document_fromstring(text, parser=html.HTMLParser(huge_tree=True))
    for tag, signs in (("sup", SUPERSCRIPT), ("sub", SUBSCRIPT)):
        for one in root.iter(tag):
            one.text = one.text and one.text.translate(signs)
    main = root.xpath("//main|//article")
    return list(walk(main[0] if len(main) == 1 else root, unsettled))


def walk(root, unsettled: list[Unsettled]) -> Iterator[Block]:
    """The blocks below an element; inline content of one block is gathered into one text."""
    gathered: list[str] = []
    place = root.sourceline or 1

    def flush(kind: str = "text") -> Iterator[Block]:
        for line in "".join(gathered).split("\n"):
            if line.strip():
                yield Block(place, kind, line.strip())
        gathered.clear()

    def inline(element) -> None:
        if element.tag == "br":
            gathered.append("\n")
        elif element.tag == "img":
            unsettled.append(Unsettled(element.sourceline or place, f"picture left out: {element.get('alt') or element.get('src', '')[:60]}"))
        elif isinstance(element.tag, str) and element.tag not in LEFT_OUT:
            if element.tag == "a" and re.match("https?:", element.get("href") or ""):
                unsettled.append(Unsettled(element.sourceline or place, f"link left out: {element.get('href')[:120]}"))
            gathered.append(flat(element.text))
            for child in element:
                inline(child)
                gathered.append(flat(child.tail))

    def element(one) -> Iterator[Block]:
        nonlocal place
        if not isinstance(one.tag, str) or one.tag in LEFT_OUT:
            return
        yield from flush()
        place = one.sourceline or place
        if one.tag == "table":
            yield from table(one, unsettled)
            return
        kind = "heading" if re.fullmatch("h[1-6]", one.tag) else "text"
        gathered.append(list_mark(one) if one.tag == "li" else "")
        gathered.append(flat(one.text))
        for child in one:
            if child.tag in BLOCKS:
                if "".join(gathered).strip() and not (one.tag == "li" and child is one[0] and not (one.text or "").strip()):
                    yield from flush(kind)
                    yield from element(child)
                elif one.tag == "li" and child.tag in ("p", "div"):
                    inline(child)  # the mark and its words are one block
                    yield from flush(kind)
                else:
                    yield from element(child)
            else:
                inline(child)
            gathered.append(flat(child.tail))
        yield from flush(kind)

    yield from element(root)


def flat(text: str | None) -> str:
    """Text of HTML, where line ends are spaces."""
    return re.sub(r"[ \t\r\n\f]+", " ", text or "")


def list_mark(item) -> str:
    """The mark that a browser shows before an item."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "• "
    style = STYLES.get(parent.get("type", "1"), "1")
    at = int(item.get("value") or 0) or int(parent.get("start") or 1) + list(parent.iterchildren("li")).index(item)
    return f"{at}) " if style == "1" or at > 26 else f"{(chr(96 + at) if style != 'A' else chr(64 + at))}) "


def table(element, unsettled: list[Unsettled]) -> Iterator[Block]:
    """The cells of a table; a table in a cell is flattened."""
    for caption in element.iterchildren("caption"):
        yield Block(caption.sourceline or 1, "text", " ".join(caption.text_content().split()))
    rows = []
    below: dict[int, int] = {}  # columns that a merged cell takes in the rows to come
    for row in element.iter("tr"):
        cells: list[str] = []
        for cell in (one for one in row if one.tag in ("td", "th")):
            while below.get(len(cells)):
                below[len(cells)] -= 1
                cells.append("")
            text, wide, high = " ".join(cell.text_content().split()), spans(cell, "colspan"), spans(cell, "rowspan")
            below |= {column: high - 1 for column in range(len(cells), len(cells) + wide)}
            cells += [text, *[""] * (wide - 1)]
            if wide > 1 or high > 1:
                unsettled.append(Unsettled(cell.sourceline or 1, f"merged cell '{text[:30]}': look at the table"))
        if cells:
            rows.append(tuple(cells))
    if len(rows) == 1 and len(rows[0]) == 1:
        yield Block(element.sourceline or 1, "text", rows[0][0])
    elif rows:
        yield Block(element.sourceline or 1, "table", "", tuple(rows))


def spans(cell, name: str) -> int:
    """How many columns or rows a cell takes."""
    written = cell.get(name, "1")
    return min(int(written), 100) if written.isdigit() and int(written) else 1
