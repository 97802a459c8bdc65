"""The MkDocs plugin: reads all languages once, stops the build when something is wrong, hands pages to the extension."""

from __future__ import annotations

import atexit
import gc
import os
from collections.abc import Iterator
from functools import lru_cache, partial
from itertools import chain
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, get_files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from plugins.clauses import lasting
from plugins.clauses.afterwards import Afterwards
from plugins.clauses.alternates import Alternates
from plugins.clauses.changes import FILE
from plugins.clauses.checked import Checked
from plugins.clauses.checks import SEVERITY, checks_of, found, run, stopped, unwaived
from plugins.clauses.clause import Problem
from plugins.clauses.configured import ClausesConfig, build_day, languages, names, nested
from plugins.clauses.data_out import Data, DataOut, folder
from plugins.clauses.extension import ClausesExtension
from plugins.clauses.grammar import written
from plugins.clauses.kept import Kept, digest
from plugins.clauses.linked_data import legislation
from plugins.clauses.looked import Looked
from plugins.clauses.panel import with_panels
from plugins.clauses.reading import Reading
from plugins.clauses.registry import Registry
from plugins.clauses.rendering import Rendering
from plugins.clauses.report import capped, report, summary
from plugins.clauses.shared import shared, surroundings
from plugins.clauses.staff.fill import filled
from plugins.clauses.templates import Templates
from plugins.clauses.theming import Site, Theming
from plugins.clauses.told import Told
from plugins.clauses.words import words

log = get_plugin_logger(__name__)
relative = lru_cache(maxsize=4096)(get_relative_url)  # a page's panels lead to the same few pages
STYLES = ("assets/clauses.css", "assets/staff.css")
SCRIPTS = ("assets/clauses.js", "assets/beside.js", "assets/editions.js", "assets/staff.js")


