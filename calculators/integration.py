"""The level of integration of the client's management system, in percent (CC106 1.3 and annex A, level of integration)."""

from __future__ import annotations

from .editions import cc106_2023
from .fields import Flag, List, Number, Record, Report
from .figures import implements
from .log import Log
from .numbers import Fraction

_COUNT = cc106_2023.CHARACTERISTICS
_CLAUSES = tuple(f"{cc106_2023.EDITION}/{clause}" for clause in cc106_2023.CLAUSES["integration"])

INTEGRATION = Record({
    "percent": Number(0, 100, finest=1000),
    "characteristics": List(Flag(), minimum=_COUNT, maximum=_COUNT),
}, required=True)  # fmt: skip


def check_integration(integration: object, path: str, report: Report) -> None:
    """A percentage, or the characteristics of the annex: exactly one of the two."""
    if not integration:
        return
    given = [name for name in ("percent", "characteristics") if integration[name] is not None]
    if len(given) != 1:
        report.add(path, "cc106.integration_both" if given else "cc106.integration_missing")


@implements("CC106:2023/1.3", "CC106:2023/A-h1")
def integration_percent(integration: dict, log: Log) -> Fraction:
    """The percentage that was stated, or the share of the seven characteristics that are met, each with equal weight."""
    percent = integration["percent"]
    if percent is not None:
        return log.step("cc106.integration", _CLAUSES, percent, percent=percent)
    met = sum(integration["characteristics"])
    clauses = (*_CLAUSES, *(f"{_CLAUSES[0]}-{number}" for number, flag in enumerate(integration["characteristics"], 1) if flag))
    log.finding("note", "cc106.equal_weights", _CLAUSES, count=_COUNT)
    return log.step("cc106.integration_share", clauses, Fraction(met * 100, _COUNT), met=met, count=_COUNT)
