"""Copies a document, in all its languages, to a new edition; the old one stays readable and gets its last day.

Cover pages are given the edition, its number and its dates; nothing is overwritten, and all is written or nothing.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from plugins.clauses.checks import CHECKS, SEVERITY, run as run_checks
from plugins.clauses.commands.check import registry_of
from plugins.clauses.commands.import_file import day
from plugins.clauses.editions import new_edition
from plugins.clauses.folder import Refused, sources, write_folders
from plugins.clauses.reading import read
from plugins.clauses.registry import Registry
from plugins.clauses.report import report


def add(parser: ArgumentParser) -> None:
    """The work, its new edition and the day on which it comes into force."""
    parser.add_argument("work", help="CC105")
    parser.add_argument("edition", help="2026")
    parser.add_argument("--in-force", type=day, required=True, metavar="YYYY-MM-DD", help="its first day; the edition before ends on the day before")
    parser.add_argument("--before", default="", metavar="EDITION", help="the edition to copy; the one in force without it")
    parser.add_argument("--code", default="", help="the document's own number, where it does not end with the edition")
    parser.add_argument("--docs", default="docs", type=Path)


def run(chosen: Namespace) -> int:
    """Writes the folders when the checks of clauses find no new fault in them."""
    registry = registry_of(chosen.docs)
    texts = dict(sources(chosen.docs, []))
    made = new_edition(registry, texts, chosen.work, chosen.edition, chosen.in_force, chosen.code, chosen.before)
    after = texts | made.covers | {f"{folder}/{name}": text for folder, files in made.folders.items() for name, text in files.items()}
    found = set(run_checks(read(after.items(), registry.languages, date.today()), CHECKS)) - set(run_checks(registry, CHECKS))
    if faults := [one.text for one in report(sorted(found), SEVERITY, str(chosen.docs)) if one.level == "error"]:
        raise Refused("\n".join(["nothing was written, because this would be wrong:", *faults]))
    write_folders(chosen.docs, made.folders, made.covers)
    for folder, files in made.folders.items():
        print(f"{chosen.docs / folder}: {len(files)} pages")
        for name, line in named_before(registry, files, chosen.work, made.before):
            print(f"{chosen.docs / folder / name}:{line}: still names the edition before")
    print(f"next: change the texts, and put the figures that change into a file of calculators/editions/ for {chosen.work}:{chosen.edition}", file=sys.stderr)
    return 0


def named_before(registry: Registry, files: Mapping[str, str], work: str, before: str) -> Iterator[tuple[str, int]]:
    """The lines of a new edition that name the one that it was copied from by its number."""
    codes = {one.code for one in registry.documents.values() if (one.work, one.edition) == (work, before) and one.code != work}
    for name, text in files.items():
        for at, line in enumerate(text.split("\n"), 1):
            if any(code in line for code in codes) and not line.startswith("code:"):
                yield name, at
