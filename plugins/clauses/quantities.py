"""The numbers, dates and durations of a text by their value, however the language writes them.

>>> sorted(read("en", "1.5 days, at most 10,700 people and two thirds").numbers)
[Fraction(2, 3), Fraction(3, 2), Fraction(10700, 1)]
>>> sorted(read("ru", "1,5 дня, не более 10\\u00a0700 человек и две трети").numbers)
[Fraction(2, 3), Fraction(3, 2), Fraction(10700, 1)]
>>> sorted(read("zh", "1.5 天，不超过 10700 人，三分之二").numbers)
[Fraction(2, 3), Fraction(3, 2), Fraction(10700, 1)]
>>> sorted(read("hu", "1,5 nap, legfeljebb 10\\u00a0700 fő és kétharmad").numbers)
[Fraction(2, 3), Fraction(3, 2), Fraction(10700, 1)]
"""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize, numeric

from plugins.clauses.number_words import composed
from plugins.clauses.prose import BLANK, blanked
from plugins.clauses.wording import Wording, wording

CHINESE = "零〇一二三四五六七八九十百千万两"
NUMERAL = re.compile(f"(?P<whole>[{CHINESE}]+)(?:分之(?P<above>[{CHINESE}]+|\\d+)|(?P<tenths>成(?![为立本员果功绩熟分就长交组套文])))?")
VULGAR = re.compile("(?:(?P<whole>\\d+)\\s?)?(?P<part>[¼½¾⅓⅔⅕⅖⅗⅘])")
exactly = lru_cache(maxsize=4096)(Fraction)  # of the digits of a number: equal ones are one object, and compare at once
DIGIT, YEAR = re.compile(r"\d"), re.compile(r"\d\d{3}")
HAS_VULGAR = re.compile("[¼-¾⅓-⅘]")
DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
PLACES = {"十": 10, "百": 100, "千": 1000, "万": 10000}
SHARES = {"百": Fraction(1), "千": Fraction(1, 10), "万": Fraction(1, 100)}  # of 百分之, 千分之, 万分之, in percent
# １０，７００ and １０．５ as 10,700 and 10.5; in 5，10，15 the comma stands between numbers.
FULL_WIDTH = re.compile(r"(?<!\d)\d{1,3}(?:，\d{3})+(?!\d|，\d)(?:．\d+)?|\d+．\d+|[０-９]+")


class Number(NamedTuple):
    """A number of a text, by its value."""

    end: int  # the place after it
    value: Fraction
    written: bool = False  # in words
    share: Fraction = Fraction(0)  # what it says of itself: percent, a tenth of them
    unit: str = ""  # that stands within it: a day and a half


class Loosely(NamedTuple):
    """The values that words of a text may be meant to say and need not ('both', 'twice'); sought when one is asked for."""

    text: str
    shapes: tuple[tuple[Fraction, re.Pattern[str]], ...] = ()

    def __contains__(self, value: object) -> bool:
        return any(known == value and shape.search(self.text) for known, shape in self.shapes)


class Read(NamedTuple):
    """What a text says in numbers: written in digits, in words, or in words that may be meant so."""

    digits: Counter[Fraction]
    words: Counter[Fraction]
    percents: frozenset[Fraction]
    loosely: Loosely
    dates: Counter[tuple[int, int, int]]  # 0 for a day that is not named
    durations: Counter[tuple[Fraction, str]]

    @property
    def numbers(self) -> frozenset[Fraction]:
        """Every value that stands in the text, in digits or in words."""
        return frozenset(self.digits) | frozenset(self.words)


def same(counts: Counter, others: Counter) -> bool:
    """Whether two texts say the same as often; Counters themselves compare far more slowly."""
    return dict.__eq__(counts, others)


@lru_cache(maxsize=65536)
def read(language: str, text: str) -> Read:
    """The quantities of `text`, from which references have been taken out."""
    known = wording(language)
    digits: Counter[Fraction] = Counter()
    words: Counter[Fraction] = Counter()
    durations: Counter[tuple[Fraction, str]] = Counter()
    if known is None:
        return Read(digits, words, frozenset(), Loosely(""), Counter(), durations)
    dates: Counter[tuple[int, int, int]] = Counter()
    if DIGIT.search(text):
        dates, text = take_dates(known, FULL_WIDTH.sub(lambda match: normalize("NFKC", match[0]), text))
    percents = set()
    for number in with_halves(known, text, numbers(known, text, language)):
        value, share = number.value, number.share or share_after(known, text, number.end)
        if share:
            value *= share
            percents.add(value)
        (words if number.written else digits)[value] += 1
        if unit := unit_after(known, text, number.end) or number.unit:
            durations[value, unit] += 1
    return Read(digits, words, frozenset(percents), Loosely(text, known.loosely), dates, durations)


