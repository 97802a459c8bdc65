"""T10: signs that the language writes otherwise: quotation marks, spaces, dashes, decimals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.clauses.clause import Problem
from plugins.clauses.prose import BLANK, MARKED, WIKI, prose
from plugins.clauses.registry import Page, Registry
from plugins.clauses.scanner import Block
from plugins.clauses.translations import in_stub
from plugins.clauses.unreferenced import without_names
from plugins.clauses.wording import wording

# Names and titles in Chinese keep their own signs. It takes a while to be compiled: not before it is wanted.
CHINESE = "[《\u3400-\u9fff](?:(?<=《)[^》]*》|(?<!《)[\u3400-\u9fff（）、，：A-Z ]*)"


def typography(registry: Registry) -> Iterator[Problem]:
    """Every block of every page, headings and editors' notes too; one problem a rule and block."""
    for page in registry.pages.values():
        known = wording(page.language)
        if known is None:
            continue
        blocks = [block for block in page.scan.blocks if not in_stub(page, block.line)]
        texts = shown(blocks)
        whole = BLANK.join(texts)
        for shape, say, glance in known.typography:
            for block, text in zip(blocks, texts) if glance.search(whole) else ():  # most rules are met nowhere on a page
                if shape.search(text) and (match := shape.search(words := own_words(registry, page, text))):
                    line = block.line + text.count("\n", 0, match.start())
                    met = " ".join(words[max(0, match.start() - 12) : match.end() + 12].replace(BLANK, "…").split())
                    yield Problem(page.file, line, "T10", f"{say} (in '{met}')")


def shown(blocks: list[Block]) -> list[str]:
    """The words of blocks without what is no prose: links' and references' addresses, and code."""
    texts = ["\n".join(block.lines) for block in blocks]
    whole = "\n".join(texts)
    if "[[" in whole:
        texts = [WIKI.sub(lambda match: (match[2] or "").rjust(len(match[0]) - 2, BLANK) + BLANK * 2, text) for text in texts]
    if MARKED.search(whole):
        texts = [prose(text) for text in texts]
    return texts


def own_words(registry: Registry, page: Page, text: str) -> str:
    """The text without what is written as it is: codes of documents and, in other languages, Chinese."""
    words, _ = without_names(registry.recognisers[page.language], text)
    return words if page.language == "zh" else re.sub(CHINESE, lambda match: BLANK * len(match[0]), words)
