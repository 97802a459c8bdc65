"""The frame of the static pages: small, without the theme, in the site's colours, out of every search index."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from plugins.register.language import Language


@dataclass(frozen=True)
class Frame:
    """What stands around a page in `register/KIND/` of one language."""

    language: Language
    languages: tuple[Language, ...]
    """The default one first."""
    style: str
    """The path of the style sheet below the site's root."""
    palette: str
    """The path of the script that makes a page light or dark."""
    note: str
    """What every page says of its data: the day, and whether they are an example. HTML."""

    def page(self, path: str, title: str, content: str, links: Iterable[tuple[str, str]] = ()) -> str:
        """A whole page; `path` is its own below the language's folder, `links` lead on from it."""
        folder = self.language.folder
        up = "../" * f"{folder}{path}".count("/")
        home = "../" * path.count("/")
        named = {one.code: f"{up}{one.folder}{path.removesuffix('index.html')}" for one in self.languages}
        alternates = "".join(f'<link rel="alternate" hreflang="{code}" href="{address}">' for code, address in self._with_default(named))
        others = "".join(
            f'<a href="{named[one.code]}" hreflang="{one.code}" lang="{one.code}">{escape(one.name)}</a>'
            for one in self.languages
            if one != self.language
        )
        ways = "".join(f'<a href="{address}">{escape(words)}</a>' for address, words in links)
        return (
            f'<!doctype html>\n<html lang="{self.language.code}" class="register-paper"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">'
            f'<title>{escape(title)} · {escape(self.language.site_name)}</title>{alternates}'
            f'<link rel="icon" href="{up}assets/mark.svg" type="image/svg+xml"><link rel="stylesheet" href="{up}{self.style}"><script src="{up}{self.palette}"></script></head>'
            f'<body class="register-page"><header><nav><a href="{home}">{escape(self.language.site_name)}</a>'
            f'<a href="{home}register/">{self.language.say("title")}</a></nav><nav aria-label="{self.language.say("languages")}">{others}</nav></header>'
            f'<main><article><h1>{escape(title)}</h1>{self.note}{content}</article></main>'
            f'<footer><nav aria-label="{self.language.say("ways")}">{ways}</nav></footer></body></html>\n'
        )

    def _with_default(self, named: dict[str, str]) -> Iterable[tuple[str, str]]:
        yield from named.items()
        if len(named) > 1:
            yield "x-default", named[self.languages[0].code]
