"""A new edition of a document, made from the one before: its folder in every language, with its dates on both covers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from plugins.clauses.clause import Document
from plugins.clauses.folder import Refused
from plugins.clauses.registry import Registry


class NewEdition(NamedTuple):
    """New folders with their files, and the covers of the edition before as they are to be."""

    folders: dict[str, dict[str, str]]
    covers: dict[str, str]
    before: str = ""  # the edition that it was copied from


def new_edition(registry: Registry, texts: Mapping[str, str], work: str, edition: str, begins: date, code: str = "", before: str = "") -> NewEdition:
    """The texts of `edition` in every language that has the work; Refused when dates or names do not allow it."""
    known = sorted({(one.work, one.edition) for one in registry.documents.values()})
    if work not in {one for one, _ in known}:
        raise Refused(f"no document {work}; known are {', '.join(sorted({one for one, _ in known}))}")
    before = before or registry.current(next(language for language, one, _ in registry.documents if one == work), work)
    if (work, before) not in known:
        raise Refused(f"{work} has no edition '{before}'; known are {', '.join(one for name, one in known if name == work)}")
    if (work, edition) in known:
        raise Refused(f"{work}:{edition} is there already")
    made = NewEdition({}, {}, before)
    for old in (one for one in registry.documents.values() if (one.work, one.edition) == (work, before)):
        if old.in_force_from and begins <= old.in_force_from or old.in_force_until and begins <= old.in_force_until:
            raise Refused(f"{work}:{before} is in force {old.in_force_from or ''} – {old.in_force_until or ''}: {edition} cannot begin on {begins}")
        language = old.folder.partition("/")[0]
        files = {file.removeprefix(f"{old.folder}/"): text for file, text in texts.items() if file.startswith(f"{old.folder}/")}
        own = {name: text.replace(f"[[{work}:{before}/", f"[[{work}:{edition}/") for name, text in files.items()}
        own["index.md"] = new_cover(own["index.md"], old, edition, begins, code)
        made.folders[f"{language}/{work.lower()}-{re.sub(r'[^a-z0-9.]+', '-', edition.lower())}"] = own
        if not old.in_force_until:
            made.covers[old.file] = with_key(files["index.md"], "in_force", dates(old.in_force_from, begins - timedelta(days=1)))
    return made


def new_cover(text: str, old: Document, edition: str, begins: date, code: str) -> str:
    """The cover of the new edition; what has moved or ended since the one before is told anew."""
    numbered = code or numbered_anew(old, edition)
    if numbered == old.code and not code:
        raise Refused(f"the number of the new edition does not follow from '{old.code}': say it with --code")
    for key, value in (("edition", f'"{edition}"'), ("code", numbered), ("in_force", dates(begins, None)), ("was", ""), ("gone", "")):
        text = with_key(text, key, value)
    return text


def numbered_anew(old: Document, edition: str) -> str:
    """The document's own number with another edition at its end, 2026 for 2020 and A/2 for A/1; as it was where it does not end so."""
    parts = [re.findall(r"[^\W\d_]+|\d+|\W", one) for one in (old.edition, edition)]
    match = re.search(rf"(?<=[:：\s])(?:{re.escape(old.edition)}|{'/'.join(map(re.escape, parts[0]))})$", old.code)
    if match is None:
        return old.code
    return old.code[: match.start()] + (edition if match[0] == old.edition else "/".join(parts[1]))


def dates(begins: date | None, ends: date | None) -> str:
    """{from: 2020-11-06, until: 2025-12-31}"""
    told = [f"{name}: {day}" for name, day in (("from", begins), ("until", ends)) if day]
    return f"{{{', '.join(told)}}}"


def with_key(text: str, key: str, value: str) -> str:
    """A page with one key of its front matter replaced, added before its end, or taken out; the rest as it was written."""
    _, front, rest = re.split(r"^---[ \t]*\r?$\n?", text, maxsplit=2, flags=re.M)
    line = f"{key}: {value}\n" if value else ""
    shape = re.compile(rf"^{key}[ \t]*:.*\n(?:[ \t]+.*\n)*", re.M)
    front = shape.sub(lambda _: line, front, count=1) if shape.search(front) else front + line
    return f"---\n{front}---\n{rest}"
