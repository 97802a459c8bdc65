"""What an edition file is made of: figures and tables, each with the clauses that state them."""

from __future__ import annotations

from .numbers import Fraction

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


class Figure:
    """A number of a document. `value` is exact; `clauses` are full addresses such as 'CC105:2020/3.9'."""

    __slots__ = ("value", "clauses")

    def __init__(self, value: Fraction, clauses: tuple[str, ...]) -> None:
        self.value, self.clauses = value, clauses


class Table:
    """Days by effective number of personnel (tables QMS 1, EMS 1, OHSMS 1).

    `upper` holds the last number of people of each band, `days` the audit days of each band per category.
    """

    __slots__ = ("upper", "days", "clauses")

    def __init__(self, upper: tuple[int, ...], days: dict[str, tuple[Fraction, ...]], clauses: tuple[str, ...]) -> None:
        self.upper, self.days, self.clauses = upper, days, clauses


class Factor:
    """A reason to lengthen or shorten an audit: `clauses` gives, per standard that may use it, its own clause."""

    __slots__ = ("name", "increases", "clauses")

    def __init__(self, name: str, increases: bool, clauses: dict[str, str]) -> None:
        self.name, self.increases, self.clauses = name, increases, clauses


def implements(*clauses: str) -> Callable[[Callable], Callable]:
    """Mark a rule with the clauses it carries out, for the index of `citations`: `@implements("CC105:2020/3.9")`."""

    def mark(rule: Callable) -> Callable:
        rule.clauses = clauses
        return rule

    return mark


def stating(edition: str) -> Callable[..., Figure]:
    """A maker of figures for one edition: `stating('CC105:2020')('30', '3.9')`."""

    def figure(value: object, *clauses: str) -> Figure:
        return Figure(Fraction(value), tuple(f"{edition}/{clause}" for clause in clauses))

    return figure


def tabled(edition: str) -> Callable[..., Table]:
    """A maker of tables for one edition from lines 'last person, days of each category'; '1-5' is written 5."""

    def table(lines: str, categories: tuple[str, ...], *clauses: str) -> Table:
        rows = [line.split() for line in lines.strip().splitlines()]
        days = {name: tuple(Fraction(row[column]) for row in rows) for column, name in enumerate(categories, 1)}
        return Table(tuple(int(row[0]) for row in rows), days, tuple(f"{edition}/{clause}" for clause in clauses))

    return table


def factors_of(edition: str) -> Callable[..., dict[str, Factor]]:
    """A maker of factor lists for one edition: `(name, {standard: clause})` in the order of the document."""

    def factors(increases: bool, *listed: tuple[str, dict[str, str]]) -> dict[str, Factor]:
        return {
            name: Factor(name, increases, {standard: f"{edition}/{clause}" for standard, clause in clauses.items()})
            for name, clauses in listed
        }

    return factors
