"""The determination record for the file (CC105 3.7, 4.3, 4.4): what was entered, how the result comes about, who determined it.

Calculators whose documents ask for no record are printed the same way, without the place for signatures. It is printed and not shown; the date and the organization come from the browser, since the calculators know no clock.
"""

from __future__ import annotations

import calculators

from .account import account
from .answers import template
from .entered import entered
from .markup import clause_links, escape
from .readings import readings_told
from .sections import html

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .respond import Page

_TIME = ("CC105:2020/3.7", "CC105:2020/4.3", "CC105:2020/4.4")
ASKED_BY = {
    "cc105": _TIME,
    "cc106": ("CC106:2023/2.1.3",),
    "cc11": ("CC11:2018/6.1.3.2",),
    "programme": (*_TIME, "CC106:2023/2.1.3", "CC11:2018/6.1.3.2"),
}
"""The clauses that ask for a record, by calculator."""


def record_html(name: str, answer: dict, page: Page, organization: str, date: str) -> str:
    """The whole record: head, entries, result with every step, findings, readings, and the place for signatures."""
    whole = html([*template(name).result(answer, page), *account(answer, page)], opened=True) + readings_told(answer, page)
    return (
        f'<h2>{page.html(f"record.of_{name}")}</h2>{_head(answer, page, organization, date)}'
        f"{_asked_by(name, page)}"
        f'<h3>{page.html("record.entered")}</h3>{entered(calculators.schema(name, page.language), page.request, page)}'
        f'<h3>{page.html("record.result")}</h3>{whole}{_signatures(page) if name in ASKED_BY else ""}'
    )


def _asked_by(name: str, page: Page) -> str:
    return f'<p>{page.html("record.asked_by")}</p>{clause_links(ASKED_BY[name], page)}' if name in ASKED_BY else ""


def _head(answer: dict, page: Page, organization: str, date: str) -> str:
    values = {
        "organization_name": organization or "\u00a0",
        "date": date,
        "documents": ", ".join(_documents(answer, page)),
        "version": calculators.__version__,
    }
    items = "".join(f'<div><dt>{page.html(f"record.{name}")}</dt><dd>{escape(value)}</dd></div>' for name, value in values.items())
    return f'<dl class="calculator-record-head">{items}</dl>'


def _documents(answer: dict, page: Page) -> list[str]:
    """The editions that the answer cites, as readers call them."""
    cited = {clause.partition("/")[0] for one in (*answer["steps"], *answer["findings"]) for clause in one["clauses"]}
    return [page.label(edition) for edition in sorted(cited)]


def _signatures(page: Page) -> str:
    columns = "".join(f'<th scope="col">{page.html(f"record.{name}")}</th>' for name in ("name", "day", "signature"))
    rows = "".join(
        f'<tr><th scope="row">{page.html(f"record.{role}")}</th><td></td><td></td><td></td></tr>' for role in ("determined", "reviewed")
    )
    return f'<table class="calculator-signatures"><thead><tr><td></td>{columns}</tr></thead><tbody>{rows}</tbody></table>'
