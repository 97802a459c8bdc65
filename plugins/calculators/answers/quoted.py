"""Days that someone else quoted beside the computed ones, with all that would explain them (CC105 4.4)."""

from __future__ import annotations

from ..markup import clause_links, escape, table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..respond import Page

_COLUMNS = ("quoted", "computed", "difference")


def quoted_days(found: list[tuple[str, dict]], page: Page) -> str:
    """Each quoted figure under its title beside the computed one, and every single change that would give it."""
    if not found:
        return ""
    rows = [
        (escape(title), [escape(page.number(one[column])) if one[column] is not None else "" for column in _COLUMNS]) for title, one in found
    ]
    because = "".join(
        f"<li><p>{escape(title)}: {escape(way['text'])}</p>{clause_links(way['clauses'], page)}</li>"
        for title, one in found
        for way in one["explanations"]
    )
    reasons = f'<h2>{page.html("page.explanations")}</h2><ul class="calculator-steps">{because}</ul>' if because else ""
    return table("quoted", page.text("page.compared"), [page.text(f"page.{column}") for column in _COLUMNS], rows) + reasons