class ClausesPlugin(BasePlugin[ClausesConfig]):
    """static-i18n builds the languages one inside the other with this same object: state is made anew per site build."""

    registry: Registry | None = None
    _serving = False
    _reading: Reading | None = None
    _looked: Looked | None = None
    _written: DataOut | None = None
    _afterwards: Afterwards | None = None
    _kept: Kept | None = None
    _rendering: Rendering | None = None
    _theming: Theming | None = None
    _templates: Templates | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keeps this object from one build of a preview to the next; what it knows is not gone through when Python ends."""
        self._serving = command == "serve"
        atexit.register(gc.freeze)

    def on_config(self, config: MkDocsConfig) -> None:
        """Adds the extension and the style once; when a new site build starts, forgets the last one's registry and begins to read."""
        for check in self.config.severity:
            if check not in SEVERITY:
                raise PluginError(f"clauses: no check {check!r}; known are {', '.join(SEVERITY)}")
        if nested(config):
            return
        self.on_shutdown()
        chosen, others = languages(self.config, config), 0 if self._serving else self.config.processes
        for language in chosen:
            try:
                written(language)
            except KeyError as error:
                raise PluginError(f"clauses: {error.args[0]}; write one, or take the language out of mkdocs.yml") from None
        self._alternates = Alternates()
        self._before = self.registry if self._serving else None
        self.registry = None
        self._reading = Reading(chosen, build_day(), partial(read_ahead, config), processes=others)
        self.extension = ClausesExtension()
        self.extension.refuse = PluginError
        self.extension.panels_later = True
        config.markdown_extensions[:] = [
            one for one in config.markdown_extensions if not isinstance(one, ClausesExtension)
        ] + [self.extension]
        if STYLES[0] not in config.extra_css:
            config.extra_css.extend(STYLES)
            for path in SCRIPTS:
                script = option.ExtraScriptValue(path)
                script.type = "module"
                config.extra_javascript.append(script)

    @event_priority(100)  # before static-i18n (-100) leaves one language only
    def _read(self, files: Files, config: MkDocsConfig) -> None:
        """Reads every page of every language and reports everything that is wrong, before anything is written."""
        if self.registry is not None:
            return
        unreadable: list[Problem] = []
        left_out = names(config).keys() - set(languages(self.config, config))
        # Not taken out of `files`: where they are built all the same, the others lead to them.
        wanted = Files([file for file in files if not (file.is_documentation_page() and file.src_uri.partition("/")[0] in left_out)])
        keeps = self.config.cache and not self._serving
        around = surroundings(config) if keeps else b""  # while others read
        self.registry = self._reading.registry(list(sources(wanted, unreadable)), self._before)
        self.registry.problems.extend(unreadable)
        self._folder, self._checks = os.path.relpath(config.docs_dir), checks_of(Path(config.docs_dir))
        if stopped(self.registry, self._checks, {**SEVERITY, **self.config.severity}):
            self._tell(run(self.registry, self._checks))
        self.extension.registry = self.registry
        self.extension.words = {language: words(language) for language in self.registry.languages}
        self.extension.names = names(config)
        self._common, known = b"", {}
        if keeps:
            self._kept = Kept(Path(config.config_file_path).parent / self.config.cache)
            self._common = shared(around, wanted, self.registry)
            self._checked = Checked(self._kept, self.registry, self._common)
            known = self._checked.known
        self._looked = Looked(self.registry, self._checks, known, apart=not self._serving)
        if not (self._serving and self._templates):
            self._templates = Templates(self._kept, self._common)

    @event_priority(-99)  # before static-i18n (-100); who looks at files between the two sees one language
    def _take_out(self, files: Files, config: MkDocsConfig) -> None:
        """Keeps from static-i18n what it would go through in vain."""
        self._alternates.take_out(files, config)

    @event_priority(-101)
    def _put_in(self, files: Files, config: MkDocsConfig) -> None:
        """Gives the pages of this language what static-i18n would have found."""
        self._alternates.put_in(files)

    @event_priority(-150)  # after static-i18n has given the files of this language their addresses
    def _addresses(self, files: Files, config: MkDocsConfig) -> Files:
        self._urls: dict[str, str] = {}
        self._pages: list[Page] = []
        for file in files.documentation_pages():
            for one in (*getattr(file, "alternates", {}).values(), file):
                self._urls[one.src_uri] = one.url
        if not self._serving:  # a preview builds in a moment, and one language alone
            common = digest(self._common, *(part for one in self._urls.items() for part in one))
            self._rendering = Rendering(self._kept, self.extension, common, config, files, self._begin, self.config.processes)
        if not nested(config):
            self._written = self._data_out(config)
        for path in (*STYLES, *SCRIPTS):
            if files.get_file_from_path(path) is None:
                files.append(File.generated(config, path, abs_src_path=str(Path(__file__).parent / path)))
        return files

    on_files = CombinedEvent(_read, _take_out, _put_in, _addresses)

    def _data_out(self, config: MkDocsConfig) -> DataOut:
        """What other programs read, beside the site: nothing of it is there before all pages are."""
        i18n = config.plugins.get("i18n")
        sites = dict.fromkeys(self.registry.languages, config.site_name) | {
            one.locale: one.site_name or config.site_name for one in (i18n.config.languages if i18n else ())
        }
        data = Data(self.registry, self.extension.words, names(config), sites, self._urls, config.site_url)
        return DataOut(data, Path(config.site_dir).absolute(), apart=not self._serving)

    def _tell(self, problems: list[Problem]) -> None:
        """Logs what was found; errors stop the build."""
        shown = report(problems, {**SEVERITY, **self.config.severity}, self._folder)
        told = capped(shown)
        for one in told:
            if one.level != "error":
                (log.warning if one.level == "warning" else log.info)(one.text)
        if errors := [one.text for one in told if one.level == "error"]:
            raise PluginError("\n".join([f"clauses: {summary(shown)}", *errors]))

    @event_priority(-300)  # after all that add to it
    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        """Is told what every page shows of the others."""
        self._nav = nav

    @event_priority(-300)  # after all that add to it
    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> None:
        """Lends the templates that another language has compiled, and the pages that others put into them."""
        env.bytecode_cache = env.bytecode_cache or self._templates
        if self._rendering:
            self._rendering.end()
            site = Site(env, config, files, self._nav)
            self._theming = Theming(self.extension, self._rendering.names, site, self.config.processes)

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Tells the extension which page comes."""
        self._begin(page)
        if self._rendering and self.extension.page and self.extension.page.numbered:
            self._rendering.take(page)

    def _begin(self, page: Page) -> None:
        self.extension.page = self.registry.pages.get(page.file.src_uri)
        self.extension.address = self.extension.leads = lambda file, anchor: self._address(page, file, anchor)
        self.extension.root = "../" * page.url.count("/")

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Tells MkDocs where the recognised references lead, that it may check it; and the tables of the staff pages."""
        for file, anchors in self.extension.led.items() if page.links_to_anchors is not None else ():
            page.links_to_anchors.setdefault(files.src_uris[file], {}).update(anchors)
        own = self.registry.pages.get(page.file.src_uri)
        return filled(html, self.registry, self._looked.result, self.extension.names, own.language, self.extension.address) if own else html

    @event_priority(100)  # before those who look at the content
    def on_page_context(self, context: dict, page: Page, config: MkDocsConfig, nav: object) -> None:
        """The panels, and what the theme puts into the head: the feed of changes, and on a cover what the document is."""
        known = self.registry.pages.get(page.file.src_uri)
        if known and known.numbered:
            self._begin(page)
            page.content = self._theming.content(page) if self._theming else with_panels(page.content, self.extension)
        if known is None or not config.site_url:
            return
        home = folder(self.registry, known.language)
        context["changes"] = {"url": home + FILE, "title": self.extension.words[known.language]["clauses.changes"]}
        if known.document and not known.numbered:
            full = lambda file: config.site_url + self._urls[file].removeprefix("./") if file in self._urls else None  # noqa: E731
            context["linked_data"] = legislation(self.registry, known.document, config.site_url, full)

    @event_priority(-300)  # after all that look at the page
    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> None:
        """Lets go of what has been written: static-i18n keeps the pages of all languages, for the site map, until the end."""
        page.content = ""
        self._pages.append(page)

    @event_priority(-300)  # after the site is indexed: nothing of this is a page to be found
    def _finish(self, config: MkDocsConfig) -> None:
        """Tells what was found, and puts in what other programs read, once for all languages."""
        if nested(config):
            return
        if self._serving and not config.strict:
            self._afterwards = Afterwards(self._look_through)
        else:
            self._tell(self._looked.result())
        site = Path(config.site_dir)
        if not (self._serving and (site / lasting.FOLDER).exists()):  # a preview writes it once and not at every edit
            self._written.put()
        if self._kept:
            self._checked.keep(self._looked.by_work)
            self._templates.keep()
            self._kept.keep()
        self._ended()

    @event_priority(-50)  # MkDocs has held each link against the anchors; before the other languages are built
    def _let_go(self, config: MkDocsConfig) -> None:
        """Nor are the anchors of a language's pages wanted any more."""
        if self._theming:
            self._theming.end()
        for page in self._pages:
            page.links_to_anchors = page.present_anchor_ids = None
        self._pages.clear()

    on_post_build = CombinedEvent(_let_go, _finish)

    def _look_through(self, afterwards: Afterwards) -> None:
        """In a preview: tells what is wrong, unless a newer page is being built."""
        parts = afterwards.while_wanted(found(self.registry, self._checks))
        problems = unwaived(self.registry, chain.from_iterable(parts))
        if afterwards.wanted:
            self._tell(problems)

    def on_shutdown(self) -> None:
        """Ends what is still being looked through."""
        if self._afterwards:
            self._afterwards.give_up()
            self._afterwards = None

    def on_build_error(self, *, error: Exception) -> None:
        """Leaves nothing behind that works on."""
        self._ended()

    def _ended(self) -> None:
        for one in (self._reading, self._rendering, self._theming, self._looked, self._written):
            if one:
                one.end()
        if self._kept:
            self._kept.close()
        self._reading = self._rendering = self._theming = self._looked = self._written = self._kept = None
        gc.unfreeze()

    def _address(self, page: Page, file: str, anchor: str) -> str | None:
        url = self._urls.get(file)
        if url is None:
            return None
        return relative(url, page.url) + (f"#{anchor}" if anchor else "")


def read_ahead(config: MkDocsConfig) -> list[tuple[str, str]]:
    """In another process: the pages as MkDocs is about to find them; who changes them then has them read once more."""
    Told().alone()
    return list(sources(get_files(config), []))


def sources(files: Files, unreadable: list[Problem]) -> Iterator[tuple[str, str]]:
    """Every page with its text; a file that is none is told."""
    for file in files.documentation_pages():
        try:
            yield file.src_uri, file.content_bytes.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            unreadable.append(Problem(file.src_uri, line, "S05", "file is not UTF-8"))
