"""What is a reference in each language, and what is not."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from plugins.clauses.clause import Address, Document, Mention
from plugins.clauses.grammar import grammar
from plugins.clauses.prose import sentence_around
from plugins.clauses.recogniser import Recogniser
from tests.counted import calls

CODES = {
    ("CC105", "2020"): ("CNAS-CC105:2020", "确定管理体系审核时间"),
    ("CC106", "2023"): ("CNAS-CC106:2023", "CNAS-CC01 在一体化管理体系审核中的应用"),
    ("CC11", "2018"): ("CNAS-CC11:2018", "多场所组织的管理体系审核与认证"),
    ("GZ021", "A1"): ("BYICC-GZ-021 A/1", "职业健康安全管理体系认证规则"),
    ("GBCX20", "B0"): ("GB-CX-20", "Правила для организаций с площадками"),
    ("NARMD5", "2009"): ("NAR-IAF MD5", "MIR és KIR auditok időtartama"),
    ("PD27", "1"): ("CNAS-PD27", "Procedure for International Cooperation"),
}


def documents(language: str) -> list[Document]:
    """One document for each work, in `language`."""
    return [
        Document(language, work, edition, code, title, f"{language}/{work.lower()}", f"{language}/{work.lower()}/index.md")
        for (work, edition), (code, title) in CODES.items()
    ]


CASES = Path(__file__).with_name("references")
LANGUAGES = ("zh", "en", "ru", "hu")
RECOGNISERS = {language: Recogniser(grammar(language), documents(language)) for language in LANGUAGES}
ALL = [
    pytest.param(language, case, id=f"{language}: {case['text']}")
    for language in LANGUAGES
    for case in yaml.safe_load((CASES / f"{language}.yml").read_text("utf-8"))
]


def shown(text: str, mention: Mention) -> str:
    """A reference as the cases write it."""
    address = mention.clause
    if mention.work:
        address = f"{mention.work}:{mention.edition}/{address}" if mention.edition else f"{mention.work}:{address}"
    marks = " ?" * (not mention.certain) + " …" * mention.through
    return f"{text[mention.start : mention.end]} → {address}{marks}"


@pytest.mark.parametrize(("language", "case"), ALL)
def test_references_are_recognised_as_people_write_them(language: str, case: dict) -> None:
    found = RECOGNISERS[language].mentions(case["text"])
    assert [shown(case["text"], mention) for mention in found] == case["links"]


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.text(alphabet="见第条附录表clausepsnпунтok. ,()[]–/A1592%\n：", max_size=60))
def test_any_text_gives_references_in_order_that_do_not_overlap(language: str, text: str) -> None:
    last = 0
    for mention in RECOGNISERS[language].mentions(text):
        assert last <= mention.start < mention.end <= len(text)
        last = mention.end


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("unit", ["5.4.2、", "1.", "第", "clause 5, ", "пп. 5 и ", "6.1. és a ", "[[", "（(", "QMS 1, ", "1., ", "5. pont 1. és ", "5. pont ba) és "])
def test_work_grows_no_faster_than_the_text(language: str, unit: str) -> None:
    def cost(times: int) -> int:
        recogniser = Recogniser(grammar(language), documents(language))  # that remembers nothing
        return calls(lambda: recogniser.mentions(unit * times + "5"))

    cost(1)  # what is compiled on the way is compiled once
    assert cost(1600) <= 8.5 * cost(200)


def test_an_address_is_text() -> None:
    assert Address("CC105", "2020", "7.10") != Address("CC105", "2020", "7.1")
    assert str(Address("CC105", "2020", "")) == "CC105:2020"


@pytest.mark.parametrize(
    ("language", "before", "after", "said"),
    [
        ("en", "Else. The body shall see ", " here. More.", "The body shall see 5.1 here."),
        ("en", "considered by " * 30, " " + "considered " * 30, r"…(considered by )+5\.1( considered)+…"),
        ("hu", "a megállapítások " * 30, " és" + " megállapítások" * 30, r"…(megállapítások )?(a megállapítások )+5\.1 és( megállapítások)+…"),
        ("en", "- The days follow. Of 4.\n- A list has one: see ", "\n- Another item.", "A list has one: see 5.1"),
        ("zh", "应当考虑，" * 60, "的规定，" * 60, r"….{150,200}5\.1(的规定，)+.{0,3}…"),
        ("en", "See ", " " + "a " * 60 + "[[CC105:2020/5.1|" + "what it says " * 10 + "]] and others", r"See 5\.1( a)+…"),
    ],
)
def test_a_citing_sentence_is_cut_between_words_and_says_so(language: str, before: str, after: str, said: str) -> None:
    end = RECOGNISERS[language].grammar.sentence_end
    assert re.fullmatch(said, sentence_around(f"{before}5.1{after}", len(before), len(before) + 3, end))
