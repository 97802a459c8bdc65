"""Which parts of a line of Markdown are prose, where a reference may stand, and which are not."""

from __future__ import annotations

import re

# Same length, so that places in the text stay what they were; a sign that no pattern accepts.
BLANK = "\ufffc"
NOT_PROSE = re.compile(
    r"(?<!`)(?P<ticks>`{1,8})(?!`)[^\n]{1,1000}?(?<!`)(?P=ticks)(?!`)"  # code
    r"|!?\[[^\[\]\n]{0,500}\]\([^()\n]{0,1000}\)"  # links and images
    r"|<[a-zA-Z/!][^<>\n]{0,1000}>"  # tags and addresses
    r"|https?://[^\s<>，。；）]{1,500}"
    r"|[*_]{1,3}|\|"  # emphasis and table cells: the HTML breaks its text there
)
_CUT_AT_START = re.compile(r"^(?:(?!\s)[\x00-\u2e7f]){1,40}\s")  # a part of a word; Chinese may be cut anywhere
_CUT_AT_END = re.compile(r"\s(?:(?!\s)[\x00-\u2e7f]){1,40}$")
MARKED = re.compile(r"[`\[<*_|h](?:(?<!h)|ttp)")  # begins with the signs that it looks for: the others are passed over at once
ROUGH = re.compile("[`\\[<*_|\x00-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028-\u205f\u3000]")  # marks, and spaces of other kinds
ITEM = re.compile(r"\n(?=(?:[-*+]|\d{1,3}[.)])\s)")  # of a list that is read as one stretch of text
INSIDE_WIKI = r"([^\[\]|\n\\]{1,80})(?:\\?\|([^\[\]\n]{1,300}))?\]\]"
WIKI = re.compile(rf"\[\[{INSIDE_WIKI}")
BROKEN_WIKI = re.compile(rf"\[\[(?!{INSIDE_WIKI})[^\[\]\n]{{0,40}}(?:(?=[^\[\]\n]{{0,400}}(?:(?P<closed>\]\])|(?P<another>\[\[))))?")


def prose(text: str) -> str:
    """`text` with everything blanked that is not prose, at the same length."""
    return NOT_PROSE.sub(lambda match: BLANK * len(match[0]), text) if MARKED.search(text) else text


def unwritten(text: str) -> str:
    """The prose of `text` in which references are recognised: those that are written `[[…]]` are blanked, too."""
    return prose(WIKI.sub(lambda match: BLANK * len(match[0]), text) if "[[" in text else text)


def blanked(text: str, *stretches: tuple[int, int]) -> str:
    """`text` with stretches of it blanked, at the same length."""
    for start, end in stretches:
        text = text[:start] + BLANK * (end - start) + text[end:]
    return text


def without_code(text: str) -> str:
    """`text` with its code blanked: `[[…]]` counts everywhere else."""
    return NOT_PROSE.sub(lambda match: BLANK * len(match[0]) if match["ticks"] else match[0], text)


def sentence_around(text: str, start: int, end: int, sentence_end: re.Pattern[str]) -> str:
    """The sentence that holds `text[start:end]`, of a table its row, without its Markdown, at most 300 signs."""
    if text.startswith("|"):
        return shortened(plain(text))
    first, last = max(0, start - 200), min(len(text), end + 200)
    if "[[" in text or "]]" in text:
        closing, opening = text.find("]]", first, start), text.find("[[", first, start)
        if 0 <= closing < opening or closing >= 0 > opening:
            first = closing + 2  # not within a reference
        opening, closing = text.rfind("[[", end, last), text.rfind("]]", end, last)
        if opening > closing:
            last = opening
    cut_before, cut_after = first > 0, last < len(text)
    for shape in (ITEM, sentence_end) if "\n" in text else (sentence_end,):
        for match in shape.finditer(text, first, last):
            if match.end() <= start:
                first, cut_before = match.end(), False
            elif match.start() >= end:
                last, cut_after = match.end(), False
                break
    said = plain(text[first:last]).removeprefix("- ")
    if cut_before:
        said = "…" + _CUT_AT_START.sub("", said)
    return shortened(said, cut_after)


def shortened(sentence: str, cut: bool = False) -> str:
    """At most 300 signs and whole words; `cut` when something is missing at its end already."""
    return _CUT_AT_END.sub("", sentence[:299]) + "…" if cut or len(sentence) > 300 else sentence


def plain(text: str) -> str:
    """Markdown without its marks.

    >>> plain("**OHSMS**: *see* [[CC105:3.9]] and `x`"), plain("| 2*3 | **a**|")
    ('OHSMS: see 3.9 and x', '2 3 a')
    """
    if not ROUGH.search(text) and "  " not in text:
        return text.strip(" ")
    text = WIKI.sub(lambda match: match[2] or match[1].rpartition(":")[2].rpartition("/")[2], text)
    text = re.sub(r"<[a-zA-Z/!][^<>\n]{0,1000}>", " ", text)
    text = re.sub(r"!?\[([^\[\]\n]{0,500})\]\([^()\n]{0,1000}\)", r"\1", text)
    text = re.sub(r"(?<!\w)[*`_]+|[*`_]+(?!\w)", "", text)
    return re.sub(r"[\s|*`]+", " ", text).strip()
