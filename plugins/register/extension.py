"""The Markdown extension: a block ```` ```register ```` becomes a part of the register."""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

FENCE = re.compile(r"^```register[ ]*\n(?P<part>.*?)\n?```[ ]*$", re.MULTILINE | re.DOTALL)


class RegisterExtension(Extension):
    """Gives the name of the part to `render` and puts the HTML that comes back in its place."""

    def __init__(self, render: Callable[[str], str]) -> None:
        super().__init__()
        self.render = render

    def extendMarkdown(self, md: Markdown) -> None:
        md.block_level_elements.append("clause-register")  # or it would be put into a paragraph
        md.preprocessors.register(_Fences(md, self.render), "register", 28)  # before fenced code (25) and raw HTML (20)


class _Fences(Preprocessor):
    def __init__(self, md: Markdown, render: Callable[[str], str]) -> None:
        super().__init__(md)
        self.render = render

    def run(self, lines: list[str]) -> list[str]:
        return FENCE.sub(self._part, "\n".join(lines)).split("\n")

    def _part(self, match: re.Match[str]) -> str:
        return f"\n{self.md.htmlStash.store(self.render(match['part'].strip()))}\n"
