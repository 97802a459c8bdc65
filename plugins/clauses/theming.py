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
from plugins.clauses.panel import with_panels
from plugins.clauses.told import Record, Told, tell

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
    """The pages of clauses of one language, by name; `most` other processes help.

    Their panels are made in every build: to keep them for the next would slow each build from nothing.
    """

    def __init__(self, extension: ClausesExtension, names: Sequence[str], site: Site, most: int) -> None:
        self._extension, self._site = extension, site
        self._documentation = site.files.documentation_pages()
        self._told = Told()
        self._came: tuple[Page, Themed] | None = None
        self._ahead = Ahead(names, self._apart, most, stretch=STRETCH)
        site.env.template_class = lent(self._answer)

    def content(self, page: Page) -> str:
        """The HTML of the extension's page with its panels; to be called once, when MkDocs puts it into the theme."""
        self._current, self._came = page, None
        if themed := self._ahead.take(page.file.src_uri):
            self._came = page, themed
            return themed.html[themed.start : themed.end]
        self._content = with_panels(page.content, self._extension)
        return self._content

    def _answer(self, template: str | None, page: object) -> str | None:
        """What another process has made of the page with this template."""
        if self._came is None or self._came[0] is not page or self._came[1].template != template:
            return None
        tell(self._came[1].told)
        return self._came[1].html

    def _apart(self, name: str) -> Themed:
        """In another process: the page in the theme."""
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
        page.content, start = "", html.index(self._content)  # a theme that changes the content is left to MkDocs
        return Themed(template.name, html, start, start + len(self._content), self._told.records)

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
