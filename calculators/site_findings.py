"""What the documents demand of a sample beside its number: risk, similar sites, processes, records (CC11 6.1, GBCX20 8)."""

from __future__ import annotations

from .editions import gbcx20_b0
from .figures import implements
from .log import Log, cited
from .sample_size import topic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .site_cycle import Population

_RISKS = ("low", "medium", "high")


def risk_of(request: dict) -> str | None:
    """The risk the request states, else the highest that a listed site has."""
    if request["risk"]:
        return request["risk"]
    sites = request["sites"] if isinstance(request["sites"], list) else []
    met = {site["risk"] for site in sites if site and site["risk"]}
    return next((risk for risk in reversed(_RISKS) if risk in met), None)


@implements(
    "CC11:2018/6.1.3.2", "CC11:2018/6.1.3.4", "CC11:2018/6.1.3.5", "CC11:2018/6.1.4.1",
    "GBCX20:B0/8.1-2-a", "GBCX20:B0/8.2.3", "GBCX20:B0/9.3",
)  # fmt: skip
def standing_findings(request: dict, any_sampled: bool, log: Log) -> None:
    """What holds for every sample: the central function, the record, more sites for high risk, new sites merged later."""
    name, audit = request["rule"], request["audit"]
    log.finding("shall", "cc11.central_function", topic(name, "central_function"))
    if any_sampled and risk_of(request) == "high" and name != "GBCX20:B0":
        log.finding("shall", "cc11.increase_for_risk", topic(name, "increase"))
    if audit == "new_sites":
        if any_sampled and name != "GBCX20:B0":
            log.finding("shall", "cc11.new_sites_decide", topic(name, "new_sites"))
        log.finding("shall", "cc11.new_sites_merged", topic(name, "merged"))
        small = gbcx20_b0.HIGH_ALL_UP_TO
        if name == "GBCX20:B0" and any_sampled and request["risk"] == "high":
            log.finding("note", "cc11.new_sites_high", cited(gbcx20_b0.NEW_SITES, small), limit=small.value)
    if any_sampled:
        log.finding("shall", "cc11.record", topic(name, "record"))


@implements(
    "CC11:2018/3.2.1", "CC11:2018/6.1.1.1", "CC11:2018/6.1.2.1", "CC11:2018/6.1.2.4", "GBCX20:B0/8.2.1", "GZ021:A1/5.4.3.2"
)
def list_findings(request: dict, populations: list[Population], unsampled: list[dict], selected: list[dict], log: Log) -> None:
    """What the list shows: groups, sites that are not alike, processes nobody would see, large and temporary sites."""
    name, sites = request["rule"], request["sites"]
    alike = (*topic(name, "alike"), *(("GZ021:A1/5.4.3.2",) if name == "GZ021:A1" else ()))
    if any(population.group for population in populations) or any(site["group"] for site in unsampled):
        log.finding("note", "cc11.groups", alike, populations=len(populations), unsampled=len(unsampled))
    for field in ("activity", "risk") if name == "GZ021:A1" else ("activity",):  # GZ021 names the types of risk too
        if any(len({site[field] for site in population.sites if site[field]}) > 1 for population in populations):
            log.finding("shall", f"cc11.not_alike_{field}", alike)
    if request["audit"] in ("initial", "recertification"):
        _activities(sites, selected, name, log)
    large = sum(site["personnel"] is not None and site["personnel"] >= gbcx20_b0.SMALL_SITE.value for site in sites)
    if name == "GBCX20:B0" and large and risk_of(request) != "high" and request["audit"] != "new_sites":
        clauses = cited(gbcx20_b0.SMALL_SITE) + topic(name, "increase")
        log.finding("should", "cc11.large_sites", clauses, sites=large, people=gbcx20_b0.SMALL_SITE.value)
    if any(site["permanent"] is False for site in sites):
        log.finding("shall", "cc11.temporary", topic(name, "temporary"))
    if populations and any(pick["how"] == "chosen" for pick in selected):
        log.finding("note", "cc11.other_aspects", topic(name, "other_aspects"))


def _activities(sites: list[dict], selected: list[dict], name: str, log: Log) -> None:
    """The sample shall make sure that every process in the scope is audited (6.1.2.1)."""
    picked = {pick["id"] for pick in selected}
    met = {site["activity"] for site in sites if site["id"] in picked}
    missed = sorted({site["activity"] for site in sites if site["activity"]} - met)
    if missed:
        listed = log.name("cc11.comma").join(missed[:20]) + ("…" if len(missed) > 20 else "")
        log.finding("shall", "cc11.activities_missed", topic(name, "processes"), activities=listed, count=len(missed))
