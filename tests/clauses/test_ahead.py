"""Pages that other processes make: what is taken, what is left to be made here, and that the site is the same."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Timer

import pytest
from markdown import Markdown
from mkdocs.exceptions import Abort

from plugins.clauses import ahead
from plugins.clauses.ahead import Ahead
from tests.clauses.test_apart import wait_for
from tests.clauses.test_build import LANGUAGES, project, write  # noqa: F401 - a fixture
from tests.clauses.test_kept import CACHE, changed, site

PAGES = list("abcdefghijkl")


@pytest.fixture(autouse=True)
def three_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two others help when this process has made one page."""
    monkeypatch.setattr(ahead, "processors", lambda: 3)
    monkeypatch.setattr(ahead, "ENOUGH", 1)


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    """Where another process waits for what is written here: its end, and this one's."""
    ends = os.pipe()
    yield ends
    for one in ends:
        os.close(one)


def all_made(doing: Ahead) -> list[int | None]:
    """Waits for the other processes; how they ended."""
    return [one.ended_with() for one in doing._apart]


def taken(work: Callable[[str], object]) -> list:
    """What is taken of each page but the first, when the others have come to it."""
    doing = Ahead(PAGES, work, 3)
    assert doing.take(PAGES[0]) is None
    all_made(doing)
    found = [doing.take(page) for page in PAGES[1:]]
    assert [doing.take(page) for page in PAGES] == [None] * len(PAGES), "what is taken is not kept"
    doing.end()
    return found


def test_pages_are_made_by_others() -> None:
    found = taken(lambda page: (page, os.getpid()))
    assert [page for page, _ in found] == PAGES[1:]
    processes = {process for _, process in found}
    assert len(processes) == 2 and os.getpid() not in processes


def test_they_come_from_the_last_page_and_stop_where_this_process_has_come(monkeypatch: pytest.MonkeyPatch, pipe: tuple[int, int]) -> None:
    monkeypatch.setattr(ahead, "processors", lambda: 2)
    go, ready = pipe
    doing = Ahead(PAGES, lambda page: os.read(go, 1).decode(), 3)
    assert doing.take("a") is None and doing.take("d") is None and doing.take("b") is None
    os.write(ready, b"12345678, and no more")
    assert all_made(doing) == [0]
    assert [doing.take(page) for page in PAGES] == [None] * 4 + list("87654321")
    doing.end()


def test_in_every_stretch_they_come_from_its_last_page(monkeypatch: pytest.MonkeyPatch, pipe: tuple[int, int]) -> None:
    monkeypatch.setattr(ahead, "processors", lambda: 2)
    go, ready = pipe
    doing = Ahead(PAGES, lambda page: os.read(go, 1).decode(), 3, stretch=5)
    assert doing.take("a") is None and doing.take("c") is None
    os.write(ready, b"123456789, and no more")
    assert all_made(doing) == [0]
    assert [doing.take(page) for page in PAGES] == [None] * 3 + list("217654398")
    doing.end()


def test_who_comes_to_a_page_that_another_is_just_making_waits_for_it(monkeypatch: pytest.MonkeyPatch, pipe: tuple[int, int]) -> None:
    monkeypatch.setattr(ahead, "processors", lambda: 2)
    go, ready = pipe
    doing = Ahead(PAGES, lambda page: os.read(go, 1).decode(), 3, left=0)
    begun(doing, "l")
    Timer(0.3, os.write, (ready, b"x, and more")).start()
    assert doing.take("l") == "x" and all_made(doing) == [0]
    doing.end()


def test_who_waits_for_a_page_is_told_when_its_process_ends_while_others_go_on(pipe: tuple[int, int]) -> None:
    go, ready = pipe
    doing = Ahead(PAGES, lambda page: os.read(go, 1), 3, left=0)
    begun(doing, "k")
    begun(doing, "l")
    Timer(0.3, os.kill, (doing._apart[0]._process.pid, 9)).start()
    assert doing.take("l") is None and doing._working == {2}
    doing.end()


def test_what_another_does_not_finish_in_time_is_done_here(pipe: tuple[int, int]) -> None:
    go, _ = pipe
    here = os.getpid()
    doing = Ahead(["a", "b"], lambda page: os.getpid() == here or os.read(go, 1), 1, left=0, patience=0.2)
    begun(doing, "b")
    assert dict(doing.all()) == {"a": True, "b": True}
    doing.end()


class Unreadable:
    """What cannot be made again where it is heard."""

    def __reduce__(self) -> tuple:
        return int, ("no number",)


def test_who_waits_for_what_cannot_be_read_is_left_it(monkeypatch: pytest.MonkeyPatch, pipe: tuple[int, int]) -> None:
    monkeypatch.setattr(ahead, "processors", lambda: 2)
    monkeypatch.setattr("threading.excepthook", lambda told: None)
    go, ready = pipe
    doing = Ahead(PAGES, lambda page: os.read(go, 1) and Unreadable(), 3, left=0)
    begun(doing, "l")
    Timer(0.3, os.write, (ready, b"x")).start()
    assert doing.take("l") is None
    doing.end()


