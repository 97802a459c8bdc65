"""What the site gives to other programs once all pages stand: JSON, lasting addresses, a feed of changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from calculators.citations import index
from plugins.clauses import lasting
from plugins.clauses.changes import FILE, changes, feed
from plugins.clauses.published import publish
from plugins.clauses.registry import Registry


def folder(registry: Registry, language: str) -> str:
    """Where a language stands below the site's root: the first is at the root itself."""
    return "" if language == registry.languages[0] else f"{language}/"


def write(
    registry: Registry,
    words: Mapping[str, Mapping[str, str]],
    names: Mapping[str, str],
    sites: Mapping[str, str],
    urls: Mapping[str, str],
    target: Path,
    site: str | None,
) -> None:
    """Writes everything below `target`; `names` are those of the languages, `sites` the site's name in each."""
    publish(registry, target, index())
    lasting.write(registry, target, names, urls.get)
    if site:  # whose absolute addresses a feed needs
        for language in registry.languages:
            home = folder(registry, language)
            full: Callable[[str], str | None] = lambda file: site + urls[file].removeprefix("./") if file in urls else None  # noqa: E731
            entries = changes(registry, language, words[language])
            file = target / home / FILE
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(feed(entries, words[language]["clauses.changes"], sites[language], site + home + FILE, site + home, site, full))


def put(prepared: Path, site: Path) -> None:
    """Moves what was written apart into the site, whose folders may be there already."""
    for one in sorted(prepared.iterdir()):
        target = site / one.name
        if one.is_dir() and target.is_dir():
            put(one, target)
        else:
            one.replace(target)
