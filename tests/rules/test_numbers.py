"""How numbers are read, rounded and written: exactly, by their written digits (CC105 2.2.3)."""

from __future__ import annotations

from fractions import Fraction

import pytest

from calculators import calculate
from calculators.numbers import FINEST, LARGEST, HalfDays, Written, decimal_places, fineness, half_day, read, write

F = Fraction


@pytest.mark.parametrize("written, number", [
    ("7.5", F(15, 2)), ("1/3", F(1, 3)), ("-2", F(-2)), ("+2", F(2)), (".5", F(1, 2)), ("5.", F(5)), ("1_000", F(1000)),
    ("1e3", F(1000)), ("25E-1", F(5, 2)), ("５．５", F(11, 2)), ("−2", F(-2)), (" 7 ", F(7)), (7, F(7)), (F(1, 7), F(1, 7)),
    (28.75, F(115, 4)), (0.1, F(1, 10)), (Written("28.75"), F(115, 4)), (0, F(0)), ("0.0", F(0)),
    (LARGEST, F(LARGEST)), (-LARGEST, F(-LARGEST)), (str(LARGEST), F(LARGEST)), (F(1, FINEST), F(1, FINEST)), (f"1/{FINEST}", F(1, FINEST)),
    ("0" * 99 + "7", F(7)), ("٥/٢", F(5, 2)), ("1e-13", F(1, 10**13)), ("1_0.2_5", F(41, 4)), ("1e0003", F(1000)), ("0e9999", F(0)),
    ("2 / 3", F(2, 3)), ("-2/ 3", F(-2, 3)),
])  # fmt: skip
def test_a_number_is_read_by_its_digits(written: object, number: Fraction) -> None:
    assert read(written) == number and type(read(written)) is Fraction


@pytest.mark.parametrize("written", [
    None, True, False, "", ".", "seven", "1/0", "1,5", "1__0", "--1", "1e100", "0x10", [], {}, float("nan"), float("inf"),
    LARGEST + 1, -LARGEST - 1, str(LARGEST + 1), F(1, FINEST + 1), f"1/{FINEST + 1}", f"1e{-41}", "0" * 100 + "7", "1e9999", "1e-9999", "1e00001", "1_.5", "1._5", "1 000", "- 2", "1 .5",
])  # fmt: skip
def test_what_is_no_number_is_not_read(written: object) -> None:
    assert read(written) is None


def test_half_days_and_their_ties() -> None:
    for quarter, up, even, down in (("5.25", "5.5", "5", "5"), ("5.75", "6", "6", "5.5"), ("6.25", "6.5", "6", "6"), ("6.75", "7", "7", "6.5")):
        met = [half_day(F(quarter), tie) for tie in ("up", "even", "down")]
        assert met == [F(up), F(even), F(down)]
    for days in ("5", "5.5", "6"):
        assert half_day(F(days), "up") == half_day(F(days), "down") == F(days)


def test_days_are_written_as_decimals() -> None:
    assert [write(HalfDays(days)) for days in ("0.5", "5", "5.5", "12")] == ["0.5", "5", "5.5", "12"]


def test_a_decimal_is_no_finer_than_another_however_long() -> None:
    assert [fineness(F(1, part)) for part in (1, 2**90, 5**40, 10**30, 3 * 10**30, 77)] == [1, 1, 1, 1, 3, 77]


def test_decimals_end_within_four_places_or_not_at_all() -> None:
    assert [decimal_places(F(1, part)) for part in (1, 2, 4, 8, 16, 10000, 32, 3, 6)] == [0, 1, 2, 3, 4, 4, None, None, None]


@pytest.mark.parametrize("word, value", [("true", True), ("false", False), (True, True), (False, False)])
def test_a_choice_of_yes_or_no_may_be_a_word(word: object, value: bool) -> None:
    sites = [{"id": name, "personnel": 65, "group": "shop"} for name in "ab"]
    standards = [{"standard": "QMS"}, {"standard": "EMS", "category": "medium"}]
    request = {"standards": standards, "central": {"personnel": 65}, "sites": sites, "auditors": [["QMS", "EMS"]], "integration": {"percent": 100}}
    answer = calculate("programme", {**request, "choices": {"integrated_in_site_limit": word}})
    assert answer["choices"]["integrated_in_site_limit"] is value


def test_another_word_is_no_yes_or_no() -> None:
    request = {"standard": "QMS", "personnel": 5, "choices": {"integrated_in_site_limit": "maybe"}}
    assert [error["path"] for error in calculate("cc105", request)["errors"]] == ["choices.integrated_in_site_limit"]
