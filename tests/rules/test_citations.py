"""No number without a clause: what the rules cite exists in every language, and says the number."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from calculators.citations import constants, index
from calculators.messages import LANGUAGES
from plugins.clauses.folder import sources
from plugins.clauses.clause import Address
from plugins.clauses.reading import read
from plugins.clauses.registry import Registry

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def registry() -> Registry:
    return read(sources(DOCS, []), LANGUAGES, date(2026, 11, 21))


def address(cited: str) -> Address:
    document, _, clause = cited.partition("/")
    return Address(*document.split(":"), clause)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cited_clause_exists(registry: Registry, language: str) -> None:
    assert [cited for cited in index() if registry.clause(language, address(cited)) is None] == []
