"""Where the clauses are that an answer cites: address → path below the language's first page, and what readers call it."""

from __future__ import annotations

from pathlib import PurePosixPath

from plugins.clauses.registry import Registry


def clause_links(registry: Registry, language: str, directory_urls: bool = True) -> dict[str, tuple[str, str]]:
    """Every published clause and document of one language, by its address.

    `{"CC105:2020/3.9": ("cc105/3/#c-3.9", "CNAS-CC105:2020, 3.9")}`
    """
    covers = {
        f"{document.work}:{document.edition}": (page_path(document.file.partition("/")[2], directory_urls), document.code)
        for document in registry.documents.values()
        if document.language == language
    }
    return covers | {
        str(address): (f"{page_path(clause.file.partition('/')[2], directory_urls)}#{clause.anchor}", registry.label(language, address))
        for known, address, clause in registry.every_clause()
        if known == language
    }


def page_path(inside: str, directory_urls: bool = True) -> str:
    """The path of a page below the language's first page, from that of its source.

    >>> page_path("cc105/3.md"), page_path("cc105/index.md"), page_path("cc105/3.md", directory_urls=False)
    ('cc105/3/', 'cc105/', 'cc105/3.html')
    """
    path = PurePosixPath(inside)
    if not directory_urls:
        return str(path.with_suffix(".html"))
    folder = path.parent if path.stem == "index" else path.with_suffix("")
    return "" if str(folder) == "." else f"{folder}/"


def way_up(inside: str, directory_urls: bool = True) -> str:
    """The way from a page to the language's first page.

    >>> way_up("calculators/cc105.md"), way_up("index.md")
    ('../../', './')
    """
    return "../" * page_path(inside, directory_urls).count("/") or "./"
