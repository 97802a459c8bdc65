"""T03: a clause cites other clauses than the same clause in the original."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from plugins.clauses.clause import Address, Clause, Key, Problem
from plugins.clauses.registry import Registry
from plugins.clauses.translations import in_stub, source_language

Cited = defaultdict[str, dict[Address, int]]  # what each clause cites, with the line


def references_differ(registry: Registry) -> Iterator[Problem]:
    """Compared clause by clause; whole documents, unresolved references and editors' notes do not count."""
    cited: dict[Key, Cited] = {key: defaultdict(dict) for key, _ in registry.gone_through()}
    for page in registry.pages.values():
        for citation, target in page.cited if page.numbered else ():
            if target and target.clause and not citation.aside:
                cited[page.document.key][citation.source].setdefault(target, citation.line)
    for (language, work, edition), clauses in registry.gone_through():
        first = source_language(registry, language, Address(work, edition, ""))
        for clause in clauses.values() if language != first else ():
            address = Address(work, edition, clause.id)
            source = next(one for one in (first, *registry.languages) if registry.clause(one, address))
            own, model = cited[language, work, edition][clause.id], cited[source, work, edition][clause.id]
            if own.keys() != model.keys() and language != source and not in_stub(registry.pages[clause.file], clause.line):
                line, said = difference(clause, address, own, model)
                yield Problem(clause.file, line, "T03", f"{address} {said} in {source}")


def difference(clause: Clause, address: Address, own: dict[Address, int], model: dict[Address, int]) -> tuple[int, str]:
    """The line to look at and what is wrong there, of references with their lines."""
    missing = listed([target for target in model if target not in own], address)
    added = [target for target in own if target not in model]
    if not added:
        return clause.line, f"does not cite {missing}, as it does"
    if not missing:
        return own[added[0]], f"cites {listed(added, address)}, which it does not"
    return own[added[0]], f"cites {listed(added, address)} and not {missing}, as it does"


def listed(targets: list[Address], source: Address) -> str:
    """The clauses by number, those of other documents with their work."""
    return ", ".join(target.clause if target[:2] == source[:2] else str(target) for target in sorted(targets))
