"""A calculator as it stands in the page: its form, and the answer of a worked example."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

import calculators
from calculators.messages import POINT, Words
from calculators.numbers import read

from plugins.site.words import catalogue

from .fence import Block
from .form import Form
from .keep import SENTENCES, keep_section
from .respond import respond
from .sections import html
from .sources import Shown

FAILURES = ("old", "wasm", "worker", "load", "time", "rules")
"""Why the browser may have no answer; the page has a sentence for each."""


class ExampleError(ValueError):
    """The worked example of a page is no right request."""


@dataclass(frozen=True)
class Place:
    """The page that a calculator stands in.

    `page` is what the worker gets too: the words and the places of the clauses, as JSON text. `address` leads from the
    page to the file that holds it, `base` to the first page of the language, `glossary` from there to the terms.
    """

    language: str
    page: str
    address: str
    base: str
    glossary: str

    def read(self) -> dict[str, Any]:
        page: dict[str, Any] = json.loads(self.page)
        return page


def element(block: Block, place: Place) -> str:
    """The custom element with all that works before and without the script."""
    words, name, example = place.read()["words"], block.name, block.example
    text = json.dumps(example, ensure_ascii=False, default=str)
    message = json.dumps({"name": name, "text": text, "language": place.language, "base": place.base, "reading": "*"})
    reply = json.loads(respond(message, place.page))
    if "errors" in reply:
        raise ExampleError("; ".join(f"{error['path']}: {error['text']}" for error in reply["errors"]))
    form = _form(block, place).html(calculators.schema(name, place.language), example, block.readings)
    tools = "".join(f'<button type="button" data-{tool}>{escape(words[f"page.{tool}"])}</button>' for tool in ("clear", "example"))
    said = {key: words[f"page.{key}"] for key in ("starting", "incomplete", *(f"failed_{failure}" for failure in FAILURES))}
    said |= {key: words[f"record.{key}"] for key in SENTENCES} | {"example_gives": words["page.example_gives"].format(summary=reply["summary"])}
    sentences = "".join(f'<span data-words="{key}">{escape(text)}</span>' for key, text in said.items())
    attributes = {"calculator": name, "language": place.language, "base": place.base, "page": place.address, "example": text}
    attributes["version"] = calculators.__version__
    data = " ".join(f'data-{key}="{escape(value)}"' for key, value in attributes.items())
    return (
        f"<clause-calculator data-pagefind-ignore {data}>"
        f'<noscript><p class="calculator-noscript">{escape(words["page.noscript"])}</p></noscript>'
        f'<form class="calculator-form" inert novalidate autocomplete="off" data-point="{POINT[place.language]}">'
        f'{form}<div class="calculator-tools">{tools}</div><p class="calculator-help">{escape(words["page.privacy"])}</p></form>'
        f'<p class="calculator-status" aria-hidden="true">{escape(said["example_gives"])}</p><p class="calculator-heard" role="status"></p>'
        '<ul class="calculator-needed"></ul>'
        f'<p class="calculator-example">{escape(words["page.worked_example"])}</p>'
        f'<div class="calculator-answer">{html(reply["sections"])}</div>{keep_section(name, words)}<div class="calculator-record"></div>'
        f"<div hidden>{sentences}</div></clause-calculator>"
    )


def _form(block: Block, place: Place) -> Form:
    page, shown = place.read(), Words(place.language)
    words = page["words"] | catalogue(place.language, name="form")
    source = Shown(place.language, page["links"], place.base, place.glossary, words["form.source"])

    def number(text: str) -> str:
        value = read(text)
        return text if value is None else shown.show(value)

    return Form(block.name, words, source.html, number, POINT[place.language], block.names, block.sections, block.folded)
