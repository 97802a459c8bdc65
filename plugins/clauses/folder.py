"""The documents as files: reading all of them, and writing new ones whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from plugins.clauses.clause import Problem


class Refused(Exception):
    """What a command was asked for and does not do, with the reason and what to do."""


def sources(docs: Path, unreadable: list[Problem]) -> Iterator[tuple[str, str]]:
    """Every Markdown file below `docs` with its text."""
    for path in sorted(docs.rglob("*.md")):
        file = path.relative_to(docs).as_posix()
        try:
            yield file, path.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            unreadable.append(Problem(file, line, "S05", "file is not UTF-8"))


def write_folders(docs: Path, folders: Mapping[str, Mapping[str, str]], beside_them: Mapping[str, str] | None = None) -> None:
    """Writes new folders below `docs`, each with its files; none of them may be there already. Then the files that change with them."""
    if present := [name for name in folders if (docs / name).exists()]:
        raise Refused(f"{', '.join(str(docs / name) for name in present)}: there already; nothing is overwritten. Remove it, or name another folder")
    docs.mkdir(parents=True, exist_ok=True)
    made: list[Path] = []
    with tempfile.TemporaryDirectory(prefix=".new-", dir=docs) as beside:
        try:
            for number, (name, files) in enumerate(folders.items()):
                for file, text in files.items():
                    place = Path(beside, str(number), file)
                    place.parent.mkdir(parents=True, exist_ok=True)
                    place.write_text(text, "utf-8")
            for number, name in enumerate(folders):
                (docs / name).parent.mkdir(parents=True, exist_ok=True)
                os.rename(Path(beside, str(number)), docs / name)
                made.append(docs / name)
            write_files(docs, beside_them or {})
        except BaseException:
            for folder in made:
                shutil.rmtree(folder)
            raise


def write_files(docs: Path, texts: Mapping[str, str]) -> None:
    """Writes files below `docs`, new or in place of old ones: all are ready before the first is put in its place."""
    with tempfile.TemporaryDirectory(prefix=".new-", dir=docs) as beside:
        for number, text in enumerate(texts.values()):
            Path(beside, str(number)).write_text(text, "utf-8")
        for number, file in enumerate(texts):
            (docs / file).parent.mkdir(parents=True, exist_ok=True)
            os.replace(Path(beside, str(number)), docs / file)
