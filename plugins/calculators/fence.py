"""The Markdown extension: a fenced block ```` ```calculator ```` becomes a calculator."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml
from markdown import Extension, Markdown

from plugins.fenced import Fenced


class FenceError(ValueError):
    """A block that says something else than a calculator needs."""


@dataclass(frozen=True)
class Block:
    """What a page says of its calculator: the worked `example`, and what the form shows beyond the schema.

    `sections` are its fields by what they are about, those of `folded` begin folded away; `readings` are offered at its
    end; `names` are offered where the schema leaves names to the asker, such as those of standards.
    """

    name: str
    example: Mapping[str, Any]
    sections: Mapping[str, Sequence[str]] = field(default_factory=dict)
    folded: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


class CalculatorExtension(Extension):
    """Gives each block to `render(block)` and puts the HTML that comes back in its place."""

    def __init__(self, render: Callable[[Block], str]) -> None:
        super().__init__()
        self.render = render

    def extendMarkdown(self, md: Markdown) -> None:
        md.block_level_elements.append("clause-calculator")  # or it would be put into a paragraph
        md.preprocessors.register(Fenced(md, "calculator", lambda body: self.render(block(body))), "calculators", Fenced.priority)


def block(text: str) -> Block:
    """What a block says.

    >>> block("name: cc105" + chr(10) + "example: {personnel: 55}").example
    {'personnel': 55}
    """
    try:
        asked = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise FenceError(f"the block is not YAML: {error}") from None
    lists = ("folded", "readings", "names")
    if not isinstance(asked, dict) or not {"name", "example"} <= set(asked) <= {"name", "example", "sections", *lists}:
        raise FenceError(f"the block needs 'name' and 'example', and may have sections, {', '.join(lists)}; it has {asked!r}")
    return Block(asked["name"], asked["example"], asked.get("sections", {}), *(tuple(asked.get(each, ())) for each in lists))
