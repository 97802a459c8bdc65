"""What other programs read: the feed of changes, and a document as linked data."""

import json
import os
import time
from datetime import date
from multiprocessing import active_children
from pathlib import Path
from xml.etree import ElementTree

import pytest

from plugins.clauses import ahead, data_out
from plugins.clauses.changes import changes, feed
from plugins.clauses.data_out import REST, Data, DataOut
from plugins.clauses.linked_data import legislation
from plugins.clauses.reading import read
from plugins.clauses.registry import Registry
from tests.clauses.test_apart import wait_for
from tests.clauses.test_pages import DATED, WORDS, cover

SITE = "https://example.org/"
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def registry(day: date = date(2026, 1, 1)) -> Registry:
    """A document in two languages, with dates and a notice, and one without."""
    sources = [
        ("zh/gz021/index.md", DATED.replace("title: GZ021", "title: <规则>\npublisher: 机构")),
        ("en/gz021/index.md", DATED),
        ("en/gz021/6.md", "# 6 Marks\n\na) one\n"),
        ("en/cc11/index.md", cover("CC11", "CC11", "1")),
    ]
    return read(sources, ("zh", "en"), day)


def way(file: str) -> str:
    return SITE + file


def test_the_feed_tells_editions_and_notices_the_newest_first() -> None:
    made = registry()
    text = feed(changes(made, "en", WORDS["en"]), "Changes", "The body", f"{SITE}en/changes.xml", f"{SITE}en/", SITE, way)
    root = ElementTree.fromstring(text)
    told = [(one.findtext("a:updated", "", ATOM)[:10], one.findtext("a:title", "", ATOM)) for one in root.iterfind("a:entry", ATOM)]
    assert told == [
        ("2026-03-02", "GZ021 A/1 [6-a]: Notice, as of 2 March 2026"),
        ("2025-09-01", "GZ021 A/1: in force from 1 September 2025"),
    ]
    assert root.findtext("a:updated", "", ATOM) == "2026-03-02T00:00:00Z"
    for one in (root, *root.iterfind("a:entry", ATOM)):  # what RFC 4287 asks of both
        assert all(one.findtext(f"a:{tag}", "", ATOM) for tag in ("id", "title", "updated"))
        assert one.find("a:link[@rel='alternate']", ATOM) is not None
    assert root.findtext("a:author/a:name", "", ATOM) == "The body" and root.find("a:link[@rel='self']", ATOM) is not None
    ids = [one.text for one in root.iterfind("a:entry/a:id", ATOM)]
    assert ids == [f"{SITE}id/GZ021:A1/#notice-1", f"{SITE}id/GZ021:A1/#from"]


def test_a_feed_of_nothing_is_still_one() -> None:
    assert ElementTree.fromstring(feed([], "Changes", "The body", SITE, SITE, SITE, way)).findtext("a:updated", "", ATOM) == "1970-01-01T00:00:00Z"


def test_a_cover_says_what_it_is_without_ending_its_script() -> None:
    made = registry()
    text = legislation(made, made.documents["zh", "GZ021", "A1"], SITE, way)
    assert "<" not in text
    source = json.loads(text)
    assert source["name"] == "<规则>" and source["legislationIdentifier"] == "GZ021 A/1"
    assert source["legislationLegalForce"] == "https://schema.org/InForce" and source["temporalCoverage"] == "2025-09-01/.."
    assert source["workTranslation"] == [{"@id": f"{SITE}en/gz021/index.md"}] and "translationOfWork" not in source
    translation = json.loads(legislation(made, made.documents["en", "GZ021", "A1"], SITE, way))
    assert translation["translationOfWork"] == {"@id": source["@id"]} and "workTranslation" not in translation
    assert translation["hasPart"] == [{"@type": "Legislation", "name": "6 Marks", "url": f"{SITE}en/gz021/6.md"}]
    assert translation["legislationLegalValue"] == "https://schema.org/UnofficialLegalValue"


def everything() -> Data:
    made = registry()
    urls = {page: page.removesuffix(".md") + "/" for page in made.pages}
    return Data(made, WORDS, {"zh": "中文", "en": "English"}, {"zh": "甲", "en": "A"}, urls, SITE)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("processors", [1, 2])
def test_parts_are_put_into_the_site_together(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, processors: int) -> None:
    monkeypatch.setattr(ahead, "processors", lambda: processors)
    site = tmp_path / "site"
    (site / "en").mkdir(parents=True)
    (site / "en/index.html").write_text("a page")
    made = DataOut(everything(), site)
    for one in made._ahead._apart:
        assert one.ended_with() == 0
    made.put()
    made.end()
    found = files(site)
    assert found.pop("en/index.html") == b"a page"
    assert {"clauses/schema.json", "clauses/zh/gz021.json", "clauses/en/gz021.json", "clauses/en/cc11.json"} < found.keys()
    assert {"changes.xml", "en/changes.xml", "id/lasting.css", "id/CC11/index.html", "id/GZ021/6-a/index.html"} < found.keys()
    assert list(tmp_path.iterdir()) == [site]


@pytest.mark.parametrize("goes_on", [False, True])
def test_a_part_that_another_process_has_only_begun_is_put_there_whole(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, goes_on: bool) -> None:
    monkeypatch.setattr(ahead, "processors", lambda: 2)
    monkeypatch.setattr(data_out, "PATIENCE", 0.2)
    (tmp_path / "site").mkdir()
    alone = DataOut(everything(), tmp_path / "site", apart=False)
    alone.put()
    alone.end()
    write, here = data_out.lasting.write, os.getpid()

    def held(registry: Registry, site: Path, *rest: object) -> None:
        write(registry, site, *rest)
        if os.getpid() != here:
            (site / "id/GZ021/index.html").write_bytes(b"half")
            time.sleep(60 * goes_on)
            os._exit(1)

    monkeypatch.setattr(data_out.lasting, "write", held)
    (tmp_path / "other").mkdir()
    made = DataOut(everything(), tmp_path / "other")
    assert made._data.parts() == ["CC11", "GZ021", REST]
    wait_for(lambda: b"half" in [path.read_bytes() for path in tmp_path.rglob("id/GZ021/index.html")])
    if not goes_on:
        assert [one.ended_with() for one in made._ahead._apart] == [1]
    made.put()
    made.end()
    assert files(tmp_path / "other") == files(tmp_path / "site") and not active_children()


def test_a_document_without_dates_claims_no_force() -> None:
    made = registry()
    assert not {"legislationLegalForce", "temporalCoverage"} & json.loads(legislation(made, made.documents["en", "CC11", "1"], SITE, way)).keys()
    late = json.loads(legislation(registry(date(2025, 1, 1)), made.documents["en", "GZ021", "A1"], SITE, way))
    assert late["legislationLegalForce"] == "https://schema.org/NotInForce"
