"""The files that an answer is offered as: a table as CSV, a workbook as XLSX, dates as iCalendar."""

from __future__ import annotations

from binascii import b2a_base64

from .csv_table import csv_table
from .sheets import sheets
from .workbook import workbook

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..respond import Page

TYPES = {
    "csv": "text/csv;charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ics": "text/calendar;charset=utf-8",
}


def kinds(name: str) -> tuple[str, ...]:
    """The files that a calculator's answer makes."""
    return {"calendar": ("ics", "xlsx", "csv"), "eligibility": ()}.get(name, ("xlsx", "csv"))


def file(kind: str, name: str, answer: dict, page: Page) -> dict[str, str]:
    """The file as the browser takes it: name, type, and content in base 64."""
    if kind == "ics":
        content = answer["ics"].encode()
    else:
        made = sheets(name, answer, page)
        content = workbook(made) if kind == "xlsx" else csv_table(made[0], page.language)
    return {"name": f"{name}.{kind}", "type": TYPES[kind], "base64": b2a_base64(content, newline=False).decode()}
