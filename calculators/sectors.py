"""Which category a business falls into: the examples of tables QMS 2, EMS 2 and OHSMS 2 (CC105, annexes A to C).

>>> [(found["standard"], found["category"]) for found in find("oil refining", "en")[:2]]
[('EMS', 'high'), ('OHSMS', 'high')]
"""

from __future__ import annotations

import re

from .figures import implements
from .messages import Words

ENTRIES = {  # how many examples each category of a table lists; their words stand in the catalogues
    "QMS": {"high": 12, "medium": 7, "low": 7},
    "EMS": {"high": 12, "medium": 20, "low": 8, "limited": 5, "special": 6},
    "OHSMS": {"high": 30, "medium": 25, "low": 11},
}
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W\d_]+")
_SHORTEST_STEM = 4


@implements("CC105:2020/QMS2", "CC105:2020/EMS2", "CC105:2020/OHSMS2")
def find(business: str, language: str, standard: str | None = None) -> list[dict[str, str]]:
    """The examples that share words with a business as a person describes it, the closest first.

    Each is `{"standard", "category", "text", "clause"}`. The tables give examples, not rules: the body decides the
    category from the organization's own activities, so no match means no more than that.
    """
    asked = _stems(business[:200])
    words = Words(language)
    found = []
    for name, categories in ENTRIES.items():
        if standard not in (None, name):
            continue
        for place_in_table, (category, count) in enumerate(categories.items(), 1):
            for number in range(1, count + 1):
                text = words.text(f"sectors.{name}2.{category}.{number}")
                # after 'except' stand the things that are not meant: 'textiles, except dyeing'
                meant = _stems(re.split(words.text("sectors.except"), text, maxsplit=1)[0])
                closeness = sum(1 for stem in asked if any(_same(stem, other) for other in meant))
                if closeness:
                    clause = f"CC105:2020/{name}2-h{place_in_table}-{number}"
                    place = {"standard": name, "category": category, "text": text, "clause": clause}
                    found.append((-closeness * 2 + (len(meant) > 12), len(found), place))
    best = min((rank for rank, _, _ in found), default=0)
    return [place for rank, _, place in sorted(found, key=lambda item: item[:2]) if rank <= best // 2]


def _stems(text: str) -> list[str]:
    """The words of a text without their endings; Chinese by pairs of characters, which carry the sense."""
    words = _WORD.findall(text.lower())
    pairs = [one + two for one, two in zip(words, words[1:]) if _is_chinese(one) and _is_chinese(two)]
    return pairs + [word for word in words if not _is_chinese(word) and len(word) >= _SHORTEST_STEM]


def _same(one: str, other: str) -> bool:
    """Two words that share their beginning but for an ending of up to three letters."""
    if _is_chinese(one[0]):
        return one == other
    shared = max(_SHORTEST_STEM, min(len(one), len(other)) - 3)
    return abs(len(one) - len(other)) <= 4 and one[:shared] == other[:shared]


def _is_chinese(mark: str) -> bool:
    return "\u3400" <= mark <= "\u9fff"
