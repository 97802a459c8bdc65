"""The whole estimate an applicant asks for: every visit of three years, site by site (CC105, CC106 and CC11 together).

>>> from calculators import calculate
>>> answer = calculate("programme", {"standards": [{"standard": "QMS"}], "central": {"personnel": 55}})
>>> [(visit["visit"], visit["days"]) for visit in answer["visits"]][:2], answer["three_year_total"]["days"]
([('stage1', '1.5'), ('stage2', '3')], '7.5')
"""

from __future__ import annotations

from . import cc11
from .cc105 import EDITIONS, check_category
from .choices import choices_field
from .fields import Choice, Flag, List, Name, Number, Record, Report, Text
from .figures import implements
from .integrated import Integration, integration_of
from .integration import INTEGRATION, check_integration
from .log import Log
from .numbers import Fraction, write
from .place_time import PlaceTime, place_time
from .places import CENTRAL, FACTORS, PLACE, STANDARDS, check_places
from .sample_size import RULES
from .team_ability import AUDITORS, check_auditors
from .visits import Stay, stages, stay, total, visit

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
    "rule": Choice(*RULES, default="CC11:2018"),
    "risk": Choice("low", "medium", "high"),
    "effective": Flag(default=False),
    "seed": Name(),
    "full_day_hours": Number(above=0, maximum=24, finest=1000, default=8),
    "choices": choices_field(),
}, key="programme.field")  # fmt: skip

_AUDITS = {  # visit: the audit of CC11 whose sample it visits, and its year of surveillance
    "stage2": ("initial", 1),
    "surveillance_1": ("surveillance", 1),
    "surveillance_2": ("surveillance", 2),
    "recertification": ("recertification", 1),
}


def check(request: dict, report: Report) -> None:
    """What one field demands of another, over all standards and places."""
    edition = EDITIONS.get(request["edition"] or "")
    met: dict[str, Fraction] = {}
    for position, item in enumerate(request["standards"] or ()):
        if not item or not item["standard"]:
            continue
        if item["standard"] in met:
            report.add(f"standards[{position}].standard", "programme.standard_twice", met=item["standard"])
        met[item["standard"]] = Fraction(0)
        if edition:
            check_category(item, edition, f"standards[{position}].", report)
    check_places(request, report)
    check_auditors(request["auditors"], met, "auditors", report)
    check_integration(request["integration"], "integration", report)
    if request["increase_percent"] and not request["increase_reason"]:
        report.add("increase_reason", "cc106.increase_reason_missing")
    if request["sites"]:
        _check_sampling(request, report)


def _check_sampling(request: dict, report: Report) -> None:
    """What CC11 demands of the sites, at places where nothing is wrong already."""
    found = Report(report.words)
    for audit, _ in _AUDITS.values():
        cc11.check(_sampling_request(request, audit, 1, []), found)
    told = {error["path"] for error in report.errors}
    report.errors += [error for error in found.errors if error["path"] not in told]


@implements("CC105:2020/3.2", "CC105:2020/5", "CC105:2020/6", "CC11:2018/6.1.3.4", "CC11:2018/7.3.1", "GZ021:A1/5.4.1.2")
def answer(request: dict, log: Log) -> dict[str, object]:
    """The answer of the contract's `programme`, from a request that was read and checked."""
    edition = EDITIONS[request["edition"]]
    integration = integration_of(request, log)
    samples = _samples(request, log)
    central = place_time(request, {"central_percent": Fraction(0), **request["central"]}, "central.", False, integration, _part(log))
    sites = _site_times(request, samples, integration, log)
    parts = [central, *sites.values()]
    result: dict[str, object] = {"visits": None, "three_year_total": None, "with_recertification": None}
    if all(part.exact is not None for part in parts):
        result = _visits(request, central, sites, samples, edition, log)
    else:
        log.finding("shall", "programme.no_number", (f"{edition.EDITION}/3.7",))
    _standing_findings(request, edition, log)
    return result | {
        "sites": [_place(part) for part in parts],
        "samples": {name: sample for name, sample in samples.items() if sample},
    }


def _samples(request: dict, log: Log) -> dict[str, dict]:
    """Which sites each visit goes to, by CC11: each sample knows the sites of those before it.

    Where all sites are audited anyway nothing was sampled, and the surveillance after it is free to take any.
    """
    samples: dict[str, dict] = {}
    seen: list[str] = []
    for name, (audit, year) in _AUDITS.items():
        samples[name] = {}
        if request["sites"]:
            part = _part(log)
            found = cc11.answer(_sampling_request(request, audit, year, seen), part)
            samples[name] = {**found, "steps": part.steps, "findings": part.findings}
            seen += [one["id"] for one in found["selected"] if one["how"] != "all"]
    return samples


def _sampling_request(request: dict, audit: str, year: int, seen: list[str]) -> dict:
    """The request to CC11 for one audit: sites of a group are alike and sampled, a site without a group stands alone."""
    defaults = {name: field.default for name, field in cc11.REQUEST.fields.items()}
    sites = [
        site and {**site, "personnel": _people(site["personnel"]), "sampled": bool(site["group"])}
        for site in request["sites"]
    ]
    shared = {name: request[name] for name in ("rule", "risk", "effective", "seed", "choices")}
    return {**defaults, **shared, "audit": audit, "sites": sites, "year": Fraction(year), "audited": list(seen)}


def _people(personnel: object) -> Fraction | None:
    """About how many people a site has: what tells a large one from a small one in a sample."""
    if isinstance(personnel, dict):
        return max((people for people in map(_people, personnel.values()) if people), default=Fraction(0))
    return sum((group["count"] for group in personnel if group and group["count"]), Fraction(0)) if isinstance(personnel, list) else personnel


def _site_times(request: dict, samples: dict[str, dict], integration: Integration | None, log: Log) -> dict[str, PlaceTime]:
    """The time of every site that some visit goes to."""
    wanted = {one["id"] for sample in samples.values() for one in sample.get("selected", ())}
    return {
        site["id"]: place_time(request, site, f"sites[{position}].", bool(site["group"]), integration, _part(log))
        for position, site in enumerate(request["sites"] or ())
        if site["id"] in wanted
    }


def _visits(request: dict, central: PlaceTime, sites: dict[str, PlaceTime], samples: dict, edition: object, log: Log) -> dict[str, object]:
    """The five visits of a cycle and their sums."""
    going = {name: [sites[one["id"]] for one in sample.get("selected", ())] for name, sample in samples.items()}
    first, second = stages(central, going["stage2"], edition, log)
    standards = len(request["standards"])
    each = standards if standards > 1 and log.readings["minimum_day"] == "per_standard" else 1
    clauses = tuple(f"{edition.EDITION}/{clause}" for clause in edition.CLAUSES["stages"])
    visits = [visit("stage1", first, clauses, log), visit("stage2", second, clauses, log)]
    for name in ("surveillance_1", "surveillance_2", "recertification"):
        kind = "RECERTIFICATION" if name == "recertification" else "SURVEILLANCE"
        share, minimum = getattr(edition, f"{kind}_SHARE"), getattr(edition, f"{kind}_MINIMUM")
        stays: list[Stay] = [stay(name, place, share, edition) for place in (central, *going[name])]
        visits.append(visit(name, stays, share.clauses, log, minimum, each))
    cycle = ("GZ021:A1/5.4.1.2",)
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
    return Log(log.words, log.readings)
