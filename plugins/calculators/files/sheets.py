"""The tables of an answer: what the calculator's template offers first, then every step with its clauses."""

from __future__ import annotations

from ..answers import template

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..respond import Page
    from .cells import Sheet



def sheets(name: str, answer: dict, page: Page) -> list[Sheet]:
    steps = [[where, step["text"], ", ".join(map(page.label, step["clauses"]))] for where, step in _steps(answer)]
    columns = [page.text("page.site"), page.text("page.steps"), page.text("record.clauses")]
    return [*template(name).sheets(answer, page), (page.text("page.steps"), columns, steps)]


def _steps(answer: dict) -> list[tuple[str, dict]]:
    """Every step with the place that it is about, if it is about one."""
    places = [place for place in answer.get("sites", ()) if isinstance(place, dict)] if isinstance(answer.get("sites"), list) else []
    return [(place["id"], step) for place in places for step in place["steps"]] + [("", step) for step in answer["steps"]]
