"""T07: text in a translation that is still in another language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.clauses.clause import Problem
from plugins.clauses.prose import plain
from plugins.clauses.registry import Registry
from plugins.clauses.translations import pairs
from plugins.clauses.wording import wording

LETTERS = re.compile(r"[^\W\d_]+")
# Titles and names quoted in their own language are meant so.
QUOTED = re.compile(r"《[^》]*》|«[^»]*»|„[^”]*”|“[^”]*”|[（(][^（()）]*[)）]")
LEAST_LETTERS = 24
LEAST_SHARE = 0.5
LEAST_WORDS = 3


def untranslated(registry: Registry) -> Iterator[Problem]:
    """A stub; a clause most of whose letters are foreign, that says the same word for word, or has the small words of another language."""
    for page in registry.pages.values():
        for first, last in page.scan.stubs:
            yield Problem(page.file, first, "T07", f"still in the original's language: translate it, then take off the mark in line {last}")
    for pair in pairs(registry):
        known = wording(pair.language)
        text = QUOTED.sub(" ", plain(pair.clause.text))
        letters = signs(LETTERS, text)
        said = ""
        if letters >= LEAST_LETTERS and signs(known.script, text) < LEAST_SHARE * letters:
            said = "most of its letters are not of that language"
        elif letters >= LEAST_LETTERS and pair.clause.text == pair.original.text:
            said = f"it is the text of {pair.source}"
        elif len(found := known.untranslated.findall(text)) >= LEAST_WORDS:
            said = f"it has words of another language ({', '.join(dict.fromkeys(found))})"
        if said:
            yield Problem(pair.clause.file, pair.clause.line, "T07", f"{pair.address} is not in {pair.language}: {said}")


def signs(runs: re.Pattern[str], text: str) -> int:
    """How many signs stand in such runs."""
    return sum(map(len, runs.findall(text)))
