"""Pages of clauses in the theme, with their panels: this process goes from the first page on, others come towards it from the last.

They do as MkDocs does, the plugins' words on the page's context among it, up to the template's answer; the template that MkDocs is
lent here gives that answer where it is there. In this process every event of a page comes as ever.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from jinja2 import Environment, Template
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from plugins.clauses.ahead import Ahead
from plugins.clauses.extension import ClausesExtension
from plugins.clauses.kept import Kept, digest, packed, unpacked
from plugins.clauses.panel import made_later, waiting, with_panels
from plugins.clauses.told import Record, Told, tell

PANELS = "#panels"
STRETCH = 64  # pages: about half of them wait, all of their HTML, until MkDocs has come to them


class Site(NamedTuple):
    """What MkDocs builds the pages of a language with, when all of them are rendered."""

    env: Environment
    config: MkDocsConfig
    files: Files
    nav: Navigation


class Themed(NamedTuple):
    """A page in the theme: its content stands in `html` from `start` to `end`."""

    template: str
    html: str
    start: int
    end: int
    told: list[Record]


class Theming:
    """The pages of clauses of one language, by name; with `kept`, the panels that are made here are there for the next build.

    `shown` gives a digest of all that a page may show beside its own words; `most` other processes help.
    """

    def __init__(
        self, kept: Kept | None, extension: ClausesExtension, shown: Callable[[str], bytes], names: Sequence[str], site: Site, most: int
    ) -> None:
        self._kept, self._extension, self._shown, self._site = kept, extension, shown, site
        self._documentation = site.files.documentation_pages()
        self._told = Told()
        self._came: tuple[Page, Themed] | None = None
        self._known = {name: self._last(site.files.src_uris[name].page) for name in names if kept and kept.has(name + PANELS)}
        self._ahead = Ahead(names, self._apart, most, stretch=STRETCH)
        site.env.template_class = lent(self._answer)

    def _last(self, page: Page) -> tuple[bytes, bytes | None]:
        """A digest of all that the page's panels are made of, and what the last build has made of it."""
        made_from = digest(self._shown(page.file.src_uri), *waiting(page.content))
        return made_from, self._kept and self._kept.get(page.file.src_uri + PANELS, made_from)

    def content(self, page: Page) -> str:
        """The HTML of the extension's page with its panels; to be called once, when MkDocs puts it into the theme."""
        name, self._current, self._came = page.file.src_uri, page, None
        known = self._known.pop(name, None)
        if made := self._ahead.take(name):
            new, themed = made
            self._came = page, themed
            content = themed.html[themed.start : themed.end]
        else:
            made_from, value = known or self._last(page)
            panels = unpacked(value)[0] if value else made_later(waiting(page.content), self._extension)
            new = (made_from, packed(panels)) if self._kept and not value else None
            content = with_panels(page.content, panels)
        if self._kept and new:
            self._kept.put(name + PANELS, *new)
        self._own = content, new
        return content

    def _answer(self, template: str | None, page: object) -> str | None:
        """What another process has made of the page with this template."""
        if self._came is None or self._came[0] is not page or self._came[1].template != template:
            return None
        tell(self._came[1].told)
        return self._came[1].html

    def _apart(self, name: str) -> tuple[tuple[bytes, bytes] | None, Themed]:
        """In another process: the panels, if they are new, with what they are made of, and the page in the theme."""
        self._told.alone()
        self._current.active = False  # the build was there when it split
        env, config, files, nav = self._site
        page = files.src_uris[name].page
        page.active = True
        try:
            context = get_context(nav, self._documentation, config, page)
            template = env.get_template(page.meta.get("template", "main.html"))
            context = config.plugins.on_page_context(context, page=page, config=config, nav=nav)
            with self._told:
                html = template.render(context)
        finally:
            page.active = False
        content, new = self._own
        page.content, start = "", html.index(content)  # a theme that changes the content is left to MkDocs
        return new, Themed(template.name, html, start, start + len(content), self._told.records)

    def end(self) -> None:
        """No page is to come."""
        self._ahead.end()


def lent(answer: Callable[[str | None, object], str | None]) -> type[Template]:
    """Templates that ask first, by their name and the page, whether the answer is there."""

    class Lent(Template):
        def render(self, *said: Any, **more: Any) -> str:
            """What the template makes of a context."""
            found = answer(self.name, dict(*said, **more).get("page"))
            return super().render(*said, **more) if found is None else found

    return Lent
