"""Pages of other languages: static-i18n holds what it would hold without the clauses, whatever a site looks like."""

from pathlib import Path

import pytest
import yaml
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files

from plugins.clauses.alternates import Alternates

PAGES = [f"{language}/{name}" for language in ("zh", "zh-Hans", "en", "pt-BR", "hu") for name in ("index.md", "a.md", "b/index.md", "b/c.md")]
PAGES += ["en/only.md", "zh/some.md", "hu/some.md", "hu/sub/README.md", "zh/sub/index.md", "en/draft.md", "hu/draft.md", "zh/draft.md"]
PAGES += ["zh/out.md", "en/out.md", "hu/out.md", "loose.md", "en/loose.md", "en.md", "enx/a.md", "fr/a.md", "zh/en/a.md", "zh/made.md", "en/a.svg", "hu/a.svg", "all.css"]
MADE = "en/made.md"  # by a plugin, elsewhere
DATA = ("src_uri", "dest_uri", "url", "abs_src_path", "abs_dest_path", "inclusion", "locale", "localization", "locale_alternate_of", "norm_src_uri")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The pages, and one that a plugin makes."""
    for page in (*(f"docs/{one}" for one in PAGES), f"made/{MADE}"):
        (tmp_path / page).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / page).write_text("# A\n", "utf-8")
    return tmp_path


def configured(folder: Path, said: dict, off: tuple[str, ...], default: str, **more: object) -> MkDocsConfig:
    """A site in five languages, some of which are not built."""
    languages = [
        {"locale": locale, "name": locale, "default": locale == default, "build": locale not in off}
        for locale in ("zh", "zh-Hans", "en", "pt-BR", "hu")
    ]
    i18n = {"docs_structure": "folder", "fallback_to_default": False, "languages": languages} | said
    settings = {"site_name": "T", "plugins": [{"i18n": i18n}], "draft_docs": "draft.md", "exclude_docs": "en/out.md\nhu/out.md"} | more
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), "utf-8")
    config = load_config(str(folder / "mkdocs.yml"))
    config.plugins["i18n"].on_config(config)
    return config


def held(config: MkDocsConfig, alternates: Alternates | None) -> list[tuple]:
    """In each language's build all files in their order, each with what is the same in other languages."""
    found, i18n = [], config.plugins["i18n"]
    for language in i18n.build_languages:
        i18n.current_language = language
        files = get_files(config)
        files.append(File(MADE, str(Path(config.docs_dir).with_name("made")), config.site_dir, config.use_directory_urls))
        if language == "hu":
            files.remove(files.src_uris["en/b/c.md"])  # as a plugin may, in one language alone
            files.src_uris["en/b/index.md"].dest_uri = "en/elsewhere.html"
        files = once(files, config, alternates)
        found += [(language, told(file), [(other, told(one)) for other, one in getattr(file, "alternates", {}).items()]) for file in files]
    return found


def once(files: Files, config: MkDocsConfig, alternates: Alternates | None) -> Files:
    """What static-i18n makes of the files of one language's build."""
    if alternates:
        alternates.take_out(files, config)
    files = config.plugins["i18n"].on_files(files, config)
    if alternates:
        alternates.put_in(files)
    return files


def told(file: File) -> tuple:
    """All that tells a file from another."""
    return tuple(getattr(file, name, None) for name in DATA)


@pytest.mark.parametrize(
    ("said", "off", "default", "more"),
    [
        ({}, (), "zh", {}),
        ({}, (), "hu", {}),
        ({}, ("en", "hu"), "zh", {}),
        ({}, (), "zh", {"use_directory_urls": False}),
        ({"build_only_locale": "en"}, (), "zh", {}),
        ({"fallback_to_default": True}, (), "zh", {}),
        ({"docs_structure": "suffix"}, (), "zh", {}),
    ],
)
def test_static_i18n_holds_the_same(folder: Path, said: dict, off: tuple[str, ...], default: str, more: dict) -> None:
    config = configured(folder, said, off, default, **more)
    without, alternates = held(config, None), Alternates()
    assert without
    assert held(config, alternates) == without
    assert held(config, alternates) == without  # nothing is left over


def test_a_page_in_the_preview_of_a_draft_leads_to_drafts_in_other_languages(folder: Path) -> None:
    config = configured(folder, {}, (), "zh")
    files = once(get_files(config), config, Alternates())
    assert list(files.src_uris["zh/draft.md"].alternates) == ["zh", "en", "hu"]
