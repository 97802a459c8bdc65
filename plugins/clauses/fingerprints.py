"""What every clause said when it was last reviewed: `locales/reviewed.json`, one line a clause.

A fingerprint is of the clause's own words without its number. `python -m plugins.clauses accept [ADDRESS …]` writes the
present ones, once texts, translations and the rules that rest on them have been looked through.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from plugins.clauses.clause import Address, Clause
from plugins.clauses.registry import Registry

REVIEWED = Path(__file__).parents[2] / "locales" / "reviewed.json"
Fingerprints = dict[str, dict[str, dict[str, str]]]  # document, clause, language


def fingerprint(clause: Clause) -> str:
    """Eight signs that change with any word of the clause, and not with its line ends and spaces."""
    return sha256(" ".join(f"{clause.title} {clause.text}".split()).encode()).hexdigest()[:8]


def reviewed(path: Path = REVIEWED) -> Fingerprints:
    """What was reviewed; empty when nothing was."""
    if not path.is_file():
        return {}
    known = json.loads(path.read_text("utf-8"))
    return {
        document: {clause: dict(part.split(":") for part in marks.split()) for clause, marks in clauses.items()}
        for document, clauses in known.items()
    }


def present(registry: Registry) -> Fingerprints:
    """The fingerprints of the texts as they stand."""
    found: Fingerprints = {}
    for language, address, clause in registry.every_clause():
        document = found.setdefault(f"{address.work}:{address.edition}", {})
        document.setdefault(address.clause, {})[language] = fingerprint(clause)
    return found


def accept(registry: Registry, addresses: Iterable[str], path: Path = REVIEWED) -> int:
    """Writes down the present fingerprints of the clauses at and below `addresses` (of all without any); how many changed."""
    wanted = tuple(addresses)
    known, now = reviewed(path), present(registry)
    changed = 0
    for document in sorted({*known, *now}):
        for clause in sorted({*known.get(document, {}), *now.get(document, {})}):
            if wanted and not any(within(f"{document}/{clause}", one) for one in wanted):
                continue
            before, after = known.get(document, {}).pop(clause, None), now.get(document, {}).get(clause)
            changed += before != after
            if after:
                known.setdefault(document, {})[clause] = after
    write({document: clauses for document, clauses in known.items() if clauses}, registry.languages, path)
    return changed


def within(address: str, wanted: str) -> bool:
    """Whether an address is the wanted one or below it: CC105:2020, CC105:2020/3, CC105:2020/3.9."""
    return address == wanted or (address.startswith(wanted) and address[len(wanted)] in "/.-")


def write(known: Mapping[str, Mapping[str, Mapping[str, str]]], languages: Iterable[str], path: Path) -> None:
    """One line a clause, so that a change of one is a change of one line."""
    order = tuple(languages)
    lines = {
        document: {
            clause: " ".join(f"{one}:{marks[one]}" for one in sorted(marks, key=lambda one: (one not in order, one)))
            for clause, marks in sorted(clauses.items())
        }
        for document, clauses in sorted(known.items())
    }
    path.write_text(json.dumps(lines, ensure_ascii=False, indent=1) + "\n", "utf-8")


def followed(registry: Registry, known: Fingerprints) -> list[tuple[Address, dict[str, str]]]:
    """The reviewed clauses of the documents that the registry has."""
    documents = {(work, edition) for _, work, edition in registry.documents}
    return [
        (Address(*document.split(":", 1), clause), marks)
        for document, clauses in known.items()
        if tuple(document.split(":", 1)) in documents
        for clause, marks in clauses.items()
    ]
