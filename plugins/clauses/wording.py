"""What the checks know of a language's words: the YAML files of `wording/`, compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from plugins import quick_yaml

FOLDER = Path(__file__).with_name("wording")
# Dates in digits alone are written so in every language.
DAY, MONTH = r"(?P<d>0?[1-9]|[12]\d|3[01])", r"(?P<m>0?[1-9]|1[0-2])"
DATES = (
    rf"(?<![\d.])(?P<y>[12]\d{{3}})(?P<mark>[-/.]){MONTH}(?P=mark){DAY}(?![\d/]|[-.]\d)",
    rf"(?<![\d.]){DAY}\.{MONTH}\.(?P<y>[12]\d{{3}})(?!\d|\.\d)",
)
FORCES = ("none", "avoid", "not", "shall", "should", "may")  # in the order in which they are tried


class Rule(NamedTuple):
    """A shape that the language writes otherwise."""

    shape: re.Pattern[str]
    say: str
    glance: re.Pattern[str]  # stands wherever the shape does, and is found sooner


@dataclass(frozen=True, slots=True)
class Wording:
    """One language's words of force and number, its units and its typography."""

    script: re.Pattern[str]  # a run of its letters
    length: float  # signs for what one Chinese sign says
    force: re.Pattern[str]
    decimal: str
    digits: re.Pattern[str]
    scales: dict[str, int]  # of the named groups of `digits`: thousand, million
    numerals: re.Pattern[str]
    values: dict[str, Fraction]  # of the named groups of `numerals`
    compound: re.Pattern[str]  # number words that stand together
    stem: re.Pattern[str]  # one of them
    stem_values: dict[str, int]
    percent: re.Pattern[str]  # after a number, as the next two
    per_mille: re.Pattern[str]
    and_half: re.Pattern[str]
    loosely: tuple[tuple[Fraction, re.Pattern[str]], ...]  # words that may stand for a number and need not
    units: dict[str, re.Pattern[str]]
    dates: tuple[re.Pattern[str], ...]
    months: tuple[tuple[re.Pattern[str], int], ...]
    untranslated: re.Pattern[str]
    foreign: re.Pattern[str]  # a sentence of another script
    left_open: str
    typography: tuple[Rule, ...]


@lru_cache(maxsize=None)
def wording(language: str) -> Wording | None:
    """The words of `language`; None for a language that the checks of wording do not know."""
    path = FOLDER / f"{language}.yml"
    if not path.is_file():
        return None
    own = quick_yaml.load(path.read_text("utf-8"))
    numbers, months = own["numbers"], own["months"]
    shapes, values = numerals(numbers)
    stems = {f"s{at}": (int(value), shape) for at, (value, shape) in enumerate(numbers["compound"].items())}
    scales = {f"x{value}": shape for value, shape in numbers["scales"].items()}
    one = "|".join(f"(?P<{name}>{shape})" for name, (_, shape) in stems.items())
    any_of = "|".join(shape for _, shape in stems.values())
    flags = re.IGNORECASE
    dates = [shape.replace("@month", "|".join(months)) for shape in (*DATES, *own["dates"])]
    return Wording(
        script=re.compile(f"(?:{own['script']})+"),
        length=own["length"],
        force=re.compile(beginning(own["force"]) + "(?:" + "|".join(f"(?P<{name}>{own['force'][name]})" for name in FORCES) + ")", flags),
        decimal=numbers["decimal"],
        digits=digits(numbers["decimal"], numbers["thousands"], scales),
        scales={name: int(name[1:]) for name in scales},
        numerals=re.compile(shapes, flags),
        values=values,
        compound=re.compile(rf"{beginning(numbers)}(?:{any_of})(?:{numbers['joint']}(?:{any_of}))+", flags),
        stem=re.compile(one, flags),
        stem_values={name: value for name, (value, _) in stems.items()},
        percent=re.compile(rf"[\s\u00a0\u202f]*(?:{numbers['percent']})", flags),
        per_mille=re.compile(rf"[\s\u00a0\u202f]*(?:{numbers['per_mille']})", flags),
        and_half=re.compile(numbers["and_half"], flags),
        loosely=tuple((Fraction(value), re.compile(shape, flags)) for value, shape in numbers["loosely"].items()),
        units={name: re.compile(shape, flags) for name, shape in own["units"].items()},
        dates=tuple(re.compile(shape, flags) for shape in dates),
        months=tuple((re.compile(shape, flags), number) for shape, number in months.items()),
        untranslated=re.compile(own["untranslated"], flags),
        foreign=re.compile(own["foreign"]),
        left_open=own["left_open"],
        typography=tuple(Rule(re.compile(shape), say, re.compile((*glance, shape)[0])) for shape, say, *glance in own["typography"]),
    )


def digits(decimal: str, thousands: str, scales: dict[str, str]) -> re.Pattern[str]:
    """A number in digits as the language writes it; not one within a code (QMS1, A.1, 9.1.4)."""
    point = r"[.,](?!\d{1,2}\.)" if decimal == "," else re.escape(decimal)  # 3.1 may be a number of another document
    scale = "|".join(f"(?P<{name}>{shape})" for name, shape in scales.items())
    return re.compile(
        r"(?<![A-Za-zА-Яа-я\d.,/_\u2116])(?<![A-Za-z]-)(?!\d+(?:\.\d+){2})"
        rf"(?P<whole>\d{{1,3}}(?:{thousands}\d{{3}})+(?!\d)|\d+)(?:{point}(?P<part>\d+))?"
        rf"(?:/(?P<below>\d{{1,2}})(?![\d.]))?(?:[\s\u00a0\u202f]?(?:{scale}))?"
    )


def numerals(numbers: dict) -> tuple[str, dict[str, Fraction]]:
    """One pattern for the number words of a language, with the value of each of its groups."""
    shapes, values = [f"(?P<none>{numbers['none']})"], {}
    named = [*numbers["fractions"].items(), ("1/2", numbers["half"]), *numbers["words"].items()]
    for at, (value, shape) in enumerate(named):
        shapes.append(f"(?P<n{at}>{shape})")
        values[f"n{at}"] = Fraction(value)
    return f"{beginning(numbers)}(?:{'|'.join(shapes)})", values


def beginning(words: dict) -> str:
    """Where words of number or force may begin: most places in a text are left at once; any place in Chinese."""
    return rf"\b(?={words['begin']})" if "begin" in words else ""
