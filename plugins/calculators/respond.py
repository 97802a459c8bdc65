"""What the worker asks of Python: one message in, one reply out, both JSON text."""

from __future__ import annotations

import json
from functools import lru_cache

import calculators
from calculators.messages import Words, give
from calculators.numbers import read
from calculators.requests import read_json

from .answer import sections, summary
from .markup import escape
from .pasted import expanded, told
from .readings import every_move, moves
from .sectors_found import sectors_html


class Page:
    """The page that an answer stands in: its language, its words, and where the clauses are.

    `links` maps clause addresses to a path below the language's first page and a label; `base` leads there from this page.
    `request` is what was asked, as it was written.
    """

    def __init__(self, language: str, words: dict[str, str], links: dict[str, list[str]], base: str) -> None:
        self.language, self.words, self.links, self.base = language, words, links, base
        self.request: dict = {}
        self._clauses: dict[str, str] = {}

    def text(self, key: str) -> str:
        return self.words[key]

    def html(self, key: str) -> str:
        return escape(self.words[key])

    def number(self, written: str) -> str:
        """An exact number as this language writes it."""
        number = read(written)
        return written if number is None else Words(self.language).show(number)

    def label(self, address: str) -> str:
        """What readers call a clause."""
        return self.links.get(address, (None, address))[1]

    def clause(self, address: str) -> str:
        """A link to a clause, `CC105:2020/3.9`; plain text where the clause is not published here."""
        html = self._clauses.get(address)
        if html is None:
            path, label = self.links.get(address, (None, address))
            html = f"<span>{escape(label)}</span>" if path is None else f'<a href="{escape(self.base + path)}">{escape(label)}</a>'
            self._clauses[address] = html
        return html


def respond(message: str, page: str) -> str:
    """The reply to `{"name", "text", "language", "base"}`: the `sections` of the answer and its `summary`, or `errors`.

    With `business` beside them, the reply is the `html` of what the tables of sectors say of it; with `reading`, that of
    what the other values of that reading would move (`*`: the whole answer with that of every reading in it). With
    `wanted`, the `answer` itself, a `record` (for its `organization` and `date`) or a `file` (csv, xlsx, ics) comes besides.
    `page` is the JSON text that the build writes for each language, `runtime/language_page.py`.
    """
    asked = json.loads(message)
    name, language, reading = asked["name"], asked["language"], asked.get("reading")
    words, links, headings = _page(page)
    place = Page(language, words, links, asked["base"])
    if "business" in asked:
        return _reply(html=sectors_html(name, asked["business"], json.loads(asked["text"]), place))
    request, wrong = read_json(asked["text"])
    request, rows = expanded(name, request, language, headings)
    request = _named(request, words)
    answer = calculators.calculate_read(name, request, wrong, language)
    if "errors" in answer:
        return _reply(errors=told(name, answer["errors"], rows, words, language))
    if reading and reading != "*":
        return _reply(html=moves(name, request, answer, reading, place))
    place.request = request
    moved = every_move(name, request, answer, place) if reading else None
    said = {"sections": sections(name, answer, place, moved), "summary": summary(name, answer, place)}
    return _reply(**said, **_wanted(asked, name, answer, place))


def _named(request: object, words: dict[str, str]) -> object:
    """A central function without a name is called by this language's word, where no site is."""
    central, sites = (request.get("central"), request.get("sites")) if isinstance(request, dict) else (None, None)
    if not isinstance(central, dict) or "id" in central:
        return request
    name = words["page.central"]
    taken = isinstance(sites, list) and any(isinstance(site, dict) and str(site.get("id")).strip() == name for site in sites)
    return request if taken else {**request, "central": {"id": name, **central}}


def _reply(**parts: object) -> str:
    return json.dumps(parts, ensure_ascii=False)


def _wanted(asked: dict, name: str, answer: dict, page: Page) -> dict[str, object]:
    """What a message wants besides: the `answer` itself, the `record` on paper, or a `file`."""
    wanted = asked.get("wanted")
    if wanted == "answer":
        return {"answer": answer}
    if wanted == "record":
        from .record import record_html

        return {"record": record_html(name, answer, page, str(asked.get("organization", "")), str(asked.get("date", "")))}
    if wanted:
        from .files.offered import file

        return {"file": file(wanted, name, answer, page)}
    return {}


@lru_cache(maxsize=4)  # one per language
def _page(text: str) -> tuple[dict[str, str], dict[str, list[str]], dict[str, str]]:
    page = json.loads(text)
    give(page["language"], page["sentences"])
    return page["words"], page["links"], page["headings"]