def numbers(known: Wording, text: str, language: str) -> list[Number]:
    """Each number of the text."""
    found = []
    for match in VULGAR.finditer(text) if HAS_VULGAR.search(text) else ():
        part = Fraction(numeric(match["part"])).limit_denominator(10)
        found.append(Number(match.end(), int(match["whole"] or 0) + part))
        text = blanked(text, match.span())
    for match in known.digits.finditer(text) if DIGIT.search(text) else ():
        value = exactly(re.sub(r"\D", "", match["whole"]) + ("." + match["part"] if match["part"] else ""))
        if match["below"] and int(match["below"]):
            value /= int(match["below"])
        scale = next((worth for name, worth in known.scales.items() if match[name]), 1)
        if scale > 1:
            value *= scale
            text = blanked(text, match.span())
        found.append(Number(match.end(), value))
    for start, end, whole in [*composed(known, text)]:
        found.append(Number(end, Fraction(whole), True))
        text = blanked(text, (start, end))
    for match in known.numerals.finditer(text):
        if match.lastgroup != "none":
            found.append(Number(match.end(), known.values[match.lastgroup or ""], True))
    if language == "zh":
        counted = known.numerals.sub(lambda match: BLANK * len(match[0]) if match["none"] else match[0], text)
        for match in NUMERAL.finditer(counted):
            if (value := chinese(match)) is not None:
                found.append(Number(match.end(), value, True, SHARES.get(match["whole"] if match["above"] else "", Fraction(0))))
    return found


def with_halves(known: Wording, text: str, found: list[Number]) -> list[Number]:
    """The numbers with the half that follows them: 2.5 for two and a half days, 两天半, два с половиной дня, két és fél nap."""
    for whole in found:
        if whole.value.denominator == 1 and (half := known.and_half.match(text, whole.end)):
            found = [one for one in found if one is not whole and not half.start() < one.end <= half.end()]
            unit = unit_after(known, text, whole.end)
            found.append(whole._replace(end=half.end(), value=whole.value + Fraction(1, 2), unit=unit))
    return found


def chinese(match: re.Match[str]) -> Fraction | None:
    """The value of a Chinese numeral, 三十, 三分之二, of 三成 the percentage, of 百分之三 and 千分之三 the 3; None for a lone 万 or 千."""
    below = chinese_whole(match["whole"])
    if match["tenths"] and below is not None:
        return Fraction(10 * below)
    if match["whole"] in SHARES and match["above"]:
        below = 1
    if not match["above"] or below is None:
        return None if below is None else Fraction(below)
    above = int(match["above"]) if match["above"].isdigit() else chinese_whole(match["above"])
    return Fraction(above, below) if above is not None and below else None


def chinese_whole(signs: str) -> int | None:
    """The value of 一百二十; None when there is no digit and no ten in it."""
    if not set(signs) & (set(DIGITS) | {"十", "百"}):
        return None
    total = part = 0
    for sign in signs:
        if sign in DIGITS:
            part = DIGITS[sign]
        else:
            total += (part or 1) * PLACES[sign]
            part = 0
    return total + part


def take_dates(known: Wording, text: str) -> tuple[Counter[tuple[int, int, int]], str]:
    """The dates of `text`, and the text with them blanked: months are numbers in one language and words in another."""
    dates: Counter[tuple[int, int, int]] = Counter()

    def taken(match: re.Match[str]) -> str:
        parts = match.groupdict()
        month = int(parts["m"]) if parts.get("m") else next(
            (number for shape, number in known.months if shape.fullmatch(parts["month"])), 0
        )
        dates[int(parts["y"]), month, int(parts.get("d") or 0)] += 1
        return BLANK * len(match[0])

    for shape in known.dates if YEAR.search(text) else ():
        text = shape.sub(taken, text)
    return dates, text


def share_after(known: Wording, text: str, at: int) -> Fraction:
    """What the sign or word after a number makes of it in percent: 1 for %, a tenth for ‰; 0 for none."""
    return Fraction(1) if known.percent.match(text, at) else Fraction(1, 10) if known.per_mille.match(text, at) else Fraction(0)


def unit_after(known: Wording, text: str, at: int) -> str:
    """The unit of time that follows the number that ends at `at`; "" for none."""
    return next((name for name, shape in known.units.items() if shape.match(text, at)), "")
