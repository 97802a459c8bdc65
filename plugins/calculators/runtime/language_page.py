"""What the worker gets for one language beside the rules, as one JSON text: words, places of the clauses, sentences."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from calculators.messages import read_catalogue

from ..words import CATALOGUES, page_words


def language_page(project: Path, language: str, links: Mapping[str, object], *, for_browser: bool = True) -> str:
    """`words` of the page, `links` to the published clauses, and the `sentences` of the rules, which have no files in the browser."""
    words = page_words(language, project / "locales")
    page = {"language": language, "words": words, "links": links, "sentences": sentences(project, language) if for_browser else {}}
    return json.dumps(page, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def sentences(project: Path, language: str) -> dict[str, dict[str, str]]:
    """The catalogues that the rules in the browser take their sentences from."""
    code = "".join(path.read_text(encoding="utf-8") for path in rules(project))
    catalogues = sorted((project / "locales" / language).glob("*.po"))
    named = (path for path in catalogues if path.stem not in CATALOGUES and re.search(rf"""["']{path.stem}[."']""", code))
    return {path.stem: read_catalogue(path.read_text(encoding="utf-8")) for path in named}


def rules(project: Path) -> list[Path]:
    """The modules of `calculators` that travel to the browser: all but the command line's and the build's."""
    left_out = {"__main__", "report_text", "citations"}
    return sorted(path for path in (project / "calculators").rglob("*.py") if path.stem not in left_out)
