"""How far integration and ability shorten an integrated audit (CC106 figure A.1).

The picture of the figure was not in the source at hand; the numbers are those in common use.
"""

from __future__ import annotations

from .editions import cc106_2023
from .figures import implements
from .log import Log, cited
from .numbers import Fraction, ceiling

TOP = 100  # percent


@implements("CC106:2023/fig-A.1", "CC106:2023/2.1.1-iii-a", "CC106:2023/2.1.1-iii-c")
def reduction_percent(integration: Fraction, ability: Fraction, log: Log) -> Fraction:
    """5 % × the lesser of row and column, both counted from 0; no diagonals, nothing in between."""
    clauses = cited(cc106_2023.STEP)
    row, column = _cell("integration", integration, log), _cell("ability", ability, log)
    log.finding("note", "cc106.figure", clauses)
    step = cc106_2023.STEP.value
    named = {"integration": integration, "ability": ability, "row": row, "column": column, "step": step}
    return log.step("cc106.reduction", clauses, step * min(row, column), **named)


def _cell(axis: str, percent: Fraction, log: Log) -> int:
    """The cell of a percentage, from 0; one exactly on a tick belongs where the choice `matrix_edge` says."""
    width = cc106_2023.CELL.value
    place = percent / width
    below = max(ceiling(place) - 1, 0)
    if place.denominator != 1 or percent in (0, TOP):
        return below
    above = below + 1
    cell = below if log.readings["matrix_edge"] == "upper" else above
    names = {"axis": log.name(f"cc106.axis.{axis}"), "percent": percent, "below": below, "above": above, "used": cell}
    log.finding("note", "cc106.tick", cited(cc106_2023.CELL), **names)
    return cell
