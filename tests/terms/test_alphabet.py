"""Each language's own order of letters."""

from __future__ import annotations

from random import Random

import pytest

from plugins.terms.alphabet import key, letter

ORDERED = {
    "zh": ["保密", "不符合", "场所", "等级", "第二阶段", "第一阶段", "OHS 风险", "认可", "认证", "审核", "审核时间", "最高管理者"],
    "en": ["audit", "audit day", "audit time", "auditee", "certificate", "Chief Executive", "client", "OHS risk", "on-site audit"],
    "ru": ["ежегодный", "ёлка", "жалоба", "отзыв", "отчёт", "отчётность", "ярмарка"],
    "hu": ["1. szakasz", "cukor", "csomag", "gáz", "gyár", "kor", "kör", "köz", "nyár", "súlyos", "székhely", "tanú", "tyúk", "uzsonna", "ügyfél", "zárt", "zseb"],
}


@pytest.mark.parametrize("language", ORDERED)
def test_words_stand_as_in_the_dictionaries_of_the_language(language: str) -> None:
    mixed = ORDERED[language][:]
    Random(1).shuffle(mixed)
    assert sorted(mixed, key=lambda term: key(term, language)) == ORDERED[language]


@pytest.mark.parametrize("language", ORDERED)
def test_words_of_one_letter_stand_together(language: str) -> None:
    letters = [letter(term, language) for term in ORDERED[language]]
    assert letters == sorted(letters, key=letters.index)


@pytest.mark.parametrize(
    ("term", "language", "head"),
    [("审核", "zh", "S"), ("OHS 风险", "zh", "O"), ("撤销", "zh", "C"), ("ёлка", "ru", "Е"), ("cső", "hu", "Cs"), ("érték", "hu", "E"), ("össze", "hu", "Ö"), ("2. szakasz", "hu", "0–9"), ("on-site audit", "en", "O")],
)
def test_a_word_stands_under_its_letter(term: str, language: str, head: str) -> None:
    assert letter(term, language) == head
