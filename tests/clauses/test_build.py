"""The plugin in MkDocs with four languages: tiny sites, built whole, of works that the calculators do not know."""

import gc
import json
import subprocess
import sys
from collections import Counter
from multiprocessing import active_children
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator
from lxml import html
from mkdocs.commands import build as building
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs_static_i18n import folder

from plugins.clauses import ahead, reading

LANGUAGES = {"zh": "中文", "en": "English", "ru": "Русский", "hu": "Magyar"}
WORDS = {
    "zh": ("# 3 方法\n\n3.1 见第 4 条。\n\n3.2 CNAS-CC211 第 1 条。\n", "# 4 时间\n\n1) 甲\n"),
    "en": ("# 3 Method\n\n3.1 See clause 4.\n\n3.2 Clause 1 of CNAS-CC211.\n", "# 4 Time\n\n1) one\n"),
    "ru": ("# 3 Метод\n\n3.1 См. пункт 4.\n\n3.2 Пункт 1 CNAS-CC211.\n", "# 4 Время\n\n1) один\n"),
    "hu": ("# 3 Módszer\n\n3.1 Lásd a 4. pontot.\n\n3.2 A CNAS-CC211 1. pontja.\n", "# 4 Idő\n\n1) egy\n"),
}


def cover(work: str) -> str:
    """A cover page."""
    return f'---\nwork: {work}\ncode: CNAS-{work}:2020\nedition: "2020"\ntitle: {work}\nsource_language: zh\ntext: restated\n---\n# {work}\n'


def write(folder: Path, files: dict[str, str]) -> None:
    """Puts texts below a folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two documents in four languages and the configuration."""
    for language, (three, four) in WORDS.items():
        pages = {"index.md": f"# {language}\n\n[[CC205:3.1]]\n", "cc205/index.md": cover("CC205"), "cc211/index.md": cover("CC211")}
        write(tmp_path / "docs" / language, pages | {"cc205/3.md": three, "cc205/4.md": four, "cc211/1.md": "# 1 X\n"})
    (tmp_path / "mkdocs.yml").write_text(
        yaml.safe_dump(
            {
                "site_name": "T",
                "site_url": "http://localhost/",
                "theme": {"name": "material", "font": False},
                "validation": {"links": {"not_found": "warn", "anchors": "warn"}},
                "markdown_extensions": ["attr_list", "admonition", "pymdownx.fancylists"],
                "plugins": [
                    "clauses",
                    {
                        "i18n": {
                            "docs_structure": "folder",
                            "fallback_to_default": False,
                            "languages": [
                                {"locale": locale, "name": name, "default": locale == "zh"} for locale, name in LANGUAGES.items()
                            ],
                        }
                    },
                ],
            }
        ),
        "utf-8",
    )
    return tmp_path


def built(project: Path, site: str = "site", **changes) -> Path:
    """The site, built strictly."""
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(project / site), strict=True, **changes)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return project / site


