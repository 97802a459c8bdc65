"""An example of what certification costs: audit days by CNAS-CC105, times the body's fee for an audit day."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from xml.etree.ElementTree import Element

import calculators
from calculators.messages import Words

from plugins.disclosure.view import Content, View, element, table

VISITS = {"initial": "decision", "surveillance_per_year": "annual", "recertification": "decision"}
"""What is paid for a visit beside the audit days."""


def estimate(view: View, asked: tuple[str, ...]) -> Element:
    """The days of each visit and, where the body has published its fees, what they come to.

    `asked` are the standard, the category and the number of people.
    """
    standard, category, people = asked
    answer = calculators.calculate("cc105", {"standard": standard, "category": category, "personnel": people}, view.language)
    fees = view.profile.value(("fees",)) or {}
    rows: list[list[Content]] = []
    for visit, beside in VISITS.items():
        days = Fraction(answer[visit]["days"])
        rows.append([view.say(f"visit.{visit}"), Words(view.language).show(days), amount(view, days, fees, beside, first=visit == "initial")])
    return table([view.say("column.visit"), view.say("column.days"), view.say("column.estimate")], rows)


def amount(view: View, days: Fraction, fees: dict, beside: str, *, first: bool) -> Element:
    """Days times the fee for a day, and what is paid beside them; the mark of a gap where a fee is not published."""
    parts = [fees.get("application")] * first + [fees.get(beside)]
    rate, currency = fees.get("audit_day"), fees.get("currency")
    if rate is None or currency is None or None in parts:
        return view.missing(("GZ021:5.1.1-5",))
    total = days * Fraction(rate) + sum(map(Fraction, parts))
    sums = [f"{Words(view.language).show(days)} × {view.money(rate, currency)}", *(view.money(one, currency) for one in parts)]
    exact = Decimal(total.numerator) / total.denominator
    return element("span", f"{' + '.join(sums)} = {view.money(exact, currency)}")
