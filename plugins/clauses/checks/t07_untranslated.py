"""T07: text in a translation that is still in another language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from plugins.clauses.clause import Problem
from plugins.clauses.prose import MARKED, plain
from plugins.clauses.registry import Registry
from plugins.clauses.scope import line_where
from plugins.clauses.translations import Pair, pairs
from plugins.clauses.wording import wording

LETTERS = re.compile(r"[^\W\d_]+")
STRANGE = re.compile(r"[^\W\d_]|[×÷]")  # these two stand among the Latin letters of Unicode
# Titles and names quoted in their own language are meant so.
QUOTED = re.compile(r"《[^》]*》|«[^»]*»|„[^”]*”|“[^”]*”|[（(][^（()）]*[)）]")
OPENING = re.compile("[《«„“（(]")
LEAST_LETTERS = 24
LEAST_SHARE = 0.5
LEAST_WORDS = 3
LEAST_TITLE = 6


def untranslated(registry: Registry) -> Iterator[Problem]:
    """A stub; a clause with a title, most letters, a sentence, or the small words of another language, or all the words of the original."""
    for page in registry.pages.values():
        for first, last in page.scan.stubs:
            yield Problem(page.file, first, "T07", f"still in the original's language: translate it, then take off the mark in line {last}")
    usual: dict[str, set[str]] = {language: set() for language in registry.languages}
    for pair in pairs(registry):
        said, sentence = strange(pair) if doubtful(pair, usual[pair.language]) else ("", "")
        if not said and pair.clause.title and (other := titled(registry, pair)):
            said = f"its title is {other}"
        if said:
            line = line_where(registry, pair.clause, lambda at: bool(sentence) and sentence in plain(pair.clause.lines[at]))
            yield Problem(pair.clause.file, line, "T07", f"{pair.address} is not in {pair.language}: {said}")


def doubtful(pair: Pair, usual: set[str]) -> bool:
    """Whether anything in the clause's text could be of another language; `usual` are the words that are known to be of its own."""
    words = pair.text.split()
    if not usual.issuperset(words):
        usual.update(word for word in set(words) - usual if of_its_language(pair.language, word))
    return pair.text == pair.original_text or not usual.issuperset(words)


@lru_cache(maxsize=16384)
def of_its_language(language: str, word: str) -> bool:
    """Whether a word, as it is written, has the language's own letters only and is none of another's small words."""
    known = wording(language)
    return not (MARKED.search(word) or STRANGE.search(known.script.sub("", word)) or known.untranslated.search(word))


def strange(pair: Pair) -> tuple[str, str]:
    """What shows that the clause's text is in another language, "" when nothing does; the sentence if it is one."""
    known, text = wording(pair.language), plain(pair.text)
    if OPENING.search(text):
        text = QUOTED.sub(" ", text)
    if foreign(text, known.script):
        return "most of its letters are not of that language", ""
    if pair.text == pair.original_text and signs(LETTERS, text) >= LEAST_LETTERS:
        return f"it is the text of {pair.source}", ""
    if len(found := known.untranslated.findall(text)) >= LEAST_WORDS:
        return f"it has words of another language ({', '.join(dict.fromkeys(found))})", ""
    if met := known.foreign.search(text):
        return f"it has a sentence of another language ('{met[0][:40].strip()}')", met[0]
    return "", ""


def foreign(text: str, script: re.Pattern[str]) -> bool:
    """Whether a text has letters enough, and most of them are of another script."""
    own = signs(script, text)
    if own >= LEAST_SHARE * len(text):  # it has no more letters than signs: they need not be counted
        return False
    letters = signs(LETTERS, text)
    return letters >= LEAST_LETTERS and own < LEAST_SHARE * letters


def titled(registry: Registry, pair: Pair) -> str:
    """What a title is where it is none of its language: of other letters, or another language's own; "" where it is."""
    title = QUOTED.sub(" ", plain(pair.clause.title))
    letters = signs(LETTERS, title)

    def of_its_letters(language: str) -> bool:
        return signs(wording(language).script, title) >= LEAST_SHARE * letters

    if letters < LEAST_TITLE or not of_its_letters(pair.language):
        return "not of its letters" if letters >= LEAST_TITLE else ""
    for other in registry.languages[: registry.languages.index(pair.language)]:
        clause = registry.clause(other, pair.address)
        if clause and clause.title == pair.clause.title and wording(other) and of_its_letters(other):
            return f"that of {other}"
    return ""


def signs(runs: re.Pattern[str], text: str) -> int:
    """How many signs stand in such runs."""
    return sum(map(len, runs.findall(text)))
