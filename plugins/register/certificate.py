"""A certificate of the register, and the register itself: read as a whole or not at all."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from plugins.register.cells import Wrong, value
from plugins.register.columns import COLUMNS, Kind, Status, needed_dates
from plugins.register.normal import code
from plugins.register.problem import Problem, RegisterError
from plugins.register.table import Row, rows

_PAST = ("issued", "suspended_from", "withdrawn_on", "cancelled_on", "result_reported", "status_verified", "status_reported")


@dataclass(frozen=True, slots=True)
class Certificate:
    """One row. The fields are the columns of the file."""

    row: int
    number: str
    organisation: str
    standard: str
    scope: str
    address: str
    country: str
    status: Status
    issued: date
    expires: date
    other_names: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    uscc: str = ""
    accreditation: str = ""
    suspended_from: date | None = None
    suspended_until: date | None = None
    withdrawn_on: date | None = None
    cancelled_on: date | None = None
    result_reported: date | None = None
    status_verified: date | None = None
    status_reported: date | None = None
    unlisted: str = ""
    unlisted_reason: str = ""

    def status_on(self, day: date) -> Status:
        """The status as it has to be shown: what has run out is not valid any more, whatever the file says."""
        running = self.status in (Status.VALID, Status.SUSPENDED)
        return Status.EXPIRED if running and self.expires < day else self.status

    @property
    def changed(self) -> date | None:
        """The day on which the certificate was suspended, withdrawn or cancelled (GZ021 9.4)."""
        dates = needed_dates(self.status)
        return getattr(self, dates[0]) if dates else None


def read(path: Path, day: date, *, encoding: str = "utf-8", table: str = "certificates", name: str = "") -> list[Certificate]:
    """Every certificate of the file, or a `RegisterError` with all that is wrong with it."""
    problems: list[Problem] = []
    certificates: list[Certificate] = []
    seen: dict[str, int] = {}
    for row in rows(path, encoding, table, problems):
        before = len(problems)
        values = _values(row, problems)
        problems.extend(Problem(row[0], field, message) for field, message in _together(values, row[1], day))
        if number := code(str(values.get("number", ""))):
            if first := seen.get(number):
                problems.append(Problem(row[0], "number", f"{values['number']} is already in row {first}"))
            seen.setdefault(number, row[0])
        if len(problems) == before:
            certificates.append(Certificate(row=row[0], **values))
    if problems:
        raise RegisterError(name or str(path), problems)
    return certificates


def _values(row: Row, problems: list[Problem]) -> dict[str, Any]:
    number, cells = row
    values: dict[str, Any] = {}
    for column in COLUMNS:
        cell = cells.get(column.name)
        if cell is None:
            if column.required:
                problems.append(Problem(number, column.name, "is empty"))
            continue
        try:
            found = value(column, cell)
        except Wrong as wrong:
            problems.append(Problem(number, column.name, str(wrong)))
        else:
            values[column.name] = sys.intern(found) if column.kind is Kind.TEXT and isinstance(found, str) else found
    return values


def _together(values: dict[str, Any], cells: dict[str, str], day: date) -> Iterator[tuple[str, str]]:
    """What is wrong between the fields of one row, by the field to mend."""
    status = values.get("status")
    if status:
        for field in needed_dates(status):
            if field not in cells:
                yield field, f"is empty, but the certificate is {status}"
    for early, late in (("issued", "expires"), ("suspended_from", "suspended_until")):
        if early in values and late in values and not values[early] < values[late]:
            yield late, f"{values[late]} is not after {early} ({values[early]})"
    for field in _PAST:
        if field in values and values[field] > day:
            yield field, f"{values[field]} lies after the day of the register ({day}; as_of in mkdocs.yml says it)"
    if status is Status.EXPIRED and values.get("expires", day) > day:
        yield "status", f"expired, but expires says {values['expires']}"
    for field, other in (("withdrawn_on", Status.WITHDRAWN), ("cancelled_on", Status.CANCELLED)):
        if field in values and status and status is not other:
            yield field, f"has a date, but the certificate is {status}"
    if ("unlisted" in cells) != ("unlisted_reason" in cells):
        yield "unlisted_reason", "unlisted and its reason stand together or not at all"
