"""Puts the tables of the staff pages in the place of the comments that ask for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from xml.etree.ElementTree import Element, tostring

from plugins.clauses.clause import Problem
from plugins.clauses.registry import Registry
from plugins.clauses.staff.traceability import traceability
from plugins.clauses.staff.translations import translations
from plugins.clauses.words import words

ASKED = re.compile(r"<!-- staff: (?P<what>translations|traceability) -->")


def filled(
    html: str,
    registry: Registry,
    found: Callable[[], Iterable[Problem]],
    names: Mapping[str, str],
    language: str,
    way: Callable[[str, str], str | None],
) -> str:
    """The page with its tables; most pages ask for none."""
    if "<!-- staff: " not in html:
        return html
    own = words(language, name="staff")

    def made(match: re.Match[str]) -> str:
        elements: Iterable[Element]
        if match["what"] == "translations":
            elements = translations(registry, found(), names, language, own, way)
        else:
            elements = traceability(registry, language, own, way)
        return "\n".join(tostring(one, encoding="unicode", method="html") for one in elements)

    return ASKED.sub(made, html)
