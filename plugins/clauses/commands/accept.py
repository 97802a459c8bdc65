"""Writes down that clauses, their translations and the rules that rest on them have been reviewed as they stand."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from plugins.clauses.commands.check import registry_of
from plugins.clauses.fingerprints import REVIEWED
from plugins.clauses.fingerprints import accept as write_down


def add(parser: ArgumentParser) -> None:
    """Which clauses."""
    parser.add_argument("addresses", nargs="*", metavar="ADDRESS", help="CC105:2020/3.9, CC105:2020/3 or CC105:2020; all without any")
    parser.add_argument("--docs", default="docs", type=Path)


def run(chosen: Namespace) -> int:
    """Writes the record and says how many changed."""
    changed = write_down(registry_of(chosen.docs), chosen.addresses)
    print(f"{changed} clauses accepted as they stand: commit {REVIEWED.name}", file=sys.stderr)
    return 0
