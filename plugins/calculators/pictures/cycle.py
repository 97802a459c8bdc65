"""The visits of a certification cycle in their order, with their days: a list that is drawn as a timeline."""

from __future__ import annotations

from ..markup import escape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..respond import Page


def cycle(visits: list[dict], page: Page) -> str:
    items = "".join(
        f'<li><span>{escape(visit["title"])}</span> <strong>{escape(page.number(visit["days"]))}</strong> '
        f'<span>{escape(page.text("picture.places").format_map({"count": len(visit["sites"])}))}</span></li>'
        for visit in visits
    )
    return f'<ol class="calculator-cycle" aria-label="{page.html("page.visits")}">{items}</ol>'
