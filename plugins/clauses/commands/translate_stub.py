"""Writes the clauses that a language lacks as marked stubs in their right place and order.

A stub holds the original's text and the mark <!-- untranslated -->; T07 tells each until it is translated and the mark is gone.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from plugins.clauses.checks.c03_in_one_language_only import in_one_language_only
from plugins.clauses.commands.check import known_languages, languages_in, registry_of
from plugins.clauses.folder import Refused, sources, write_files
from plugins.clauses.reading import read
from plugins.clauses.stubs import MARK, stubs


def add(parser: ArgumentParser) -> None:
    """The language, and the document when it is not all of them."""
    parser.add_argument("language", choices=known_languages())
    parser.add_argument("work", nargs="?", default="", help="CC105 or CC105:2020; all documents without it")
    parser.add_argument("--docs", default="docs", type=Path)


def run(chosen: Namespace) -> int:
    """Writes all pages or none, and says what is in them."""
    languages = tuple(one for one in known_languages() if one == chosen.language or one in languages_in(chosen.docs))
    registry = registry_of(chosen.docs, languages)
    works = {name for one in registry.documents.values() for name in (one.work, f"{one.work}:{one.edition}")}
    if chosen.work and chosen.work not in works:
        near = {one for one in works if one.partition(":")[0] == chosen.work.partition(":")[0]} or {one for one in works if ":" not in one}
        raise Refused(f"no document {chosen.work}; known are {', '.join(sorted(near))}")
    texts = dict(sources(chosen.docs, []))
    made = stubs(registry, texts, chosen.language, chosen.work)
    after = read((texts | made).items(), registry.languages, date.today())
    lacking = [one for one in in_one_language_only(after) if one.message.endswith(f"not in {chosen.language}") and one.file.partition("/")[2] in
               {file.partition("/")[2] for file in made}]
    if lacking:
        said = "\n".join(f"{chosen.docs / one.file}:{one.line}: {one.message}" for one in lacking)
        raise Refused(f"nothing was written: these could not be placed\n{said}")
    write_files(chosen.docs, made)
    for file, text in made.items():
        print(f"{chosen.docs / file}: {text.count(MARK) - texts.get(file, '').count(MARK)} stubs")
    print(f"{len(made)} pages written" if made else f"{chosen.language} lacks nothing", file=sys.stderr)
    return 0
