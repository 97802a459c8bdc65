"""The words of the calculators' pages: they travel with a page of their language, not with the library of all four."""

from __future__ import annotations

from pathlib import Path

from plugins.site.words import LOCALES, catalogue

CATALOGUES = ("site", "picture", "record")


def page_words(language: str, locales: Path = LOCALES) -> dict[str, str]:
    """Every word that a calculator's page may need, by its key."""
    found = {key: text for name in CATALOGUES for key, text in catalogue(language, locales, name).items()}
    return {key: text for key, text in found.items() if not key.startswith("site.")}
