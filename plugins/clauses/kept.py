"""What one build keeps for the next: values by name, each with a digest of all that it was made from."""

from __future__ import annotations

import pickle
import sqlite3
import zlib
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any


def digest(*parts: str | bytes) -> bytes:
    """16 bytes that tell these parts from any others; ("ab", "c") is not ("a", "bc")."""
    found = blake2b(digest_size=16)
    for part in parts:
        written = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(b"%d:" % len(written))
        found.update(written)
    return found.digest()


def packed(*values: Any) -> bytes:
    """Values in few bytes: for the same Python, and from nobody else."""
    return zlib.compress(pickle.dumps(values), 1)


def unpacked(value: bytes) -> tuple:
    """What was packed."""
    return pickle.loads(zlib.decompress(value))


class Kept:
    """The values in `file`, open for one build: what this build gives is there for the next when `keep` was called.

    A file that is damaged is begun anew; where none can be written, or another build writes it, nothing is kept. It is of this process
    alone: what SQLite has opened does not pass on to one that was split off.
    """

    def __init__(self, file: Path) -> None:
        self._wanted: set[str] = set()
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            self._values, self._names = opened(file)
        except (OSError, sqlite3.OperationalError):
            self._values, self._names = opened(":memory:")
        except sqlite3.DatabaseError:
            file.unlink()
            self._values, self._names = opened(file)

    def has(self, name: str) -> bool:
        """Whether there is a value of `name`, made from whatever."""
        return name in self._names

    def get(self, name: str, made_from: bytes) -> bytes | None:
        """The value of `name`, if it was made from the same; else None."""
        self._wanted.add(name)
        if not self.has(name):
            return None
        with suppress(sqlite3.Error):
            found = self._values.execute("SELECT value FROM kept WHERE name = ? AND digest = ?", (name, made_from)).fetchone()
            return found[0] if found else None
        return None

    def put(self, name: str, made_from: bytes, value: bytes) -> None:
        """Gives `name` a value in the place of any other."""
        self._wanted.add(name)
        self._names.add(name)
        with suppress(sqlite3.Error):
            self._values.execute("REPLACE INTO kept VALUES (?, ?, ?)", (name, made_from, value))

    def keep(self) -> None:
        """Ends the build that went well; values that it never asked for are dropped."""
        with suppress(sqlite3.Error):
            self._values.executemany("DELETE FROM kept WHERE name = ?", ((name,) for name in self._names - self._wanted))
            self._values.commit()
        self.close()

    def close(self) -> None:
        """Ends a build that did not: all is as it was before."""
        self._values.close()


def opened(file: Path | str) -> tuple[sqlite3.Connection, set[str]]:
    """The database of a file, which fails at once where another build holds it, and the names in it."""
    values = sqlite3.connect(file, timeout=0, isolation_level="IMMEDIATE")
    values.execute("PRAGMA page_size = 16384")  # most values are some thousand bytes: in a new file each has its place in one page
    values.execute("CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, digest BLOB, value BLOB)")
    values.execute("SELECT name, digest, value FROM kept LIMIT 1").fetchone()
    return values, {name for (name,) in values.execute("SELECT name FROM kept")}
