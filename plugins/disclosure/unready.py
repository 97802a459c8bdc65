"""What keeps a site from the public beside the gaps of the profile: placeholders, example data, an address of this machine.

A placeholder says so in a comment beside it, as `<!-- placeholder: what to put here -->` or, in YAML and TOML,
`# placeholder: what to put here`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.utils import yaml_load

SETTINGS = "mkdocs.yml"
POLICY = Path("calculators/policy.toml")
PLACEHOLDER = re.compile(r"(?:<!--|(?<=\s)#) placeholder: (?P<what>.*?)(?: -->)?\s*$")
LOCAL = ("", "127.0.0.1", "localhost", "::1")


def unready(project: Path, docs: Path) -> list[str]:
    """A line for each place, with what to do."""
    return [*placeholders(project, docs), *of_settings(project / SETTINGS)]


def placeholders(project: Path, docs: Path) -> Iterator[str]:
    """Every placeholder that is still there."""
    for path in (project / SETTINGS, project / POLICY, *sorted(docs.rglob("*.yml")), *sorted(docs.rglob("*.md"))):
        for number, line in enumerate(path.read_text("utf-8").splitlines() if path.is_file() else (), 1):
            if match := PLACEHOLDER.search(line):
                yield f"{path.relative_to(project)}:{number}: placeholder: {match['what']}"


def of_settings(file: Path) -> Iterator[str]:
    """What `mkdocs.yml` says that holds for this machine or for the example only."""
    text = file.read_text("utf-8")
    settings = yaml_load(text)

    def place(key: str) -> str:
        line = next((number for number, line in enumerate(text.splitlines(), 1) if line.strip().startswith(f"{key}:")), 1)
        return f"{file.name}:{line}"

    site_url = str(settings.get("site_url") or "")
    if urlsplit(site_url).hostname in (None, *LOCAL):
        yield f"{place('site_url')}: site_url is {site_url!r}: say where the site is published, make release SITE_URL=https://…"
    plugins = [one if isinstance(one, dict) else {one: {}} for one in settings.get("plugins", ())]
    if any((one.get("register") or {}).get("example") for one in plugins):
        yield f"{place('example')}: the register is an example: put the body's own export in its place and take the line out"
