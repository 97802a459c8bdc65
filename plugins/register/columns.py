"""The columns of the register's file, each with what it holds and the clause that asks for it.

Readers, the published schema and the staff's page are all made from this one list.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

LIST_MARK = "|"
"""Stands between the names or sites of one cell."""


class Status(StrEnum):
    """What a certificate can be; `RESTORED` does not exist: what is restored is valid."""

    VALID = "valid"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


class Kind(StrEnum):
    """How a cell is read."""

    TEXT = "text"
    LIST = "list"
    DAY = "day"
    NUMBER = "number"
    USCC = "uscc"
    COUNTRY = "country"
    STATUS = "status"
    FLAG = "flag"


@dataclass(frozen=True)
class Column:
    """One column: `limit` is the longest text, so that every page of the register stays small."""

    name: str
    kind: Kind
    required: bool = False
    limit: int = 300
    clauses: tuple[str, ...] = ()


COLUMNS = (
    Column("number", Kind.NUMBER, required=True, limit=60, clauses=("GZ021:9.3",)),
    Column("organisation", Kind.TEXT, required=True, clauses=("GZ021:9.3",)),
    Column("other_names", Kind.LIST, limit=1000),
    Column("uscc", Kind.USCC),
    Column("standard", Kind.TEXT, required=True, limit=120),
    Column("scope", Kind.TEXT, required=True, limit=2000),
    Column("address", Kind.TEXT, required=True, limit=500),
    Column("country", Kind.COUNTRY, required=True),
    Column("sites", Kind.LIST, limit=6000),
    Column("accreditation", Kind.TEXT),
    Column("status", Kind.STATUS, required=True, clauses=("GZ021:9.3", "GZ021:9.4")),
    Column("issued", Kind.DAY, required=True),
    Column("expires", Kind.DAY, required=True, clauses=("GZ021:6.2.2",)),
    Column("suspended_from", Kind.DAY, clauses=("GZ021:9.4",)),
    Column("suspended_until", Kind.DAY, clauses=("GZ021:7.1.2", "GZ021:9.4")),
    Column("withdrawn_on", Kind.DAY, clauses=("GZ021:9.4",)),
    Column("cancelled_on", Kind.DAY, clauses=("GZ021:9.4",)),
    Column("result_reported", Kind.DAY, clauses=("GZ021:9.3",)),
    Column("status_verified", Kind.DAY, clauses=("GZ021:7.1.1", "GZ021:7.3.1")),
    Column("status_reported", Kind.DAY, clauses=("GZ021:9.4",)),
    Column("unlisted", Kind.FLAG),
    Column("unlisted_reason", Kind.TEXT, limit=500),
)
NAMES = tuple(column.name for column in COLUMNS)
REQUIRED = tuple(column.name for column in COLUMNS if column.required)

_DATED = {
    Status.SUSPENDED: ("suspended_from", "suspended_until"),
    Status.WITHDRAWN: ("withdrawn_on",),
    Status.CANCELLED: ("cancelled_on",),
}


def needed_dates(status: Status) -> tuple[str, ...]:
    """The dates that a status cannot be without.

    >>> needed_dates(Status.SUSPENDED)
    ('suspended_from', 'suspended_until')
    """
    return _DATED.get(status, ())


def schema() -> dict[str, Any]:
    """The JSON Schema of one row, all cells as text, an empty cell left out."""
    conditions = [
        {"if": {"properties": {"status": {"const": status}}, "required": ["status"]}, "then": {"required": list(dates)}}
        for status, dates in _DATED.items()
    ]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A row of the register of certificates",
        "type": "object",
        "properties": {column.name: _property(column) for column in COLUMNS},
        "required": list(REQUIRED),
        "additionalProperties": False,
        "allOf": conditions,
        "dependentRequired": {"unlisted": ["unlisted_reason"], "unlisted_reason": ["unlisted"]},
    }


def _property(column: Column) -> dict[str, Any]:
    kinds: dict[Kind, dict[str, Any]] = {
        Kind.DAY: {"format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
        Kind.USCC: {"pattern": "^[0-9A-HJ-NP-RTUWXY]{18}$"},
        Kind.COUNTRY: {"pattern": "^[A-Z]{2}$"},
        Kind.STATUS: {"enum": list(Status)},
        Kind.FLAG: {"const": "yes"},
    }
    own = kinds.get(column.kind, {"minLength": 1, "maxLength": column.limit})
    named = {"x-clauses": list(column.clauses)} if column.clauses else {}
    return {"type": "string", **own, **named}
