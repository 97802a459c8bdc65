"""The order of each language's dictionaries, and the letter under which they put a word."""

from __future__ import annotations

import re
from bisect import bisect_right

# GB/T 2312 orders its 3755 usual characters by their pinyin: the first code of each letter, and of what comes after.
PINYIN = (
    (b"\xb0\xa1", "A"), (b"\xb0\xc5", "B"), (b"\xb2\xc1", "C"), (b"\xb4\xee", "D"), (b"\xb6\xea", "E"), (b"\xb7\xa2", "F"),
    (b"\xb8\xc1", "G"), (b"\xb9\xfe", "H"), (b"\xbb\xf7", "J"), (b"\xbf\xa6", "K"), (b"\xc0\xac", "L"), (b"\xc2\xe8", "M"),
    (b"\xc4\xc3", "N"), (b"\xc5\xb6", "O"), (b"\xc5\xbe", "P"), (b"\xc6\xda", "Q"), (b"\xc8\xbb", "R"), (b"\xc8\xf6", "S"),
    (b"\xcb\xfa", "T"), (b"\xcd\xda", "W"), (b"\xce\xf4", "X"), (b"\xd1\xb9", "Y"), (b"\xd4\xd1", "Z"), (b"\xd8\xa1", "…"),
)  # fmt: skip
CODES = [code for code, _ in PINYIN]
HUNGARIAN = "a b c cs d dz dzs e f g gy h i j k l ly m n ny o ö p q r s sz t ty u ü v w x y z zs".split()
HUNGARIAN_LETTER = re.compile("dzs|cs|dz|gy|ly|ny|sz|ty|zs|.")
DOUBLED = re.compile(r"([cdglnstz])(?=\1[sz]|\1y)")  # ssz is sz and sz
SHORT = str.maketrans("áéíóőúű", "aeioöuü")
FIGURES = "0–9"


def letter(term: str, language: str) -> str:
    """The letter that heads the group of a term; figures have a group of their own.

    >>> letter("审核时间", "zh"), letter("OHS 风险", "zh"), letter("1. szakasz", "hu")
    ('S', 'O', '0–9')
    >>> letter("szervezet", "hu"), letter("értékelőcsoport", "hu"), letter("ёмкость", "ru")
    ('Sz', 'E', 'Е')
    """
    first = term[0]
    if first.isdigit():
        return FIGURES
    if language == "zh":
        return first.upper() if first.isascii() else PINYIN[max(bisect_right(CODES, first.encode("gb18030")) - 1, 0)][1]
    if language == "hu":
        return hungarian(term)[0].capitalize()
    return first.upper().replace("Ё", "Е")


def key(term: str, language: str) -> tuple:
    """What to sort terms by.

    >>> sorted(["认证", "审核组", "OHS 风险", "审核", "不符合"], key=lambda term: key(term, "zh"))
    ['不符合', 'OHS 风险', '认证', '审核', '审核组']
    >>> sorted(["szint", "székhely", "súlyos", "ügyfél", "utazás", "tanúsítás"], key=lambda term: key(term, "hu"))
    ['súlyos', 'székhely', 'szint', 'tanúsítás', 'utazás', 'ügyfél']
    """
    group = letter(term, language)
    if language == "zh":
        return group != FIGURES, group, not term[0].isascii(), term.casefold().encode("gb18030")
    if language == "hu":
        places = [HUNGARIAN.index(one) for one in hungarian(term) if one in HUNGARIAN]  # blanks and hyphens do not count
        return group != FIGURES, places, term
    small = term.casefold()
    return group != FIGURES, small.replace("ё", "е"), small


def hungarian(term: str) -> list[str]:
    """The letters of a word, digraphs as one, long vowels as short. Where two words meet in a compound, z and s count as zs too.

    >>> hungarian("hosszú egység")
    ['h', 'o', 'sz', 'sz', 'u', ' ', 'e', 'gy', 's', 'e', 'g']
    """
    small = term.casefold().translate(SHORT)
    whole = DOUBLED.sub(lambda match: small[match.start() + 1 : match.start() + 3], small)
    return HUNGARIAN_LETTER.findall(whole)
