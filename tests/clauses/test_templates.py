"""The theme's templates are compiled once: for all languages, and for the builds that follow."""

from pathlib import Path

import pytest
import yaml
from jinja2 import Environment
from mkdocs.commands.build import build
from mkdocs.config import load_config
from tests.clauses.test_build import LANGUAGES, project  # noqa: F401 - a fixture
from tests.clauses.test_kept import CACHE, site


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the templates that Jinja compiles."""
    seen: list[str] = []
    one = Environment.compile
    monkeypatch.setattr(Environment, "compile", lambda env, source, name=None, *more, **said: seen.append(name) or one(env, source, name, *more, **said))
    return seen


@pytest.fixture
def themed(project: Path) -> Path:  # noqa: F811
    """The project with a template of its own that shows the language."""
    said = yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))
    said["theme"]["custom_dir"] = "theme"
    (project / "mkdocs.yml").write_text(yaml.safe_dump(said), "utf-8")
    (project / "theme").mkdir()
    (project / "theme/main.html").write_text('{% extends "base.html" %}{% block footer %}first {{ config.theme.language }}{% endblock %}', "utf-8")
    return project


def test_languages_share_what_is_compiled_and_show_their_own(themed: Path, compiled: list[str]) -> None:
    pages = site(themed, "first", cache="")
    assert "main.html" in compiled and "base.html" in compiled and len(compiled) == len(set(compiled))
    for language in LANGUAGES:
        home = "index.html" if language == "zh" else f"{language}/index.html"
        assert f"first {language}".encode() in pages[home]


def test_the_next_build_compiles_only_what_is_written_anew(themed: Path, compiled: list[str]) -> None:
    first = site(themed, "first", CACHE)
    compiled.clear()
    assert site(themed, "again", CACHE) == first and not compiled
    (themed / "theme/main.html").write_text('{% extends "base.html" %}{% block footer %}second{% endblock %}', "utf-8")
    assert b"second" in site(themed, "anew", CACHE)["index.html"] and compiled == ["main.html"]


def test_a_preview_compiles_them_once(themed: Path, compiled: list[str]) -> None:
    config = load_config(str(themed / "mkdocs.yml"), site_dir=str(themed / "preview"))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    compiled.clear()
    build(config)
    assert not compiled and b"first zh" in (themed / "preview/index.html").read_bytes()
