"""How an answer comes about: every step with its clauses, and what the documents demand."""

from __future__ import annotations

from .markup import clause_links, escape
from .sections import headed, long_list

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from .respond import Page
    from .sections import Section

LEVELS = ("shall", "should", "note")
"""The force of a finding, the strongest first."""


def account(answer: dict, page: Page) -> list[Section]:
    """Every step, and every finding, below their headings."""
    steps, findings = step_list(answer["steps"], page), finding_list(answer["findings"], page)
    return headed(page.text("page.steps"), steps) + headed(page.text("page.findings"), findings)


def step_list(steps: Sequence[dict], page: Page) -> list[Section]:
    def drawn(some: Sequence[dict], first: int) -> list[Section]:
        items = "".join(f'<li><p>{escape(step["text"])}</p>{clause_links(step["clauses"], page)}</li>' for step in some)
        start = f' start="{first + 1}"' if first else ""
        return [f'<ol class="calculator-steps"{start}>{items}</ol>']

    return long_list(steps, drawn, page)


def finding_list(findings: Sequence[dict], page: Page) -> list[Section]:
    def drawn(some: Sequence[dict], first: int) -> list[Section]:
        items = "".join(
            f'<li class="calculator-{finding["level"]}"><p><strong>{page.html("page.level_" + finding["level"])}</strong> {escape(finding["text"])}</p>'
            f"{clause_links(finding['clauses'], page)}</li>"
            for finding in some
        )
        return [f'<ul class="calculator-findings">{items}</ul>']

    return long_list(sorted(findings, key=lambda finding: LEVELS.index(finding["level"])), drawn, page)
