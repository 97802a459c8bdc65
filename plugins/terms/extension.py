"""The Markdown extension: a block ```` ```glossary ```` becomes the list, and terms in clauses lead to it."""

from __future__ import annotations

from collections.abc import Callable

from markdown import Extension, Markdown

from plugins.fenced import Fenced
from plugins.terms.marks import Marks, PageTerms


class TermsExtension(Extension):
    """`glossary` makes the list for the page that is being rendered; `terms` knows what terms it uses."""

    def __init__(self, glossary: Callable[[], str], terms: Callable[[], PageTerms | None]) -> None:
        super().__init__()
        self._glossary = glossary
        self._terms = terms

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Registers both."""
        md.preprocessors.register(Fenced(md, "glossary", lambda _: self._glossary()), "glossary", Fenced.priority)
        md.treeprocessors.register(Marks(md, self._terms), Marks.name, Marks.priority)
