"""Text for HTML that is written as a string: what Markdown writes for the same text."""

from __future__ import annotations

from markdown.serializers import RE_AMP  # an entity that an author wrote stays one


def escaped(text: str) -> str:
    """Text between tags."""
    if "&" in text:
        text = RE_AMP.sub("&amp;", text)
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text


def quoted(text: str) -> str:
    """The value of an attribute, with its quotation marks."""
    return '"' + escaped(text).replace('"', "&quot;") + '"'
