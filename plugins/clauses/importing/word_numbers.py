"""The numbers that Word shows before paragraphs and does not store: counted as Word counts them.

A paragraph, or its style, names a list and a level in it (`numPr`); the level says how its number is written (`%1.%2`, a bullet).
"""

from __future__ import annotations

import re

from plugins.clauses.numbering import marker

STYLES = {"decimal": "1", "lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I", "decimalZero": "1",
          "russianLower": "a", "russianUpper": "A"}


class WordNumbers:
    """Counts through one document."""

    def __init__(self, document) -> None:
        self._counts: dict[str, dict[int, int]] = {}  # list, level, value
        self._abstract: dict[str, str] = {}  # a list's definition
        self._levels: dict[tuple[str, int], tuple[str, str, int]] = {}  # definition, level: format, text, start
        self._linked: dict[str, tuple[str, int]] = {}  # style: definition, level
        self._anew: dict[tuple[str, int], int] = {}  # list, level: where it begins again when it is met first
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return
        for one in all_at(root, "./w:abstractNum"):
            name = first(one, "./@w:abstractNumId")
            for level in all_at(one, "./w:lvl"):
                at = int(first(level, "./@w:ilvl"))
                shape, text, start = (first(level, f"./w:{tag}/@w:val") for tag in ("numFmt", "lvlText", "start"))
                self._levels[name, at] = shape or "decimal", text or "", int(start or 1)
                if style := first(level, "./w:pStyle/@w:val"):
                    self._linked[style] = name, at
        for one in all_at(root, "./w:num"):
            number = first(one, "./@w:numId")
            self._abstract[number] = first(one, "./w:abstractNumId/@w:val")
            for level in all_at(one, "./w:lvlOverride[w:startOverride]"):
                self._anew[number, int(first(level, "./@w:ilvl"))] = int(first(level, "./w:startOverride/@w:val"))

    def mark(self, paragraph) -> str:
        """The mark of the next paragraph, "5.4 " or "• "; "" when it has none."""
        known = self._list(paragraph)
        if known is None:
            return ""
        number, level = known
        name = self._abstract.get(number, "")
        shape, text, start = self._levels.get((name, level), ("none", "", 1))
        counts = self._counts.setdefault(name, {})
        counts[level] = self._anew.pop((number, level), counts.get(level, start - 1) + 1)
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        if shape == "none":
            return ""
        if shape == "bullet":
            return "• "

        def counted(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            own, _, begin = self._levels.get((name, at), ("decimal", "", 1))
            return marker(STYLES.get(own, "1"), counts.get(at, begin))

        return re.sub(r"%(\d)", counted, text) + " "

    def _list(self, paragraph) -> tuple[str, int] | None:
        """The list and the level of a paragraph, its own or its style's."""
        properties = [paragraph._p.pPr]
        style = paragraph.style
        while style is not None:
            properties.append(style.element.pPr)
            style = style.base_style
        for one in properties:
            if one is not None and one.numPr is not None and one.numPr.numId is not None:
                if one.numPr.numId.val == 0:
                    return None  # taken off
                level = one.numPr.ilvl.val if one.numPr.ilvl is not None else self._level_of(paragraph)
                return str(one.numPr.numId.val), level
        return None

    def _level_of(self, paragraph) -> int:
        return self._linked.get(paragraph.style.style_id, ("", 0))[1]


def all_at(element, path: str) -> list:
    """What stands at a path; python-docx gives its own elements a narrower `xpath`."""
    from lxml import etree

    return etree.XPath(path, namespaces={"w": element.nsmap["w"]})(element)


def first(element, path: str) -> str:
    """The first value at a path, "" for none."""
    return next(iter(all_at(element, path)), "")
