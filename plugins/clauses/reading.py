"""From the texts of all languages to their registry. A language is read by itself: where there are processors, some are read beside others."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache, partial
from hashlib import blake2b
from itertools import accumulate, chain
from sys import intern
from typing import NamedTuple

from plugins.clauses.ahead import Ahead
from plugins.clauses.brackets import unpaired
from plugins.clauses.clause import Address, Citation, Clause, Document, Key, Problem
from plugins.clauses.flat import Flat, flat, page_of
from plugins.clauses.front_matter import document
from plugins.clauses.grammar import grammar
from plugins.clauses.kept import digest
from plugins.clauses.prose import WIKI, sentence_around, unwritten, without_code
from plugins.clauses.recogniser import Read, Recogniser
from plugins.clauses.registry import Page, Registry, own_cover, reference
from plugins.clauses.scanner import Scanner
from plugins.clauses.uncollected import uncollected

LANGUAGE = re.compile(r"[a-z]{2}(?:-[A-Za-z]{2,4})?")
Texts = Sequence[tuple[str, str]]  # files below the documents' folder, with what they say
Covers = dict[str, Document | None]  # by folder; None for one whose cover page is wrong


class Added(NamedTuple):
    """A digest of a language's texts, its pages, the problems that were met, and what its recogniser remembers."""

    digest: bytes
    pages: list[Flat]
    problems: list[Problem]
    seen: dict[str, Read]


class Reading:
    """Reads documents in some `languages`.

    Others, as many `processes` as there are processors for, begin at once with what `texts` gives there, the last language first. What
    they have read is taken when the registry is asked for, if these were the texts.
    """

    def __init__(self, languages: Iterable[str], day: date, texts: Callable[[], Texts], *, processes: int = 0) -> None:
        self._languages, self._day = tuple(dict.fromkeys(languages)), day
        known = sorted(self._languages)
        work = partial(read_apart, self._languages, day, cache(lambda: by_language(texts())))
        self._ahead = Ahead(known, work, processes if len(known) > 1 else 0, left=0, calm=0)

    @uncollected()
    def registry(self, texts: Texts, before: Registry | None = None) -> Registry:
        """The registry of `texts`; what has not changed since the registry `before` is taken from it."""
        registry, parts = Registry(self._languages, self._day), by_language(texts)
        covers = read_covers(registry, chain.from_iterable(parts.values()))
        for language in registry.languages:
            own, known = registry.documents_in(language), before and before.recognisers.get(language)
            same = known and own == before.documents_in(language)
            registry.recognisers[language] = known if same else Recogniser(grammar(language), own)
        for language in sorted(registry.languages):
            own, made = parts.get(language, []), self._ahead.take(language)
            if made and made.digest == digest_of(own):
                add(registry, language, made, covers)
                continue
            if made:  # the texts are others by now: no more of them is waited for
                self.end()
            read_language(registry, language, own, covers, before)
        self.end()
        return registry

    def end(self) -> None:
        """Gives up what is not read yet."""
        self._ahead.end()


def read(sources: Iterable[tuple[str, str]], languages: Iterable[str], day: date, before: Registry | None = None, *, processes: int = 0) -> Registry:
    """The registry of `sources`, pairs of a file below the documents' folder and its text: see `Reading`."""
    texts = list(sources)
    reading = Reading(languages, day, lambda: texts, processes=processes)
    try:
        return reading.registry(texts, before)
    finally:
        reading.end()


def by_language(texts: Texts) -> dict[str, Texts]:
    """The texts of each language in their order."""
    found: dict[str, list[tuple[str, str]]] = {}
    for text in sorted(texts, key=lambda text: reading_order(text[0])):
        found.setdefault(text[0].partition("/")[0], []).append(text)
    return found


def digest_of(texts: Texts) -> bytes:
    """What tells these texts from others."""
    return digest(*chain.from_iterable(texts))


