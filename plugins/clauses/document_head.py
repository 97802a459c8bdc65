"""What stands under the title of every page of a document: whether it is in force; on its cover, its notices too."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from markdown.treeprocessors import Treeprocessor

from plugins.clauses.clause import Address, Document, Notice
from plugins.clauses.facts import dates, written


class DocumentHead(Treeprocessor):
    """After MkDocs has resolved the links (0): the edition in force may stand in another folder."""

    name = "clause-document-head"
    priority = -4

    def __init__(self, md, extension) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, root: Element) -> None:
        """Puts the line, and on the cover the notices, after the first heading."""
        page = self._extension.page
        if page is None or page.document is None:
            return
        at = next((at for at, block in enumerate(root, 1) if block.tag == "h1"), 0)
        head = [self._line(page.document), *self._beside()]
        if not page.numbered:
            head += [self._notice(page.document, one) for one in page.document.notices]
        root[at:at] = head

    def _line(self, document: Document) -> Element:
        words, registry = self._words(), self._extension.registry
        status = document.status(registry.day)
        line = Element("p", {"class": f"document-status document-status--{status}", "data-pagefind-ignore": "all"})
        for name in ("copy", "copy-address", "copied"):  # for the buttons of the panels
            line.set(f"data-{name}", words[f"clauses.{name.replace('-', '_')}"])
        label = SubElement(line, "strong")
        label.text = words[f"clauses.{status}"]
        label.tail = " " + words["clauses.comma"].join(dates(document, words))
        current = registry.current(document.language, document.work)
        if status != "in_force" and registry.documents[document.language, document.work, current].status(registry.day) == "in_force":
            label.tail += words["clauses.semicolon"] + words["clauses.current"] + " "
            address = Address(document.work, current, "")
            url = self._extension.address(registry.where(document.language, address)[0], "")
            link = SubElement(line, "a", {"href": url} if url is not None else {})
            link.text = registry.documents[document.language, document.work, current].code
        line.tail = "\n"
        return line

    def _beside(self) -> Iterator[Element]:
        """What the reader sets to have other languages beside this one; `beside.js` shows it, where it can be done."""
        page, words, names = self._extension.page, self._words(), self._extension.names
        others = [one for one in self._extension.registry.languages if one != page.language and self._way(one) is not None]
        if others:
            control = Element("fieldset", {"class": "beside", "hidden": "", "data-failed": words["clauses.beside_failed"]})
            control.set("data-pagefind-ignore", "all")
            SubElement(control, "legend").text = words["clauses.beside"]
            for other in others:
                label = SubElement(control, "label", {"lang": other})
                SubElement(label, "input", {"type": "checkbox", "value": other, "autocomplete": "off"}).tail = names.get(other, other)
            control.tail = "\n"
            yield control

    def _way(self, language: str) -> str | None:
        """The address of this page in another language; None where there is none."""
        file = f"{language}/{self._extension.page.inside}"
        return self._extension.address(file, "") if file in self._extension.registry.pages else None

    def _notice(self, document: Document, notice: Notice) -> Element:
        box = Element("div", {"class": "admonition warning"})
        title = SubElement(box, "p", {"class": "admonition-title"})
        title.text = self._words()["clauses.notice"].format(date=written(notice.date, document.language))
        text = SubElement(box, "p")
        text.text = notice.text
        for link in self._clauses(document, notice):
            text[-1:] and setattr(text[-1], "tail", ", ")
            text.append(link)
        if len(text):
            text.text += " → "
        box.tail = "\n"
        return box

    def _clauses(self, document: Document, notice: Notice) -> Iterator[Element]:
        registry = self._extension.registry
        for clause in notice.clauses:
            address = Address(document.work, document.edition, clause)
            if known := registry.clause(document.language, address):
                link = Element("a", {"href": self._extension.address(known.file, known.anchor) or "", "class": "clause-ref"})
                link.text = registry.label_within(document.language, address)
                yield link

    def _words(self):
        return self._extension.words[self._extension.page.language]
