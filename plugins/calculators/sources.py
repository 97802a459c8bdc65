"""Where the documents speak of what a form asks for: the term that they use, and the clauses, one tap away from its label."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path

import yaml

from plugins.terms.concept import Concept
from plugins.terms.term_base import read

HERE = Path(__file__).parent
TERM_BASE = HERE.parents[1] / "locales" / "terms.yml"


class SourceError(ValueError):
    """A field's source names a term or a clause that is not there."""


@dataclass(frozen=True)
class Source:
    """The concept that a field asks for, if the term base has it, and the clauses that speak of it, the concept's own first."""

    concept: Concept | None
    clauses: tuple[str, ...]


@cache
def sources() -> Mapping[str, Source]:
    """By the end of a field's place in a request; a SourceError names each term that the term base does not have."""
    asked = yaml.safe_load((HERE / "sources.yml").read_text(encoding="utf-8"))
    concepts = {concept.id: concept for concept in read(TERM_BASE.read_text(encoding="utf-8"))}
    unknown = [f"{key}: {each['term']}" for key, each in asked.items() if each.get("term", next(iter(concepts))) not in concepts]
    if unknown:
        raise SourceError(f"sources.yml names terms that locales/terms.yml does not have: {', '.join(unknown)}")
    return {key: _source(concepts.get(each.get("term")), each.get("clauses", ())) for key, each in asked.items()}


def source(calculator: str, path: str) -> Source | None:
    """That of the longest end of a path which has one.

    >>> source("programme", "sites[0].personnel[#].shift").concept.id
    'shift'
    """
    known = sources()
    return next((known[end] for end in _ends(calculator, path) if end in known), None)


@dataclass(frozen=True)
class Shown:
    """Draws sources for one page. `links` are the places of the clauses, `base` leads to the language's first page."""

    language: str
    links: Mapping[str, tuple[str, str]]
    base: str
    glossary: str
    title: str

    def html(self, calculator: str, path: str, label: str) -> str:
        """A disclosure beside a label; nothing where the documents have no word and no clause for it."""
        found = source(calculator, path)
        if not found:
            return ""
        term = found.concept and (
            f'<a href="{escape(self.base + self.glossary)}#{found.concept.anchor}">{escape(found.concept.terms[self.language].preferred)}</a>'
        )
        parts = " · ".join(part for part in (term, ", ".join(map(self._clause, found.clauses))) if part)
        named = escape(f"{self.title}: {label}")
        return f'<details class="calculator-source"><summary aria-label="{named}" title="{named}">§</summary><p>{parts}</p></details>'

    def _clause(self, address: str) -> str:
        if address not in self.links:
            raise SourceError(f"sources.yml names the clause {address}, which is not published in {self.language}")
        path, label = self.links[address]
        return f'<a href="{escape(self.base + path)}">{escape(label)}</a>'


Show = Callable[[str, str, str], str]
"""Calculator, path, label → the disclosure."""


def _source(concept: Concept | None, clauses: list[str]) -> Source:
    own = [concept.clause] if concept and concept.clause else []
    return Source(concept, tuple(dict.fromkeys((*own, *clauses))))


def _ends(calculator: str, path: str) -> Iterator[str]:
    names = [calculator, *re.sub(r"\[[^]]*\]", "", path).strip(".").split(".")]
    return (".".join(names[start:]) for start in range(len(names)))
