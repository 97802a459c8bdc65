"""T03: a clause cites other clauses than the same clause in the original."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.clauses.clause import Address, Problem
from plugins.clauses.registry import Registry
from plugins.clauses.translations import in_stub, source_language


def references_differ(registry: Registry) -> Iterator[Problem]:
    """Compared clause by clause; whole documents, unresolved references and editors' notes do not count."""
    cited: dict[tuple[str, Address], dict[Address, int]] = {}
    for page, citation, target in registry.citations:
        if target and target.clause and page.numbered and not citation.aside:
            source = Address(page.document.work, page.document.edition, citation.source)
            cited.setdefault((page.language, source), {}).setdefault(target, citation.line)
    for language, address, clause in registry.in_order():
        source = next(one for one in (source_language(registry, language, address), *registry.languages) if (one, address) in registry.clauses)
        own, model = cited.get((language, address), {}), cited.get((source, address), {})
        if language == source or own.keys() == model.keys() or in_stub(registry.pages[clause.file], clause.line):
            continue
        missing = listed([target for target in model if target not in own], address)
        added = [target for target in own if target not in model]
        if not added:
            yield Problem(clause.file, clause.line, "T03", f"{address} does not cite {missing}, as it does in {source}")
        elif not missing:
            yield Problem(clause.file, own[added[0]], "T03", f"{address} cites {listed(added, address)}, which it does not in {source}")
        else:
            yield Problem(clause.file, own[added[0]], "T03", f"{address} cites {listed(added, address)} and not {missing}, as it does in {source}")


def listed(targets: list[Address], source: Address) -> str:
    """The clauses by number, those of other documents with their work."""
    return ", ".join(target.clause if target[:2] == source[:2] else str(target) for target in sorted(targets))
