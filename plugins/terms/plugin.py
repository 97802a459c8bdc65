"""The MkDocs plugin: reads the term base once, gives each language its glossary, writes the exports.

mkdocs-static-i18n builds the languages one inside the other with this same object: every event but the startup runs
once per language.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from plugins.clauses.clause import Address
from plugins.clauses.registry import Registry
from plugins.site.words import LOCALES, catalogue
from plugins.terms import exports
from plugins.terms.concept import Concept
from plugins.terms.extension import TermsExtension
from plugins.terms.glossary import Glossary
from plugins.terms.marks import PageTerms
from plugins.terms.term_base import TermBaseError, clauses_missing, read
from plugins.terms.uses import Finder, Usage

GLOSSARY = "glossary.md"
STYLE = "assets/terms.css"
EXPORTS = {"TBX": "terms/terms.tbx", "CSV": "terms/terms.csv"}


class TermsPlugin(BasePlugin):
    """Turns the block ```` ```glossary ```` of `glossary.md` into the list, and terms in clauses into links to it."""

    concepts: list[Concept]
    page: Page
    files: Files
    _written = ""  # the term base that the concepts and the finders are of
    _finders: dict[str, Finder]
    _usage: dict[str, Usage]

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keeps this object from one build of a preview to the next."""

    def on_config(self, config: MkDocsConfig) -> None:
        if _nested(config):
            return
        written = (LOCALES / "terms.yml").read_text(encoding="utf-8")
        try:
            if written != self._written:
                self.concepts, self._finders = read(written), {}
        except TermBaseError as error:
            raise PluginError(f"locales/terms.yml:\n{error}") from None
        self._written, self._usage = written, {}
        config.markdown_extensions.append(TermsExtension(self._glossary, self._terms))  # type: ignore[arg-type]  # Markdown takes objects too
        config.extra_css.append(STYLE)

    @event_priority(50)  # after the clauses are read (100), before static-i18n (-100) leaves one language only
    def _check(self, files: Files, config: MkDocsConfig) -> None:
        self._registry: Registry = config.plugins["clauses"].registry  # type: ignore[attr-defined]
        self._names = {one.locale: one.name for one in config.plugins["i18n"].config.languages}  # type: ignore[attr-defined]
        known = {(language, str(address)) for language, address, _ in self._registry.every_clause()}
        whole = len(self._registry.languages) == len(self._names)  # not one language alone, for an author
        if whole and (problems := clauses_missing(self.concepts, known)):
            raise PluginError("\n".join(["locales/terms.yml:", *problems]))

    @event_priority(-150)  # after static-i18n has given the files of this language their addresses
    def _addresses(self, files: Files, config: MkDocsConfig) -> Files:
        self.files = files
        if files.get_file_from_path(STYLE) is None:
            files.append(File.generated(config, STYLE, abs_src_path=str(Path(__file__).parent / STYLE)))
        return files

    on_files = CombinedEvent(_check, _addresses)

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
        self.page = page

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Lets pages link to the entries: MkDocs does not see the ids in a block that it did not make."""
        if page.file.src_uri.partition("/")[2] == GLOSSARY and page.present_anchor_ids is not None:
            page.present_anchor_ids |= {concept.anchor for concept in self.concepts}

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Writes the exports, once for all languages."""
        if _nested(config):
            return
        texts = {"TBX": exports.tbx(self.concepts, config.site_name), "CSV": exports.table(self.concepts)}
        for name, path in EXPORTS.items():
            file = Path(config.site_dir, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(texts[name].encode("utf-8"))

    def _glossary(self) -> str:
        """The list, for the page that is being rendered."""
        language = _language(self.page)
        glossary = Glossary(
            language=language,
            names=self._names,
            words=catalogue(language),
            registry=self._registry,
            using=self._used(language).by_concept,
            way=cache(self._way),
            page=lambda other: f"{other}/{GLOSSARY}",
            exports={name: get_relative_url(path, self.page.url) for name, path in EXPORTS.items()},
        )
        return glossary.html(self.concepts)

    def _terms(self) -> PageTerms | None:
        """What the terms are of the page that is being rendered; None outside of clauses."""
        page, language = self._registry.pages.get(self.page.file.src_uri), _language(self.page)
        glossary = self.files.get_file_from_path(f"{language}/{GLOSSARY}")
        if page is None or not page.numbered or glossary is None:
            return None
        used = {
            clause.id: concepts
            for clause in page.scan.clauses
            if (concepts := self._used(language).by_clause.get(Address(page.document.work, page.document.edition, clause.id)))
        }
        led = {concept.id: concept for concept in self.concepts if concept.clause}
        way = get_relative_url(glossary.url, self.page.url)
        return PageTerms(self._used(language).finder, used, led, lambda anchor: f"{way}#{anchor}")

    def _used(self, language: str) -> Usage:
        if language not in self._usage:
            if language not in self._finders:
                self._finders[language] = Finder(self.concepts, language)
            self._usage[language] = Usage(self._registry, self._finders[language])
        return self._usage[language]

    def _way(self, file: str) -> str | None:
        """The way to another page; None for a language that is not built."""
        own = self.files.get_file_from_path(file)
        others = self.page.file.alternates.values()  # type: ignore[attr-defined]  # set by mkdocs-static-i18n
        target = own or next((other for other in others if other.src_uri == file), None)
        return get_relative_url(target.url, self.page.url) if target else None


def _language(page: Page) -> str:
    return page.file.src_uri.partition("/")[0]


def _nested(config: MkDocsConfig) -> bool:
    """Whether this is another language of a build that has begun."""
    return bool(getattr(config.plugins.get("i18n"), "building", False))