def test_in_another_process_all_is_left_to_it_and_nothing_is_taken_from_here(monkeypatch: pytest.MonkeyPatch, pipe: tuple[int, int]) -> None:
    monkeypatch.setattr(ahead, "processors", lambda: 2)
    go, ready = pipe
    doing = Ahead(PAGES, lambda page: os.read(go, 1).decode(), 3, left=0)
    begun(doing, "l")
    beside = Ahead(["x", "y"], lambda page: [doing.take(one) for one in PAGES[:-1]] == [None] * 11, 1, left=0)
    begun(beside, "y")
    assert beside.take("y") is True
    os.write(ready, b"123456789abx")
    assert all_made(doing) == [0] and [doing.take(page) for page in PAGES] == list("xba987654321")
    for one in (doing, beside):
        one.end()


def begun(doing: Ahead, page: str) -> None:
    """Waits until another process has come to a page."""
    wait_for(lambda: doing._begun[doing._place[page]])


def test_others_help_where_some_pages_were_left_to_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "ENOUGH", 3)
    doing = Ahead(PAGES, str.upper, 3)
    for page, helping in (("a", 0), ("b", 0), ("c", 2)):
        doing.take(page)
        assert len(all_made(doing)) == helping
    assert doing.take("d") == "D"
    doing.end()


def test_all_are_made_once_here_or_there() -> None:
    doing = Ahead(PAGES, lambda page: (page, os.getpid()), 3)
    assert doing.take("a") is None and all_made(doing) == [0, 0]
    found = dict(doing.all())
    assert list(found) == PAGES and all(page == made for page, (made, _) in found.items())
    assert [page for page, (_, process) in found.items() if process == os.getpid()] == ["a"]
    doing.end()
    alone = Ahead(PAGES, str.upper, 0)
    assert dict(alone.all()) == {page: page.upper() for page in PAGES}


def test_a_page_that_nobody_was_told_of_is_made_here() -> None:
    doing = Ahead(PAGES, str.upper, 3)
    assert doing.take("unknown") is None and not doing._apart
    doing.end()


def test_a_page_that_fails_is_left_to_be_made_here() -> None:
    def work(page: str) -> str:
        if page == "c":
            raise ValueError("unreadable")
        return page

    assert taken(work) == [page if page != "c" else None for page in PAGES[1:]]


def test_what_an_ended_process_would_have_made_is_left_to_be_made_here() -> None:
    found = taken(lambda page: os._exit(1) if page == "g" else page)
    assert found == [page if page > "g" or page in "bdf" else None for page in PAGES[1:]]


@pytest.mark.parametrize(("processors", "most"), [(0, 3), (1, 3), (3, 0)])
def test_where_none_can_or_shall_help_this_process_makes_all(monkeypatch: pytest.MonkeyPatch, processors: int, most: int) -> None:
    monkeypatch.setattr(ahead, "processors", lambda: processors)
    doing = Ahead(PAGES, str.upper, most)
    assert [doing.take(page) for page in PAGES] == [None] * 12 and not doing._apart


@pytest.fixture
def waited_for(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """All pages but the first of a language are made by others; the pages that this process renders all the same."""
    seen: list[str] = []
    here, take, convert = os.getpid(), Ahead.take, Markdown.convert
    monkeypatch.setattr(Ahead, "take", lambda doing, page: (os.getpid() == here and all_made(doing), take(doing, page))[1])
    monkeypatch.setattr(Markdown, "convert", lambda md, text: seen.append(text) or convert(md, text))
    return seen


def alone(project: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:  # noqa: F811
    """The site as one process makes it."""
    with monkeypatch.context() as here:
        here.setattr(ahead, "processors", lambda: 1)
        return site(project, "alone", cache="")


def test_the_site_is_the_same_to_the_byte(project: Path, monkeypatch: pytest.MonkeyPatch, waited_for: list[str]) -> None:  # noqa: F811
    wanted = alone(project, monkeypatch)
    for cache, rendered_here in (("", len(LANGUAGES)), (CACHE, len(LANGUAGES)), (CACHE, 0)):
        waited_for.clear()
        assert site(project, "together", cache) == wanted
        assert len([text for text in waited_for if text.startswith(("# 3", "# 4", "# 1"))]) == rendered_here


def test_what_others_are_told_is_told_here_once(
    project: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str], waited_for: list[str]  # noqa: F811
) -> None:
    changed("docs/en/cc205/4.md", "one", "[one](nowhere.md) and [two](/absolute)")(project)
    with caplog.at_level("INFO"):
        for name in ("together", "again"):  # by another process, and by the last build
            caplog.clear()
            site(project, name, strict=False)
            told = [one for one in caplog.records if "Doc file 'en/cc205/4.md'" in one.getMessage()]
            assert [one.levelname for one in told] == ["WARNING", "INFO"] and "'nowhere.md'" in told[0].getMessage()
    assert not [text for text in waited_for[-len(LANGUAGES) :] if "nowhere" in text], "it was taken"
    assert "nowhere" not in capfd.readouterr().err
    with pytest.raises(Abort):
        site(project, "strictly")


def test_a_page_that_cannot_be_rendered_stops_the_build_as_ever(
    project: Path, caplog: pytest.LogCaptureFixture, waited_for: list[str]  # noqa: F811
) -> None:
    block = "\n```comparison\nleft: CC205\nright: CC999\n```\n"
    write(project / "docs", {"en/cc205/4.md": (project / "docs/en/cc205/4.md").read_text("utf-8") + block})
    with pytest.raises(Abort):
        site(project, "together")
    assert "CC999" in caplog.text and "en/cc205/4.md" in caplog.text
