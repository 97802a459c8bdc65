"""The mark and the panel of a clause: how to cite it, its other languages, who cites it, what computes it, notices."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

from plugins.clauses.cited import Cited, cited_by
from plugins.clauses.clause import Address, Notice, Worked
from plugins.clauses.escaped import escaped, quoted
from plugins.clauses.facts import citation, facts, written
from plugins.clauses.lasting import path
from plugins.clauses.places import HEADINGS
from plugins.clauses.scope import WITHIN


WAITING = re.compile("\x02clause-panel:([^\x03]+)\x03")


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
        panels = None if self._extension.panels_later else PagePanels(self._extension)
        for block in root:
            if clause := block.attrib.pop("data-clause", None):
                mark, last = self._mark(clause), block
                if block.tag in HEADINGS:
                    self._mark_heading(block, mark)
                else:
                    number, last = block[0][0], block[-1]
                    shown = "".join(f" {key}={quoted(value)}" for key, value in sorted(mark.items()))
                    number.tail = self._kept(f"<a{shown}></a>") + (number.tail or "")
                last.tail = (last.tail or "") + (self._kept(panels.panel(clause)) if panels else f"\x02clause-panel:{clause}\x03") + "\n"

    def _kept(self, html: str) -> str:
        """What stands for finished HTML until the page is written: quicker than elements, and there are many."""
        return self.md.htmlStash.store(html)

    def _mark(self, clause: str) -> dict[str, str]:
        """The attributes of the link to the clause itself."""
        page, registry = self._extension.page, self._extension.registry
        called = registry.called(page.language, Address(page.document.work, page.document.edition, clause), page)
        name = self._extension.words[page.language]["clauses.link_to"].format(clause=capital(called))
        return {"class": "clause-mark", "href": f"#c-{clause}", "title": name, "aria-label": name, "data-pagefind-ignore": ""}

    def _mark_heading(self, heading: Element, mark: dict[str, str]) -> None:
        """The permalink that toc may have put there already becomes the mark."""
        if len(heading) and heading[-1].get("class") == "headerlink":
            heading[-1].attrib.update(mark | {"class": "headerlink"})
        else:
            heading.append(Element("a", mark))


def waiting(html: str) -> list[str]:
    """The clauses of a page that was left without its panels: they are most of it, and MkDocs keeps all pages at once."""
    return WAITING.findall(html)


def made_later(clauses: Iterable[str], extension) -> dict[str, str]:
    """The panels of some clauses of the extension's page."""
    panels = PagePanels(extension)
    return {clause: panels.panel(clause) for clause in clauses}


def with_panels(html: str, panels: Mapping[str, str]) -> str:
    """The page with the panels that were left for later."""
    return WAITING.sub(lambda waiting: panels[waiting[1]], html)


def capital(called: str) -> str:
    """As at the beginning of a sentence."""
    return called[:1].upper() + called[1:]


class PagePanels:
    """The panels of the extension's page."""

    def __init__(self, extension) -> None:
        self._extension = extension
        self._cited, self._worked, self._notices = self._known()
        self._facts = facts(extension.page.document, extension.registry.day, self._words())

    def panel(self, clause: str) -> str:
        """The panel of one clause, as HTML."""
        page, registry = self._extension.page, self._extension.registry
        address = Address(page.document.work, page.document.edition, clause)
        called = registry.called(page.language, address, page)
        return self._panel(address, called, capital(called))

    def _known(self) -> tuple[dict[str, list[Cited]], dict[str, list[Worked]], dict[str, list[Notice]]]:
        """What is known of the page's clauses; what is of an item or a note counts for its clause."""
        page, registry = self._extension.page, self._extension.registry
        steps = self._extension.worked(page.language)
        kinds = {clause.id: clause for clause in page.scan.clauses}
        cited: dict[str, list[Cited]] = {}
        worked: dict[str, list[Worked]] = {}
        notices: dict[str, list[Notice]] = {}
        dated = page.document.notices
        for clause in page.scan.clauses:
            address = Address(page.document.work, page.document.edition, clause.id)
            citations, taken = registry.cited_by.get((page.language, address)), steps.get(str(address)) if steps else None
            told = [one for one in dated if clause.id in one.clauses] if dated else []
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

    def _panel(self, address: Address, called: str, name: str) -> str:
        text, page, registry = self._words(), self._extension.page, self._extension.registry
        cited, worked, notices = (known.get(address.clause, ()) for known in (self._cited, self._worked, self._notices))
        said = [text["clauses.cited_by_count" if cited else "clauses.panel"].format(clause=name, count=len(cited))]
        said += [text["clauses.computed_too"]] * bool(worked) + [text["clauses.notice_too"]] * bool(notices)
        known = " clause-panel--cited" if len(said) > 1 or cited else ""
        parts = [
            f'<details class="clause-panel{known}" data-pagefind-ignore="all"><summary>{escaped(text["clauses.comma"].join(said))}</summary><noscript>',
            *(self._notice(one) for one in notices),
            f'<p class="clause-cite"><span>{escaped(citation(page.document, called, self._facts, text))}</span>',
            f" <a href={quoted(self._extension.root + path(address))}>{escaped(str(address))}</a></p>",
        ]
        if links := self._languages(address):
            parts.append(f'<p class="clause-languages">{escaped(text["clauses.other_languages"])} {links}</p>')
        if worked:
            parts.append(f'<p class="clause-cited">{escaped(text["clauses.computed_by"])}</p>{self._steps(worked)}')
        if cited:
            parts.append(f'<p class="clause-cited">{escaped(text["clauses.cited_by"])}</p>')
            parts.append(cited_by(cited, registry, page, self._extension.address))
        return "".join(parts) + "</noscript></details>"  # a script takes it out when the panel is opened: see clauses.js

    def _notice(self, notice: Notice) -> str:
        date = self._words()["clauses.notice"].format(date=written(notice.date, self._extension.page.language))
        return f'<p class="clause-notice"><strong>{escaped(date)}</strong> {escaped(notice.text)}</p>'

    def _languages(self, address: Address) -> str:
        page, registry = self._extension.page, self._extension.registry
        links = []
        for language in registry.languages:
            clause = None if language == page.language else registry.clauses.get((language, address))
            if clause and (url := self._extension.address(clause.file, clause.anchor)) is not None:
                name = escaped(self._extension.names.get(language, language))
                links.append(f'<a href={quoted(url)} hreflang="{language}" lang="{language}">{name}</a> ')
        return "".join(links)

    def _steps(self, worked: Iterable[Worked]) -> str:
        """One step of each calculator's page, and the way to take it again with other numbers."""
        entries = []
        for one in worked:
            url = (self._extension.address(one.file, "") or "") + one.query
            entries.append(f"<li><a href={quoted(url)}>{escaped(self._extension.registry.pages[one.file].title)}</a> {escaped(one.text)}</li>")
        return f"<ul>{''.join(entries)}</ul>"
