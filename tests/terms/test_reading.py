"""A term base that is wrong says where, what was met and what was expected: everything at once."""

from __future__ import annotations

import pytest

from plugins.terms.term_base import TermBaseError, clauses_missing, read
from tests.terms.concepts import TEXT, concepts


def test_a_good_term_base_is_read_as_it_stands() -> None:
    audit, time, site = concepts()
    assert (audit.id, time.id, site.id) == ("audit", "audit-time", "site")
    assert (audit.clause, time.clause) == ("", "X1:1/1.2")
    assert time.terms["en"].all == ("audit time", "AT", "audit hours", "man-days")
    assert time.terms["zh"].allowed == ("审核时间", "审核用时")
    assert time.anchor == "t-audit-time"


@pytest.mark.parametrize(
    ("right", "wrong", "problem"),
    [
        ("audit-time:", "Audit_Time:", "line 7: Audit_Time: an id is small ASCII letters and digits joined by '-', such as audit-time"),
        ("clause: X1:1/1.2", "clause: '1.2'", "line 7: audit-time: 'clause' is '1.2', expected an address such as CC105:2020/3.9"),
        ("  clause:", "  clauses:", "line 7: audit-time: unknown 'clauses': did you mean 'clause'?"),
        ("ru: {preferred: время аудита}", "ru: {}", "line 7: audit-time: no ru.preferred"),
        ("admitted: [AT]", "admitted: AT", "line 7: audit-time: 'en.admitted' is 'AT', expected a list"),
        ("admitted: [AT]", "admited: [AT]", "line 7: audit-time: unknown 'en.admited': did you mean 'admitted'?"),
        ("preferred: audit time,", "preferred: ' audit time',", "line 7: audit-time: 'en.preferred' is ' audit time', expected words without blanks around them"),
        ("ru: нужное время, ", "", "line 7: audit-time: no definition.ru"),
        ("  hu: {preferred: telephely}", "", "line 14: site: no hu; a concept needs its terms in zh, en, ru, hu"),
        ("preferred: site", "preferred: Audit", "line 14: site: the en term 'Audit' stands already under audit"),
        ("man-days", "AT", "line 7: audit-time: the en term 'AT' stands already under audit-time"),
        ("site:\n", "audit:\n", "line 14: 'audit' stands already in line 1: join the two"),
    ],
)
def test_what_is_wrong_is_told_by_line(right: str, wrong: str, problem: str) -> None:
    assert TEXT.count(right) == 1
    with pytest.raises(TermBaseError) as told:
        read(TEXT.replace(right, wrong))
    assert problem in told.value.problems


def test_everything_wrong_is_told_at_once() -> None:
    with pytest.raises(TermBaseError) as told:
        read(TEXT.replace("ru: {preferred: аудит}", "ru: аудит").replace("en: a place, ", ""))
    assert [one.partition(":")[0] for one in told.value.problems] == ["line 1", "line 14"]


@pytest.mark.parametrize("text", ["", "- audit", "audit: [", "[audit]: 1"])
def test_what_is_no_term_base_is_told_so(text: str) -> None:
    with pytest.raises(TermBaseError, match="not YAML|expected concepts by id"):
        read(text)


def test_a_word_that_yaml_takes_for_something_else_stays_a_word() -> None:
    assert read(TEXT.replace("preferred: site", "preferred: no"))[2].terms["en"].preferred == "no"


def test_a_clause_that_is_missing_is_named_with_the_nearest() -> None:
    known = {(language, "X1:1/1.2") for language in ("zh", "en")} | {(language, "X1:1/1.3") for language in ("ru", "hu")}
    assert clauses_missing(concepts(), known) == ["audit-time: no clause X1:1/1.2 in ru, hu"]
    elsewhere = {(language, "X1:1/1.3") for language in ("zh", "en", "ru", "hu")}
    assert clauses_missing(concepts(), elsewhere) == [
        "audit-time: no clause X1:1/1.2 in zh, en, ru, hu; the nearest is X1:1/1.3"
    ]
