"""The table of contents of a source: its entries are read again as headings below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plugins.clauses.importing.block import Block, Unsettled
from plugins.clauses.importing.marks import CONTENTS, mark

PAGE = re.compile(r"[\s.…·\t_]*\d{1,3}$")
ITEM_END = re.compile(r"[;；,，:：]$")  # no entry has it
LEAST = 3  # entries make a list
LOOSE = 2  # lines between two entries that are none


def without_contents(blocks: Sequence[Block], unsettled: list[Unsettled]) -> list[Block]:
    """The blocks without the contents list: a run of entries, from the first section on, each of which stands again below it."""
    keys = [key(block) for block in blocks]
    last = {one: at for at, one in enumerate(keys) if one}
    for at in range(len(keys)):
        begun = mark(blocks[at].text)
        if keys[at] and begun.kind in ("number", "article") and begun.value in ("0", "1"):
            run = entries(keys, at, last)
            again = next((later for later in range(run[-1] + 1, len(keys)) if same(keys[at], keys[later])), 0)
            if len(run) >= LEAST and again:
                first = at - 1 if at and is_title(blocks[at - 1]) else at
                # Entries that differ from their headings are left out too: a number before the first section is one.
                entry = [one for one in range(run[-1] + 1, again) if mark(blocks[one].text).kind == "number"]
                left_out = {*range(first, run[-1] + 1), *entry}
                unsettled.append(Unsettled(blocks[first].place, f"table of contents left out, up to {blocks[max(left_out)].place}"))
                blocks = [block for one, block in enumerate(blocks) if one not in left_out]
                break
    return [block for block in blocks if not is_title(block)]


def entries(keys: Sequence[str], first: int, last: dict[str, int]) -> list[int]:
    """Where the run of entries from `first` on stands; an entry that comes twice begins the text."""
    run = [first]
    seen = {keys[first]}
    for at in range(first + 1, len(keys)):
        if at - run[-1] > LOOSE or keys[at] in seen or any(same(one, keys[at]) for one in seen):
            break
        if keys[at] and (last[keys[at]] > at or any(same(keys[at], one) for one in keys[at + 1 :])):
            run.append(at)
            seen.add(keys[at])
    return run


def is_title(block: Block) -> bool:
    """Whether a block is the heading of a table of contents."""
    return block.words.replace(" ", "").lower() in CONTENTS


def key(block: Block) -> str:
    """What an entry and its heading have in common: number and words, without page, spaces and stops; "" for what is neither."""
    if block.kind in ("table", "code") or ITEM_END.search(block.words):
        return ""
    found = mark(block.text)
    words = PAGE.sub("", found.rest) or found.rest
    squeezed = re.sub(r"\W", "", words).lower()
    return f"{found.value} {squeezed}" if squeezed and len(squeezed) < 80 else ""


def same(entry: str, heading: str) -> bool:
    """Whether a heading is what the entry names; a long one may be cut short there."""
    return bool(entry) and (entry == heading or (len(entry) > 8 and heading.startswith(entry)))
