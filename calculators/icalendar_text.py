"""Deadlines as iCalendar text (RFC 5545): all-day events that calendar programs import.

The same request gives the same bytes: no clock is read, and an event keeps its UID when its date moves.
"""

from __future__ import annotations

from binascii import crc32

from .dates import date, days_later

_LONGEST_LINE = 75  # octets, without the line break (RFC 5545, 3.1)


def icalendar_text(name: str, reference: str, stamp: date, deadlines: list[dict[str, object]]) -> str | None:
    """One event per deadline; None without deadlines, for a calendar may not be empty.

    `reference` is the asker's own word for the client: it stands in the summaries, and keeps the UIDs of clients apart.
    """
    if not deadlines:
        return None
    mark = f"{crc32(reference.encode()):08x}"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Clausebook//GZ021 A/1 calendar//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{escaped(_titled(name, reference))}",
    ]
    for deadline in deadlines:
        first = date.fromisoformat(deadline["date"])
        about = f"{deadline['rule']} [{', '.join(deadline['clauses'])}]"
        lines += [
            "BEGIN:VEVENT",
            f"UID:{deadline['key']}.{mark}@gz021-a1.clausebook",
            f"DTSTAMP:{_compact(stamp)}T000000Z",
            f"DTSTART;VALUE=DATE:{_compact(first)}",
            f"DTEND;VALUE=DATE:{_compact(days_later(first, 1))}",
            f"SUMMARY:{escaped(_titled(deadline['title'], reference))}",
            f"DESCRIPTION:{escaped(about)}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(folded(line) + "\r\n" for line in lines)


def escaped(text: str) -> str:
    r"""A TEXT value: backslash, semicolon, comma and line breaks escaped, other control characters left out (3.3.11).

    >>> escaped("a,b;c\\d\ne")
    'a\\,b\\;c\\\\d\\ne'
    """
    for mark, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\n"), ("\r", "\n"), ("\n", "\\n")):
        text = text.replace(mark, written)
    return "".join(mark for mark in text if mark >= " " and not "\x7f" <= mark <= "\x9f")


def folded(line: str) -> str:
    """A content line in pieces of at most 75 octets, never cut within a character (3.1)."""
    pieces, length = [""], 0
    for mark in line:
        octets = len(mark.encode())
        if length + octets > _LONGEST_LINE:
            pieces.append(" ")
            length = 1
        pieces[-1] += mark
        length += octets
    return "\r\n".join(pieces)


def _titled(title: str, reference: str) -> str:
    return f"{title} — {reference}" if reference else title


def _compact(day: date) -> str:
    return day.isoformat().replace("-", "")
