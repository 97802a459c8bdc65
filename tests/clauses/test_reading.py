"""What is read is the same, whoever reads it."""

import re
from datetime import date
from multiprocessing import active_children
from pathlib import Path

import pytest

from plugins.clauses import reading
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


@pytest.mark.parametrize("processors", [2, 3, 4, 64])
def test_languages_that_other_processes_read_are_read_as_here(monkeypatch: pytest.MonkeyPatch, texts: list, processors: int) -> None:
    alone = read(texts, LANGUAGES, DAY)
    monkeypatch.setattr(reading, "processors", lambda: processors)
    asked: list[str] = []
    texts_here = reading.read_texts
    monkeypatch.setattr(reading, "read_texts", lambda registry, some, *more: asked.extend(file[:2] for file, _ in some) or texts_here(registry, some, *more))
    begun = Reading(texts, LANGUAGES, DAY, processes=3)
    assert set(asked) == {2: {"en", "hu"}, 3: {"en", "hu"}, 4: {"en"}, 64: {"en"}}[processors]
    asked.clear()
    made = begun.registry()
    assert not asked and not active_children()
    assert list(made.pages.items()) == list(alone.pages.items()) and len(alone.pages) > 300
    assert all(page.document is alone_of(made, page.document) for page in made.pages.values())
    assert list(made.clauses.items()) == list(alone.clauses.items())
    assert list(made.order.items()) == list(alone.order.items())
    assert list(made.cited_by.items()) == list(alone.cited_by.items())
    assert sorted(made.problems) == sorted(alone.problems) and len({one.file[:2] for one in made.problems}) == 4
    assert made.addresses.keys() == alone.addresses.keys()


@pytest.mark.parametrize("processes", [0, 3])
def test_without_languages_nothing_is_read(processes: int) -> None:
    made = read([("en/a.md", "# A")], (), DAY, processes=processes)
    assert made.pages == {} and made.problems[0].check == "S03"


def alone_of(registry: Registry, document: object) -> object:
    """The same object, which the registry keeps."""
    return document and registry.documents[document.language, document.work, document.edition]


def test_what_another_process_has_read_need_not_be_recognised_again(monkeypatch: pytest.MonkeyPatch, texts: list) -> None:
    alone = read(texts, LANGUAGES, DAY)
    monkeypatch.setattr(reading, "processors", lambda: 2)
    made = read(texts, LANGUAGES, DAY, processes=1)
    for language in LANGUAGES:
        assert made.recognisers[language].seen == alone.recognisers[language].seen
    assert [language for language in LANGUAGES if "_pattern" in vars(made.recognisers[language])] == ["en", "hu"]


def test_a_language_that_cannot_be_read_elsewhere_is_told(monkeypatch: pytest.MonkeyPatch, texts: list) -> None:
    monkeypatch.setattr(reading, "processors", lambda: 2)
    page = reading.read_page
    monkeypatch.setattr(reading, "read_page", lambda registry, file, *more: page(registry, file, *more) if file[:2] != "zh" else 1 / 0)
    with pytest.raises(ZeroDivisionError) as told:
        read(texts, LANGUAGES, DAY, processes=1)
    assert re.search("read_page", "".join(told.value.__notes__))


def test_no_process_is_left_of_a_reading_that_failed_here(monkeypatch: pytest.MonkeyPatch, texts: list) -> None:
    monkeypatch.setattr(reading, "processors", lambda: 2)
    page = reading.read_page
    monkeypatch.setattr(reading, "read_page", lambda registry, file, *more: page(registry, file, *more) if file[:2] != "en" else 1 / 0)
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
