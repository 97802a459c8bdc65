"""What the reader takes along: the organization's name, files, the link, and the button that forgets everything."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from .files.offered import kinds

SENTENCES = ("link_copied", "link_selected", "file_damaged", "file_other", "forgotten")
"""What the page says when one of these was used."""


def keep_section(name: str, words: Mapping[str, str]) -> str:
    """The section below the answer; it is seen once the script runs."""
    at = f"keep-{name}"

    def button(kind: str, attribute: str = "") -> str:
        return f'<button type="button" class="md-button" data-{attribute or kind}>{escape(words[f"record.{kind}"])}</button>'

    def field(kind: str, attributes: str) -> str:
        label = f'<label for="{at}-{kind}">{escape(words[f"record.{kind}"])}</label>'
        return f'<div class="calculator-field">{label}<input id="{at}-{kind}" name="{kind}" {attributes}></div>'

    files = "".join(button(kind, f'file="{kind}"') for kind in kinds(name))
    return (
        f'<section class="calculator-keep" aria-labelledby="{at}" hidden><h2 id="{at}">{escape(words["record.keep"])}</h2>'
        + field("organization", 'type="text" maxlength="300" autocomplete="organization"')
        + f'<div class="calculator-tools">{button("print")}{files}{button("save")}{button("link")}</div>'
        + f'<input type="text" readonly hidden name="link" aria-label="{escape(words["record.link_field"])}">'
        + field("open", 'type="file" accept=".json,application/json"')
        + f'<div class="calculator-tools">{button("forget")}</div><p class="calculator-help">{escape(words["record.privacy"])}</p></section>'
    )
