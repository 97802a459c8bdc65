"""The two halves of making a page that MkDocs may have done ahead: the HTML of its text, and the page around it.

MkDocs asks for them as ever, page by page; what is not done ahead it does itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import jinja2
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from plugins.clauses.ahead import Ahead
from plugins.clauses.extension import ClausesExtension

MAIN = "main.html"  # the template of a page that names none


def texts(pages: Sequence[Page], config: MkDocsConfig, files: Files, extension: ClausesExtension) -> Ahead:
    """Sees to it that `pages` find their HTML made; `extension` is told what it would have known of the page."""

    def made(page: Page) -> dict[str, Any]:
        page = config.plugins.on_pre_page(page, config=config, files=files)
        page.read_source(config)
        page.markdown = config.plugins.on_page_markdown(page.markdown, page=page, config=config, files=files)
        before = dict(vars(page))
        Page.render(page, config, files)
        changed = {name: value for name, value in vars(page).items() if before.get(name) is not value}
        if changed.get("links_to_anchors"):
            changed["links_to_anchors"] = {file.src_uri: anchors for file, anchors in changed["links_to_anchors"].items()}
        return changed | {"led": extension.led}

    def render(page: Page, config: MkDocsConfig, files: Files) -> None:
        del page.render
        taken = ahead.take(page)
        if taken is None:
            page.render(config, files)
            return
        extension.led = taken.pop("led")
        if taken.get("links_to_anchors"):
            taken["links_to_anchors"] = {files.get_file_from_path(file): anchors for file, anchors in taken["links_to_anchors"].items()}
        vars(page).update(taken)

    ahead = Ahead(pages, made)
    for page in pages:
        page.render = partial(render, page)
    return ahead


def pages(files: Files, nav: Navigation, config: MkDocsConfig, env: jinja2.Environment) -> Ahead:
    """Sees to it that the theme's template finds most pages made."""
    shown = files.documentation_pages()
    template = env.get_template(MAIN)
    render: Callable[..., str] = template.render

    def made(page: Page) -> str:
        page.active = True
        context = config.plugins.on_page_context(get_context(nav, shown, config, page), page=page, config=config, nav=nav)
        output = render(context)
        page.active = False
        return output

    def rendered(context: Any) -> str:
        return ahead.take(context["page"]) or render(context)

    ahead = Ahead([file.page for file in shown if file.page.meta.get("template", MAIN) == MAIN], made)
    template.render = rendered  # type: ignore[method-assign]
    return ahead
