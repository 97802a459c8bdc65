"""The mark and the panel of a clause: how to cite it, its other languages, who cites it, what computes it, notices."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, partial
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

from plugins.clauses.cited import cited_by
from plugins.clauses.clause import Address, Citation, Notice, Worked
from plugins.clauses.escaped import escaped, quoted
from plugins.clauses.facts import citation, facts, written
from plugins.clauses.lasting import path
from plugins.clauses.places import HEADINGS
from plugins.clauses.scope import WITHIN

WAITING = re.compile("\x02clause-(mark|panel):([^\x03]+)\x03")
CLAUSE, NAME = "\x00", "\x01"  # in what the clauses of a page have in common: its number, and how it is called


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
                last = block
                if block.tag in HEADINGS:
                    self._mark_heading(block, mark(self._extension, clause, called(self._extension, clause)))
                else:
                    number, last = block[0][0], block[-1]
                    number.tail = (self._kept(panels.mark(clause)) if panels else f"\x02clause-mark:{clause}\x03") + (number.tail or "")
                last.tail = (last.tail or "") + (self._kept(panels.panel(clause)) if panels else f"\x02clause-panel:{clause}\x03") + "\n"

    def _kept(self, html: str) -> str:
        """What stands for finished HTML until the page is written: quicker than elements, and there are many."""
        return self.md.htmlStash.store(html)

    def _mark_heading(self, heading: Element, mark: dict[str, str]) -> None:
        """The permalink that toc may have put there already becomes the mark."""
        if len(heading) and heading[-1].get("class") == "headerlink":
            heading[-1].attrib.update(mark | {"class": "headerlink"})
        else:
            heading.append(Element("a", mark))


def with_panels(html: str, extension) -> str:
    """The extension's page with the marks and panels that it was left without: they are most of it, and MkDocs keeps all pages at once."""
    panels = PagePanels(extension)
    made = {"mark": panels.mark, "panel": panels.panel}
    return WAITING.sub(lambda waiting: made[waiting[1]](waiting[2]), html)


def mark(extension, clause: str, name: str) -> dict[str, str]:
    """The attributes of the link from a clause to itself."""
    said = extension.words[extension.page.language]["clauses.link_to"].format(clause=name)
    return {"class": "clause-mark", "href": f"#c-{clause}", "title": said, "aria-label": said, "data-pagefind-ignore": ""}


def called(extension, clause: str) -> str:
    """What a clause of the page is called."""
    document = extension.page.document
    return extension.registry.called(extension.page.language, Address(document.work, document.edition, clause), extension.page)


def capital(called: str) -> str:
    """As at the beginning of a sentence."""
    return called[:1].upper() + called[1:]


