"""The Atom feed of one language: suspensions, withdrawals and cancellations, the latest first (GZ021 9.4)."""

from __future__ import annotations

import uuid
from datetime import date
from urllib.parse import quote
from xml.etree import ElementTree

from plugins.register.language import Language
from plugins.register.register import Register
from plugins.register.status_lists import LISTS

PATH = "register/changes.xml"
NEWEST = 100
_ATOM = "http://www.w3.org/2005/Atom"


def feed(register: Register, language: Language, site_url: str) -> bytes:
    """The feed; the same certificate in the same state on the same day always has the same id."""
    home = f"{site_url}{language.folder}"
    root = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": language.code})
    example = [language.words["register.example_short"]] if register.example else []
    _add(root, "title", " · ".join([*example, language.words["register.changes"], language.site_name]))
    _add(root, "id", _id(f"{home}{PATH}"))
    _add(root, "link", rel="self", type="application/atom+xml", href=f"{home}{PATH}")
    _add(root, "link", rel="alternate", type="text/html", href=f"{home}register/")
    _add(root, "updated", _moment(register.day))
    author = ElementTree.SubElement(root, "author")
    _add(author, "name", language.site_name)
    for one in register.changed(*LISTS)[:NEWEST]:
        assert one.changed
        entry = ElementTree.SubElement(root, "entry")
        status = language.words[f"register.status.{one.status}"]
        _add(entry, "title", f"{one.number} · {status} · {one.organisation}")
        _add(entry, "id", _id(f"{home}{PATH}#{one.number}:{one.status}:{one.changed}"))
        _add(entry, "updated", _moment(one.changed))
        _add(entry, "link", rel="alternate", type="text/html", href=f"{home}register/?q={quote(one.number)}")
        until = f" – {one.suspended_until}" if one.suspended_until and one.suspended_from == one.changed else ""
        _add(entry, "summary", f"{one.standard} · {status} · {one.changed}{until}")
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)


def _add(parent: ElementTree.Element, name: str, text: str | None = None, **attributes: str) -> None:
    ElementTree.SubElement(parent, name, attributes).text = text


def _id(name: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, name).urn


def _moment(day: date) -> str:
    return f"{day}T00:00:00Z"
