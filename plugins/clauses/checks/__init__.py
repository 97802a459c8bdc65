"""The checks of clauses and of translations: one file each, named by its number.

A check is a function from the registry to problems. Structure (S…) is found while reading: S01 front matter (and covers that differ),
S02 numbers and lists, S03 pages out of the registry, S04 `[[` or `]]` without its partner, S05 files that are not UTF-8;
S06 is of waivers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

from plugins.clauses.checks.c01_cited_but_absent import cited_but_absent
from plugins.clauses.checks.c03_in_one_language_only import in_one_language_only
from plugins.clauses.checks.c04_force_in_code import force_in_code_differs
from plugins.clauses.checks.c05_constant_not_in_clause import constant_not_in_clause
from plugins.clauses.checks.c06_editions_overlap import editions_overlap
from plugins.clauses.checks.c07_changed_since_review import changed_since_review
from plugins.clauses.checks.c08_neither_computed_nor_listed import neither_computed_nor_listed
from plugins.clauses.checks.c09_term_unused import term_unused
from plugins.clauses.checks.c10_renumbered_without_trace import moved_nowhere, renumbered_without_trace
from plugins.clauses.checks.c11_link_to_superseded import link_to_superseded
from plugins.clauses.checks.c12_numbering import numbering
from plugins.clauses.checks.s01_covers_differ import covers_differ
from plugins.clauses.checks.t01_order import order_differs
from plugins.clauses.checks.t02_figures import figures_differ
from plugins.clauses.checks.t03_references import references_differ
from plugins.clauses.checks.t04_shape import shape_differs
from plugins.clauses.checks.t05_force import force_differs
from plugins.clauses.checks.t06_terms import terms_differ
from plugins.clauses.checks.t07_untranslated import untranslated
from plugins.clauses.checks.t08_length import length_out_of_line
from plugins.clauses.checks.t09_stale import stale
from plugins.clauses.checks.t10_typography import typography
from plugins.clauses.checks.t11_placeholders import catalogues_differ, placeholders
from plugins.clauses.checks.t12_durations import durations_differ
from plugins.clauses.clause import Problem
from plugins.clauses.registry import Page, Registry
from plugins.clauses.waivers import remaining

Check = Callable[[Registry], Iterable[Problem]]

# What the text alone tells.
CHECKS: tuple[Check, ...] = (
    cited_but_absent,
    in_one_language_only,
    editions_overlap,
    moved_nowhere,
    link_to_superseded,
    numbering,
    covers_differ,
    order_differs,
    figures_differ,
    references_differ,
    shape_differs,
    force_differs,
    terms_differ,
    untranslated,
    length_out_of_line,
    typography,
    placeholders,
    durations_differ,
)

OF_ONE_WORK = frozenset(check for check in CHECKS if check.__module__.rpartition(".")[2].startswith("t"))

# What is told by the calculators, the term base, the record of reviews and the catalogues: of this project's own documents only.
OWN_CHECKS: tuple[Check, ...] = (
    force_in_code_differs,
    constant_not_in_clause,
    changed_since_review,
    neither_computed_nor_listed,
    term_unused,
    renumbered_without_trace,
    stale,
    catalogues_differ,
)
OWN_DOCS = Path(__file__).parents[3] / "docs"

# What each number stands for and how much it weighs unless the configuration says otherwise.
SEVERITY = {
    "C01": "error",  # [[…]] leads nowhere
    "C01-prose": "warning",  # words that look like a reference lead nowhere
    "C02": "error",  # an address twice
    "C03": "error",  # a clause or a document in some languages only
    "C04": "warning",  # the calculators bind more than the text
    "C05": "error",  # a constant of the calculators that its clause does not say
    "C06": "error",  # two editions in force on one day
    "C07": "info",  # text changed since it was reviewed
    "C08": "warning",  # a number that obliges, neither computed nor listed
    "C09": "warning",  # a term unused or without its clause
    "C10": "error",  # a published address that leads nowhere
    "C11": "warning",  # a reference to a superseded edition
    "C12": "warning",  # a number out of order or missing
    "S01": "error",  # malformed front matter
    "S02": "warning",  # numbers and lists that do not read as written
    "S03": "error",  # a page or a language out of the registry
    "S04": "error",  # [[ or ]] without its partner
    "S05": "error",  # a file that is not UTF-8
    "S06": "warning",  # a waiver without a reason or without effect
    "T01": "warning",  # order of clauses
    "T02": "warning",  # figures
    "T03": "warning",  # references of a clause
    "T04": "warning",  # shape of lists and tables
    "T05": "warning",  # force
    "T06": "warning",  # forbidden terms
    "T06-terms": "info",  # a term of the original that a page never names
    "T07": "warning",  # untranslated text
    "T08": "warning",  # length
    "T09": "info",  # a translation older than the original
    "T10": "warning",  # typography
    "T11": "warning",  # placeholders and markup
    "T12": "warning",  # durations and dates
}


def checks_of(docs: Path) -> tuple[Check, ...]:
    """The checks for a folder of documents."""
    return (*CHECKS, *OWN_CHECKS) if docs.resolve() == OWN_DOCS else CHECKS


def run(registry: Registry, checks: Iterable[Check] = CHECKS) -> list[Problem]:
    """All problems of all languages, by file and line; not those that the text waives with a reason."""
    return unwaived(registry, chain.from_iterable(found(registry, checks)))


def found(registry: Registry, checks: Iterable[Check]) -> Iterator[list[Problem]]:
    """What is found in all works together, then in each."""
    checks = list(checks)
    yield in_all(registry, checks)
    for work, pages in registry.works().items():
        yield in_work(registry, checks, work, pages)


def in_all(registry: Registry, checks: Iterable[Check]) -> list[Problem]:
    """What those checks find that look at all works together."""
    return [one for check in checks if check not in OF_ONE_WORK for one in check(registry)]


def in_work(registry: Registry, checks: Iterable[Check], work: str, pages: Iterable[Page]) -> list[Problem]:
    """What those checks find in one work, with its pages, that hold one language against another."""
    part = registry.part(work, pages)
    return [one for check in checks if check in OF_ONE_WORK for one in check(part)]


def unwaived(registry: Registry, problems: Iterable[Problem]) -> list[Problem]:
    """What was found, and what reading has told, by file and line, without what the text waives with a reason."""
    return sorted(set(remaining(registry, [*registry.problems, *problems])))


def stopped(registry: Registry, checks: Iterable[Check], severity: Mapping[str, str]) -> bool:
    """Whether something is found that stops a build; only the checks are asked that can find such a thing."""
    stopping = {name.partition("-")[0] for name, weight in severity.items() if weight == "error"}
    # What a waiver is for is known only when all have been asked.
    asked = [check for check in checks if number(check) in stopping or "S06" in stopping]
    return any(severity[one.check] == "error" for one in run(registry, asked))


def number(check: Check) -> str:
    """The number that the file of a check is named by.

    >>> number(figures_differ)
    'T02'
    """
    return check.__module__.rpartition(".")[2][:3].upper()
