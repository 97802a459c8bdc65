"""T05: a translation binds more or less than the original: shall, should and may are not the same in both."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.clauses.clause import Problem
from plugins.clauses.force import forces
from plugins.clauses.registry import Registry
from plugins.clauses.translations import Pair, pairs

ORDER = {"shall": "shall", "should": "should", "may": "may", "avoid": "should not", "not": "not"}
DENIED = {"avoid", "not"}


def force_differs(registry: Registry) -> Iterator[Problem]:
    """Compares which words of force a clause has, not how many.

    Permission and denial are tolerated where grammar makes and removes them ('can', 'not only'); what is held is
    that an obligation or a recommendation is one in every language, and so is what should not and what shall not be. An item may say again what its clause says.
    """
    for pair in pairs(registry):
        model = forces(pair.source, pair.original_text)
        own = forces(pair.language, pair.text)
        weight = difference(model, own) if model != own else None
        if weight is not None and pair.clause.kind in ("item", "bullet"):
            model |= around(registry, pair.source, pair)
            own |= around(registry, pair.language, pair)
            weight = difference(model, own)
        if weight is not None:
            said = f"{pair.address} says {listed(own)} in {pair.language}, {listed(model)} in {pair.source}: {weight}"
            yield Problem(pair.clause.file, pair.clause.line, "T05", said)


def around(registry: Registry, language: str, pair: Pair) -> frozenset[str]:
    """The force of the clause that leads an item in, in one language."""
    above = registry.clause(language, pair.address._replace(clause=pair.clause.parent))
    return forces(language, above.text) if above else frozenset()


def difference(model: frozenset[str], own: frozenset[str]) -> str | None:
    """What is wrong with the force `own` beside that of the original; None when nothing is."""
    if "avoid" in model ^ own:
        if "avoid" in model and "not" in own:
            return "'should not' has become 'not'"
        if "avoid" in own and "not" in model:
            return "'not' has become 'should not'"
    if DENIED & (model | own):
        return None
    for strong, weaker in (("shall", {"should", "may"}), ("should", {"shall", "may"})):
        if strong in model and strong not in own and own & weaker:
            return f"'{strong}' is lost"
        if strong in own and strong not in model and model & weaker:
            return f"'{strong}' is added"
    return None


def listed(forces: frozenset[str]) -> str:
    """Forces for a message, the strongest first."""
    return ", ".join(said for one, said in ORDER.items() if one in forces) or "nothing that binds"
