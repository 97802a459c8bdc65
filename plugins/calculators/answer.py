"""An answer in sections of HTML: the build writes the worked example with it, the browser every answer after that.

Each calculator has its template in `answers/`; steps, findings and readings are drawn alike for all of them.
"""

from __future__ import annotations

from .account import account
from .answers import template
from .readings import readings_html

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from .respond import Page
    from .sections import Section


def sections(name: str, answer: dict, page: Page, moved: Mapping[str, str] | None = None) -> list[Section]:
    """The whole answer: what was asked for first, then every step, what the documents demand, and the readings used.

    `moved` is what other readings would move, where that is known already.
    """
    drawn = template(name)
    beside = drawn.beside(answer, page) if hasattr(drawn, "beside") else []
    found = [*drawn.result(answer, page), *beside, *account(answer, page), readings_html(answer, page, moved)]
    return [section for section in found if section]


def summary(name: str, answer: dict, page: Page) -> str:
    """One sentence for those who listen to the page."""
    return template(name).summary(answer, page)
