"""The rows of the file that the body exports: CSV (comma, semicolon or tab) or a table of an SQLite file."""

from __future__ import annotations

import csv
import difflib
import io
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from plugins.register.columns import NAMES, REQUIRED
from plugins.register.encoded import text_of
from plugins.register.problem import Problem

Row = tuple[int, dict[str, str]]
"""The row's number, and its cells that are not empty."""

_SQLITE = b"SQLite format 3\x00"
_MARKS = ",;\t"


def rows(path: Path, encoding: str, table: str, problems: list[Problem]) -> Iterator[Row]:
    """Every row that can be read; what cannot becomes a problem."""
    try:
        content = path.read_bytes()
    except OSError as error:
        problems.append(Problem(0, "", f"cannot be read ({error.strerror}); mkdocs.yml says where the file is, under register: file"))
        return iter(())
    if content.startswith(_SQLITE):
        return _of_sqlite(path, table, problems)
    return _of_csv(text_of(content, encoding, problems), problems)


def _of_csv(text: str, problems: list[Problem]) -> Iterator[Row]:
    first = text.partition("\n")[0]
    mark = max(_MARKS, key=lambda sign: sum(name.strip(' "\r') in NAMES for name in first.split(sign)))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    row = 1
    try:
        header = [name.strip() for name in next(reader, [])]
        if not _known(header, problems):
            return
        row = reader.line_num + 1
        for cells in reader:
            if len(cells) == len(header):
                yield row, {name: cell.strip() for name, cell in zip(header, cells, strict=True) if cell.strip()}
            elif cells:
                problems.append(Problem(row, "", f"has {len(cells)} cells, the header has {len(header)}; put texts with a {mark!r} in quotation marks"))
            row = reader.line_num + 1
    except csv.Error as error:
        problems.append(Problem(row, "", f"is not CSV ({error}); nothing from here on was read: see to its quotation marks"))


def _of_sqlite(path: Path, table: str, problems: list[Problem]) -> Iterator[Row]:
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    connection.text_factory = bytes
    try:
        tables = [name.decode() for (name,) in connection.execute("select name from sqlite_master where type in ('table', 'view') order by name")]
        if table not in tables:
            problems.append(Problem(0, "", f"has no table {table!r}, only {', '.join(tables) or 'none at all'}; mkdocs.yml names it under register: table"))
            return
        quoted = '"' + table.replace('"', '""') + '"'
        cursor = connection.execute(f"select * from {quoted}")
        header = [column[0] for column in cursor.description]
        if not _known(header, problems):
            return
        for row, cells in enumerate(cursor, 1):
            yield row, dict(_texts(row, zip(header, cells, strict=True), problems))
    except sqlite3.Error as error:
        problems.append(Problem(0, "", f"is not a sound SQLite file ({error})"))
    finally:
        connection.close()


def _texts(row: int, cells: Iterable[tuple[str, object]], problems: list[Problem]) -> Iterator[tuple[str, str]]:
    for name, cell in cells:
        if cell is None:
            continue
        try:
            text = (cell.decode("utf-8") if isinstance(cell, bytes) else str(cell)).strip()
        except UnicodeDecodeError:
            problems.append(Problem(row, name, "is not UTF-8"))
            continue
        if text:
            yield name, text


def _known(header: list[str], problems: list[Problem]) -> bool:
    """Whether these columns can be read: all that are needed, none that is unknown, none twice."""
    found = []
    for name in sorted(set(header) - set(NAMES)):
        found.append(Problem(1, name, f"no such column{_nearest(name, set(NAMES) - set(header))}"))
    for name in REQUIRED:
        if name not in header:
            found.append(Problem(1, name, f"the column is missing{_nearest(name, set(header) - set(NAMES))}"))
    found += [Problem(1, name, "the column stands twice") for name in sorted(set(header)) if header.count(name) > 1]
    problems.extend(found)
    return not found


def _nearest(name: str, others: set[str]) -> str:
    near = difflib.get_close_matches(name, sorted(others), n=1, cutoff=0.5)
    return f"; is {near[0]!r} meant?" if near else f"; known are {', '.join(NAMES)}" if name not in NAMES else ""
