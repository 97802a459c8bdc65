"""A project for another body: whole, of no other body's making; nothing that exists is written over."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.disclosure.profile import read_profile
from plugins.new_body.__main__ import new_body
from tests.built import ROOT


def test_a_new_project_builds_with_its_own_procedure_and_an_empty_profile(tmp_path: Path) -> None:
    project = tmp_path / "ours"
    new_body(project)
    assert [path.name for path in tmp_path.iterdir()] == ["ours"]
    profile, problems = read_profile((project / "docs" / "body.yml").read_bytes())
    assert not problems
    assert {name for name, value in profile.data.items() if value is not None} == {"disclosures"}
    names = {"zh": "例举认证有限公司", "en": "Example Certification", "ru": "Пример", "hu": "Példa"}
    text = "name:\n" + "".join(f"  {language}: {name}\n" for language, name in names.items())
    written = project / "docs" / "body.yml"
    written.write_text(written.read_text("utf-8").replace("name:\n", text, 1), "utf-8")
    (project / "node_modules").symlink_to(ROOT / "node_modules")
    environment = {**os.environ, "DOCS_LANG": "en", "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", "site"]
    done = subprocess.run(command, cwd=project, env=environment, text=True, capture_output=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    body = (project / "site" / "body" / "index.html").read_text("utf-8")
    assert "Example Certification" in body and "Bingyi" not in body
    assert 'id="c-1.2"' in (project / "site" / "own" / "1" / "index.html").read_text("utf-8")


def test_a_new_project_lists_only_what_works_there_and_is_not_released_as_it_is(tmp_path: Path) -> None:
    project = tmp_path / "ours"
    new_body(project)

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, cwd=project, text=True, capture_output=True, timeout=60)

    targets = re.findall(r"^make ([a-z-]+) ", run("make", "help").stdout, re.MULTILINE)
    assert {"site", "release", "check", "lock"} <= set(targets) and "test" not in targets
    assert [(target, done.stderr) for target in targets if (done := run("make", "--dry-run", target, "DIR=x")).returncode] == []
    checked = run(sys.executable, "-m", "plugins.clauses", "check", "docs", "--short", "--strict")
    assert checked.returncode == 0, checked.stdout + checked.stderr
    refused = run(sys.executable, "-m", "plugins.disclosure", "docs", "--release")
    assert refused.returncode == 1
    left = {line.partition(": placeholder: ")[0].rpartition(":")[0] for line in refused.stdout.splitlines() if ": placeholder: " in line}
    assert left >= {"mkdocs.yml", "docs/zh/index.md", "docs/ru/own/1.md", "docs/hu/own/index.md", "docs/en/body/fees.md", "docs/zh/register/index.md"}
    assert "example" not in refused.stdout
    assert not [path for path in (project / "mkdocs.yml", project / "docs" / "body.yml") if "Bingyi" in path.read_text("utf-8")]


def test_a_folder_with_anything_in_it_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("mine")
    with pytest.raises(FileExistsError, match="not empty"):
        new_body(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]
