"""An answer as HTML: the build writes the worked example with it, the browser every answer after that.

It holds no rule and no sentence: numbers and texts come from the answer, headings from the page's catalogue.
"""

from __future__ import annotations

from calculators.messages import Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .respond import Page

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})
LEVELS = ("shall", "should", "note")
"""The force of a finding, the strongest first."""
DURATIONS = ("initial", "stage1", "stage2", "surveillance_per_year", "recertification")
COLUMNS = ("days", "exact", "on_site_minimum", "calendar_days")


def escape(text: str) -> str:
    """As `html.escape`, whose module would bring 60 kB of entities to the browser."""
    return text.translate(_ESCAPES)


def answer_html(answer: dict, page: Page) -> str:
    """The whole answer: days first, then every step, what the documents demand, and the readings that were used."""
    return "".join((_days(answer, page), _figures(answer, page), _steps(answer, page), _findings(answer, page), _readings(answer, page)))


def summary(answer: dict, page: Page) -> str:
    """One sentence for those who listen to the page."""
    if not answer.get("initial"):
        return page.text("page.no_days")
    names = ("initial", "surveillance_per_year", "recertification")
    return "; ".join(f"{page.text(f'page.{name}')}: {page.number(answer[name]['days'])} {page.text('page.unit_days')}" for name in names)


def _days(answer: dict, page: Page) -> str:
    """Days per kind of audit: CC105 3, 5 and 6."""
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


def _figures(answer: dict, page: Page) -> str:
    """What the days were made from: personnel, table, percentages."""
    table, percent = answer.get("table_days") or {}, answer.get("adjustment_percent") or {}
    figures = {
        "effective_personnel": answer.get("effective_personnel"),
        "table_line": table.get("line"),
        "table_band": table.get("band"),
        "percent_sum": percent.get("sum"),
        "percent_applied": percent.get("applied"),
    }
    known = {name: value for name, value in figures.items() if value is not None}
    items = "".join(f'<div><dt>{page.html(f"page.{name}")}</dt><dd>{escape(page.number(value))}</dd></div>' for name, value in known.items())
    return f'<dl class="calculator-figures">{items}</dl>' if items else ""


def _steps(answer: dict, page: Page) -> str:
    items = "".join(
        f'<li><p>{escape(step["text"])}</p>{_clauses(step["clauses"], page)}</li>' for step in answer.get("steps", ())
    )
    return f'<h2>{page.html("page.steps")}</h2><ol class="calculator-steps">{items}</ol>' if items else ""


def _findings(answer: dict, page: Page) -> str:
    found = sorted(answer.get("findings", ()), key=lambda finding: LEVELS.index(finding["level"]))
    items = "".join(
        f'<li class="calculator-{finding["level"]}"><p><strong>{page.html("page.level_" + finding["level"])}</strong> {escape(finding["text"])}</p>'
        f"{_clauses(finding['clauses'], page)}</li>"
        for finding in found
    )
    return f'<h2>{page.html("page.findings")}</h2><ul class="calculator-findings">{items}</ul>' if items else ""


def _readings(answer: dict, page: Page) -> str:
    """Which reading was used where the documents leave one open."""
    words = Words(page.language)
    items = "".join(
        f"<div><dt>{escape(words.find(f'choices.{key}') or key)}</dt><dd>{escape(_reading(key, value, words, page))}</dd></div>"
        for key, value in answer.get("choices", {}).items()
    )
    return f'<details class="calculator-readings"><summary>{page.html("page.choices")}</summary><dl>{items}</dl></details>' if items else ""


def _reading(key: str, value: object, words: Words, page: Page) -> str:
    name = str(value).lower() if isinstance(value, bool) else str(value)
    return words.find(f"choices.{key}={name}") or (page.number(name) if name[:1].isdigit() else name)


def _clauses(clauses: list[str], page: Page) -> str:
    """Links to the clauses that a number or a demand comes from."""
    links = ", ".join(page.clause(address) for address in clauses)
    return f'<p class="calculator-clauses">{links}</p>' if links else ""
