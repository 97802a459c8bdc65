"""The interface words of the clauses, from the catalogues `locales/*/clauses.po` and, for the staff pages, `staff.po`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from babel.messages.pofile import read_po

LOCALES = Path(__file__).parents[2] / "locales"
REFERENCE = "en"  # every language has the words that this one has


def words(language: str, folder: Path = LOCALES, name: str = "clauses") -> Mapping[str, str]:
    """The words of one language by key; a catalogue that lacks one is a KeyError that names file and keys."""
    own = catalogue(folder / language / f"{name}.po")
    if lacking := catalogue(folder / REFERENCE / f"{name}.po").keys() - own:
        raise KeyError(f"locales/{language}/{name}.po: no entry for {', '.join(sorted(lacking))}")
    return own


def catalogue(path: Path) -> dict[str, str]:
    """Every message of one file that has words."""
    with path.open("rb") as file:
        return {str(entry.id): str(entry.string) for entry in read_po(file) if entry.id and entry.string}
