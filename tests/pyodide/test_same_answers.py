"""The browser's Python gives the same bytes as this one: cases and made-up requests, in one Pyodide under Node."""

import json
from pathlib import Path

import calculators
import pytest
import yaml
from plugins.calculators.plugin import PROJECT, sample_requests
from plugins.calculators.respond import respond
from plugins.calculators.runtime.language_page import language_page
from plugins.calculators.runtime.library import Request, answers, library
from plugins.calculators.runtime.samples import texts

from tests.rules.generated import requests

MADE_UP = 150
CASES = sorted(Path(__file__).parents[1].joinpath("cases").glob("*.yaml"))


def of_the_cases() -> list[Request]:
    """Every case's request, each in one of the four languages."""
    cases = [case for path in CASES for case in yaml.safe_load(path.read_text(encoding="utf-8"))]
    return [
        Request(case["calculator"], json.dumps(case["request"], default=str), calculators.LANGUAGES[number % 4])
        for number, case in enumerate(cases)
        if "request" in case
    ]


def by_arithmetic() -> list[Request]:
    """The requests of which the answers are recorded, each in one of the four languages."""
    return [
        Request(name, json.dumps(request, default=str), calculators.LANGUAGES[number % 4]) for number, (_, name, request) in enumerate(requests())
    ]


def made_up() -> list[Request]:
    names = dict.fromkeys(request.name for request in sample_requests())
    return [
        Request(name, text, language)
        for name in names
        for language in calculators.LANGUAGES
        for text in texts(calculators.schema(name), f"same {name} {language}", MADE_UP // 4)
    ]


@pytest.fixture(scope="module")
def replies() -> list[tuple[Request, str, str]]:
    """Each request with the reply of the browser's Python and of this one."""
    asked = of_the_cases() + made_up() + by_arithmetic()
    made = library(PROJECT, PROJECT / ".build" / "calculators", sample_requests())
    pages = {language: language_page(PROJECT, language, {}, for_browser=False) for language in calculators.LANGUAGES}
    there = answers(PROJECT, asked, made)["answers"]
    return [(request, reply, respond(json.dumps(vars(request)), pages[request.language])) for request, reply in zip(asked, there, strict=True)]


def test_every_reply_is_the_same_to_the_byte(replies):
    different = [(request, there, here) for request, there, here in replies if there != here]
    assert different == []


def test_the_requests_are_good_and_bad(replies):
    wrong = sum("errors" in json.loads(reply) for _, reply, _ in replies)
    assert len(replies) > 3000
    assert len(replies) / 10 < wrong < len(replies) * 9 / 10
