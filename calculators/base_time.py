"""The base time: the table's days for an effective number of personnel (CC105 3.7, tables QMS 1, EMS 1, OHSMS 1)."""

from __future__ import annotations

from bisect import bisect_left

from .figures import Table, implements
from .log import Log
from .numbers import Fraction, ceiling


@implements(
    "CC105:2020/3.1",
    "CC105:2020/3.7",
    "CC105:2020/QMS1-n1",
    "CC105:2020/EMS1-n2",
    "CC105:2020/OHSMS1-n2",
    "NARMD5:2009/QMS1-n1",
    "NARMD5:2009/EMS1-n2",
)
def base_time(people: Fraction, standard: str, category: str, edition: object, log: Log) -> dict[str, Fraction] | None:
    """The table's days by the line and by the band, or None where the table ends and no reading settles it.

    The notes to the tables ask for a line: each segment starts at the value of the band before and ends at the band's
    own value at its last person; it starts at one person. The band is the step that many use in practice.
    """
    table: Table = edition.TABLES[standard]
    days = table.days["any" if "any" in table.days else category]
    people = max(people, Fraction(1))
    if people > table.upper[-1]:
        return _beyond(people, standard, table, days, edition, log)
    place = bisect_left(table.upper, ceiling(people))
    band = days[place]
    named = {"standard": standard, "people": people}
    start = table.upper[place - 1] + 1 if place else 1
    log.step("cc105.band", table.clauses, band, band_from=start, band_to=table.upper[place], **named)
    if place:
        start_people, start_days = Fraction(table.upper[place - 1]), days[place - 1]
    else:
        start_people, start_days = Fraction(1), _first_day(standard, days[0], edition, log)
    clauses = tuple(dict.fromkeys((*table.clauses, f"{edition.EDITION}/{edition.LINE[standard]}")))
    line = _on_line(people, start_people, start_days, table.upper[place], band, clauses, log, named)
    if edition.LINE_STATED_BY and (line != band or (not place and edition.FIRST_PERSON[standard].value != band)):
        other = edition.LINE_STATED_BY
        log.finding("note", "cc105.line_of_other_edition", (clauses[-1], f"{other.EDITION}/{other.LINE[standard]}"), edition=other.EDITION)
    return {"line": line, "band": band}


def _first_day(standard: str, first_band: Fraction, edition: object, log: Log) -> Fraction:
    """Days at one person: the first band's own, or the note's, by the choice `curve_start`."""
    stated = edition.FIRST_PERSON[standard].value
    if stated == first_band:
        return first_band
    return stated if log.readings["curve_start"] == "from_lowest" else first_band


def _on_line(people, start_people, start_days, end_people, end_days, clauses, log: Log, named: dict) -> Fraction:
    line = start_days + (people - start_people) / (end_people - start_people) * (end_days - start_days)
    return log.step(
        "cc105.line", clauses, line, start_people=start_people, start_days=start_days,
        end_people=end_people, end_days=end_days, **named,
    )  # fmt: skip


@implements("CC105:2020/QMS1-n2", "CC105:2020/EMS1-n3", "NARMD5:2009/QMS1-n2", "NARMD5:2009/EMS1-n3")
def _beyond(people: Fraction, standard: str, table: Table, days: tuple, edition: object, log: Log) -> dict[str, Fraction] | None:
    """More people than the table has: no number, or the table's last step carried on, by the choice `beyond_table`."""
    clauses = tuple(dict.fromkeys((*table.clauses, f"{edition.EDITION}/{edition.BEYOND[standard]}")))
    last = table.upper[-1]
    if log.readings["beyond_table"] == "refuse":
        log.finding("should", "cc105.beyond_table", clauses, people=people, last=last)
        return None
    width, rise = last - table.upper[-2], days[-1] - days[-2]
    named = {"people": people, "last": last, "last_days": days[-1], "width": width, "rise": rise}
    band = days[-1] + ceiling((people - last) / width) * rise
    log.step("cc105.band_beyond", clauses, band, **named)
    line = days[-1] + (people - last) / width * rise
    log.step("cc105.line_beyond", clauses, line, **named)
    return {"line": line, "band": band}


def chosen_time(days: dict[str, Fraction], standard: str, edition: object, log: Log) -> Fraction:
    """The line's or the band's days, by the choice `curve`; says so where the two differ."""
    curve = log.readings["curve"]
    if days["line"] != days["band"]:
        clause = (f"{edition.EDITION}/{edition.LINE[standard]}",)
        log.finding("note", f"cc105.curve_{curve}", clause, line=days["line"], band=days["band"])
    return days[curve]
