"""Who cites a clause, each with the citing sentence, grouped by document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement

from plugins.clauses.clause import Address, Citation
from plugins.clauses.registry import Page, Registry

Cited = tuple[Address, Citation]
Way = Callable[[str, str], str | None]


def cited_by(cited: Iterable[Cited], registry: Registry, page: Page, way: Way) -> Iterator[Element]:
    """One list for each document that cites, the page's own first."""
    groups: dict[str, list[Cited]] = {}
    for target, citation in cited:
        groups.setdefault(citation.file.rpartition("/")[0], []).append((target, citation))
    own = page.file.rpartition("/")[0]
    for folder in sorted(groups, key=lambda one: (one != own, one)):
        first = registry.pages[groups[folder][0][1].file]
        if first.document and first.document != page.document:
            title = Element("p", {"class": "clause-citing-document"})
            title.text = f"{first.document.code} {first.document.title}"
            yield title
        entries = Element("ul")
        for _, citation in groups[folder]:
            citing(SubElement(entries, "li"), citation, registry, page, way)
        yield entries


def citing(entry: Element, citation: Citation, registry: Registry, page: Page, way: Way) -> None:
    """The place that cites, as a link, and its sentence."""
    source = registry.pages[citation.file]
    if source.document:
        address = Address(source.document.work, source.document.edition, citation.source)
        label = registry.label(page.language, address, page)
        anchor = f"c-{citation.source}" if citation.source else ""
    else:
        label, anchor = source.title, ""
    url = way(citation.file, anchor)
    link = SubElement(entry, "a", {"href": url}) if url is not None else SubElement(entry, "span")
    link.text = label
    link.tail = " " + citation.sentence
