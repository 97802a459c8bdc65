"""Every clause of every document in every language, and who cites it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from plugins.clauses.clause import Address, Citation, Clause, Document, Key, Mention, Problem
from plugins.clauses.grammar import Grammar, grammar
from plugins.clauses.joined import within
from plugins.clauses.numbering import section_of
from plugins.clauses.prose import plain
from plugins.clauses.recogniser import Recogniser, narrow
from plugins.clauses.scanner import Scan

WRITTEN = re.compile(
    r"(?:(?P<work>[A-Z][A-Z0-9]+)(?::(?:(?P<edition>[A-Za-z0-9][^/\s]*)/)?(?P<clause>[A-Za-z0-9][A-Za-z0-9.-]*))?"
    r"|(?P<own>[A-Za-z0-9][A-Za-z0-9.-]*))$"
)

# ba), which stands within b), whether that is named, too; neither ii) nor CNAS's note.
WITHIN_ITEM = re.compile(r"(?P<clause>(?:annex-)?[^-]*-(?:h?\d+-)?)(?:(?P<named>[a-z])-(?=(?P=named)))?(?!cn|[ivx]{2})(?P<outer>[a-z])(?P<inner>[a-z])")
LONGEST = 80  # signs: nothing with more is the number of a clause


def reference(written: str) -> tuple[str, str, str] | None:
    """Work, edition and clause of the inside of `[[…]]`; None when it is none.

    >>> reference("CC105:2020/3.9")
    ('CC105', '2020', '3.9')
    >>> reference("3.9")
    ('', '', '3.9')
    """
    match = WRITTEN.match(narrow(written).strip())
    if match is None:
        return None
    return match["work"] or "", match["edition"] or "", match["clause"] or match["own"] or ""


@dataclass(slots=True)
class Page:
    """A Markdown page: its language, the document it belongs to, if any, and what it holds."""

    file: str  # zh/cc105/3.md
    language: str
    document: Document | None
    scan: Scan
    digest: bytes = b""  # of its text and of how it was read
    cited: list[tuple[Citation, Address | None]] = field(default_factory=list)
    broken: list[Problem] = field(default_factory=list)  # references that are not closed

    @property
    def inside(self) -> str:
        """The path below the language folder, the same in every language."""
        return self.file.partition("/")[2]

    @property
    def annex(self) -> str:
        """The numbered annex that the page is, "" for another page."""
        first = self.scan.clauses[0].id if self.scan.clauses else ""
        return first if first.startswith("annex-") else ""

    @property
    def title(self) -> str:
        """The words of the first heading."""
        return next((plain(block.lines[0]) for block in self.scan.blocks if not block.linked), self.file)

    @property
    def numbered(self) -> bool:
        """Whether the page has clauses: every page of a document but its cover."""
        return self.document is not None and not self.file.endswith("/index.md")


@dataclass(slots=True)
class Registry:
    """What the scanner found, ready to be asked. Made by `reading`, not changed afterwards."""

    languages: tuple[str, ...]
    day: date
    documents: dict[Key, Document] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)
    clauses: dict[Key, dict[str, Clause]] = field(default_factory=dict)  # of each document by number, in order
    cited_by: dict[Key, dict[str, list[Citation]]] = field(default_factory=dict)
    work: str | None = None  # of a part: its own
    problems: list[Problem] = field(default_factory=list)
    recognisers: dict[str, Recogniser] = field(default_factory=dict)
    remembered: dict[str, Any] = field(default_factory=dict)  # what is worked out of it and shared
    addresses: dict[Address, Address] = field(default_factory=dict)  # one object for all references to a clause, or by the same words
    _current: dict[tuple[str, str], str] = field(default_factory=dict)

    @property
    def citations(self) -> Iterator[tuple[Page, Citation, Address | None]]:
        """Every reference, with its page and the place that it leads to."""
        for page in self.pages.values():
            for citation, target in page.cited:
                yield page, citation, target

    def works(self) -> dict[str, list[Page]]:
        """The pages of each work, in all languages and editions; under "" those of none."""
        found: dict[str, list[Page]] = {}
        for page in self.pages.values():
            found.setdefault(page.document.work if page.document else "", []).append(page)
        return found

    def part(self, work: str, pages: Iterable[Page]) -> Registry:
        """One work alone, to be gone through: what its pages lead to can be asked for as before."""
        return replace(self, pages={page.file: page for page in pages}, work=work, problems=[], remembered={})

    def gone_through(self) -> Iterator[tuple[Key, dict[str, Clause]]]:
        """The documents that are gone through, with their clauses: all of them, or those of the part's work."""
        return ((key, clauses) for key, clauses in self.clauses.items() if self.work is None or key[1] == self.work)

    def clause(self, language: str, address: Address) -> Clause | None:
        """The clause at an address, if the language has it."""
        work, edition, clause = address
        own = self.clauses.get((language, work, edition))
        return own.get(clause) if own else None

    def every_clause(self) -> Iterator[tuple[str, Address, Clause]]:
        """All clauses in all languages, each with its language and its address."""
        for (language, work, edition), clauses in self.clauses.items():
            for clause in clauses.values():
                yield language, Address(work, edition, clause.id), clause

    def pages_of(self, document: Document) -> list[Page]:
        """A document's pages, its cover among them."""
        if "pages" not in self.remembered:
            self.remembered["pages"] = found = {}
            for page in self.pages.values():
                if page.document:
                    found.setdefault(page.document.file, []).append(page)
        return self.remembered["pages"][document.file]

    def documents_in(self, language: str) -> list[Document]:
        """The documents that one language has."""
        return [one for one in self.documents.values() if one.language == language]

    def current(self, language: str, work: str) -> str:
        """The edition in force on the registry's day, else the last one; "" for an unknown work."""
        if not self._current:
            for one in sorted(self.documents.values(), key=lambda one: (one.in_force(self.day), one.in_force_from or date.min, one.edition)):
                self._current[one.language, one.work] = one.edition
        return self._current.get((language, work), "")

    def address(self, page: Page, work: str, edition: str, clause: str) -> Address | None:
        """The clause that is meant by words on `page`; None when there is none."""
        own = page.document
        if len(clause) > LONGEST:
            return None
        if not work:
            if own is None:
                return None
            work, edition = own.work, own.edition
        edition = edition or (own.edition if own and own.work == work else self.current(page.language, work))
        if (page.language, work, edition) not in self.documents:
            return None
        for written in spellings(clause):
            address = Address(work, edition, written)
            if not written or self.clause(page.language, address):
                return self.shared(address)
        if own is not None and (own.work, own.edition) == (work, edition):
            return None  # a text calls its clauses by the numbers that they have
        moved = self.moved(page.language, Address(work, edition, clause))
        return moved if self.clause(page.language, moved) else None

    def shared(self, address: Address) -> Address:
        """An equal address that is kept already, or this one."""
        return self.addresses.setdefault(address, address)

    def page_of(self, document: Document, clause: str) -> str:
        """The page of a document on which a number stands or would stand; its cover, when there is none."""
        section = f"{document.folder}/{section_of(clause)}.md"
        return section if section in self.pages else document.file

    def resolve(self, page: Page, mention: Mention) -> Address | None:
        """The clause that a reference in prose means; in a numbered annex, which counts anew, first one of its own."""
        if page.annex and not mention.work and (own := self.address(page, "", "", within(page.annex, mention.clause))):
            return own
        return self.address(page, mention.work, mention.edition, mention.clause)

    def written(self, page: Page, inside: str) -> Address | None:
        """The clause that `[[inside]]` means; a bare word may be a table of this document or another document."""
        parts = reference(inside)
        if parts is None:
            return None
        work, edition, clause = parts
        if work and not clause and page.document and (own := self.address(page, "", "", work)):
            return own
        return self.address(page, work, edition, clause)

    def moved(self, language: str, address: Address) -> Address:
        """Where a clause stands now: under its new number if `was:` tells one, else where it says."""
        if self.clause(language, address):
            return address
        return address._replace(clause=self.traces(self.documents[language, address.work, address.edition]).get(address.clause) or address.clause)

    def traces(self, document: Document) -> dict[str, str]:
        """The old numbers of a document, as it tells them, with those below a clause that was renumbered: they went with it."""
        known = self.remembered.setdefault("traces", {})
        if document.file not in known:
            known[document.file] = found = document.traces
            for old, new in document.was:
                for clause in self.clauses.get(document.key, ()):
                    if clause.startswith((f"{new}.", f"{new}-")):
                        found.setdefault(old + clause.removeprefix(new), clause)
        return known[document.file]

    def where(self, language: str, address: Address) -> tuple[str, str]:
        """The file and the anchor of a clause, or of what tells that it is gone; of a document, its cover page."""
        if clause := self.clause(language, address):
            return clause.file, clause.anchor
        document = self.documents[language, address.work, address.edition]
        if address.clause in document.traces:
            return self.page_of(document, address.clause), f"c-{address.clause}"
        return document.file, ""

    def label(self, language: str, address: Address, page: Page | None = None) -> str:
        """How a reader of `language` calls a clause; with the document's code outside of that document."""
        clause = self.clause(language, address)
        labels = self.grammar(language).labels
        text = address.clause
        if clause and clause.kind == "annex":
            text = clause.called[:1].lower() + clause.called[1:] if labels["annex"][0].islower() else clause.called
        elif clause and clause.kind == "clause" and text.startswith("annex-"):
            annex, _, number = text.partition(".")
            text = labels["document"].format(code=self.label_within(language, address._replace(clause=annex)), label=labels["clause"].format(number))
        elif clause and clause.kind in ("table", "figure"):
            bare = address.clause.removeprefix("fig-").removeprefix("tab-")
            text = labels[clause.kind].format(re.sub(r"(?<=[A-Z])(?=\d)", "\u00a0", bare))
        elif clause and clause.kind in ("item", "bullet", "note", "heading"):
            text = self._inner_label(language, address, clause)
        own = page.document if page else None
        if own is not None and (own.work, own.edition) == (address.work, address.edition):
            return text
        code = self.documents[language, address.work, address.edition].code
        return labels["document"].format(code=code, label=text) if text else code

    def _inner_label(self, language: str, address: Address, clause: Clause) -> str:
        outer = self.label_within(language, address._replace(clause=clause.parent)) if clause.parent else ""
        last = address.clause[len(clause.parent) :].lstrip("-")
        labels = self.grammar(language).labels
        if clause.kind == "heading":
            return f"{outer}: {clause.title}" if outer else clause.title
        if match := re.fullmatch(r"(c?)n(\d*)", last):
            word = labels["cnas_note" if match[1] else "note"]
            return f"{outer}, {word} {match[2]}".strip()
        if clause.kind == "bullet":
            return f"{outer}, {labels['bullet'].format(last)}".strip(" ,")
        return f"{outer} {last})".strip()

    def called(self, language: str, address: Address, page: Page | None = None) -> str:
        """The label with the word for clause before a bare number: 'clause 3.9'."""
        label = self.label(language, address, page)
        return self.grammar(language).labels["clause"].format(label) if label == address.clause else label

    def label_within(self, language: str, address: Address) -> str:
        """The label of a clause for readers of its own document."""
        clause = self.clause(language, address)
        page = self.pages.get(clause.file) if clause else None
        return self.label(language, address, page)

    def grammar(self, language: str) -> Grammar:
        """The grammar of one of the registry's languages."""
        return grammar(language)


def spellings(clause: str) -> Iterable[str]:
    """The address as written, then with its last parts as items: 8.5-e may be item 5 e) of clause 8, 8-ba its item a) within b)."""
    yield clause
    if inner := WITHIN_ITEM.fullmatch(clause):
        yield f"{inner['clause']}{inner['outer']}-{inner['inner']}"
    number, dash, items = re.fullmatch(r"((?:annex-)?[^-]*)(-?)(.*)", clause).groups()
    while "." in number:
        number, _, last = number.rpartition(".")
        items, dash = f"{last}{dash}{items}", "-"
        yield f"{number}-{items}"


def own_cover(page: Page, target: Address | None) -> bool:
    """Whether a reference is only the document's own code."""
    return target is not None and not target.clause and page.document is not None and (page.document.work, page.document.edition) == target[:2]