def test_a_clause_is_linked_marked_and_published_in_every_language(project: Path) -> None:
    site = built(project)
    schema = json.loads((site / "clauses" / "schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    for language in LANGUAGES:
        root = site if language == "zh" else site / language
        page = html.parse(str(root / "cc205" / "3" / "index.html"))
        assert page.xpath("//a[@class='clause-ref']/@href") == ["../4/#c-4", "../../cc211/1/#c-1"]
        others = page.xpath("//div[@id='c-3.1']//p[@class='clause-languages']/a/@href")
        for href, other in zip(others, [one for one in LANGUAGES if one != language], strict=True):
            target = (root / "cc205" / "3" / href.partition("#")[0] / "index.html").resolve()
            assert target == (site / ("" if other == "zh" else other) / "cc205" / "3" / "index.html").resolve()
            assert html.parse(str(target)).xpath("//*[@id='c-3.1']")
        style = page.xpath("//link[contains(@href, 'clauses.css')]/@href")
        assert len(style) == 1 and (root / "cc205" / "3" / style[0]).resolve().is_file()
        data = json.loads((site / "clauses" / language / "cc205.json").read_text("utf-8"))
        Draft202012Validator(schema).validate(data)
        four = next(clause for clause in data["clauses"] if clause["id"] == "CC205:2020/4")
        assert [place["id"] for place in four["cited_by"]] == ["CC205:2020/3.1"]
        cited = next(clause for clause in data["clauses"] if clause["id"] == "CC205:2020/3.2")
        assert cited["references"] == ["CC211:2020/1"]


def test_a_lasting_address_names_the_clause_in_every_language(project: Path) -> None:
    site = built(project)
    for place, clause in (("CC205", ""), ("CC205/3.1", ""), ("CC205:2020", ""), ("CC205:2020", "3.1")):
        page = html.parse(str(site / "id" / place / "index.html"))
        (head,) = page.xpath("//h2[@id=$clause]" if clause else "//h1", clause=clause)
        links = {link.get("hreflang"): link.get("href") for link in head.getnext().iterfind("li/a")}
        assert list(links) == list(LANGUAGES)
        for language, href in links.items():
            file, _, anchor = href.partition("#")
            target = (site / "id" / place / file / "index.html").resolve()
            assert target.is_relative_to(site) and html.parse(str(target)).getroot().get("lang", language) == language
            assert anchor == ("c-3.1" if "3.1" in (clause, *place.split("/")) else "")
    assert [path.parent.name for path in (site / "id").glob("CC205:2020/**/*.html")] == ["CC205:2020"]


def test_no_page_holds_its_panels_before_it_is_written_nor_its_html_after(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_page, before, after = building._build_page, [], []

    def seen(page, *rest, **named):
        before.append(page.content)
        write_page(page, *rest, **named)
        after.append(page.content)

    monkeypatch.setattr(building, "_build_page", seen)
    site = built(project)
    assert any("clause-number" in one for one in before) and not any("clause-cite" in one for one in before) and set(after) == {""}
    page = (site / "cc205" / "3" / "index.html").read_text("utf-8")
    assert page.count("<details class=\"clause-panel") == page.count("clause-mark") == 3 and "clause-panel:" not in page


def test_the_same_input_gives_the_same_bytes(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    first, second = built(project, "first"), built(project, "second")
    files = sorted(path.relative_to(first) for path in first.rglob("*") if path.suffix in (".html", ".json"))
    assert files and all((first / file).read_bytes() == (second / file).read_bytes() for file in files)


def test_what_is_wrong_in_any_language_stops_the_build_before_a_page_is_written(
    project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write(
        project / "docs",
        {
            "zh/cc205/4.md": "# 4 时间\n\n1) 甲\n\n[[9]]\n",
            "hu/cc205/4.md": "# 4 Idő\n\n1) egy\n\n" + "[[8]]\n\n" * 30,
            "ru/cc205/5.md": "# 5 Лишний\n",
            "en/cc211/index.md": "---\nwork: CC211\n---\n# x\n",
        },
    )
    with pytest.raises(Abort):
        built(project)
    told = "\n".join(record.getMessage() for record in caplog.records if record.levelname == "ERROR")
    for place in ("zh/cc205/4.md:5: error C01", "hu/cc205/4.md:5: error C01", "ru/cc205/5.md:1: error C03", "en/cc211/index.md:1: error S01"):
        assert place in told
    assert "hu/cc205/4.md: error C01 … and 10 more of this kind in this file" in told and told.count("'[[8]]'") == 20
    assert "clauses: 38 errors" in told
    assert not list((project / "site").rglob("*.html"))


def with_hooks(project: Path, hooks: str) -> None:
    """Gives the project a plugin of its own."""
    (project / "hooks.py").write_text(f"from multiprocessing import active_children\nfrom mkdocs.plugins import event_priority\n{hooks}", "utf-8")
    with (project / "mkdocs.yml").open("a") as file:
        file.write("\nhooks: [hooks.py]\n")


def test_nothing_is_left_of_a_build_that_another_plugin_ends_while_it_is_read(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "processors", lambda: 2)
    with_hooks(project, "def on_pre_build(config):\n    raise RuntimeError(f'{len(active_children())} beside')\n")
    with pytest.raises(RuntimeError, match="1 beside"):
        built(project)
    assert not active_children() and not gc.get_freeze_count()
    assert not [one for one in project.iterdir() if one.name.startswith(".site")]


@pytest.mark.parametrize("processors", [1, 2])
def test_what_another_plugin_makes_of_a_page_before_is_what_is_read(project: Path, monkeypatch: pytest.MonkeyPatch, processors: int) -> None:
    monkeypatch.setattr(ahead, "processors", lambda: processors)
    change = "    path = files.src_uris['zh/cc205/3.md'].abs_src_path\n    text = open(path).read()\n"
    change += "    if '3.3' not in text:\n        open(path, 'w').write(text + '\\n3.3 见第 3.1 条。\\n')\n"
    with_hooks(project, f"@event_priority(200)\ndef on_files(files, config):\n{change}")
    for language in ("en", "ru", "hu"):
        file = project / "docs" / language / "cc205" / "3.md"
        file.write_text(file.read_text("utf-8") + "\n3.3 [[3.1]]\n", "utf-8")
    page = html.parse(str(built(project) / "cc205" / "3" / "index.html"))
    assert page.xpath("//*[@id='c-3.3']//a[@href='#c-3.1']")


@pytest.mark.parametrize(("said", "here"), [("", {"en"}), ("build_only_locale: hu", {"hu"}), ("exclude_docs: 'left-out.md'", {"en"})])
def test_languages_are_read_before_mkdocs_asks(project: Path, monkeypatch: pytest.MonkeyPatch, said: str, here: set[str]) -> None:
    monkeypatch.setattr(ahead, "processors", lambda: 2)
    seen: list[str] = []
    read, take = reading.read_language, reading.Ahead.take
    monkeypatch.setattr(reading, "read_language", lambda registry, language, *rest: seen.append(language) or read(registry, language, *rest))
    monkeypatch.setattr(reading.Ahead, "take", lambda doing, page: (page in LANGUAGES and [one.ended_with() for one in doing._apart], take(doing, page))[1])
    write(project / "docs", {f"{language}/left-out.md": "# x\n" for language in LANGUAGES})
    text = (project / "mkdocs.yml").read_text("utf-8")
    if "locale" in said:
        text = text.replace("docs_structure", f"{said}\n    docs_structure")
    elif said:
        text += f"\n{said}\n"
    (project / "mkdocs.yml").write_text(text, "utf-8")
    built(project)
    assert set(seen) <= here


def test_what_mkdocs_tells_of_the_files_is_told_once(project: Path) -> None:
    (project / "docs" / "zh" / "README.md").write_text("# x\n", "utf-8")
    done = subprocess.run([sys.executable, "-m", "mkdocs", "build", "-f", str(project / "mkdocs.yml")], capture_output=True, text=True, check=True)
    assert done.stderr.count("Excluding 'zh/README.md' from the site") == len(LANGUAGES)  # MkDocs looks for them for each


def test_what_a_build_knew_can_be_collected_when_it_is_done(project: Path) -> None:
    built(project)
    assert not gc.get_freeze_count()


def test_mkdocs_sees_that_a_recognised_reference_leads_to_an_anchor(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    for language, (three, _) in WORDS.items():  # 3.9 is a clause for the scanner, and none in the page
        write(project / "docs", {f"{language}/cc205/3.md": three.replace("4", "3.9", 1) + "\n<div>\n\n3.9 x\n\n</div>\n"})
    with pytest.raises(Abort):
        built(project)
    told = [record.getMessage() for record in caplog.records if "no such anchor" in record.getMessage()]
    assert told and told[0].startswith("Doc file 'zh/cc205/3.md' contains a link '#c-3.9', but there is no such anchor")


def test_an_author_builds_one_language_alone(project: Path) -> None:
    (project / "docs" / "hu" / "cc205" / "3.md").write_text("# 3 Módszer\n\n[[9]]\n", "utf-8")
    text = (project / "mkdocs.yml").read_text("utf-8").replace("docs_structure", "build_only_locale: en\n    docs_structure")
    (project / "mkdocs.yml").write_text(text, "utf-8")
    page = html.parse(str(built(project) / "cc205" / "3" / "index.html"))
    assert page.xpath("//*[@id='c-3.1']") and not page.xpath("//p[@class='clause-languages']")


def test_no_page_is_made_for_every_language_that_it_is_not_in(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    make = folder.create_i18n_file
    monkeypatch.setattr(folder, "create_i18n_file", lambda file, language, *more: made.append((file.src_uri, language)) or make(file, language, *more))
    built(project)
    pages = [path.relative_to(project / "docs").as_posix() for path in (project / "docs").rglob("*.md")]
    assert {*made} == {(page, page.partition("/")[0]) for page in pages}
    assert max(Counter(made).values()) == 2  # for its own language's build and, once, for all others


def test_a_check_that_does_not_exist_is_refused(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    text = (project / "mkdocs.yml").read_text("utf-8").replace("- clauses", "- clauses: {severity: {C99: off}}")
    (project / "mkdocs.yml").write_text(text.replace("off}}", "'off'}}"), "utf-8")
    with pytest.raises(Abort):
        built(project)
    assert "no check 'C99'; known are C01" in caplog.text


def test_a_language_without_a_grammar_is_refused_by_name(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    text = (project / "mkdocs.yml").read_text("utf-8").replace("- clauses", "- clauses: {languages: [zh, de]}")
    (project / "mkdocs.yml").write_text(text, "utf-8")
    with pytest.raises(Abort):
        built(project)
    assert "no grammar for language 'de'; there is one for en, hu, ru, zh" in caplog.text


def test_when_python_ends_what_a_build_knows_is_not_gone_through_again(project: Path) -> None:
    script = project / "build.py"
    script.write_text(
        "import atexit, gc\n"
        "from mkdocs.__main__ import cli\n"
        "atexit.register(lambda: print(gc.get_freeze_count(), len(gc.get_objects())))  # after all that are registered later\n"
        f"cli(['build', '--quiet', '--config-file', {str(project / 'mkdocs.yml')!r}])\n",
        "utf-8",
    )
    ended = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=True)
    frozen, left = map(int, ended.stdout.split())
    assert frozen > 100 * left
