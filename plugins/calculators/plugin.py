"""The MkDocs plugin: calculators in the pages, their runtime in the site.

MkDocs builds the default language; at its end mkdocs-static-i18n builds the others inside it, with the same plugin and
the same configuration, so that every event but the startup runs once per language.
"""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path

import calculators
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from .element import ExampleError, Place, element
from .fence import Block, CalculatorExtension, FenceError
from .links import clause_links, page_path, way_up
from .runtime.language_page import language_page
from .runtime.library import LibraryError, Request, library
from .runtime.node import NodeError
from .runtime.samples import pasted_texts, texts
from .runtime.site_files import SiteFiles, page_file, style
from .runtime.small import small
from .sources import SourceError
from .worked import steps

PROJECT = Path(calculators.__file__).parents[1]
_CHARSET = '<meta charset="utf-8">'  # has to come first
_STYLE = "assets/calculators.css"
_SAMPLES = 60
"""Requests per calculator and language that show what the library needs."""


class CalculatorsPlugin(BasePlugin):
    """Turns each block ```` ```calculator ```` into a calculator that works."""

    files: SiteFiles
    page: Page | None = None
    places: dict[str, str]

    def on_config(self, config: MkDocsConfig) -> None:
        if _nested(config):
            return
        try:
            self.files = _made()
        except (LibraryError, NodeError) as error:
            raise PluginError(f"The calculators' runtime could not be made. {error}") from error
        self.places = {}
        extension = CalculatorExtension(partial(self._render, config))
        config.markdown_extensions.append(extension)  # type: ignore[arg-type]  # Markdown takes objects too
        script = ExtraScriptValue(f"{self.files.browser}/early.js")
        script.type = "module"
        config.extra_javascript.append(script)
        config.extra_css.append(_STYLE)

    @event_priority(50)  # after the clauses are read (100), before static-i18n (-100) leaves one language only
    def _work(self, files: Files, config: MkDocsConfig) -> None:
        """Gives the clauses the steps that are worked out on the calculators' pages."""
        if _nested(config):
            return
        clauses = config.plugins["clauses"]
        pages = [file for file in files.documentation_pages() if (page := clauses.registry.pages.get(file.src_uri)) and not page.document]
        clauses.extension.worked = partial(steps, tuple((file.src_uri, file.content_string) for file in pages))

    @event_priority(-150)  # static-i18n takes only files that lie somewhere
    def _style(self, files: Files, config: MkDocsConfig) -> None:
        files.append(File.generated(config, _STYLE, content=style()))

    on_files = CombinedEvent(_work, _style)

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
        self.page = page

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str | None:
        """Load what a calculator's page needs ahead; the runtime comes when the calculator asks, once there is something to see."""
        if "<clause-calculator" not in output:
            return None
        up = partial(get_relative_url, other=page.url)
        links = "".join(f'<link rel="modulepreload" href="{up(path)}">' for path in self.files.head)
        browser = up(self.files.browser)
        start = f'<script type="module" src="{browser}/calculator.js"></script><script defer src="{browser}/old.js"></script>'
        return output.replace(_CHARSET, f"{_CHARSET}{start}{links}", 1)

    @event_priority(-40)  # before the other languages are built, and before the site is indexed
    def on_post_build(self, config: MkDocsConfig) -> None:
        site = Path(config.site_dir)
        self.files.write(site)
        for language, text in self.places.items():
            (site / page_file(language, text)).write_text(text, encoding="utf-8")

    def _render(self, config: MkDocsConfig, block: Block) -> str:
        assert self.page
        file = self.page.file.src_uri
        language, _, inside = file.partition("/")
        if language not in self.places:
            links = clause_links(config.plugins["clauses"].registry, language, config.use_directory_urls)
            self.places[language] = language_page(PROJECT, language, links)
        text = self.places[language]
        address = get_relative_url(page_file(language, text), self.page.url)
        glossary = page_path("glossary.md", config.use_directory_urls)
        place = Place(language, text, address, way_up(inside, config.use_directory_urls), glossary)
        try:
            return element(block, place)
        except (ExampleError, FenceError, KeyError, SourceError) as error:
            raise PluginError(f"{file}: the calculator {block.name}: {error}") from error


@cache  # a preview asks at every save; it runs the rules that it read at first
def _made() -> SiteFiles:
    """The runtime that the site serves: Node and Pyodide make what is not there yet."""
    kept = PROJECT / ".build" / "calculators"
    ours = library(PROJECT, kept, sample_requests())
    return SiteFiles(PROJECT / "node_modules" / "pyodide", ours, small(PROJECT, kept, ours, sample_requests()))


def sample_requests() -> list[Request]:
    """Good and bad requests of every calculator there is, in every language; for lists of sites also pasted ones."""
    pasted = [Request(name, text, language) for name in ("programme", "cc11") for language in calculators.LANGUAGES for text in pasted_texts(name)]
    return pasted + [
        Request(name, text, language)
        for name in calculators.NAMES
        if (Path(calculators.__file__).parent / f"{name}.py").exists()
        for language in calculators.LANGUAGES
        for text in texts(calculators.schema(name), f"{name} {language}", _SAMPLES)
    ]


def _nested(config: MkDocsConfig) -> bool:
    """Whether this is another language of a build that has begun."""
    return bool(getattr(config.plugins.get("i18n"), "building", False))
