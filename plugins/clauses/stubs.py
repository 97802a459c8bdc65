"""The clauses that a language lacks, as marked copies of the original's in their right place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from plugins.clauses.clause import Clause, Document
from plugins.clauses.grammar import Grammar, grammar
from plugins.clauses.recogniser import annex_id
from plugins.clauses.registry import Page, Registry
from plugins.clauses.scanner import STUB, WAIVER, clean_lines, front_matter_end

MARK = "<!-- untranslated -->"
WITHIN = ("item", "bullet", "note")


def stubs(registry: Registry, texts: Mapping[str, str], language: str, work: str = "") -> dict[str, str]:
    """The pages of `language` that have to be written or changed; of one work, or of all."""
    made: dict[str, str] = {}
    for original in originals(registry, language, work):
        own = registry.documents.get((language, original.work, original.edition))
        folder = own.folder if own else f"{language}/{original.folder.partition('/')[2]}"
        for file, page in registry.pages.items():
            if page.document is not original:
                continue
            target = f"{folder}/{file.rpartition('/')[2]}"
            if target not in texts:
                made[target] = marked_page(in_words_of(texts[file], original.language, language), page)
            elif page.numbered and (text := completed(in_words_of(texts[file], original.language, language), page, texts[target], registry.pages[target])):
                made[target] = text
    return made


def in_words_of(text: str, source: str, language: str) -> str:
    """A page with the words for note, table, figure and annex of another language: without them these would have no address."""
    return "\n".join(renamed(line, grammar(source), grammar(language)) for line in clean_lines(text))


def renamed(line: str, source: Grammar, own: Grammar) -> str:
    """One line of it.

    >>> renamed("## 表 QMS 1——人数", grammar("zh"), grammar("hu")), renamed("    注 2：无", grammar("zh"), grammar("ru"))
    ('## QMS 1. táblázat——人数', '    Примечание 2: 无')
    >>> renamed("# 附件一 申请书", grammar("zh"), grammar("hu"))
    '# 1. melléklet 申请书'
    """
    head = re.match(r"#+\s+|\s*", line)[0]
    rest = line[len(head) :]
    for kind, mark in (("table", source.marks.table), ("figure", source.marks.figure), ("annex", source.marks.annex)):
        if head.startswith("#") and (match := mark.match(rest)) and (kind != "annex" or annex_id(match["id"])):
            named = annex_id(match["id"]).removeprefix("annex-") if kind == "annex" else match["id"]
            return head + upper(own.labels["annex_number" if named.isdigit() and kind == "annex" else kind].format(named)) + rest[match.end() :]
    for kind, mark in (("cnas_note", source.marks.cnas_note), ("note", source.marks.note)):
        if match := mark.match(rest):
            number = match["n"] or ""
            named = f"{number}. {own.labels[kind]}" if number and own.language == "hu" else upper(f"{own.labels[kind]} {number}".strip())
            return f"{head}{named}: {rest[match.end() :].lstrip()}"
    return line


def upper(words: str) -> str:
    """With a capital first letter."""
    return words[:1].upper() + words[1:]


def originals(registry: Registry, language: str, work: str) -> Iterator[Document]:
    """Each document in the language that it was written in, or in the first that has it."""
    for name, edition in dict.fromkeys((one.work, one.edition) for one in registry.documents.values()):
        having = [one for one in registry.languages if one != language and (one, name, edition) in registry.documents]
        if having and work in ("", name, f"{name}:{edition}"):
            own = registry.documents[having[0], name, edition].source_language
            yield registry.documents[own if own in having else having[0], name, edition]


def marked_page(text: str, page: Page) -> str:
    """A whole page as a stub; of a cover the front matter stays as it is, but for what tells of the text."""
    lines = clean_lines(text)
    head = front_matter_end(lines)
    if not page.numbered:
        return "\n".join([*lines[:head], *without_marks(lines[head:])]).rstrip("\n") + f"\n\n{MARK}\n"
    return "\n".join([*lines[:head], *marked(lines, page.scan.clauses, head + 1, len(lines) + 1)]).rstrip("\n") + "\n"


def completed(text: str, page: Page, own_text: str, own: Page) -> str:
    """The page of a translation with what it lacks; "" when it lacks nothing."""
    present = {clause.id for clause in own.scan.clauses}
    source, lines = clean_lines(text), clean_lines(own_text)
    clauses = page.scan.clauses
    put: dict[int, list[str]] = {}  # before which line of the translation
    at = 0
    while at < len(clauses):
        if clauses[at].id in present:
            at += 1
            continue
        end = at + 1
        while end < len(clauses) and clauses[end].id not in present:
            end += 1
        last = clauses[end].line if end < len(clauses) else len(source) + 1
        place = next((one.line for one in own.scan.clauses if place_after(one, clauses[:at], own.scan.clauses)), len(lines) + 1)
        put.setdefault(place, []).extend(marked(source, clauses[at:end], clauses[at].line, last))
        at = end
    if not put:
        return ""
    done: list[str] = []
    for number, line in enumerate([*lines, ""], 1):
        if number in put:
            while done and not done[-1].strip():
                done.pop()
            done += ["", *put[number], ""]
        done.append(line)
    return "\n".join(done).rstrip("\n") + "\n"


def place_after(clause: Clause, before: list[Clause], own: list[Clause]) -> bool:
    """Whether a clause of the translation is the first after all that come before in the original."""
    known = {one.id for one in before}
    last = max((at for at, one in enumerate(own) if one.id in known), default=-1)
    return own.index(clause) == last + 1


def marked(lines: list[str], clauses: list[Clause], first: int, last: int) -> list[str]:
    """Lines `first` up to `last` of the original, with a mark after each clause and its items and notes."""
    starts = {clause.line for clause in clauses if clause.kind not in WITHIN and clause.line > first}
    found: list[str] = []

    def close() -> None:
        while found and not found[-1].strip():
            found.pop()
        found.extend(["", MARK, ""])

    for number in range(first, last):
        if number in starts:
            close()
        found.extend(without_marks([lines[number - 1]]))
    close()
    return found[:-1]


def without_marks(lines: list[str]) -> list[str]:
    """Without waivers and marks, which speak of the original."""
    return [line for line in lines if not WAIVER.match(line.strip()) and not STUB.match(line.strip())]
