"""The finished site as files and as parsed pages."""

from pathlib import Path

import pytest
from lxml import html

from tests.built import built, port

Pages = dict[str, html.HtmlElement]
"""The parsed pages by their paths below the site's root."""


@pytest.fixture(scope="session")
def address() -> str:
    return f"http://127.0.0.1:{port()}/"


@pytest.fixture(scope="session")
def site(address: str) -> Path:
    return built(address)


@pytest.fixture(scope="session")
def pages(site: Path) -> Pages:
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    paths = (page for page in sorted(site.rglob("*.html")) if page.relative_to(site).parts[0] != "id")  # lasting addresses are none
    return {page.relative_to(site).as_posix(): html.parse(page, parser).getroot() for page in paths}
