"""Whose the places are that a text names: this document's, of the document beside them, of an annex or a section of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plugins.clauses.clause import Mention
from plugins.clauses.grammar import Grammar

FOREIGN = "?"  # the work of a document that is not published here
DOCUMENTS = ("document", "foreign", "same", "this")
OWN = ("", "")  # of the document in which the text stands, unless something says otherwise


class Token(NamedTuple):
    """A stretch of text with a meaning: a document (`work`), or a list of places in one."""

    start: int
    end: int
    kind: str
    work: str = ""
    edition: str = ""
    mentions: tuple[Mention, ...] = ()


def joined(grammar: Grammar, text: str, tokens: Sequence[Token]) -> Iterable[Mention]:
    """The references, each with its document."""
    return Joining(grammar, text, tokens).mentions() if tokens else ()


class Joining:
    """One text's tokens, and what is found out about them from left to right."""

    def __init__(self, grammar: Grammar, text: str, tokens: Sequence[Token]) -> None:
        self._grammar = grammar
        self._text = text
        self._tokens = tokens
        self._works = [OWN] * len(tokens)
        self._outer: dict[int, list[tuple[Mention, int]]] = {}  # the annex or section that clauses are of, and its token
        self._taken: set[int] = set()  # documents that are part of another reference
        self._beside: set[int] = set()  # places with a document beside them, named or 'this' one
        spoken = OWN  # the document named last
        for at, token in enumerate(tokens):
            if token.kind == "document":
                spoken = (token.work, token.edition)
            if token.kind == "here":
                self._works[at] = (FOREIGN, "") if self._of_another(token) else OWN
            elif token.mentions and not (at and self._before(at, spoken)):
                self._after(at, spoken)

    def _before(self, at: int, spoken: tuple[str, str]) -> bool:
        """Looks at what stands before a token; whether that says whose it is."""
        token, before = self._tokens[at], self._tokens[at - 1]
        if self._grammar.verb.match(self._text, token.start):
            return False
        gap = self._grammar.glue_before.fullmatch(self._text, before.end, token.start)
        if gap and at - 1 not in self._outer and (of := self._of(token, before, -1, gap[0])):
            self._outer[at] = [(of, at - 1)]
        elif gap and before.kind == "skip" and not gap[0].strip() and self._grammar.inside.match(self._text, token.start):
            self._works[at] = (FOREIGN, "")  # 2. szakasz 5. pontja
        if gap and before.kind in DOCUMENTS:
            self._belongs(at, at - 1, spoken)
            return True
        if before.mentions and self._works[at - 1] != OWN and (gap or at - 1 in self._beside and self._listed(at)):
            self._works[at] = self._works[at - 1]  # 附录 A 的表 QMS 2; CNAS-CC105, clause 3.9 and Table QMS 1
            if at - 1 in self._beside:
                self._beside.add(at)
            return True
        return False

    def _after(self, at: int, spoken: tuple[str, str]) -> None:
        """Looks at what stands after a token, then for a document without a name."""
        token, after = self._tokens[at], self._tokens[at + 1] if at + 1 < len(self._tokens) else None
        if after and (after.mentions or after.kind in DOCUMENTS) and (gap := self._grammar.glue_after.fullmatch(self._text, token.end, after.start)):
            if not after.mentions:
                self._belongs(at, at + 1, spoken)
            elif of := self._of(token, after, 0, gap[0]):
                self._outer.setdefault(at, []).append((of, at + 1))
        if at not in self._beside and self._of_another(token):
            self._works[at] = (FOREIGN, "")
        while at and self._works[at] != OWN == self._works[at - 1] and self._tokens[at - 1].kind == self._tokens[at].kind == "bare" and self._listed(at):
            at -= 1
            self._works[at] = self._works[at + 1]  # 5.4.2 and 5.4.3 of ISO 9001

    def _belongs(self, at: int, document: int, spoken: tuple[str, str]) -> None:
        token = self._tokens[document]
        self._works[at] = spoken if token.kind == "same" else (token.work, token.edition)
        self._taken.add(document)
        self._beside.add(at)

    def _listed(self, at: int) -> bool:
        """Whether a token goes on with what the one before it lists."""
        gap = self._text[self._tokens[at - 1].end : self._tokens[at].start]
        return ";" not in gap and self._grammar.separator.fullmatch(gap) is not None

    def _of(self, token: Token, other: Token, nearest: int, gap: str) -> Mention | None:
        """The annex beside a clause that the clause is of, or the section in which it counts anew: 'annex A, clause 5' are two places."""
        found = other.mentions[nearest] if other.mentions else None
        if found is None or "." in found.clause and other.kind == "annex" or token.kind not in ("clause", "bare", "beside") or "(" in gap or "（" in gap:
            return None
        if other.kind == "annex":
            return found if found.clause.startswith("annex-") or not gap.strip(" \u00a0").startswith((",", "，")) else None
        if other.kind not in ("clause", "bare") or (gap.strip(" \u00a0的") if nearest else "," in gap):
            return None
        inner = self._announced(token.mentions, -nearest or -1)
        anew = all(mention.clause.isdigit() for mention in inner) and self._grammar.inside.match(self._text[inner[0].start : inner[-1].end])
        return found if anew else None

    def _of_another(self, token: Token) -> bool:
        """Whether the place belongs to a contract, a law or a standard that nothing names."""
        before, after = self._grammar.other_before, self._grammar.other_after
        return bool(after and after.match(self._text, token.end) or before and before.search(self._text, max(0, token.start - 30), token.start))

    def _announced(self, mentions: tuple[Mention, ...], towards: int) -> tuple[Mention, ...]:
        """The places that one word announces, the first of a list (1) or the last (-1): of 'clause 5, clauses 2 and 3' these two."""
        starts = [at for at, mention in enumerate(mentions) if at and not self._text[mention.start].isdigit()]
        if not starts:
            return mentions
        return mentions[: starts[0]] if towards > 0 else mentions[starts[-1] :]

    def mentions(self) -> Iterable[Mention]:
        """What was found, in order, without what belongs to documents that are not published here."""
        for at, token in enumerate(self._tokens):
            if token.kind == "document" and token.work != FOREIGN and at not in self._taken:
                yield Mention(token.start, token.end, token.work, token.edition, "", True)
            for mention in token.mentions:
                of, place = next((one for one in self._outer.get(at, ()) if mention in self._announced(token.mentions, at - one[1])), (None, at))
                work, edition = self._works[place]  # clause 2 of annex A of CNAS-CC106
                if work == FOREIGN or token.kind == "beside" and not (work or of or at in self._beside):
                    continue
                certain = bool(work) or (of.certain if of else mention.certain or at in self._beside)
                yield mention._replace(work=work, edition=edition, clause=within(of.clause, mention.clause) if of else mention.clause, certain=certain)


def within(annex: str, clause: str) -> str:
    """The address of a clause of an annex, whose own numbers may begin with its letter.

    >>> within("annex-1", "2.3-a"), within("B", "2"), within("B", "B.2"), within("", "2")
    ('annex-1.2.3-a', 'B.2', 'B.2', '2')
    """
    return f"{annex}.{clause}" if annex and not clause[0].isalpha() else clause
