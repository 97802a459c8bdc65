"""Work on pages that other processes do: what comes back, and what is left to be done here."""

import logging
import os
from types import SimpleNamespace

import pytest

from plugins.clauses import ahead
from plugins.clauses.ahead import Ahead

PAGES = [SimpleNamespace(file=SimpleNamespace(src_uri=f"{at}.md"), at=at) for at in range(12)]


@pytest.fixture(autouse=True)
def three_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "processors", lambda: 3)


def taken(work, pages=PAGES) -> list:
    """What is taken of each page, in the order of `pages`."""
    doing = Ahead(PAGES, work)
    try:
        return [doing.take(page) for page in pages]
    finally:
        doing.end()


@pytest.mark.parametrize("order", [1, -1])
def test_most_pages_are_done_by_others_in_whatever_order_they_are_asked_for(order: int) -> None:
    found = taken(lambda page: (page.at, os.getpid()), PAGES[::order])
    assert [one and one[0] for one in found[::order]] == [at if at % 5 else None for at in range(12)]
    processes = {one[1] for one in found if one}
    assert len(processes) == 2 and os.getpid() not in processes


def test_a_page_that_fails_or_has_something_to_tell_is_left_to_be_done_here(capfd: pytest.CaptureFixture[str]) -> None:
    def work(page):
        if page.at == 1:
            raise ValueError("unreadable")
        if page.at == 3:
            logging.getLogger("mkdocs").warning("a link leads nowhere")
        return page.at

    assert [at for at, one in enumerate(taken(work)) if one is None] == [0, 1, 3, 5, 10]
    assert "nowhere" not in "".join(capfd.readouterr())


def test_what_an_ended_process_would_have_done_is_left_to_be_done_here() -> None:
    found = taken(lambda page: os._exit(1) if page.at == 4 else page.at)
    assert found[1:4] == [1, 2, 3] and found[4] is None


def test_one_processor_does_all_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "processors", lambda: 1)
    assert taken(lambda page: page.at) == [None] * 12
