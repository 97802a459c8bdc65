"""The mark and the panel of a clause: how to cite it, its other languages, who cites it, what computes it, notices."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from markdown.treeprocessors import Treeprocessor

from plugins.clauses.cited import Cited, cited_by
from plugins.clauses.clause import Address, Notice, Worked
from plugins.clauses.facts import citation, written
from plugins.clauses.lasting import path
from plugins.clauses.places import HEADINGS
from plugins.clauses.scope import WITHIN


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
        self._cited, self._worked, self._notices = self._known()
        blocks: list[Element] = []
        for block in root:
            blocks.append(block)
            if clause := block.attrib.pop("data-clause", None):
                address = Address(page.document.work, page.document.edition, clause)
                heading = block.tag in HEADINGS
                if heading:
                    self._mark_heading(block, address)
                    blocks.append(self._panel(address))
                else:
                    number = block[0][0]
                    sign = self._mark(address)
                    sign.tail, number.tail = number.tail, None
                    block[0].insert(1, sign)
                    block.append(self._panel(address))
        root[:] = blocks

    def _known(self) -> tuple[dict[str, list[Cited]], dict[str, list[Worked]], dict[str, list[Notice]]]:
        """What is known of the page's clauses; what is of an item or a note counts for its clause."""
        page, registry = self._extension.page, self._extension.registry
        steps = self._extension.worked(page.language)
        kinds = {clause.id: clause for clause in page.scan.clauses}
        cited: dict[str, list[Cited]] = {}
        worked: dict[str, list[Worked]] = {}
        notices: dict[str, list[Notice]] = {}
        for clause in page.scan.clauses:
            address = Address(page.document.work, page.document.edition, clause.id)
            citations, taken = registry.cited_by.get((page.language, address)), steps.get(str(address))
            told = [one for one in page.document.notices if clause.id in one.clauses]
            if not (citations or taken or told):
                continue
            holder = clause
            while holder.kind in WITHIN and holder.parent in kinds:
                holder = kinds[holder.parent]
            cited.setdefault(holder.id, []).extend((address, one) for one in citations or ())
            known = worked.setdefault(holder.id, [])
            known.extend(one for one in taken or () if one.file not in {other.file for other in known})
            notices.setdefault(holder.id, []).extend(told)
        return cited, worked, notices

    def _words(self) -> dict[str, str]:
        return self._extension.words[self._extension.page.language]

    def _mark(self, address: Address) -> Element:
        page = self._extension.page
        name = self._words()["clauses.link_to"].format(clause=self._extension.registry.name(page.language, address, page))
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

    def _panel(self, address: Address) -> Element:
        text, page, registry = self._words(), self._extension.page, self._extension.registry
        cited, worked, notices = (known.get(address.clause, []) for known in (self._cited, self._worked, self._notices))
        name = registry.name(page.language, address, page)
        panel = Element("details", {"class": "clause-panel", "data-pagefind-ignore": "all"})
        said = [text["clauses.cited_by_count" if cited else "clauses.panel"].format(clause=name, count=len(cited))]
        said += [text["clauses.computed_too"]] * bool(worked) + [text["clauses.notice_too"]] * bool(notices)
        SubElement(panel, "summary").text = text["clauses.comma"].join(said)
        if len(said) > 1 or cited:
            panel.set("class", "clause-panel clause-panel--cited")
        for notice in notices:
            told = SubElement(panel, "p", {"class": "clause-notice"})
            SubElement(told, "strong").text = text["clauses.notice"].format(date=written(notice.date, page.language))
            told[0].tail = " " + notice.text
        cite = SubElement(panel, "p", {"class": "clause-cite"})
        SubElement(cite, "span").text = citation(page.document, registry.called(page.language, address, page), registry.day, text)
        cite[0].tail = " "
        SubElement(cite, "a", {"href": self._extension.root + path(address)}).text = str(address)
        if links := list(self._languages(address)):
            line = SubElement(panel, "p", {"class": "clause-languages"})
            line.text = text["clauses.other_languages"] + " "
            line.extend(links)
        if worked:
            SubElement(panel, "p", {"class": "clause-cited"}).text = text["clauses.computed_by"]
            panel.append(self._steps(worked))
        if cited:
            SubElement(panel, "p", {"class": "clause-cited"}).text = text["clauses.cited_by"]
            panel.extend(cited_by(cited, registry, page, self._extension.address))
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

    def _steps(self, worked: list[Worked]) -> Element:
        """One step of each calculator's page, and the way to take it again with other numbers."""
        entries = Element("ul")
        for one in worked:
            entry = SubElement(entries, "li")
            url = self._extension.address(one.file, "")
            link = SubElement(entry, "a", {"href": (url or "") + one.query})
            link.text, link.tail = self._extension.registry.pages[one.file].title, " " + one.text
        return entries
