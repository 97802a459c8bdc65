"""What is read is the same, whoever reads it."""

import os
from datetime import date
from multiprocessing import active_children
from pathlib import Path

import pytest

from plugins.clauses import ahead, reading
from plugins.clauses.ahead import Ahead
from plugins.clauses.folder import sources
from plugins.clauses.reading import Reading, read, reading_order
from plugins.clauses.registry import Registry

DOCS = Path(__file__).parents[2] / "docs"
LANGUAGES = ("zh", "en", "ru", "hu")
DAY = date(2026, 1, 1)


@pytest.fixture(scope="module")
def texts() -> list[tuple[str, str]]:
    """The documents of this project, with faults that reading tells."""
    found = dict(sources(DOCS, []))
    for language in LANGUAGES:
        found[f"{language}/cc105/3.md"] += "\n3.1 again, see [[9.9]] and [[3.2\n"
    return list(found.items())


@pytest.fixture
def read_here(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The languages that this process reads itself; it waits for the others before it asks for one after the first."""
    seen: list[str] = []
    here, take = reading.read_language, Ahead.take
    monkeypatch.setattr(reading, "read_language", lambda registry, language, *rest: seen.append(language) or here(registry, language, *rest))
    apart, process = reading.read_apart, os.getpid()
    monkeypatch.setattr(reading, "read_apart", lambda *some: apart(*some) if some[-1] != "en" or os.getpid() == process else 1 / 0)
    monkeypatch.setattr(Ahead, "take", lambda doing, page: (seen and [one.ended_with() for one in doing._apart], take(doing, page))[1])
    return seen


def in_order(cited_by: dict) -> list:
    return [(document, list(clauses.items())) for document, clauses in cited_by.items()]


@pytest.mark.parametrize("processors", [2, 3, 4, 64])
def test_languages_that_other_processes_read_are_read_as_here(
    monkeypatch: pytest.MonkeyPatch, texts: list, processors: int, read_here: list[str]
) -> None:
    alone = read(texts, LANGUAGES, DAY)
    assert read_here == ["en", "hu", "ru", "zh"]
    read_here.clear()
    monkeypatch.setattr(ahead, "processors", lambda: processors)
    made = read(texts, LANGUAGES, DAY, processes=3)
    assert read_here == ["en"] and not active_children()
    assert list(made.pages.items()) == list(alone.pages.items()) and len(alone.pages) > 300
    assert all(page.document is alone_of(made, page.document) for page in made.pages.values())
    assert list(made.every_clause()) == list(alone.every_clause())
    assert in_order(made.cited_by) == in_order(alone.cited_by)
    assert made.problems == alone.problems and len({one.file[:2] for one in made.problems}) == 4
    assert made.addresses.keys() == alone.addresses.keys()


@pytest.mark.parametrize(("changed", "wanted"), [("en", ["en"]), ("ru", ["en", "ru", "zh"])])
def test_what_others_have_read_counts_until_it_is_not_what_is_to_be_read(
    monkeypatch: pytest.MonkeyPatch, texts: list, read_here: list[str], changed: str, wanted: list[str]
) -> None:
    monkeypatch.setattr(ahead, "processors", lambda: 2)
    begun = Reading(LANGUAGES, DAY, lambda: texts, processes=1)
    later = [(file, text.replace("3.1 again", "3.1 once more") if file[:2] == changed else text) for file, text in texts]
    made = begun.registry(later)
    assert read_here == wanted and not active_children()
    read_here.clear()
    assert made.pages == read(later, LANGUAGES, DAY).pages


@pytest.mark.parametrize("processes", [0, 3])
def test_without_languages_nothing_is_read(processes: int) -> None:
    made = read([("en/a.md", "# A")], (), DAY, processes=processes)
    assert made.pages == {} and made.problems[0].check == "S03"


def alone_of(registry: Registry, document: object) -> object:
    """The same object, which the registry keeps."""
    return document and registry.documents[document.language, document.work, document.edition]


def test_a_language_that_is_named_twice_is_read_once(texts: list, read_here: list[str]) -> None:
    made = read(texts, ("en", "en"), DAY)
    assert made.languages == ("en",) and read_here == ["en"]


def test_what_another_process_has_read_need_not_be_recognised_again(monkeypatch: pytest.MonkeyPatch, texts: list, read_here: list[str]) -> None:
    alone = read(texts, LANGUAGES, DAY)
    monkeypatch.setattr(ahead, "processors", lambda: 2)
    read_here.clear()
    made = read(texts, LANGUAGES, DAY, processes=1)
    for language in LANGUAGES:
        assert made.recognisers[language].seen == alone.recognisers[language].seen
    assert read_here == [language for language in LANGUAGES if "_pattern" in vars(made.recognisers[language])] == ["en"]


@pytest.mark.parametrize("processors", [1, 2])
@pytest.mark.parametrize("wrong", ["en", "zh"])
def test_a_language_that_cannot_be_read_is_told_and_no_process_is_left(
    monkeypatch: pytest.MonkeyPatch, texts: list, processors: int, wrong: str
) -> None:
    monkeypatch.setattr(ahead, "processors", lambda: processors)
    page = reading.read_page
    monkeypatch.setattr(reading, "read_page", lambda registry, file, *more: page(registry, file, *more) if file[:2] != wrong else 1 / 0)
    with pytest.raises(ZeroDivisionError):
        read(texts, LANGUAGES, DAY, processes=1)
    assert not active_children()


def test_sections_are_read_by_number_and_annexes_last() -> None:
    files = ["x/a.md", "x/10.md", "x/2.md", "x/index.md"]
    assert sorted(files, key=reading_order) == ["x/index.md", "x/2.md", "x/10.md", "x/a.md"]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("en/p1/2.md", "# 2 B\n\n2.1 See clause 1.1, clause 1.2 and [[1.9]].\n"),  # other words
        ("en/p1/1.md", "# 1 A\n\n1.1 See clause 2.1.\n"),  # a clause less
        ("en/p1/1.md", "# 1 A\n\n1.1 See clause 2.1.\n\n1.2 x\n\n1.3 y\n"),  # one more
        ("en/p1/index.md", "---\nwork: P1\ncode: P1:2021\nedition: '2021'\ntitle: P\nsource_language: en\ntext: full\n---\n"),  # another edition
    ],
)
def test_what_is_taken_from_the_last_reading_is_what_would_be_read_again(file: str, text: str) -> None:
    sources = {
        "en/p1/index.md": "---\nwork: P1\ncode: P1:2020\nedition: '2020'\ntitle: P\nsource_language: en\ntext: full\n---\n",
        "en/p1/1.md": "# 1 A\n\n1.1 See clause 2.1.\n\n1.2 See clause 2.1 and clause 1.3.\n",
        "en/p1/2.md": "# 2 B\n\n2.1 See clauses 1.1 to 1.3 and [[1.2]], not [[1.2.\n",
        "en/a.md": "# A\n\nClause 1.2 of P1:2020, [[P1:1.3]]\n",
    }

    def found(sources: dict[str, str], before: Registry | None = None) -> tuple:
        known = read(sources.items(), ["en"], date(2026, 1, 1), before)
        cited = [(page.file, citation, target) for page, citation, target in known.citations]
        assert all(page is known.pages[page.file] for page, _, _ in known.citations)
        return known, cited, sorted(known.problems), known.cited_by

    before, *same = found(sources)
    assert same[0] and same[1] and found(sources, before)[1:] == (*same,)
    changed = sources | {file: text}
    assert found(changed, before)[1:] == found(changed)[1:] != (*same,)
