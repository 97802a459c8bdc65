"""The term base for other programs: TBX (ISO 30042, dialect TBX-Basic) and a table of comma-separated values."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from plugins.terms.concept import LANGUAGES, RANKS, Concept

STATUS = {
    "preferred": "preferredTerm-admn-sts",
    "admitted": "admittedTerm-admn-sts",
    "forbidden": "deprecatedTerm-admn-sts",
}
XML_LANG = "xml:lang"  # the prefix that XML itself declares
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def tbx(concepts: Iterable[Concept], source: str) -> str:
    """The term base in TBX-Basic, its data categories as attributes; `source` says where it comes from."""
    root = Element("tbx", {"type": "TBX-Basic", "style": "dca", XML_LANG: "en", "xmlns": "urn:iso:std:iso:30042:ed-2"})
    file = SubElement(SubElement(root, "tbxHeader"), "fileDesc")
    SubElement(SubElement(file, "sourceDesc"), "p").text = source
    body = SubElement(SubElement(root, "text"), "body")
    for concept in concepts:
        entry = SubElement(body, "conceptEntry", {"id": concept.anchor})
        for language in LANGUAGES:
            section = SubElement(entry, "langSec", {XML_LANG: language})
            group = SubElement(section, "descripGrp")
            SubElement(group, "descrip", {"type": "definition"}).text = concept.definition[language]
            if concept.clause:
                SubElement(group, "admin", {"type": "source"}).text = concept.clause
            for rank, term in ranked(concept, language):
                term_section = SubElement(section, "termSec")
                SubElement(term_section, "term").text = term
                SubElement(term_section, "termNote", {"type": "administrativeStatus"}).text = STATUS[rank]
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def ranked(concept: Concept, language: str) -> Iterable[tuple[str, str]]:
    """Every term of one language with its rank, the preferred one first."""
    terms = concept.terms[language]
    yield "preferred", terms.preferred
    yield from (("admitted", term) for term in terms.admitted)
    yield from (("forbidden", term) for term in terms.forbidden)


def table(concepts: Iterable[Concept]) -> str:
    """One row for each concept; several terms of one rank are joined by '; '."""
    out = io.StringIO()
    writer = csv.writer(out)  # with the line ends of RFC 4180
    columns = [f"{language}_{name}" for language in LANGUAGES for name in (*RANKS, "definition")]
    writer.writerow(["id", "clause", *columns])
    for concept in concepts:
        cells = [concept.id, concept.clause]
        for language in LANGUAGES:
            terms = concept.terms[language]
            cells += [terms.preferred, "; ".join(terms.admitted), "; ".join(terms.forbidden), concept.definition[language]]
        writer.writerow(map(cell, cells))
    return out.getvalue()


def cell(text: str) -> str:
    """Text that no spreadsheet takes for a formula.

    >>> cell("=1+1"), cell("audit")
    ("'=1+1", 'audit')
    """
    return f"'{text}" if text.startswith(FORMULA) else text
