"""S01: the covers of one edition say different things of it in different languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plugins.clauses.clause import Document, Problem
from plugins.clauses.registry import Registry


def covers_differ(registry: Registry) -> Iterator[Problem]:
    """What no translation changes, held against the cover in the document's own language, else in the first that has it."""
    editions: dict[tuple[str, str], dict[str, Document]] = {}
    for (language, work, edition), cover in registry.documents.items():
        editions.setdefault((work, edition), {})[language] = cover
    for covers in editions.values():
        languages = [one for one in registry.languages if one in covers]
        model = next((covers[one] for one in languages if covers[one].source_language == one), covers[languages[0]])
        for cover in covers.values():
            for key, own in unchanging(cover).items():
                if own != (said := unchanging(model)[key]):
                    place = f"{model.file}:{model.line(key)}"
                    yield Problem(cover.file, cover.line(key), "S01", f"{key} of {cover.work}:{cover.edition} is {own or 'missing'} here, {said or 'missing'} on {place}")


def unchanging(cover: Document) -> Mapping[str, str]:
    """What a cover says without words, by key; "" for what it does not say."""
    days = (("from", cover.in_force_from), ("until", cover.in_force_until))
    return {
        "source_language": cover.source_language,
        "in_force": ", ".join(f"{name} {day}" for name, day in days if day),
        "was": ", ".join(f"{old} → {new}" for old, new in sorted(cover.was)),
        "gone": ", ".join(sorted(old for old, _ in cover.gone)),
    }
