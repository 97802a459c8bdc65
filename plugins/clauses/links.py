"""Turns references into links: written ones into `page.md#c-…`, which MkDocs makes relative, recognised ones itself.

MkDocs takes half as long for the path of a link as for everything else of a page, and there are many recognised ones
that lead to few pages; it still hears of them and sees that each anchor is there.
"""

from __future__ import annotations

import posixpath
from functools import lru_cache
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from plugins.clauses.clause import Address
from plugins.clauses.prose import WIKI
from plugins.clauses.registry import Page, Registry, own_cover

WAITING = "clause-ref"  # a tag that MkDocs passes by
NOT_INSIDE = frozenset(("a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "script", "style", "svg"))


def link(registry: Registry, page: Page, target: Address, text: str) -> Element:
    """A reference to `target`; `preview.js` of the site shows what it points to."""
    element = leading_to(way_to(*registry.where(page.language, target), page))
    element.text = AtomicString(text)
    return element


def leading_to(path: str) -> Element:
    """A link without its text."""
    return Element("a", {"href": path, "class": "clause-ref", "data-preview": ""})


def way_to(file: str, anchor: str, page: Page) -> str:
    """The path to a place from the file of a page."""
    path = "" if file == page.file and anchor else way(file, posixpath.dirname(page.file) or ".")
    return f"{path}#{anchor}" if anchor else path


@lru_cache(maxsize=4096)
def way(file: str, folder: str) -> str:
    """The path to `file` from `folder`."""
    return posixpath.relpath(file, folder)


class Written(InlineProcessor):
    """`[[CC105:3.9]]` and `[[CC105:3.9|words]]`: everywhere but in code; what leads nowhere stays as written."""

    name = "clause-written"
    priority = 185  # after code (190), before escapes (180): a table writes \\| for |

    def __init__(self, md, extension) -> None:
        super().__init__(WIKI.pattern, md)
        self._extension = extension

    def handleMatch(self, match, data):  # noqa: N802 - the name is Python-Markdown's
        """The link, or None."""
        registry, page = self._extension.registry, self._extension.page
        target = registry.written(page, match[1]) if page else None
        if target is None:
            return None, None, None
        text = match[2] or registry.label(page.language, target, page)
        return link(registry, page, target, text), match.start(0), match.end(0)


class Recognised(Treeprocessor):
    """References as people write them, in the text of the finished tree."""

    name = "clause-recognised"
    priority = 7  # after the places have their ids

    def __init__(self, md, extension) -> None:
        super().__init__(md)
        self._extension = extension
        self.waiting: list[tuple[Element, str]] = []  # links with the address that they shall have

    def run(self, root: Element) -> None:
        """Links every reference of the page that leads somewhere."""
        self._extension.led = {}
        self._targets: dict[Address, tuple[str, str | None]] = {}
        self._source = ""  # the place in which the text stands
        if self._extension.page is not None:
            self._walk(root)

    def _walk(self, element: Element) -> None:
        children: list[Element] = []
        if element.text and element.text != "\n" and not isinstance(element.text, AtomicString):
            element.text, links = self._split(element.text)
            children += links
        known = list(element)
        for child in known:
            if (place := child.get("id", "")).startswith("c-"):
                self._source = place.removeprefix("c-")
            if child.tag not in NOT_INSIDE and child.get("class") != "clause-number":
                self._walk(child)
            children.append(child)
            if child.tail and child.tail != "\n":
                child.tail, links = self._split(child.tail)
                children += links
        if len(children) > len(known):
            element[:] = children

    def _split(self, text: str) -> tuple[str, list[Element]]:
        registry, page = self._extension.registry, self._extension.page
        first, links, last = "", [], 0
        before = len(text) - len(text.lstrip(" "))  # after a number: what follows is what the scanner has read
        for mention in registry.recognisers[page.language].mentions(text[before:] if before else text):
            start, end = before + mention.start, before + mention.end
            if start < last or (target := registry.resolve(page, mention.within(self._source))) is None or own_cover(page, target):
                continue
            between = text[last:start]
            if links:
                links[-1].tail = between
            else:
                first = between
            links.append(self._link(target, text[start:end]))
            last = end
        if not links:
            return text, links
        links[-1].tail = text[last:]
        return first, links

    def _link(self, target: Address, text: str) -> Element:
        """An ordinary link where the address of the page is not known; else one that waits until MkDocs has seen the others."""
        page = self._extension.page
        if target not in self._targets:
            self._targets[target] = self._found(page, target)
        path, url = self._targets[target]
        element = leading_to(path) if url is None else Element(WAITING)
        element.text = AtomicString(text)
        if url is not None:
            self.waiting.append((element, url))
        return element

    def _found(self, page: Page, target: Address) -> tuple[str, str | None]:
        """The path from the page's file, and the address from the page, if that is known."""
        file, anchor = self._extension.registry.where(page.language, target)
        path, url = way_to(file, anchor, page), self._extension.leads(file, anchor)
        if url is None:
            return path, None
        if anchor:
            self._extension.led.setdefault(file, {})[anchor] = path
        return path, path if path.startswith("#") else url


class Led(Treeprocessor):
    """After MkDocs has resolved the other links (0), before terms are marked (-3): the links that have waited."""

    name = "clause-led"
    priority = -1

    def __init__(self, md, recognised: Recognised) -> None:
        super().__init__(md)
        self._recognised = recognised

    def run(self, root: Element) -> None:
        """Makes them links."""
        for element, url in self._recognised.waiting:
            element.tag = "a"
            element.attrib.update(leading_to(url).attrib)
        self._recognised.waiting.clear()
