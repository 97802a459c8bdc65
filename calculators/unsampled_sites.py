"""Sites that cannot be sampled: all of them, or a share per calendar year in surveillance (CC11 6.2, GBCX20 8.3)."""

from __future__ import annotations

from .draw import ranked
from .figures import implements
from .log import Log
from .numbers import ceiling
from .sample_size import RULES, topic


@implements("CC11:2018/6.2.1", "GBCX20:B0/8.3.1")
def unsampled_count(rule: str, audit: str, sites: int) -> int:
    """How many of the sites that cannot be sampled are audited: all, or 30 % a calendar year in surveillance."""
    return ceiling(RULES[rule].UNSAMPLED_SHARE.value * sites / 100) if audit == "surveillance" else sites


@implements("CC11:2018/6.2.1", "CC11:2018/6.2.3", "GBCX20:B0/8.3.1", "GZ021:A1/5.4.3.2")
def unsampled_size(rule: str, audit: str, sites: int, log: Log) -> int:
    """The same number with its arithmetic, and what the documents demand of it."""
    sample = unsampled_count(rule, audit, sites)
    if audit == "surveillance":
        share = RULES[rule].UNSAMPLED_SHARE
        log.step("cc11.unsampled_share", share.clauses, sample, sites=sites, percent=share.value)
        if rule == "GZ021:A1":
            log.finding("shall", "cc11.every_site_gz021", ("GZ021:A1/5.4.3.2", *share.clauses), sites=sites, sample=sample)
        return sample
    if audit == "new_sites":
        clauses = topic(rule, "unsampled_new")
        log.finding("shall", "cc11.new_site_first", clauses)
        return log.step("cc11.unsampled_all", clauses, sample, sites=sites)
    return log.step("cc11.unsampled_all", topic(rule, "unsampled_all"), sample, sites=sites)


@implements("CC11:2018/6.2.1", "CC11:2018/7.9.2", "GBCX20:B0/8.3.1", "GBCX20:B0/10.9.2")
def surveillance_of_unsampled(
    rule: str, sites: list[dict], size: int, year: int, audited: frozenset, seed: str, log: Log
) -> list[dict]:
    """The sites of one surveillance year: in the order of one draw, the second year those that follow the first year's.

    What the request says was audited in this cycle comes last in any case.
    """
    ids = [site["id"] for site in sites]
    order = [name for name, _ in ranked(ids, seed, "unsampled")]
    seen = audited.intersection(ids)
    if year == 2 and not seen:
        seen = frozenset(order[:size])
    picked = ([name for name in order if name not in seen] + [name for name in order if name in seen])[:size]
    again = sum(name in seen for name in picked)
    if year == 2:
        clauses = topic(rule, "unsampled_second_year")
        log.finding("note", "cc11.second_year", clauses, sample=size)
        if again:
            log.finding("should", "cc11.second_year_again", clauses, again=again)
    why = log.words.text(f"cc11.why.year_{year}")
    return [{"id": name, "how": "random", "why": why} for name in picked]
