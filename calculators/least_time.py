"""What the limits leave of a place's time, and whether rounding to half days went below it unseen (CC105 3.9, CC11 7.3.1, CC106 2.1.2)."""

from __future__ import annotations

from .editions import cc105_2020, cc106_2023, gz021_a1
from .figures import implements
from .log import Log, cited
from .numbers import Fraction

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .figures import Figure


class Least:
    """The least days of an initial audit; `every_audit` where the limit is stated for other audits as well."""

    __slots__ = ("days", "figures", "every_audit")

    def __init__(self, days: Fraction, figures: tuple[Figure, ...], every_audit: bool) -> None:
        self.days, self.figures, self.every_audit = days, figures, every_audit


def after_reduction(table_time: Fraction, limit: Figure) -> Least:
    """What a limit in percent of the tables' time leaves of it."""
    return Least(table_time * (100 - limit.value) / 100, (limit,), every_audit=False)


def of_start_point(start: Fraction) -> Least:
    """What the limit of an integrated audit leaves of its starting point: 80 % at every audit (GZ021 5.4.2.3)."""
    share = gz021_a1.INTEGRATED_MINIMUM
    return Least(start * share.value / 100, (cc106_2023.REDUCTION_LIMIT, share), every_audit=True)


@implements("CC105:2020/3.9", "CC11:2018/7.3.1", "CC106:2023/2.1.2", "GZ021:A1/5.4.2.3")
def check_rounded(days: Fraction, exact: Fraction, least: Least, share: Figure | None, visit: str, log: Log) -> None:
    """Rounding may not carry a stay below the limit unseen: the next half day up is offered."""
    if share and not least.every_audit:
        return
    limit = least.days * (share.value if share else 1)
    if days < limit <= exact:
        level, key = ("shall", "least") if least.every_audit else ("should", "limit")
        named = {"visit": visit, "days": days, "least": limit, "next": days + cc105_2020.HALF_DAY.value}
        log.finding(level, f"programme.rounded_below_{key}", cited(*least.figures), **named)
