"""The lists and tables that pages ask for: `{{body.fees}}`, `{{documents GZ021}}`, `{{matrix}}` in a paragraph of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any
from xml.etree.ElementTree import Element

from plugins.clauses.clause import Document
from plugins.clauses.prose import plain
from plugins.disclosure.estimate import estimate
from plugins.disclosure.gaps import Gap
from plugins.disclosure.matrix import GAP, NOT_APPLICABLE, Row, matrix
from plugins.disclosure.schema import of, resolved
from plugins.disclosure.view import Content, View, between, element, table

ENDS = ";；.。"  # of items, which stand alone here
Block = Callable[[View, tuple[str, ...]], Element]


def entries(name: str) -> Block:
    """A table with one row for each entry of a list of the profile."""

    def made(view: View, _: tuple[str, ...]) -> Element:
        part, value = of((name,)), view.profile.value((name,))
        if value is None:
            return element("p", view.missing(tuple(part["x-clause"])))
        if not value:
            return element("p", view.say("none"))
        fields = resolved(part["items"])["properties"]
        shown = [one for one in fields if not fields[one].get("x-optional") or any(entry.get(one) for entry in value)]
        clauses = tuple(part["x-clause"])
        rows: list[list[Content]] = [[view.shown(fields[one], entry.get(one), clauses) for one in shown] for entry in value]
        return table([view.title((name, one)) for one in shown], rows)

    return made


def fees(view: View, _: tuple[str, ...]) -> Element:
    """What each thing costs, since when, and what else a payer has to know."""
    asked: dict[str, Any] = view.profile.value(("fees",)) or {}
    currency, clauses = asked.get("currency"), ("GZ021:5.1.1-5",)
    rows: list[list[Content]] = [
        [view.title(("fees", name)), view.money(asked[name], currency) if currency and asked.get(name) is not None else view.missing(clauses)]
        for name in ("application", "audit_day", "decision", "annual")
    ]
    rows += [[view.title(("fees", name)), view.fact(("fees", name))] for name in ("currency", "from")]
    if asked.get("note"):
        rows.append([view.title(("fees", "note")), view.fact(("fees", "note"))])
    return table([view.say("column.item"), view.say("column.amount")], rows)


def contacts(view: View, _: tuple[str, ...]) -> Element:
    """Where to turn with what."""
    names = of(("contacts",))["properties"]
    rows: list[list[Content]] = [[view.title(("contacts", name)), view.fact(("contacts", name))] for name in names]
    return table([view.say("column.matter"), view.say("column.ways")], rows)


def languages(view: View, _: tuple[str, ...]) -> Element:
    """The languages in which the body works."""
    named = view.profile.value(("languages",))
    if named is None:
        return element("p", view.missing(tuple(of(("languages",))["x-clause"])))
    return element("p", view.say("comma").join(map(view.name_of, named)) or view.say("none"))


def documents(view: View, asked: tuple[str, ...]) -> Element:
    """Documents that this site publishes, by their works, with edition and status; those of the body or of others."""
    rows: list[list[Content]] = []
    for work in asked:
        for one in (found for found in view.registry.documents.values() if (found.language, found.work) == (view.language, work)):
            named = element("span", view.to(one.file, "", one.code), element("br"), one.title, element("br"), one.publisher)
            since = view.day(one.in_force_from) if one.in_force_from else "—"
            rows.append([named, one.edition, since, view.say(f"status.{status(one, view.registry.day)}")])
    return table([view.say(f"column.{name}") for name in ("document", "edition", "in_force", "status")], rows)


def status(document: Document, day: date) -> str:
    """Whether an edition is in force; of one that states no day, nothing is said."""
    if document.in_force_until and day > document.in_force_until:
        return "earlier"
    if document.in_force_from is None:
        return "undated"
    return "later" if day < document.in_force_from else "in_force"


def whole_matrix(view: View, _: tuple[str, ...]) -> Element:
    """Requirement, place, state."""
    rows = matrix(view.profile, view.gaps, view.pages, view.language)
    cells: list[list[Content]] = [[requirement(view, row), places(view, row), state(view, row)] for row in rows]
    return element("div", table([view.say(f"column.{name}") for name in ("requirement", "page", "state")], cells), class_="disclosure-matrix")


def requirement(view: View, row: Row) -> Element:
    """The clause and what it asks for; of a document that this site does not publish, in the words of the catalogue."""
    clause = row.requirement.clause
    target = view.registry.written(view.page, clause)
    found = view.registry.clause(view.language, target) if target else None
    said = plain(found.text).rstrip(ENDS if found.kind == "bullet" else "") if found else view.say(f"iso.{clause.partition(':')[2]}")
    return element("span", view.clause(clause), element("br"), said)


def places(view: View, row: Row) -> Element:
    """The headings that answer a requirement."""
    parts = [view.to(mark.file, mark.anchor, plain(mark.title)) for mark in row.marks]
    return element("span", *between(parts, view.say("comma"))) if parts else element("span", "—")


def state(view: View, row: Row) -> Element:
    """Published, or what is still missing, or why it does not apply."""
    said = element("strong", view.say(f"state.{row.state}"), class_=f"disclosure-{row.state}")
    if row.state == NOT_APPLICABLE and row.requirement.not_applicable:
        return element("span", said, element("br"), row.requirement.not_applicable.get(view.language) or "")
    if row.state == GAP and row.gaps:
        return element("span", said, *(part for line in lacking(view, row.gaps) for part in (element("br"), line)))
    return said


def lacking(view: View, gaps: Iterable[Gap]) -> Iterator[str]:
    """What is still missing, a line for each part of the profile."""
    parts: dict[str, dict[str, None]] = {}
    for gap in gaps:
        fields = parts.setdefault(view.title(gap.path[:1]), {})
        if len(gap.path) > 1:
            title = view.title(gap.path)
            fields[title[0].lower() + title[1:]] = None
    for part, fields in parts.items():
        yield view.say("state.lacks", part=part, fields=view.say("comma").join(fields)) if fields else part


BLOCKS: dict[str, Block] = {
    **{f"body.{name}": entries(name) for name in ("approvals", "scope", "marks", "transitions", "offices")},
    "body.fees": fees,
    "body.contacts": contacts,
    "body.languages": languages,
    "documents": documents,
    "estimate": estimate,
    "matrix": whole_matrix,
}
