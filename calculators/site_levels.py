"""Levels of branches, given as numbers of sites: the initial pattern applies to each level (CC11 6.1.3.6, GBCX20 8.2.4)."""

from __future__ import annotations

from .fields import List, Name, Number, Record
from .figures import implements
from .log import Log
from .numbers import write
from .sample_size import Sampling, log_random_minimum, sample_size, topic
from .sites import MOST_SITES

MOST_LEVELS = 30

LEVELS = List(Record({"name": Name(), "sites": Number(1, MOST_SITES, whole=True, required=True)}), minimum=1, maximum=MOST_LEVELS)


@implements("CC11:2018/6.1.3.6", "GBCX20:B0/8.2.4-3")
def sample_levels(levels: list[dict], name: str, rule: Sampling, log: Log) -> dict[str, object]:
    """The sample of each level and of all together. Which unit controls which site is not known here: only a finding says
    where the sample cannot reach every unit of the level above.
    """
    result, total, random, above = [], 0, 0, 0
    for number, level in enumerate(levels, 1):
        part = level["name"] or log.words.text("cc11.part.level", {"number": number})
        sites = int(level["sites"])
        sample = sample_size(rule, sites, part, log)
        share = log_random_minimum(name, sample, part, log)
        if sample < min(above, sites):
            log.finding("should", "cc11.coverage_counts", topic(name, "levels"), part=part, units=above, sample=sample)
        total = log.step("cc11.total", topic(name, "levels"), total + sample, before=total, sample=sample, part=part)
        random, above = random + share, sites
        numbers = {"sites": sites, "minimum": sample, "sample": sample, "random_minimum": share}
        result.append({"name": level["name"] or str(number), **{key: write(value) for key, value in numbers.items()}})
    return {"sample": write(total), "random_minimum": write(random), "levels": result}


@implements("CC11:2018/6.1.3.6", "GBCX20:B0/8.2.4-3")
def level_findings(name: str, audit: str, sizes: list[int], initial: Sampling, own: Sampling, log: Log) -> None:
    """The clause names the initial pattern; a reader may also take each audit's own pattern for each level."""
    if 1 in sizes:
        log.finding("note", "cc11.single_site_level", topic(name, "levels"))
    if audit != "initial":
        used, other = (sum(rule.of(sites) for sites in sizes) for rule in (initial, own))
        if used != other:
            log.finding("note", "cc11.levels_initial_pattern", topic(name, "levels", audit), used=used, other=other)
