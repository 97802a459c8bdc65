"""What the site gives to other programs once all pages stand: JSON, lasting addresses, a feed of changes."""

from __future__ import annotations

import atexit
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from calculators.citations import index
from plugins.clauses import lasting
from plugins.clauses.ahead import Ahead
from plugins.clauses.apart import PATIENCE, PATIENT
from plugins.clauses.changes import FILE, changes, feed
from plugins.clauses.published import publish, publish_schema
from plugins.clauses.registry import Registry
from plugins.clauses.uncollected import uncollected

REST = "#rest"  # what is of no work alone
computed_by = cache(index)


class Data(NamedTuple):
    """What it is made of: `words` and the site's name are by language, `urls` by page; `names` are those of the languages."""

    registry: Registry
    words: Mapping[str, Mapping[str, str]]
    names: Mapping[str, str]
    sites: Mapping[str, str]
    urls: Mapping[str, str]
    site: str | None  # the address, which a feed needs

    def parts(self) -> list[str]:
        """The works, and the rest."""
        return [*dict.fromkeys(work for _, work, _ in self.registry.documents), REST]

    @uncollected()
    def write(self, target: Path, part: str) -> None:
        """Writes a part of it below `target`."""
        target.mkdir(exist_ok=True)
        if part == REST:
            publish_schema(target)
            lasting.write_assets(target)
            self._write_feeds(target)
        else:
            documents = [key for key in self.registry.documents if key[1] == part]
            publish(self.registry, target, documents, computed_by())
            lasting.write(self.registry, target, documents, self.names, self.urls.get)

    def _write_feeds(self, target: Path) -> None:
        for language in self.registry.languages if self.site else ():
            home = folder(self.registry, language)
            file, start, words = target / home / FILE, f"{self.site}{home}", self.words[language]
            file.parent.mkdir(exist_ok=True)
            entries = changes(self.registry, language, words)
            file.write_bytes(feed(entries, words["clauses.changes"], self.sites[language], start + FILE, start, self.site, self._full))

    def _full(self, file: str) -> str | None:
        return f"{self.site}{self.urls[file].removeprefix('./')}" if file in self.urls else None


class DataOut:
    """Writes it beside the build, and puts it into the site at its end; not `apart`, this process does it all then."""

    def __init__(self, data: Data, site: Path, *, apart: bool = True) -> None:
        self._data, self._site = data, site
        site.parent.mkdir(parents=True, exist_ok=True)
        self._prepared = TemporaryDirectory(prefix=f".{site.name}-", dir=site.parent)
        atexit.register(self.end)  # before that folder goes by itself: the other process may still write there
        self._ahead = Ahead(data.parts(), self._write, int(apart), left=0, calm=PATIENT, patience=PATIENCE)

    def _write(self, part: str) -> str:
        """Each process has a folder of its own: the other is killed within the part that this one has begun, too."""
        home = str(os.getpid())
        self._data.write(Path(self._prepared.name, home), part)
        return home

    def put(self) -> None:
        """All of it, once."""
        homes = {home for _, home in self._ahead.all()}
        self._ahead.end()
        for home in sorted(homes, key=lambda home: home == str(os.getpid())):  # what is whole goes over what may not be
            put(Path(self._prepared.name, home), self._site)

    def end(self) -> None:
        """Leaves nothing of it but what was put into the site."""
        atexit.unregister(self.end)
        self._ahead.end()
        self._prepared.cleanup()


def folder(registry: Registry, language: str) -> str:
    """Where a language stands below the site's root: the first is at the root itself."""
    return "" if language == registry.languages[0] else f"{language}/"


def put(prepared: Path, site: Path) -> None:
    """Moves what was written apart into the site, whose folders may be there already."""
    for one in sorted(prepared.iterdir()):
        target = site / one.name
        if one.is_dir() and target.is_dir():
            put(one, target)
        else:
            one.replace(target)
