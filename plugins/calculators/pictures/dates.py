"""The deadlines of a certification cycle on a line of years, each in the colour and shape of its state, and today."""

from __future__ import annotations

from datetime import date as Date

from calculators.numbers import Fraction

from ..files.csv_table import decimal
from ..markup import escape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..respond import Page

_STEP, _RADIUS, _FOOT, _TOP = 15, 5, 30, 20  # pixels
_NEAR = Fraction(5, 2)  # percent of the width: nearer marks stand above each other
STATES = ("met", "missed", "open", "future")


def dates(answer: dict, page: Page) -> str:
    """Nothing where there are fewer than two deadlines; the table beside it says the same in words."""
    deadlines, today = answer["deadlines"], answer["today"]
    if len(deadlines) < 2:
        return ""
    days = [_day(each["date"]) for each in deadlines]
    known = [*days, *([_day(today)] if today else [])]
    first, last = min(known), max(known)

    def x(day: int) -> Fraction:
        return 3 + Fraction(94 * (day - first), (last - first) or 1)

    ends: list[Fraction] = []  # the last mark of each level
    marks = ""
    for each, day in zip(deadlines, days, strict=True):
        at = x(day)
        level = next((level for level, end in enumerate(ends) if at - end >= _NEAR), len(ends))
        ends[level : level + 1] = [at]
        marks += _mark(each, at, level, page)
    base = _TOP + len(ends) * _STEP
    years = range(int(min(deadlines[0]["date"], today or "9999")[:4]) + 1, int(max(deadlines[-1]["date"], today or "")[:4]) + 1)
    step = -(-len(years) // 8) or 1
    ticks = "".join(
        f'<line x1="{at}%" x2="{at}%" y1="{base - 4}" y2="{base + 4}"/><text x="{at}%" y="{base + 18}" text-anchor="middle">{year}</text>'
        for year in years[::step]
        if (at := decimal(x(_day(f"{year}-01-01")), 2))
    )
    now = _today(today, x(_day(today)), base, page) if today else ""
    count = {state: sum(each["state"] == state for each in deadlines) for state in STATES}
    said = {"first": deadlines[0]["date"], "last": deadlines[-1]["date"]}
    states = "; ".join(f"{page.text('page.state_' + state)}: {number}" for state, number in count.items() if number)
    title = f"{page.text('picture.dates').format_map(said)} {states}."
    key = "".join(f'<li class="calculator-{state}">{page.html("page.state_" + state)}: {number}</li>' for state, number in count.items() if number)
    return (
        f'<figure class="calculator-picture calculator-dates"><svg role="img" aria-label="{escape(title)}" width="100%" height="{base + _FOOT}">'
        f'<svg y="{base}" width="100%" height="1" overflow="visible"><line x1="0" x2="100%" y1="0" y2="0"/>{marks}</svg>{ticks}{now}</svg>'
        f'<figcaption><ul class="calculator-key">{key}</ul></figcaption></figure>'
    )


def _mark(deadline: dict, at: Fraction, level: int, page: Page) -> str:
    name = escape(f"{deadline['title']}: {page.text('page.' + deadline['kind'])} {deadline['date']}")
    return f'<circle class="calculator-{deadline["state"]}" cx="{decimal(at, 2)}%" cy="{-(level + 1) * _STEP + 3}" r="{_RADIUS}"><title>{name}</title></circle>'


def _today(date: str, at: Fraction, base: int, page: Page) -> str:
    anchor = "start" if at < 15 else "end" if at > 85 else "middle"
    place = decimal(at, 2)
    return (
        f'<line class="calculator-at" x1="{place}%" x2="{place}%" y1="{_TOP - 6}" y2="{base}"/>'
        f'<text x="{place}%" y="{_TOP - 9}" text-anchor="{anchor}">{page.html("picture.today")} {date}</text>'
    )


def _day(date: str) -> int:
    return Date.fromisoformat(date).toordinal()
