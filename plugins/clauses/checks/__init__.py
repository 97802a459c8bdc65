"""The checks of clauses and of translations: one file each, named by its number.

A check is a function from the registry to problems. Structure (S…) is found while reading: S01 front matter,
S02 numbers and lists, S03 pages out of the registry, S04 unclosed `[[`, S05 files that are not UTF-8.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from plugins.clauses.checks.c01_cited_but_absent import cited_but_absent
from plugins.clauses.checks.c03_in_one_language_only import in_one_language_only
from plugins.clauses.checks.t01_order import order_differs
from plugins.clauses.checks.t03_references import references_differ
from plugins.clauses.clause import Problem
from plugins.clauses.registry import Registry

CHECKS: tuple[Callable[[Registry], Iterable[Problem]], ...] = (
    cited_but_absent,
    in_one_language_only,
    order_differs,
    references_differ,
)

# What each number stands for and how much it weighs unless the configuration says otherwise.
SEVERITY = {
    "C01": "error",  # [[…]] leads nowhere
    "C01-prose": "warning",  # words that look like a reference lead nowhere
    "C02": "error",  # an address twice
    "C03": "error",  # a clause or a document in some languages only
    "S01": "error",  # malformed front matter
    "S02": "warning",  # numbers and lists that do not read as written
    "S03": "error",  # a page or a language out of the registry
    "S04": "error",  # [[ without ]]
    "S05": "error",  # a file that is not UTF-8
    "T01": "warning",  # order of clauses
    "T03": "warning",  # references of a clause
}


def run(registry: Registry) -> list[Problem]:
    """All problems of all languages, by file and line."""
    found = list(registry.problems)
    for check in CHECKS:
        found.extend(check(registry))
    return sorted(set(found))
