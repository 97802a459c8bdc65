"""How names and numbers are compared: without case, accents, width and punctuation, word by word.

`browser/normal.js` does the same for what a reader types; a test holds the two together.
"""

from __future__ import annotations

import unicodedata

_ALIKE = {ord("ς"): "σ", ord("ß"): "ss"}
_SINGLE = ((0x3005, 0x3007), (0x3040, 0x30FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xAC00, 0xD7AF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))
"""What is written without spaces: each of these characters is a word of its own."""
_APART = ("P", "S", "Z", "Cc", "Cf", "Co", "Cs")
"""The Unicode categories that part words."""


class _Marks(dict[int, str]):
    """Takes the marks away that stand on other signs; filled as signs are met."""

    def __missing__(self, point: int) -> str:
        self[point] = sign = "" if unicodedata.category(chr(point)) == "Mn" else chr(point)
        return sign


class _Parts(dict[int, str]):
    """Puts a space where a word ends; filled as signs are met."""

    def __missing__(self, point: int) -> str:
        sign = chr(point)
        single = any(first <= point <= last for first, last in _SINGLE)
        self[point] = part = f" {sign} " if single else " " if unicodedata.category(sign).startswith(_APART) else sign
        return part


_MARKS, _PARTS = _Marks(), _Parts()


def folded(text: str) -> str:
    """The text with everything taken away that a reader may write otherwise.

    >>> folded("Győri ＰＵＭＰ"), folded("Straße"), folded("Ёлка")
    ('gyori pump', 'strasse', 'елка')
    """
    if text.isascii():
        return text.lower()
    bare = unicodedata.normalize("NFKD", text).translate(_MARKS)
    return unicodedata.normalize("NFC", bare.lower().translate(_ALIKE))


def words(text: str) -> list[str]:
    """The words that a search can begin with.

    >>> words("示例(Győr) Pump Co., Ltd.")
    ['示', '例', 'gyor', 'pump', 'co', 'ltd']
    """
    return folded(text).translate(_PARTS).split()


def code(text: str) -> str:
    """A number as it is compared: its words without anything between them.

    >>> code("EX-2024/Q 0017")
    'ex2024q0017'
    """
    return "".join(words(text))
