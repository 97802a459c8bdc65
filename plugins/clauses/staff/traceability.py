"""Clause × rule × case × page, and what is not computed and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from xml.etree.ElementTree import Element, SubElement

from calculators.not_computed import NOT_COMPUTED
from plugins.clauses.clause import Address
from plugins.clauses.code import address, index
from plugins.clauses.registry import Registry
from plugins.clauses.staff.cases import Case, cases
from plugins.clauses.staff.table import link, table

Way = Callable[[str, str], str | None]


@lru_cache(maxsize=1)
def known_cases() -> dict[str, list[Case]]:
    """The cases by the addresses that they rest on, those that a case was written for first."""
    found: dict[str, list[Case]] = {}
    for case in cases():
        for one in case.source | case.steps:
            found.setdefault(one, []).append(case)
    return {one: sorted(group, key=lambda case: (one not in case.source, case)) for one, group in found.items()}


def traceability(registry: Registry, language: str, words: Mapping[str, str], way: Way) -> Iterable[Element]:
    """The table of what is computed, and the table of what is not."""
    rows = [row(registry, language, one, names, way) for one, names in in_order(registry, language, index())]
    kinds = [words[f"staff.{key}"] for key in ("clause", "rule", "case", "page")]
    yield table(kinds, rows, words["staff.filter"], words["staff.rows"])
    if not known_cases():
        yield paragraph(words["staff.no_cases"])
    title = Element("h2", {"id": "not-computed"})
    title.text = words["staff.not_computed"]
    yield title
    listed = {known: reason for reason, group in NOT_COMPUTED.items() for known in map(address, group) if known}
    rest = [[clause(registry, language, one, way), words[f"not_computed.{reason}"]] for one, reason in in_order(registry, language, listed)]
    yield table([words["staff.clause"], words["staff.reason"]], rest, "", "")


def in_order(registry: Registry, language: str, addresses: Mapping[Address, object]) -> list[tuple[Address, object]]:
    """The addresses that this language has, in the order of the documents."""
    places = {one: at for at, one in enumerate(known for spoken, known, _ in registry.every_clause() if spoken == language)}
    return [(one, addresses[one]) for one in sorted(addresses.keys() & places.keys(), key=places.__getitem__)]


def row(registry: Registry, language: str, one: Address, names: Iterable[str], way: Way) -> list:
    """One clause with its rules, its cases and the pages that compute with it."""
    own = known_cases().get(str(one), [])
    pages = []
    for name in dict.fromkeys(case.calculator for case in own):
        page = registry.pages.get(f"{language}/calculators/{name}.md")
        if page and (url := way(page.file, "")):
            pages.append(link(page.title, url))
    return [clause(registry, language, one, way), [code(name) for name in names], [by_file(own)] if own else [], pages]


def by_file(own: list[Case]) -> str:
    """cc105.yaml 1, 3, 12; the first five of each file, and how many more."""
    files: dict[str, list[int]] = {}
    for case in own:
        files.setdefault(case.file, []).append(case.number)
    said = []
    for file, numbers in files.items():
        more = f" +{len(numbers) - 5}" if len(numbers) > 5 else ""
        said.append(f"{file} {', '.join(map(str, sorted(numbers[:5])))}{more}")
    return "; ".join(said)


def clause(registry: Registry, language: str, one: Address, way: Way) -> Element | str:
    """The clause as a link with its document's code."""
    url = way(*registry.where(language, one))
    return link(registry.label(language, one), url) if url is not None else registry.label(language, one)


def code(name: str) -> Element:
    """A rule's or a figure's name in the code, without the package's."""
    found = Element("code")
    found.text = name.removeprefix("calculators.").removeprefix("editions.")
    return found


def paragraph(text: str) -> Element:
    """A paragraph."""
    found = Element("p")
    SubElement(found, "em").text = text
    return found
