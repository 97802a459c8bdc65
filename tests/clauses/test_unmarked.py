"""Text without marks takes a short way through Markdown, and becomes what it would have become on the long one."""

from datetime import date
from xml.etree.ElementTree import Element, SubElement

from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.inlinepatterns import SimpleTextInlineProcessor

from plugins.clauses.extension import ClausesExtension, Numbered
from plugins.clauses.reading import read
from plugins.clauses.unmarked import Unmarked
from tests.clauses.test_pages import EXTENSIONS, LANGUAGES, WORDS, cover
from tests.counted import calls

PARTS = [
    *("3.1 ", "3.1. ", "3.2\u00a0", "3.12 ", "Ａ.1 ", "A.1 ", "3.1-", "3. ", "3) ", "## 3.3 ", "    ", "> ", "- ", "1. ", "Note: ", "!!! note\n    "),
    *("\n", "\n\n", "  \n", ": ", "---", "===", "| a | b |\n|---|---|\n", "{: #own }", "/// tab | T\n", "///", "```\n", "<div markdown>\n", "</div>"),
    *("*", "**", "_", "`", "\\", "\\*", "[", "]", "[[3.1]]", "[[3.1|as said]]", "![x](y)", "[x](y)", "[x]: y", "<b>", "</b>", "<!-- c -->", "<a@b.c>"),
    *("&", "&amp;", "&lt", "http://x.y", "clause 3.1", "5.4.2/5.4.3", "word", "字", " "),
]


def markdown(text: str) -> Markdown:
    """What renders a page with this text, in English."""
    page = f"# 3 Method\n\n{text}"
    registry = read([("en/cc105/index.md", cover("CC105", "CC105", "1")), ("en/cc105/3.md", page)], LANGUAGES, date(2026, 1, 1))
    extension = ClausesExtension(registry, WORDS)
    extension.page = registry.pages["en/cc105/3.md"]
    return Markdown(extensions=[*EXTENSIONS, "pymdownx.blocks.tab", extension])


def on_the_long_way(md: Markdown) -> Markdown:
    """The same, where all text is gone through."""
    md.treeprocessors.deregister(Unmarked.name)
    md.parser.blockprocessors.deregister(Numbered.name)
    return md


@given(st.lists(st.sampled_from(PARTS), max_size=14).map("".join))
def test_the_short_way_leads_to_the_same(text: str) -> None:
    page = f"# 3 Method\n\n3.1 {text}\n\n{text}"
    assert markdown(text).convert(page) == on_the_long_way(markdown(text)).convert(page)


def test_most_of_a_page_takes_it() -> None:
    text = "# 3 Method\n\n" + "".join(f"3.{at} The body shall tell within five days. See clause 3.1.\n\n" for at in range(1, 30))
    short, long = markdown(text), on_the_long_way(markdown(text))
    assert calls(lambda: short.convert(text)) < 0.85 * calls(lambda: long.convert(text))


def test_a_pattern_of_another_extension_is_asked() -> None:
    md = markdown("")
    md.inlinePatterns.register(SimpleTextInlineProcessor(r"(day)s"), "days", 50)
    assert "five day</p>" in md.convert("# 3 Method\n\n3.1 Within five days").replace("</span>", "")


class Shouted(BlockProcessor):
    """A block that another extension knows."""

    def test(self, parent: Element, block: str) -> bool:
        return block.endswith("!")

    def run(self, parent: Element, blocks: list[str]) -> None:
        SubElement(parent, "h2").text = blocks.pop(0)


def test_a_block_of_another_extension_is_asked() -> None:
    md = markdown("")
    md.parser.blockprocessors.register(Shouted(md.parser), "shouted", 95)
    html = md.convert("# 3 Method\n\n3.1 Stop!\n\n3.2 Go.")
    assert "<h2" in html and html.count('class="clause"') == 1
