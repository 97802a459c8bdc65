"""What the checks know of a language's words: the YAML files of `wording/`, compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

import yaml

FOLDER = Path(__file__).with_name("wording")
FORCES = ("none", "not", "shall", "should", "may")  # in the order in which they are tried


@dataclass(frozen=True, slots=True)
class Wording:
    """One language's words of force and number, its units and its typography."""

    script: re.Pattern[str]  # a run of its letters
    length: float  # signs for what one Chinese sign says
    force: re.Pattern[str]
    decimal: str
    digits: re.Pattern[str]
    numerals: re.Pattern[str]
    values: dict[str, Fraction]  # of the named groups of `numerals`
    loosely: tuple[tuple[Fraction, re.Pattern[str]], ...]  # words that may stand for a number and need not
    units: dict[str, re.Pattern[str]]
    dates: tuple[re.Pattern[str], ...]
    months: tuple[tuple[re.Pattern[str], int], ...]
    untranslated: re.Pattern[str]
    typography: tuple[tuple[re.Pattern[str], str], ...]


@lru_cache(maxsize=None)
def wording(language: str) -> Wording | None:
    """The words of `language`; None for a language that the checks of wording do not know."""
    path = FOLDER / f"{language}.yml"
    if not path.is_file():
        return None
    own = yaml.load(path.read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    numbers, months = own["numbers"], own["months"]
    shapes, values = numerals(numbers)
    flags = re.IGNORECASE
    dates = [shape.replace("@month", "|".join(months)) for shape in own["dates"]]
    return Wording(
        script=re.compile(f"(?:{own['script']})+"),
        length=own["length"],
        force=re.compile("|".join(f"(?P<{name}>{own['force'][name]})" for name in FORCES), flags),
        decimal=numbers["decimal"],
        digits=digits(numbers["decimal"], numbers["thousands"], numbers.get("myriad", "(?!)")),
        numerals=re.compile(shapes, flags),
        values=values,
        loosely=tuple((Fraction(value), re.compile(shape, flags)) for value, shape in numbers["loosely"].items()),
        units={name: re.compile(shape, flags) for name, shape in own["units"].items()},
        dates=tuple(re.compile(shape, flags) for shape in dates),
        months=tuple((re.compile(shape, flags), number) for shape, number in months.items()),
        untranslated=re.compile(own["untranslated"], flags),
        typography=tuple((re.compile(shape), say) for shape, say in own["typography"]),
    )


def digits(decimal: str, thousands: str, myriad: str) -> re.Pattern[str]:
    """A number in digits as the language writes it; not one within a code (QMS1, A.1, 9.1.4)."""
    point = r"[.,](?!\d{1,2}\.)" if decimal == "," else re.escape(decimal)  # 3.1 may be a number of another document
    return re.compile(
        r"(?<![A-Za-zА-Яа-я\d.,/_\u2116])(?<![A-Za-z]-)(?!\d+(?:\.\d+){2})"
        rf"(?P<whole>\d{{1,3}}(?:{thousands}\d{{3}})+(?!\d)|\d+)(?:{point}(?P<part>\d+))?"
        rf"(?:/(?P<below>\d{{1,2}})(?![\d.]))?(?P<myriad>\s?{myriad})?"
    )


def numerals(numbers: dict) -> tuple[str, dict[str, Fraction]]:
    """One pattern for the number words of a language, with the value of each of its groups."""
    shapes, values = [f"(?P<none>{numbers['none']})"], {}
    named = [*numbers["fractions"].items(), ("1/2", numbers["half"]), *numbers["words"].items()]
    for at, (value, shape) in enumerate(named):
        shapes.append(f"(?P<n{at}>{shape})")
        values[f"n{at}"] = Fraction(value)
    return "|".join(shapes), values
