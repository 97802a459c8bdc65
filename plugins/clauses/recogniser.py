"""Finds in prose what people write when they refer to a clause, a table, an annex or a document.

One pass of one pattern per language yields tokens; a second pass over the tokens joins a clause with the document
that is named beside it ('CNAS-CC01 第 9 章', 'clause 10 of CNAS-CC105'). What belongs to a document that is not
published here is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from plugins.clauses.clause import Document, Mention
from plugins.clauses.grammar import KINDS, Grammar
from plugins.clauses.joined import FOREIGN, Token, joined
from plugins.clauses.prose import blanked
from plugins.clauses.quantities import chinese_whole

LONG = 16  # signs: a shorter title may be said without the document being meant
CHINESE_NUMBER = re.compile("[一二三四五六七八九十百]+")
CYRILLIC = str.maketrans("АВСЕН", "ABCEH")
FULL_WIDTH = str.maketrans("０１２３４５６７８９．ＡＢＣＤＥＦＧＨ", "0123456789.ABCDEFGH")
IS_FULL_WIDTH = re.compile("[０-９．Ａ-Ｈ]")
# Every reference has a number, but those to annexes, to titles and to items of the clause itself; most text has none, and is passed by.
DIGIT = re.compile("[0-9０-９]")
AFTER_A_COMMA = re.compile(r",\s[（(]?\w{1,5}[)）]")
UNNAMED = ("bare", "beside", "skip")  # kinds of tokens that are numbers
# Of a text: the references, where it names places or documents, and which of its other numbers may be references.
Read = tuple[tuple[Mention, ...], tuple[tuple[int, int], ...], tuple[Mention, ...]]
ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII".split()


def narrow(text: str) -> str:
    """`text` with ASCII digits and letters of annexes, at the same length."""
    return text.translate(FULL_WIDTH) if IS_FULL_WIDTH.search(text) else text


def code_shape(code: str) -> str:
    """A pattern for a document's code however its parts are joined: CNAS-CC105, CNAS CC 105, CC105."""
    parts = re.findall(r"[A-Z]+|[a-z]+|\d+", code)
    return r"[\s/-]?".join(map(re.escape, parts))


def title_shape(title: str, first: str, last: str) -> str:
    """A pattern for a title whose first and last words take endings.

    >>> bool(re.fullmatch(title_shape("Правила выдачи", "[а-я]{0,3}", ""), "Правилами выдачи"))
    True
    """
    word, space, rest = title.partition(" ") if first else ("", "", title)
    end = re.escape(space + rest)
    if last:  # időtartama, időtartamában
        end = re.sub("a$", "[aá]", re.sub("e$", "[eé]", end))
    return re.escape(re.sub("[аеёийоуыьюя]$", "", word)) + first + end + last


