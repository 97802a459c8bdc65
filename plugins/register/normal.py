"""How names and numbers are compared: without case, accents, width and punctuation, word by word.

`browser/normal.js` does the same for what a reader types; a test holds the two together.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import cache

_ALIKE = str.maketrans({"ς": "σ", "ß": "ss"})
_SINGLE = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
"""What is written without spaces: each of these characters is a word of its own."""
_APART = ("P", "S", "Z", "Cc", "Cf", "Co", "Cs")
"""The Unicode categories that part words."""


def folded(text: str) -> str:
    """The text with everything taken away that a reader may write otherwise.

    >>> folded("Győri ＰＵＭＰ"), folded("Straße"), folded("Ёлка")
    ('gyori pump', 'strasse', 'елка')
    """
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if unicodedata.category(sign) != "Mn")
    return unicodedata.normalize("NFC", bare.lower().translate(_ALIKE))


def words(text: str) -> list[str]:
    """The words that a search can begin with.

    >>> words("示例(Győr) Pump Co., Ltd.")
    ['示', '例', 'gyor', 'pump', 'co', 'ltd']
    """
    return _pattern().findall(folded(text))


def code(text: str) -> str:
    """A number as it is compared: its words without anything between them.

    >>> code("EX-2024/Q 0017")
    'ex2024q0017'
    """
    return "".join(words(text))


@cache
def _pattern() -> re.Pattern[str]:
    apart = [point for point in range(sys.maxunicode + 1) if unicodedata.category(chr(point)).startswith(_APART)]
    runs: list[list[int]] = []
    for point in apart:
        if runs and runs[-1][1] == point - 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    ranges = "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in runs)
    return re.compile(f"[{_SINGLE}]|[^{_SINGLE}{ranges}]+")
