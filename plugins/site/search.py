"""The search index: Pagefind over the finished pages, one index per language, hits that land on clauses.

Pagefind cuts a page at its headings. Most clauses have none, so what it is given is each page's article with a
heading put before every clause; the pages themselves stay as they are.
"""

import html
import json
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

_LANGUAGE = re.compile(r'<html lang="([^"]+)"')
_ARTICLE = re.compile(r"<article\b[^>]*>(.*)</article>", re.DOTALL)
_NO_INDEX = '<meta name="robots" content="noindex">'
_HEADING = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
_HEADERLINK = re.compile(r'<a\b[^>]*class="headerlink"[^>]*>.*?</a>', re.DOTALL)
_DOCUMENT = re.compile(r'<meta name="document" content="([^"]*)"')
# The start of a clause that is not a heading; a hyphen would make it an item or a note inside one.
_CLAUSE = re.compile(r'<(?!h[1-6]\b)\w+\b[^>]*\bid="(c-([^"-]+))"[^>]*>')
_NUMBER = re.compile(r'<(\w+)\b[^>]*class="clause-number"[^>]*>.*?</\1>', re.DOTALL)
_REFERENCE = re.compile(r'<a\b(?=[^>]*\bclass="clause-ref")')
_TEXT = re.compile(r">[^<]+<")
_DOT = re.compile(r"(?<=\d)\.(?=\d)")


def write_index(pages: Iterable[tuple[Path, str]], folder: Path) -> None:
    """Write Pagefind's index of pages, given by path below the site's root and HTML, into a folder of the site."""
    with TemporaryDirectory() as articles:
        for path, page in pages:
            if path.name != "404.html" and (content := searchable(page)):
                file = Path(articles, path)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(content, encoding="utf-8")
        # its command, not its service: that one is ended before its last file is whole when the machine is busy
        command = [sys.executable, "-m", "pagefind", "--site", articles, "--output-path", str(folder)]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"Pagefind could not index the site: {done.stdout}{done.stderr}")
    entry = folder / "pagefind-entry.json"  # whose languages come in a random order
    entry.write_text(json.dumps(json.loads(entry.read_text()), separators=(",", ":"), sort_keys=True))


def searchable(page: str) -> str | None:
    """What of a finished page goes into the index, or None for a page without an article or one that asks not to be indexed.

    >>> page = '<html lang="en"><article><h1>5 Audits</h1><div id="c-5.1"><p>5.1 Text</p></div></article>'
    >>> print(searchable(page))
    <html lang="en"><main data-pagefind-body data-pagefind-meta="title:5 Audits"><h1>5 Audits</h1><h6 id="c-5.1" data-pagefind-weight="10">5.1</h6><div id="c-5.1"><p>5.1 Text</p></div></main></html>
    """
    language, article = _LANGUAGE.search(page), _ARTICLE.search(page)
    if not language or not article or _NO_INDEX in page:
        return None
    content = _CLAUSE.sub(r'<h6 id="\1" data-pagefind-weight="10">\2</h6>\g<0>', _NUMBER.sub("", _HEADERLINK.sub("", article[1])))
    title = _title(page, content)
    content = _REFERENCE.sub('<a data-pagefind-weight="0.1"', content)  # a number is sought for its clause, not for who cites it
    content = _HEADING.sub(r"<h1>\1</h1>", content)  # with an id it would be a hit inside its own page
    if language[1] == "zh":  # whose words are cut at a dot: assets/search/pagefind.js asks in the same way
        content = _TEXT.sub(lambda text: _DOT.sub("\uA78F", text[0]), content)
    return (
        f'<html lang="{language[1]}"><main data-pagefind-body data-pagefind-meta="title:{title}">'
        f"{content}</main></html>"
    )


def _title(page: str, content: str) -> str:
    """The heading of the page and, where it is part of a document, the document's number."""
    heading = _HEADING.search(content)
    title = html.unescape(re.sub(r"<[^>]+>", "", heading[1])).strip() if heading else ""
    document = _DOCUMENT.search(page)
    return html.escape(" · ".join(filter(None, [title, document and html.unescape(document[1])])))
