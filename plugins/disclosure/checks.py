"""What stops the build: the disclosures of the body cannot silently be incomplete, old, or unequal between languages.

D01, the profile, is found while it is read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from plugins.clauses.clause import Problem
from plugins.clauses.nearest import nearest
from plugins.clauses.registry import Page, Registry, reference
from plugins.disclosure.blocks import BLOCKS
from plugins.disclosure.marks import MarkedPage, Placeholder
from plugins.disclosure.matrix import requirements
from plugins.disclosure.profile import FILE, Profile
from plugins.disclosure.schema import is_words, of, resolved

SEVERITY = dict.fromkeys(("D01", "D02", "D03", "D04", "D05"), "error")


def run(profile: Profile, pages: Iterable[MarkedPage], registry: Registry) -> list[Problem]:
    """Everything that is wrong, in all languages."""
    known = list(pages)
    found = [
        *without_page(profile, known, registry),
        *older_than_source(profile, known, registry),
        *unequal(known, registry),
        *unknown(profile, known, registry),
    ]
    return sorted(set(found))


def without_page(profile: Profile, pages: list[MarkedPage], registry: Registry) -> Iterator[Problem]:
    """D02: a requirement that no heading of a language answers."""
    told = {(page.language, mark.clause) for page in pages for mark in page.marks}
    for one in requirements(profile):
        for language in registry.languages:
            if not one.not_applicable and (language, one.clause) not in told:
                file, line = place(registry, language, one.clause) or (FILE, one.line)
                said = f'no heading in {language} says discloses="{one.clause}"'
                yield Problem(file, line, "D02", f"{one.clause} has to be made public, and {said}; if it does not apply, say why: {FILE}:{one.line}")


def place(registry: Registry, language: str, clause: str) -> tuple[str, int] | None:
    """The file and the line of a clause, where this site publishes it."""
    work, edition, number = reference(clause) or ("", "", "")
    page = next((page for page in registry.pages.values() if page.language == language), None)
    address = registry.address(page, work, edition, number) if page and work else None
    found = registry.clause(language, address) if address else None
    return (found.file, found.line) if found else None


def older_than_source(profile: Profile, pages: list[MarkedPage], registry: Registry) -> Iterator[Problem]:
    """D03: a page last reviewed before the edition in force of what it answers or cites."""
    told = {one.clause: one.in_force for one in requirements(profile)}
    for page in pages:
        if page.marks and page.reviewed is None:
            yield Problem(page.file, page.reviewed_line, "D03", "does not say when it was last held against its sources: write reviewed: 2026-11-27")
        elif page.marks and (newer := newest(page, told, registry)) and page.reviewed < newer[0]:
            said = f"was last reviewed on {page.reviewed}, and {newer[1]} is in force from {newer[0]}"
            yield Problem(page.file, page.reviewed_line, "D03", f"{said}: hold the page against it, then write the day of that review")


def newest(page: MarkedPage, told: dict[str, date | None], registry: Registry) -> tuple[date, str] | None:
    """The source of a page that came into force last."""
    works = {mark.clause.partition(":")[0] for mark in page.marks}
    works |= {target.work for _, target in registry.pages[page.file].cited if target}
    found = [(day, mark.clause) for mark in page.marks if (day := told.get(mark.clause))]
    for work in works:
        document = registry.documents.get((page.language, work, registry.current(page.language, work)))
        if document and document.in_force_from:
            found.append((document.in_force_from, document.code))
    return max(found, default=None)


def unequal(pages: list[MarkedPage], registry: Registry) -> Iterator[Problem]:
    """D04: a page with other marks, facts or references than in the first language."""
    first = registry.languages[0]
    models = {page.inside: page for page in pages if page.language == first}
    cited = references(registry)
    for page in pages:
        model = models.get(page.inside)
        if page.language != first and model is None:
            yield Problem(page.file, 1, "D04", f"has marks, and its counterpart has none: {first}/{page.inside}")
        elif page.language != first:
            for what, own, other in (
                ("discloses", Counter(mark.clause for mark in page.marks), Counter(mark.clause for mark in model.marks)),
                ("shows", facts(page), facts(model)),
                ("cites", cited.get(page.file, Counter()), cited.get(model.file, Counter())),
            ):
                yield from (Problem(page.file, 1, "D04", said) for said in difference(what, own, other, first))
    known = {page.file for page in pages}
    for inside, model in models.items():
        for language in registry.languages[1:]:
            if f"{language}/{inside}" not in known:
                yield Problem(model.file, 1, "D04", f"has marks, and its counterpart has none: {language}/{inside}")


def references(registry: Registry) -> dict[str, Counter[str]]:
    """What each page outside of documents cites; a clause once, however often."""
    found: dict[str, Counter[str]] = {}
    for page, _, target in registry.citations:
        if target and not page.document:
            found.setdefault(page.file, Counter())[str(target)] = 1
    return found


def facts(page: MarkedPage) -> Counter[str]:
    """The facts that a page shows."""
    return Counter(" ".join((one.name, *one.rest)) for one in page.placeholders)


def difference(what: str, own: Counter[str], model: Counter[str], first: str) -> Iterator[str]:
    """What one page has and the other has not."""
    if lacking := sorted((model - own).elements()):
        yield f"{what} no {', '.join(lacking)}, as {first} does"
    if added := sorted((own - model).elements()):
        yield f"{what} {', '.join(added)}, which {first} does not"


def unknown(profile: Profile, pages: list[MarkedPage], registry: Registry) -> Iterator[Problem]:
    """D05: a mark of no requirement, a fact that there is none of, a list within a line."""
    listed = [one.clause for one in requirements(profile)]
    for page in pages:
        for mark in page.marks:
            if mark.clause not in listed:
                near = nearest(mark.clause, listed)
                hint = f"; did you mean {near}?" if near else ""
                yield Problem(page.file, mark.line, "D05", f"{mark.clause} is none of the disclosures in {FILE}{hint}")
        for one in page.placeholders:
            if said := misused(one, {document.work for document in registry.documents.values()}):
                yield Problem(page.file, one.line, "D05", f"{{{{{one.name}}}}} {said}")


def misused(one: Placeholder, works: set[str]) -> str:
    """What is wrong with a placeholder; "" when nothing is."""
    if one.name == "documents" and (not one.rest or {*one.rest} - works):
        absent = ", ".join(work for work in one.rest if work not in works) or "nothing"
        return f"names {absent}; the documents here are {', '.join(sorted(works))}"
    if one.name in BLOCKS:
        return "" if one.alone else "makes a list or a table: put it into a paragraph of its own"
    if not one.name.startswith("body."):
        return f"is unknown: write {{{{body.…}}}} for a field of {FILE}; known besides are {', '.join(sorted(BLOCKS))}"
    field = of(tuple(one.name.split(".")[1:]))
    if field is None:
        return f"is no field of {FILE}"
    inner = [resolved(part) for part in field.get("properties", {}).values()]
    single = is_words(field) or (inner and all(part.get("x-optional") for part in inner))  # a contact: one way of several
    if not single and {"object", "array"} & {*field["type"]}:
        return f"is no single fact; the lists are {', '.join(sorted(BLOCKS))}"
    return ""
