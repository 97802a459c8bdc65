"""What the worker gets for one language beside the rules, as one JSON text: words, places of the clauses, sentences, headings."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import calculators
from calculators.messages import read_catalogue

from ..pasted import fields
from ..words import CATALOGUES, page_words


def language_page(project: Path, language: str, links: Mapping[str, object], *, for_browser: bool = True) -> str:
    """`words` of the page, `links` to the published clauses, the `sentences` of the rules, which have no files in the browser, and `headings`."""
    words = page_words(language, project / "locales")
    own = sentences(project, language) if for_browser else {}
    page = {"language": language, "words": words, "links": links, "sentences": own, "headings": headings()}
    return json.dumps(page, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


@cache
def headings() -> dict[str, str]:
    """The titles of a site's fields in every language, each with its field: a pasted list may have been kept in another one."""
    return {
        rule["title"].casefold(): field
        for name in ("cc11", "programme")
        for language in calculators.LANGUAGES
        for field, rule in fields(name, language).items()
        if "title" in rule
    }


def sentences(project: Path, language: str) -> dict[str, dict[str, str]]:
    """The catalogues that the rules in the browser take their sentences from."""
    code = "".join(path.read_text(encoding="utf-8") for path in rules(project))
    catalogues = sorted((project / "locales" / language).glob("*.po"))
    named = (path for path in catalogues if path.stem not in CATALOGUES and re.search(rf"""["']{path.stem}[."']""", code))
    return {path.stem: read_catalogue(path.read_text(encoding="utf-8")) for path in named}


def rules(project: Path) -> list[Path]:
    """The modules of `calculators` that travel to the browser: all but the command line's and the build's."""
    left_out = {"__main__", "command_line", "report_text", "citations"}
    return sorted(path for path in (project / "calculators").rglob("*.py") if path.stem not in left_out)
