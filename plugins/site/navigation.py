"""The navigation, with every document's cover and sections put in from its folder.

`mkdocs.yml` names folders (`gz021/`), and `*/` for the document folders that it does not name, so that
a new document or section appears in all four languages without a list kept by hand.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any

Nav = Any  # what MkDocs reads: a list of paths and of {label: path or list}


def expand(nav: Nav, paths: Iterable[str], labels: Mapping[str, str]) -> Nav:
    """Put the pages of each folder where `nav` names the folder, as a section if the folder has a label.

    `paths` are the pages of one language, without the language's own folder.

    >>> expand(["index.md", {"Documents": ["cc105/"]}], ["cc105/a.md", "cc105/10.md", "cc105/2.md"], {"cc105": "CC105"})
    ['index.md', {'Documents': [{'CC105': ['cc105/2.md', 'cc105/10.md', 'cc105/a.md']}]}]
    >>> expand([{"Documents": ["cc105/", "*/"]}], ["cc105/1.md", "pd27/1.md"], {"pd27": "PD27"})
    [{'Documents': ['cc105/1.md', {'PD27': ['pd27/1.md']}]}]
    """
    folders: dict[str, list[str]] = {}
    for path in sorted(paths, key=section_order):
        folders.setdefault(path.rpartition("/")[0], []).append(path)
    entries = set(_entries(nav))
    named = {entry.rstrip("/") for entry in entries} | {entry.rpartition("/")[0] for entry in entries}
    sections = {folder: [{labels[folder]: pages}] if folder in labels else pages for folder, pages in folders.items()}
    rest = [folder for folder in sorted(labels) if folder not in named]
    return _expand(nav, sections, rest)


def section_order(path: str) -> tuple[str, int, int, str]:
    """Sort key: the cover, then sections by number, then annexes by letter or number.

    >>> sorted(["d/annex-10.md", "d/annex-2.md", "d/a.md", "d/10.md", "d/2.md", "d/index.md"], key=section_order)
    ['d/index.md', 'd/2.md', 'd/10.md', 'd/a.md', 'd/annex-2.md', 'd/annex-10.md']
    """
    page = PurePosixPath(path)
    number = re.fullmatch(r"(annex-)?(\d+)", page.stem)
    rank = 0 if page.stem == "index" else 1 if page.stem.isdigit() else 2
    return page.parent.as_posix(), rank, int(number[2]) if number else 0, page.stem


def _entries(nav: Nav) -> Iterable[str]:
    if isinstance(nav, str):
        yield nav
    else:
        for item in nav.values() if isinstance(nav, dict) else nav:
            yield from _entries(item)


def _expand(nav: Nav, sections: dict[str, list[Any]], rest: list[str]) -> Nav:
    if isinstance(nav, dict):
        groups = {label: _expand(item, sections, rest) for label, item in nav.items()}
        return {label: item for label, item in groups.items() if item}
    if isinstance(nav, str):
        return nav
    expanded: list[Any] = []
    for item in nav:
        if not isinstance(item, str):
            expanded.append(_expand(item, sections, rest))
        elif item == "*/":
            expanded.extend(section for folder in rest for section in sections[folder])
        elif item.endswith("/"):
            expanded.extend(sections.get(item.rstrip("/"), []))
        else:
            expanded.append(item)
    return [item for item in expanded if item]
