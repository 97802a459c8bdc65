"""Pages of clauses that are taken from the last build: rendered again is only what would look different.

A page is made of its own Markdown, of those who cite it, and of what all pages share: see `everywhere`. One with a block that a
plugin fills, such as a comparison, may show any other page.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from importlib.metadata import distributions
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc
from mkdocs.utils.yaml import yaml_load

from plugins.clauses.clause import Address
from plugins.clauses.extension import ClausesExtension
from plugins.clauses.kept import Kept, digest, packed, unpacked
from plugins.clauses.panel import later, with_panels
from plugins.clauses.registry import Page as Known
from plugins.clauses.registry import Registry

PROJECT = Path(__file__).parents[2]


def everywhere(config: MkDocsConfig, files: Files, registry: Registry) -> bytes:
    """A digest of all that any page of clauses may show beside its own words and those that cite it.

    The packages installed, the code, all that `watch` in mkdocs.yml names, the configuration, the day, what documents and
    clauses there are, every page that is none of clauses, and the names, sizes and times of all other files.
    """
    home = Path(config.config_file_path).parent
    folders = [PROJECT / name for name in ("plugins", "locales", "calculators")] + [home / one for one in (*config.watch, *config.hooks)]
    sources = sorted({file for folder in folders for file in ([folder] if folder.is_file() else folder.rglob("*")) if source(file)})
    with open(config.config_file_path, encoding="utf-8") as file:
        said = yaml_load(file)  # with what the environment says
    parts: list[str | bytes] = [MkDocsConfig.__module__, *sorted(f"{one.name} {one.version}" for one in distributions())]
    for file in sources:
        parts += [str(file), file.read_bytes()]
    parts += [repr(said), str(config.use_directory_urls), str(registry.day), repr(sorted(registry.documents.items()))]
    for known in registry.pages.values():
        parts += [known.file, b"" if known.numbered else known.digest]
    for (language, address), clause in registry.clauses.items():
        parts.append(f"{language} {address} {clause.kind} {clause.file} {clause.parent} {clause.title}")
    for one in files:
        if one.abs_src_path and one.src_uri not in registry.pages:
            found = Path(one.abs_src_path).stat()
            parts.append(f"{one.src_uri} {found.st_size} {found.st_mtime_ns}")
    return digest(*parts)


def source(file: Path) -> bool:
    """Whether a file is written by people, and none that Python makes of it."""
    return file.is_file() and file.suffix != ".pyc"


class Rendering:
    """The pages of clauses in one language's build."""

    def __init__(self, kept: Kept, extension: ClausesExtension, common: bytes, urls: Mapping[str, str]) -> None:
        self._kept, self._extension = kept, extension
        self._common = digest(common, *(part for one in urls.items() for part in one))
        self._made_from: dict[str, bytes] = {}
        self._told = Told()

    def take(self, page: Page) -> None:
        """MkDocs will have this page from here: to be called when its Markdown comes."""
        page.render = partial(self._render, page, page.render)  # type: ignore[method-assign]

    def _render(self, page: Page, render: Callable[[MkDocsConfig, Files], None], config: MkDocsConfig, files: Files) -> None:
        name, known = page.file.src_uri, self._extension.page
        registry = self._extension.registry
        shown = (one.digest for one in registry.pages.values()) if "```" in page.markdown else ()
        made_from = self._made_from[name] = digest(self._common, page.markdown, repr(page.meta), *cited(registry, known), *shown)
        if value := self._kept.get(name, made_from):
            page.content, page.title, toc, anchors, links, self._extension.led = unpacked(value)
            page.toc, page.present_anchor_ids = get_toc(toc), set(anchors)
            if links is not None:
                page.links_to_anchors = {files.get_file_from_path(file): led for file, led in links.items()}
            return
        with self._told:
            render(config, files)
        if self._told.nothing:  # a warning is told by every build
            links = page.links_to_anchors
            self._kept.put(
                name,
                made_from,
                packed(
                    page.content,
                    page.title,
                    tokens(page.toc),
                    sorted(page.present_anchor_ids),
                    None if links is None else {file.src_uri: led for file, led in links.items()},
                    self._extension.led,
                ),
            )

    def with_panels(self, page: Page) -> str:
        """The page's HTML with its panels; to be called when it is put into the theme."""
        name = page.file.src_uri
        made_from = self._made_from.pop(name)
        name += "#panels"
        if value := self._kept.get(name, made_from):
            return with_panels(page.content, unpacked(value))
        panels = later(page.content, self._extension)
        self._kept.put(name, made_from, packed(*panels))
        return with_panels(page.content, panels)


def cited(registry: Registry, known: Known) -> Iterator[str | bytes]:
    """Who cites the clauses of a page, with the pages whose sentences its panels show."""
    for clause in known.scan.clauses:
        address = Address(known.document.work, known.document.edition, clause.id)
        for one in registry.cited_by.get((known.language, address), ()):
            yield from (clause.id, one.file, one.source, registry.pages[one.file].digest)


def tokens(toc: Iterable[AnchorLink]) -> list[dict]:
    """A table of contents as `get_toc` reads it."""
    return [{"name": one.title, "id": one.id, "level": one.level, "children": tokens(one.children)} for one in toc]


class Told(logging.Handler):
    """Notices, inside its block, that something is told which people should see: then `nothing` is False."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.nothing = True
        self._loggers = [logging.getLogger(name) for name in ("", "mkdocs", "properdocs")]  # theirs tell the root nothing

    def __enter__(self) -> None:
        self.nothing = True
        for one in self._loggers:
            one.addHandler(self)

    def __exit__(self, *error: object) -> None:
        for one in self._loggers:
            one.removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """The words do not matter."""
        self.nothing = False