def read_language(registry: Registry, language: str, texts: Texts, covers: Covers, before: Registry | None = None) -> None:
    """Reads all texts of a language into the registry."""
    for file, text in texts:
        read_page(registry, file, text, covers, before)
    same = before is not None and reachable(before, language) == reachable(registry, language)
    pages = [registry.pages[file] for file, _ in texts if file in registry.pages]
    for page in pages:
        then = before.pages.get(page.file) if same else None
        if then and then.scan is page.scan:  # the same words, and all that they could mean
            page.cited, page.broken = then.cited, then.broken
        else:
            read_citations(registry, page)
        registry.problems.extend(page.broken)
    registry.cited_by |= cited_by(pages)


def reachable(registry: Registry, language: str) -> tuple:
    """All that words of a language may lead to."""
    return registry.day, registry.documents, {key: list(clauses) for key, clauses in registry.clauses.items() if key[0] == language}


def cited_by(pages: Iterable[Page]) -> dict[Key, dict[str, list[Citation]]]:
    """Who of a language's pages cites which clause."""
    found: dict[Key, dict[str, list[Citation]]] = {}
    for page in pages:
        for citation, target in page.cited:
            if target is not None:
                found.setdefault((page.language, target.work, target.edition), {}).setdefault(target.clause, []).append(citation)
    return found


@uncollected()
def read_apart(languages: tuple[str, ...], day: date, texts: Callable[[], dict[str, Texts]], language: str) -> Added:
    """In another process: what reading a language adds to the registry."""
    registry, own = Registry(languages, day), texts().get(language, [])
    covers = read_covers(registry, own)
    told = len(registry.problems)
    recogniser = registry.recognisers[language] = Recogniser(grammar(language), registry.documents_in(language))
    read_language(registry, language, own, covers)
    return Added(digest_of(own), list(map(flat, registry.pages.values())), registry.problems[told:], recogniser.seen)


def add(registry: Registry, language: str, added: Added, covers: Covers) -> None:
    """Puts a language that another process has read into the registry."""
    added.pages.reverse()
    pages = []
    while added.pages:  # one after the other, so that none is held twice
        pages.append(page := page_of(registry, added.pages.pop(), covers))
        registry.pages[page.file] = page
        number(registry, page)
    registry.recognisers[language].seen |= added.seen
    registry.cited_by |= cited_by(pages)
    registry.problems += added.problems


def reading_order(file: str) -> tuple:
    """Sections by number, annexes after them: 2.md before 10.md before a.md."""
    folder, _, name = file.rpartition("/")
    stem = name.removesuffix(".md")
    number = re.fullmatch(r"(annex-)?(\d+)", stem)
    return folder, stem != "index", not stem.isdigit(), int(number[2]) if number else 0, stem


def read_covers(registry: Registry, texts: Iterable[tuple[str, str]]) -> Covers:
    """The documents by folder; None for a folder whose cover page is wrong, so that its pages raise nothing more."""
    covers: Covers = {}
    strange: set[str] = set()  # folders that are told already as no language
    for file, text in texts:
        language, _, inside = file.partition("/")
        is_cover = inside.endswith("/index.md") and text.removeprefix("\ufeff").startswith("---")
        if language not in registry.languages:
            if inside and language not in strange and (LANGUAGE.fullmatch(language) or is_cover and any(document(text, file, language))):
                strange.add(language)
                known = ", ".join(registry.languages)
                message = f"folder '{language}' is none of the languages {known}: add it to 'languages' or move it"
                registry.problems.append(Problem(file, 1, "S03", message))
            continue
        if not is_cover:
            continue
        cover, problems = document(text, file, language)
        folder = file.rpartition("/")[0]
        registry.problems.extend(problems)
        if problems:
            covers[folder] = None
        if cover is None:
            continue
        if first := registry.documents.get(cover.key):
            message = f"{cover.work}:{cover.edition} has a cover page already: {first.file}"
            registry.problems.append(Problem(file, 1, "C02", message))
            covers[folder] = None
            continue
        registry.documents[cover.key] = covers[folder] = cover
    return covers