class Recogniser:
    """Recognises the references of one language, knowing the codes of the published documents."""

    def __init__(self, grammar: Grammar, documents: Iterable[Document]) -> None:
        self.grammar = grammar
        self._works: dict[str, str] = {}
        self._editions: dict[str, set[str]] = {}
        self._titles: dict[str, str] = {}
        self._codes: set[str] = set()
        for document in documents:
            self._editions.setdefault(document.work, set()).add(document.edition)
            for title in filter(None, (document.title, document.official_title)):
                self._titles.setdefault(title, document.work)
            code = re.sub(r"[:：].*|\s[A-Z]/\d{1,2}$", "", document.code)
            for name in (document.work, code, *document.also_called):
                if re.search(r"\d", name):
                    self._works[squeezed(name)] = document.work
                    self._codes.add(code_shape(name))
        self._shapes = {title: title_shape(title, *grammar.title_ends) for title in sorted(self._titles, key=len, reverse=True)}
        # The beginning of a title that has no endings; of others in a text the first look is for 《.
        stems = (title[: LONG - 2] if not grammar.title_ends[0] else title.partition(" ")[0][:-1] for title in self._titles if len(title) >= LONG)
        self._worth_reading = re.compile("|".join([grammar.without_digits, *map(re.escape, dict.fromkeys(("《", *stems)))]))
        self.seen: dict[str, Read] = {}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """Everything that may be a reference; it takes a while to be compiled, and a text that is known already does not want it."""
        titles = "|".join(shape for title, shape in self._shapes.items() if len(title) >= LONG) or "(?!)"
        known = "|".join(sorted(self._codes, key=len, reverse=True)) or "(?!)"
        shapes = self.grammar.shapes
        return re.compile(
            # Most places in a text cannot begin anything: they are left at the first look.
            rf"{shapes['starts']}(?:"
            # CNAS-PD27-01 is a form of its own, CC1050 another document.
            rf"(?P<document>(?<![0-9A-Za-z])(?P<code>(?:CNAS[\s-]?)?(?:{known}))(?![0-9]|-\d)"
            rf"(?:\s?(?:[:：]\s?|(?P<bracket>[（(])(?=\d{{4}}[)）]))(?P<edition>\d{{4}})(?(bracket)[)）])|\s[A-Z]/\d{{1,2}}(?![0-9.]))?{shapes['document_tail']})"
            rf"|(?P<foreign>(?:{shapes['foreign']}|{shapes['act']}){shapes['document_tail']})"
            rf"|(?P<title>{titles})"
            + "".join(
                f"|(?P<{name}>{shapes[name]})" for name in ("named", "same", "this", "item_of", *KINDS, "maybe", "skip")
            )
            + rf"|(?P<bare>{shapes['long']}{shapes['items']}|{shapes['dotted']}{shapes['items']}))"
        )

    @cached_property
    def _elements_of(self) -> dict[str, re.Pattern[str]]:
        """One element of a list, by the kind of reference."""
        return {kind: re.compile(shape) for kind, shape in self.grammar.elements.items()}

    @cached_property
    def _item(self) -> re.Pattern[str]:
        return re.compile(self.grammar.shapes["loose"])

    def worth_reading(self, text: str) -> bool:
        """Whether `text` may hold a reference; most does not."""
        return bool(DIGIT.search(text) or self._worth_reading.search(text))

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """The references in `text`, in order; remembered, because the page shows what the scanner has read."""
        return self._read(text)[0]

    def named(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where `text` names places or documents, published here or not: the digits there are no quantities."""
        return self._read(text)[1]

    def unnamed(self, text: str) -> tuple[Mention, ...]:
        """The numbers elsewhere in `text` that are references if the clauses exist, by themselves: no document beside them counts."""
        return self._read(text)[2]

    def _read(self, text: str) -> Read:
        """What they all are: a text is looked through once."""
        if (found := self.seen.get(text)) is None:
            if not self.worth_reading(text):
                return (), (), ()
            narrowed = narrow(text)
            tokens = list(self._tokens(narrowed))
            mentions = tuple(joined(self.grammar, narrowed, tokens))
            named = tuple((token.start, token.end) for token in tokens if token.kind not in UNNAMED)
            others = mentions if not named else joined(self.grammar, blanked(narrowed, *named), [one for one in tokens if one.kind in UNNAMED])
            found = self.seen[text] = mentions, named, tuple(one for one in others if not one.certain)
        return found

    def _tokens(self, text: str) -> Iterable[Token]:
        for match in self._pattern.finditer(text):
            kind = match.lastgroup or ""
            if match["document"] is not None:
                yield self._document(match)
            elif kind in ("foreign", "skip"):
                yield Token(*match.span(), kind, FOREIGN)
            elif kind == "named":
                yield Token(*match.span(), "document", self._titled(match[0].strip("《》")))
            elif kind == "title":
                yield Token(*match.span(), "document", self._titled(match[0]))
            elif kind in ("same", "this"):
                yield Token(*match.span(), kind)
            elif match["maybe"] is not None:
                found = self._elements("clause", match)
                yield Token(*match.span(), "bare", mentions=tuple(one._replace(certain=False) for one in found))
            elif match["bare"] is not None:
                yield from self._bare(match, text)
            elif match["item_of"] is not None:
                of = match.groupdict().get("of") or ""
                yield Token(*match.span(), "clause" if of else "here", mentions=tuple(self._items_of(match, of)))
            else:
                kind = next(name for name in KINDS if match[name] is not None)
                yield Token(*match.span(), kind, mentions=tuple(self._elements(kind, match)))

    def _titled(self, words: str) -> str:
        """The work whose title these words are."""
        return next((self._titles[title] for title, shape in self._shapes.items() if re.fullmatch(shape, words)), FOREIGN)

    def _document(self, match: re.Match[str]) -> Token:
        work = self._works.get(squeezed(match["code"])) or self._works.get(squeezed(match["code"])[4:], FOREIGN)
        edition = match["edition"] or ""
        if edition and edition not in self._editions.get(work, ()):
            work = FOREIGN  # an edition that is not published here
        return Token(*match.span(), "document", work, edition)

    def _bare(self, match: re.Match[str], text: str) -> Iterable[Token]:
        """A number that nothing announces: three parts, or alone in parentheses, may be a clause."""
        clause = re.match(r"[A-H]?[\d.]*\d", match[0])
        if clause is None:
            return
        alone = text[match.start() - 1 : match.start()] in ("(", "（") and text[match.end() : match.end() + 1] in (
            ")",
            "）",
        )
        weight = "bare" if clause[0].count(".") >= 2 or alone else "beside"
        number = clause[0] + "".join(f"-{item}" for item in [self._items(match[0][clause.end() :])] if item)
        yield Token(*match.span(), weight, mentions=(Mention(*match.span(), "", "", number, False),))

    def _items_of(self, match: re.Match[str], of: str) -> Iterable[Mention]:
        """Items of a clause whose number stands after them, or of the clause in which they are named: each is a reference."""
        found = [*self._item.finditer(match.string, *match.span("before"))]
        last, before = match.start("before"), ""
        for item in found:
            through = self.grammar.range.fullmatch(match.string[last : item.start()].strip()) is not None
            start = match.start() if item is found[0] else item.start()
            last = item.end()
            if path := self._items(item[0]):
                goes_on = before.removeprefix(of).count("-") > 1 and "-" not in path and path.isdigit() == before[-1].isdigit()
                before = continued("clause", before, f"{path})") if goes_on else f"{of}-{path}"
                yield Mention(start, match.end() if item is found[-1] else last, "", "", before, True, through)

    def _elements(self, kind: str, whole: re.Match[str]) -> Iterable[Mention]:
        text, offset = whole[0], whole.start()
        last, before = 0, ""
        for match in self._elements_of[kind].finditer(text):
            number, end = match["number"], match.end()
            plain = kind in ("table", "figure") and bool(number) and number.isdigit()  # Table 1 may be any table
            if number is None or plain and re.match("[A-Z]{2}", before):
                number, plain = continued(kind, before, number or match["more"].translate(self.grammar.item_letters)), False
                if not number:
                    continue
            elif kind == "annex":
                number = annex_id(number)
                plain = number.startswith("annex-")  # Annex 1 may be a contract's
            elif kind == "table":
                number = table_id(number)
            elif kind == "figure":
                number = f"fig-{squeezed_id(number)}"
            else:
                number = number if number.isascii() else str(chinese_whole(number))
                if self._lists(match, whole):
                    end = match.start("items")
                elif items := self._items(match["items"] or ""):
                    number = f"{number}-{items}"
                elif match[0] == number and whole.string.startswith(")", offset + match.end()) and re.search(r"-\d+$", before):
                    number = continued(kind, before, number)  # 5.4.3, 2) and 3)
            through = last > 0 and self.grammar.range.fullmatch(text[last : match.start()].strip(" .")) is not None
            last, before = match.end(), number
            yield Mention(offset + match.start(), offset + end, "", "", number, not plain, through)

    def _lists(self, element: re.Match[str], whole: re.Match[str]) -> bool:
        """Whether the item at the end begins what the text itself lists: 'under clause 5, a) the client …'."""
        last = element.end() == len(element.string) and AFTER_A_COMMA.match(element["items"] or "")
        return bool(last and self.grammar.lists and self.grammar.lists.match(whole.string, whole.end()))

    def _items(self, text: str) -> str:
        return item_path(text.translate(self.grammar.item_letters))


def squeezed(code: str) -> str:
    """A code without the signs that join its parts."""
    return re.sub(r"[\s/-]", "", code)


def squeezed_id(number: str) -> str:
    """The id of a table or figure without its space, with Latin letters."""
    return re.sub(r"\s", "", number).translate(CYRILLIC)


def continued(kind: str, before: str, more: str) -> str:
    """What a later part of a list stands for, whose beginning it leaves unsaid; "" for nothing.

    >>> continued("clause", "5.1-a", "b)"), continued("table", "QMS1", "2"), continued("clause", "5.1", "2)")
    ('5.1-b', 'QMS2', '')
    """
    if kind == "clause":
        stem, dash, last = before.rpartition("-")
        path = item_path(more)
        if len(path) == 1 < len(last) and re.search("-[a-z]$", stem):  # c) after b) ba)
            stem = stem[:-2]
        return f"{stem}-{path}" if dash else ""
    prefix = re.match(r"[A-Z]{2,}", before)
    return f"{prefix[0]}{more}" if prefix else ""


def table_id(number: str) -> str:
    """QMS 1 is `QMS1`; A.1, which could be a clause, is `tab-A.1`."""
    number = squeezed_id(number)
    return number if re.match(r"[A-Z]{2}", number) else f"tab-{number}"


def annex_id(written: str) -> str:
    """A lettered annex is its letter, also before the number of its clause; a numbered one is `annex-2`; "" for other letters.

    >>> annex_id("А"), annex_id("B.2"), annex_id("No. 2"), annex_id("IV"), annex_id("十二"), annex_id("Б")
    ('A', 'B.2', 'annex-2', 'annex-4', 'annex-12', '')
    """
    letter = written.translate(CYRILLIC)
    if "A" <= letter[0] <= "H":
        return letter
    number = re.sub(r"^(?:№|N[or]\.?)\s*", "", written)
    value = int(number) if number.isdigit() else ROMAN.index(number) + 1 if number in ROMAN else chinese_whole(number)
    return f"annex-{value}" if value else ""


def item_path(text: str) -> str:
    """The items after a clause number, joined: `5) e)` is `5-e`, `（三）` is `3`."""
    text = CHINESE_NUMBER.sub(lambda match: str(chinese_whole(match[0])), text)
    return "-".join(re.findall(r"[a-z]+(?=[)）])|(?<![a-zа-яё])[a-z](?![a-zа-яё])|\d+", text))
