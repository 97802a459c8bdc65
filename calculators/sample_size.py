"""How many sites are audited where sites can be sampled (CC11 6.1.3.3, GZ021 5.4.3.2, GBCX20 8.2)."""

from __future__ import annotations

from .editions import cc11_2018, gbcx20_b0, gz021_a1
from .figures import implements
from .log import Log, cited
from .numbers import Fraction, ceiling, root_up

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .figures import Figure

RULES = {"CC11:2018": cc11_2018, "GZ021:A1": cc11_2018, "GBCX20:B0": gbcx20_b0}  # GZ021 sends to CC11 for all but the sizes
ROOT = Fraction(1)


class Sampling:
    """How a rule sizes the sample of one kind of audit: factor × √sites, or all of so few sites."""

    __slots__ = ("factor", "clauses", "all_up_to", "full")

    def __init__(self, factor: Fraction, clauses: tuple[str, ...], all_up_to: Figure | None = None, full: bool = False) -> None:
        self.factor, self.clauses, self.all_up_to = factor, clauses, all_up_to
        self.full = full  # two documents differ on this recertification: √x or 0.8√x

    def of(self, sites: int) -> int:
        """The number of sites to be audited."""
        return sites if self.all_up_to and sites <= self.all_up_to.value else root_up(self.factor, sites)


def topic(rule: str, *topics: str) -> tuple[str, ...]:
    """The addresses of what a rule says on something; GZ021 sends to CC11."""
    edition = RULES[rule]
    return tuple(dict.fromkeys(f"{edition.EDITION}/{clause}" for name in topics for clause in edition.CLAUSES[name]))


@implements(
    "CC11:2018/6.1.3.3", "CC11:2018/6.1.4.1", "GZ021:A1/5.4.3.2", "GBCX20:B0/8.2.1", "GBCX20:B0/8.2.2", "GBCX20:B0/8.2.3"
)
def sampling(rule: str, audit: str, effective: bool, risk: str | None, log: Log) -> Sampling | None:
    """The size rule of an audit, or None where the document leaves the number to the body (new sites under CC11)."""
    if rule == "GBCX20:B0" and (audit == "new_sites" or risk == "high"):
        return _gbcx20(audit, effective)
    if audit == "new_sites":
        return None
    if rule == "GZ021:A1":
        figures = {"surveillance": gz021_a1.SURVEILLANCE_SAMPLE, "recertification": gz021_a1.RECERTIFICATION_SAMPLE}
        if audit in figures:
            figure = figures[audit]
            return Sampling(figure.value, figure.clauses, full=audit == "recertification" and not effective)
        return Sampling(ROOT, tuple(f"{gz021_a1.EDITION}/{clause}" for clause in gz021_a1.INITIAL_SAMPLE))
    edition = RULES[rule]
    if audit == "surveillance":
        return Sampling(edition.SURVEILLANCE.value, edition.SURVEILLANCE.clauses)
    if audit == "recertification":
        if effective:
            return Sampling(edition.RECERTIFICATION.value, edition.RECERTIFICATION.clauses)
        if log.readings["recertification_factor"] == "always":
            clauses = cited(edition.RECERTIFICATION, gz021_a1.RECERTIFICATION_SAMPLE)
            return Sampling(edition.RECERTIFICATION.value, clauses, full=True)
        return Sampling(ROOT, topic(rule, "recertification"), full=True)
    return Sampling(ROOT, topic(rule, "initial"))


def _gbcx20(audit: str, effective: bool) -> Sampling:
    """GBCX20 for high risk (8.2.2), and for a group of new sites at any risk (8.2.3)."""
    if audit == "new_sites":
        return Sampling(gbcx20_b0.NEW_SITES.value, gbcx20_b0.NEW_SITES.clauses)
    figure = gbcx20_b0.HIGH_INITIAL
    if audit == "surveillance":
        figure = gbcx20_b0.HIGH_SURVEILLANCE
    elif audit == "recertification" and effective:
        figure = gbcx20_b0.HIGH_RECERTIFICATION
    clauses = cited(figure) if audit != "recertification" else topic("GBCX20:B0", "high_recertification", "high_initial")
    return Sampling(figure.value, clauses, gbcx20_b0.HIGH_ALL_UP_TO)


def sample_size(rule: Sampling, sites: int, part: str, log: Log) -> int:
    """The least number of sites to be audited of so many, with its arithmetic; `part` says which sites in words."""
    sample, limit = rule.of(sites), rule.all_up_to
    if limit and sites <= limit.value:
        return log.step("cc11.sample_all", cited(limit), sample, sites=sites, limit=limit.value, part=part)
    log.step("cc11.sample", rule.clauses, sample, factor=rule.factor, sites=sites, part=part)
    if limit and sample < limit.value:
        log.finding("note", "cc11.fewer_than_small", cited(limit), sites=sites, sample=sample, limit=limit.value)
    if rule.full:
        figure = gz021_a1.RECERTIFICATION_SAMPLE
        clauses = (*topic("CC11:2018", "recertification"), *figure.clauses)
        readings = {"full": root_up(ROOT, sites), "reduced": root_up(figure.value, sites), "factor": figure.value}
        log.finding("note", "cc11.recertification_readings", clauses, part=part, used=sample, **readings)
    return sample


@implements("CC11:2018/6.1.2.2", "GBCX20:B0/8.1-1")
def random_minimum(rule: str, sample: int) -> int:
    """At least 25 % of the sample is drawn at random; a part of a site counts as a whole one."""
    return ceiling(RULES[rule].RANDOM_SHARE.value * sample / 100)


def log_random_minimum(rule: str, sample: int, part: str, log: Log) -> int:
    """The random share of one part, with its arithmetic."""
    share = RULES[rule].RANDOM_SHARE
    return log.step("cc11.random", share.clauses, random_minimum(rule, sample), sample=sample, percent=share.value, part=part)
