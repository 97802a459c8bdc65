"""Surveillance audits over a certificate's validity (GZ021 5.4.1.4), and what follows from each (5.10.3)."""

from __future__ import annotations

from .certification_dates import Cycle
from .dates import date, months_later
from .deadlines import Day, Deadlines
from .editions import gz021_a1 as edition
from .figures import implements
from .log import cited


@implements("GZ021:A1/5.4.1.4")
def surveillance_dates(
    cycle: Cycle, audits: list[Day], expiry: Day | None, recertified: date | None, deadlines: Deadlines, awaited: bool
) -> None:
    """The first audit within 12 months of issue, then one in every calendar year and at most 15 months apart.

    `audits` are those held in this cycle, in order. The year of the recertification audit needs none: the year in which
    it was held, else the year of expiry. What is not yet held is projected from the latest day of the audit before it.
    """
    issue = cycle.issue or (cycle.decision and Day(cycle.decision.path, cycle.decision.date, assumed=True))
    more = {"awaited": awaited, "binds_certified": True}
    first = audits[0] if audits else None
    if issue:
        latest = deadlines.count(
            "surveillance_first", issue, edition.FIRST_SURVEILLANCE, "months", subject=cycle.named(),
            done=_first_held(issue, first), awaited=awaited and not first, binds_certified=True,
        )  # fmt: skip
        first = first or latest
    if not first:
        return
    due = recertified or (expiry and expiry.date)
    years = range(first.date.year + 1, due.year) if due else ()
    held = {audit.date.year: audit.date for audit in reversed(audits)}
    for year in years:
        deadlines.add(
            "surveillance_year", first, date(year, 12, 31), cited(edition.SURVEILLANCE_INTERVAL),
            done=held.get(year), subject=cycle.named(year), year=str(year), **more,
        )  # fmt: skip
    _intervals(cycle, audits or [first], [year for year in years if year not in held], deadlines, more)


def _first_held(issue: Day, first: Day | None) -> date | None:
    """When the first audit was held; where only the last one is known, only if even that was in time."""
    if not first or first.path != "last_surveillance":
        return first and first.date
    return first.date if first.date <= months_later(issue.date, edition.FIRST_SURVEILLANCE.value.numerator) else None


def _intervals(cycle: Cycle, audits: list[Day], open_years: list[int], deadlines: Deadlines, more: dict) -> None:
    """At most 15 months from each audit to the next, those that the open years still ask for included."""
    for number, (before, after) in enumerate(zip(audits, audits[1:]), 2):
        deadlines.count(
            "surveillance_interval", before, edition.SURVEILLANCE_INTERVAL, "months", done=after.date,
            subject=cycle.named(number), number=number,
        )  # fmt: skip
    last = audits[-1]
    coming = [year for year in open_years if year > last.date.year]
    for number, year in enumerate(coming, len(audits) + 1):
        latest = deadlines.count(
            "surveillance_interval", last, edition.SURVEILLANCE_INTERVAL, "months",
            subject=cycle.named(number), number=number, **more,
        )  # fmt: skip
        if latest is None:
            return
        end_of_year = date(year, 12, 31)
        last = latest if latest.date <= end_of_year else Day(f"surveillance_year.{cycle.named(year)}", end_of_year, assumed=True)


@implements("GZ021:A1/5.10.3-2")
def surveillance_verifications(audits: list[dict], deadlines: Deadlines) -> None:
    """Serious nonconformities of a surveillance audit, verified within 3 months of its end (5.10.3)."""
    for number, audit in enumerate(audits, 1):
        start = Day(audit["path"], audit["end"])
        deadlines.count(
            "surveillance_verification", start, edition.SURVEILLANCE_VERIFICATION, "months",
            done=audit["verified"], subject=str(number), number=number,
        )  # fmt: skip
