"""The registry as JSON: `/clauses/<language>/<work>.json`, with the schema beside it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from plugins.clauses.clause import Address, Citation, Document, Key
from plugins.clauses.registry import Page, Registry

FOLDER = "clauses"
SCHEMA = Path(__file__).with_name("clauses.schema.json")
encoded = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode  # nothing of it holds itself


def publish(registry: Registry, site: Path, documents: Iterable[Key], computed_by: Mapping[str, Sequence[str]]) -> None:
    """Writes one file for each of `documents`, by language, work and edition; the edition in force has the bare name.

    `computed_by` names the rules and figures that rest on a clause, by its address.
    """
    for language, work, edition in documents:
        name = work.lower()
        if edition != registry.current(language, work):
            name += "-" + re.sub(r"[^A-Za-z0-9.]+", "-", edition).lower()
        path = site / FOLDER / language / f"{name}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        document = registry.documents[language, work, edition]
        path.write_text(as_text(about(document), clauses(registry, document, computed_by)), "utf-8")


def publish_schema(site: Path) -> None:
    """Writes what their shape is."""
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "schema.json").write_bytes(SCHEMA.read_bytes())


def as_text(document: dict, clauses: Iterable[dict]) -> str:
    """JSON with one clause on a line: easy to compare, and quick to write."""
    head = encoded(document | {"clauses": []}).removesuffix("]}")
    lines = ",\n".join(map(encoded, clauses))
    return f"{head}\n{lines}\n]}}\n"


def references_by_source(pages: Iterable[Page]) -> dict[str, list[str]]:
    """What each clause of a document's pages cites, in order and once."""
    found: dict[str, dict[str, None]] = {}
    for page in pages:
        for citation, target in page.cited:
            if target:
                found.setdefault(citation.source, {})[str(target)] = None
    return {source: list(targets) for source, targets in found.items()}


def about(document: Document) -> dict:
    """One document without its clauses, in the shape of the schema."""
    return {
        "$schema": "../schema.json",
        "work": document.work,
        "edition": document.edition,
        "code": document.code,
        "language": document.language,
        "source_language": document.source_language,
        "title": document.title,
        "official_title": document.official_title or None,
        "publisher": document.publisher or None,
        "adopts": document.adopts or None,
        "text": document.text,
        "in_force": {
            "from": document.in_force_from.isoformat() if document.in_force_from else None,
            "until": document.in_force_until.isoformat() if document.in_force_until else None,
        },
        "was": dict(document.was),
        "gone": dict(document.gone),
        "notices": [
            {
                "date": notice.date.isoformat(),
                "text": notice.text,
                "clauses": [str(Address(document.work, document.edition, clause)) for clause in notice.clauses],
            }
            for notice in document.notices
        ],
    }


def clauses(registry: Registry, document: Document, computed_by: Mapping[str, Sequence[str]]) -> Iterator[dict]:
    """A document's clauses, in the shape of the schema."""
    work, edition = document.work, document.edition
    references, citing = references_by_source(registry.pages_of(document)), registry.cited_by.get(document.key, {})
    for clause in registry.clauses.get(document.key, {}).values():
        name = str(Address(work, edition, clause.id))
        yield {
            "id": name,
            "kind": clause.kind,
            "parent": str(Address(work, edition, clause.parent)) if clause.parent else None,
            "title": clause.title,
            "text": clause.text,
            "references": references.get(clause.id, []),
            "cited_by": places(registry, citing.get(clause.id, ())),
            "computed_by": list(computed_by.get(name, ())),
            "page": clause.file,
            "anchor": clause.anchor,
        }


def places(registry: Registry, citations: Iterable[Citation]) -> list[dict]:
    """The places that cite a clause, each with its sentence."""
    found = []
    for citation in citations:
        source = registry.pages[citation.file].document
        named = str(Address(source.work, source.edition, citation.source)) if source else None
        found.append({"id": named, "page": citation.file, "sentence": citation.sentence})
    return found
