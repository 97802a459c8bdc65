"""T08: a translation is much shorter or longer than the original: something is lost or was added."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from plugins.clauses.clause import Problem
from plugins.clauses.prose import plain
from plugins.clauses.registry import Registry
from plugins.clauses.translations import pairs
from plugins.clauses.wording import wording

CODE = re.compile(r"[A-Z][A-Z0-9/.:-]*[A-Z0-9]|\d+")
LEAST = 40  # below so many Chinese signs' worth, a word more or less decides
MOST = 2.0  # times longer or shorter than the language usually is


def length_out_of_line(registry: Registry) -> Iterator[Problem]:
    """Lengths are compared after each is divided by what its language usually needs."""
    for pair in pairs(registry):
        if pair.clause.kind in ("table", "figure"):
            continue  # T04 compares their cells
        original = length(pair.original_text) / wording(pair.source).length
        own = length(pair.text) / wording(pair.language).length
        if max(original, own) >= LEAST and not 1 / MOST <= (own + 5) / (original + 5) <= MOST:
            said = f"{pair.address} is {(own + 5) / (original + 5):.1f} times as long as usual beside {pair.source}"
            yield Problem(pair.clause.file, pair.clause.line, "T08", said)


@lru_cache(maxsize=4096)
def length(text: str) -> int:
    """Signs without codes and numbers, which are as long in every language."""
    return len(CODE.sub("", plain(text)))
