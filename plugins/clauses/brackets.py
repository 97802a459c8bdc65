"""S04: the brackets of `[[…]]` that hold no reference or have no partner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.clauses.prose import BLANK, BROKEN_WIKI, WIKI, without_code

BRACKETS = re.compile(r"(?<!\\)(?:\[\[|\]\](?!\()|[\[\]])")


def unpaired(text: str) -> Iterator[tuple[int, str]]:
    """Where each stands and what to say of it.

    >>> list(unpaired("See 5.1]] and [[5.2 or [[5.3]]."))
    [(14, "'[[5.2 or ' holds another '[[': close it before with ']]'"), (7, "']]' closes no '[['")]
    >>> list(unpaired("See [[5.1]], `]]`, x[i[0]] and [the list [1]](list.md)."))
    []
    """
    text = without_code(text)
    for broken in BROKEN_WIKI.finditer(text):
        shown = broken[0]
        if broken["closed"]:
            shown = text[broken.start() : broken.end("closed")]
            said = "is no reference: write [[CC105:3.9]] or [[CC105:3.9|words]]"
        elif broken["another"]:
            said = "holds another '[[': close it before with ']]'"
        else:
            said = "is not closed by ']]'"
        yield broken.start(), f"'{shown}' {said}"
    depth = 0
    for bracket in BRACKETS.finditer(WIKI.sub(lambda match: BLANK * len(match[0]), text)):
        if bracket[0] == "]]" and depth < 2:
            yield bracket.start(), "']]' closes no '[['"
        depth = max(0, depth + len(bracket[0]) * (1 if bracket[0][0] == "[" else -1))
