"""How one language writes what the register shows: its words, days and countries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from html import escape

from babel import Locale

from plugins.clauses.facts import written


@dataclass(frozen=True)
class Language:
    """One language of the site; `folder` is where its pages stand below the site's root, `name` what it is called."""

    code: str
    folder: str
    name: str
    site_name: str
    words: dict[str, str]

    def say(self, key: str, **values: object) -> str:
        """A sentence of `locales/*/register.po`, ready to stand in a page."""
        return escape(self.words[f"register.{key}"].format_map(values))

    def day(self, day: date) -> str:
        """A day as the language writes it, with the day for machines."""
        return _day(day, self.code)

    def country(self, code: str) -> str:
        """The name of a country."""
        return escape(self._countries.get(code, code))

    @cached_property
    def _countries(self) -> dict[str, str]:
        return dict(Locale(self.code).territories)


@cache
def _day(day: date, language: str) -> str:
    return f'<time datetime="{day}">{escape(written(day, language))}</time>'
