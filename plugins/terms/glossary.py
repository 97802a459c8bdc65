"""The glossary of one language as HTML: every concept with its terms, its definition and its clauses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from itertools import groupby

from plugins.clauses.clause import Address
from plugins.clauses.registry import Registry
from plugins.terms.alphabet import key, letter
from plugins.terms.concept import Concept


@dataclass(frozen=True)
class Glossary:
    """What the list needs to know of the site around it."""

    language: str
    names: Mapping[str, str]  # of the languages, in themselves
    words: Mapping[str, str]
    registry: Registry
    using: Mapping[str, list[Address]]
    way: Callable[[str], str | None]  # to a page, by its file, if it is built
    page: Callable[[str], str]  # the glossary's file in another language
    exports: Mapping[str, str]  # what each export is called, and its address

    def html(self, concepts: Iterable[Concept]) -> str:
        """The exports, the letters, then the concepts in the order of the language."""
        ordered = sorted(concepts, key=lambda one: key(self._term(one), self.language))
        groups = [(head, list(own)) for head, own in groupby(ordered, lambda one: letter(self._term(one), self.language))]
        ways = "".join(f'<li><a href="#letter-{at}">{head}</a></li>' for at, (head, _) in enumerate(groups, 1))
        files = self._list(f'<a href="{address}" download>{name}</a>' for name, address in self.exports.items())
        lines = [
            f'<p class="terms-exports">{self._say("exports", count=len(ordered))} {files}</p>',
            f'<nav class="terms-letters" aria-label="{self._say("letters")}"><ul>{ways}</ul></nav>',
        ]
        for at, (head, own) in enumerate(groups, 1):
            lines.append(f'<h2 id="letter-{at}">{head}</h2>')
            for concept in own:
                lines += self._concept(concept)
        return "\n".join(lines)

    def _concept(self, concept: Concept) -> Iterator[str]:
        own, here = concept.terms[self.language], f"#{concept.anchor}"
        mark = f'<a class="headerlink" href="{here}" aria-label="{self._say("link_to", term=own.preferred)}">#</a>'
        yield f'<h3 id="{concept.anchor}" class="term-name">{escape(own.preferred)}{mark}</h3>'
        yield f'<p class="term-definition">{escape(concept.definition[self.language])}</p>'
        yield '<dl class="term">'
        if own.admitted:
            yield self._row("admitted", self._list(map(escape, own.admitted)))
        if own.forbidden:
            yield self._row("forbidden", self._list(f"<s>{escape(term)}</s>" for term in own.forbidden))
        yield self._row("other_languages", "".join(self._elsewhere(concept)), "term-languages")
        if concept.clause:
            yield self._row("clause", self._clause(address_of(concept.clause), within=False))
        if addresses := self.using.get(concept.id):
            yield self._row("used_in", self._uses(addresses))
        yield "</dl>"

    def _elsewhere(self, concept: Concept) -> Iterator[str]:
        for language, name in self.names.items():
            if language != self.language:
                term = escape(concept.terms[language].preferred)
                if way := self.way(self.page(language)):
                    term = f'<a href="{way}#{concept.anchor}" hreflang="{language}">{term}</a>'
                yield f'<span lang="{language}"><i>{name}</i> {term}</span> '

    def _uses(self, addresses: list[Address]) -> str:
        count = self._say("clauses_count", count=len(addresses))
        lists = []
        for (work, edition), own in groupby(addresses, lambda one: one[:2]):
            code = escape(self.registry.documents[self.language, work, edition].code)
            lists.append(f"<p>{code}: {self._list(self._clause(one, within=True) for one in own)}</p>")
        return f'<details class="term-uses"><summary>{count}</summary>{"".join(lists)}</details>'

    def _clause(self, address: Address, *, within: bool) -> str:
        label = (self.registry.label_within if within else self.registry.label)(self.language, address)
        file, anchor = self.registry.where(self.language, address)
        return f'<a href="{self.way(file)}#{anchor}">{escape(label)}</a>'

    def _list(self, parts: Iterable[str]) -> str:
        return self.words["terms.comma"].join(parts)

    def _row(self, word: str, content: str, kind: str = "") -> str:
        kind = f' class="{kind}"' if kind else ""
        return f"<div><dt>{self._say(word)}</dt><dd{kind}>{content}</dd></div>"

    def _say(self, word: str, **values: object) -> str:
        return escape(self.words[f"terms.{word}"].format(**values))

    def _term(self, concept: Concept) -> str:
        return concept.terms[self.language].preferred


def address_of(written: str) -> Address:
    """The address of `CC105:2020/3.9`."""
    document, _, clause = written.partition("/")
    work, _, edition = document.partition(":")
    return Address(work, edition, clause)
