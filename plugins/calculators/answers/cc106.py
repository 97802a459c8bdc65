"""Days of standards audited as one system (CC106 2.1), with the cell of figure A.1 that the reduction comes from."""

from __future__ import annotations

from calculators.editions import cc106_2023

from ..files.cells import number
from ..markup import clause_links, figures
from ..pictures.matrix import matrix, place, reduction

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..files.cells import Sheet
    from ..respond import Page
    from ..sections import Section

_SHOWN = ("start_point", "integration_percent", "ability_percent", "reduction_percent")


def result(answer: dict, page: Page) -> list[Section]:
    days = {f"integrated_{name}": answer["integrated"][name] for name in ("days", "exact", "on_site_minimum")}
    return [figures(page, days), figures(page, {name: answer[name] for name in _SHOWN}), matrix(answer, page)]


def beside(answer: dict, page: Page) -> list[Section]:
    return [("table", page.html("picture.as_table"), [_table(answer, page), clause_links(["CC106:2023/fig-A.1"], page)])]


def summary(answer: dict, page: Page) -> str:
    return f"{page.text('page.integrated_days')}: {page.number(answer['integrated']['days'])}"


def _table(answer: dict, page: Page) -> str:
    """The figure as a table: rows are the level of integration, columns the ability of the team."""
    width = int(cc106_2023.CELL.value)
    cells = range(100 // width)
    names = [f"{width * cell}–{width * (cell + 1)} %" for cell in cells]
    head = "".join(f'<th scope="col">{name}</th>' for name in names)
    rows = "".join(
        f'<tr><th scope="row">{names[row]}</th>{"".join(_cell(row, column, answer, page) for column in cells)}</tr>' for row in reversed(cells)
    )
    return (
        f'<div class="calculator-wide" role="region" tabindex="0" aria-label="{page.html("page.matrix")}">'
        f'<table class="calculator-matrix"><caption>{page.html("page.matrix")}</caption>'
        f'<thead><tr><th scope="col">{page.html("page.matrix_axes")}</th>{head}</tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _cell(row: int, column: int, answer: dict, page: Page) -> str:
    if (str(row), str(column)) != place(answer):
        return f"<td>{reduction(row, column)}</td>"
    return f'<td class="calculator-here"><strong>{reduction(row, column)}</strong> <span>{page.html("page.here")}</span></td>'


def sheets(answer: dict, page: Page) -> list[Sheet]:
    """What goes in and what comes out, one number a row."""
    days = {f"integrated_{name}": answer["integrated"][name] for name in ("days", "exact", "on_site_minimum")}
    values = days | {name: answer[name] for name in _SHOWN}
    rows = [[page.text(f"page.{name}"), number(value)] for name, value in values.items()]
    return [(page.text("page.integrated_days"), [page.text("record.what"), page.text("record.value")], rows)]
