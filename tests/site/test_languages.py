"""Four equal languages: the same pages, each saying its language and naming its counterparts."""

import json
from pathlib import Path, PurePosixPath
from urllib.parse import urljoin

from lxml import etree, html

from tests.built import LANGUAGES
from tests.site.conftest import Pages


def language_of(path: str) -> str:
    first = PurePosixPath(path).parts[0]
    return first if first in LANGUAGES else "zh"


def inside(path: str) -> str:
    return path.removeprefix(LANGUAGES[language_of(path)])


def indexed(path: str, page: html.HtmlElement) -> bool:
    """Whether search may know it: not the error pages, and not the static pages of the register."""
    return not path.endswith("404.html") and page.find("head/meta[@name='robots']") is None


def test_every_language_has_the_same_pages(pages: Pages) -> None:
    found = {language: {inside(path) for path in pages if language_of(path) == language} for language in LANGUAGES}
    assert found["en"] == found["zh"] == found["ru"] == found["hu"]


def test_every_page_says_its_language(pages: Pages) -> None:
    wrong = {path: page.get("lang") for path, page in pages.items() if page.get("lang") != language_of(path)}
    assert not wrong


def test_every_page_names_its_counterparts(pages: Pages, address: str) -> None:
    for path, page in pages.items():
        if path.endswith("404.html"):
            continue
        named = {link.get("hreflang"): urljoin(address + path, link.get("href")) for link in page.iterfind("head/link[@hreflang]")}
        expected = {
            language: address + (folder + inside(path)).removesuffix("index.html") for language, folder in LANGUAGES.items()
        }
        assert named == expected | {"x-default": expected["zh"]}, path


def test_every_page_has_a_title_and_one_main_heading(pages: Pages) -> None:
    for path, page in pages.items():
        assert page.findtext("head/title", "").strip(), path
        assert len(page.findall(".//article//h1")) == 1, path


def test_ids_are_ascii_and_unique(pages: Pages) -> None:
    """Previews fail on other ids; two of the same lead to the first alone."""
    for path, page in pages.items():
        ids = [element.get("id") for element in page.iter() if element.get("id") is not None]
        assert all(id.isascii() for id in ids), path
        assert len(ids) == len(set(ids)), (path, sorted(id for id in set(ids) if ids.count(id) > 1))


def test_each_language_has_its_own_error_page(site: Path, pages: Pages) -> None:
    headings = {pages[f"{folder}404.html"].findtext(".//h1") for folder in LANGUAGES.values()}
    assert len(headings) == len(LANGUAGES)


def test_the_site_map_lists_every_page_with_its_languages(site: Path, pages: Pages, address: str) -> None:
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    urls = etree.parse(site / "sitemap.xml").findall("s:url", space)
    listed = [url.findtext("s:loc", namespaces=space) for url in urls]
    expected = (address + path.removesuffix("index.html") for path, page in pages.items() if indexed(path, page))
    assert sorted(listed) == sorted(expected)
    for url in urls:
        assert {link.get("hreflang") for link in url.findall("x:link", space)} == {*LANGUAGES, "x-default"}


def test_search_has_an_index_for_each_language(site: Path, pages: Pages) -> None:
    entry = json.loads((site / "pagefind" / "pagefind-entry.json").read_text())
    counts = {language: index["page_count"] for language, index in entry["languages"].items()}
    expected = sum(1 for path, page in pages.items() if language_of(path) == "zh" and indexed(path, page))
    assert counts == dict.fromkeys(LANGUAGES, expected)


def test_each_language_has_a_feed_of_changes_that_every_page_names(site: Path, pages: Pages, address: str) -> None:
    for path, page in pages.items():
        if path.endswith("404.html") or page.find("head/meta[@name='robots']") is not None:
            continue
        feed = address + LANGUAGES[language_of(path)] + "changes.xml"
        assert [urljoin(address + path, link.get("href")) for link in page.iterfind("head/link[@type='application/atom+xml']")] == [feed]
    space = {"a": "http://www.w3.org/2005/Atom"}
    counts = {len(etree.parse(site / folder / "changes.xml").findall("a:entry", space)) for folder in LANGUAGES.values()}
    assert len(counts) == 1 and counts.pop() > 0
