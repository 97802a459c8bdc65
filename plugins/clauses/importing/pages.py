"""Sections as the Markdown pages of a document: a cover, and a page for each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import yaml

from plugins.clauses.importing.outline import Part, Section

SPECIAL = re.compile(r"[\\`*_{}]|\[(?=\[)|\[(?=[^\]]*\]\()|<(?=[A-Za-z!/?])")
FIRST = re.compile(r"[#>+|=~:!?-]|\d{1,3}[.)](?=\s)|[A-Za-z]{1,6}[.)](?=\s)")


def pages(cover: Sequence[Part], sections: Sequence[Section], about: Mapping[str, object], markdown: bool) -> dict[str, str]:
    """The texts by file name; `about` is the front matter, `markdown` whether the source was Markdown already."""
    front = yaml.safe_dump(dict(about), allow_unicode=True, sort_keys=False, width=1000)
    listed = [f"{f'{chr(10)}## {section.chapter}{chr(10) * 2}' if section.chapter else ''}- [{named(section)}]({section.number.lower()}.md)" for section in sections]
    texts = {"index.md": f"---\n{front}---\n# {about['title']}\n\n{written(cover, markdown)}" + "\n".join(listed) + "\n"}
    for section in sections:
        texts[f"{section.number.lower()}.md"] = f"# {named(section)}\n\n{written(section.parts, markdown)}".rstrip() + "\n"
    return texts


def named(section: Section) -> str:
    """A section's heading; that of an annex or an article has its word in the title already."""
    return f"{section.number} {section.title}".strip() if section.number.isdigit() and not section.article else section.title


def written(parts: Iterable[Part], markdown: bool) -> str:
    """The parts with an empty line between them; the items of a list too, which is always read as one."""
    lines = []
    for part in parts:
        text = part.text if markdown else safe(part.text)
        if part.kind == "table":
            lines.append(table(part.rows))
        elif part.kind == "code":
            lines.append(part.text)
        elif part.kind == "heading":
            lines.append(f"{'#' * part.level} {f'{part.number} ' if part.number else ''}{text}")
        elif part.kind == "item":
            lines.append(f"{' ' * 4 * part.depth}{part.mark} {text}")
        elif part.number:
            lines.append(f"{part.number} {text}")
        elif part.mark == "escaped":
            number, _, words = part.text.partition(" ")
            lines.append(f"{number} {words if markdown else safe(words)}")
        else:
            lines.append(plain_beginning(text))
    return "".join(f"{line}\n\n" for line in lines)


def safe(text: str) -> str:
    """Text in which nothing is Markdown."""
    return SPECIAL.sub(lambda match: "&lt;" if match[0] == "<" else f"\\{match[0]}", text)


def plain_beginning(text: str) -> str:
    """A paragraph whose first signs open no list, heading or quotation."""
    match = FIRST.match(text)
    if match is None:
        return text
    return text[: match.end() - 1] + "\\" + text[match.end() - 1 :]


def table(rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; the first row is its head."""
    width = max(map(len, rows))
    shown = [[re.sub(r"(?<!\\)\|", r"\\|", cell) for cell in (*row, *[""] * (width - len(row)))] for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in shown]
    return "\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]])
