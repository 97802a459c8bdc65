"""Which and how many sites of a multi-site organization are audited (CC11:2018, with GZ021:A1 and GBCX20:B0).

>>> from calculators import calculate
>>> answer = calculate("cc11", {"audit": "initial", "sites": 1700})
>>> answer["sample"], answer["random_minimum"]
('42', '11')
"""

from __future__ import annotations

from .choices import choices_field
from .fields import INVALID, Choice, Flag, List, Name, Number, Record, Report
from .figures import implements
from .log import Log
from .numbers import write
from .sample_size import RULES, Sampling, log_random_minimum, sample_size, sampling, topic
from .site_findings import list_findings, risk_of, standing_findings
from .site_levels import LEVELS, level_findings, sample_levels
from .site_selection import select
from .sites import MOST_LISTED, SITES, check_audited, check_sites
from .unsampled_sites import unsampled_size

REQUEST = Record({
    "rule": Choice(*RULES, default="CC11:2018"),
    "audit": Choice("initial", "surveillance", "recertification", "new_sites", required=True),
    "sites": SITES,
    "levels": LEVELS,
    "sampled": Flag(default=True),
    "effective": Flag(default=False),
    "risk": Choice("low", "medium", "high"),
    "year": Number(1, 2, whole=True, default=1),
    "audited": List(Name(), maximum=MOST_LISTED),
    "seed": Name(),
    "choices": choices_field(),
}, key="cc11.field")  # fmt: skip


def check(request: dict, report: Report) -> None:
    """What one field demands of another: sites or levels, ids that are told apart, the risk that GBCX20 goes by."""
    sites, levels = request["sites"], request["levels"]
    if (sites is None) == (levels is None):
        report.add("sites", "cc11.sites_or_levels_both" if sites is not None else "cc11.sites_or_levels")
    check_sites(sites, "sites", report)
    check_audited(request["audited"], sites, "audited", report)
    if levels is not None and request["audit"] == "new_sites":
        report.add("levels", "cc11.levels_new_sites")
    if levels is not None and request["sampled"] is False:
        report.add("levels", "cc11.levels_unsampled")
    by_risk = request["rule"] == "GBCX20:B0" and request["audit"] != "new_sites"
    if by_risk and not risk_of(request) and request["risk"] is not INVALID:
        report.add("risk", "cc11.risk_missing", rule="GBCX20:B0")


@implements("CC11:2018/6.1.3", "CC11:2018/6.2", "CC11:2018/6.3", "GZ021:A1/5.4.3.2", "GBCX20:B0/8")
def answer(request: dict, log: Log) -> dict[str, object]:
    """The answer of the contract's `cc11`, from a request that was read and checked."""
    name, audit, sites = request["rule"], request["audit"], request["sites"]
    own: dict[str, Sampling | None] = {}

    def sampling_of(kind: str) -> Sampling | None:
        if kind not in own:
            own[kind] = sampling(name, kind, request["effective"], risk_of(request), log)
        return own[kind]

    result: dict[str, object] = {"rule": name, "audit": audit, "sites": None, "sample": None, "random_minimum": None}
    result["central_function"] = True
    sizes: list[int] = []
    if request["levels"]:
        sizes = [int(level["sites"]) for level in request["levels"]]
        result |= {"sites": write(sum(sizes)), **sample_levels(request["levels"], name, sampling_of("initial"), log)}
    elif isinstance(sites, list):
        chosen = select(request, sampling_of, log)
        populations, unsampled = chosen.pop("populations"), chosen.pop("unsampled")
        result |= {"sites": write(len(sites)), **chosen}
        sizes = [len(population.sites) for population in populations if population.level]
        list_findings(request, populations, unsampled, chosen["selected"], log)
        sampled = bool(populations)
    else:
        result |= {"sites": write(sites), **_counted(request, sampling_of, log)}
    if sizes:
        level_findings(name, audit, sizes, sampling_of("initial"), sampling_of(audit), log)
    any_sampled = sampled if isinstance(sites, list) else request["sampled"]
    standing_findings(request, any_sampled, log)
    return result


def _counted(request: dict, sampling_of: object, log: Log) -> dict[str, object]:
    """The numbers for so many sites, all alike or none of them to be sampled."""
    name, audit, sites = request["rule"], request["audit"], int(request["sites"])
    if not request["sampled"]:
        return {"sample": write(unsampled_size(name, audit, sites, log)), "random_minimum": write(0)}
    rule = sampling_of(audit)
    if rule is None:
        return {}
    part = log.name("cc11.part.sites")
    sample = sample_size(rule, sites, part, log)
    return {"sample": write(sample), "random_minimum": write(log_random_minimum(name, sample, part, log))}
