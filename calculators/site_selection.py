"""The sites of a list that are audited at one audit, each with the reason (CC11 6)."""

from __future__ import annotations

from .differing_sites import why_chosen
from .draw import derived_seed
from .figures import implements
from .log import Log, Silent
from .numbers import write
from .sample_size import Sampling, log_random_minimum, sample_size, topic
from .site_cycle import Population, Sample, audit_name, before, divide, samples
from .unsampled_sites import surveillance_of_unsampled, unsampled_count, unsampled_size

_NUMBERS = ("sites", "minimum", "sample", "random_minimum")


def select(request: dict, sampling_of: object, log: Log) -> dict[str, object]:
    """The sample of listed sites: numbers in all, per level and per part, and the sites themselves.

    `sampling_of` gives the size rule of a kind of audit. Where the documents give no number, what can be said is said.
    """
    sites, name, audit, year = request["sites"], request["rule"], request["audit"], int(request["year"])
    seed = request["seed"] or derived_seed([site["id"] for site in sites])
    audited = frozenset(request["audited"] or ())
    by_levels = audit != "new_sites" and any(site["level"] for site in sites)
    divided = sites if by_levels else [{**site, "level": None} if site["level"] else site for site in sites]
    populations, unsampled = divide(divided, request["sampled"])
    rule: Sampling | None = sampling_of("initial" if by_levels else audit)
    rows: list[dict[str, object]] = []
    selected: list[dict[str, object]] = []
    covered: set[tuple] = set()
    if unsampled:
        count = unsampled_size(name, audit, len(unsampled), log)
        picks = _unsampled(name, audit, year, unsampled, count, audited, seed, log)
        covered = _units_above(unsampled, {pick["id"] for pick in picks})
        selected += picks
        rows.append({"sampled": False, "sites": len(unsampled), "minimum": count, "sample": count, "random_minimum": 0})
    if populations and rule:
        seen = _seen(request, populations, unsampled, sampling_of, by_levels, audited, seed, log)
        for sample in samples(populations, rule, name, audit_name(audit, year), seed, seen, covered):
            rows.append(_row(sample, rule, name, log))
            selected += _picked(sample, log)
    result = _totals(rows, bool(populations) and rule is None, log, name)
    if by_levels:
        result["levels"] = _levels(sites, rows)
    if len(rows) > 1 or unsampled:
        result["parts"] = [_written(row) for row in rows]
    if not request["seed"] and any(pick["how"] == "random" for pick in selected):
        log.finding("note", "cc11.seed_derived", topic(name, "random"), seed=seed)
    return result | {"selected": selected, "seed": seed, "populations": populations, "unsampled": unsampled}


def _unsampled(
    name: str, audit: str, year: int, sites: list[dict], count: int, audited: frozenset, seed: str, log: Log
) -> list[dict]:
    if audit == "surveillance":
        return surveillance_of_unsampled(name, sites, count, year, audited, seed, log)
    why = log.name("cc11.why.unsampled")
    return [{"id": name, "how": "all", "why": why} for name in sorted(site["id"] for site in sites)]


def _units_above(sites: list[dict], picked: set[str]) -> set[tuple]:
    return {(site["level"], site["parent"]) for site in sites if site["id"] in picked and site["parent"]}


@implements("CC11:2018/6.1.2.3")
def _seen(
    request: dict, populations: list[Population], unsampled: list[dict], sampling_of: object,
    by_levels: bool, audited: frozenset, seed: str, log: Log,
) -> set[str]:  # fmt: skip
    """The sites audited earlier in this cycle: as the request says, else by the same seed what this calculator selects before."""
    earlier = before(request["audit"], int(request["year"]))
    if request["audited"] is not None or not earlier or any(site["last_audited"] for site in request["sites"]):
        return set(audited)
    name, seen = request["rule"], set()
    silent = Silent(log.words, log.readings)
    for audit, year in earlier:
        count = unsampled_count(name, audit, len(unsampled))
        picks = _unsampled(name, audit, year, unsampled, count, audited, seed, silent)
        covered = _units_above(unsampled, {pick["id"] for pick in picks})
        rule = sampling_of("initial" if by_levels else audit)
        for sample in samples(populations, rule, name, audit_name(audit, year), seed, seen, covered):
            seen = seen | {site["id"] for site in sample.sites()}
    log.finding("note", "cc11.history_recomputed", topic(name, "chosen"), sites=len(seen), audits=len(earlier))
    return seen


def _row(sample: Sample, rule: Sampling, name: str, log: Log) -> dict[str, object]:
    """The numbers of one population, with their steps; a sample enlarged to reach every unit above says so."""
    population = sample.population
    part = part_name(population.level, population.group, log)
    minimum = sample_size(rule, len(population.sites), part, log)
    size = len(sample.sites())
    if size > minimum:
        units = len({site["parent"] for site in population.sites if site["parent"]})
        clauses = topic(name, "levels")
        log.step("cc11.coverage", clauses, size, minimum=minimum, units=units, part=part)
        log.finding("should", "cc11.enlarged", clauses, part=part, minimum=minimum, sample=size, units=units)
    share = log_random_minimum(name, size, part, log)
    row = {"sampled": True, "level": population.level, "group": population.group, "part": part}
    return row | {"sites": len(population.sites), "minimum": minimum, "sample": size, "random_minimum": share}


def part_name(level: str | None, group: str | None, log: Log) -> str:
    """What a part of the organization is called in a step."""
    return " · ".join(name for name in (level, group) if name) or log.name("cc11.part.sites")


def _picked(sample: Sample, log: Log) -> list[dict[str, object]]:
    """The sites of one sample with how they came into it; where all are audited nothing was drawn or chosen."""
    if len(sample.sites()) == len(sample.population.sites):
        why = log.name("cc11.why.all")
        return [{"id": name, "how": "all", "why": why} for name in sorted(site["id"] for site in sample.population.sites)]
    drawn = [
        {"id": site["id"], "how": "random", "why": log.words.text("cc11.why.random", {"place": place, "digest": digest[:8]})}
        for place, (site, digest) in enumerate(sample.drawn, 1)
    ]
    return drawn + [{"id": chosen.site["id"], "how": "chosen", "why": why_chosen(chosen, log)} for chosen in sample.chosen]


def _totals(rows: list[dict], undecided: bool, log: Log, name: str) -> dict[str, object]:
    """The parts added up; no number when one part has none."""
    if undecided:
        return {"sample": None, "random_minimum": None}
    if len(rows) > 1:
        total = 0
        for row in rows:
            part = row.get("part") or log.name("cc11.part.unsampled")
            clauses = topic(name, "mixed" if not row["sampled"] else "levels" if row["level"] else "alike")
            total = log.step("cc11.total", clauses, total + row["sample"], before=total, sample=row["sample"], part=part)
    return {key: write(sum(row[key] for row in rows)) for key in ("sample", "random_minimum")}


def _levels(sites: list[dict], rows: list[dict]) -> list[dict[str, object]]:
    """The numbers per level, in the order in which the request names the levels."""
    result = []
    for level in dict.fromkeys(site["level"] for site in sites):
        own = [row for row in rows if row.get("level") == level]
        result.append({"name": level, **{key: write(sum(row[key] for row in own)) for key in _NUMBERS}})
    return result


def _written(row: dict) -> dict[str, object]:
    named = {key: row[key] for key in ("level", "group") if row.get(key)}
    return {"sampled": row["sampled"], **named, **{key: write(row[key]) for key in _NUMBERS}}
