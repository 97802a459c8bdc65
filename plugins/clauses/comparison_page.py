"""The block ```` ```comparison ```` of a page: two documents or editions, clause by clause, as HTML.

    left: CC105:2015          the document, or the part of it to look at: GZ021:A1/5.4.3
    right: CC105:2020
    pairs: guide/concordance.md    a page whose tables say what answers to what; without it, the clauses' numbers do
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from html import escape

import yaml

from calculators.messages import Words
from plugins.clauses.clause import Address, Document
from plugins.clauses.comparison import Compared, Pair, by_number, by_table, compare, unpaired
from plugins.clauses.prose import plain
from plugins.clauses.registry import Registry

SIDE = re.compile(r"(?P<work>[A-Z][A-Z0-9]*)(?::(?P<edition>[^/\s]+))?(?:/(?P<clause>\S+))?")
STATUSES = ("same", "words", "figures", "left", "right")


class ComparisonError(ValueError):
    """A block that says something else than a comparison needs."""


def comparison(extension, body: str) -> str:
    """What the block of the page that is being rendered asks for."""
    page = extension.page
    try:
        return Comparison(extension, *asked(extension.registry, page.language, body)).html()
    except ComparisonError as error:
        raise extension.refuse(f"{page.file}: the block ```comparison: {error}") from None


def asked(registry: Registry, language: str, body: str) -> tuple[Document, Document, tuple[str, str], str]:
    """The two documents that a block names, the part of each to look at, and the page that pairs them."""
    try:
        told = yaml.safe_load(body)
    except yaml.YAMLError as error:
        raise ComparisonError(f"it is not YAML: {error}") from None
    if not isinstance(told, dict) or not {"left", "right"} <= set(told) <= {"left", "right", "pairs"} or not all(isinstance(one, str) for one in told.values()):
        raise ComparisonError(f"it needs 'left' and 'right' and may have 'pairs', each a text; it says {told!r}")
    documents, parts = [], []
    for side in ("left", "right"):
        match = SIDE.fullmatch(told[side])
        known = ", ".join(sorted(f"{work}:{edition}" for spoken, work, edition in registry.documents if spoken == language))
        document = match and registry.documents.get((language, match["work"], match["edition"] or registry.current(language, match["work"])))
        if not document:
            raise ComparisonError(f"{side}: no document {told[side]!r}; known are {known}")
        if match["clause"] and match["clause"] not in registry.clauses.get(document.key, ()):
            raise ComparisonError(f"{side}: {document.work}:{document.edition} has no clause {match['clause']}")
        documents.append(document)
        parts.append(match["clause"] or "")
    file = f"{language}/{told['pairs']}" if "pairs" in told else ""
    if file and file not in registry.pages:
        raise ComparisonError(f"pairs: no page {told['pairs']!r} below {language}/")
    return documents[0], documents[1], (parts[0], parts[1]), file


class Comparison:
    """One comparison in the words of its page's language."""

    def __init__(self, extension, left: Document, right: Document, parts: tuple[str, str], file: str) -> None:
        self._registry: Registry = extension.registry
        self._page = extension.page
        self._way: Callable[[str, str], str | None] = extension.address
        self._words = extension.words[self._page.language]
        self._show = Words(self._page.language).show
        self._documents, self._parts = (left, right), parts
        found = by_table(self._registry, self._registry.pages[file], left, right) if file else by_number(self._registry, left, right)
        self._pairs = [pair for pair in found if self._wanted(pair)]

    def html(self) -> str:
        """How many of each kind, with a choice of what to see; then the pairs; then what no pair names."""
        rows = list(compare(self._registry, self._page.language, self._pairs))
        counts = Counter(row.status for row in rows)
        kinds = [("all", self._say("all"), len(rows)), *((one, self._status(one), counts[one]) for one in STATUSES if counts[one])]
        choice = "".join(
            f'<label><input type="radio" name="comparison" value="{kind}" autocomplete="off"{" checked" * (kind == "all")}>{escape(label)} ({count})</label>'
            for kind, label, count in kinds
        )
        return (
            f'<p>{escape(self._say("compared_how"))}</p><div class="comparison" data-pagefind-ignore="all">'
            f'<fieldset class="comparison-choice"><legend>{escape(self._say("show"))}</legend>{choice}</fieldset>'
            f"{''.join(map(self._row, rows))}{''.join(self._rest())}</div>"
        )

    def _wanted(self, pair: Pair) -> bool:
        """Whether the pair is of the parts asked for."""
        sides = zip((pair.left, pair.right), self._parts)
        return all(not part or not side or any(re.match(rf"{re.escape(part)}(?![\w])", one.clause) for one in side) for side, part in sides)

    def _row(self, row: Compared) -> str:
        sides = [self._links(side) or "—" for side in (row.pair.left, row.pair.right)]
        figures = "".join(
            f'<p class="compared-figures">{escape(self._say("figures_only", code=document.code))} <strong>{"</strong>, <strong>".join(map(self._show, own))}</strong></p>'
            for document, own in zip(self._documents, row.figures)
            if own
        )
        subject = f"<p>{sentence(row.pair.subject)}</p>" if row.pair.subject else ""
        texts = "".join(
            f'<div><p class="compared-document">{escape(document.code)}</p>{stretches(side, tag)}</div>'
            for document, side, tag in zip(self._documents, (row.left, row.right), ("del", "ins"))
            if side
        )
        return (
            f'<section class="compared compared--{row.status}"><h2>{sides[0]} ↔ {sides[1]} <small>{escape(self._status(row.status))}</small></h2>'
            f'{subject}{figures}<details{" open" * row.marked}><summary>{escape(self._say("texts"))}</summary><div class="compared-texts">{texts}</div></details></section>'
        )

    def _rest(self) -> Iterator[str]:
        """What no pair names: of a part when a part is asked for."""
        for document, part in zip(self._documents, self._parts):
            left_out = [one for one in unpaired(self._registry, document, self._pairs) if re.match(rf"{re.escape(part)}(?![\w])" if part else "", one.clause)]
            if left_out and bool(part) == any(self._parts):
                yield f'<p class="compared-rest">{escape(self._say("unpaired", code=document.code))} {self._links(left_out)}</p>'

    def _links(self, addresses: Iterable[Address]) -> str:
        shown = []
        for address in addresses:
            file, anchor = self._registry.where(self._page.language, address)
            label = escape(self._registry.label_within(self._page.language, address))
            shown.append(f'<a href="{escape(self._way(file, anchor) or "")}">{label}</a>')
        return ", ".join(shown)

    def _status(self, status: str) -> str:
        document = {"left": self._documents[0], "right": self._documents[1]}.get(status)
        return self._say("only_in", code=document.code) if document else self._say(f"is_{status}")

    def _say(self, key: str, **fields: str) -> str:
        return self._words[f"clauses.{key}"].format(**fields)


def sentence(markdown: str) -> str:
    """A table's cell: its words, those in bold too.

    >>> sentence("**Travel**: [[3.9|never]] counts")
    '<strong>Travel</strong>: never counts'
    """
    bold, rest = re.fullmatch(r"(?:\*\*(.+?)\*\*)?(.*)", markdown).groups()  # type: ignore[union-attr]  # any line is such
    return (f"<strong>{escape(plain(bold))}</strong>" if bold else "") + escape(plain(rest))


def stretches(side: Iterable[tuple[bool, str]], tag: str) -> str:
    """A text with the words marked that stand on this side only, a paragraph for each of its lines."""
    made = "".join(f"<{tag}>{escape(words)}</{tag}>" if alone else escape(words) for alone, words in side)
    return "<p>" + re.sub(r"\s*\n\s*", lambda _: "<br>", made.strip()) + "</p>"
