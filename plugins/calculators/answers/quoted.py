"""Days that someone else quoted beside the computed ones, with all that would explain them (CC105 4.4)."""

from __future__ import annotations

from ..markup import clause_links, escape, table
from ..sections import headed, long_list

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..respond import Page
    from ..sections import Section

_COLUMNS = ("quoted", "computed", "difference")


def quoted_days(found: list[tuple[str, dict]], page: Page) -> list[Section]:
    """Each quoted figure under its title beside the computed one, and every single change that would give it."""
    rows = [
        (escape(title), [escape(page.number(one[column])) if one[column] is not None else "" for column in _COLUMNS]) for title, one in found
    ]
    caption, columns = page.text("page.compared"), [page.text(f"page.{column}") for column in _COLUMNS]
    compared = long_list(rows, lambda some, _: [table("quoted", caption, columns, some)], page)
    ways = [(title, way) for title, one in found for way in one["explanations"]]
    return compared + headed(page.text("page.explanations"), long_list(ways, lambda some, _: [_reasons(some, page)], page))


def _reasons(ways: Sequence[tuple[str, dict]], page: Page) -> str:
    items = "".join(f"<li><p>{escape(title)}: {escape(way['text'])}</p>{clause_links(way['clauses'], page)}</li>" for title, way in ways)
    return f'<ul class="calculator-steps">{items}</ul>'
