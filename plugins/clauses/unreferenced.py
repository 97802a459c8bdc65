"""The text of a clause without what it names: its references and the codes of documents, whose digits are no quantities."""

from __future__ import annotations

from functools import lru_cache

from plugins.clauses.clause import Clause
from plugins.clauses.prose import BLANK, WIKI, blanked, prose
from plugins.clauses.recogniser import Recogniser
from plugins.clauses.registry import Page, Registry


def unreferenced(registry: Registry, page: Page, clause: Clause) -> str:
    """The clause's own text at the same length, its lines as they are, references and codes blanked."""
    recogniser = registry.recognisers[page.language]
    text = without_names(recogniser, clause.text)
    if clause.kind == "note":  # its own number is none of its quantities
        marks = recogniser.grammar.marks
        if match := marks.note.match(text) or marks.cnas_note.match(text):
            text = blanked(text, 0, match.end())
    for mention in recogniser.mentions(text):
        if not mention.certain and registry.resolve(page, mention):
            text = blanked(text, mention.start, mention.end)
    return text


@lru_cache(maxsize=65536)
def without_names(recogniser: Recogniser, text: str) -> str:
    """`text` with everything blanked that surely names a place or a document."""
    if not text or not any(map(str.isdigit, text)):
        return text
    bare = prose(WIKI.sub(lambda match: BLANK * len(match[0]), text))
    for start, end in recogniser.named(bare):
        bare = blanked(bare, start, end)
    if "|" in text:  # the cells of a table stay apart
        return "".join("|" if sign == "|" else kept for sign, kept in zip(text, bare))
    return bare
