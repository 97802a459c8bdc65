"""Annexes of Russian texts: А, Б, В in their order become A, B, C, in headings, numbers and references."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plugins.clauses.importing.block import Block, Unsettled
from plugins.clauses.recogniser import CYRILLIC

LETTER = r"[А-ИК-Н](?![А-Яа-яё])"
HEADING = re.compile(rf"Приложение\s+({LETTER})", re.I)
NAMED = re.compile(rf"(?:\bПриложени\w+|\bПрил\.)\s+{LETTER}(?:\s*(?:,|и|или|–|—|-)\s*{LETTER})*", re.I)
NUMBERED = re.compile(r"(?<![А-Яа-яёA-Za-z])[А-ИК-Н](?=\.\d)")
ONE = re.compile(rf"(?<![А-Яа-яё]){LETTER}")


def latin_annexes(blocks: Sequence[Block], unsettled: list[Unsettled]) -> Sequence[Block]:
    """The blocks with Latin letters for annexes, when the Russian ones do not look like them."""
    headings = [(block.place, match[1]) for block in blocks if block.kind != "table" and (match := HEADING.match(block.text)) and len(block.text) < 110]
    letters = dict(zip(dict.fromkeys(letter for _, letter in headings), "ABCDEFGH"))
    if all(letter.translate(CYRILLIC) == latin for letter, latin in letters.items()):
        return blocks
    unsettled.append(Unsettled(headings[0][0], f"annexes {', '.join(letters)} have become {', '.join(letters.values())}, also where the text refers to them"))

    def latin(text: str) -> str:
        text = NAMED.sub(lambda match: ONE.sub(lambda one: letters.get(one[0], one[0]), match[0]), text)
        return NUMBERED.sub(lambda match: letters.get(match[0], match[0]), text)

    return [block._replace(text=latin(block.text), rows=tuple(tuple(map(latin, row)) for row in block.rows)) for block in blocks]
