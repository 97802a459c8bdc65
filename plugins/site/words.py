"""The interface words of the site in its four languages, from `locales/*/site.po` and the other catalogues beside it."""

from collections.abc import Mapping
from pathlib import Path

from babel.messages.pofile import read_po

LOCALES = Path(__file__).parents[2] / "locales"


def catalogue(language: str, folder: Path = LOCALES, name: str = "site") -> dict[str, str]:
    """Every word of one catalogue in one language by its key (`site.search` → `Search`)."""
    path = folder / language / f"{name}.po"
    if not path.is_file():
        return {}
    with path.open("rb") as file:
        return {message.id: message.string for message in read_po(file) if message.id and message.string}


def gaps(catalogues: Mapping[str, Mapping[str, str]]) -> list[str]:
    """One sentence for each word that some languages have and another lacks.

    >>> gaps({"en": {"site.search": "Search"}, "hu": {}})
    ['locales/hu/site.po: site.search has no words here (en: “Search”)']
    """
    keys = sorted({key for words in catalogues.values() for key in words})
    return [
        f"locales/{language}/site.po: {key} has no words here ({_elsewhere(key, catalogues)})"
        for language, words in catalogues.items()
        for key in keys
        if key not in words
    ]


def _elsewhere(key: str, catalogues: Mapping[str, Mapping[str, str]]) -> str:
    return next(f"{language}: “{words[key]}”" for language, words in catalogues.items() if key in words)
