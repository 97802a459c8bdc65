"""The MkDocs plugin: reads the profile and the marks of all languages once, stops the build when something is wrong.

mkdocs-static-i18n builds the languages one inside the other with this same object: every event but the startup runs
once per language.
"""

from __future__ import annotations

import json
import os
from html import escape
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from plugins.clauses.registry import Registry
from plugins.clauses.report import report, summary
from plugins.disclosure import schema
from plugins.disclosure.checks import SEVERITY, run
from plugins.disclosure.extension import DisclosureExtension
from plugins.disclosure.gaps import Gap, gaps
from plugins.disclosure.marks import MarkedPage, read_page
from plugins.disclosure.profile import FILE, Profile, read_profile
from plugins.disclosure.view import View

log = get_plugin_logger(__name__)
STYLE = "assets/disclosure.css"


class DisclosurePlugin(BasePlugin):
    """Facts of the body in the pages, what each page discloses, and the matrix of both."""

    profile: Profile
    gaps: list[Gap]
    pages: list[MarkedPage]
    reviewed: dict[str, MarkedPage]

    def on_config(self, config: MkDocsConfig) -> None:
        """Adds the extension and the style, once."""
        if _nested(config):
            return
        self._extension = DisclosureExtension()
        config.markdown_extensions.append(self._extension)  # type: ignore[arg-type]  # Markdown takes objects too
        config.extra_css.append(STYLE)

    @event_priority(50)  # after the clauses are read (100), before static-i18n (-100) leaves one language only
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Reports everything that is wrong before anything is written, and what is not published yet."""
        if not _nested(config):
            self._read(files, config)
        if source := files.get_file_from_path(FILE):
            files.remove(source)  # it is published as JSON
        files.append(File.generated(config, STYLE, abs_src_path=str(Path(__file__).parent / STYLE)))
        return files

    def _read(self, files: Files, config: MkDocsConfig) -> None:
        source, registry = Path(config.docs_dir, FILE), _registry(config)
        if not source.is_file():
            raise PluginError(f"disclosure: {os.path.relpath(source)} is not there: the profile of the body belongs in it")
        self.profile, problems = read_profile(source.read_bytes())
        texts = ((file.src_uri, file.content_bytes.decode("utf-8-sig")) for file in files.documentation_pages() if file.src_uri in registry.pages)
        self.pages = [page for name, text in texts if (page := read_page(name, text))]
        self.reviewed = {page.file: page for page in self.pages if page.reviewed}
        folder = os.path.relpath(config.docs_dir)
        if shown := report(problems or run(self.profile, self.pages, registry), SEVERITY, folder):
            raise PluginError("\n".join([f"disclosure: {summary(shown)}", *(one.text for one in shown)]))
        self.gaps = gaps(self.profile)
        for gap in self.gaps:
            log.info(f"{folder}/{gap.text}")

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Tells the extension which page comes."""
        registry = _registry(config)
        own = registry.pages.get(page.file.src_uri)
        self._extension.view = View(self.profile, self.gaps, self.pages, registry, own) if own else None

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str | None:
        """Says when the page was last held against its sources."""
        own, view = self.reviewed.get(page.file.src_uri), self._extension.view
        if own is None or view is None or own.reviewed is None:
            return None
        return f'{html}\n<p class="disclosure-reviewed">{escape(view.say("reviewed", day=view.day(own.reviewed)))}</p>'

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Publishes the profile with its schema, once for all languages."""
        if _nested(config):
            return
        folder = Path(config.site_dir, "disclosure")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "body.schema.json").write_bytes(schema.FILE.read_bytes())
        text = json.dumps(self.profile.data, ensure_ascii=False, indent=1, default=float)
        (folder / "body.json").write_text(text + "\n", encoding="utf-8")


def _registry(config: MkDocsConfig) -> Registry:
    return config.plugins["clauses"].registry  # type: ignore[attr-defined]


def _nested(config: MkDocsConfig) -> bool:
    """Whether this is another language of a build that has begun."""
    return bool(getattr(config.plugins.get("i18n"), "building", False))
