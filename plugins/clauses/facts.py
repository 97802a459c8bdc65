"""A document's edition and dates in its reader's words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from babel.dates import format_date

from plugins.clauses.clause import Document

Words = Mapping[str, str]
REGION = {"en": "en_GB"}  # 6 November 2020, as the texts write it
PATTERN = {"zh": "y 年 M 月 d 日"}  # with the spaces that the texts have


@lru_cache(maxsize=1024)
def written(day: date, language: str) -> str:
    """A date as the language writes it."""
    return format_date(day, PATTERN.get(language, "long"), locale=REGION.get(language, language))


def dates(document: Document, words: Words) -> list[str]:
    """From when and until when it binds, as far as the source says so."""
    said = bounds(document, words, "clauses.from", "clauses.until")
    return [*said, words["clauses.no_end"]] if document.in_force_from and not document.in_force_until else said


def bounds(document: Document, words: Words, first: str, last: str) -> list[str]:
    """The first and the last day in the words of these two messages."""
    days = ((first, document.in_force_from), (last, document.in_force_until))
    return [words[key].format(date=written(day, document.language)) for key, day in days if day]


def facts(document: Document, day: date, words: Words) -> str:
    """What stands behind the clause in the line that cites it: edition, dates, and the day of the text."""
    return words["clauses.semicolon"].join(
        [
            words["clauses.edition"].format(edition=document.edition),
            *bounds(document, words, "clauses.cited_from", "clauses.cited_until"),
            words["clauses.text_of"].format(date=written(day, document.language)),
        ]
    )


def citation(document: Document, clause: str, known: str, words: Words) -> str:
    """The line by which a reader cites a clause: document, clause, and the `facts` known of it."""
    return words["clauses.citation"].format(code=document.code, title=document.title, clause=clause, facts=known)
