"""Audit days of one standard at one place (CC105 3, 5 and 6), and how they compare with quoted ones (CC105 4.4)."""

from __future__ import annotations

from calculators.numbers import Fraction

from ..files.cells import number
from ..markup import escape, figures
from ..pictures.curve import curve
from .full_table import full_table
from .quoted import quoted_days

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..files.cells import Sheet
    from ..respond import Page
    from ..sections import Section

DURATIONS = ("initial", "stage1", "stage2", "surveillance_per_year", "recertification")
COLUMNS = ("days", "exact", "on_site_minimum", "calendar_days")


def result(answer: dict, page: Page) -> list[Section]:
    table_days, percent = answer.get("table_days") or {}, answer.get("adjustment_percent") or {}
    made_from = {
        "effective_personnel": answer.get("effective_personnel"),
        "table_line": table_days.get("line"),
        "table_band": table_days.get("band"),
        "percent_sum": percent.get("sum"),
        "percent_applied": percent.get("applied"),
    }
    quoted = [(page.text(f"page.{kind}"), found) for kind, found in answer.get("quoted", {}).items()]
    days = [_three_years(answer, page), _days(answer, page), figures(page, made_from), curve(answer, page)]
    return [*quoted_days(quoted, page), *days]


def beside(answer: dict, page: Page) -> list[Section]:
    return full_table(answer, page)


def _three_years(answer: dict, page: Page) -> str:
    """What a certificate takes from the application to its end: the initial audit and two of surveillance."""
    initial, surveillance = answer.get("initial"), answer.get("surveillance_per_year")
    if not initial or not surveillance:
        return ""
    total = {name: str(Fraction(initial[name]) + 2 * Fraction(surveillance[name])) for name in ("days", "on_site_minimum")}
    return figures(page, {"three_year_total": total["days"], "three_year_on_site": total["on_site_minimum"]})


def summary(answer: dict, page: Page) -> str:
    if not answer.get("initial"):
        return page.text("page.no_days")
    names = ("initial", "surveillance_per_year", "recertification")
    return "; ".join(f"{page.text(f'page.{name}')}: {page.number(answer[name]['days'])} {page.text('page.unit_days')}" for name in names)


def _days(answer: dict, page: Page) -> str:
    """Days per kind of audit."""
    if not answer.get("initial"):
        return f'<p class="calculator-none">{page.html("page.no_days")}</p>'
    head = "".join(f'<th scope="col">{page.html(f"page.column_{column}")}</th>' for column in COLUMNS)
    rows = "".join(_duration(name, answer[name], page) for name in DURATIONS if answer.get(name) is not None)
    return (
        f'<table class="calculator-days"><caption>{page.html("page.days")}</caption>'
        f"<thead><tr><td></td>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _duration(name: str, value: dict | str, page: Page) -> str:
    """One row; a stage is a part of the initial audit and has its days only."""
    part = not isinstance(value, dict)
    days = {"days": value} if part else value
    cells = "".join(
        f'<td data-label="{page.html(f"page.column_{column}")}">{escape(page.number(days[column]))}</td>' if column in days else "<td></td>"
        for column in COLUMNS
    )
    return f'<tr class="calculator-{"part" if part else "whole"}"><th scope="row">{page.html(f"page.{name}")}</th>{cells}</tr>'


def sheets(answer: dict, page: Page) -> list[Sheet]:
    """Days per kind of audit."""
    found = {name: answer[name] for name in DURATIONS if answer.get(name) is not None}
    whole = {name: value if isinstance(value, dict) else {"days": value} for name, value in found.items()}
    rows = [[page.text(f"page.{name}"), *(number(value.get(column)) for column in COLUMNS)] for name, value in whole.items()]
    return [(page.text("page.days"), [page.text("record.audit"), *(page.text(f"page.column_{column}") for column in COLUMNS)], rows)]
