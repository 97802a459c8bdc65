"""The Markdown extension: a fenced block ```` ```calculator ```` becomes a calculator."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml
from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

FENCE = re.compile(r"^```calculator[ ]*\n(?P<body>.*?)^```[ ]*$", re.MULTILINE | re.DOTALL)


class FenceError(ValueError):
    """A block that says something else than a calculator needs."""


class CalculatorExtension(Extension):
    """Gives each block to `render(name, example, readings)` and puts the HTML that comes back in its place."""

    def __init__(self, render: Callable[[str, dict[str, Any], list[str]], str]) -> None:
        super().__init__()
        self.render = render

    def extendMarkdown(self, md: Markdown) -> None:
        md.block_level_elements.append("clause-calculator")  # or it would be put into a paragraph
        md.preprocessors.register(_Fences(md, self.render), "calculators", 28)  # before fenced code (25) and raw HTML (20)


class _Fences(Preprocessor):
    def __init__(self, md: Markdown, render: Callable[[str, dict[str, Any], list[str]], str]) -> None:
        super().__init__(md)
        self.render = render

    def run(self, lines: list[str]) -> list[str]:
        return FENCE.sub(self._calculator, "\n".join(lines)).split("\n")

    def _calculator(self, match: re.Match[str]) -> str:
        asked = block(match["body"])
        return "\n" + self.md.htmlStash.store(self.render(asked["name"], asked["example"], asked.get("readings", []))) + "\n"


def block(text: str) -> dict[str, Any]:
    """What a block says: the calculator's `name`, the worked `example`, and the `readings` that its form offers.

    >>> block("name: cc105" + chr(10) + "example: {personnel: 55}")
    {'name': 'cc105', 'example': {'personnel': 55}}
    """
    try:
        asked = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise FenceError(f"the block is not YAML: {error}") from None
    known = {"name", "example", "readings"}
    if not isinstance(asked, dict) or not {"name", "example"} <= set(asked) <= known:
        raise FenceError(f"the block needs 'name' and 'example', and may have 'readings'; it has {asked!r}")
    return asked
