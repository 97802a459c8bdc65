"""T10: signs that the language writes otherwise: quotation marks, spaces, dashes, decimals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.clauses.clause import Problem
from plugins.clauses.prose import BLANK, WIKI, prose
from plugins.clauses.registry import Page, Registry
from plugins.clauses.scanner import Block
from plugins.clauses.translations import in_stub
from plugins.clauses.unreferenced import without_names
from plugins.clauses.wording import wording


def typography(registry: Registry) -> Iterator[Problem]:
    """Every block of every page, headings and editors' notes too; one problem a rule and block."""
    for page in registry.pages.values():
        known = wording(page.language)
        if known is None:
            continue
        texts = [(block, shown(registry, page, block)) for block in page.scan.blocks if not in_stub(page, block.line)]
        whole = BLANK.join(text for _, text in texts)
        for shape, say, glance in known.typography:
            for block, text in texts if glance.search(whole) else ():  # most rules are met nowhere on a page
                if match := shape.search(text):
                    line = block.line + text.count("\n", 0, match.start())
                    met = " ".join(text[max(0, match.start() - 12) : match.end() + 12].replace(BLANK, "…").split())
                    yield Problem(page.file, line, "T10", f"{say} (in '{met}')")


# Names and titles in Chinese keep their own signs.
CHINESE = re.compile("[《\u3400-\u9fff](?:(?<=《)[^》]*》|(?<!《)[\u3400-\u9fff（）、，：A-Z ]*)")


def shown(registry: Registry, page: Page, block: Block) -> str:
    """The block's words without what is no prose: links' and references' addresses, code, and the codes of documents."""
    text = "\n".join(block.lines)
    if "[[" in text:
        text = WIKI.sub(lambda match: (match[2] or "").rjust(len(match[0]) - 2, BLANK) + BLANK * 2, text)
    text = without_names(registry.recognisers[page.language], prose(text))
    return text if page.language == "zh" else CHINESE.sub(lambda match: BLANK * len(match[0]), text)
