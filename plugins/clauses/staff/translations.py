"""The state of the translations, by document and language: clauses, reviewed, stale, findings of the checks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from xml.etree.ElementTree import Element

from plugins.clauses.clause import Document, Problem
from plugins.clauses.fingerprints import fingerprint, reviewed
from plugins.clauses.registry import Registry
from plugins.clauses.staff.table import link, table

Way = Callable[[str, str], str | None]
COLUMNS = ("document", "language", "clauses", "reviewed", "stale", "untranslated", "findings", "waived")


def translations(
    registry: Registry, found: Iterable[Problem], names: Mapping[str, str], language: str, words: Mapping[str, str], way: Way
) -> Iterable[Element]:
    """One row for each document in each language; the documents' own languages come first."""
    problems: dict[str, Counter[str]] = {}
    stale: Counter[str] = Counter()
    for one in found:
        folder = one.file.rpartition("/")[0]
        problems.setdefault(folder, Counter())[one.check.partition("-")[0]] += 1
        stale[folder] += one.check == "T09"
    known = reviewed()
    works = {(one.work, one.edition): None for one in registry.documents.values()}
    rows = []
    for work, edition in works:
        own = [registry.documents[key] for key in registry.documents if key[1:] == (work, edition)]
        for document in sorted(own, key=lambda one: (one.language != one.source_language, registry.languages.index(one.language))):
            rows.append(row(registry, document, known, problems.get(document.folder, Counter()), stale[document.folder], names, language, words, way))
    yield table([words[f"staff.{key}"] for key in COLUMNS], rows, words["staff.filter"], words["staff.rows"])


def row(
    registry: Registry,
    document: Document,
    known: Mapping[str, Mapping[str, Mapping[str, str]]],
    problems: Counter[str],
    stale: int,
    names: Mapping[str, str],
    language: str,
    words: Mapping[str, str],
    way: Way,
) -> list:
    """One document in one language, its title linked where the reader can follow in their own language."""
    clauses = registry.clauses.get(document.key, {}).values()
    marks = known.get(f"{document.work}:{document.edition}", {})
    done = sum(marks.get(one.id, {}).get(document.language) == fingerprint(one) for one in clauses)
    pages = [page.scan for page in registry.pages.values() if page.document is document]
    url = way(document.file, "")
    name = names.get(document.language, document.language)
    return [
        link(document.code, url) if url is not None else document.code,
        f"{name} ({words['staff.original']})" if document.language == document.source_language else name,
        str(len(clauses)),
        f"{done} ({100 * done // max(1, len(clauses))}\u00a0%)" if language != "zh" else f"{done}（{100 * done // max(1, len(clauses))}%）",
        str(stale),
        str(sum(len(scan.stubs) for scan in pages)),
        ", ".join(f"{check} × {count}" for check, count in sorted(problems.items())) or "0",
        str(sum(len(scan.waivers) for scan in pages)),
    ]
