"""The deadlines of a certification cycle by date (GZ021), and the same as a file for a calendar program."""

from __future__ import annotations

from ..markup import clause_links, escape, table
from ..pictures.dates import dates

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..files.cells import Sheet
    from ..respond import Page
    from ..sections import Section


def result(answer: dict, page: Page) -> list[Section]:
    columns = ("state", "date", "rule")
    rows = [(escape(each["title"]), [_state(each, page), _date(each, page), _rule(each, page)]) for each in answer["deadlines"]]
    if not rows:
        return [f'<p class="calculator-none">{page.html("page.no_deadlines")}</p>']
    return [dates(answer, page), table("words", page.text("page.deadlines"), [page.text(f"page.{name}") for name in columns], rows, page.text("page.deadline"))]


def summary(answer: dict, page: Page) -> str:
    missed = sum(1 for each in answer["deadlines"] if each["state"] == "missed")
    said = f"{page.text('page.deadlines')}: {len(answer['deadlines'])}"
    return f"{said}; {page.text('page.state_missed')}: {missed}" if missed else said


def _state(deadline: dict, page: Page) -> str:
    return f'<span class="calculator-state calculator-{deadline["state"]}">{page.html("page.state_" + deadline["state"])}</span>'


def _date(deadline: dict, page: Page) -> str:
    """The day, whether it is the first or the last possible one, and the day on which it was done."""
    bound = page.html(f"page.{deadline['kind']}")
    done = f"<br>{page.html('page.done')} <time>{deadline['fulfilled']}</time>" if deadline["fulfilled"] else ""
    return f"{bound} <time>{deadline['date']}</time>{done}"


def _rule(deadline: dict, page: Page) -> str:
    return f"{escape(deadline['rule'])}{clause_links(deadline['clauses'], page)}"


def sheets(answer: dict, page: Page) -> list[Sheet]:
    """The deadlines by date."""
    columns = [page.text(f"page.{name}") for name in ("deadline", "date", "state", "done")]
    rows = [
        [each["title"], page.text("page." + each["kind"]) + " " + each["date"], page.text(f"page.state_{each['state']}"), each["fulfilled"]]
        for each in answer["deadlines"]
    ]
    return [(page.text("page.deadlines"), columns, rows)]
