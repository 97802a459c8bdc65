"""The text of a clause without what it names: its references and the codes of documents, whose digits are no quantities."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from operator import attrgetter

from plugins.clauses.clause import Clause, Mention
from plugins.clauses.prose import blanked, unwritten
from plugins.clauses.recogniser import Recogniser
from plugins.clauses.registry import Page, Registry


def unreferenced(registry: Registry, page: Page, clause: Clause) -> str:
    """The clause's own text at the same length, its lines as they are, references and codes blanked."""
    recogniser, parts = registry.recognisers[page.language], []
    for text in clause.lines if len(clause.lines) == 1 else stretches(page, clause):  # mostly one
        bare, others = without_names(recogniser, text)
        if clause.kind == "note" and not parts:  # its own number is none of its quantities
            marks = recogniser.grammar.marks
            if match := marks.note.match(bare) or marks.cnas_note.match(bare):
                bare = blanked(bare, match.span())
        for mention in others:
            if registry.resolve(page, mention):
                bare = blanked(bare, (mention.start, mention.end))
        parts.append(bare)
    return "\n".join(parts)


def stretches(page: Page, clause: Clause) -> Iterator[str]:
    """What the clause itself says, in the stretches in which its references are read."""
    left, blocks = len(clause.lines), page.scan.blocks
    for block in islice(blocks, bisect_left(blocks, clause.line, key=attrgetter("line")), None):
        if not left:
            return
        if block.clause == clause.id and block.linked and not block.aside:
            yield "\n".join(block.lines)
            left -= len(block.lines)


@lru_cache(maxsize=65536)
def without_names(recogniser: Recogniser, text: str) -> tuple[str, tuple[Mention, ...]]:
    """`text` with everything blanked that surely names a place or a document, and what else may be a reference."""
    bare = unwritten(text)
    others = recogniser.unnamed(bare)
    bare = blanked(bare, *recogniser.named(bare))
    if "|" in text:  # the cells of a table stay apart
        bare = "".join("|" if sign == "|" else kept for sign, kept in zip(text, bare))
    return bare, others
