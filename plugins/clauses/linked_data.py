"""A document as search engines and other machines read it: schema.org Legislation in JSON-LD, on its cover page."""

from __future__ import annotations

import json
from collections.abc import Callable

from plugins.clauses.clause import Address, Document
from plugins.clauses.lasting import path
from plugins.clauses.registry import Registry

FORCE = {"in_force": "InForce", "superseded": "NotInForce", "not_yet": "NotInForce"}
Way = Callable[[str], str | None]  # from a page's source to its full address


def legislation(registry: Registry, document: Document, site: str, way: Way) -> str:
    """JSON that may stand within a script element."""
    status = document.status(registry.day)
    covers = {
        language: way(other.file)
        for (language, work, edition), other in registry.documents.items()
        if (work, edition) == (document.work, document.edition)
    }
    source = document.source_language
    data = {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "@id": covers[document.language],
        "url": covers[document.language],
        "sameAs": site + path(Address(document.work, document.edition, "")),
        "name": document.title,
        "alternateName": document.official_title,
        "legislationIdentifier": document.code,
        "version": document.edition,
        "inLanguage": document.language,
        "publisher": {"@type": "Organization", "name": document.publisher} if document.publisher else None,
        "isBasedOn": document.adopts,
        "legislationLegalForce": f"https://schema.org/{FORCE[status]}" if status in FORCE else None,
        "legislationLegalValue": "https://schema.org/UnofficialLegalValue" if document.text == "restated" else None,
        "temporalCoverage": f"{document.in_force_from or '..'}/{document.in_force_until or '..'}" if status in FORCE else None,
        "translationOfWork": {"@id": covers[source]} if source != document.language and covers.get(source) else None,
        "workTranslation": [{"@id": url} for language, url in covers.items() if language != source and url] if source == document.language else None,
        "hasPart": [
            {"@type": "Legislation", "name": page.title, "url": way(page.file)}
            for page in registry.pages_of(document)
            if page.numbered
        ],
    }
    known = {key: value for key, value in data.items() if value}
    return json.dumps(known, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
