"""Exact numbers: read by their written digits, written so that `Fraction` reads them back.

No binary float is ever made: 25 days + 15 % is 28.75, and rounds up to 29 (CC105 2.2.3).
The grammar is fixed here, and not left to `Fraction`, whose own differs between Python versions.
"""

from __future__ import annotations

import re
from fractions import Fraction
from math import isqrt

LONGEST = 100  # characters of a written number
FINEST = 10**40  # largest denominator: keeps every later sum printable
LARGEST = 10**40
_PLAIN = 40  # digits that stay below the largest number, as most do

_NUMBER = re.compile(
    r"([+-]?)(?:(\d+(?:_\d+)*)\s*/\s*(\d+(?:_\d+)*)"
    r"|(?=[\d.])(\d*|\d+(?:_\d+)*)(?:\.(\d*|\d+(?:_\d+)*))?(?:[eE]([+-]?\d{1,4}))?)"
)  # digits of any script, as `Fraction` takes them, and spaces around the slash, as it does since Python 3.12
_SIGNS = {0xFF0E: ".", 0xFF0F: "/", 0xFF0B: "+", 0xFF0D: "-", 0x2212: "-"}


class Written(str):
    """A JSON number by its digits, kept apart from a JSON string."""

    __slots__ = ()


def read(value: object) -> Fraction | None:
    """The number that was written, or None when `value` is not one.

    Integers, decimals, fractions, and text that `Fraction` accepts. A float counts by its shortest digits.

    >>> read("7.5"), read("1/3"), read(Written("28.75")), read("seven")
    (Fraction(15, 2), Fraction(1, 3), Fraction(115, 4), None)
    """
    if not isinstance(value, str):  # asked first: whether something is a `Fraction` takes long to tell of anything else
        if isinstance(value, bool) or value is None:
            return None
        if isinstance(value, (int, Fraction)):
            return Fraction(value) if abs(value) <= LARGEST and value.denominator <= FINEST else None
    text = str(value)
    if len(text) <= _PLAIN and text.isdecimal():
        return Fraction(int(text))
    if len(text) > LONGEST:
        return None
    match = _NUMBER.fullmatch(text.strip().translate(_SIGNS))
    if not match:
        return None
    sign, numerator, denominator, whole, decimals, exponent = match.groups()
    if numerator is not None:
        if not int(denominator):
            return None
        number = Fraction(int(numerator), int(denominator))
    elif whole or decimals:
        decimals = (decimals or "").replace("_", "")
        number = Fraction(int((whole or "") + decimals), 10 ** len(decimals))
        if exponent:
            number *= Fraction(10) ** int(exponent)
    else:
        return None
    if number > LARGEST or number.denominator > FINEST:
        return None
    return -number if sign == "-" else number


def fineness(number: Fraction) -> int:
    """The denominator without its twos and fives: 1 for every decimal, however long.

    >>> fineness(Fraction("33.3333")), fineness(Fraction(1, 30))
    (1, 3)
    """
    rest = number.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest


def write(number: Fraction | int) -> str:
    """The number as the contract writes it: exact, a fraction in its lowest terms or a whole number.

    >>> write(Fraction(27, 5)), write(Fraction(11, 2)), write(Fraction(16, 3)), write(Fraction(6))
    ('27/5', '11/2', '16/3', '6')
    """
    return str(number)


class HalfDays(Fraction):
    """Days rounded to half days, which are written as a decimal wherever they stand: '5.5', '6'.

    >>> write(HalfDays(11, 2)), write(HalfDays(6)), write(HalfDays(11, 2) / 3)
    ('5.5', '6', '11/6')
    """

    __slots__ = ()

    def __str__(self) -> str:
        return str(self.numerator) if self.denominator == 1 else f"{self.numerator // 2}.5"


KINDS = frozenset((int, Fraction, HalfDays))
"""What a quantity is written in; a truth value is none."""


def decimal_places(number: Fraction) -> int | None:
    """How many decimals write the number exactly, or None when more than four would be needed."""
    return next((places for places in range(5) if 10**places % number.denominator == 0), None)


def half_day(days: Fraction, tie: str) -> HalfDays:
    """The nearest half day (CC105 2.2.3); `tie` says what x.25 and x.75 become: 'up', 'even' or 'down'.

    >>> half_day(Fraction("5.3"), "up"), half_day(Fraction("5.2"), "up"), half_day(Fraction("5.25"), "up")
    (HalfDays(11, 2), HalfDays(5, 1), HalfDays(11, 2))
    """
    halves = days * 2
    floor = halves.numerator // halves.denominator
    rest = halves - floor
    half = Fraction(1, 2)
    up = rest > half or (rest == half and (tie == "up" or (tie == "even" and floor % 2 == 1)))
    return HalfDays(floor + up, 2)


def ceiling(number: Fraction) -> int:
    """The least whole number that is not below `number`.

    >>> ceiling(Fraction(21, 2))
    11
    """
    return -(-number.numerator // number.denominator)


def root_up(factor: Fraction, sites: int) -> int:
    """⌈factor × √sites⌉ exactly: the least y with (y·d)² ≥ n²·sites for factor n/d (CC11 6.1.3.3).

    >>> root_up(Fraction(11, 10), 2500), root_up(Fraction(1), 1700), root_up(Fraction(3, 5), 100)
    (55, 42, 6)
    """
    square = factor.numerator**2 * sites
    root = isqrt(square)
    root += root * root < square
    return -(-root // factor.denominator)
