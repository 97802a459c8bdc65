"""Pages of clauses are taken from the last build, and the site is to the byte what it would be without."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
import yaml
from markdown import Markdown
from markdown.util import AtomicString
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from plugins.clauses import ahead
from plugins.clauses.checked import Checked
from plugins.clauses.checks import CHECKS, run
from plugins.clauses.kept import Kept, digest, packed, unpacked
from plugins.clauses.looked import Looked
from tests.clauses.test_build import LANGUAGES, cover, project, write  # noqa: F401 - a fixture
from tests.clauses.test_checks import registry

CACHE = "kept/clauses.db"
PAGES = 3 * len(LANGUAGES)  # of clauses


@pytest.fixture
def converted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The Markdown of every page that is rendered; no other process helps."""
    seen: list[str] = []
    monkeypatch.setattr(ahead, "processors", lambda: 1)
    convert = Markdown.convert
    monkeypatch.setattr(Markdown, "convert", lambda md, text: seen.append(text) or convert(md, text))
    return seen


def site(project: Path, name: str, cache: str = CACHE, strict: bool = True) -> dict[str, bytes]:
    """Every file of a site that is built with a cache, or with none."""
    said = yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))
    said["plugins"][0] = {"clauses": {"cache": cache}}
    (project / "mkdocs.yml").write_text(yaml.safe_dump(said), "utf-8")
    folder = project / name
    shutil.rmtree(folder, ignore_errors=True)
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(folder), strict=strict)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != "sitemap.xml.gz"}


def changed(file: str, old: str, new: str) -> Callable[[Path], None]:
    def change(project: Path) -> None:
        path = project / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")

    return change


def added(file: str, text: str, languages: Iterable[str] = ("en",)) -> Callable[[Path], None]:
    return lambda project: write(project / "docs", {f"{language}/{file}": text for language in languages})


def test_nothing_is_rendered_again_where_nothing_has_changed(project: Path, converted: list[str]) -> None:  # noqa: F811
    without = site(project, "without", cache="")
    converted.clear()
    assert site(project, "first") == without
    assert sum(text.startswith(("# 3", "# 4", "# 1")) for text in converted) == PAGES
    converted.clear()
    assert site(project, "second") == without
    assert converted and not [text for text in converted if text.startswith(("# 3", "# 4", "# 1"))]


@pytest.mark.parametrize(
    ("change", "again"),
    [
        (changed("docs/en/cc205/4.md", "one", "another"), 1),  # its own words
        (changed("docs/en/cc205/3.md", "See clause 4.", "Compare clause 4."), 1),  # the words that cite others, which show them in panels
        (changed("docs/en/index.md", "[[CC205:3.1]]", "Here [[CC205:3.1]] is cited"), PAGES),  # a page that is none of clauses
        (added("cc205/4.md", "# 4 Idő\n\n1) egy\n2) kettő\n", LANGUAGES), PAGES),  # one clause more
        (changed("docs/en/cc211/index.md", "title: CC211", "title: Other"), PAGES),
        (lambda project: [changed(f"docs/{one}/cc211/index.md", "title: CC211", 'was: {"9": "1"}\ntitle: CC211')(project) for one in LANGUAGES], PAGES),
        (added("cc211/2.md", "# 2 Y\n", LANGUAGES), PAGES + len(LANGUAGES)),
        (added("picture.svg", "<svg/>"), PAGES),
        (changed("mkdocs.yml", "- attr_list", "- attr_list\n- tables"), PAGES),
        (lambda project: os.environ.update(SOURCE_DATE_EPOCH="1800000000"), PAGES),  # another day
    ],
    ids=["words", "citing words", "other page", "clause", "title", "renumbered", "page", "picture", "configuration", "day"],
)
def test_what_would_look_different_is_rendered_again(
    project: Path, converted: list[str], monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None], again: int  # noqa: F811
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    site(project, "before", strict=False)
    change(project)
    converted.clear()
    after = site(project, "after", strict=False)
    rendered = [text for text in converted if text.startswith(("# 3", "# 4", "# 1", "# 2"))]
    assert len(rendered) == again
    if again < PAGES:
        assert after == site(project, "cold", cache="", strict=False)


def test_a_language_that_is_not_built_counts_for_nothing(project: Path, converted: list[str]) -> None:  # noqa: F811
    changed("mkdocs.yml", "docs_structure: folder", "docs_structure: folder\n    build_only_locale: en")(project)
    first = site(project, "first")
    converted.clear()
    changed("docs/hu/cc205/4.md", "egy", "kettő")(project)
    assert site(project, "second") == first
    assert converted and not [text for text in converted if text.startswith(("# 3", "# 4", "# 1"))]


def test_what_an_annex_is_called_is_shown_by_other_pages(project: Path) -> None:  # noqa: F811
    for language, title in zip(LANGUAGES, ("附件 1 表格", "Annex 1 Form", "Приложение 1 Форма", "1. melléklet Űrlap")):
        added("cc205/annex-1.md", f"# {title}\n\nX\n", [language])(project)
    changed("docs/en/cc205/4.md", "one", "one, see [[annex-1]]")(project)
    assert b">Annex 1</a>" in site(project, "before", strict=False)["en/cc205/4/index.html"]
    changed("docs/en/cc205/annex-1.md", "Annex 1", "Appendix 1")(project)
    after = site(project, "after", strict=False)
    assert after == site(project, "cold", cache="", strict=False) and b">Appendix 1</a>" in after["en/cc205/4/index.html"]


