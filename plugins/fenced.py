"""A block ```` ```NAME ```` of a page that a plugin turns into HTML."""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown import Markdown
from markdown.preprocessors import Preprocessor


def blocks(name: str) -> re.Pattern[str]:
    """How a block of that name is written.

    >>> blocks("register").search("```register\\nlook-up\\n```")["body"]
    'look-up\\n'
    """
    return re.compile(rf"^```{name}[ ]*\n(?P<body>.*?)^```[ ]*$", re.MULTILINE | re.DOTALL)


class Fenced(Preprocessor):
    """Gives what stands in each block of that name to `render`, and puts the HTML that comes back in its place."""

    priority = 28  # before fenced code (25) and raw HTML (20)

    def __init__(self, md: Markdown, name: str, render: Callable[[str], str]) -> None:
        super().__init__(md)
        self._blocks = blocks(name)
        self._render = render

    def run(self, lines: list[str]) -> list[str]:
        return self._blocks.sub(self._made, "\n".join(lines)).split("\n")

    def _made(self, match: re.Match[str]) -> str:
        return f"\n{self.md.htmlStash.store(self._render(match['body']))}\n"
