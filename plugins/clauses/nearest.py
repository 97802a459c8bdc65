"""The clause that was probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches


def nearest(wanted: str, known: Iterable[str]) -> str:
    """The address in `known` that shares most with `wanted` from the left, then is nearest by spelling or number; "" for none.

    >>> nearest("5.4.9", ["5.4.1", "5.4.8", "5.5"])
    '5.4.8'
    >>> nearest("33.9", ["3.9", "11.1"])
    '3.9'
    """
    known = list(known)

    def parts(address: str) -> list[str]:
        return re.findall(r"\d+|[A-Za-z]+", address)

    asked = parts(wanted)

    def distance(address: str) -> tuple[int, int, int]:
        own = parts(address)
        shared = 0
        while shared < min(len(own), len(asked)) and own[shared] == asked[shared]:
            shared += 1
        gap = 1000
        if shared < min(len(own), len(asked)) and own[shared].isdigit() and asked[shared].isdigit():
            gap = abs(int(own[shared]) - int(asked[shared]))
        elif shared == len(own):
            gap = 500
        return -shared, gap, abs(len(own) - len(asked))

    near = min(known, key=distance, default="")
    if near and not distance(near)[0] and (spelled := get_close_matches(wanted, known, n=1, cutoff=0.8)):
        return spelled[0]  # a digit too many or too few
    return near if near and distance(near) < (0, 1000, 0) else ""
