"""The Python-Markdown extension: places, links and panels of the page that is being rendered.

It knows no MkDocs: who renders sets `page` and `address` before each page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension

from plugins.clauses.clause import Worked
from plugins.clauses.comparison_page import comparison
from plugins.clauses.document_head import DocumentHead
from plugins.clauses.links import Led, Recognised, Written
from plugins.clauses.numbering import PARAGRAPH_NUMBER
from plugins.clauses.panel import Panels
from plugins.clauses.places import Places
from plugins.clauses.registry import Page, Registry
from plugins.clauses.scanner import ORDINAL
from plugins.clauses.traces import Traces
from plugins.clauses.unmarked import Again, Unmarked
from plugins.fenced import Fenced

KNOWN_BLOCKS = ("markdown.", "pymdownx.", __name__)


def no_address(file: str, anchor: str) -> str | None:
    """Where nothing is known of addresses, panels show no links to other pages."""
    return None


def no_steps(language: str) -> Mapping[str, Sequence[Worked]]:
    """Where there are no calculators, no panel shows a step."""
    return {}


class ClausesExtension(Extension):
    """`registry` is all that the scanner read; `words` are the interface words by language."""

    def __init__(self, registry: Registry | None = None, words: Mapping[str, Mapping[str, str]] | None = None) -> None:
        super().__init__()
        self.registry = registry
        self.words = words or {}
        self.names: Mapping[str, str] = {}  # of the languages, in themselves
        self.page: Page | None = None
        self.address: Callable[[str, str], str | None] = no_address
        self.refuse: Callable[[str], Exception] = ValueError  # what a block is refused with that cannot be understood
        self.leads: Callable[[str, str], str | None] = no_address  # as `address`, for recognised references; without it they lead to a file
        self.led: dict[str, dict[str, str]] = {}  # by file the anchors that the page's recognised references lead to, with their paths
        self.panels_later = False  # whether who renders puts the panels in afterwards: `panel.with_panels`
        self.root = "/"  # the way to the site's root
        self.worked: Callable[[str], Mapping[str, Sequence[Worked]]] = no_steps  # by language, then by clause

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Registers everything for one page."""
        for block in (Numbered(md.parser, self), Ordinal(md.parser, self)):
            md.parser.blockprocessors.register(block, block.name, block.priority)
        md.preprocessors.register(Fenced(md, "comparison", partial(comparison, self)), "clause-comparison", Fenced.priority)
        md.inlinePatterns.register(Written(md, self), Written.name, Written.priority)
        recognised, unmarked = Recognised(md, self), Unmarked(md, self)
        around = (unmarked, Again(md, unmarked), recognised, Led(md, recognised))
        for processor in (*around, Places(md, self), Traces(md, self), DocumentHead(md, self), Panels(md, self)):
            md.treeprocessors.register(processor, processor.name, processor.priority)


class Ordinal(BlockProcessor):
    """In documents an ordinal begins text and no list ('1. megjegyzés:', '2. szakasz'): items are written 1)."""

    name = "clause-ordinal"
    priority = 45  # before lists (40)

    def __init__(self, parser: BlockParser, extension: ClausesExtension) -> None:
        super().__init__(parser)
        self._extension = extension

    def test(self, parent: Element, block: str) -> bool:
        """Whether the block is such a text."""
        page = self._extension.page
        return page is not None and page.numbered and bool(ORDINAL.match(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Makes of it what Markdown makes of other text there."""
        self.parser.blockprocessors["paragraph"].run(parent, blocks)


class Numbered(Ordinal):
    """One line that begins with the number of a clause is a paragraph: none of Markdown's own blocks begins so.

    Asked first, because most blocks are such and each of the others would be asked; those of other origin still are.
    """

    name = "clause-numbered"
    priority = 200

    def test(self, parent: Element, block: str) -> bool:
        """Whether the block is such a line."""
        page = self._extension.page
        if page is None or not page.numbered or "\n" in block or not PARAGRAPH_NUMBER.match(block):
            return False
        return not any(one.test(parent, block) for one in self._of_other_origin)

    @cached_property
    def _of_other_origin(self) -> list[BlockProcessor]:
        return [one for one in self.parser.blockprocessors if not type(one).__module__.startswith(KNOWN_BLOCKS)]
