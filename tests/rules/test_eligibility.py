"""What must hold of the conditions for an application whatever is answered (GZ021 5.1.2)."""

from __future__ import annotations

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from calculators import calculate, calculate_json, schema
from calculators.application_conditions import ALWAYS, CONDITIONS, TIMED

days = st.dates(date(1900, 1, 1), date(2200, 12, 31)).map(str)
dates = {timed.field: days for timed in TIMED.values()}
answers = st.fixed_dictionaries({}, optional={
    name: st.sampled_from(("yes", "no") if name in ALWAYS else ("yes", "no", "not_applicable")) for name in CONDITIONS
})  # fmt: skip
requests = st.fixed_dictionaries({"answers": answers, "today": days}, optional={**dates, "penalty_corrected": st.booleans()})


@given(requests)
def test_eligible_exactly_when_nothing_is_missing(request: dict) -> None:
    answer = calculate("eligibility", request)
    if "errors" in answer:
        return
    states = {condition["state"] for condition in answer["missing"]}
    assert answer["eligible"] is (False if "unmet" in states else None if states else True)
    order = [CONDITIONS.index(condition["condition"]) for condition in answer["missing"]]
    assert order == sorted(order)
    assert [condition["clauses"] for condition in answer["missing"]] == [[f"GZ021:A1/5.1.2-{number + 1}"] for number in order]


@given(requests)
def test_on_the_day_it_names_the_conditions_hold(request: dict) -> None:
    answer = calculate("eligibility", request)
    if answer.get("holds_from") is None:
        return
    later = calculate("eligibility", request | {"today": max(request["today"], answer["holds_from"])})
    contradicted = "eligibility.answer_decides" in {finding["key"] for finding in later.get("findings", [])}
    assert "errors" in later or later["eligible"] or contradicted


@given(st.dictionaries(st.sampled_from(CONDITIONS), st.just("yes")))
def test_one_more_yes_never_takes_eligibility_away(given_answers: dict) -> None:
    ranks = {False: 0, None: 1, True: 2}
    before = calculate("eligibility", {"answers": given_answers})
    for name in CONDITIONS:
        after = calculate("eligibility", {"answers": given_answers | {name: "yes"}})
        assert ranks[after["eligible"]] >= ranks[before["eligible"]]


def test_the_documents_are_the_eight_items_and_the_authorization() -> None:
    clauses = [document["clauses"][0] for document in calculate("eligibility", {})["documents"]]
    assert [clause for clause in clauses if "/5.1.3-" in clause] == [f"GZ021:A1/5.1.3-{number}" for number in range(1, 9)]
    assert [clause for clause in clauses if "/5.1.3-" not in clause] == ["GZ021:A1/5.1.2-1"]


names = st.sampled_from([*schema("eligibility")["properties"], *CONDITIONS])
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**20), 10**20) | st.floats() | st.text(max_size=12) | days,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8) | names, inner, max_size=6),
    max_leaves=20,
)


@given(json_values | requests)
def test_no_json_makes_it_raise(value: object) -> None:
    assert isinstance(json.loads(calculate_json("eligibility", json.dumps(value))), dict)
