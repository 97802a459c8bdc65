"""C08: a clause obliges and names a number, and is neither computed nor listed as not computed."""

from __future__ import annotations

from collections.abc import Iterator

from calculators.not_computed import NOT_COMPUTED
from plugins.clauses.clause import Address, Clause, Problem
from plugins.clauses.code import address, index
from plugins.clauses.force import forces
from plugins.clauses.quantities import read
from plugins.clauses.registry import Registry
from plugins.clauses.scope import leading_in
from plugins.clauses.translations import bare

LIST = "../calculators/not_computed.py"


def neither_computed_nor_listed(registry: Registry) -> Iterator[Problem]:
    """In each document's own language; the list is held against the text too."""
    listed = {known: reason for reason, group in NOT_COMPUTED.items() for known in map(address, group) if known}
    for language, known, clause in registry.every_clause():
        own = registry.documents[language, known.work, known.edition].source_language
        if language != own:
            continue
        if known not in index() and known not in listed and obliges_with_number(registry, language, known, clause):
            said = f"{known} obliges and names a number, and no rule cites it: compute it, or list it in calculators/not_computed.py"
            yield Problem(clause.file, clause.line, "C08", said)
    first = registry.languages[0]
    for known, reason in listed.items():
        if (first, known.work, known.edition) not in registry.documents:
            continue
        if registry.clause(first, known) is None:
            yield Problem(LIST, 1, "C08", f"{known} is listed ('{reason}') and does not exist")
        elif known in index():
            yield Problem(LIST, 1, "C08", f"{known} is listed ('{reason}') and computed by {index()[known][0]}: take it off the list")


def obliges_with_number(registry: Registry, language: str, known: Address, clause: Clause) -> bool:
    """Whether the clause, or what leads it in, says shall or shall not, and the clause itself says how much."""
    found = read(language, bare(registry, language, clause))
    if not (found.digits or found.durations or any(value > 1 for value in found.words)):
        return False
    said = set(forces(language, clause.text))
    for above in leading_in(registry, language, known):
        said |= forces(language, above.text)
    return bool(said & {"shall", "not"})