def test_a_page_that_compares_others_is_rendered_again_with_them(project: Path) -> None:  # noqa: F811
    block = "\n```comparison\nleft: CC205\nright: CC211\n```\n"
    changed("docs/en/cc205/4.md", "1) one\n", f"1) one\n{block}")(project)
    before = site(project, "before", strict=False)["en/cc205/4/index.html"]
    changed("docs/en/cc211/1.md", "# 1 X", "# 1 Another title")(project)
    changed("docs/en/cc205/3.md", "See clause 4.", "Compare clause 4.")(project)
    after = site(project, "after", strict=False)
    assert after == site(project, "cold", cache="", strict=False) and after["en/cc205/4/index.html"] != before
    changed("docs/en/cc211/1.md", "# 1 Another title\n", "# 1 Another title\n\nWords of its own.\n")(project)
    again = site(project, "again", strict=False)
    assert again == site(project, "cold", cache="", strict=False)
    assert "Words of its own" in again["en/cc205/4/index.html"].decode()


def test_what_a_page_is_warned_of_is_told_by_every_build(project: Path, caplog: pytest.LogCaptureFixture) -> None:  # noqa: F811
    changed("docs/en/cc205/4.md", "one", "[one](nowhere.md)")(project)
    for name in ("first", "second"):
        caplog.clear()
        site(project, name, strict=False)
        assert "nowhere.md" in caplog.text


def test_a_build_that_fails_leaves_what_was_kept(project: Path, converted: list[str]) -> None:  # noqa: F811
    site(project, "before")
    page = project / "docs/en/cc205/4.md"
    good = page.read_text("utf-8")
    page.write_text(good + "\n4.1 As [[CC205:9.9]] says.\n", "utf-8")
    with pytest.raises(Abort):
        site(project, "fails")
    page.write_text(good, "utf-8")
    converted.clear()
    site(project, "after")
    assert not [text for text in converted if text.startswith(("# 3", "# 4", "# 1"))]


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_file_is_begun_anew(project: Path, damage: bytes) -> None:  # noqa: F811
    without = site(project, "without", cache="")
    (project / CACHE).parent.mkdir()
    (project / CACHE).write_bytes(damage)
    assert site(project, "first") == without
    assert site(project, "second") == without


def test_where_no_file_can_be_written_all_is_built(project: Path) -> None:  # noqa: F811
    without = site(project, "without", cache="")
    (project / "kept").write_text("a file in the folder's place")
    assert site(project, "built") == without


def test_while_another_build_writes_nothing_is_kept_and_all_is_built(project: Path) -> None:  # noqa: F811
    without = site(project, "without", cache="")
    other = Kept(project / CACHE)
    other.put("some page", b"", b"some value")
    assert other.get("some page", b"") == b"some value"
    assert site(project, "meanwhile") == without
    other.keep()
    assert Kept(project / CACHE).get("some page", b"") == b"some value"
    with sqlite3.connect(project / CACHE) as values:
        values.execute("BEGIN EXCLUSIVE")
        assert site(project, "locked") == without
        values.rollback()
    assert Kept(project / CACHE).get("some page", b"") == b"some value"


def test_values_are_kept_by_what_they_were_made_from(tmp_path: Path) -> None:
    first = Kept(tmp_path / "kept")
    for name in ("one", "two"):
        first.put(name, digest("a"), packed(AtomicString(name), {"x": [1, None]}))  # text of a kind that Markdown has
        first.get(name, digest("a"))
    first.keep()
    second = Kept(tmp_path / "kept")
    assert unpacked(second.get("one", digest("a"))) == ("one", {"x": [1, None]})
    assert second.get("one", digest("b")) is None
    second.put("one", digest("b"), b"new")
    second.close()  # a build that failed
    third = Kept(tmp_path / "kept")
    assert unpacked(third.get("one", digest("a")))[0] == "one"
    third.keep()
    with sqlite3.connect(tmp_path / "kept") as values:
        assert values.execute("SELECT name FROM kept").fetchall() == [("one",)], "what is asked for no more goes"


def test_a_digest_tells_where_a_part_ends() -> None:
    assert len({digest("ab", "c"), digest("a", "bc"), digest("abc"), digest("abc", "")}) == 4


def test_a_work_that_has_not_changed_is_not_checked_again(tmp_path: Path) -> None:
    texts = {f"{language}/{work.lower()}/{name}": text for language in ("zh", "en") for work in ("CC205", "CC211") for name, text in
             (("index.md", cover(work)), ("1.md", "# 1 X\n\n1.1 At most 5 days.\n"))}  # fmt: skip
    texts["en/cc211/1.md"] = "# 1 X\n\n1.1 At most 6 days.\n"
    built = registry(texts)
    first = Checked(Kept(tmp_path / "kept"), built, b"")
    assert first.known == {}
    looked = Looked(built, CHECKS, {})
    found = looked.result()
    assert found == run(built) and {one.check for one in found if one.file == "en/cc211/1.md"} >= {"T02"}
    first.keep(looked.by_work)
    first._kept.keep()
    texts["en/cc205/1.md"] = "# 1 X\n\n1.1 At most 7 days.\n"
    other = registry(texts)
    second = Checked(Kept(tmp_path / "kept"), other, b"")
    assert second.known == {"CC211": looked.by_work["CC211"]}
    assert Looked(other, CHECKS, second.known).result() == run(other)
    assert Checked(Kept(tmp_path / "kept"), other, b"another day").known == {}
