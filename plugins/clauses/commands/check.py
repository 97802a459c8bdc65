"""Reports what is wrong in the documents; 1 when there are errors."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

import yaml

from plugins.clauses.apart import processors
from plugins.clauses.checks import SEVERITY, checks_of
from plugins.clauses.clause import Problem
from plugins.clauses.excerpt import printed
from plugins.clauses.folder import Refused, sources
from plugins.clauses.grammar import LANGUAGES
from plugins.clauses.looked import Looked
from plugins.clauses.reading import read
from plugins.clauses.registry import Registry
from plugins.clauses.report import LEVELS, capped, report, summary


def add(parser: ArgumentParser) -> None:
    """The folder, its languages, and how strict."""
    parser.add_argument("docs", nargs="?", default="docs", type=Path)
    parser.add_argument("--languages", default="", help="zh,en,ru,hu: the folders to read, the reference first")
    parser.add_argument("--short", action="store_true", help="one line a problem, without the line it is about")
    parser.add_argument("--strict", action="store_true", help="warnings count as errors")


def run(chosen: Namespace) -> int:
    """Prints the report; 1 when there are errors."""
    registry = registry_of(chosen.docs, tuple(filter(None, chosen.languages.split(","))))
    shown = report(Looked(registry, checks_of(chosen.docs), {}).result(), {**SEVERITY, **severity(chosen.docs)}, str(chosen.docs))
    told = capped(shown)
    for line in (one.text for one in told) if chosen.short else printed(told):
        print(line)
    print(f"{sum(map(len, registry.clauses.values()))} clauses, {sum(1 for _ in registry.citations)} references: {summary(shown)}", file=sys.stderr)
    levels = {one.level for one in shown}
    return int("error" in levels or (chosen.strict and "warning" in levels))


class AnyTag(yaml.SafeLoader):
    """Reads mkdocs.yml without doing what its tags ask for."""


AnyTag.add_multi_constructor("", lambda loader, tag, node: None)


def severity(docs: Path) -> dict[str, str]:
    """The weights that `mkdocs.yml` beside the documents gives to checks."""
    path = docs.resolve().parent / "mkdocs.yml"
    if not path.is_file():
        return {}
    plugins = (yaml.load(path.read_text("utf-8"), AnyTag) or {}).get("plugins") or []  # noqa: S506 - no tag is obeyed
    own = next((one["clauses"] for one in plugins if isinstance(one, dict) and isinstance(one.get("clauses"), dict)), {})
    weights = own.get("severity") or {}
    if wrong := [f"{check}: {level}" for check, level in weights.items() if check not in SEVERITY or level not in LEVELS]:
        raise Refused(f"{path}: clauses: severity: {', '.join(wrong)}: known are {', '.join(SEVERITY)}, each one of {', '.join(LEVELS)}")
    return weights


def registry_of(docs: Path, languages: tuple[str, ...] = ()) -> Registry:
    """All documents below a folder, in the languages named or in all that are known and have a folder there."""
    if not docs.is_dir():
        raise Refused(f"{docs} is no folder")
    if unknown := [one for one in languages if one not in known_languages()]:
        raise Refused(f"no grammar for language {', '.join(unknown)}; there is one for {', '.join(known_languages())}")
    unreadable: list[Problem] = []
    read_here = languages or languages_in(docs)
    left_out = tuple(f"{one}/" for one in known_languages() if one not in read_here)
    registry = read((one for one in sources(docs, unreadable) if not one[0].startswith(left_out)), read_here, date.today(), processes=processors())
    registry.problems.extend(unreadable)
    return registry


def languages_in(docs: Path) -> tuple[str, ...]:
    """The languages that a folder has pages in; all, where it has none."""
    return tuple(one for one in known_languages() if (docs / one).is_dir()) or known_languages()


def known_languages() -> tuple[str, ...]:
    """The languages with a grammar, Chinese first: it is the site's default."""
    order = ("zh", "en", "ru", "hu")
    return tuple(sorted((file.stem for file in LANGUAGES.glob("??.yml")), key=lambda one: (one not in order, order.index(one) if one in order else one)))
