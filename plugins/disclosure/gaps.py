"""What the body has not published yet, field by field, with the clauses that ask for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from plugins.disclosure.located import Path, shown
from plugins.disclosure.profile import FILE, Profile
from plugins.disclosure.schema import Schema, is_words, resolved, schema


@dataclass(frozen=True)
class Gap:
    """A field that is empty."""

    path: Path
    clauses: tuple[str, ...]
    line: int

    @property
    def text(self) -> str:
        """For those who keep the profile."""
        return f"{FILE}:{self.line}: gap: {shown(self.path)} is not published yet ({', '.join(self.clauses)})"


def gaps(profile: Profile) -> list[Gap]:
    """Every empty field that a clause asks for; a list without entries says that there are none, and is no gap."""
    return [Gap(path, clauses, profile.located.line(path)) for path, clauses in empty(schema(), profile.data, (), ())]


def empty(part: Schema, value: Any, path: Path, clauses: tuple[str, ...]) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """The empty fields below a value."""
    part = resolved(part)
    clauses = tuple(part.get("x-clause", clauses))
    if value is None:
        if not part.get("x-optional"):
            yield path, clauses
    elif isinstance(value, list):
        for at, one in enumerate(value):
            yield from empty(part.get("items", {}), one, (*path, at), clauses)
    elif isinstance(value, dict):
        fields = part.get("properties", {})
        optional = [name for name, inner in fields.items() if resolved(inner).get("x-optional")]
        if not is_words(part) and optional == list(fields) and not any(value.get(name) for name in fields):
            yield path, clauses  # one of them at least
        for name, inner in fields.items():
            yield from empty(inner, value.get(name), (*path, name), clauses)
