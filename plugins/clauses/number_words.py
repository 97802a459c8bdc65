"""Numbers in several words, by their value: one hundred and twenty-five, две тысячи, huszonöt.

>>> from plugins.clauses.wording import wording
>>> [value for _, _, value in composed(wording("en"), "two thousand and five copies in twenty-five boxes, one or two")]
[2005, 25]
>>> [value for _, _, value in composed(wording("ru"), "сто двадцать пять площадок, две тысячи человек")]
[125, 2000]
>>> [value for _, _, value in composed(wording("hu"), "huszonöt fő, kétezer példány, háromszázötven nap")]
[25, 2000, 350]
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.clauses.wording import Wording

Part = tuple[int, int, int]  # start, end, value


def composed(known: Wording, text: str) -> Iterator[Part]:
    """The numbers that at least two words make, with their places."""
    for run in known.compound.finditer(text):
        group: list[Part] = []
        for match in known.stem.finditer(text, run.start(), run.end()):
            part = match.start(), match.end(), known.stem_values[match.lastgroup or ""]
            # 'and' joins what follows a hundred; elsewhere it stands between two numbers.
            apart = bool(group) and group[-1][2] < 100 and any(map(str.isalpha, text[group[-1][1] : part[0]]))
            if apart or value_of([*(one for _, _, one in group), part[2]]) is None:
                yield from whole(group)
                group = []
            group.append(part)
        yield from whole(group)


def whole(group: list[Part]) -> Iterator[Part]:
    """A group of two words or more as one number."""
    if len(group) > 1 and (value := value_of([one for _, _, one in group])) is not None:
        yield group[0][0], group[-1][1], value


def value_of(values: list[int]) -> int | None:
    """What such words say together; None when they are no one number.

    >>> value_of([2, 1000, 300, 20, 5]), value_of([2, 100, 10, 5]), value_of([1, 2]), value_of([5, 20])
    (2325, 215, None, None)
    """
    total = part = 0
    least = 10**12  # the last thousand, million, …: they come in falling order
    for value in values:
        if value >= 1000:
            if value >= least:
                return None
            total, part, least = total + (part or 1) * value, 0, value
        elif value == 100 and part in range(1, 10):
            part *= 100
        elif part % (1000 if value >= 100 else 100 if value >= 10 else 10):
            return None
        else:
            part += value
    return total + part
