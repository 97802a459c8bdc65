"""The Markdown extension: a block ```` ```register ```` becomes a part of the register."""

from __future__ import annotations

from collections.abc import Callable

from markdown import Extension, Markdown

from plugins.fenced import Fenced


class RegisterExtension(Extension):
    """Gives the name of the part to `render` and puts the HTML that comes back in its place."""

    def __init__(self, render: Callable[[str], str]) -> None:
        super().__init__()
        self.render = render

    def extendMarkdown(self, md: Markdown) -> None:
        md.block_level_elements.append("clause-register")  # or it would be put into a paragraph
        md.preprocessors.register(Fenced(md, "register", lambda body: self.render(body.strip())), "register", Fenced.priority)
