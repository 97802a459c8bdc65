"""How far the audit of several standards as one system is shortened or lengthened, once for a whole programme (CC106)."""

from __future__ import annotations

from .figures import implements
from .log import Log
from .numbers import Fraction


class Integration:
    """Percent of the starting point: what complexity adds and what integration takes away."""

    __slots__ = ("increase", "reduction")

    def __init__(self, increase: Fraction, reduction: Fraction) -> None:
        self.increase, self.reduction = increase, reduction


@implements("CC106:2023/2.1.1-iii")
def integration_of(request: dict, log: Log) -> Integration | None:
    """The integration of a programme of two or more standards; without a known team or level nothing is taken away."""
    if len(request["standards"]) < 2:
        if request["auditors"] or request["integration"] or request["increase_percent"]:
            log.finding("note", "programme.single_standard", ("CC106:2023/2.1.1-iii",))
        return None
    from .cc106 import increase_finding, standing_findings
    from .integration import integration_percent
    from .reduction_matrix import reduction_percent
    from .team_ability import ability_percent, team_findings

    increase = request["increase_percent"]
    increase_finding(increase, request["increase_reason"], log)
    if not request["auditors"] or not request["integration"]:
        log.finding("note", "programme.no_integration", ("CC106:2023/2.1.1-iii",))
        return Integration(increase, Fraction(0))
    standards = [item["standard"] for item in request["standards"]]
    ability = ability_percent(request["auditors"], len(standards), log)
    level = integration_percent(request["integration"], log)
    team_findings(request["auditors"], standards, log)
    standing_findings(log)
    return Integration(increase, reduction_percent(level, ability, log))
