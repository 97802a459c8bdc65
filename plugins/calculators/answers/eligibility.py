"""Whether an organization may apply yet (GZ021 5.1.2), what is missing, and what to bring (GZ021 5.1.3)."""

from __future__ import annotations

from ..markup import clause_links, escape
from ..sections import headed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..respond import Page
    from ..sections import Section


def result(answer: dict, page: Page) -> list[Section]:
    return [_verdict(answer, page), *_missing(answer, page), *_documents(answer, page)]


def summary(answer: dict, page: Page) -> str:
    said = {True: "eligible", False: "not_eligible", None: "eligible_unknown"}[answer["eligible"]]
    when = f" {page.text('page.holds_from')} {answer['holds_from']}" if answer["holds_from"] and not answer["eligible"] else ""
    return page.text(f"page.{said}") + when


def _verdict(answer: dict, page: Page) -> str:
    return f'<p class="calculator-verdict"><strong>{escape(summary(answer, page))}</strong></p>'


def _missing(answer: dict, page: Page) -> list[Section]:
    """The conditions that do not hold first, then those of which nothing is known."""
    items = "".join(
        f'<li class="calculator-{"shall" if one["state"] == "unmet" else "note"}"><p><strong>{page.html("page.condition_" + one["state"])}</strong> '
        f"{escape(one['text'])}{_from(one, page)}</p>{clause_links(one['clauses'], page)}</li>"
        for one in sorted(answer["missing"], key=lambda one: one["state"] != "unmet")
    )
    return headed(page.text("page.missing"), [f'<ul class="calculator-findings">{items}</ul>'] if items else [])


def _from(condition: dict, page: Page) -> str:
    return f" {page.html('page.holds_from')} <time>{condition['holds_from']}</time>" if condition["holds_from"] else ""


def _documents(answer: dict, page: Page) -> list[Section]:
    items = "".join(
        f"<li><p>☐ <strong>{escape(one['title'])}</strong>: {escape(one['text'])}</p>{clause_links(one['clauses'], page)}</li>"
        for one in answer["documents"]
    )
    return headed(page.text("page.documents"), [f'<ul class="calculator-steps">{items}</ul>'] if items else [])
