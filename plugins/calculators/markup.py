"""What every answer is drawn with: tables, figures, links. No rule and no sentence stands here."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .respond import Page


def escape(text: str) -> str:
    """As `html.escape`, whose module would bring 60 kB of entities to the browser; one mark after the other is faster than a table of them."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("'", "&#x27;").replace("\r", "&#13;")


def table(kind: str, caption: str, columns: Sequence[str], rows: Iterable[tuple[str, Sequence[str]]], corner: str = "") -> str:
    """A table whose rows have a heading each; on a phone every cell carries its column's. Cells are HTML, the rest is text."""
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    first = f'<th scope="col">{escape(corner)}</th>' if corner else "<td></td>"
    body = "".join(
        f'<tr><th scope="row">{heading}</th>'
        + "".join(f'<td data-label="{escape(column)}">{cell}</td>' if cell else "<td></td>" for column, cell in zip(columns, cells, strict=True))
        + "</tr>"
        for heading, cells in rows
    )
    return (
        f'<table class="calculator-days calculator-{kind}"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{first}{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def figures(page: Page, values: dict[str, object]) -> str:
    """Single numbers with their names, `page.NAME`; None is left out."""
    known = {name: value for name, value in values.items() if value is not None}
    items = "".join(
        f'<div data-figure="{name}"><dt>{page.html(f"page.{name}")}</dt><dd>{escape(page.number(str(value)))}</dd></div>' for name, value in known.items()
    )
    return f'<dl class="calculator-figures">{items}</dl>' if items else ""


def clause_links(clauses: Sequence[str], page: Page) -> str:
    """Links to the clauses that a number or a demand comes from."""
    links = ", ".join(page.clause(address) for address in clauses)
    return f'<p class="calculator-clauses">{links}</p>' if links else ""
