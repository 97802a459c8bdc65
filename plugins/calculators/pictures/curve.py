"""The line and the bands of a table with the client's point (notes to tables QMS 1, EMS 1 and OHSMS 1)."""

from __future__ import annotations

from bisect import bisect_left

from calculators.cc105 import EDITIONS
from calculators.numbers import Fraction

from ..files.csv_table import decimal
from ..markup import escape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..respond import Page

_AROUND = 4  # bands shown on either side of the client's
_HEIGHT, _TOP, _FOOT = 170, 16, 22  # pixels


def curve(answer: dict, page: Page) -> str:
    """Each band has the same width: a line within a band stays a line."""
    edition, people = EDITIONS[answer["edition"]], Fraction(answer["effective_personnel"])
    table = edition.TABLES[answer["standard"]]
    if not answer["table_days"] or people > table.upper[-1]:
        return ""
    days = table.days["any" if "any" in table.days else page.request["category"]]
    place = bisect_left(table.upper, max(people, Fraction(1)))
    first, last = max(place - _AROUND, 0), min(place + _AROUND, len(days) - 1)
    start = Fraction(1) if first == 0 else Fraction(table.upper[first - 1])
    ends = [start, *table.upper[first : last + 1]]
    begins = days[first - 1] if first else _first(answer, edition, days)
    heights = [begins, *days[first : last + 1]]
    low, high = min(heights), max(heights)
    span, width = (high - low) or Fraction(1), last - first + 1

    def y(value: Fraction) -> Fraction:
        return _TOP + (high - value) / span * (_HEIGHT - _TOP - _FOOT - 10)

    line = "M" + "L".join(f"{n * 100},{decimal(y(value), 1)}" for n, value in enumerate(heights))
    steps = "".join(f"M{n * 100},{decimal(y(value), 1)}h100" for n, value in enumerate(heights[1:]))
    within = place - first + max(people - ends[place - first], 0) / (ends[place - first + 1] - ends[place - first])
    at = decimal(Fraction(within) * 100 / width, 2)
    found = {name: Fraction(value) for name, value in answer["table_days"].items()}
    said = {"people": page.number(answer["effective_personnel"]), **{name: page.number(value) for name, value in answer["table_days"].items()}}
    ticks = "".join(
        f'<text class="calculator-{"minor" if (width - n) % 2 else "major"}" x="{decimal(Fraction(n * 100, width), 2)}%" y="{_HEIGHT - 6}" text-anchor="{_anchor(n, width)}">{escape(page.number(str(end)))}</text>'
        for n, end in enumerate(ends)
    )
    anchor = "end" if within * 2 > width else "start"
    offset = -10 if anchor == "end" else 10
    points = "".join(f'<circle class="calculator-{name}" cx="{at}%" cy="{decimal(y(value), 1)}" r="5"/>' for name, value in found.items())
    names = "".join(
        f'<text x="{at}%" dx="{offset}" y="{decimal(y(found[name]) + (14 if name == "line" else -6), 1)}" text-anchor="{anchor}">{escape(said[name])}</text>'
        for name in (["line", "band"] if found["line"] != found["band"] else ["line"])
    )
    title = page.text("picture.curve").format_map(said)
    return (
        f'<figure class="calculator-picture calculator-curve"><svg role="img" aria-label="{escape(title)}" width="100%" height="{_HEIGHT}">'
        f'<svg width="100%" height="{_HEIGHT}" viewBox="0 0 {width * 100} {_HEIGHT}" preserveAspectRatio="none">'
        f'<path class="calculator-band" d="{steps}"/><path class="calculator-line" d="{line}"/></svg>'
        f'<line class="calculator-at" x1="{at}%" x2="{at}%" y1="0" y2="{_HEIGHT - _FOOT}"/>{points}{names}{ticks}</svg>'
        f"<figcaption>{escape(title)}</figcaption></figure>"
    )


def _first(answer: dict, edition: object, days: tuple[Fraction, ...]) -> Fraction:
    """Days at one person, by the reading that was used."""
    lowest = answer["choices"].get("curve_start") == "from_lowest"
    return edition.FIRST_PERSON[answer["standard"]].value if lowest else days[0]


def _anchor(number: int, count: int) -> str:
    return "start" if number == 0 else "end" if number == count else "middle"
