"""By how much the time of one sampled site may be reduced (CC11 7.3.1, GBCX20 10.3)."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.choices import Readings
from calculators.log import Log
from calculators.messages import Words
from calculators.site_limit import site_reduction
from tests.rules.account import check_account

percents = st.fractions(-50, 100, max_denominator=8)


def reduce(factors: object, central: object, integrated: object = 0, rule: str = "CC11:2018", **chosen: object) -> tuple:
    readings = Readings({"site_limit": "added", "integrated_in_site_limit": False, "over_limit": "cut", **chosen})
    log = Log(Words("en"), readings)
    result = site_reduction(rule, Fraction(factors), Fraction(central), Fraction(integrated), log)
    check_account({"steps": log.steps, "findings": log.findings})
    return result, {finding["key"] for finding in log.findings}, readings.used


def test_30_and_20_are_the_50_of_the_example() -> None:
    assert reduce(30, 20) == (50, set(), {"site_limit": "added"})


def test_30_and_20_compounded_are_44() -> None:
    assert reduce(30, 20, site_limit="compounded")[:2] == (44, set())


def test_30_and_20_and_20_are_too_much() -> None:
    assert reduce(30, 20, 20, integrated_in_site_limit=True)[:2] == (50, {"site_limit.cut"})
    assert reduce(30, 20, 20, integrated_in_site_limit=True, over_limit="refuse")[:2] == (None, {"site_limit.refused"})


def test_the_integrated_reduction_stays_outside_unless_the_body_says_so() -> None:
    assert reduce(30, 10, 20)[0] == 40
    assert reduce(30, 10, 20, integrated_in_site_limit=True)[0] == 50


def test_compounding_30_and_20_of_an_integrated_audit_gives_the_accepted_44() -> None:
    assert reduce(30, 0, 20, integrated_in_site_limit=True, site_limit="compounded")[0] == 44


def test_more_than_20_for_the_central_function_is_reported() -> None:
    assert reduce(10, 25)[1] == {"site_limit.central_function"}
    assert reduce(10, 20)[1] == set()


def test_50_itself_is_within_the_limit_and_needs_no_choice_of_cutting() -> None:
    assert reduce(30, 20)[2] == {"site_limit": "added"}
    assert reduce(30, 21)[2] == {"site_limit": "added", "over_limit": "cut"}


def test_one_reduction_alone_needs_no_choice_of_adding() -> None:
    assert reduce(30, 0)[2] == {} and reduce(0, 20)[2] == {}
    assert reduce(0, 1)[0] == 1


@pytest.mark.parametrize("rule", ["CC11:2018", "GZ021:A1", "GBCX20:B0"])
@given(factors=percents | st.just(30), central=st.fractions(0, 60, max_denominator=8) | st.just(20), reading=st.sampled_from(["added", "compounded"]))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_never_more_than_50_and_found_exactly_when_passed(rule: str, factors: Fraction, central: Fraction, reading: str) -> None:
    result, keys, _ = reduce(factors, central, rule=rule, site_limit=reading)
    total = factors + central if reading == "added" else factors + central - factors * central / 100
    assert result == min(total, 50)
    assert ("site_limit.cut" in keys) == (total > 50)
