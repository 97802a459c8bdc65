"""From blocks to sections with clauses and items, in the order of the source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from plugins.clauses.grammar import Grammar
from plugins.clauses.importing.block import Block, Unsettled
from plugins.clauses.importing.items import Items
from plugins.clauses.importing.marks import Mark, mark, subitem
from plugins.clauses.recogniser import annex_id

END = re.compile(r"[。．.；;：:，,、！!？?…]$")
LONG = 1500
LEAST_ARTICLES = 2
STATUS = re.compile(r"[（(][^（()）]*[)）]")  # （规范性附录）, (informative)
CJK = re.compile(r"[\u3400-\u9fff]")


class Part(NamedTuple):
    """A piece of a page: `number` is that of a clause, `mark` and `depth` are of an item."""

    kind: str  # heading, text, item, table
    text: str
    number: str = ""
    level: int = 0
    mark: str = ""
    depth: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(slots=True)
class Section:
    """A main section or an annex, which becomes a page."""

    number: str
    title: str
    place: int
    parts: list[Part] = field(default_factory=list)
    chapter: str = ""  # the heading above an article that begins a chapter
    article: bool = False  # the title has its number in the source's own words


class Outline:
    """Reads blocks one by one; what stands before the first section belongs to the cover."""

    def __init__(self, grammar: Grammar, unsettled: list[Unsettled]) -> None:
        self.cover: list[Part] = []
        self.sections: list[Section] = []
        self._marks = grammar.marks
        self._unsettled = unsettled
        self._items = Items()
        self._places: dict[str, int] = {}  # where each number stands
        self._last: tuple[int, ...] = ()
        self._following = Mark("", "", "")  # what the next block begins with
        self._beside = False  # whether an annex is named in the block before or after: a list of them is none
        self._articles = False  # whether the document is made of articles, whose numbers its chapters do not share
        self._chapter = ""
        self._headed: set[int] = set()  # places of numbers that their first clause follows

    def read(self, blocks: Sequence[Block]) -> Outline:
        """All blocks; stops where the numbering begins anew."""
        above = ""
        at = 0
        self._articles = sum(block.kind != "table" and mark(block.text).kind == "article" for block in blocks) >= LEAST_ARTICLES
        self._headed = headed(blocks)
        while at < len(blocks):
            block = blocks[at]
            found = mark(block.text) if block.kind in ("text", "heading", "item") else Mark("", "", "")
            following = blocks[at + 1] if at + 1 < len(blocks) else None
            alone = found.kind == "number" and not found.rest and ("." in found.value or block.kind == "heading")
            if alone and following and following.kind in ("text", "heading") and not mark(following.text).kind:
                found, block = found._replace(rest=following.words), following  # the number stands alone on its line
                at += 1
            self._following = mark(blocks[at + 1].text) if at + 1 < len(blocks) else Mark("", "", "")
            self._beside = any(self._marks.annex.match(one.words) for one in (*blocks[max(0, at - 1) : at], *blocks[at + 1 : at + 2]))
            if block.kind in ("text", "heading") and self._marks.annex.fullmatch(block.words):
                block, more = self._titled(block, blocks[at + 1 : at + 3])
                at += more
            if self._begins_anew(block, found):
                self._tell(block.place, f"numbering begins anew with '{block.words[:40]}': the rest is another document; import it with --from {block.place}")
                break
            self._block(block, found, above)
            above = block.words if block.kind == "text" else ""
            at += 1
        return self

    def _titled(self, annex: Block, below: Sequence[Block]) -> tuple[Block, int]:
        """An annex that stands alone on its line with its title, and whether it is normative, from the lines below; how many."""
        title, taken = annex.words, 0
        for one in below:
            own = self._marks.annex.match(one.words) or self._marks.table.match(one.words) or self._marks.figure.match(one.words)
            if one.kind not in ("text", "heading") or mark(one.text).kind or own or not title_like(f"{title} {one.words}"):
                break
            close = one.words[0] in "（" or CJK.match(one.words) and title[-1] == "）"
            title, taken = f"{title}{'' if close else ' '}{one.words}", taken + 1
            if not STATUS.fullmatch(one.words):
                break
        return annex._replace(text=title), taken

    def _begins_anew(self, block: Block, found: Mark) -> bool:
        return (
            found.kind == "number"
            and found.value in ("0", "1")
            and len(self.sections) >= 2
            and not self._annex()
            and block.kind == "heading"
            and (found.value in self._places or found.value == "0")
        )

    def _block(self, block: Block, found: Mark, above: str) -> None:
        text = block.words
        if block.kind == "code":
            self._items.end()
            self._add(Part("code", block.text))
        elif block.kind == "table":
            self._items.end()
            self._add(Part("table", "", rows=block.rows))
        elif (match := self._marks.annex.match(text)) and annex_id(match["id"]) and title_like(text) and (block.kind == "heading" or text == match[0] or self.sections and not self._beside):
            self._section(block, annex_id(match["id"]), text)
        elif (self._marks.table.match(text) or self._marks.figure.match(text)) and title_like(text) and self.sections:
            self._items.end()
            self._add(Part("heading", text, level=self._level() + 1))
        elif self._articles and found.kind == "article" and self._article(block, found):
            pass
        elif self._articles and found.kind == "number" and "." not in found.value and not text[0].isdigit() and title_like(found.rest):
            self._chapter = " ".join(filter(None, (self._chapter, text)))
        elif found.kind == "number" and not (self._articles and "." not in found.value) and self._number(block, found):
            pass
        elif block.kind != "heading" and (inner := subitem(text)) and self._subitem(block, inner):
            pass
        elif found.kind == "aa" and block.kind != "heading":
            self._stray(block)
        elif found.kind in ("-", "1", "a", "A", "i", "一", "①") and found.rest and block.kind != "heading":
            self._item(block, found)
        elif found.dotted and found.value.isdigit() and self._items.fits("1", int(found.value)) and block.kind != "heading":
            self._item(block, found._replace(kind="1"))
        else:
            self._text(block, above)

    def _article(self, block: Block, found: Mark) -> bool:
        """Takes an article as a section, with the chapter that it begins; False when its number stands already."""
        last = int(self.sections[-1].number) if self.sections and self.sections[-1].number.isdigit() else 0
        if found.value in self._places:
            self._tell(block.place, f"article {found.value} stands already at {self._places[found.value]}: this one is kept as text")
            return False
        if int(found.value) != last + 1:
            self._tell(block.place, f"article {last} is followed by {found.value}" if last else f"the first article is {found.value}")
        own = block.words[: len(block.words) - len(found.rest)].strip(" .、:：—–")
        titled = title_like(found.rest)
        self._section(block, found.value, f"{own} {found.rest}" if titled else own)
        self.sections[-1].chapter, self._chapter, self.sections[-1].article = self._chapter, "", True
        if found.rest and not titled:
            self._add(Part("text", found.rest))
        return True

    def _number(self, block: Block, found: Mark) -> bool:
        """Takes a number as a section's or a clause's; False when it is neither."""
        number = tuple(map(int, found.value.split(".")))
        if annex := self._annex():
            return self._annex_number(block, found, number, annex)
        section = int(self.sections[-1].number) if self.sections and self.sections[-1].number.isdigit() else None
        heading = block.kind == "heading"
        if len(number) == 1:
            if not title_like(found.rest) or (not heading and self._items.expects("1", number[0])):
                return False
            following = number[0] in (0, 1) if section is None else section < number[0] <= section + 3
            following = following or block.place in self._headed and number[0] > (section or 0)
            if not following or (section is None and self.sections):
                return False
            if section is None and number[0] > 1:
                self._tell(block.place, f"the first section is {number[0]}")
            if section is not None and number[0] > section + 1:
                self._tell(block.place, f"section {section} is followed by {number[0]}")
            self._section(block, found.value, found.rest)
            return True
        if found.value in self._places:
            self._tell(block.place, f"{found.value} stands already at {self._places[found.value]}: this one is kept as text")
            return self._kept(found)
        if section is None and number[0] > 1 or section is not None and number[0] not in (section, section + 1):
            where = f"section {section}" if section is not None else "the first section"
            self._tell(block.place, f"{found.value} is no clause of {where}: kept as text")
            return self._kept(found)
        if section != number[0]:
            self._tell(block.place, f"section {number[0]} has no heading: write its title")
            self._section(block, str(number[0]), "")
        self._clause(block, found, number)
        return True

    def _clause(self, block: Block, found: Mark, number: tuple[int, ...]) -> None:
        self._items.end()
        annex, before = self._annex(), ".".join(map(str, (*number[:-1], number[-1] - 1)))
        if number < self._last:
            self._tell(block.place, f"{found.value} comes after {'.'.join(map(str, self._last))}")
        elif number[-1] > 1 and annex + before not in self._places:
            self._tell(block.place, f"{before} is missing before {found.value}")
        self._last = number
        self._places[annex + found.value] = block.place
        kind = "heading" if title_like(found.rest) else "text"
        self._add(Part(kind, found.rest, found.value, level=min(len(number) + bool(annex), 6)))

    def _annex(self) -> str:
        """What stands before the numbers of a numbered annex that is being read, since they are its own; "" elsewhere."""
        return f"{self.sections[-1].number}." if self.sections and self.sections[-1].number.startswith("annex-") else ""

    def _annex_number(self, block: Block, found: Mark, number: tuple[int, ...], annex: str) -> bool:
        """Takes a number in a numbered annex as a clause's; alone it is one in a heading, or with the first of its clauses below."""
        if len(number) == 1:
            clause = block.kind == "heading" or self._following.value.startswith(f"{found.value}.")
            if not (clause and title_like(found.rest) and number[0] == (self._last[0] if self._last else 0) + 1):
                return False
        elif annex + found.value in self._places or not self._last or number[0] != self._last[0]:
            self._tell(block.place, f"{found.value} is no clause of {annex[:-1]}, or stands there already: kept as text")
            return self._kept(found)
        self._clause(block, found, number)
        return True

    def _kept(self, found: Mark) -> bool:
        self._items.end()
        self._add(Part("text", f"{found.value.replace('.', chr(92) + '.', 1)} {found.rest}", mark="escaped"))
        return True

    def _section(self, block: Block, number: str, title: str) -> None:
        self._items.end()
        if number in self._places:
            self._tell(block.place, f"section {number} stands already at {self._places[number]}: kept as text")
            self._add(Part("text", block.words))
            return
        self._places[number] = block.place
        self._last = (int(number),) if number.isdigit() else ()
        self.sections.append(Section(number, title, block.place))

    def _item(self, block: Block, found: Mark) -> None:
        if placed := self._items.place(found.kind, int(found.value or 0), self._clause_number(), block.words):
            self._add(Part("item", found.rest, mark=placed[1], depth=placed[0]))
        else:
            self._stray(block)

    def _subitem(self, block: Block, found: Mark) -> bool:
        """Takes an item as one of those within the item that it names; False when that is not open, or others are missing before it."""
        if placed := self._items.place_within(found.value, self._clause_number(), block.words):
            outer, own = found.value
            if own == "a":
                self._tell(block.place, f"'{found.value})' and what follows it are written a), b) … within {outer}): write references to them as [[…-{outer}-a]]")
            self._add(Part("item", found.rest, mark=placed[1], depth=placed[0]))
        return placed is not None

    def _stray(self, block: Block) -> None:
        self._tell(block.place, f"item '{block.words[:20]}' is out of order or stands twice: kept as text")
        self._items.end()
        self._add(Part("text", block.words, mark="escaped item"))

    def _clause_number(self) -> str:
        return ".".join(map(str, self._last))

    def _text(self, block: Block, above: str) -> None:
        text = block.words
        if block.kind == "heading" and title_like(text):
            self._items.end()
            self._add(Part("heading", text, level=min(self._level() + 1, 6)))
            return
        if len(text) > LONG:
            self._tell(block.place, f"a paragraph of {len(text)} signs: its line breaks may be lost, and with them its clauses")
        if above and not END.search(above) and not title_like(above) and block.kind == "text":
            self._tell(block.place, f"'{text[:30]}' may continue the paragraph above, which has no end")
        self._items.end()
        self._add(Part("text", text))

    def _level(self) -> int:
        return max(1, len(self._last))

    def _add(self, part: Part) -> None:
        (self.sections[-1].parts if self.sections else self.cover).append(part)

    def _tell(self, place: int, message: str) -> None:
        self._unsettled.append(Unsettled(place, message))


def headed(blocks: Sequence[Block]) -> set[int]:
    """The places of those numbers whose own first clause is the next number: 6 before 6.1."""
    numbers = [(block.place, one.value) for block in blocks if block.kind in ("text", "heading") and (one := mark(block.text)).kind == "number"]
    return {place for (place, value), (_, after) in zip(numbers, numbers[1:]) if after == f"{value}.1"}


def title_like(text: str) -> bool:
    """Whether words are short and end without a stop: a heading, though nothing says so."""
    return bool(text) and len(text) <= (40 if CJK.search(text) else 110) and not END.search(text)
