"""What must hold of any request whatever, right or wrong: made up from the schemas (contract)."""

from __future__ import annotations

import io
import json
from random import Random
from unittest.mock import patch

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from plugins.calculators.runtime.samples import damage, value

from calculators import LANGUAGES, NAMES, __main__, calculate_json, schema
from tests.rules import generated
from tests.rules.account import check_steps
from tests.rules.test_cases import _no_float, _without_text

MAKERS = {
    "cc105": generated.place, "cc11": generated.list_of_sites, "programme": generated.organization, "calendar": generated.known_days,
    "eligibility": generated.applicant,
}  # fmt: skip
SCHEMAS = {name: schema(name) for name in NAMES}
names, seeds = st.sampled_from(NAMES), st.integers(0, 10**9)


def made_up(name: str, seed: int) -> str:
    """A request that the schema allows, one of three damaged in a place."""
    draw = Random(seed)
    request = value(SCHEMAS[name], draw)
    if seed % 3 == 2:
        damage(request, draw)
    return json.dumps(request)


@settings(max_examples=40)
@given(names, st.lists(seeds | st.text(alphabet='{}[]":, aé年\\', max_size=9), min_size=1, max_size=6), st.sampled_from(LANGUAGES))
def test_a_batch_is_what_each_line_gives_alone(name: str, lines: list, language: str) -> None:
    texts = [made_up(name, line) if isinstance(line, int) else line for line in lines]
    given_lines = io.BytesIO("".join(f"{text}\n" for text in texts).encode())
    with patch("sys.stdin", io.TextIOWrapper(given_lines)), patch("sys.stdout", io.TextIOWrapper(io.BytesIO())) as printed:
        status = __main__.main([name, "--batch", "--language", language])
        printed.flush()
    alone = [calculate_json(name, text, language) for text in texts]
    assert printed.buffer.getvalue().decode() == "".join(f"{answer}\n" for answer in alone)
    assert status == any("errors" in json.loads(answer) for answer in alone)


@given(names, seeds, st.booleans())
def test_language_changes_only_text(name: str, seed: int, answered: bool) -> None:
    text = json.dumps(MAKERS[name](seed % 60)) if answered and name in MAKERS else made_up(name, seed)
    zh, *others = (_without_text(json.loads(calculate_json(name, text, language))) for language in LANGUAGES)
    assert others == [zh] * 3


@settings(max_examples=250)
@given(st.sampled_from(sorted(MAKERS)), st.integers(0, 99))
def test_every_step_can_be_redone_and_no_float_is_met(name: str, number: int) -> None:
    text = json.dumps(MAKERS[name](number))
    answer = json.loads(calculate_json(name, text), parse_float=_no_float)
    assume("errors" not in answer)
    check_steps(answer)
