"""Figure A.1 of CC106 with the client's cell, and the point in it that integration and ability give."""

from __future__ import annotations

from calculators.editions import cc106_2023
from calculators.numbers import Fraction

from ..files.csv_table import decimal
from ..markup import escape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..respond import Page

_WIDTH, _HEIGHT, _LEFT, _TOP = 60, 36, 34, 20  # of a cell, and what stands beside and above all of them


def matrix(answer: dict, page: Page) -> str:
    """Rows are the level of integration, columns the ability of the team; the more comes off, the darker the cell."""
    percent = int(cc106_2023.CELL.value)
    count = 100 // percent
    bottom, right = _TOP + count * _HEIGHT, _LEFT + count * _WIDTH
    cells = "".join(_cell(row, column, count) for row in range(count) for column in range(count))
    ticks = "".join(
        f'<text x="{_LEFT + n * _WIDTH}" y="{bottom + 14}" text-anchor="middle">{n * percent}</text>'
        f'<text x="{_LEFT - 6}" y="{bottom - n * _HEIGHT + 4}" text-anchor="end">{n * percent}</text>'
        for n in range(count + 1)
    )
    axes = (
        f'<text x="0" y="10">↑ {page.html("page.integration_percent")}</text>'
        f'<text x="{right}" y="{bottom + 32}" text-anchor="end">{page.html("page.ability_percent")} →</text>'
    )
    row, column = (int(each) for each in place(answer))
    across, up = (Fraction(answer[f"{name}_percent"]) / percent for name in ("ability", "integration"))
    at = f'cx="{decimal(_LEFT + across * _WIDTH, 1)}" cy="{decimal(bottom - up * _HEIGHT, 1)}"'
    here = f'<rect class="calculator-here" x="{_LEFT + column * _WIDTH}" y="{bottom - (row + 1) * _HEIGHT}" width="{_WIDTH}" height="{_HEIGHT}"/>'
    title = page.text("picture.matrix").format_map({name: page.number(answer[f"{name}_percent"]) for name in ("integration", "ability", "reduction")})
    return (
        f'<figure class="calculator-picture calculator-cells"><svg role="img" aria-label="{escape(title)}" viewBox="0 0 {right + 12} {bottom + 38}">'
        f'{cells}{here}{ticks}{axes}<circle {at} r="5"/></svg><figcaption>{escape(title)}</figcaption></figure>'
    )


def place(answer: dict) -> tuple[str, str]:
    """Row and column of the client's cell, counted from 0."""
    found = next(each["values"] for each in answer["steps"] if each["key"] == "cc106.reduction")
    return found["row"], found["column"]


def reduction(row: int, column: int) -> int:
    """Percent that come off in a cell."""
    return int(cc106_2023.STEP.value) * min(row, column)


def _cell(row: int, column: int, count: int) -> str:
    x, y, percent = _LEFT + column * _WIDTH, _TOP + (count - 1 - row) * _HEIGHT, reduction(row, column)
    return (
        f'<rect class="calculator-off" x="{x}" y="{y}" width="{_WIDTH}" height="{_HEIGHT}" fill-opacity="{decimal(Fraction(percent, 50), 2)}"/>'
        f'<text x="{x + 5}" y="{y + 14}">{percent}</text>'
    )
