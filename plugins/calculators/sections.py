"""An answer in sections: each is one element, so that the page changes only those that differ from the answer before.

A section is HTML, or a fold: the name of what it tells of, which stays when its figures change, the HTML of its heading,
and the sections inside, which a live page draws when they are unfolded. A long list shows its first items, no more than a phone's reader scrolls past; the rest lies in folds that are
short enough to be drawn at once.
"""

from __future__ import annotations

from .markup import escape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeVar

    from .respond import Page

    Item = TypeVar("Item")
    Section = str | tuple[str, str, list["Section"]]

_WHOLE, _SEEN, _FOLD = 40, 20, 200


def html(sections: Sequence[Section], opened: bool = False) -> str:
    """All sections as they stand in a page that is written once; `opened` for paper, which cannot be unfolded."""
    attribute = " open" if opened else ""
    return "".join(
        section
        if isinstance(section, str)
        else f'<details class="calculator-fold"{attribute}><summary>{section[1]}</summary><div>{html(section[2], opened)}</div></details>'
        for section in sections
    )


def headed(title: str, sections: list[Section]) -> list[Section]:
    """Sections below a heading; nothing where there are none."""
    return [f"<h2>{escape(title)}</h2>", *sections] if sections else []


def long_list(items: Sequence[Item], drawn: Callable[[Sequence[Item], int], list[Section]], page: Page) -> list[Section]:
    """The first of `items` in sight, the others folded; `drawn` gets some of them and the place of the first."""
    if not items:
        return []
    if len(items) <= _WHOLE:
        return drawn(items, 0)
    return drawn(items[:_SEEN], 0) + [
        (f"from {first}", _range(first, min(first + _FOLD, len(items)), len(items), page), drawn(items[first : first + _FOLD], first))
        for first in range(_SEEN, len(items), _FOLD)
    ]


def _range(first: int, last: int, count: int, page: Page) -> str:
    numbers = {"first": first + 1, "last": last, "count": count}
    return escape(page.text("picture.range").format_map({name: page.number(str(number)) for name, number in numbers.items()}))
