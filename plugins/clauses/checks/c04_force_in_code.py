"""C04: a finding of the calculators says shall or should where none of its clauses does."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.clauses.clause import Address, Problem
from plugins.clauses.code import findings
from plugins.clauses.force import forces
from plugins.clauses.registry import Registry
from plugins.clauses.scope import leading_in, whole
from plugins.clauses.translations import source_language

# One of these must be among the words of the cited clauses. A recommendation may rest on an obligation; not the reverse.
ENOUGH = {"shall": {"shall", "not"}, "should": {"shall", "not", "should", "avoid"}}


def force_in_code_differs(registry: Registry) -> Iterator[Problem]:
    """Held against the documents' own language; notes bind nobody and are not held against the text.

    Where the edition is only known when the rule runs, one edition that supports the level is enough.
    """
    for told in findings():
        cited = [one for one in told.clauses if registry.clause(registry.languages[0], one)]
        if told.level in ENOUGH and cited and not (said := forces_of(registry, cited)) & ENOUGH[told.level]:
            shown = ", ".join(map(str, cited))
            what = " and ".join(sorted(said)) or "nothing that binds"
            yield Problem(told.file, told.line, "C04", f"finding {told.key} says '{told.level}', but {shown} says {what}")


def forces_of(registry: Registry, cited: list[Address]) -> set[str]:
    """The words of force of some clauses, of what stands below them without a number, and of what leads them in."""
    said: set[str] = set()
    for address in cited:
        language = source_language(registry, registry.languages[0], address)
        for clause in (*whole(registry, language, address), *leading_in(registry, language, address)):
            said |= forces(language, clause.text)
    return said
