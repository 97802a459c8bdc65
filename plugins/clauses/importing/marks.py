"""What a block begins with: the number of a clause, an annex, an item of a list, or nothing.

>>> mark("5.4.1获得批准")
Mark(kind='number', value='5.4.1', rest='获得批准', dotted=False)
>>> mark("（2）Второй")
Mark(kind='1', value='2', rest='Второй', dotted=False)
>>> mark("б) второй")
Mark(kind='a', value='2', rest='второй', dotted=False)
>>> mark("第三章 审核")
Mark(kind='number', value='3', rest='审核', dotted=False)
>>> mark("第十二条 认证机构应当公开。")
Mark(kind='article', value='12', rest='认证机构应当公开。', dotted=False)
>>> mark("2022.11.18 发布").kind, mark("30 % of it").kind
('', '')
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import yaml

from plugins.clauses.numbering import from_roman
from plugins.clauses.quantities import CHINESE, chinese_whole
from plugins.clauses.recogniser import narrow

KNOWN = yaml.safe_load(Path(__file__).with_name("marks.yml").read_text("utf-8"))
CONTENTS = {word.replace(" ", "").lower() for word in KNOWN["contents"]}
NAMED = re.compile(
    rf"(?:(?:{KNOWN['before']})\s*(?P<one>\d{{1,2}}|[{CHINESE}]+)(?:{KNOWN['after']})?|(?P<two>\d{{1,2}})\.?(?:{KNOWN['after']}))(?![\w.])[.、:：]?\s*"
)
NUMBER = re.compile(r"(?P<number>(?:0|[1-9]\d?)(?:\.(?:0|[1-9]\d?))*)(?!\s?[%％‰°]|[\d/:)）-])(?P<dot>\s?[.．、](?!\d))?\s*")
CHINESE_ITEM = re.compile(r"[（(]([一二三四五六七八九十]{1,3})[)）]\s*")
ITEM = re.compile(r"[（(]?(?P<mark>[A-Za-z]|[ivxlc]{2,6}|\d{1,2}|[а-я])[)）]\s*|(?P<dotted>[a-z])\.\s+")
SUBITEM = re.compile(KNOWN["subitem"])
ARTICLE = re.compile(KNOWN["article"].replace("@", rf"(\d{{1,3}}|[{CHINESE}]+)"))
NOTE = re.compile(KNOWN["note"])
BULLET = re.compile(KNOWN["bullets"])


class Mark(NamedTuple):
    """`kind` is number, article, -, 1, a, A, i, 一, ① or aa; `rest` are the words after the mark."""

    kind: str
    value: str
    rest: str
    dotted: bool = False  # a number with a dot after it, which may be an item


def mark(text: str) -> Mark:
    """The mark at the beginning of `text`; of kind "" when there is none."""
    text = narrow(text).strip()
    if text[:1] in KNOWN["circled"] and text:
        return Mark("①", str(KNOWN["circled"].index(text[0]) + 1), text[1:].strip())
    if (match := CHINESE_ITEM.match(text)) and (number := whole(match[1])):
        return Mark("一", number, text[match.end() :])
    if match := ITEM.match(text):
        return item(match["mark"] or match["dotted"], text[match.end() :])
    if (match := ARTICLE.match(text)) and (number := whole(next(filter(None, match.groups())))):
        return Mark("article", number, text[match.end() :].lstrip(" .、:：—–"))
    if (match := NAMED.match(text)) and (number := whole(match["one"] or match["two"])):
        return Mark("number", number, text[match.end() :])
    if match := NUMBER.match(text):
        return Mark("number", match["number"], text[match.end() :], bool(match["dot"]))
    if inner := subitem(text):
        return inner
    if match := BULLET.match(text):
        inner = mark(text[match.end() :])  # - 4.1.1 as converters write it
        return inner if inner.kind == "number" and ("." in inner.value or inner.dotted) else Mark("-", "", text[match.end() :])
    return Mark("", "", text)


def subitem(text: str) -> Mark | None:
    """The mark of an item that names the one it stands within, which may be a Roman number's, too."""
    match = SUBITEM.match(text := narrow(text))
    return Mark("aa", match[0], text[match.end() + 1 :].lstrip()) if match else None


def begins(text: str, above: str = "") -> bool:
    """Whether a line begins something of its own: a clause, an item, a note; two letters may close a bracket that is open above."""
    if (kind := mark(text).kind) == "aa":
        words = narrow(mark(above).rest)
        return words.count("(") + words.count("（") <= words.count(")") + words.count("）")
    return bool(kind or NOTE.match(text))


def whole(written: str) -> str:
    """A number in digits or in Chinese numerals, as digits."""
    return written if written.isdigit() else str(chinese_whole(written) or "")


def item(written: str, rest: str) -> Mark:
    """The item that a mark such as b, iv, 3 or б stands for."""
    if written.isdigit():
        return Mark("1", written, rest)
    if (at := KNOWN["cyrillic"].find(written)) >= 0:
        return Mark("a", str(at + 1), rest)
    if len(written) > 1:
        return Mark("i", str(from_roman(written)), rest)
    return Mark("A" if written.isupper() else "a", str(ord(written.lower()) - 96), rest)
