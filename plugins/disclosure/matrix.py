"""The matrix: what has to be made public, where it is, and whether it is complete."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from plugins.disclosure.gaps import Gap
from plugins.disclosure.marks import Mark, MarkedPage
from plugins.disclosure.profile import Profile, as_date

PUBLISHED, GAP, NOT_APPLICABLE = "published", "gap", "not_applicable"


@dataclass(frozen=True)
class Requirement:
    """A clause that obliges the body to make something public."""

    clause: str  # GZ021:5.1.1-5
    line: int  # in the profile
    in_force: date | None  # where the profile tells it: of a document that this site does not publish
    not_applicable: dict[str, str] | None


@dataclass(frozen=True)
class Row:
    """A requirement with its places in one language and its state."""

    requirement: Requirement
    marks: tuple[Mark, ...]
    gaps: tuple[Gap, ...]

    @property
    def state(self) -> str:
        """Not applicable, a gap, or published."""
        if self.requirement.not_applicable:
            return NOT_APPLICABLE
        return GAP if self.gaps or not self.marks else PUBLISHED


def requirements(profile: Profile) -> list[Requirement]:
    """What the profile lists, in its order."""
    return [
        Requirement(one["clause"], profile.located.line(("disclosures", at)), as_date(one.get("in_force")), one.get("not_applicable"))
        for at, one in enumerate(profile.data.get("disclosures") or ())
    ]


def matrix(profile: Profile, gaps: Iterable[Gap], pages: Iterable[MarkedPage], language: str) -> list[Row]:
    """One row for each requirement."""
    marks = [mark for page in pages if page.language == language for mark in page.marks]
    known = list(gaps)
    return [
        Row(
            one,
            tuple(mark for mark in marks if mark.clause == one.clause),
            tuple(gap for gap in known if one.clause in gap.clauses),
        )
        for one in requirements(profile)
    ]
