"""The information and documents that an applicant provides, in the order of GZ021 5.1.3, with what 5.1.2 asks for beside it."""

from __future__ import annotations

from .dates import date, months_later
from .editions import gz021_a1 as edition
from .figures import Figure, implements
from .log import Log

_DOCUMENTS = (  # name, clauses, when it is needed
    ("application", ("5.1.3-1",), "always"),
    ("legal_status", ("5.1.3-2",), "always"),
    ("authorization", ("5.1.2-1",), "part_of_legal_entity"),
    ("licences", ("5.1.3-3", "5.1.2-2"), "where_required"),
    ("organization", ("5.1.3-4",), "always"),
    ("processes", ("5.1.3-5",), "always"),
    ("operation", ("5.1.3-6", "5.1.2-3"), "always"),
    ("incidents", ("5.1.3-7",), "always"),
    ("other", ("5.1.3-8",), "as_needed"),
)


@implements(*(f"GZ021:A1/5.1.3-{number}" for number in range(1, 9)))
def documents(today: date | None, log: Log) -> list[dict[str, object]]:
    """The list to bring; `since` tells from which days on incidents and failed spot checks are to be told."""
    listed = [
        {
            "key": name,
            "title": log.name(f"eligibility.document.{name}"),
            "text": log.name(f"eligibility.document.{name}.text"),
            "when": when,
            "clauses": [f"GZ021:A1/{clause}" for clause in clauses],
        }
        for name, clauses, when in _DOCUMENTS
    ]
    if today:
        told = next(document for document in listed if document["key"] == "incidents")
        told["since"] = {"incidents": _back(today, edition.INCIDENTS_TOLD), "spot_checks": _back(today, edition.SPOT_CHECKS_TOLD)}
    return listed


def _back(today: date, years: Figure) -> str:
    return months_later(today, -12 * years.value.numerator).isoformat()
