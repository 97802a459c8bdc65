"""T11: placeholders and markup: what was left open, marks without a partner, and fields of the catalogues."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from string import Formatter

from babel.messages.pofile import read_po

from plugins.clauses.clause import Problem
from plugins.clauses.registry import Page, Registry
from plugins.clauses.translations import pairs
from plugins.clauses.wording import wording
from plugins.clauses.words import LOCALES

# Each begins with a sign, not with what must not stand before it: text without such signs is passed by at once.
WORDS = r"TODO(?<!\wTODO)\b|TBD(?<!\wTBD)\b|FIXME(?<!\wFIXME)\b|XXX(?<!\wXXX)X*\b|lorem ipsum(?<!\wlorem ipsum)\b"
LEFT_OPEN = WORDS + r"|\?\?\?|\{\{|\}\}|\{\w+\}|<<<<|>>>>|＿＿＿|___"
MARKS = (("**", re.compile(r"(?<!\*)\*\*(?!\*)")), ("`", re.compile(r"(?<!`)`(?!`)")))
LINK = re.compile(r"\]\([^()\s]+\)")


def placeholders(registry: Registry) -> Iterator[Problem]:
    """Pages first, then the links of translations."""
    for page in registry.pages.values():
        yield from left_open(page)
    for pair in pairs(registry):
        if links(pair.original_text) != links(pair.text):
            said = f"{pair.address} has another number of links in {pair.language} than in {pair.source}"
            yield Problem(pair.clause.file, pair.clause.line, "T11", said)


def catalogues_differ(registry: Registry) -> Iterator[Problem]:
    """What is wrong with the catalogues of interface words, which are this project's own."""
    yield from differing(registry.languages, LOCALES)


def left_open(page: Page) -> Iterator[Problem]:
    """Words such as TODO, and marks that are opened and not closed."""
    texts = ["\n".join(block.lines) for block in page.scan.blocks]
    whole = "\n".join(texts)
    shape = left_open_in(page.language)
    open_words, marks = page.document and shape.search(whole), [one for one in MARKS if one[0] in whole]
    for block, text in zip(page.scan.blocks, texts) if open_words or marks else ():  # most pages have none
        if open_words and (match := shape.search(text)):
            line = block.line + text.count("\n", 0, match.start())
            yield Problem(page.file, line, "T11", f"'{match[0]}' was left open")
        for mark, sign in marks:
            if mark in text and len(sign.findall(text)) % 2:
                yield Problem(page.file, block.line, "T11", f"'{mark}' is opened and not closed")


@lru_cache(maxsize=None)
def left_open_in(language: str) -> re.Pattern[str]:
    """What is left open in every language, and in this one."""
    known = wording(language)
    return re.compile(f"{LEFT_OPEN}|{known.left_open}") if known else re.compile(LEFT_OPEN)


def links(text: str) -> int:
    """How many Markdown links a clause's text has."""
    return len(LINK.findall(text)) if "](" in text else 0


def differing(languages: tuple[str, ...], folder: Path) -> Iterator[Problem]:
    """Entries that a language lacks, left empty or with other fields than the first language."""
    known = [language for language in languages if (folder / language).is_dir()]
    for file in sorted({path.name for language in known for path in (folder / language).glob("*.po")}):
        own = {language: entries(folder / language / file) for language in known}
        for key in sorted({key for words in own.values() for key in words}):
            said = {language: words.get(key, "") for language, words in own.items()}
            model = fields(next(text for text in said.values() if text) if any(said.values()) else "")
            for language, text in said.items():
                place = f"../locales/{language}/{file}"
                if not text.strip():
                    yield Problem(place, 1, "T11", f"no words for '{key}'")
                elif fields(text) != model:
                    other = ", ".join(sorted(model ^ fields(text)))
                    yield Problem(place, 1, "T11", f"'{key}' has other fields than its translations: {other}")


@lru_cache(maxsize=None)
def entries(path: Path) -> dict[str, str]:
    """A catalogue's words by key; empty for a file that is not there."""
    if not path.is_file():
        return {}
    with path.open("rb") as file:
        return {str(entry.id): str(entry.string) for entry in read_po(file) if entry.id}


@lru_cache(maxsize=None)
def fields(text: str) -> frozenset[str]:
    """The names in braces."""
    try:
        return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)
    except ValueError:
        return frozenset(["{ without }"])
