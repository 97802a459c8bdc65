"""Reads `locales/terms.yml` and says everything that is wrong with it at once, by line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from typing import Any

import yaml

from plugins.clauses.nearest import nearest
from plugins.terms.concept import LANGUAGES, RANKS, Concept, Terms

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
FIELDS = ("clause", "definition", *LANGUAGES)


class TermBaseError(ValueError):
    """All that is wrong with a term base, one sentence to a line."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = list(problems)
        super().__init__("\n".join(self.problems))


def read(text: str) -> list[Concept]:
    """The concepts in the order of the file; a TermBaseError names every line that is wrong.

    >>> read("audit: {en: {preferred: audit}}")
    Traceback (most recent call last):
    plugins.terms.term_base.TermBaseError: line 1: audit: no definition
    line 1: audit: no zh, ru, hu; a concept needs its terms in zh, en, ru, hu
    """
    loader = yaml.CBaseLoader(text)  # everything is words: 'no' is no false
    try:
        root = loader.get_single_node()
        known = loader.construct_document(root) if root else None
    except yaml.YAMLError as error:
        raise TermBaseError([f"not YAML: {error}"]) from None
    if not isinstance(root, yaml.MappingNode):
        raise TermBaseError(["expected concepts by id ('audit: {…}'), found none"])
    lines = {key.value: key.start_mark.line + 1 for key, _ in root.value}
    problems = list(repeated_keys(root))
    for id_, concept in known.items():
        problems += (f"line {lines[id_]}: {id_}: {problem}" for problem in problems_of(id_, concept))
    if problems:
        raise TermBaseError(problems)
    concepts = [made(id_, concept) for id_, concept in known.items()]
    if problems := [f"line {lines[id_]}: {problem}" for id_, problem in repeated_terms(concepts)]:
        raise TermBaseError(problems)
    return concepts


def repeated_keys(node: yaml.Node) -> Iterator[str]:
    """What YAML would drop in silence: the first of two entries with one key."""
    if not isinstance(node, yaml.MappingNode):
        return
    first: dict[str, int] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        if key.value in first:
            yield f"line {line}: '{key.value}' stands already in line {first[key.value]}: join the two"
        first.setdefault(key.value, line)
        yield from repeated_keys(value)


def problems_of(id_: str, concept: Any) -> Iterator[str]:
    """What is wrong with one entry."""
    if not ID.fullmatch(id_):
        yield "an id is small ASCII letters and digits joined by '-', such as audit-time"
    if not isinstance(concept, dict):
        yield f"expected {', '.join(FIELDS)}, found {concept!r}"
        return
    yield from unknown(concept, FIELDS)
    if "clause" in concept and not (isinstance(concept["clause"], str) and "/" in concept["clause"]):
        yield f"'clause' is {concept['clause']!r}, expected an address such as CC105:2020/3.9"
    definition = concept.get("definition")
    if not isinstance(definition, dict):
        yield "no definition" if definition is None else f"'definition' is {definition!r}, expected one for each language"
    else:
        yield from unknown(definition, LANGUAGES, "definition.")
        for language in LANGUAGES:
            yield from problems_of_text(definition.get(language), f"definition.{language}")
    if lacking := [language for language in LANGUAGES if language not in concept]:
        yield f"no {', '.join(lacking)}; a concept needs its terms in {', '.join(LANGUAGES)}"
    for language in LANGUAGES:
        if language in concept:
            yield from problems_of_terms(concept[language], language)


def problems_of_terms(terms: Any, language: str) -> Iterator[str]:
    """What is wrong with the terms in one language."""
    if not isinstance(terms, dict):
        yield f"'{language}' is {terms!r}, expected {{preferred: …, admitted: […], forbidden: […]}}"
        return
    yield from unknown(terms, RANKS, f"{language}.")
    yield from problems_of_text(terms.get("preferred"), f"{language}.preferred")
    for rank in RANKS[1:]:
        if not isinstance(terms.get(rank, []), list):
            yield f"'{language}.{rank}' is {terms[rank]!r}, expected a list"
            continue
        for term in terms.get(rank, []):
            yield from problems_of_text(term, f"{language}.{rank}")


def problems_of_text(text: Any, name: str) -> Iterator[str]:
    """Whether words are missing, are none, or carry blanks at their ends."""
    if text is None:
        yield f"no {name}"
    elif not isinstance(text, str) or text.strip() != text or not text:
        yield f"'{name}' is {text!r}, expected words without blanks around them"


def unknown(entry: dict, fields: Collection[str], within: str = "") -> Iterator[str]:
    """Fields that nobody reads, each with the one that was probably meant."""
    for field in map(str, entry):
        if field not in fields:
            near = get_close_matches(field, fields, 1)
            meant = f"did you mean '{near[0]}'?" if near else f"known are {', '.join(fields)}"
            yield f"unknown '{within}{field}': {meant}"


def made(id_: str, concept: dict) -> Concept:
    """The concept of an entry that has no problems."""
    terms = {
        language: Terms(own["preferred"], tuple(own.get("admitted", ())), tuple(own.get("forbidden", ())))
        for language in LANGUAGES
        for own in [concept[language]]
    }
    return Concept(id_, concept.get("clause", ""), concept["definition"], terms)


def repeated_terms(concepts: Iterable[Concept]) -> Iterator[tuple[str, str]]:
    """Terms that stand twice in one language: one word is for one thing."""
    owner: dict[tuple[str, str], str] = {}
    for concept in concepts:
        for language in LANGUAGES:
            for term in concept.terms[language].all:
                key = (language, term.casefold())
                if key in owner:
                    yield concept.id, f"{concept.id}: the {language} term '{term}' stands already under {owner[key]}"
                owner[key] = concept.id


def clauses_missing(concepts: Iterable[Concept], known: Collection[tuple[str, str]]) -> list[str]:
    """A sentence for each concept whose clause does not exist in some language; `known` are language and address."""
    problems = []
    for concept in concepts:
        if lacking := [one for one in LANGUAGES if concept.clause and (one, concept.clause) not in known]:
            document = concept.clause.partition("/")[0]
            near = nearest(concept.clause, sorted({address for _, address in known if address.startswith(f"{document}/")}))
            hint = f"; the nearest is {near}" if near and near != concept.clause else ""
            problems.append(f"{concept.id}: no clause {concept.clause} in {', '.join(lacking)}{hint}")
    return problems
