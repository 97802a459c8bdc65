"""The whole estimate an applicant asks for: every visit of three years, site by site (CC105, CC106 and CC11 together).

>>> from calculators import calculate
>>> answer = calculate("programme", {"standards": [{"standard": "QMS"}], "central": {"personnel": 55}})
>>> [(visit["visit"], visit["days"]) for visit in answer["visits"]][:2], answer["three_year_total"]["days"]
([('stage1', '1.5'), ('stage2', '3')], '7.5')
"""

from __future__ import annotations

from .cc105 import EDITIONS, check_category
from .choices import choices_field
from .fields import INVALID, Choice, Flag, List, Name, Number, Record, Report, Text
from .figures import implements
from .integrated import Integration, integration_of
from .integration import INTEGRATION, check_integration
from .log import Log
from .numbers import Fraction, write
from .place_time import PlaceTime, place_time
from .places import CENTRAL, FACTORS, PLACE, STANDARDS, check_places
from .programme_samples import CYCLES, check_sampling, samples
from .quoted_visits import QUOTED_VISITS, check_quoted_visits, explain_visits
from .sample_size import RULES
from .team_ability import AUDITORS, check_auditors
from .visits import Stay, check_stay, stages, stay, total, visit

_INTEGRATION = Record(INTEGRATION.fields)
_AUDITORS = List(AUDITORS.of, minimum=AUDITORS.minimum, maximum=AUDITORS.maximum)
_STANDARD = Record({"standard": Choice(*STANDARDS, required=True), "category": Choice("high", "medium", "low", "limited", "special")})

REQUEST = Record({
    "edition": Choice(*EDITIONS, default="CC105:2020"),
    "standards": List(_STANDARD, minimum=1, maximum=len(STANDARDS), required=True),
    "central": CENTRAL,
    "sites": List(PLACE, maximum=20_000),
    "factors": FACTORS,
    "auditors": _AUDITORS,
    "integration": _INTEGRATION,
    "increase_percent": Number(0, 1000, finest=1000, default=0),
    "increase_reason": Text(),
    "cycle": Choice(*CYCLES, default="initial"),
    "rule": Choice(*RULES, default="CC11:2018"),
    "risk": Choice("low", "medium", "high"),
    "effective": Flag(default=False),
    "seed": Name(),
    "full_day_hours": Number(above=0, maximum=24, finest=1000, default=8),
    "quoted": QUOTED_VISITS,
    "choices": choices_field(),
}, key="programme.field")  # fmt: skip


def check(request: dict, report: Report) -> None:
    """What one field demands of another, over all standards and places."""
    edition = EDITIONS.get(request["edition"])
    met: list[str] = []
    for position, item in enumerate(request["standards"] or ()):
        if not item or not item["standard"]:
            continue
        if item["standard"] in met:
            report.add(f"standards[{position}].standard", "programme.standard_twice", met=item["standard"])
        met.append(item["standard"])
        if edition:
            check_category(item, edition, f"standards[{position}].", report)
    check_places(request, report)
    check_auditors(request["auditors"], met, "auditors", report)
    check_integration(request["integration"], "integration", report)
    if request["increase_percent"] and not request["increase_reason"] and request["increase_reason"] is not INVALID:
        report.add("increase_reason", "cc106.increase_reason_missing")
    if request["sites"]:
        check_sampling(request, report)
    check_quoted_visits(request, "quoted", report)


@implements("CC105:2020/3.2", "CC105:2020/5", "CC105:2020/6", "CC11:2018/6.1.3.4", "CC11:2018/7.3.1", "GZ021:A1/5.4.1.2")
def answer(request: dict, log: Log) -> dict[str, object]:
    """The answer of the contract's `programme`, from a request that was read and checked."""
    visited = samples(request, log)
    result, parts = estimate(request, visited, log)
    edition = EDITIONS[request["edition"]]
    _standing_findings(request, edition, log)
    found = result | {
        "sites": [_place(part) for part in parts],
        "samples": {name: sample for name, sample in visited.items() if sample},
    }
    return found | {"quoted": explain_visits(request, result, parts, visited, log)} if request["quoted"] else found


