"""The register in the finished site: what is unlisted or internal stands nowhere, everything is escaped, the feeds are sound."""

import csv
import json
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree, html

from tests.built import LANGUAGES, ROOT
from tests.site.conftest import Pages

_ATOM = {"a": "http://www.w3.org/2005/Atom"}
with (ROOT / "register" / "certificates.csv").open(encoding="utf-8", newline="") as _file:
    ROWS = list(csv.DictReader(_file))


def _served(site: Path) -> dict[str, str]:
    paths = [*site.glob("**/register/**/*.html"), *site.glob("**/register/*.xml"), *site.glob("assets/register/**/*.json"), *site.glob("*/pagefind/*")]
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8", errors="replace") for path in paths if path.is_file()}


def test_what_is_unlisted_stands_nowhere(site: Path) -> None:
    served = _served(site)
    unlisted = [row for row in ROWS if row["unlisted"]]
    assert len(unlisted) == 2
    for row in unlisted:
        assert not [path for path, text in served.items() if row["number"] in text or row["unlisted_reason"] in text]
    assert not [path for path in site.rglob("*") if path.name == "certificates.csv"]


def test_every_language_lists_every_public_certificate_without_a_script(pages: Pages) -> None:
    public = {row["number"] for row in ROWS if not row["unlisted"]}
    for folder in LANGUAGES.values():
        for kind, path in (("organisations", ".//h3/text()"), ("numbers", ".//li/a/text()")):
            shown = [text.strip() for name, page in pages.items() if name.startswith(f"{folder}register/{kind}/") for text in page.xpath(path)]
            assert public <= set(shown), (folder, kind)


def test_every_page_of_the_register_says_that_it_is_an_example(pages: Pages) -> None:
    found = [path for path, page in pages.items() if "/register/" in f"/{path}" and "/staff/" not in f"/{path}"]
    assert len(found) >= 4 * 8
    assert not [path for path in found if pages[path].find(".//p[@class='register-example']") is None]


def test_the_lists_hold_what_was_suspended_withdrawn_and_cancelled(pages: Pages) -> None:
    for status in ("suspended", "withdrawn", "cancelled"):
        expected = {row["number"] for row in ROWS if row["status"] == status and not row["unlisted"]}
        for folder in LANGUAGES.values():
            table = pages[f"{folder}register/{status}/index.html"].find(".//article//table")
            assert {link.text for link in table.iter("a")} == expected
            assert all(len(row.findall("td")) == (6 if status == "suspended" else 4) for row in table.iterfind("tbody/tr"))


def test_the_feeds_are_valid_and_their_ids_are_of_no_language_twice(site: Path, address: str) -> None:
    ids: list[str] = []
    for language, folder in LANGUAGES.items():
        feed = etree.parse(site / folder / "register" / "changes.xml").getroot()
        assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == language
        assert feed.findtext("a:updated", namespaces=_ATOM) == "2026-11-20T00:00:00Z"
        entries = feed.findall("a:entry", _ATOM)
        assert len(entries) == sum(row["status"] in ("suspended", "withdrawn", "cancelled") and not row["unlisted"] for row in ROWS)
        for entry in (feed, *entries):
            assert entry.findtext("a:title", namespaces=_ATOM) and entry.findtext("a:updated", namespaces=_ATOM)
            ids.append(entry.findtext("a:id", namespaces=_ATOM))
            for link in entry.findall("a:link", _ATOM):
                assert urlsplit(link.get("href")).scheme and link.get("href").startswith(address)
        assert [entry.findtext("a:updated", namespaces=_ATOM) for entry in entries] == sorted((entry.findtext("a:updated", namespaces=_ATOM) for entry in entries), reverse=True)
    assert len(ids) == len(set(ids))


def test_the_schema_is_published_and_every_row_of_the_example_keeps_it(site: Path) -> None:
    import jsonschema

    validator = jsonschema.Draft202012Validator(json.loads((site / "register" / "certificate.schema.json").read_text()))
    assert all(validator.is_valid({name: text for name, text in row.items() if text}) for row in ROWS)


def test_a_static_page_is_small_and_runs_nothing_but_what_makes_it_light_or_dark(site: Path) -> None:
    for path in site.glob("**/register/*/*.html"):
        page = html.parse(path)
        if page.find("head/meta[@name='robots']") is not None:
            assert [Path(script.get("src", "")).name for script in page.iter("script")] == ["palette.js"], path
            assert path.stat().st_size < 40_000, path
