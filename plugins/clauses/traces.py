"""Numbers that a document no longer has: what was renumbered leads on from its old address, what is gone says so."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from markdown.treeprocessors import Treeprocessor

from plugins.clauses.clause import Address
from plugins.clauses.links import link
from plugins.clauses.registry import Page, Registry


class Traces(Treeprocessor):
    """After the places have their ids (7.5), before MkDocs collects and checks them (5)."""

    name = "clause-traces"
    priority = 7.2

    def __init__(self, md, extension) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, root: Element) -> None:
        """Puts each trace where its number would stand."""
        page, registry = self._extension.page, self._extension.registry
        if page is None or page.document is None or not page.document.traces:
            return
        for old, new in sorted(page.document.traces.items(), key=lambda one: order(one[0])):
            if registry.page_of(page.document, old) == page.file:
                after = (number for number, block in enumerate(root) if order(block.get("data-clause", "")) > order(old))
                root.insert(next(after, len(root)), self._trace(page, registry, old, new))

    def _trace(self, page: Page, registry: Registry, old: str, new: str) -> Element:
        document, words = page.document, self._extension.words[page.language]
        trace = Element("p", {"class": "clause-trace"})
        address = Address(document.work, document.edition, old)
        if registry.clause(page.language, address) is None:  # else the number is another clause's now
            trace.set("id", f"c-{old}")
        number = SubElement(trace, "span", {"class": "clause-number"})
        number.text, number.tail = old, " " + words["clauses.now" if new else "clauses.gone"] + " "
        if new:
            target = address._replace(clause=new)
            trace.append(link(registry, page, target, registry.label(page.language, target, page)))
        else:
            number.tail += dict(document.gone)[old]
        trace.tail = "\n"
        return trace


def order(clause: str) -> list[tuple[int, str]]:
    """Where a number stands among others: 5.4.9 before 5.4.10, annexes last; nothing before all.

    >>> sorted(["5.4.10", "5.4.9", "A", "5.4"], key=order)
    ['5.4', '5.4.9', '5.4.10', 'A']
    """
    return [(int(part), "") if part.isdigit() else (1000, part) for part in re.findall(r"\d+|[A-Za-z]+", clause)]