def estimate(request: dict, visited: dict[str, dict], log: Log) -> tuple[dict[str, object], list[PlaceTime]]:
    """The visits to the places of their samples with the sums, None where a place has no number; and the time of each place."""
    edition = EDITIONS[request["edition"]]
    integration = integration_of(request, log)
    central = place_time(request, request["central"], False, integration, _part(log))
    sites = _site_times(request, visited, integration, log)
    parts = [central, *sites.values()]
    if all(part.exact is not None for part in parts):
        return _visits(request, central, sites, visited, edition, log), parts
    log.finding("shall", "programme.no_number", (f"{edition.EDITION}/3.7",))
    return {"visits": None, "three_year_total": None, "with_recertification": None}, parts


def _site_times(request: dict, visited: dict[str, dict], integration: Integration | None, log: Log) -> dict[str, PlaceTime]:
    """The time of every site that some visit goes to; of many alike it is worked out once."""
    wanted = {one["id"] for sample in visited.values() for one in sample.get("selected", ())}
    met: dict[tuple, PlaceTime] = {}
    times = {}
    for site in request["sites"] or ():
        if site["id"] not in wanted:
            continue
        single = isinstance(site["personnel"], Fraction) and not site["factors"]
        alike = (site["personnel"], bool(site["group"]), site["central_percent"]) if single else (site["id"],)
        known = met.get(alike)
        times[site["id"]] = known.same_at(site["id"], _part(log)) if known else place_time(request, site, bool(site["group"]), integration, _part(log))
        met.setdefault(alike, times[site["id"]])
    return times


def _visits(request: dict, central: PlaceTime, sites: dict[str, PlaceTime], visited: dict, edition: object, log: Log) -> dict[str, object]:
    """The visits of a cycle and their sums; the recertification at the end of a first cycle begins the next."""
    standards = len(request["standards"])
    each = standards if standards > 1 and log.readings["minimum_day"] == "per_standard" else 1
    visits = []
    for name, sample in visited.items():
        going = [sites[one["id"]] for one in sample.get("selected", ())]
        if name == "stage2":
            clauses = tuple(f"{edition.EDITION}/{clause}" for clause in edition.CLAUSES["stages"])
            first, second = stages(central, going, edition, log)
            visits += [visit("stage1", first, clauses, log), visit("stage2", second, clauses, log)]
            continue
        kind = "RECERTIFICATION" if name == "recertification" else "SURVEILLANCE"
        share, minimum = getattr(edition, f"{kind}_SHARE"), getattr(edition, f"{kind}_MINIMUM")
        stays: list[Stay] = [stay(name, place, share, edition) for place in (central, *going)]
        visits.append(visit(name, stays, share.clauses, log, minimum, each))
        for place, one in zip((central, *going), stays):
            check_stay(name, place, one, share, edition)
    cycle = ("GZ021:A1/5.4.1.2",)
    if request["cycle"] == "recertification":
        return {"visits": visits, "three_year_total": total(visits, "programme.next_three_years", cycle, log), "with_recertification": None}
    return {
        "visits": visits,
        "three_year_total": total(visits[:4], "programme.three_years", cycle, log),
        "with_recertification": total(visits, "programme.with_recertification", cycle, log),
    }


def _place(part: PlaceTime) -> dict[str, object]:
    """One place of the answer: its initial time, per standard and together, with its own steps and findings."""
    return {
        "id": part.id,
        "initial": part.exact and write(part.exact),
        "on_site_minimum": part.on_site and write(part.on_site),
        "standards": {name: days and write(days) for name, days in part.standards.items()},
        "steps": part.log.steps,
        "findings": part.log.findings,
    }


def _standing_findings(request: dict, edition: object, log: Log) -> None:
    """What the estimate assumes, and what the client and the body still decide."""
    log.finding("note", "programme.today", (f"{edition.EDITION}/{'6' if edition.HALF_DAY else '6.1'}",))
    if edition.HALF_DAY is None:
        log.finding("note", "cc105.no_half_day_rule", (f"{edition.EDITION}/2.2",))
    log.finding("note", "programme.estimate", (f"{edition.EDITION}/3.7",))
    virtual = sum(1 for site in request["sites"] or () if site["virtual"])
    if virtual:
        log.finding("note", "programme.virtual", ("CC105:2020/1.4-n2", "CC11:2018/2.6-n3"), sites=virtual)
    alone = sum(1 for site in request["sites"] or () if not site["group"])
    if alone:
        log.finding("note", "programme.not_alike", ("CC11:2018/6.1.1.1",), sites=alone)


def _part(log: Log) -> Log:
    """An account of its own for one part of the programme, in the same language and under the same readings."""
    return type(log)(log.words, log.readings)
