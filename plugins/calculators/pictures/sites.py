"""A map of the sites, a cell each: those drawn, those chosen, those that are all audited, and the rest (CC11 6.1, 6.2)."""

from __future__ import annotations

from ..markup import escape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..respond import Page

_COLUMNS, _CELL, _GAP = 40, 8, 2
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
        blocks.setdefault(name, []).append(str(site["id"]).strip())
    inside = "".join(_block(name or page.text("picture.others"), ids, how, page) for name, ids in blocks.items())
    key = "".join(f'<li class="calculator-{one}">{page.html("page.how_" + one)}</li>' for one in HOW if one in how.values())
    return (
        f'<figure class="calculator-picture calculator-map">{inside}'
        f'<figcaption><ul class="calculator-key">{key}<li class="calculator-rest">{page.html("picture.not_now")}</li></ul></figcaption></figure>'
    )


def _block(name: str, ids: list[str], how: dict[str, str], page: Page) -> str:
    step, taken = _CELL + _GAP, [one for one in ids if one in how]
    title = page.text("picture.block").format_map({"name": name, "selected": len(taken), "sites": len(ids)})
    rows = [ids[start : start + _COLUMNS] for start in range(0, len(ids), _COLUMNS)]
    # a row of cells is one dashed line: twenty thousand sites stay a small picture
    lines = "".join(f"M0,{row * step + _CELL // 2}h{len(cells) * step - _GAP}" for row, cells in enumerate(rows))
    marked = "".join(
        f'<rect class="calculator-{how[one]}" x="{number % _COLUMNS * step}" y="{number // _COLUMNS * step}" width="{_CELL}" height="{_CELL}">'
        f'<title>{escape(one)}: {page.html("page.how_" + how[one])}</title></rect>'
        for number, one in enumerate(ids)
        if one in how
    )
    return (
        f'<p>{escape(title)}</p><svg role="img" aria-label="{escape(title)}" viewBox="0 0 {_COLUMNS * step - _GAP} {len(rows) * step - _GAP}">'
        f'<path class="calculator-rest" d="{lines}"/>{marked}</svg>'
    )
