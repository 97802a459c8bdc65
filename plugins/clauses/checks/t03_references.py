"""T03: a clause cites other clauses than the same clause in the first language."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.clauses.clause import Address, Problem
from plugins.clauses.registry import Registry


def references_differ(registry: Registry) -> Iterator[Problem]:
    """Compared clause by clause; whole documents, unresolved references and editors' notes do not count."""
    cited: dict[tuple[str, Address], dict[Address, int]] = {}
    for page, citation, target in registry.citations:
        if target and target.clause and page.numbered and not citation.aside:
            source = Address(page.document.work, page.document.edition, citation.source)
            cited.setdefault((page.language, source), {}).setdefault(target, citation.line)
    for language, address, clause in registry.in_order():
        first = next(one for one in registry.languages if (one, address) in registry.clauses)
        if language == first:
            continue
        own, model = cited.get((language, address), {}), cited.get((first, address), {})
        if missing := [target for target in model if target not in own]:
            message = f"{address} does not cite {listed(missing, address)}, as it does in {first}"
            yield Problem(clause.file, clause.line, "T03", message)
        if added := [target for target in own if target not in model]:
            message = f"{address} cites {listed(added, address)}, which it does not in {first}"
            yield Problem(clause.file, own[added[0]], "T03", message)


def listed(targets: list[Address], source: Address) -> str:
    """The clauses by number, those of other documents with their work."""
    return ", ".join(target.clause if target[:2] == source[:2] else str(target) for target in sorted(targets))
