"""Checks all documents without building the site: `python -m plugins.clauses check [docs]`.

`python -m plugins.clauses accept [ADDRESS …]` writes down that the texts of clauses, their translations and the rules
that rest on them have been reviewed as they stand.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from plugins.clauses.checks import SEVERITY, checks_of, run
from plugins.clauses.clause import Problem
from plugins.clauses.fingerprints import REVIEWED, accept
from plugins.clauses.grammar import LANGUAGES
from plugins.clauses.registry import read
from plugins.clauses.report import report, summary


def main(arguments: list[str] | None = None) -> int:
    """Prints the report; 1 when there are errors."""
    parser = argparse.ArgumentParser(prog="python -m plugins.clauses", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="report what is wrong in the documents")
    check.add_argument("docs", nargs="?", default="docs", type=Path)
    check.add_argument("--languages", default="", help="zh,en,ru,hu: the folders to read, the reference first")
    check.add_argument("--strict", action="store_true", help="warnings count as errors")
    accepted = commands.add_parser("accept", help="write down that clauses were reviewed as they stand")
    accepted.add_argument("addresses", nargs="*", metavar="ADDRESS", help="CC105:2020/3.9, CC105:2020/3 or CC105:2020; all without any")
    accepted.add_argument("--docs", default="docs", type=Path)
    chosen = parser.parse_args(arguments)
    if not chosen.docs.is_dir():
        parser.error(f"{chosen.docs} is no folder")
    unreadable: list[Problem] = []
    languages = tuple(filter(None, getattr(chosen, "languages", "").split(","))) or known_languages()
    registry = read(sources(chosen.docs, unreadable), languages, date.today())
    if chosen.command == "accept":
        print(f"{accept(registry, chosen.addresses)} clauses accepted as they stand: commit {REVIEWED.name}", file=sys.stderr)
        return 0
    registry.problems.extend(unreadable)
    shown = report(run(registry, checks_of(chosen.docs)), SEVERITY, str(chosen.docs))
    for one in shown:
        print(one.text)
    print(f"{len(registry.clauses)} clauses, {len(registry.citations)} references: {summary(shown)}", file=sys.stderr)
    levels = {one.level for one in shown}
    return int("error" in levels or (chosen.strict and "warning" in levels))


def known_languages() -> tuple[str, ...]:
    """The languages with a grammar, Chinese first: it is the site's default."""
    return tuple(sorted((file.stem for file in LANGUAGES.glob("??.yml")), key=lambda one: ("zh", "en", "ru", "hu").index(one)))


def sources(docs: Path, unreadable: list[Problem]) -> Iterator[tuple[str, str]]:
    """Every Markdown file below `docs` with its text."""
    for path in sorted(docs.rglob("*.md")):
        file = path.relative_to(docs).as_posix()
        try:
            yield file, path.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            unreadable.append(Problem(file, line_of(error), "S05", "file is not UTF-8"))


def line_of(error: UnicodeDecodeError) -> int:
    """The line of the byte that cannot be read."""
    return error.object.count(b"\n", 0, error.start) + 1


if __name__ == "__main__":
    sys.exit(main())
