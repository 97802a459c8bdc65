"""C12: the clauses of one language are out of the order of their numbers, or numbers are missing between them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from plugins.clauses.clause import Clause, Document, Problem
from plugins.clauses.registry import Registry

Number = tuple[int, ...]
ANNEXES = 100  # sections have two digits at most: annex A is 101, annex 1 is 201


def numbering(registry: Registry) -> Iterator[Problem]:
    """Held in each language by itself; a number that the cover tells with `was:` or `gone:` is not missing."""
    for key, clauses in registry.gone_through():
        numbered = [(number, one) for one in clauses.values() if one.kind in ("clause", "annex") and (number := value(one.id))]
        yield from out_of_order(numbered)
        yield from missing(numbered, registry.documents[key])


def out_of_order(numbered: list[tuple[Number, Clause]]) -> Iterator[Problem]:
    """Every clause that stands after one with a greater number."""
    for (before, above), (number, clause) in zip(numbered, numbered[1:]):
        if number < before:
            yield Problem(clause.file, clause.line, "C12", f"'{clause.id}' comes after {above.id} ({above.file}:{above.line})")


def missing(numbered: list[tuple[Number, Clause]], document: Document) -> Iterator[Problem]:
    """Every gap, at the clause that follows it. Sections and annexes may begin anywhere: a document may be a part of one."""
    known = {number for number, _ in numbered} | {value(old) for old in document.traces}
    ends: dict[Number, int] = {}  # the number met last below each number
    for number, clause in sorted(numbered, key=lambda one: one[0]):
        above, last = number[:-1], number[-1]
        before = ends.get(above, 0 if above else last - 1)
        ends[above] = last
        if above and above not in known:
            known.add(above)
            yield Problem(clause.file, clause.line, "C12", f"'{clause.id}' stands below {written(above)}, which is missing")
        lacking = [one for one in range(before + 1, last) if (*above, one) not in known] if above or before // ANNEXES == last // ANNEXES else []
        if lacking:
            first, final = written((*above, lacking[0])), written((*above, lacking[-1]))
            said = f"{first} is missing" if first == final else f"{first} to {final} are missing"
            yield Problem(clause.file, clause.line, "C12", f"'{clause.id}': {said} before it")


@lru_cache(maxsize=16384)  # the same numbers stand in every language
def value(number: str) -> Number:
    """5.4.10 as numbers, annexes after the sections; () for what is no clause's number.

    >>> value("5.4.10"), value("B.1"), value("annex-2.1"), value("5.1-a")
    ((5, 4, 10), (102, 1), (202, 1), ())
    """
    first, *parts = number.split(".")
    if first.startswith("annex-"):
        first = str(2 * ANNEXES + int(first[6:])) if first[6:].isdecimal() else ""
    if not (all(map(str.isdecimal, parts)) and (first.isdecimal() or len(first) == 1 and "A" <= first <= "Z")):
        return ()
    return (int(first) if first.isdecimal() else ANNEXES + ord(first) - 64, *map(int, parts))


def written(number: Number) -> str:
    """The number as the document writes it."""
    first, *parts = number
    named = f"annex-{first - 2 * ANNEXES}" if first > 2 * ANNEXES else chr(first - ANNEXES + 64) if first > ANNEXES else first
    return ".".join(map(str, [named, *parts]))
