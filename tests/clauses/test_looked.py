"""What the checks find is the same, whoever looks through the works."""

import os
from datetime import date
from multiprocessing import active_children
from pathlib import Path

import pytest

from plugins.clauses import ahead, checks
from plugins.clauses.checks import CHECKS, run
from plugins.clauses.clause import Problem
from plugins.clauses.folder import sources
from plugins.clauses.looked import Looked
from plugins.clauses.reading import read
from plugins.clauses.registry import Registry

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def registry() -> Registry:
    """The documents of this project, with faults of one work and of all together."""
    texts = dict(sources(DOCS, []))
    texts["en/cc105/3.md"] += "\n3.99 At most 7 people.\n"
    texts["hu/cc11/1.md"] += "\nLegfeljebb 123 fő.\n"
    return read(texts.items(), ("zh", "en", "ru", "hu"), date(2026, 1, 1))


def whose(registry: Registry) -> list[Problem]:
    """Which process has looked."""
    return [Problem("", os.getpid(), "T99", "")]


def elsewhere_never(registry: Registry) -> list[Problem]:
    """The same, of this process only."""
    if os.getpid() != HERE:
        os._exit(1)
    return whose(registry)


HERE = os.getpid()


@pytest.mark.parametrize("processors", [0, 1, 2])
def test_the_same_is_found_in_the_same_order(monkeypatch: pytest.MonkeyPatch, registry: Registry, processors: int) -> None:
    monkeypatch.setattr(ahead, "processors", lambda: processors)
    looked = Looked(registry, CHECKS, {})
    assert looked.result() == run(registry) != []
    assert looked.by_work.keys() == registry.works().keys() and not active_children()
    assert {one.check for one in looked.result()} >= {"C03", "T02"}


def test_another_process_looks_while_nobody_asks(monkeypatch: pytest.MonkeyPatch, registry: Registry) -> None:
    monkeypatch.setattr(ahead, "processors", lambda: 2)
    monkeypatch.setattr(checks, "OF_ONE_WORK", {whose})
    looked = Looked(registry, (whose,), {})
    [other] = looked._ahead._apart
    assert other.ended_with() == 0
    assert {one.line for one in looked.result() if one.check == "T99"} == {other._process.pid}


def test_what_is_left_is_looked_through_here(monkeypatch: pytest.MonkeyPatch, registry: Registry) -> None:
    monkeypatch.setattr(ahead, "processors", lambda: 2)
    monkeypatch.setattr(checks, "OF_ONE_WORK", {whose})
    looked = Looked(registry, (whose, elsewhere_never), {})
    assert {one.line for one in looked.result() if one.check == "T99"} == {HERE}
    assert not active_children()


def test_who_gives_up_does_so_between_works(monkeypatch: pytest.MonkeyPatch, registry: Registry) -> None:
    asked: list[int] = []

    def noted(part: Registry) -> list[Problem]:
        asked.append(len(part.pages))
        return []

    monkeypatch.setattr(checks, "OF_ONE_WORK", {noted})
    parts = checks.found(registry, iter((noted,)))
    works = [len(pages) for pages in registry.works().values()]
    assert next(parts) == [] and asked == []
    assert next(parts) == [] and asked == works[:1]
    assert list(parts) == [[]] * (len(works) - 1) and asked == works


def test_works_that_are_known_are_not_looked_through(registry: Registry) -> None:
    known = {work: [] for work in registry.works()}
    assert not {one.check for one in Looked(registry, CHECKS, known).result()} & {"T02"}


def test_a_check_that_fails_is_heard(monkeypatch: pytest.MonkeyPatch, registry: Registry) -> None:
    monkeypatch.setattr(ahead, "processors", lambda: 2)
    with pytest.raises(ZeroDivisionError):
        Looked(registry, (lambda registry: [1 / 0],), {}).result()
