"""The vocabulary: a concept, and what it is called in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

LANGUAGES = ("zh", "en", "ru", "hu")
RANKS = ("preferred", "admitted", "forbidden")


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a concept in one language: the one to use, those admitted beside it, those that no page may use."""

    preferred: str
    admitted: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()

    @property
    def allowed(self) -> tuple[str, ...]:
        """Every term that a page may use."""
        return (self.preferred, *self.admitted)

    @property
    def all(self) -> tuple[str, ...]:
        """Every term, also those that no page may use."""
        return (*self.allowed, *self.forbidden)


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that the documents speak of."""

    id: str
    clause: str  # that defines it or, failing that, sets its rules: CC105:2020/3.9; "" when none does
    definition: Mapping[str, str]
    terms: Mapping[str, Terms]

    @property
    def anchor(self) -> str:
        """The id in the glossary of every language."""
        return f"t-{self.id}"
