"""Two editions or two related documents, clause by clause: the same, in other words, with other figures, only in one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from fractions import Fraction
from typing import NamedTuple

from plugins.clauses.clause import Address, Clause, Document, bare_number
from plugins.clauses.places import PANELLED
from plugins.clauses.prose import BLANK, WIKI, plain
from plugins.clauses.quantities import read
from plugins.clauses.registry import Page, Registry
from plugins.clauses.scope import whole
from plugins.clauses.translations import bare

# A Chinese sign, a word or number with what stands within it, another sign; each with the space after it.
WORD = r"(?:[\u3400-\u9fff]|[^\W\u3400-\u9fff]+(?:[.,'’-][^\W\u3400-\u9fff]+)*%?|\S)\s*"  # compiled where something is compared: it takes a while
ALIKE = Fraction(1, 2)  # of two texts that share less no words are marked
RULE = re.compile(r"\|[\s:|-]+\|$")  # below the head of a table


class Pair(NamedTuple):
    """Clauses of the left that answer to clauses of the right; one side may be empty."""

    left: tuple[Address, ...]
    right: tuple[Address, ...]
    subject: str = ""


class Compared(NamedTuple):
    """A pair with what was found: its texts in stretches, each with whether it stands on that side only."""

    pair: Pair
    status: str  # same, words, figures, left, right
    left: tuple[tuple[bool, str], ...]
    right: tuple[tuple[bool, str], ...]
    figures: tuple[tuple[Fraction, ...], tuple[Fraction, ...]]  # that stand on that side only
    marked: bool


def by_number(registry: Registry, left: Document, right: Document) -> Iterator[Pair]:
    """Each clause beside the one of the same number, or of the number that `was:` of either cover tells."""
    there = {clause.id for clause in own(registry, right)}
    moved = {**{new: old for old, new in left.was}, **dict(right.was)}
    free = there - set(moved.values())  # what was renumbered answers to its own old number only
    taken: set[str] = set()
    for clause in own(registry, left):
        partner = moved.get(clause.id) or (clause.id if clause.id in free else "")
        found = partner if partner in there else ""
        taken.add(found)
        yield Pair((at(left, clause.id),), (at(right, found),) if found else ())
    yield from (Pair((), (at(right, clause.id),)) for clause in own(registry, right) if clause.id not in taken)


def by_table(registry: Registry, page: Page, left: Document, right: Document) -> Iterator[Pair]:
    """What the rows of the page's tables put side by side, in those parts of it that name clauses of both."""
    part: list[Pair] = []
    for block in page.scan.blocks:
        if not block.linked:
            yield from part if all(any(pair[side] for pair in part) for side in (0, 1)) else ()
            part = []
        elif block.lines[0].startswith("|") and "[[" in block.lines[0]:
            named = cited(registry, page, block.lines[0])
            sides = [tuple(one for one in named if one[:2] == (document.work, document.edition)) for document in (left, right)]
            if any(sides):
                cells = re.split(r"(?<!\\)\|", block.lines[0])
                part.append(Pair(*sides, cells[1].strip()))
    yield from part if all(any(pair[side] for pair in part) for side in (0, 1)) else ()


def cited(registry: Registry, page: Page, row: str) -> list[Address]:
    """The clauses that a row names, those within a range (8.1–8.6) too."""
    found: list[Address] = []
    last = None
    for match in WIKI.finditer(row):
        address = registry.written(page, match[1])
        if address is None or not address.clause:
            continue
        if last and found and row[last : match.start()].strip() in "–—-" and row[last : match.start()].strip():
            found += between(registry, page.language, found[-1], address)
        found.append(address)
        last = match.end()
    return list(dict.fromkeys(found))


