"""The register as it is published: the public certificates in their pages, the day it speaks of, what changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from plugins.register.certificate import Certificate
from plugins.register.columns import Status
from plugins.register.organisations import Page, Place, listed, pages, places


@dataclass(frozen=True)
class Register:
    """`day` is the day of the export; `example` says that nothing in it is real."""

    certificates: tuple[Certificate, ...]
    day: date
    example: bool

    @cached_property
    def public(self) -> tuple[Certificate, ...]:
        """Without those kept out of public lists."""
        return tuple(listed(self.certificates))

    @cached_property
    def pages(self) -> list[Page]:
        return pages(self.public)

    @cached_property
    def places(self) -> dict[str, Place]:
        """By certificate number."""
        return places(self.pages)

    def changed(self, *statuses: Status) -> list[Certificate]:
        """Those in one of these states, the latest change first."""
        found: Iterable[tuple[date, str, Certificate]] = (
            (one.changed, one.number, one) for one in self.public if one.changed and one.status_on(self.day) in statuses
        )
        return [one for *_, one in sorted(found, key=lambda each: (-each[0].toordinal(), each[1]))]
