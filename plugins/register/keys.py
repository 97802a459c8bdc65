"""What the register can be looked up by: certificate number, credit code, and every name from each of its words on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from plugins.register.normal import code, words
from plugins.register.organisations import Page
from plugins.register.tree import Entry

COMMON = 200
"""An ending that so many names share (…有限公司) finds none of them: it is only counted."""
LONGEST = 48
"""Characters of a key; longer ones sort no better."""


def entries(pages: Iterable[Page]) -> list[tuple[str, Entry]]:
    """Every key with what it leads to, in the order of the keys."""
    named: list[tuple[list[str], Entry]] = []
    found: list[tuple[str, Entry]] = []
    for number, page in enumerate(pages, 1):
        ids = 0
        for place, organisation in enumerate(page, 1):
            id = f"o{place}"
            named += ((words(name), (name, number, id)) for name in (organisation.name, *organisation.other_names))
            if organisation.uscc:
                found.append((code(organisation.uscc), (organisation.uscc, number, id)))
            for certificate in organisation.certificates:
                ids += 1
                found.append((code(certificate.number), (certificate.number, number, f"c{ids}")))
    shared = {ending: count for ending, count in Counter(ending for name, _ in named for _, ending in _endings(name)).items() if count > COMMON}
    for name, entry in named:
        for first, ending in _endings(name):
            if first == 0 or ending not in shared:
                found.append((ending[:LONGEST], entry))
    found += ((ending[:LONGEST], (ending, count)) for ending, count in shared.items())
    found.sort()
    return found


def _endings(name: list[str]) -> Iterator[tuple[int, str]]:
    """The name from each of its words on."""
    return ((first, " ".join(name[first:])) for first in range(len(name)))
