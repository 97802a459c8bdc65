"""Clauses that oblige and name a number, and that no rule computes: each with the reason, by the key of its words (`staff.po`).

The check of the documents holds this list against their text: a clause that a rule takes up leaves it.
"""

from __future__ import annotations

NOT_COMPUTED: dict[str, tuple[str, ...]] = {
    "name": (
        "CC11:2018/6.1.1.3",
        "GZ021:A1/4.1.3",
        "NARMD5:2009/0.2",
        "OPSSM:1/4.3",
    ),
    "categories": (
        "CC105:2020/C-h1",
        "NARMD5:2009/B-h1",
    ),
    "applies": (
        "CC106:2023/0.1",
        "CC106:2023/2.1.1",
    ),
    "cycle": ("GZ021:A1/5.4.1.2-n",),
    "visits": (
        "NARMD5:2009/4.4-n2",
    ),
    "idiom": ("GBCX20:B0/9.1-3",),
    "money": ("GZ021:A1/4.1.4",),
    "people": ("GZ021:A1/4.2.3",),
    "report": ("GZ021:A1/9.1-1",),
}
