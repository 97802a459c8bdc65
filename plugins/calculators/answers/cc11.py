"""How many sites and which (CC11 6.1, 6.2): the numbers first, then every selected site with how and why."""

from __future__ import annotations

from ..markup import escape, figures, table
from ..pictures.sites import site_map
from ..sections import long_list

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..files.cells import Sheet
    from ..respond import Page
    from ..sections import Section

_NUMBERS = ("sites", "minimum", "sample", "random_minimum")


def result(answer: dict, page: Page) -> list[Section]:
    if answer.get("sample") is None:
        return [f'<p class="calculator-none">{page.html("page.no_sample")}</p>']
    numbers = {f"sample_{name}": answer.get(name) for name in ("sample", "random_minimum", "sites")}
    central = [f'<p>{page.html("page.central_function")}</p>'] if answer.get("central_function") else []
    return [figures(page, numbers), *central, *_parts(answer, page), *selected_sites(answer, page)]


def summary(answer: dict, page: Page) -> str:
    if answer.get("sample") is None:
        return page.text("page.no_sample")
    return f"{page.text('page.sample_sample')}: {page.number(answer['sample'])}"


def _parts(answer: dict, page: Page) -> list[Section]:
    """The same numbers for each level or group of the organization."""
    parts = answer.get("levels") or answer.get("parts") or ()
    rows = [(escape(_name(part, page)), [escape(page.number(part[name])) if name in part else "" for name in _NUMBERS]) for part in parts]
    caption, columns = page.text("page.sample_parts"), [page.text(f"page.sample_{name}") for name in _NUMBERS]
    return long_list(rows, lambda some, _: [table("parts", caption, columns, some)], page)


def _name(part: dict, page: Page) -> str:
    named = " · ".join(part[key] for key in ("name", "level", "group") if part.get(key))
    return named or page.text("page.part_sites" if part.get("sampled", True) else "page.part_unsampled")


def selected_sites(answer: dict, page: Page) -> list[Section]:
    """Every site to visit, how it came into the sample and why, with the seed that repeats the draw."""
    chosen = answer.get("selected") or ()
    if not chosen:
        return []
    rows = [(escape(one["id"]), [page.html(f"page.how_{one['how']}"), escape(one["why"])]) for one in chosen]
    seed = [f'<p class="calculator-seed">{page.html("page.seed")}: <code>{escape(answer["seed"])}</code></p>'] if answer.get("seed") else []
    caption, columns, corner = page.text("page.selected"), [page.text("page.how"), page.text("page.why")], page.text("page.site")
    return [site_map(chosen, page), *long_list(rows, lambda some, _: [table("words", caption, columns, some, corner)], page), *seed]


def sheets(answer: dict, page: Page) -> list[Sheet]:
    """The sites to audit."""
    rows = [[one["id"], page.text(f"page.how_{one['how']}"), one["why"]] for one in answer.get("selected") or ()]
    return [(page.text("page.selected"), [page.text("page.site"), page.text("page.how"), page.text("page.why")], rows)]
