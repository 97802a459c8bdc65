"""The mark and the panel of a clause: its address, the same clause in other languages, and who cites it."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from markdown.treeprocessors import Treeprocessor

from plugins.clauses.clause import Address, Citation
from plugins.clauses.places import HEADINGS


class Panels(Treeprocessor):
    """After MkDocs has resolved the links (0): addresses in other languages are none that it could check."""

    name = "clause-panels"
    priority = -5

    def __init__(self, md, extension) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, root: Element) -> None:
        """Adds mark and panel to every clause of a document's page."""
        page = self._extension.page
        if page is None or not page.numbered:
            return
        cited = self._cited()
        blocks: list[Element] = []
        for block in root:
            blocks.append(block)
            if clause := block.attrib.pop("data-clause", None):
                address = Address(page.document.work, page.document.edition, clause)
                heading = block.tag in HEADINGS
                if heading:
                    self._mark_heading(block, address)
                    blocks.append(self._panel(address, cited.get(clause, [])))
                else:
                    number = block[0][0]
                    sign = self._mark(address)
                    sign.tail, number.tail = number.tail, None
                    block[0].insert(1, sign)
                    block.append(self._panel(address, cited.get(clause, [])))
        root[:] = blocks

    def _cited(self) -> dict[str, list[tuple[Address, Citation]]]:
        """The citations of the page's clauses; those of an item or a note count for its clause."""
        page, registry = self._extension.page, self._extension.registry
        kinds = {clause.id: clause for clause in page.scan.clauses}
        cited: dict[str, list[tuple[Address, Citation]]] = {}
        for clause in page.scan.clauses:
            address = Address(page.document.work, page.document.edition, clause.id)
            if citations := registry.cited_by.get((page.language, address)):
                holder = clause
                while holder.kind in ("item", "bullet", "note", "heading") and holder.parent in kinds:
                    holder = kinds[holder.parent]
                cited.setdefault(holder.id, []).extend((address, citation) for citation in citations)
        return cited

    def _words(self) -> dict[str, str]:
        return self._extension.words[self._extension.page.language]

    def _name(self, address: Address) -> str:
        page = self._extension.page
        return self._extension.registry.name(page.language, address, page)

    def _mark(self, address: Address) -> Element:
        name = self._words()["clauses.link_to"].format(clause=self._name(address))
        return Element(
            "a",
            {
                "class": "clause-mark",
                "href": f"#c-{address.clause}",
                "title": name,
                "aria-label": name,
                "data-pagefind-ignore": "",
            },
        )

    def _mark_heading(self, heading: Element, address: Address) -> None:
        """The permalink that toc may have put there already becomes the mark."""
        mark = self._mark(address)
        if len(heading) and heading[-1].get("class") == "headerlink":
            heading[-1].attrib.update({name: value for name, value in mark.items() if name != "class"})
        else:
            heading.append(mark)

    def _panel(self, address: Address, cited: list[tuple[Address, Citation]]) -> Element:
        text = self._words()
        panel = Element("details", {"class": "clause-panel", "data-pagefind-ignore": "all"})
        summary = SubElement(panel, "summary")
        named = "clauses.cited_by_count" if cited else "clauses.panel"
        summary.text = text[named].format(clause=self._name(address), count=len(cited))
        if cited:
            panel.set("class", "clause-panel clause-panel--cited")
        if links := list(self._languages(address)):
            line = SubElement(panel, "p", {"class": "clause-languages"})
            line.text = text["clauses.other_languages"] + " "
            line.extend(links)
        if cited:
            SubElement(panel, "p", {"class": "clause-cited"}).text = text["clauses.cited_by"]
            panel.extend(self._citations(cited))
        panel.tail = "\n"
        return panel

    def _languages(self, address: Address) -> Iterator[Element]:
        page, registry = self._extension.page, self._extension.registry
        for language in registry.languages:
            clause = registry.clauses.get((language, address))
            if language == page.language or clause is None:
                continue
            if (url := self._extension.address(clause.file, clause.anchor)) is not None:
                link = Element("a", {"href": url, "hreflang": language, "lang": language})
                link.text = self._extension.names.get(language, language)
                link.tail = " "
                yield link

    def _citations(self, cited: list[tuple[Address, Citation]]) -> Iterator[Element]:
        """One list for each document that cites, its own first."""
        page, registry = self._extension.page, self._extension.registry
        groups: dict[str, list[tuple[Address, Citation]]] = {}
        for target, citation in cited:
            groups.setdefault(citation.file.rpartition("/")[0], []).append((target, citation))
        own = page.file.rpartition("/")[0]
        for folder in sorted(groups, key=lambda one: (one != own, one)):
            first = registry.pages[groups[folder][0][1].file]
            if first.document and first.document != page.document:
                title = SubElement(Element("div"), "p", {"class": "clause-citing-document"})
                title.text = f"{first.document.code} {first.document.title}"
                yield title
            entries = Element("ul")
            for target, citation in groups[folder]:
                self._citation(SubElement(entries, "li"), target, citation)
            yield entries

    def _citation(self, entry: Element, target: Address, citation: Citation) -> None:
        page, registry = self._extension.page, self._extension.registry
        source = registry.pages[citation.file]
        label, anchor = source.title, ""
        if source.document:
            address = Address(source.document.work, source.document.edition, citation.source)
            label = registry.label(page.language, address, page)
            anchor = f"c-{citation.source}" if citation.source else ""
        url = self._extension.address(citation.file, anchor)
        link = SubElement(entry, "a", {"href": url}) if url is not None else SubElement(entry, "span")
        link.text = label
        link.tail = " " + citation.sentence
