"""The Content-Security-Policy allows the scripts of the site and nothing else."""

import base64
import hashlib
from pathlib import Path

import pytest

from plugins.site.policy import read_headers
from tests.site.conftest import Pages


@pytest.fixture(scope="module")
def policy(site: Path) -> dict[str, list[str]]:
    text = read_headers((site / "_headers").read_text())["/*"]["Content-Security-Policy"]
    return {name: sources for name, *sources in (directive.split() for directive in text.split("; "))}


def test_no_source_is_unsafe_or_elsewhere(policy: dict[str, list[str]]) -> None:
    allowed = {"'self'", "'none'", "'wasm-unsafe-eval'", "data:"}
    for name, sources in policy.items():
        assert {source for source in sources if not source.startswith("'sha256-")} <= allowed, name


def test_every_inline_script_that_runs_is_allowed_by_its_hash(policy: dict[str, list[str]], pages: Pages) -> None:
    for path, page in pages.items():
        for script in page.iter("script"):
            if script.get("src") is None and script.get("type") in (None, "module", "text/javascript"):
                digest = base64.b64encode(hashlib.sha256((script.text or "").encode()).digest()).decode()
                assert f"'sha256-{digest}'" in policy["script-src"], (path, script.text)


def test_no_page_has_styles_or_handlers_that_the_policy_forbids(pages: Pages) -> None:
    for path, page in pages.items():
        assert page.find(".//style") is None, path
        for element in page.iter():
            forbidden = [name for name in element.attrib if name == "style" or name.startswith("on")]
            assert not forbidden, (path, element.tag, forbidden)
            assert not (element.get("href") or "").startswith("javascript:"), path
