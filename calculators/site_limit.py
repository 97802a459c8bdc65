"""By how much the time of one sampled site may be reduced in all (CC11 7.3.1, GBCX20 10.3)."""

from __future__ import annotations

from .editions import cc11_2018, gbcx20_b0
from .figures import implements
from .log import Log, cited
from .numbers import Fraction

LIMITS = {"CC11:2018": cc11_2018.SITE_LIMIT, "GZ021:A1": cc11_2018.SITE_LIMIT, "GBCX20:B0": gbcx20_b0.SITE_LIMIT}


@implements("CC11:2018/7.3.1", "GBCX20:B0/10.3")
def site_reduction(
    rule: str, factors: Fraction, central: Fraction, integrated: Fraction, log: Log, **named: object
) -> Fraction | None:
    """The percent taken off the table's time of one sampled site, at most 50.

    `factors` (CC105 8; negative when they add time), `central` (what the central function does for the site) and
    `integrated` (CC106) are percents of reduction. The choice `integrated_in_site_limit` says whether the integrated
    reduction counts: if not, it stays out of the result and is taken afterwards from what is left. The choice
    `site_limit` says whether reductions add up (30 + 20 = 50) or compound (30 and 20 make 44). None when the limit is
    passed and the body refuses to cut (choice `over_limit`).
    """
    limit = LIMITS[rule]
    counted = integrated if integrated and log.readings["integrated_in_site_limit"] else Fraction(0)
    parts = (factors, central, counted)
    several = sum(part != 0 for part in parts) > 1
    reading = log.readings["site_limit"] if several else "added"
    left = Fraction(1)
    for part in parts:
        left *= (100 - part) / 100
    total = sum(parts) if reading == "added" else 100 - 100 * left
    values = {"factors": factors, "central": central, "integrated": counted}
    log.step(f"site_limit.{reading}", limit.clauses, total, **values, **named)
    most = cc11_2018.CENTRAL_FUNCTION_REDUCTION
    if central > most.value:
        log.finding("should", "site_limit.central_function", cited(most), percent=central, most=most.value, **named)
    if total <= limit.value:
        return total
    key = "site_limit.refused" if log.readings["over_limit"] == "refuse" else "site_limit.cut"
    log.finding("shall", key, limit.clauses, sum=total, limit=limit.value, **named)
    if key == "site_limit.refused":
        return None
    return log.step("site_limit.limit", limit.clauses, limit.value, sum=total, limit=limit.value, **named)
