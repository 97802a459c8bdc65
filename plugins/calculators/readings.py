"""The readings that an answer used: each can be changed in its place, and shows what another one would move."""

from __future__ import annotations

import calculators
from calculators.choices import CHOICES
from calculators.compare import differences
from calculators.fields import Choice, Number
from calculators.messages import POINT, Words

from .markup import clause_links, escape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from .respond import Page

OPEN = {  # the clause that leaves the point open
    "curve": "CC105:2020/QMS1-n1", "curve_start": "CC105:2020/QMS1-n1", "tie": "CC105:2020/2.2.3", "round": "CC105:2020/2.2.3",
    "matrix_edge": "CC106:2023/fig-A.1", "site_limit": "CC11:2018/7.3.1", "integrated_in_site_limit": "CC11:2018/7.3.1",
    "over_limit": "CC105:2020/3.9", "minimum_day": "CC105:2020/5", "shifts": "CC105:2020/2.3.5", "beyond_table": "CC105:2020/QMS1-n2",
    "recertification_factor": "CC11:2018/6.1.3.3", "stage1_share": "CC105:2020/3.1", "preset": "CC105:2020/8",
}  # fmt: skip
HEADLINES = {  # calculator: the numbers that a reader looks at first, by the word for each
    "cc105": {"initial": "initial.days", "surveillance_per_year": "surveillance_per_year.days", "recertification": "recertification.days"},
    "cc106": {"integrated_days": "integrated.days"},
    "cc11": {"sample_sample": "sample"},
    "programme": {"three_year_total": "three_year_total.days", "with_recertification": "with_recertification.days"},
}


def readings_html(answer: dict, page: Page, moved: Mapping[str, str] | None = None) -> str:
    """Every reading used with its other values; `moved` is what they would move, where that is known already."""
    words = Words(page.language)
    items = "".join(
        f'<div class="calculator-reading"><label for="reading-{key}">{escape(words.text(f"choices.{key}"))}</label>'
        f"{_control(key, value, words)}{clause_links([OPEN[key]], page)}"
        f'<div class="calculator-moves" data-moves="{key}"{"" if moved is None else " data-known"}>{(moved or {}).get(key, "")}</div></div>'
        for key, value in answer.get("choices", {}).items()
    )
    if not items:
        return ""
    return (
        f'<section class="calculator-readings"><h2>{page.html("page.choices")}</h2><p>{page.html("page.choices_help")}</p>'
        f"{items}</section>"
    )


def readings_told(answer: dict, page: Page) -> str:
    """Every reading used, for paper."""
    words = Words(page.language)
    items = "".join(
        f"<div><dt>{escape(words.text(f'choices.{key}'))}</dt><dd>{escape(_title(key, value, words) if _values(key) else page.number(str(value)))}</dd></div>"
        for key, value in answer["choices"].items()
    )
    return f'<h2>{page.html("page.choices")}</h2><dl class="calculator-entered">{items}</dl>' if items else ""


def moves(name: str, request: dict, answer: dict, key: str, page: Page) -> str:
    """For every other value of one reading: the headline numbers that it would give; `request` is what `answer` came from."""
    words = Words(page.language)
    items = "".join(
        f"<li><strong>{escape(_title(key, value, words))}</strong>: {_moved(name, request, answer, key, value, page)}</li>"
        for value in _values(key)
        if value != answer["choices"].get(key)
    )
    return f"<ul>{items}</ul>" if items else ""


def every_move(name: str, request: dict, answer: dict, page: Page) -> dict[str, str]:
    """That of each reading used, for a page that is written once."""
    return {key: moves(name, request, answer, key, page) for key in answer.get("choices", {})}


def _moved(name: str, request: dict, answer: dict, key: str, value: object, page: Page) -> str:
    changed = {**request, "choices": {**(request.get("choices") or {}), key: value}}
    other = calculators.calculate(name, changed, page.language)
    if "errors" in other:
        return escape(other["errors"][0]["text"])
    found = {one["path"]: one for one in differences(answer, other)}
    said = [
        f"{page.html(f'page.{word}')} {_number(found[path]['one'], page)} → <strong>{_number(found[path]['other'], page)}</strong>"
        for word, path in HEADLINES.get(name, {}).items()
        if path in found
    ]
    lost = [path for path in found if path in ("initial", "visits", "three_year_total")]
    if lost:
        return page.html("page.moves_no_number")
    return "; ".join(said) or page.html("page.moves_little" if found else "page.moves_nothing")


def _number(value: object, page: Page) -> str:
    return escape("–" if value is None else page.number(str(value)))


def _values(key: str) -> tuple[object, ...]:
    field = CHOICES[key]
    return field.values if isinstance(field, Choice) else () if isinstance(field, Number) else (False, True)


def _control(key: str, value: object, words: Words) -> str:
    values = _values(key)
    if not values:
        return f'<input type="text" inputmode="decimal" id="reading-{key}" data-reading="choices.{key}" value="{escape(str(value).replace(".", POINT[words.language]))}">'
    options = "".join(
        f'<option value="{_written(each)}"{" selected" if each == value else ""}>{escape(_title(key, each, words))}</option>' for each in values
    )
    return f'<select id="reading-{key}" data-reading="choices.{key}">{options}</select>'


def _title(key: str, value: object, words: Words) -> str:
    return words.text(f"choices.{key}={_written(value)}")


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
