"""The forms in which a term stands in running text: English plurals, Russian and Hungarian endings."""

from __future__ import annotations

import re
from functools import lru_cache

ENDINGS = {
    "ru": re.compile(r"[аеёиоуыэюяйь]{1,2}$"),
    "hu": re.compile(r"[ae]$"),
}

FLEETING = re.compile("[бвгджзлмнпрстфхцчшщ]ка$")


@lru_cache(maxsize=None)
def pattern(term: str, language: str) -> re.Pattern[str]:
    """Finds `term` as whole words, whatever its ending; Chinese has no endings and no word bounds.

    >>> pattern("audit day", "en").findall("Audit days, not audit daylight")
    ['Audit days']
    >>> pattern("группа по аудиту", "ru").findall("состав группы по аудиту")
    ['группы по аудиту']
    >>> pattern("площадка", "ru").findall("площадки, из площадок и площадками")
    ['площадки', 'площадок', 'площадками']
    >>> pattern("tényleges létszám", "hu").findall("a tényleges létszámot")
    ['tényleges létszámot']
    """
    if language == "zh":
        return re.compile(re.escape(term))
    *first, last = term.split(" ")
    shapes = [*(word_shape(word, language, last=False) for word in first), word_shape(last, language, last=True)]
    return re.compile(r"(?<![\w-])" + r"\s+".join(shapes) + r"(?![\w-])", re.IGNORECASE)


def word_shape(word: str, language: str, *, last: bool) -> str:
    """A regular expression for one word of a term; in Hungarian only the last one takes endings that change it."""
    if word.isupper() or len(word) < 3:
        letters = f"(?-i:{re.escape(word)})" if word.isupper() else re.escape(word)  # IT is not it
        return letters + (r"(?:-\w+)?" if last else "")
    if language == "en":  # the head need not stand last: auditors-in-training
        return re.sub(r"(?<=[^aeiou])y$", "(?:y|ies)", word.replace("-in-", "s?-in-")) + "(?:e?s)?"
    if language == "ru":
        return "-".join(russian_shape(part) for part in word.split("-"))
    if not last:
        return re.escape(word)
    stem = ENDINGS["hu"].sub("", word)
    changed = {"a": "[aá]", "e": "[eé]"}.get(word[-1], "") if stem != word else ""
    return re.escape(stem) + changed + r"(?:\w{0,9})(?:-\w+)?"


def russian_shape(word: str) -> str:
    """A Russian word in all its cases; a vowel may come into its stem: площадка, площадок."""
    if FLEETING.search(word):
        return re.escape(word[:-2]) + r"(?:к\w{0,3}|[оеё]к)"
    return re.escape(ENDINGS["ru"].sub("", word)) + (r"\w{0,4}" if word[-2:] in ("ия", "ие") else r"\w{0,3}")


def fixed_part(term: str, language: str) -> str:
    """The longest part that every form of `term` holds, in small letters: where it is not, no form need be sought.

    >>> fixed_part("audit day", "en"), fixed_part("анализ заявки", "ru"), fixed_part("belső audit", "hu")
    ('audit', 'анализ', 'belső')
    """
    return max(fixed_words(term, language), key=len)


def beginning(term: str, language: str) -> str:
    """What every form of `term` begins with, in small letters: elsewhere no form need be sought.

    >>> beginning("certification body", "en"), beginning("анализ заявки", "ru"), beginning("minta nagysága", "hu")
    ('certification', 'анализ', 'minta')
    """
    return fixed_words(term, language)[0]


def fixed_words(term: str, language: str) -> list[str]:
    """The part of each word that no ending changes."""
    if language == "zh":
        return [term.lower()]
    words = term.split(" ")
    return [fixed_word(word, language, last=at == len(words)).lower() for at, word in enumerate(words, 1)]


def fixed_word(word: str, language: str, *, last: bool) -> str:
    """The part of one word that no ending changes."""
    if word.isupper() or len(word) < 3:
        return word
    if language == "en":
        return word.split("-in-")[0].removesuffix("y")
    if language == "ru":
        first = word.split("-")[0]
        return first[:-2] if FLEETING.search(first) else ENDINGS["ru"].sub("", first)
    return ENDINGS["hu"].sub("", word) if last else word
