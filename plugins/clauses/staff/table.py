"""A plain table, which a small module makes filterable."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement


def table(head: Sequence[str], rows: Iterable[Sequence[object]], label: str, count: str) -> Element:
    """Cells are text, an element, or a list of these; `label` names the filter and `count` ({count}) what it leaves."""
    frame = Element("div", {"class": "staff-table"} | ({"data-filter": label, "data-count": count} if label else {}))
    own = SubElement(frame, "table")
    line = SubElement(SubElement(own, "thead"), "tr")
    for name in head:
        SubElement(line, "th", {"scope": "col"}).text = name
    body = SubElement(own, "tbody")
    for row in rows:
        line = SubElement(body, "tr")
        for at, cell in enumerate(row):
            place = SubElement(line, "th", {"scope": "row"}) if at == 0 else SubElement(line, "td")
            for number, one in enumerate(cell if isinstance(cell, list) else [cell]):
                if number:
                    SubElement(place, "br")
                if isinstance(one, Element):
                    place.append(one)
                elif len(place):
                    place[-1].tail = str(one)
                else:
                    place.text = str(one)
    return frame


def link(text: str, url: str) -> Element:
    """A link."""
    found = Element("a", {"href": url})
    found.text = text
    return found
