"""The same input gives the same bytes, from MkDocs and from its fork; a build that fails leaves the last good site."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.theme import Theme

from plugins.site.templates import list_quickly
from tests.built import ROOT, build


def test_properdocs_builds_the_same_site_to_the_byte(site: Path, address: str, tmp_path: Path) -> None:
    again = tmp_path / "again"
    done = build("properdocs", again, address)
    assert done.returncode == 0, done.stdout + done.stderr
    assert _files(again) == _files(site)
    different = [name for name in _files(site) if (again / name).read_bytes() != (site / name).read_bytes()]
    assert not different


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project with a site that was good when it was built."""
    for name in (".venv", "node_modules"):
        (tmp_path / name).symlink_to(ROOT / name)
    for name in ("calculators", "docs", "locales", "plugins", "register"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("Makefile", "mkdocs.yml", "pyproject.toml", "package.json", "package-lock.json", ".npmrc", "requirements.txt"):
        shutil.copy2(ROOT / name, tmp_path / name)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("the last good one")
    return tmp_path


def make_site(project: Path) -> subprocess.CompletedProcess[str]:
    own = {**os.environ, "PYTHONPATH": str(project)}  # its own plugins before the installed ones
    return subprocess.run(["make", "--old-file", ".venv/site.done", "--old-file", "node_modules/.done", "site"], cwd=project, env=own, text=True, capture_output=True, timeout=300)


def test_a_build_that_fails_says_where_and_leaves_the_last_good_site(project: Path) -> None:
    section = project / "docs" / "en" / "gz021" / "8.md"
    section.write_text(section.read_text() + "\n8.9 As [[GZ021:99.9]] says.\n")
    done = make_site(project)
    assert done.returncode != 0
    line = section.read_text().count("\n")
    assert f"docs/en/gz021/8.md:{line}" in done.stdout + done.stderr
    assert "99.9" in done.stdout + done.stderr
    assert (project / "site" / "index.html").read_text() == "the last good one"


def test_nothing_in_the_site_names_the_place_where_it_was_built(site: Path) -> None:
    places = [str(ROOT).encode(), b"start.mjs"]
    assert [path.name for path in site.rglob("*") if path.is_file() and any(place in path.read_bytes() for place in places)] == []


def test_with_pages_from_the_last_build_the_site_is_the_same_to_the_byte(site: Path, project: Path) -> None:
    def made(name: str, cache: str) -> Path:
        own = {"PYTHONPATH": str(project), "CLAUSES_CACHE": cache, "DOCS_LANG": "en", "SOURCE_DATE_EPOCH": "1767225600"}
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", name]
        done = subprocess.run(command, cwd=project, env=os.environ | own, text=True, capture_output=True, timeout=300)
        assert done.returncode == 0, done.stdout + done.stderr
        return project / name

    made("before", "kept.db")
    for name, old, new in (("gz021/8.md", "8.1", "8.1 Written anew:"), ("cc105/3.md", "3.9", "3.9 As clause 2.2.3 and clause 4.4 say,")):
        section = project / "docs" / "en" / name
        assert old in section.read_text()
        section.write_text(section.read_text().replace(old, new, 1))
    after, cold = made("after", "kept.db"), made("cold", "")
    assert _files(after) == _files(cold)
    assert [name for name in _files(cold) if (after / name).read_bytes() != (cold / name).read_bytes()] == []
    (memory,) = (path.relative_to(cold) for path in cold.glob("assets/calculators/python-*/memory.bin"))
    assert (cold / memory).read_bytes() == (site / memory).read_bytes(), "made in another place, with nothing kept"


def test_a_word_that_one_language_lacks_stops_the_build(project: Path) -> None:
    words = project / "locales" / "hu" / "site.po"
    words.write_text(words.read_text().replace('msgid "site.search"', 'msgid "site.sought"'))
    done = make_site(project)
    assert done.returncode != 0
    assert "locales/hu/site.po: site.search has no words here" in done.stdout + done.stderr


def _files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_the_quick_list_of_the_themes_files_lacks_none_that_mkdocs_copies() -> None:
    theme = Theme(name="material", custom_dir=str(ROOT / "plugins" / "site" / "theme"))
    whole = {name for name in theme.get_env().list_templates() if not any(part.startswith(".") for part in name.split("/"))}
    list_quickly(theme)
    assert whole == set(theme.get_env().list_templates()) and "404.html" in whole
