"""Every address in the finished HTML leads to a file and to a place in it, and nothing is fetched from elsewhere."""

import posixpath
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from tests.site.conftest import Pages

_FETCHED = ("script", "img", "iframe", "source", "audio", "video", "embed", "object", "use", "image")


def test_every_link_leads_to_a_page_and_a_place_in_it(site: Path, pages: Pages, address: str) -> None:
    places = {path: {element.get("id") for element in page.iter() if element.get("id")} for path, page in pages.items()}
    broken = []
    for path, page in pages.items():
        for link in _addresses(page):
            target = urlsplit(urljoin(address + path, link))
            if not target.geturl().startswith(address):
                continue
            file = _file(site, unquote(target.path))
            if file is None:
                broken.append(f"{path}: {link}: no such file")
            elif target.fragment and file in places and unquote(target.fragment) not in places[file]:
                broken.append(f"{path}: {link}: no such place in {file}")
    assert not broken, f"{len(broken)} broken links:\n" + "\n".join(broken[:40])


def test_nothing_is_loaded_from_another_origin(site: Path, pages: Pages, address: str) -> None:
    foreign = [
        f"{path}: <{element.tag} {link}>"
        for path, page in pages.items()
        for element, attribute, link, _ in page.iterlinks()
        if element.tag in _FETCHED or (element.tag == "link" and "alternate" not in element.get("rel", "").split())
        if urlsplit(link).scheme in ("http", "https") and not link.startswith(address)
    ]
    foreign += [
        f"{style.relative_to(site)}: loads by an absolute address"
        for style in site.rglob("*.css")
        if any(text in style.read_text() for text in ("url(http", "url('http", 'url("http', "url(//", "@import"))
    ]
    assert not foreign, "\n".join(foreign)


def test_links_inside_the_site_do_not_know_where_it_is(pages: Pages, address: str) -> None:
    """From any folder and without a server name: only what search engines read is absolute."""
    absolute = [
        f"{path}: {element.tag} {link}"
        for path, page in pages.items()
        if not path.endswith("404.html")  # shown at any depth: its addresses have to begin at the root
        for element, attribute, link, _ in page.iterlinks()
        if element.get("rel") != "canonical" and (link.startswith(address) or link.startswith("/"))
    ]
    assert not absolute, "\n".join(absolute[:20])


def _addresses(page) -> Iterator[str]:
    for _, attribute, link, _ in page.iterlinks():
        if attribute in ("href", "src") and urlsplit(link).scheme in ("", "http", "https"):
            yield link


def _file(site: Path, path: str) -> str | None:
    inside = posixpath.normpath(path).lstrip("/.")
    if path.endswith("/") or inside == "":
        inside = posixpath.join(inside, "index.html")
    return inside if (site / inside).is_file() else None
