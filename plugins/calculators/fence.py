"""The Markdown extension: a fenced block ```` ```calculator ```` becomes a calculator."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import yaml
from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

FENCE = re.compile(r"^```calculator[ ]*\n(?P<body>.*?)^```[ ]*$", re.MULTILINE | re.DOTALL)


class FenceError(ValueError):
    """A block that says something else than a calculator needs."""


@dataclass(frozen=True)
class Block:
    """What a page says of its calculator: the worked `example`, and what the form shows beyond the schema.

    `readings` are offered at its end; `first` are the fields in sight, in this order (else what an answer needs);
    `names` are offered where the schema leaves names to the asker, such as those of standards.
    """

    name: str
    example: Mapping[str, Any]
    readings: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


class CalculatorExtension(Extension):
    """Gives each block to `render(block)` and puts the HTML that comes back in its place."""

    def __init__(self, render: Callable[[Block], str]) -> None:
        super().__init__()
        self.render = render

    def extendMarkdown(self, md: Markdown) -> None:
        md.block_level_elements.append("clause-calculator")  # or it would be put into a paragraph
        md.preprocessors.register(_Fences(md, self.render), "calculators", 28)  # before fenced code (25) and raw HTML (20)


class _Fences(Preprocessor):
    def __init__(self, md: Markdown, render: Callable[[Block], str]) -> None:
        super().__init__(md)
        self.render = render

    def run(self, lines: list[str]) -> list[str]:
        return FENCE.sub(self._calculator, "\n".join(lines)).split("\n")

    def _calculator(self, match: re.Match[str]) -> str:
        return "\n" + self.md.htmlStash.store(self.render(block(match["body"]))) + "\n"


def block(text: str) -> Block:
    """What a block says.

    >>> block("name: cc105" + chr(10) + "example: {personnel: 55}").example
    {'personnel': 55}
    """
    try:
        asked = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise FenceError(f"the block is not YAML: {error}") from None
    lists = ("readings", "first", "names")
    if not isinstance(asked, dict) or not {"name", "example"} <= set(asked) <= {"name", "example", *lists}:
        raise FenceError(f"the block needs 'name' and 'example', and may have {', '.join(lists)}; it has {asked!r}")
    return Block(asked["name"], asked["example"], *(tuple(asked.get(each, ())) for each in lists))
