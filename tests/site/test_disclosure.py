"""The disclosures on the finished site: the matrix in four languages, every gap where readers look, the profile as data."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from plugins.disclosure.gaps import gaps
from plugins.disclosure.profile import read_profile
from tests.built import LANGUAGES, ROOT
from tests.site.conftest import Pages

PROFILE = read_profile((ROOT / "docs" / "body.yml").read_bytes())[0]


@pytest.mark.parametrize("folder", LANGUAGES.values())
def test_the_matrix_has_every_requirement_with_a_way_to_its_page(pages: Pages, folder: str) -> None:
    rows = pages[f"{folder}body/matrix/index.html"].findall(".//article//tbody/tr")
    assert len(rows) == len(PROFILE.data["disclosures"])
    for row in rows:
        where = row.findall("td[2]//a")
        assert where and row.find("td[3]//strong") is not None
        assert all(link.get("href").startswith("../") for link in where)


def test_the_states_are_the_same_in_every_language(pages: Pages) -> None:
    def states(folder: str) -> list[str]:
        return [mark.get("class") for mark in pages[f"{folder}body/matrix/index.html"].iterfind(".//tbody//strong")]

    assert states("") == states("en/") == states("ru/") == states("hu/")
    assert {"disclosure-published", "disclosure-gap"} == set(states(""))


@pytest.mark.parametrize("folder", LANGUAGES.values())
def test_every_gap_is_marked_on_a_page_with_its_clause(pages: Pages, folder: str) -> None:
    marked = [one for path, page in pages.items() if path.startswith(f"{folder}body/") for one in page.iterfind(".//span[@class='unpublished']")]
    anchors = {link.get("href").partition("#c-")[2] for one in marked for link in one.iter("a")}
    asked = {clause.partition(":")[2] for gap in gaps(PROFILE) for clause in gap.clauses if clause.startswith("GZ021:")}
    assert asked <= anchors
    assert len(marked) >= len(gaps(PROFILE))


def test_every_statement_list_leads_to_clauses_and_every_page_says_its_day(pages: Pages) -> None:
    for folder in LANGUAGES.values():
        own = {path: page for path, page in pages.items() if re.fullmatch(rf"{folder}body/(\w+/)?index.html", path)}
        assert len(own) == 14
        for path, page in own.items():
            assert page.find(".//article//a[@class='clause-ref']") is not None or "documents" in path, path
            assert page.find(".//p[@class='disclosure-reviewed']") is not None or "matrix" in path, path
            assert "{{" not in page.find(".//article").text_content(), path


def test_the_profile_is_published_with_its_schema(site: Path) -> None:
    schema = json.loads((site / "disclosure" / "body.schema.json").read_text())
    profile = json.loads((site / "disclosure" / "body.json").read_text())
    Draft202012Validator(schema).validate(profile)
    assert profile["marks"][0]["until"] == "2030-11-27"
    assert not (site / "body.yml").exists()


def test_a_release_is_refused_while_there_are_gaps_and_touches_nothing(tmp_path: Path) -> None:
    (tmp_path / ".venv").symlink_to(ROOT / ".venv")
    shutil.copytree(ROOT / "plugins", tmp_path / "plugins", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "docs").mkdir()
    for name in ("Makefile", "mkdocs.yml", "docs/body.yml", "requirements.txt", "pyproject.toml"):
        shutil.copy2(ROOT / name, tmp_path / name)
    done = subprocess.run(["make", "--old-file", ".venv/site.done", "release"], cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, text=True, capture_output=True, timeout=120)
    assert done.returncode != 0
    assert "fees.audit_day is not published yet (GZ021:5.1.1-5)" in done.stdout
    assert f"✗ no release: {len(gaps(PROFILE))} gaps" in done.stderr
    assert not (tmp_path / "site").exists() and not (tmp_path / ".build").exists()
