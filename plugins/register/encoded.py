"""The text of a CSV file in the encoding that is stated: never guessed, and every line that is in another one is named."""

from __future__ import annotations

import codecs

from plugins.register.problem import Problem

ENCODINGS = ("utf-8", "gb18030")
_NAMES = {"utf-8": "UTF-8", "gb18030": "GB 18030"}
_TELLING = 12
"""So many bytes beyond ASCII are not UTF-8 by chance; fewer can be both (联通 is)."""


def text_of(content: bytes, encoding: str, problems: list[Problem]) -> str:
    """The text; lines that cannot be read stand empty in it, each with a problem.

    >>> found = []
    >>> text_of("a\\n上海\\n".encode("gb18030"), "utf-8", found), found[0].row
    ('a\\n\\n', 0)
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        problems.append(Problem(0, "", "the file is UTF-16; export it as UTF-8"))
        return ""
    marked = content.startswith(codecs.BOM_UTF8)
    if marked and encoding != "utf-8":
        problems.append(Problem(0, "", f"the file begins as UTF-8, but mkdocs.yml says encoding: {encoding}; change one of them"))
    content = content.removeprefix(codecs.BOM_UTF8)
    lines = content.split(b"\n")  # in both encodings this byte is a line's end and nothing else
    other = ENCODINGS[1 - ENCODINGS.index(encoding)]
    read, wrong, foreign, telling = [], list[Problem](), 0, 0
    for number, line in enumerate(lines, 1):
        beyond = len(line) - len(line.translate(None, _BEYOND_ASCII))
        telling += beyond > 0
        message = _wrong(line, beyond, encoding, other)
        read.append("" if message else line.decode(encoding))
        if message:
            wrong.append(Problem(number, "", message))
            foreign += _as(line, other) is not None
    if wrong and foreign == telling and not marked:
        hint = f"the whole file reads as {_NAMES[other]}: write encoding: {other} in mkdocs.yml, or export it as {_NAMES[encoding]}"
        problems.append(Problem(0, "", hint))
    else:
        problems.extend(wrong)
    return "\n".join(read)


_BEYOND_ASCII = bytes(range(128, 256))


def _wrong(line: bytes, beyond: int, encoding: str, other: str) -> str | None:
    if not beyond:
        return None
    own, foreign = _as(line, encoding), _as(line, other)
    if own is None:
        reads = f"; it reads as {_NAMES[other]}: “{_excerpt(foreign)}”" if foreign is not None else ""
        return f"the line is not {_NAMES[encoding]}{reads}; export the whole file in one encoding"
    if encoding == "gb18030" and beyond >= _TELLING and foreign is not None:
        return f"the line is UTF-8 in a file that is said to be GB 18030: “{_excerpt(foreign)}”; export the whole file in one encoding"
    return None


def _as(line: bytes, encoding: str) -> str | None:
    try:
        return line.decode(encoding)
    except UnicodeDecodeError:
        return None


def _excerpt(text: str) -> str:
    first = next((place for place, sign in enumerate(text) if not sign.isascii()), 0)
    return text[first : first + 12].strip()
