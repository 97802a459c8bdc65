"""The Python-Markdown extension: facts of the body in the text, lists in paragraphs of their own, what a heading discloses.

It knows no MkDocs: who renders sets `view` before each page.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from plugins.disclosure.blocks import BLOCKS
from plugins.disclosure.marks import PLACEHOLDER
from plugins.disclosure.view import View, between, element

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class DisclosureExtension(Extension):
    """`view` is what the page that is being rendered knows of the body."""

    view: View | None = None

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Registers everything for one page."""
        md.inlinePatterns.register(_Facts(md, self), "disclosure-facts", 185)  # after code (190), before escapes (180)
        md.parser.blockprocessors.register(_Lists(md.parser, self), "disclosure-lists", 95)  # before all but empty lines (100)
        md.treeprocessors.register(_Discloses(md, self), "disclosure-discloses", 7.5)  # after attribute lists (8), before links (0)


class _Facts(InlineProcessor):
    def __init__(self, md: Markdown, extension: DisclosureExtension) -> None:
        super().__init__(PLACEHOLDER.pattern, md)
        self._extension = extension

    def handleMatch(self, match, data):  # noqa: N802 - the name is Python-Markdown's
        """The fact, or the mark of a gap."""
        view = self._extension.view
        if view is None:
            return None, None, None
        return view.fact(tuple(match["name"].split(".")[1:])), match.start(0), match.end(0)


class _Lists(BlockProcessor):
    def __init__(self, parser: BlockParser, extension: DisclosureExtension) -> None:
        super().__init__(parser)
        self._extension = extension

    def test(self, parent: Element, block: str) -> bool:
        """Whether the block is the name of a list and nothing else."""
        match = PLACEHOLDER.fullmatch(block.strip())
        return bool(match and match["name"] in BLOCKS and self._extension.view)

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Puts the list there."""
        match = PLACEHOLDER.fullmatch(blocks.pop(0).strip())
        parent.append(BLOCKS[match["name"]](self._extension.view, tuple(match["rest"].split())))


class _Discloses(Treeprocessor):
    def __init__(self, md: Markdown, extension: DisclosureExtension) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, root: Element) -> None:
        """Says below each marked heading which requirement it answers."""
        view = self._extension.view
        for parent in list(root.iter()):
            for heading in [child for child in parent if child.tag in HEADINGS and child.get("discloses")]:
                clauses = heading.attrib.pop("discloses").split()
                if view:
                    links = between([view.clause(one) for one in clauses], view.say("comma"))
                    line = element("p", view.say("discloses"), *links, class_="discloses")
                    parent.insert(list(parent).index(heading) + 1, line)
