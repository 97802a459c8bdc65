"""What changed and when, as an Atom feed (RFC 4287) of one language: editions coming into force and ceasing, notices."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from plugins.clauses.clause import Address, Document
from plugins.clauses.facts import written
from plugins.clauses.lasting import path
from plugins.clauses.registry import Registry

FILE = "changes.xml"


class Change(NamedTuple):
    """One entry: its day, the document, what tells it from the document's other entries, and its words."""

    day: date
    document: Document
    mark: str
    title: str
    text: str


def changes(registry: Registry, language: str, words: Mapping[str, str]) -> list[Change]:
    """The entries of one language, the newest first."""
    found = [one for document in registry.documents.values() if document.language == language for one in of(document, words)]
    return sorted(found, key=lambda one: (-one.day.toordinal(), one.document.work, one.document.edition, one.mark))


def of(document: Document, words: Mapping[str, str]) -> Iterator[Change]:
    """The dated changes of one document."""
    for mark, key, day in (("from", "cited_from", document.in_force_from), ("until", "cited_until", document.in_force_until)):
        if day:
            said = words[f"clauses.{key}"].format(date=written(day, document.language))
            yield Change(day, document, mark, f"{document.code}: {said}", document.title)
    for number, notice in enumerate(document.notices, 1):
        named = "".join(f" [{clause}]" for clause in notice.clauses)
        title = words["clauses.notice"].format(date=written(notice.date, document.language))
        yield Change(notice.date, document, f"notice-{number}", f"{document.code}{named}: {title}", notice.text)


def feed(entries: list[Change], title: str, author: str, own: str, home: str, site: str, way: Callable[[str], str | None]) -> bytes:
    """The feed; every address in it is a full one."""
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom"})
    for tag, text in (("id", own), ("title", title), ("updated", moment(max((one.day for one in entries), default=date(1970, 1, 1))))):
        SubElement(root, tag).text = text
    SubElement(SubElement(root, "author"), "name").text = author
    SubElement(root, "link", {"rel": "self", "href": own})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": home})
    for one in entries:
        entry = SubElement(root, "entry")
        document = one.document
        lasting = site + path(Address(document.work, document.edition, ""))
        for tag, text in (("id", f"{lasting}#{one.mark}"), ("title", one.title), ("updated", moment(one.day)), ("summary", one.text)):
            SubElement(entry, tag).text = text
        SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": way(document.file) or lasting, "hreflang": document.language})
    indent(root)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, "utf-8") + b"\n"


def moment(day: date) -> str:
    """The beginning of a day as the feed writes it."""
    return f"{day.isoformat()}T00:00:00Z"
