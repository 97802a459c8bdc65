"""The site plugin: what stands around the clauses, tied to MkDocs' events.

MkDocs builds the default language; at its end mkdocs-static-i18n (priority -100) builds the other languages inside
it, with the same plugins and the same configuration. Events therefore run once per language.
"""

import logging
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data
from mkdocs_static_i18n.plugin import I18n

from plugins.clauses.facts import written

from . import offline
from .hashed import Sheet, name_by_content, one_sheet
from .navigation import expand
from .policy import rules, script_hashes, write_headers
from .search import write_index
from .tables import framed
from .templates import keep_compiled, list_quickly
from .watching import watch_pages
from .words import catalogue, gaps


class SitePlugin(BasePlugin):
    """Navigation, words, language links, error pages, search index and headers of the four-language site."""

    nav: Any = None
    serving = False
    error_page = ""
    words: dict[str, dict[str, str]]
    pages: list[Page]
    covers: dict[str, Page]
    renamed: dict[str, str]
    sheet: Sheet

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.serving = command == "serve"
        for name in ("mkdocs", "properdocs"):
            logging.getLogger(f"{name}.plugins.mkdocs_static_i18n").setLevel(logging.WARNING)
            logging.getLogger(f"{name}.plugins.mkdocs_static_i18n.reconfigure").addFilter(_answered_here)

    def on_config(self, config: MkDocsConfig) -> None:
        i18n = _i18n(config)
        if not i18n.building:
            self.nav = config.nav
            self.renamed = {}
            self.words = {language: catalogue(language) for language in i18n.all_languages}
            if missing := gaps(self.words):
                raise PluginError("Words are missing:\n  " + "\n  ".join(missing))
        list_quickly(config.theme)
        folder = Path(config.docs_dir, _language(config))
        covers = {page.parent.name: page for page in folder.glob("*/index.md")}
        labels = {name: label for name, page in covers.items() if (label := _label(page))}
        paths = (page.relative_to(folder).as_posix() for page in folder.rglob("*.md"))
        config.nav = expand(self.nav, paths, labels)

    @event_priority(-160)  # after the other plugins have added theirs
    def on_files(self, files: Files, config: MkDocsConfig) -> None:
        if not _i18n(config).building:
            self.sheet = one_sheet(files, config)
        name_by_content(files, config, self.renamed, self.sheet)

    @event_priority(-150)  # after the groups have their names in this language
    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        self.pages = nav.pages

    def on_env(self, env: Any, config: MkDocsConfig, files: Files) -> None:
        keep_compiled(env)
        language = _language(config)
        env.globals["language"] = language
        env.globals["say"] = self.words[language].__getitem__
        env.filters["day"] = lambda day: written(day, language)
        self.covers = {
            Path(page.file.src_uri).parent.as_posix(): page for page in self.pages if page.meta.get("work")
        }
        env.globals["documents"] = list(self.covers.values())

    @event_priority(-100)  # after all that puts tables into a page
    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        return framed(html, page.title or config.site_name)

    def on_page_context(self, context: Any, page: Page, config: MkDocsConfig, nav: Any) -> None:
        """Name the document that the page is part of, and point each language at the page's counterpart.

        The addresses are relative to the page, so that the site works from any folder.
        """
        cover = self.covers.get(Path(page.file.src_uri).parent.as_posix())
        context["document"] = cover.meta if cover else None
        alternates = page.file.alternates  # type: ignore[attr-defined]  # set by mkdocs-static-i18n
        for alternate in getattr(config.extra, "alternate", []):  # so set by mkdocs-static-i18n, not as a key
            language = alternate["lang"]
            found = alternates.get(language)
            home = "./" if language == _i18n(config).default_language else f"{language}/"
            alternate["link"] = (found.url if found else home) or "./"

    @event_priority(-50)  # before the other languages are built
    def _finish_language(self, config: MkDocsConfig) -> None:
        language = _language(config)
        site_map = Path(config.site_dir, "assets", "pages", language, "sitemap.xml")
        site_map.parent.mkdir(parents=True, exist_ok=True)
        site_map.write_text(page_list(page.canonical_url or "" for page in self.pages))
        page = Path(config.site_dir, "404.html")
        if language == _i18n(config).default_language:
            self.error_page = page.read_text()
        else:
            page.rename(Path(config.site_dir, language, "404.html"))

    @event_priority(-200)  # after all languages are built
    def _finish(self, config: MkDocsConfig) -> None:
        site = Path(config.site_dir)
        if _i18n(config).building or self.serving:
            return
        site.joinpath("404.html").write_text(self.error_page)
        paths = sorted(site.rglob("*.html"))
        write_index(((page.relative_to(site), page.read_text()) for page in paths), site / "pagefind")
        site.joinpath(offline.NAME).write_text(offline.service_worker(site), encoding="utf-8")
        site.joinpath("_headers").write_text(write_headers(rules(script_hashes(page.read_text() for page in paths))))

    on_post_build = CombinedEvent(_finish_language, _finish)

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> None:
        watch_pages(server, config)


def _i18n(config: MkDocsConfig) -> I18n:
    return config.plugins["i18n"]  # type: ignore[return-value]


def _language(config: MkDocsConfig) -> str:
    i18n = _i18n(config)
    return i18n.current_language or i18n.default_language


def _label(cover: Path) -> str | None:
    """How the navigation names a document: its short number and its title."""
    _, meta = get_data(cover.read_text())
    return f"{meta['work']} {meta['title']}" if "work" in meta and "title" in meta else None


def page_list(addresses: Iterable[str]) -> str:
    """The pages that the theme may show without a full load, in the form in which it asks for them.

    >>> page_list(["https://example.org/en/"])
    '<urlset><url><loc>https://example.org/en/</loc></url></urlset>'
    """
    return f"<urlset>{''.join(f'<url><loc>{escape(address)}</loc></url>' for address in addresses)}</urlset>"


def _answered_here(record: logging.LogRecord) -> bool:
    """Not the warning that instant navigation loses the language links: `assets/language.js` keeps them."""
    return "navigation.instant" not in record.getMessage()
