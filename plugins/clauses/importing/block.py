"""What the readers give and what cannot be settled."""

from __future__ import annotations

from typing import NamedTuple

# So that m² is not read as m2, and the number of a footnote is no figure.
SUPERSCRIPT = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
SUBSCRIPT = str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋")


class Block(NamedTuple):
    """A stretch of the source: where it stands, what its own format says of it, and its words."""

    place: int  # a line of a text, a paragraph of a Word file
    kind: str  # heading, text, item, table, code
    text: str
    rows: tuple[tuple[str, ...], ...] = ()  # of a table

    @property
    def words(self) -> str:
        """The text with single spaces."""
        return " ".join(self.text.split())


class Unsettled(NamedTuple):
    """Something that an author has to decide."""

    place: int  # 0: the document as a whole
    message: str


class Unreadable(Exception):
    """A source that cannot be imported at all, with the reason and what to do."""
