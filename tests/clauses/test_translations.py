"""Numbers and terms of a translation beside the original, pairs that are hard to tell apart; what typography glances for."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.clauses import wording as wordings
from plugins.clauses.checks.t02_figures import figures_differ
from plugins.clauses.checks.t06_terms import terms_differ
from plugins.clauses.reading import read
from plugins.clauses.registry import Registry
from plugins.clauses.wording import Rule, wording
from plugins.terms.concept import LANGUAGES

FOLDER = Path(__file__).with_name("translations")
COVER = '---\nwork: P7\ncode: P-7\nedition: "1"\ntitle: P7\nsource_language: {}\ntext: full\n---\n# P7\n'


def cases(name: str) -> list:
    """The cases of one check, named by their texts."""
    return [pytest.param(case, id=" | ".join(str(text) for text in case.values())) for case in yaml.safe_load((FOLDER / f"{name}.yml").read_text("utf-8"))]


def registry(texts: dict[str, str]) -> Registry:
    """A document of one clause, in the languages of `texts`, the first of which is its own."""
    sources = [(f"{language}/p7/index.md", COVER.format(next(iter(texts)))) for language in texts]
    sources += [(f"{language}/p7/5.md", f"# 5 X\n\n{text if text.startswith('#') else f'5.1 {text}'}\n") for language, text in texts.items()]
    return read(sources, tuple(texts), date(2026, 1, 1))


@pytest.mark.parametrize("case", cases("t02"))
def test_numbers_are_compared_by_value(case: dict) -> None:
    said = case.get("said")
    found = [one.message for one in figures_differ(registry({language: text for language, text in case.items() if language != "said"}))]
    assert [one.partition(", other than ")[0].split(" ", 3)[3] for one in found] == ([said] if said else [])


@pytest.mark.parametrize("case", cases("t06"))
def test_forbidden_terms_are_found_in_every_form_and_no_other(case: dict) -> None:
    found = [one.message.split("'")[1] for one in terms_differ(registry({language: text for language, text in case.items() if language != "said"}))]
    assert sorted(found) == sorted(case["said"])


RULES = [pytest.param(rule, id=f"{language}: {rule.say}") for language in LANGUAGES for rule in wording(language).typography if rule.glance != rule.shape]


@pytest.mark.parametrize("rule", RULES)
def test_what_typography_glances_for_is_a_part_of_what_it_finds(rule: Rule) -> None:
    @settings(max_examples=40, deadline=None, database=None, derandomize=True)
    @given(st.from_regex(rule.shape, alphabet=st.sampled_from("05５-–.,;:!?%# \u00a0\n()（），。《》aхё审часmes")))
    def glanced_for(text: str) -> None:
        assert rule.glance.search(text, rule.shape.search(text).start())

    glanced_for()


@pytest.mark.parametrize("language", ["en", "ru", "hu"])
def test_words_of_number_and_force_begin_with_the_letters_that_are_told(language: str) -> None:
    told_of = yaml.safe_load((wordings.FOLDER / f"{language}.yml").read_text("utf-8"))
    numbers, force = told_of["numbers"], told_of["force"]
    words = [*numbers["compound"].values(), *numbers["words"].values(), *numbers["fractions"].values(), numbers["half"], numbers["none"]]
    for begin, word in [*((numbers["begin"], word) for word in words), *((force["begin"], force[name]) for name in wordings.FORCES)]:
        shape = re.compile(word, re.IGNORECASE)

        @settings(max_examples=8, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
        @given(st.from_regex(shape))
        def told(text: str) -> None:
            assert re.compile(begin, re.IGNORECASE).match(text, shape.search(text).start())

        told()
