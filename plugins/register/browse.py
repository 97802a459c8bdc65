"""The register without a script: every organisation by name, every certificate by number, in pages of a bounded size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape
from itertools import count

from plugins.register.frame import Frame
from plugins.register.normal import code
from plugins.register.organisations import Page, places
from plugins.register.record import section

NUMBERS = 200
"""Certificate numbers on a page."""
LINKS = 100
"""Pages that a list of pages names; longer lists are cut into lists of their own."""

Written = Iterator[tuple[str, str]]
"""Paths below the language's folder, and pages."""


def browse(pages: Sequence[Page], frame: Frame, day: date) -> Written:
    """All static pages of one language."""
    say, words = frame.language.say, frame.language.words
    kinds = (("organisations", words["register.by_name"]), ("numbers", words["register.by_number"]))
    links = {kind: [(f"../{other}/", name) for other, name in kinds if other != kind] for kind, _ in kinds}
    spans = []
    for number, page in enumerate(pages, 1):
        ids = count(1)
        content = "".join(section(one, frame.language, day, ids, place) for place, one in enumerate(page, 1))
        spans.append((page[0].name, page[-1].name))
        path, title = f"register/organisations/{number}.html", _span(*spans[-1])
        yield path, frame.page(path, title, content, _around(number, len(pages), frame))
    yield from _contents("organisations", kinds[0][1], spans, frame, links["organisations"])
    standing = places(pages)
    listed = sorted((code(one.number), one, organisation.name) for page in pages for organisation in page for one in organisation.certificates)
    chunks = [listed[start : start + NUMBERS] for start in range(0, len(listed), NUMBERS)]
    for number, chunk in enumerate(chunks, 1):
        rows = "".join(
            f'<li><a href="../{standing[one.number].address}">{escape(one.number)}</a> '
            f"{escape(name)} · {escape(one.standard)} · {say(f'status.{one.status_on(day)}')}</li>"
            for _, one, name in chunk
        )
        path, title = f"register/numbers/{number}.html", _span(chunk[0][1].number, chunk[-1][1].number)
        yield path, frame.page(path, title, f"<ul>{rows}</ul>", _around(number, len(chunks), frame))
    yield from _contents("numbers", kinds[1][1], [(chunk[0][1].number, chunk[-1][1].number) for chunk in chunks], frame, links["numbers"])


def _contents(kind: str, title: str, spans: Sequence[tuple[str, str]], frame: Frame, links: list[tuple[str, str]]) -> Written:
    """The list of the pages of one kind; where it is long, a list of lists."""
    ways = [(f"{number}.html", span) for number, span in enumerate(spans, 1)]
    if len(ways) > LINKS:
        parts = [ways[start : start + LINKS] for start in range(0, len(ways), LINKS)]
        for number, part in enumerate(parts, 1):
            path = f"register/{kind}/list-{number}.html"
            yield path, frame.page(path, _span(part[0][1][0], part[-1][1][1]), _links(part), [("./", title)])
        ways = [(f"list-{number}.html", (part[0][1][0], part[-1][1][1])) for number, part in enumerate(parts, 1)]
    path = f"register/{kind}/index.html"
    yield path, frame.page(path, title, _links(ways), links)


def _links(ways: Sequence[tuple[str, tuple[str, str]]]) -> str:
    items = (f'<li><a href="{address}">{escape(_span(*span))}</a></li>' for address, span in ways)
    return f"<ul>{''.join(items)}</ul>"


def _around(number: int, last: int, frame: Frame) -> Iterator[tuple[str, str]]:
    if number > 1:
        yield f"{number - 1}.html", frame.language.words["register.previous"]
    yield "./", frame.language.words["register.contents"]
    if number < last:
        yield f"{number + 1}.html", frame.language.words["register.next"]


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first} – {last}"
