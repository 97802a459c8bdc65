"""The places of a programme: the central function and the sites, with the people of each per standard."""

from __future__ import annotations

from .cc105 import EDITIONS
from .effective_personnel import PERSONNEL, check_groups
from .factors import check_factors, factor_list, preset_of
from .fields import INVALID, Choice, Either, List, Mapping, Number, Record, Report, Text
from .figures import implements
from .numbers import Fraction
from .sites import SITE

STANDARDS = ("QMS", "EMS", "OHSMS")
FACTORS = factor_list(EDITIONS.values(), standards=List(Choice(*STANDARDS), minimum=1, maximum=3))
_PER_STANDARD = Mapping(PERSONNEL, names=STANDARDS, minimum=1)


def _kind_of_personnel(value: object) -> object:
    return _PER_STANDARD if isinstance(value, dict) else PERSONNEL


_PERSONNEL = Either(*PERSONNEL.options, _PER_STANDARD, chooses=_kind_of_personnel, required=True)
CENTRAL = Record({"id": Text(default="central"), "personnel": _PERSONNEL, "factors": FACTORS}, required=True)
PLACE = Record({
    **{name: field for name, field in SITE.fields.items() if name not in ("personnel", "sampled")},
    "personnel": _PERSONNEL,
    "factors": FACTORS,
    "central_percent": Number(0, 100, finest=1000, default=0),
    "central_reason": Text(),
})  # fmt: skip


def personnel_of(place: dict, standard: str) -> Fraction | list | None:
    """The people of a place in the scope of one standard; None where the standard is not applied there."""
    personnel = place["personnel"]
    return personnel.get(standard) if isinstance(personnel, dict) else personnel


def factors_at(request: dict, place: dict, at: str = "") -> list[tuple[str, dict]]:
    """The factors that bear on a place, those of the whole organization first, each with its path in the request."""
    return [
        (f"{path}factors[{position}]", item)
        for path, holder in (("", request), (at, place))
        for position, item in enumerate(holder["factors"] or ())
    ]


def bearing_on(items: list[tuple[str, dict]], standard: str, edition: object) -> list[tuple[str, dict]]:
    """The factors that bear on one standard: those said to, or else those that the edition allows for it."""
    return [
        (at, item) for at, item in items
        if item and item["factor"] and (standard in item["standards"] if item["standards"] else _allowed(item, standard, edition))
    ]  # fmt: skip


@implements("CC11:2018/7.3.1")
def check_places(request: dict, report: Report) -> None:
    """Every place: reasons for what is taken away, factors that some standard of the audit allows, ids once."""
    edition = EDITIONS.get(request["edition"])
    standards = [item["standard"] for item in request["standards"] or () if item and item["standard"]]
    met: set[str] = set()
    for at, place in _with_path(request):
        if not place:
            continue
        if place["id"] and place["id"] in met:
            report.add(f"{at}id", "programme.id_twice", met=place["id"])
        met.add(place["id"])
        _check_personnel(place, standards, at, report)
        if place.get("central_percent") and not place["central_reason"] and place["central_reason"] is not INVALID:
            report.add(f"{at}central_reason", "programme.central_reason_missing")
        if edition and standards:
            _check_factors(request, place, at, standards, edition, report)
        else:
            check_factors(factors_at(request, place, at), None, False, preset_of(request), edition or EDITIONS["CC105:2020"], report)


def _check_personnel(place: dict, standards: list[str], at: str, report: Report) -> None:
    personnel = place["personnel"]
    if not isinstance(personnel, dict):
        return check_groups(personnel, f"{at}personnel", report)
    for standard, people in personnel.items():
        check_groups(people, f"{at}personnel.{standard}", report)
        if standards and standard not in standards:
            report.add(f"{at}personnel.{standard}", "programme.standard_not_audited", met=standard, known=", ".join(standards))
    return None


def _check_factors(request: dict, place: dict, at: str, standards: list[str], edition: object, report: Report) -> None:
    items = factors_at(request, place, at)
    for path, item in items:
        if item and item["factor"] and not item["standards"] and not any(_allowed(item, name, edition) for name in standards):
            check_factors([(path, item)], standards[0], False, "none", edition, report)
    for standard in standards:
        check_factors(bearing_on(items, standard, edition), standard, len(standards) > 1, preset_of(request), edition, report)


def _allowed(item: dict, standard: str, edition: object) -> bool:
    factor = edition.FACTORS.get(item["factor"])
    return bool(factor) and standard in factor.clauses


def _with_path(request: dict) -> list[tuple[str, dict]]:
    sites = [(f"sites[{position}].", site) for position, site in enumerate(request["sites"] or ())]
    return [("central.", request["central"]), *sites]
