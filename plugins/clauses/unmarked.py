"""Most text of a procedure has no mark of Markdown: the patterns that look for marks need not go through it."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import inlinepatterns as known
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from plugins.clauses.prose import WIKI

# Each of these patterns begins with one of the signs; others are asked one by one.
SIGNS = re.compile(r"[`\\\[<&*_]|  \n")
BEGIN_WITH_SIGNS = {
    known.BACKTICK_RE,
    known.ESCAPE_RE,
    known.REFERENCE_RE,
    known.LINK_RE,
    known.IMAGE_LINK_RE,
    known.IMAGE_REFERENCE_RE,
    known.AUTOLINK_RE,
    known.AUTOMAIL_RE,
    known.LINE_BREAK_RE,
    known.HTML_RE,
    known.ENTITY_RE,
    r"\*|_",  # emphasis, unless there are more signs for it
    WIKI.pattern,
}


class Unmarked(Treeprocessor):
    """Before inline patterns (20): keeps from them what none of them would match."""

    name = "clause-unmarked"
    priority = 20.5

    def __init__(self, md, extension) -> None:
        super().__init__(md)
        self._extension = extension
        self.kept: list[tuple[Element, str, str]] = []

    def run(self, root: Element) -> None:
        """Makes text without marks such as no pattern is applied to."""
        page = self._extension.page
        if page is None or not page.numbered:
            return
        patterns = [one.getCompiledRegExp().search for one in self.md.inlinePatterns if one.pattern not in BEGIN_WITH_SIGNS]
        kept = self.kept
        for element in root.iter():
            text, tail = element.text, element.tail
            if text and not SIGNS.search(text) and not any(search(text) for search in patterns) and not isinstance(text, AtomicString):
                element.text = AtomicString(text)
                kept.append((element, "text", text))
            if tail and tail != "\n" and not SIGNS.search(tail) and not any(search(tail) for search in patterns):
                element.tail = AtomicString(tail)
                kept.append((element, "tail", tail))


class Again(Treeprocessor):
    """Right after them: for what comes then it is text as ever."""

    name = "clause-unmarked-again"
    priority = 19.995

    def __init__(self, md, unmarked: Unmarked) -> None:
        super().__init__(md)
        self._unmarked = unmarked

    def run(self, root: Element) -> None:
        """Puts the text back."""
        for element, where, text in self._unmarked.kept:
            setattr(element, where, text)
        self._unmarked.kept.clear()
