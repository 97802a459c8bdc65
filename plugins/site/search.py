"""The search index: Pagefind over the finished pages, one index per language, hits that land on clauses.

Pagefind cuts a page at its headings. Most clauses have none, so what it is given is each page's article with a
heading put before every clause; the pages themselves stay as they are.
"""

import asyncio
import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pagefind.index import PagefindIndex

_LANGUAGE = re.compile(r'<html lang="([^"]+)"')
_ARTICLE = re.compile(r"<article\b[^>]*>(.*)</article>", re.DOTALL)
_HEADING = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
_HEADERLINK = re.compile(r'<a\b[^>]*class="headerlink"[^>]*>.*?</a>', re.DOTALL)
_DOCUMENT = re.compile(r'<meta name="document" content="([^"]*)"')
# The start of a clause that is not a heading; a hyphen would make it an item or a note inside one.
_CLAUSE = re.compile(r'<(?!h[1-6]\b)\w+\b[^>]*\bid="(c-([^"-]+))"[^>]*>')


@dataclass(frozen=True)
class Searchable:
    """A page as the index sees it: its address below the site's root, and HTML."""

    url: str
    content: str


def searchable(url: str, page: str) -> Searchable | None:
    """What of a finished page goes into the index, or None for a page without an article.

    >>> page = '<html lang="en"><article><h1>5 Audits</h1><div id="c-5.1"><p>5.1 Text</p></div></article>'
    >>> print(searchable("gz021/5/", page).content)
    <html lang="en"><main data-pagefind-body data-pagefind-meta="title:5 Audits"><h1>5 Audits</h1><h6 id="c-5.1">5.1</h6><div id="c-5.1"><p>5.1 Text</p></div></main></html>
    """
    language, article = _LANGUAGE.search(page), _ARTICLE.search(page)
    if not language or not article:
        return None
    content = _CLAUSE.sub(r'<h6 id="\1">\2</h6>\g<0>', _HEADERLINK.sub("", article[1]))
    return Searchable(
        url,
        f'<html lang="{language[1]}"><main data-pagefind-body data-pagefind-meta="title:{_title(page, content)}">'
        f"{content}</main></html>",
    )


def write_index(pages: Iterable[Searchable], folder: Path) -> None:
    """Write Pagefind's index of the pages, and its scripts, into a folder of the site."""
    asyncio.run(_write_index(pages, folder))


async def _write_index(pages: Iterable[Searchable], folder: Path) -> None:
    async with PagefindIndex({"output_path": str(folder)}) as index:
        for page in pages:
            await index.add_html_file(content=page.content, url=page.url)


def _title(page: str, content: str) -> str:
    """The heading of the page and, where it is part of a document, the document's number."""
    heading = _HEADING.search(content)
    title = html.unescape(re.sub(r"<[^>]+>", "", heading[1])).strip() if heading else ""
    document = _DOCUMENT.search(page)
    return html.escape(" · ".join(filter(None, [title, document and html.unescape(document[1])])))


def pages_of(site: Iterable[tuple[str, str]]) -> Iterator[Searchable]:
    """The searchable pages among (path below the root, HTML) of a finished site, in order of their paths."""
    for path, page in site:
        if path.rpartition("/")[2] != "404.html" and (found := searchable(path.removesuffix("index.html"), page)):
            yield found
