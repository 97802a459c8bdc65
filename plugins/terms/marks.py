"""Leads from a term in a clause to its entry in the glossary: at its first use in each clause."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from plugins.clauses.links import NOT_INSIDE
from plugins.terms.concept import Concept
from plugins.terms.uses import Finder

KEPT = NOT_INSIDE | {"table", "details"}  # where no term is led anywhere


@dataclass(frozen=True)
class PageTerms:
    """What is known of the terms of one page."""

    finder: Finder
    used: Mapping[str, Collection[str]]  # the concepts in each clause of the page
    led: Mapping[str, Concept]  # those that lead to the glossary
    link: Callable[[str], str]  # from an anchor in the glossary to its address

    def leads(self, concept: str, address: str) -> bool:
        """Whether a term of this clause leads to the glossary: not where the clause itself sets its rules."""
        return concept in self.led and not self.led[concept].clause.endswith(f"/{address}")


class Marks(Treeprocessor):
    """After MkDocs has resolved the links (0), before the panels take the clauses' marks (-5)."""

    name = "terms"
    priority = -3

    def __init__(self, md: Markdown, terms: Callable[[], PageTerms | None]) -> None:
        super().__init__(md)
        self._terms = terms

    def run(self, root: Element) -> None:
        """Walks the clauses of the page in order."""
        page = self._terms()
        if page is None:
            return
        walk: _Walk | None = None
        for block in root:
            if clause := block.get("data-clause"):
                walk = _Walk(page, clause)
            if walk and block.tag not in KEPT and "admonition" not in block.get("class", ""):
                walk.through(block)


class _Walk:
    """One clause, whose terms become links as they are met."""

    def __init__(self, page: PageTerms, clause: str) -> None:
        self._page = page
        used = page.used.get(clause, ())
        self._finder = page.finder.among(used)
        self._left = {concept for concept in used if page.leads(concept, clause)}

    def through(self, element: Element) -> None:
        """Puts the links into the text of an element and of what it holds."""
        if not self._left:
            return
        children: list[Element] = []
        if element.text and not isinstance(element.text, AtomicString):
            element.text, children = self._split(element.text)
        known = list(element)
        for child in known:
            if child.tag not in KEPT:
                self.through(child)
            children.append(child)
            if child.tail:
                child.tail, links = self._split(child.tail)
                children += links
        if len(children) > len(known):
            element[:] = children

    def _split(self, text: str) -> tuple[str, list[Element]]:
        first, links, last = text, [], 0
        if not self._left:
            return first, links
        for use in self._finder.uses(text):
            if use.concept not in self._left:
                continue
            self._left.remove(use.concept)
            if links:
                links[-1].tail = text[last : use.start]
            else:
                first = text[: use.start]
            links.append(self._link(self._page.led[use.concept], text[use.start : use.end]))
            last = use.end
        if links:
            links[-1].tail = text[last:]
        return first, links

    def _link(self, concept: Concept, words: str) -> Element:
        title = concept.definition[self._page.finder.language]
        link = Element("a", {"class": "term-use", "href": self._page.link(concept.anchor), "title": title})
        link.text = AtomicString(words)
        return link
