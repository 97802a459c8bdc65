"""The interface words of the clause panels, from the catalogues in `locales/`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from babel.messages.pofile import read_po

LOCALES = Path(__file__).parents[2] / "locales"
PREFIX = "clauses."
NEEDED = (
    "clauses.link_to",
    "clauses.panel",
    "clauses.other_languages",
    "clauses.cited_by",
    "clauses.cited_by_count",
)


def words(language: str, folder: Path = LOCALES) -> Mapping[str, str]:
    """The words of one language by key; a catalogue that lacks one is a KeyError that names file and keys."""
    path = folder / language / "site.po"
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language)
    own = {str(entry.id): str(entry.string) for entry in catalogue if entry.id and entry.string}
    if lacking := [key for key in NEEDED if key not in own]:
        raise KeyError(f"locales/{language}/site.po: no entry for {', '.join(lacking)}")
    return {key: text for key, text in own.items() if key.startswith(PREFIX)}