def read_page(registry: Registry, file: str, text: str, covers: Covers, before: Registry | None) -> None:
    """Scans one page into the registry."""
    folder, _, name = file.rpartition("/")
    language, owner = file.partition("/")[0], covers.get(folder)
    if folder in covers and owner is None:
        return
    numbered = owner is not None and name != "index.md"
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16, key=b"clauses" if numbered else b"").digest()
    known = before.pages.get(file) if before else None
    scan = known.scan if known and known.digest == digest else Scanner(grammar(language), file, numbered=numbered).read(text)
    registry.problems.extend(scan.problems)
    page = registry.pages[file] = Page(file, language, owner, scan, digest)
    if owner is None:
        if line := numbered_title(text, name):
            message = "page has a numbered title but its folder has no cover page index.md with 'work:'"
            registry.problems.append(Problem(file, line, "S03", message))
        return
    for clause, first in number(registry, page):
        message = f"clause {owner.work}:{owner.edition}/{clause.id} stands here and at {first.file}:{first.line}"
        if {first.kind, clause.kind} == {"bullet", "item"}:
            message += ": bullets are counted like 1), 2); mark one of the two lists a), b)"
        registry.problems.append(Problem(page.file, clause.line, "C02", message))


def number(registry: Registry, page: Page) -> list[tuple[Clause, Clause]]:
    """Puts the clauses of a page into the registry; those whose number is taken, with the clause that has it."""
    owner, twice = page.document, []
    if owner is None:
        return twice
    known = registry.clauses.setdefault(owner.key, {})
    for clause in page.scan.clauses:
        if (first := known.setdefault(clause.id, clause)) is not clause:
            twice.append((clause, first))
    return twice


def numbered_title(text: str, name: str) -> int:
    """The line of a title that begins with the number that the page is named for; 0 when there is none."""
    stem = name.removesuffix(".md")
    if stem.isdigit() and (match := re.search(rf"^# {stem}[. ]", text, re.MULTILINE)):
        return text.count("\n", 0, match.start()) + 1
    return 0


def read_citations(registry: Registry, page: Page) -> None:
    """The references on one page, `[[…]]` and in prose."""
    recogniser = registry.recognisers[page.language]
    ends = recogniser.grammar.sentence_end
    for block in page.scan.blocks:
        text = "\n".join(block.lines)
        source = block.clause
        breaks = list(accumulate(len(one) + 1 for one in block.lines)) if len(block.lines) > 1 else []
        if "[[" in text:
            for match in WIKI.finditer(without_code(text)):
                named = registry.shared(Address(*(reference(match[1]) or ("", "", match[1]))))
                line = block.line + bisect(breaks, match.start())
                sentence = sentence_around(text, *match.span(), ends)
                citation = Citation(page.file, line, source, named, match[0], sentence, True, block.aside)
                page.cited.append((citation, registry.written(page, match[1])))
        if "[[" in text or "]]" in text:
            for at, said in unpaired(text):
                page.broken.append(Problem(page.file, block.line + bisect(breaks, at), "S04", said))
        if not block.linked:
            continue
        before: Address | None = None
        for mention in (one.within(source) for one in recogniser.mentions(unwritten(text))):
            if mention.clause.startswith("-"):
                continue  # there is no clause that it could be an item of
            target = registry.resolve(page, mention)
            if target is None and (block.aside or not mention.certain or not (mention.work or page.document)):
                continue
            if own_cover(page, target):
                continue
            line = block.line + bisect(breaks, mention.start)
            written = intern(text[mention.start : mention.end])
            sentence = sentence_around(text, mention.start, mention.end, ends)
            named = registry.shared(Address(mention.work, mention.edition, mention.clause))
            citation = Citation(page.file, line, source, named, written, sentence, False, block.aside)
            if mention.through and before and target:
                for between in clauses_between(registry, page.language, before, target):
                    page.cited.append((citation, between))
            page.cited.append((citation, target))
            before = target


def clauses_between(registry: Registry, language: str, first: Address, last: Address) -> Iterable[Address]:
    """The clauses that a range such as 6.1 to 6.3, A to C or a) to c) leaves unsaid."""
    (stem, begin), (other, end) = (re.fullmatch(r"(.*?)(\d+|[A-Za-z]?)", one.clause).groups() for one in (first, last))
    if first[:2] == last[:2] and stem == other and begin.isdigit() == end.isdigit() and begin and end:
        numbers = begin.isdigit()
        for value in range(int(begin) + 1, int(end)) if numbers else range(ord(begin) + 1, ord(end)):
            address = first._replace(clause=f"{stem}{value if numbers else chr(value)}")
            if registry.clause(language, address):
                yield address