def between(registry: Registry, language: str, first: Address, last: Address) -> list[Address]:
    """The clauses of the same parent that stand between two."""
    clauses = list(registry.clauses.get((language, first.work, first.edition), {}).values())
    places = {clause.id: number for number, clause in enumerate(clauses)}
    if first[:2] != last[:2] or clauses[places[first.clause]].parent != clauses[places[last.clause]].parent:
        return []
    parent = clauses[places[first.clause]].parent
    inside = clauses[places[first.clause] + 1 : places[last.clause]]
    return [first._replace(clause=clause.id) for clause in inside if clause.parent == parent and clause.kind != "note"]


def compare(registry: Registry, language: str, pairs: Iterable[Pair]) -> Iterator[Compared]:
    """What is the same in each pair and what is not."""
    for pair in pairs:
        sides = [said(registry, language, addresses) for addresses in (pair.left, pair.right)]
        texts = [re.findall(WORD, text(one)) for one in sides]
        if not (pair.left and pair.right):
            whole_text = tuple(((False, "".join(words)),) if words else () for words in texts)
            yield Compared(pair, "left" if pair.left else "right", *whole_text, ((), ()), False)
            continue
        figures = [numbers(registry, language, one) for one in sides]
        only = (tuple(sorted(figures[0] - figures[1])), tuple(sorted(figures[1] - figures[0])))
        left, right, marked = marks(*texts)
        same = [word.strip() for word in texts[0]] == [word.strip() for word in texts[1]]
        yield Compared(pair, "same" if same else "figures" if any(only) else "words", left, right, only, marked)


def said(registry: Registry, language: str, addresses: Iterable[Address]) -> list[Clause]:
    """The clauses with their items and notes, each once."""
    return list({id(one): one for address in addresses for one in whole(registry, language, address)}.values())


def text(clauses: Iterable[Clause]) -> str:
    """What the clauses say, without Markdown."""
    lines = (line for clause in clauses for line in (clause.title, *clause.lines) if line and not RULE.match(line))
    return "\n".join(filter(None, map(plain, lines)))


def numbers(registry: Registry, language: str, clauses: Iterable[Clause]) -> frozenset[Fraction]:
    """The figures in the clauses; the numbers of stages and parts, of other clauses and documents are none."""
    texts = (re.sub(registry.grammar(language).shapes["skip"], BLANK, bare(registry, language, one)) for one in clauses)
    return frozenset().union(*(read(language, one).digits for one in texts), ())


def marks(left: list[str], right: list[str]) -> tuple[tuple, tuple, bool]:
    """Both texts in stretches that stand on both sides or on one; in one piece where they have little in common."""
    plain_left, plain_right = ([word.strip() for word in words] for words in (left, right))
    matcher = SequenceMatcher(None, plain_left, plain_right, autojunk=False)
    if matcher.quick_ratio() < ALIKE or matcher.ratio() < ALIKE:
        return ((False, "".join(left)),), ((False, "".join(right)),), False
    stretches: tuple[list, list] = ([], [])
    for kind, a, b, c, d in matcher.get_opcodes():
        for side, words in ((0, left[a:b]), (1, right[c:d])):
            if words:
                stretches[side].append((kind != "equal", "".join(words)))
    return tuple(stretches[0]), tuple(stretches[1]), True


def unpaired(registry: Registry, document: Document, pairs: Iterable[Pair]) -> list[Address]:
    """The clauses of a document that have a text of their own and that no pair names, nor an item of theirs."""
    named = {bare_number(address.clause) for pair in pairs for address in (*pair.left, *pair.right) if address[:2] == (document.work, document.edition)}
    return [at(document, clause.id) for clause in own(registry, document) if clause.lines and bare_number(clause.id) not in named]


def own(registry: Registry, document: Document) -> list[Clause]:
    """The document's clauses, tables, figures and annexes in order."""
    return [one for one in registry.clauses.get(document.key, {}).values() if one.kind in PANELLED]


def at(document: Document, clause: str) -> Address:
    """The address of a clause of a document."""
    return Address(document.work, document.edition, clause)
