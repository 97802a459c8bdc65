"""How facts, gaps and clauses are shown to a reader: as elements whose text no Markdown touches any more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from babel import Locale
from babel.numbers import format_currency
from calculators.messages import Words
from markdown.util import AtomicString

from plugins.clauses.facts import written
from plugins.clauses.links import link
from plugins.clauses.registry import Page, Registry
from plugins.disclosure.gaps import Gap
from plugins.disclosure.located import Path
from plugins.disclosure.marks import MarkedPage
from plugins.disclosure.profile import Profile, as_date
from plugins.disclosure.schema import Schema, is_words, of, resolved

NOT_HERE = {"ISO17021-1": "ISO/IEC 17021-1"}  # what this site cites by number only
LOCALES = {"en": "en_GB"}

Content = Element | str


def element(tag: str, *content: Content, **attributes: str) -> Element:
    """An element; every text in a span, where neither inline Markdown nor attribute lists look for themselves."""
    made = Element(tag, {name.rstrip("_"): value for name, value in attributes.items()})
    for one in content:
        if isinstance(one, str):
            SubElement(made, "span").text = AtomicString(one.replace("&", "&amp;"))  # Markdown would let an entity through
        else:
            made.append(one)
    return made


@dataclass(frozen=True)
class View:
    """What one page knows of the body."""

    profile: Profile
    gaps: list[Gap]
    pages: list[MarkedPage]
    registry: Registry
    page: Page

    @property
    def language(self) -> str:
        """The language of the page."""
        return self.page.language

    def say(self, key: str, **values: object) -> str:
        """A word of the interface."""
        return Words(self.language).text(f"disclosure.{key}", values)

    def title(self, path: Path) -> str:
        """How readers call a field."""
        return self.say(f"field.{'.'.join(part for part in path if isinstance(part, str))}")

    def fact(self, path: Path) -> Element:
        """A field as it stands in the text."""
        part = of(path) or {}
        return self.shown(part, self.profile.value(path), tuple(part.get("x-clause", ())))

    def shown(self, part: Schema, value: Any, clauses: tuple[str, ...]) -> Element:
        """A value as its field asks for it; the mark of a gap where there is none."""
        part = resolved(part)
        clauses = tuple(part.get("x-clause", clauses))
        if is_words(part) and isinstance(value, dict):
            value = value.get(self.language)
        if value is None:
            return element("span", "—") if part.get("x-optional") else self.missing(clauses)
        if isinstance(value, list):
            return self.listed(part, value, clauses)
        if isinstance(value, dict):
            held = [self.shown(inner, value[name], clauses) for name, inner in part["properties"].items() if value.get(name)]
            return element("span", *between(held, " · ")) if held else self.missing(clauses)
        if part.get("format") == "date" and (day := as_date(value)):
            return element("time", self.day(day), datetime=value)
        if "https?" in part.get("pattern", ""):
            return element("a", value, href=value)
        if "@" in part.get("pattern", ""):
            return element("a", value, href=f"mailto:{value}")
        return element("span", str(value))

    def listed(self, part: Schema, value: list[Any], clauses: tuple[str, ...]) -> Element:
        """A list within a line."""
        if not value:
            return element("span", self.say("none"))
        return element("span", *between([self.shown(part["items"], one, clauses) for one in value], self.say("comma")))

    def missing(self, clauses: tuple[str, ...]) -> Element:
        """What stands where the body has not said it yet, with the clauses that ask for it."""
        return element("span", self.say("unpublished"), *self.clauses(clauses), class_="unpublished")

    def clauses(self, clauses: tuple[str, ...]) -> list[Content]:
        """Links to clauses, in parentheses."""
        return [self.say("open"), *between([self.clause(one, short=True) for one in clauses], self.say("comma")), self.say("close")]

    def clause(self, clause: str, *, short: bool = False) -> Element:
        """The link to a clause; of a document that this site does not publish, its name."""
        target = self.registry.written(self.page, clause)
        if target:
            label = self.registry.label_within if short else self.registry.label
            return link(self.registry, self.page, target, label(self.language, target))
        work, _, number = clause.partition(":")
        number, _, item = number.partition("-")
        return element("span", f"{NOT_HERE.get(work, work)}, {number}{f' {item}' if item else ''}")

    def to(self, file: str, anchor: str, text: str) -> Element:
        """A link to a page of this language; MkDocs makes it relative and checks it."""
        up = "../" * self.page.inside.count("/")
        made = element("a", text, href=f"{up}{file.partition('/')[2]}" + (f"#{anchor}" if anchor else ""))
        return made

    def day(self, day: date) -> str:
        """A day as this language writes it."""
        return written(day, self.language)

    def money(self, amount: Any, currency: str) -> str:
        """An amount as this language writes it."""
        return format_currency(Decimal(amount), currency, locale=LOCALES.get(self.language, self.language))

    def name_of(self, language: str) -> str:
        """What this language calls a language."""
        return Locale.parse(language).get_display_name(self.language) or language


def between(parts: list[Element], sign: str) -> list[Content]:
    """The parts with a sign between them."""
    return [one for at, part in enumerate(parts) for one in ((sign, part) if at else (part,))]


def table(heads: list[str], rows: list[list[Content]]) -> Element:
    """A table; the first cell of a row is its name."""
    head = element("thead", element("tr", *(element("th", one, scope="col") for one in heads)))
    body = element("tbody", *(element("tr", *(element("td", cell) for cell in row)) for row in rows))
    return element("table", head, body)
