"""The Markdown extension: a block ```` ```glossary ```` becomes the list, and terms in clauses lead to it."""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

from plugins.terms.marks import Marks, PageTerms

FENCE = re.compile(r"^```glossary[ ]*\n```[ ]*$", re.MULTILINE)


class TermsExtension(Extension):
    """`glossary` makes the list for the page that is being rendered; `terms` knows what terms it uses."""

    def __init__(self, glossary: Callable[[], str], terms: Callable[[], PageTerms | None]) -> None:
        super().__init__()
        self._glossary = glossary
        self._terms = terms

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Registers both."""
        md.preprocessors.register(_Fence(md, self._glossary), "glossary", 28)  # before fenced code (25) and raw HTML (20)
        md.treeprocessors.register(Marks(md, self._terms), Marks.name, Marks.priority)


class _Fence(Preprocessor):
    def __init__(self, md: Markdown, glossary: Callable[[], str]) -> None:
        super().__init__(md)
        self._glossary = glossary

    def run(self, lines: list[str]) -> list[str]:
        return FENCE.sub(lambda _: f"\n{self.md.htmlStash.store(self._glossary())}\n", "\n".join(lines)).split("\n")
