"""The words of an answer: message ids to sentences, from the gettext catalogues in `locales/`.

The catalogue is the first part of the id: `cc105.limit` stands in `locales/en/cc105.po`. The files are read as they
are, without compiled copies; a test holds this reader against Babel's. Where there are no files, as in the browser,
`give` brings what was read from them.
"""

from __future__ import annotations

import json
import os
import re
from functools import cache, lru_cache

from .numbers import KINDS, Fraction, decimal_places

LANGUAGES = ("zh", "en", "ru", "hu")
_FOLDER = os.path.join(os.path.dirname(os.path.dirname(__file__)), "locales")
POINT = {"zh": ".", "en": ".", "ru": ",", "hu": ","}
_COUNTED = re.compile(r"\{(\w+):([^|}]+)\|([^|}]+)\}")
_THOUSANDS = {"zh": "", "en": ",", "ru": "\u00a0", "hu": "\u00a0"}


def read_catalogue(text: str) -> dict[str, str]:
    """Message ids to sentences, from the text of a PO file.

    >>> read_catalogue('msgid "a.b"' + chr(10) + 'msgstr "one "' + chr(10) + '"two"')
    {'a.b': 'one two'}
    """
    entries: dict[str, str] = {}
    ids: list[str] = []
    words: list[str] = []
    into = ids
    for line in [*text.splitlines(), 'msgid ""']:
        if line.startswith("msgid "):
            if ids and any(ids):
                entries["".join(ids)] = "".join(words)
            ids, words = [], []
            into = ids
            line = line[6:]
        elif line.startswith("msgstr "):
            into = words
            line = line[7:]
        if line.startswith('"'):
            into.append(json.loads(line))
    return entries


_given: dict[str, dict[str, dict[str, str]]] = {}


def give(language: str, catalogues: dict[str, dict[str, str]]) -> None:
    """Catalogues of a language, by name, in place of its files."""
    _given[language] = catalogues


def _catalogue(language: str, name: str) -> dict[str, str]:
    given = _given.get(language, {}).get(name)
    return _read(language, name) if given is None else given


@cache
def _read(language: str, name: str) -> dict[str, str]:
    path = os.path.join(_FOLDER, language, f"{name}.po")
    loader = globals().get("__loader__")  # the same call reads from a folder and from a zip
    try:
        return read_catalogue(loader.get_data(path).decode())  # type: ignore[union-attr]
    except OSError:
        return {}


class Words:
    """The sentences of one language. A catalogue is read when the first of its messages is asked for, and kept."""

    def __init__(self, language: str) -> None:
        self.language = language

    def find(self, key: str) -> str | None:
        """The sentence of a message id as it stands in the catalogue, or None."""
        return _catalogue(self.language, key.partition(".")[0]).get(key)

    def text(self, key: str, values: dict[str, object] | None = None) -> str:
        """The sentence of a message id with its fields filled in; numbers, and the words they count, as this language writes them."""
        sentence = self.find(key)
        if sentence is None:
            raise KeyError(f"locales/{self.language}: no message {key!r}")
        if "|" in sentence:
            sentence = _worded(sentence, tuple((values or {})[name] in (1, -1) for name in _counted(sentence)))
        return sentence.format_map({name: self.show(value) for name, value in (values or {}).items()})

    def show(self, value: object) -> str:
        """A value as this language writes it: 5.4 or 5,4; 16/3 as a mixed number, 5 1/3."""
        return _number(self.language, value.numerator, value.denominator) if type(value) in KINDS else str(value)


@lru_cache(1000)
def _counted(sentence: str) -> list[str]:
    """The numbers that decide on a word of a sentence, in order."""
    return [word[1] for word in _COUNTED.finditer(sentence)]


@lru_cache(2000)
def _worded(sentence: str, single: tuple[bool, ...]) -> str:
    """The sentence with each word that its number decides, one after the other: `{days:day|days}` is 1 day, 5.5 days."""
    each = iter(single)
    return _COUNTED.sub(lambda word: f"{{{word[1]}}} {word[2 if next(each) else 3]}", sentence)


@lru_cache(10_000)  # a night of requests shows the same few numbers again and again
def _number(language: str, numerator: int, denominator: int) -> str:
    sign, numerator = ("−", -numerator) if numerator < 0 else ("", numerator)
    places = decimal_places(Fraction(1, denominator))
    if places is None:
        whole, rest = divmod(numerator, denominator)
        return f"{sign}{_grouped(language, whole) + chr(0xA0) if whole else ''}{rest}/{denominator}"
    digits = str(numerator * 10**places // denominator).rjust(places + 1, "0")
    whole_digits = digits[: len(digits) - places]
    decimals = digits[len(digits) - places :]
    return sign + _grouped(language, int(whole_digits)) + (POINT[language] + decimals if decimals else "")


def _grouped(language: str, whole: int) -> str:
    return f"{whole:,}".replace(",", _THOUSANDS[language]) if whole >= 10000 else str(whole)
