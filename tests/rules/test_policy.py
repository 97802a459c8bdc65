"""A body's policy settles the open readings; a request may ask for others; a wrong policy is told in full."""

from __future__ import annotations

import json
from pathlib import Path

import calculators
from calculators import calculate_json
from calculators.choices import CHOICES
from calculators.policy import read_policy, settled

EXAMPLE = (Path(calculators.__file__).parent / "policy.toml").read_text(encoding="utf-8")
REASON = 'reason = {zh = "a", en = "a", ru = "a", hu = "a"}'
BODY = 'edition = "GZ021:A1"\nbody = {zh = "a", en = "a", ru = "a", hu = "a"}\n'


def answer(request: dict, policy: dict | None = None) -> dict:
    return json.loads(calculate_json("cc105", json.dumps(request), policy=policy))


def test_the_example_policy_is_whole() -> None:
    policy, errors = read_policy(EXAMPLE)
    assert errors == []
    assert set(settled(policy)) <= set(CHOICES)
    assert settled(policy)["recertification_factor"] == "always"


def test_a_policy_settles_what_the_request_leaves_open() -> None:
    policy, errors = read_policy(BODY + f'[choices.curve]\nvalue = "band"\n{REASON}\n[choices.stage1_share]\nvalue = "1/4"\n{REASON}')
    assert errors == []
    request = {"standard": "QMS", "personnel": 35}
    assert answer(request)["initial"]["exact"] == "7/2"
    assert answer(request, policy)["initial"]["exact"] == "4"
    assert answer(request, policy)["choices"]["stage1_share"] == "1/4"
    assert answer({**request, "choices": {"curve": "line"}}, policy)["initial"]["exact"] == "7/2"


def test_everything_wrong_with_a_policy_is_told_with_its_place() -> None:
    policy, errors = read_policy(f'[choices.curve]\nvalue = "steps"\n{REASON}\n[choices.tie]\nvalue = "up"\n[choices.colour]\nvalue = "red"')
    assert policy is None
    paths = {error["path"] for error in errors}
    assert {"body", "edition", "choices.curve.value", "choices.tie.reason", "choices.colour"} <= paths


def test_a_policy_that_is_no_toml_is_told_with_its_line() -> None:
    policy, errors = read_policy("edition = \n")
    assert policy is None and "line 1" in errors[0]["text"]
