"""The ability of the audit team to audit several standards at once (CC106 annex A, ability of the audit team)."""

from __future__ import annotations

from .editions import cc106_2023
from .fields import List, Report, Text, nearest_to, shown
from .figures import implements
from .log import Log
from .numbers import Fraction

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

AUDITORS = List(List(Text(), maximum=30), minimum=1, maximum=1000, required=True)


@implements("CC106:2023/2.1-ii")
def check_auditors(auditors: object, times: object, path: str, report: Report) -> None:
    """Each auditor is competent in at least one standard of the audit, names each once, and names no other."""
    if not auditors or not times:
        return
    for position, standards in enumerate(auditors):
        met: set[str] = set()
        if standards == []:
            report.add(f"{path}[{position}]", "cc106.auditor_without_standard", known=", ".join(map(shown, times)))
        for place, standard in enumerate(standards or ()):
            at = f"{path}[{position}][{place}]"
            if not isinstance(standard, str):
                continue
            if standard not in times:
                known = ", ".join(map(shown, times))
                report.add(at, "cc106.not_in_times", met=shown(standard), known=known, **nearest_to(standard, times))
            elif standard in met:
                report.add(at, "cc106.standard_twice", met=shown(standard))
            met.add(standard)


@implements("CC106:2023/A-h2")
def ability_percent(auditors: list[list[str]], standards: int, log: Log) -> Fraction:
    """((X1 − 1) + (X2 − 1) + … ) / (Z × (Y − 1)) × 100: what each auditor can audit beyond one standard.

    X is the number of standards of each auditor, Y the number of standards audited, Z the number of auditors.
    """
    beyond = sum(len(known) - 1 for known in auditors)
    named = {
        "competences": sum(map(len, auditors)), "auditors": len(auditors), "standards": standards,
        "sum": " + ".join(f"({len(known)} − 1)" for known in auditors[:12]) + (" + …" if len(auditors) > 12 else ""),
    }  # fmt: skip
    clauses = tuple(f"{cc106_2023.EDITION}/{clause}" for clause in cc106_2023.CLAUSES["ability"])
    return log.step("cc106.ability", clauses, Fraction(beyond, len(auditors) * (standards - 1)) * 100, **named)


@implements("CC106:2023/2.1-ii", "CC106:2023/2.1-iii", "CC106:2023/2.1-iv")
def team_findings(auditors: list[list[str]], standards: Iterable[str], log: Log) -> None:
    """Every standard needs a competent auditor in the team; its leader needs competence for at least one."""
    covered = {standard for known in auditors for standard in known}
    for standard in standards:
        if standard not in covered:
            clauses = tuple(f"{cc106_2023.EDITION}/{clause}" for clause in cc106_2023.CLAUSES["competence"])
            log.finding("shall", "cc106.nobody_competent", clauses, standard=standard)
    log.finding("shall", "cc106.leader", tuple(f"{cc106_2023.EDITION}/{clause}" for clause in cc106_2023.CLAUSES["leader"]))
