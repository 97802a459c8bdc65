"""Who cites a clause, each with the citing sentence, grouped by document."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from plugins.clauses.clause import Address, Citation
from plugins.clauses.escaped import escaped, quoted
from plugins.clauses.registry import Page, Registry

Way = Callable[[str, str], str | None]


def cited_by(cited: Iterable[Citation], registry: Registry, page: Page, way: Way) -> str:
    """One list for each document that cites, the page's own first."""
    groups: dict[str, list[Citation]] = {}
    for citation in cited:
        groups.setdefault(citation.file.rpartition("/")[0], []).append(citation)
    own = page.file.rpartition("/")[0]
    written = []
    for folder in sorted(groups, key=lambda one: (one != own, one)):
        if folder != own and (document := registry.pages[groups[folder][0].file].document):
            written.append(f'<p class="clause-citing-document">{escaped(f"{document.code} {document.title}")}</p>')
        entries = "".join([f"<li>{citing(citation, registry, page, way)}</li>" for citation in groups[folder]])
        written.append(f"<ul>{entries}</ul>")
    return "".join(written)


def citing(citation: Citation, registry: Registry, page: Page, way: Way) -> str:
    """The place that cites, as a link, and its sentence."""
    source = registry.pages[citation.file]
    if source.document:
        address = Address(source.document.work, source.document.edition, citation.source)
        label = registry.label(page.language, address, page)
        anchor = f"c-{citation.source}" if citation.source else ""
    else:
        label, anchor = source.title, ""
    url = way(citation.file, anchor)
    place = f"<span>{escaped(label)}</span>" if url is None else f"<a href={quoted(url)}>{escaped(label)}</a>"
    return f"{place} {escaped(citation.sentence)}"
