"""The public register as readers see it: organisations with their certificates, in order, cut into pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.register.certificate import Certificate
from plugins.register.normal import code, words

PAGE = 16_000
"""Bytes of data on one page: what a look-up fetches stays far below 100 kB."""
_AROUND = 400
"""Bytes of a certificate besides its texts: its labels in the longest language, and dates."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation, or a part of one that has more certificates than a page holds."""

    name: str
    other_names: tuple[str, ...]
    uscc: str
    certificates: tuple[Certificate, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: the number of the page, the id on it."""

    page: int
    id: str

    @property
    def address(self) -> str:
        """Below the folder `register/` of a language."""
        return f"organisations/{self.page}.html#{self.id}"


Page = tuple[Organisation, ...]


def listed(certificates: Iterable[Certificate]) -> Iterator[Certificate]:
    """Without those that are kept out of public lists for a reason (ISO/IEC 17021-1, 8.1.2)."""
    return (one for one in certificates if not one.unlisted)


def pages(certificates: Iterable[Certificate]) -> list[Page]:
    """The organisations by name, in pages of a bounded size."""
    found: list[Page] = []
    filled: list[Organisation] = []
    room = PAGE
    for organisation in sorted(_organisations(certificates), key=_order):
        for part in _parts(organisation):
            size = _size(part)
            if filled and size > room:
                found.append(tuple(filled))
                filled, room = [], PAGE
            filled.append(part)
            room -= size
    return [*found, *([tuple(filled)] if filled else [])]


def places(pages: Iterable[Page]) -> dict[str, Place]:
    """Where each certificate stands, by its number."""
    found = {}
    for number, page in enumerate(pages, 1):
        ids = 0
        for organisation in page:
            for certificate in organisation.certificates:
                ids += 1
                found[certificate.number] = Place(number, f"c{ids}")
    return found


def _organisations(certificates: Iterable[Certificate]) -> Iterator[Organisation]:
    """Certificates of one credit code, or of one name, belong to one organisation; its newest certificate names it."""
    groups: dict[str, list[Certificate]] = {}
    for certificate in certificates:
        groups.setdefault(certificate.uscc or code(certificate.organisation), []).append(certificate)
    for group in groups.values():
        group.sort(key=lambda one: (one.issued, one.number), reverse=True)
        names = dict.fromkeys(name for one in group for name in (one.organisation, *one.other_names))
        first, *others = names
        yield Organisation(first, tuple(others), group[0].uscc, tuple(group))


def _order(organisation: Organisation) -> tuple[bytes, str, str]:
    """By GB 18030, which has the common Chinese characters in the order of their sounds."""
    name = " ".join(words(organisation.name))
    return name.encode("gb18030"), organisation.uscc, organisation.certificates[0].number


def _parts(organisation: Organisation) -> Iterator[Organisation]:
    part: list[Certificate] = []
    room = PAGE
    for certificate in organisation.certificates:
        size = _bytes(certificate)
        if part and size > room:
            yield _part(organisation, part)
            part, room = [], PAGE
        part.append(certificate)
        room -= size
    yield _part(organisation, part)


def _part(organisation: Organisation, part: list[Certificate]) -> Organisation:
    return Organisation(organisation.name, organisation.other_names, organisation.uscc, tuple(part))


def _size(organisation: Organisation) -> int:
    named = sum(len(name.encode()) for name in (organisation.name, *organisation.other_names))
    return named + sum(map(_bytes, organisation.certificates))


def _bytes(certificate: Certificate) -> int:
    texts = (certificate.standard, certificate.scope, certificate.address, *certificate.sites)
    return _AROUND + sum(len(text.encode()) for text in texts)
