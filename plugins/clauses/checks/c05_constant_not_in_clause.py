"""C05: a number that the calculators take from a clause does not stand in that clause's text."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from calculators.figures import Table
from plugins.clauses.clause import Address, Clause, Problem
from plugins.clauses.code import address, constants, index
from plugins.clauses.quantities import read
from plugins.clauses.registry import Registry
from plugins.clauses.scope import line_where, whole
from plugins.clauses.translations import bare
from plugins.clauses.wording import wording


def constant_not_in_clause(registry: Registry) -> Iterator[Problem]:
    """Held in every language, by value; tables cell by cell. A cited clause that does not exist is a problem too."""
    for cited, names in index().items():
        for language in languages(registry, cited):
            if registry.clause(language, cited) is None:
                file = registry.documents[language, cited.work, cited.edition].file
                yield Problem(file, 1, "C05", f"the calculators cite {cited}, which does not exist ({names[0]})")
    for name, constant in constants().items():
        for cited in filter(None, map(address, constant.clauses)):
            for language in languages(registry, cited):
                if (clause := registry.clause(language, cited)) is None:
                    continue
                if not isinstance(constant, Table):
                    row, said = -1, figure_lacks(registry, language, cited, constant)
                else:
                    row, said = table_differs(language, clause, constant)
                if said:
                    line = line_where(registry, clause, lambda at: at == row)
                    yield Problem(clause.file, line, "C05", f"{cited} {said} ({name})")


def languages(registry: Registry, cited: Address) -> list[str]:
    """The languages that have the document and whose numbers can be read."""
    return [one for one in registry.languages if (one, cited.work, cited.edition) in registry.documents and wording(one)]


def figure_lacks(registry: Registry, language: str, cited: Address, figure) -> str:
    """What to say when the figure's value is not in the clause, its items and notes; "" when it is."""
    for part in whole(registry, language, cited):
        found = read(language, bare(registry, language, part))
        if figure.value in found.numbers or (figure.value <= 1 and figure.value in found.loosely):
            return ""
        if any(figure.value in date for date in found.dates):
            return ""
    return f"does not say {figure.value} in {language}"


def table_differs(language: str, clause: Clause, table: Table) -> tuple[int, str]:
    """The first of the clause's lines that is a row with other numbers than the table's, and what to say; "" when every cell agrees."""
    rows, places = [], []
    for at, line in enumerate(clause.lines):
        cells = [sorted(read(language, cell).digits) for cell in line.strip("| ").split("|")]
        if line.startswith("|") and cells[0] and len(cells[0]) <= 2 and all(len(cell) == 1 for cell in cells[1:]):
            rows.append((cells[0][-1], tuple(cell[0] for cell in cells[1:])))
            places.append(at)
    expected = [(Fraction(upper), days) for upper, *days in zip(table.upper, *table.days.values())]
    for at, met, (upper, days) in zip([*places, *[-1] * len(expected)], [*rows, *[None] * len(expected)], expected):
        if met is None or met[0] != upper or met[1] != tuple(days):
            shown = "nothing" if met is None else ", ".join(str(one) for one in (met[0], *met[1]))
            return at, f"has {shown} in {language} where the calculators have {', '.join(str(one) for one in (upper, *days))}"
    return -1, "" if len(rows) == len(expected) else f"has {len(rows)} rows in {language}, the calculators {len(expected)}"
