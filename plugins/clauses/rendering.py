"""Pages of clauses that this process need not render: those that would look as in the last build, and those that another has made.

A page is made of its own Markdown and of what all pages share: see `shared`. One with a block that a plugin fills, such as a
comparison, may show any other page. Its panels, which show who cites it, are put in later: see `panel`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc

from plugins.clauses.ahead import Ahead
from plugins.clauses.extension import ClausesExtension
from plugins.clauses.kept import Kept, digest, packed, unpacked
from plugins.clauses.registry import Registry
from plugins.clauses.told import Told, tell


class Rendering:
    """The pages of clauses in one language's build; with `kept`, what is made here is there for the next one.

    `common` is a digest of all that every page may show; `begin` tells the extension which page comes; `most` other processes help.
    """

    def __init__(
        self,
        kept: Kept | None,
        extension: ClausesExtension,
        common: bytes,
        config: MkDocsConfig,
        files: Files,
        begin: Callable[[Page], None],
        most: int,
    ) -> None:
        self._kept, self._extension, self._common, self._config, self._files, self._begin = kept, extension, common, config, files, begin
        self._told = Told()
        self.names = [file.src_uri for file in files.documentation_pages() if numbered(extension.registry, file.src_uri)]
        self._ahead = Ahead(self.names, self._apart, most)

    def take(self, page: Page) -> None:
        """MkDocs will have this page from here: to be called when its Markdown comes."""
        page.render = partial(self._render, page, page.render)  # type: ignore[method-assign]

    def _render(self, page: Page, render: Callable[[MkDocsConfig, Files], None], config: MkDocsConfig, files: Files) -> None:
        if value := self._last(page) or self._others(page):
            page.content, page.title, toc, anchors, links, self._extension.led, told = unpacked(value)
            page.toc, page.present_anchor_ids = get_toc(toc), set(anchors)
            if links is not None:
                page.links_to_anchors = {files.src_uris[file]: led for file, led in links.items()}
            tell(told)
            return
        with self._told:
            render(config, files)
        if self._kept:
            self._kept.put(page.file.src_uri, self._made_from(page), self._rendered(page))

    def _made_from(self, page: Page) -> bytes:
        """A digest of the page's own words and of all that it may show beside them."""
        pages = self._extension.registry.pages.values()
        others = (one.digest for one in pages) if "```" in page.markdown else ()
        return digest(self._common, page.file.src_uri, said(page), *others)

    def _last(self, page: Page) -> bytes | None:
        """What the last build has made."""
        name = page.file.src_uri
        return self._kept.get(name, self._made_from(page)) if self._kept and self._kept.has(name) else None

    def _others(self, page: Page) -> bytes | None:
        """What another process has made."""
        name = page.file.src_uri
        made = self._ahead.take(name)
        if made is None:
            return None
        own, made_from, value = made
        if own != said(page):
            return None
        if self._kept:
            self._kept.put(name, made_from, value)
        return value

    def _rendered(self, page: Page) -> bytes:
        """What rendering has given a page."""
        links, told = page.links_to_anchors, self._told.records
        led = None if links is None else {file.src_uri: anchors for file, anchors in links.items()}
        return packed(page.content, page.title, tokens(page.toc), sorted(page.present_anchor_ids), led, self._extension.led, told)

    def _apart(self, name: str) -> tuple[bytes, bytes, bytes]:
        """In another process, as MkDocs does it; what other plugins tell of the page they tell once more where it is taken."""
        self._told.alone()
        page, config, files = self._files.src_uris[name].page, self._config, self._files
        page = config.plugins.on_pre_page(page, config=config, files=files)
        page.read_source(config)
        page.markdown = config.plugins.on_page_markdown(page.markdown, page=page, config=config, files=files)
        with self._told:
            type(page).render(page, config, files)
        made = said(page), self._made_from(page), self._rendered(page)
        page.content = None
        return made

    def end(self) -> None:
        """No page is to come."""
        self._ahead.end()


def numbered(registry: Registry, file: str) -> bool:
    """Whether a file is a page of clauses."""
    known = registry.pages.get(file)
    return known is not None and known.numbered


def said(page: Page) -> bytes:
    """A digest of a page's own words, as they are after all that change them."""
    return digest(page.markdown, repr(page.meta))


def tokens(toc: Iterable[AnchorLink]) -> list[dict]:
    """A table of contents as `get_toc` reads it."""
    return [{"name": one.title, "id": one.id, "level": one.level, "children": tokens(one.children)} for one in toc]
