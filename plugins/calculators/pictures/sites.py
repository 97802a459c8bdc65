"""A map of the sites, a cell each: those drawn, those chosen, those that are all audited, and the rest (CC11 6.1, 6.2)."""

from __future__ import annotations

from itertools import groupby

from ..markup import escape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..respond import Page

_COLUMNS, _CELL, _GAP = 40, 8, 2
_STEP = _CELL + _GAP
_BLOCKS, _NAMED = 20, 200
"""More blocks are drawn as one; more selected sites of a block are not named one by one."""
HOW = ("random", "chosen", "all")


def site_map(selected: list[dict], page: Page) -> str:
    """One block of cells per level and group of similar sites, in the order of the list; "" where no sites are listed."""
    sites = page.request.get("sites")
    if not isinstance(sites, list):
        return ""
    how = {one["id"]: one["how"] for one in selected}
    blocks: dict[str, list[str]] = {}
    for site in sites:
        name = " · ".join(str(site[key]) for key in ("level", "group") if site.get(key))
        blocks.setdefault(name or page.text("picture.others"), []).append(str(site["id"]).strip())
    if len(blocks) > _BLOCKS:
        blocks = {page.text("picture.whole"): [one for ids in blocks.values() for one in ids]}
    inside = "".join(_block(name, ids, how, page) for name, ids in blocks.items())
    key = "".join(f'<li class="calculator-{one}">{page.html("page.how_" + one)}</li>' for one in HOW if one in how.values())
    return (
        f'<figure class="calculator-picture calculator-map">{inside}'
        f'<figcaption><ul class="calculator-key">{key}<li class="calculator-rest">{page.html("picture.not_now")}</li></ul></figcaption></figure>'
    )


def _block(name: str, ids: list[str], how: dict[str, str], page: Page) -> str:
    taken = [number for number, one in enumerate(ids) if one in how]
    title = page.text("picture.block").format_map({"name": name, "selected": len(taken), "sites": len(ids)})
    if len(taken) <= _NAMED:
        marked = "".join(
            f'<rect class="calculator-{how[ids[number]]}" x="{number % _COLUMNS * _STEP}" y="{number // _COLUMNS * _STEP}" width="{_CELL}" height="{_CELL}">'
            f"<title>{escape(ids[number])}: {page.html('page.how_' + how[ids[number]])}</title></rect>"
            for number in taken
        )
    else:
        marked = "".join(f'<path class="calculator-{kind}" d="{_runs(number for number in taken if how[ids[number]] == kind)}"/>' for kind in HOW)
    rows = (len(ids) - 1) // _COLUMNS + 1
    return (
        f'<p>{escape(title)}</p><svg role="img" aria-label="{escape(title)}" viewBox="0 0 {_COLUMNS * _STEP - _GAP} {rows * _STEP - _GAP}">'
        f'<path class="calculator-rest" d="{_runs(range(len(ids)))}"/>{marked}</svg>'
    )


def _runs(numbers: Iterable[int]) -> str:
    """Cells side by side are one dashed line: twenty thousand sites stay a small picture."""
    path = ""
    for (row, _), run in groupby(enumerate(numbers), lambda one: (one[1] // _COLUMNS, one[1] - one[0])):
        cells = [number for _, number in run]
        path += f"M{cells[0] % _COLUMNS * _STEP},{row * _STEP + _CELL // 2}h{len(cells) * _STEP - _GAP}"
    return path
