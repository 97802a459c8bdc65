"""Which sites each visit of a certification cycle goes to, by CC11 (6.1.2, 6.1.3, 6.2)."""

from __future__ import annotations

from . import cc11
from .fields import Report
from .numbers import Fraction

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .log import Log

_AUDITS = {  # visit: the audit of CC11 whose sample it visits, and its year of surveillance
    "stage2": ("initial", 1),
    "surveillance_1": ("surveillance", 1),
    "surveillance_2": ("surveillance", 2),
    "recertification": ("recertification", 1),
}
CYCLES = {  # a cycle runs from the initial certification, or from a recertification (GZ021 5.4.1.2): its visits in order
    "initial": ("stage2", "surveillance_1", "surveillance_2", "recertification"),
    "recertification": ("recertification", "surveillance_1", "surveillance_2"),
}


def check_sampling(request: dict, report: Report) -> None:
    """What CC11 demands of the sites, the same at every audit of a cycle, at places where nothing is wrong already."""
    found = Report(report.words, report.name)
    cc11.check(_sampling_request(request, _similar(request["sites"]), "initial", 1, None), found)
    told = {error["path"] for error in report.errors}
    report.errors += [error for error in found.errors if error["path"] not in told]


def samples(request: dict, log: Log) -> dict[str, dict]:
    """Which sites each visit goes to, by CC11: each sample knows the sites of those before it.

    Where all sites are audited anyway nothing was sampled, and the surveillance after it is free to take any.
    """
    found_at: dict[str, dict] = {}
    seen: list[str] = []
    sites = _similar(request["sites"] or ())
    for name in CYCLES[request["cycle"]]:
        audit, year = _AUDITS[name]
        found_at[name] = {}
        if sites:
            part = type(log)(log.words, log.readings)
            found = cc11.answer(_sampling_request(request, sites, audit, year, seen), part)
            found_at[name] = {**found, "steps": part.steps, "findings": part.findings}
            seen += [one["id"] for one in found["selected"] if one["how"] != "all"]
    return found_at


def _similar(sites: list[dict]) -> list[dict]:
    """The sites as CC11 is asked about them: those of a group are alike and sampled, a site without a group stands alone."""
    return [site and {**site, "personnel": _people(site["personnel"]), "sampled": bool(site["group"])} for site in sites]


def _sampling_request(request: dict, sites: list[dict], audit: str, year: int, seen: list[str] | None) -> dict:
    """The request to CC11 for one audit."""
    defaults = {name: field.default for name, field in cc11.REQUEST.fields.items()}
    shared = {name: request[name] for name in ("rule", "risk", "effective", "seed", "choices")}
    return {**defaults, **shared, "audit": audit, "sites": sites, "year": Fraction(year), "audited": seen and list(seen)}


def _people(personnel: object) -> Fraction | None:
    """About how many people a site has: what tells a large one from a small one in a sample."""
    if isinstance(personnel, dict):
        return max((people for people in map(_people, personnel.values()) if people), default=Fraction(0))
    return sum((group["count"] for group in personnel if group and group["count"]), Fraction(0)) if isinstance(personnel, list) else personnel
