"""Lasting addresses: `/id/CC105/3.9/` leads to the edition in force, `/id/CC105:2020/#3.9` to that edition.

A clause has a small page of its own that names it in every language, an edition one page for all its clauses: folders are
what a file system and a host of static files have the least of. A script goes to the reader's language.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from html import escape
from pathlib import Path

from plugins.clauses.clause import Address, Key
from plugins.clauses.registry import Registry

ASSETS = Path(__file__).with_name("assets")
FOLDER = "id"
PAGE = (
    '<!doctype html><html lang="{language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    '<meta name="robots" content="noindex"><title>{title}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="{up}lasting.css">'
    '<script type="module" src="{up}lasting.js"></script><main><h1>{title}</h1><ul>{links}</ul>{clauses}</main>\n'
)
CLAUSE = '\n<h2 id="{clause}">{title}</h2><ul>{links}</ul>'
UP = "\x00"  # in a link: the way from its page up to the folder
Way = Callable[[str], str | None]  # from a page's source to its path below the site's root


def path(address: Address) -> str:
    """The lasting address of a clause in this edition, below the site's root.

    >>> path(Address("CC105", "2020", "3.9"))
    'id/CC105:2020/#3.9'
    """
    return f"{FOLDER}/{address.work}:{address.edition}/" + (f"#{address.clause}" if address.clause else "")


def write(registry: Registry, site: Path, documents: Iterable[Key], names: Mapping[str, str], way: Way) -> None:
    """Writes the pages of one work, with all its `documents`."""
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    made = {f"{folder}"}
    link = cache(partial(link_to, registry, names, way))  # an edition's page and the clause's own lead to the same
    for title, clauses in pages(lasting(registry, documents)).items():
        home = f"{folder}/{title}"  # no Path, and no more calls than needed: these are most of the files of a site
        for one in (home.rpartition("/")[0], home):
            if one not in made:
                os.mkdir(one)
                made.add(one)
        file = os.open(f"{home}/index.html", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
        os.write(file, page(registry, title, clauses, link).encode("utf-8"))
        os.close(file)


def write_assets(site: Path) -> None:
    """Writes the style and the script that all pages share."""
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("lasting.css", "lasting.js"):
        (folder / name).write_bytes((ASSETS / name).read_bytes())


Places = Mapping[str, Address]  # by language


def pages(places: Mapping[str, Places]) -> dict[str, dict[str, Places]]:
    """The pages: of an edition with its clauses, and of each clause without one, by the number of the clause, "" first."""
    found: dict[str, dict[str, Places]] = {}
    for title, one in places.items():
        document, _, clause = title.partition("/")
        if ":" in document:
            found.setdefault(document, {})[clause] = one
        else:
            found[title] = {"": one}
    return found


def lasting(registry: Registry, documents: Iterable[Key]) -> dict[str, dict[str, Address]]:
    """Every lasting address of documents with the clause that it leads to in each language."""
    found: dict[str, dict[str, Address]] = {}
    for language, work, edition in sorted(documents):
        current = edition == registry.current(language, work)
        for address in addresses(registry, language, work, edition):
            target = registry.moved(language, address)
            found.setdefault(str(address), {})[language] = target
            bare = f"{work}/{address.clause}" if address.clause else work
            if current or language not in found.get(bare, ()):  # an older edition serves where the one in force has no such clause
                found.setdefault(bare, {})[language] = target
    return found


def addresses(registry: Registry, language: str, work: str, edition: str) -> Iterator[Address]:
    """The document, its clauses, and the numbers that its clauses once had."""
    yield Address(work, edition, "")
    known = registry.clauses.get((language, work, edition), {})
    for clause in known:
        yield Address(work, edition, clause)
    for old in registry.traces(registry.documents[language, work, edition]):
        if old not in known:
            yield Address(work, edition, old)


def page(registry: Registry, title: str, clauses: Mapping[str, Places], link: Callable[[str, Address], str]) -> str:
    """One page: each of its clauses in every language that has it."""
    up = "../" * (title.count("/") + 1)
    links = {
        clause: "".join(link(language, places[language]) for language in registry.languages if language in places).replace(UP, up)
        for clause, places in clauses.items()
    }
    inside = "".join(CLAUSE.format(clause=one, title=f"{title}/{one}", links=links[one]) for one in clauses if one)
    target = next(iter(clauses[""].values()))
    return PAGE.format(language=registry.languages[0], title=escape(str(target)), up=up, links=links[""], clauses=inside)


def link_to(registry: Registry, names: Mapping[str, str], way: Way, language: str, address: Address) -> str:
    """The link to a clause in a language; "" when that is not built."""
    file, anchor = registry.where(language, address)
    if (url := way(file)) is None:
        return ""
    url = url.removeprefix("./") + (f"#{anchor}" if anchor else "")
    return f'<li><a href="{UP}../{url}" hreflang="{language}" lang="{language}">{names.get(language, language)}</a>'
