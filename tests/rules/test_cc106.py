"""What must hold of an integrated audit whatever the numbers are (CC106, GZ021 5.4.2.3)."""

from __future__ import annotations

import json
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from calculators import calculate, calculate_json

quick = settings(max_examples=80, deadline=None, derandomize=True)
STANDARDS = ["QMS", "EMS", "OHSMS", "FSMS"]
days = st.fractions(Fraction(1, 2), 60, max_denominator=60)
percents = st.fractions(0, 100, max_denominator=20)


@st.composite
def requests(draw: st.DrawFn) -> dict:
    names = STANDARDS[: draw(st.integers(2, 4))]
    team = draw(st.lists(st.lists(st.sampled_from(names), min_size=1, unique=True), min_size=1, max_size=5))
    integration = draw(
        st.fixed_dictionaries({"percent": percents})
        | st.fixed_dictionaries({"characteristics": st.lists(st.booleans(), min_size=7, max_size=7)})
    )
    return {"times": {name: draw(days) for name in names}, "auditors": team, "integration": integration}


def ask(request: dict, **more: object) -> dict:
    answer = calculate("cc106", {**request, **more})
    assert "errors" not in answer, answer
    return answer


def number(answer: dict, name: str) -> Fraction:
    return Fraction(answer[name])


@quick
@given(requests())
def test_at_least_80_percent_of_the_sum_remain(request: dict) -> None:
    answer = ask(request)
    total = sum(request["times"].values())
    assert number(answer, "start_point") == total
    exact, whole = Fraction(answer["integrated"]["exact"]), Fraction(answer["integrated"]["days"])
    assert total * Fraction(4, 5) <= exact <= total
    assert abs(whole - exact) <= Fraction(1, 4) or whole == 1
    assert Fraction(answer["integrated"]["on_site_minimum"]) == exact * Fraction(4, 5)
    keys = {finding["key"] for finding in answer["findings"]}
    assert ("cc106.rounded_below_least" in keys) == (whole < total * Fraction(4, 5))


@quick
@given(requests())
def test_the_reduction_is_a_cell_of_the_figure(request: dict) -> None:
    figure = ((0, 0, 0, 0, 0), (0, 5, 5, 5, 5), (0, 5, 10, 10, 10), (0, 5, 10, 15, 15), (0, 5, 10, 15, 20))
    for edge in ("upper", "lower"):
        answer = ask(request, choices={"matrix_edge": edge})
        row, column = (
            next(cell for cell in range(5) if value < 20 * (cell + 1) or cell == 4 or (edge == "upper" and value == 20 * (cell + 1)))
            for value in (number(answer, "integration_percent"), number(answer, "ability_percent"))
        )
        assert number(answer, "reduction_percent") == figure[row][column]


@quick
@given(requests(), percents, percents)
def test_more_integration_never_takes_more_time(request: dict, one: Fraction, other: Fraction) -> None:
    less, more = (ask({**request, "integration": {"percent": percent}}) for percent in sorted((one, other)))
    assert Fraction(less["integrated"]["exact"]) >= Fraction(more["integrated"]["exact"])


@quick
@given(requests(), st.sampled_from(STANDARDS[:2]))
def test_an_able_team_needs_no_more_time(request: dict, standard: str) -> None:
    able = [known if standard in known else [*known, standard] for known in request["auditors"]]
    assert number(ask({**request, "auditors": able}), "ability_percent") >= number(ask(request), "ability_percent")


@quick
@given(requests())
def test_a_tick_is_reported_exactly_when_a_percentage_lies_on_one(request: dict) -> None:
    answer = ask(request)
    on_tick = [number(answer, name) in (20, 40, 60, 80) for name in ("integration_percent", "ability_percent")]
    assert sum(finding["key"] == "cc106.tick" for finding in answer["findings"]) == sum(on_tick)
    assert ("matrix_edge" in answer["choices"]) == any(on_tick)


@quick
@given(requests(), st.fractions(0, 40, max_denominator=10))
def test_an_increase_is_a_percentage_of_the_starting_point(request: dict, percent: Fraction) -> None:
    more = ask(request, increase_percent=percent, increase_reason="several languages")
    without = ask(request)
    gained = Fraction(more["integrated"]["exact"]) - Fraction(without["integrated"]["exact"])
    assert gained == number(without, "start_point") * percent / 100


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(["QMS", "5", "1/3"]),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.text(max_size=5) | st.sampled_from(["QMS", "percent"]), inner, max_size=4),
    max_leaves=12,
)
fields = ("times", "auditors", "integration", "increase_percent", "increase_reason", "choices", "unknown")


@quick
@given(st.dictionaries(st.sampled_from(fields), json_values))
def test_no_request_raises(request: dict) -> None:
    answer = json.loads(calculate_json("cc106", json.dumps(request)))
    assert "errors" in answer or "integrated" in answer
