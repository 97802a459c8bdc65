"""The edition's whole table of audit days, with the client's row and, where it has several, the client's column."""

from __future__ import annotations

from bisect import bisect_left

from calculators.cc105 import EDITIONS
from calculators.messages import Words
from calculators.numbers import Fraction

from ..markup import clause_links, escape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..respond import Page
    from ..sections import Section


def full_table(answer: dict, page: Page) -> list[Section]:
    """Folded; nothing where the answer comes from no table."""
    if not answer["table_days"]:
        return []
    found, people = EDITIONS[answer["edition"]].TABLES[answer["standard"]], Fraction(answer["effective_personnel"])
    columns, category = list(found.days), page.request.get("category")
    names = [page.text("page.column_days")] if columns == ["any"] else [Words(page.language).text(f"cc105.field.category={one}") for one in columns]
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in (page.text("page.effective_personnel"), *names))
    here = bisect_left(found.upper, max(people, Fraction(1)))
    rows = "".join(
        f'<tr{_class("row-here", row == here)}><th scope="row">{lowest}–{upper}{_here(row == here, page)}</th>'
        + "".join(
            f'<td{_class("here", row == here and one in ("any", category))}>{escape(page.number(str(found.days[one][row])))}</td>'
            for one in columns
        )
        + "</tr>"
        for row, (lowest, upper) in enumerate(zip((1, *(last + 1 for last in found.upper)), found.upper, strict=False))
    )
    title = escape(page.text("picture.table").format_map({"standard": answer["standard"]}))
    table = f'<table class="calculator-matrix calculator-full"><caption>{page.html("page.days")}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
    return [("table", title, [table, clause_links(found.clauses, page)])]


def _class(name: str, marked: bool) -> str:
    return f' class="calculator-{name}"' if marked else ""


def _here(marked: bool, page: Page) -> str:
    return f" <strong>{page.html('page.here')}</strong>" if marked else ""
