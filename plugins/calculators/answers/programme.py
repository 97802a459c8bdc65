"""The estimate of a whole cycle: totals first, then visits by places, samples, and how each place's days come about."""

from __future__ import annotations

from calculators.messages import Words

from ..account import finding_list, step_list
from ..files.cells import number
from ..markup import escape, figures, table
from ..pictures.cycle import cycle
from ..sections import headed, long_list
from .cc11 import selected_sites
from .quoted import quoted_days

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..files.cells import Sheet
    from ..respond import Page
    from ..sections import Section

_COLUMNS = ("days", "exact", "on_site_minimum")


def result(answer: dict, page: Page) -> list[Section]:
    return [*_quoted(answer, page), *_totals(answer, page), *_visits(answer, page), *_samples(answer, page), *_places(answer, page)]


def summary(answer: dict, page: Page) -> str:
    if not answer["visits"]:
        return page.text("page.no_days")
    return f"{page.text('page.three_year_total')}: {page.number(answer['three_year_total']['days'])}"


def _quoted(answer: dict, page: Page) -> list[Section]:
    words = Words(page.language)
    quoted = dict(answer.get("quoted", {}))
    places = [(words.text("quoted.at_place", {"visit": _visit(one["visit"], words), "id": one["id"]}), one) for one in quoted.pop("places", ())]
    sums = ("three_year_total", "with_recertification")
    return quoted_days([(page.text(f"page.{name}") if name in sums else _visit(name, words), one) for name, one in quoted.items()] + places, page)


def _visit(name: str, words: Words) -> str:
    return words.text(f"programme.visit.{name}")


def _totals(answer: dict, page: Page) -> list[Section]:
    if not answer["visits"]:
        return [f'<p class="calculator-none">{page.html("page.no_days")}</p>']
    totals = [(escape(one["title"]), one) for one in answer["visits"]]
    sums = [(page.html(f"page.{name}"), answer[name]) for name in ("three_year_total", "with_recertification") if answer[name]]
    numbers = {"three_year_total": answer["three_year_total"]["days"], "three_year_on_site": answer["three_year_total"]["on_site_minimum"]}
    rows = [(heading, [escape(page.number(one[column])) for column in _COLUMNS]) for heading, one in (*totals, *sums)]
    columns = [page.text(f"page.column_{name}") for name in _COLUMNS]
    return [figures(page, numbers), cycle(answer["visits"], page), table("totals", page.text("page.visits"), columns, rows)]


def _visits(answer: dict, page: Page) -> list[Section]:
    """Which places a visit goes to and for how many days; the central function comes first."""
    visits = answer["visits"] or ()
    days = {visit["visit"]: {stay["id"]: stay["days"] for stay in visit["sites"]} for visit in visits}
    places = dict.fromkeys(name for stays in days.values() for name in stays)
    if len(places) < 2:
        return []
    rows = [(escape(place), [escape(page.number(stays[place])) if place in stays else "" for stays in days.values()]) for place in places]
    caption, columns, corner = page.text("page.places"), [visit["title"] for visit in visits], page.text("page.site")
    return long_list(rows, lambda some, _: [table("visits", caption, columns, some, corner)], page)


def _samples(answer: dict, page: Page) -> list[Section]:
    """For each visit the sites it goes to, with the steps of the sample."""
    titles = {visit["visit"]: visit["title"] for visit in answer["visits"] or ()}
    parts: list[Section] = [
        (
            f"visit {name}",
            f"{escape(titles.get(name, name))}: {page.html('page.sample_sample')} {escape(page.number(sample['sample'] or '0'))}",
            [*selected_sites(sample, page), *step_list(sample["steps"], page), *finding_list(sample["findings"], page)],
        )
        for name, sample in answer["samples"].items()
    ]
    return headed(page.text("page.samples"), parts)


def _places(answer: dict, page: Page) -> list[Section]:
    """For each place its days per standard and its own steps."""

    def drawn(some: Sequence[dict], _: int) -> list[Section]:
        return [
            (f"place {place['id']}", _headline(place, page), step_list(place["steps"], page) + finding_list(place["findings"], page))
            for place in some
        ]

    return headed(page.text("page.place_accounts"), long_list(answer["sites"], drawn, page))


def _headline(place: dict, page: Page) -> str:
    days = " + ".join(f"{name} {page.number(value)}" for name, value in place["standards"].items() if value)
    return escape(f"{place['id']}: {days}" + (f" → {page.number(place['initial'])}" if place["initial"] else ""))


def sheets(answer: dict, page: Page) -> list[Sheet]:
    """Days per visit and site, and per visit."""
    days = [page.text(f"page.column_{name}") for name in _COLUMNS]
    visits = answer["visits"] or ()
    stays = [[visit["title"], one["id"], *(number(one[name]) for name in _COLUMNS)] for visit in visits for one in visit["sites"]]
    sums = [(page.text(f"page.{name}"), answer[name]) for name in ("three_year_total", "with_recertification") if answer[name]]
    totals = [[title, *(number(one[name]) for name in _COLUMNS)] for title, one in (*((visit["title"], visit) for visit in visits), *sums)]
    visit = page.text("record.visit")
    return [(page.text("record.days_per_site"), [visit, page.text("page.site"), *days], stays), (page.text("page.visits"), [visit, *days], totals)]