class PagePanels:
    """The marks and the panels of the extension's page."""

    def __init__(self, extension) -> None:
        self._extension, self._page, self._registry = extension, extension.page, extension.registry
        self._words = extension.words[self._page.language]
        self._cited, self._worked, self._notices = self._known()
        self._facts = facts(self._page.document, self._registry.day, self._words)
        spoken, work, edition = self._page.document.key
        others = (one for one in self._registry.languages if one != spoken)
        self._others = {language: self._registry.clauses.get((language, work, edition), {}) for language in others}
        self._shapes: dict[tuple, tuple[str, str]] = {}
        self._mark = "".join(f" {key}={quoted(value)}" for key, value in sorted(mark(extension, CLAUSE, NAME).items()))
        self._called = cache(partial(called, extension))

    def mark(self, clause: str) -> str:
        """The link from a clause to itself, as HTML."""
        name = quoted(self._called(clause))[1:-1]
        return f"<a{self._mark.replace(CLAUSE, clause).replace(NAME, name)}></a>"

    def panel(self, clause: str) -> str:
        """The panel of one clause, as HTML."""
        page, registry = self._page, self._registry
        cited, worked, notices = self._cited.get(clause, ()), self._worked.get(clause, ()), self._notices.get(clause, ())
        others = [known.get(clause) for known in self._others.values()]
        shape = (len(cited), bool(worked), bool(notices), *(other and other.file for other in others))
        if shape not in self._shapes:
            self._shapes[shape] = self._summary(*shape[:3]), self._place(shape[3:])
        summary, place = self._shapes[shape]
        called = self._called(clause)
        parts = [summary.replace(NAME, escaped(capital(called)))]
        parts += [self._notice(one) for one in notices]
        parts.append(place.replace(CLAUSE, clause).replace(NAME, escaped(called)))
        if worked:
            parts.append(f'<p class="clause-cited">{escaped(self._words["clauses.computed_by"])}</p>{self._steps(worked)}')
        if cited:
            parts.append(f'<p class="clause-cited">{escaped(self._words["clauses.cited_by"])}</p>')
            parts.append(cited_by(cited, registry, page, self._extension.address))
        return "".join(parts) + "</noscript></details>"  # a script takes it out when the panel is opened: see clauses.js

    def _known(self) -> tuple[dict[str, list[Citation]], dict[str, list[Worked]], dict[str, list[Notice]]]:
        """What is known of the page's clauses; what is of an item or a note counts for its clause."""
        page, registry = self._page, self._registry
        steps = self._extension.worked(page.language)
        kinds = {clause.id: clause for clause in page.scan.clauses}
        cited: dict[str, list[Citation]] = {}
        worked: dict[str, list[Worked]] = {}
        notices: dict[str, list[Notice]] = {}
        dated, citing = page.document.notices, registry.cited_by.get(page.document.key, {})
        work, edition = page.document.work, page.document.edition
        for clause in page.scan.clauses:
            citations, taken = citing.get(clause.id), steps.get(str(Address(work, edition, clause.id))) if steps else None
            told = [one for one in dated if clause.id in one.clauses] if dated else []
            if not (citations or taken or told):
                continue
            holder = clause
            while holder.kind in WITHIN and holder.parent in kinds:
                holder = kinds[holder.parent]
            cited.setdefault(holder.id, []).extend(citations or ())
            known = worked.setdefault(holder.id, [])
            known.extend(one for one in taken or () if one.file not in {other.file for other in known})
            notices.setdefault(holder.id, []).extend(told)
        return cited, worked, notices

    def _summary(self, cited: int, worked: bool, noticed: bool) -> str:
        """What is seen of a panel that is not open, for all clauses of which as much is known."""
        text = self._words
        said = [text["clauses.cited_by_count" if cited else "clauses.panel"].format(clause=NAME, count=cited)]
        said += [text["clauses.computed_too"]] * worked + [text["clauses.notice_too"]] * noticed
        known = " clause-panel--cited" if len(said) > 1 or cited else ""
        summary = escaped(text["clauses.comma"].join(said))
        return f'<details class="clause-panel{known}" data-pagefind-ignore="all"><summary>{summary}</summary><noscript>'

    def _place(self, files: Iterable[str | None]) -> str:
        """How to cite any clause of the page, and the ways to it in the other languages, of which each has it in one of `files`."""
        page, text = self._page, self._words
        address = Address(page.document.work, page.document.edition, CLAUSE)
        line = f'<p class="clause-cite"><span>{escaped(citation(page.document, NAME, self._facts, text))}</span>'
        line += f" <a href={quoted(self._extension.root + path(address))}>{escaped(str(address))}</a></p>"
        links = []
        for language, file in zip(self._others, files):
            if file and (url := self._extension.address(file, f"c-{CLAUSE}")) is not None:
                name = escaped(self._extension.names.get(language, language))
                links.append(f'<a href={quoted(url)} hreflang="{language}" lang="{language}">{name}</a> ')
        return line + (f'<p class="clause-languages">{escaped(text["clauses.other_languages"])} {"".join(links)}</p>' if links else "")

    def _notice(self, notice: Notice) -> str:
        date = self._words["clauses.notice"].format(date=written(notice.date, self._page.language))
        return f'<p class="clause-notice"><strong>{escaped(date)}</strong> {escaped(notice.text)}</p>'

    def _steps(self, worked: Iterable[Worked]) -> str:
        """One step of each calculator's page, and the way to take it again with other numbers."""
        entries = []
        for one in worked:
            url = (self._extension.address(one.file, "") or "") + one.query
            entries.append(f"<li><a href={quoted(url)}>{escaped(self._registry.pages[one.file].title)}</a> {escaped(one.text)}</li>")
        return f"<ul>{''.join(entries)}</ul>"
