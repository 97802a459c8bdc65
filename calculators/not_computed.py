"""Clauses that oblige and name a number, and that no rule computes: each with the reason.

The check of the documents holds this list against their text: a clause that a rule takes up leaves it.
"""

from __future__ import annotations

NOT_COMPUTED: dict[str, tuple[str, ...]] = {
    "the number names a stage, a part or a standard, and is no quantity": (
        "CC11:2018/6.1.1.3",
        "GZ021:A1/4.1.3",
        "NARMD5:2009/0.2",
        "OPSSM:1/4.3",
    ),
    "the number counts the categories that the tables give a column each": (
        "CC105:2020/C-h1",
        "NARMD5:2009/B-h1",
    ),
    "the number says when the document applies: a request needs two standards or more": (
        "CC106:2023/0.1",
        "CC106:2023/2.1.1",
    ),
    "the number explains the certification cycle, which is computed from GZ021:A1/6.2.2": ("GZ021:A1/5.4.1.2-n",),
    "how often a site is visited is planned with the surveillance audits, which the programme puts on site": (
        "NARMD5:2009/4.4-n2",
    ),
    "the number is part of an idiom ('from one case to three others')": ("GBCX20:B0/9.1-3",),
    "the certification body's money: its risk reserve rests on its certificates, not on an audit": ("GZ021:A1/4.1.4",),
    "the certification body's people: where they worked is asked of them, not of an applicant": ("GZ021:A1/4.2.3",),
    "what a yearly report is about; no date follows from it": ("GZ021:A1/9.1-1",),
}
