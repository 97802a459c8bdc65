"""Turns a procedure (.docx, .html, .txt, .md) into clause pages, and lists what an author has still to decide.

Writes one page for each main section and a cover, in docs/LANGUAGE/WORK, all or nothing; a folder that is there is left alone.
"""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import date
from pathlib import Path

from plugins.clauses.checks import CHECKS, SEVERITY, run as run_checks
from plugins.clauses.commands.check import known_languages
from plugins.clauses.folder import Refused, sources, write_folders
from plugins.clauses.front_matter import TEXTS
from plugins.clauses.importing.block import Unreadable
from plugins.clauses.importing.document import Wanted, imported, work_of
from plugins.clauses.reading import read
from plugins.clauses.report import report

WORDING = ("T06", "T06-terms", "T10", "T11")  # of the text as its authors wrote it


def add(parser: ArgumentParser) -> None:
    """The file, and what only the author knows of it."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--language", required=True, choices=known_languages())
    parser.add_argument("--work", default="", help="short id of capital letters and digits, as in CC105; from the file's name without it")
    parser.add_argument("--edition", default="", help="as the document says it: 2020, A1; 1 without it")
    parser.add_argument("--code", default="", help="the document's own number, as in CNAS-CC105:2020")
    parser.add_argument("--title", default="")
    parser.add_argument("--text", default="full", choices=TEXTS, help="whether the pages are the text itself")
    parser.add_argument("--in-force", type=day, metavar="YYYY-MM-DD", help="the first day of the edition")
    parser.add_argument("--docs", default="docs", type=Path)
    parser.add_argument("--folder", default="", help="below docs/LANGUAGE; the work in small letters without it")
    parser.add_argument("--from", dest="first", type=int, default=0, metavar="N", help="first line (of Word files: paragraph) to import")
    parser.add_argument("--to", dest="last", type=int, default=0, metavar="N", help="last line or paragraph")
    parser.add_argument("--encoding", default="utf-8", help="of text and HTML: gb18030, windows-1251, windows-1250 …")


def run(chosen: Namespace) -> int:
    """Writes the pages; prints what is unsettled and what the checks say of them."""
    work = chosen.work or work_of(chosen.file)
    if not re.fullmatch(r"[A-Z][A-Z0-9]*", work):
        raise Refused(f"--work '{work}' must be capital letters and digits, as in CC105")
    if re.search(r"[/\]\[|\s]", chosen.edition):
        raise Refused(f"--edition '{chosen.edition}' must be free of spaces and of / [ ] |")
    folder = chosen.folder or work.lower()
    if not re.fullmatch(r"[a-z0-9][a-z0-9.-]*", folder):
        raise Refused(f"--folder '{folder}' must be small letters, digits, dots and hyphens: it becomes part of addresses")
    if not chosen.file.is_file():
        raise Refused(f"{chosen.file} is no file")
    wanted = Wanted(work, *(getattr(chosen, name) for name in Wanted._fields[1:]))
    try:
        made = imported(chosen.file, wanted)
    except Unreadable as error:
        raise Refused(str(error)) from None
    own = {f"{chosen.language}/{folder}/{name}": text for name, text in made.pages.items()}
    write_folders(chosen.docs, {f"{chosen.language}/{folder}": made.pages})
    unit = "paragraph " if chosen.file.suffix.lower() == ".docx" else ""
    for one in made.unsettled:
        print(f"{chosen.file}{f':{unit}{one.place}' if one.place else ''}: {one.message}")
    registry = read(sources(chosen.docs, []), (chosen.language,), date.today())
    problems = [problem for problem in run_checks(registry, CHECKS) if problem.file in own]
    for shown in report((one for one in problems if one.check not in WORDING), SEVERITY, str(chosen.docs)):
        print(shown.text)
    where = chosen.docs / chosen.language / folder
    if wording := sum(one.check in WORDING for one in problems):
        print(f"{where}: {wording} remarks on terms, typography and markup; python -m plugins.clauses check {chosen.docs} shows them")
    clauses = sum(clause.file in own for _, _, clause in registry.every_clause())
    cited = sum(citation.file in own and target is not None for _, citation, target in registry.citations)
    print(f"{where}: {len(own)} pages, {clauses} clauses, {cited} references recognised; {len(made.unsettled)} unsettled", file=sys.stderr)
    return 0


def day(written: str) -> date:
    """A day as 2025-09-01."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise ArgumentTypeError(f"'{written}' is no date; write 2025-09-01") from None
