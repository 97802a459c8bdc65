"""The line that a problem is about with a caret under the words, and what to do: as compilers print it.

    docs/ru/cc105/2.md:12:3: warning T02 CC105:2020/2.2.3 in ru has 5.8 …
       12 | 2.2.3 Например, 5,8 аудито-дня
          |                 ^^^
          = Mend the number, or waive with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from unicodedata import east_asian_width

from plugins.clauses.recogniser import narrow
from plugins.clauses.report import Reported

GUIDE = Path(__file__).parents[2] / "docs" / "en" / "staff" / "checks.md"
WIDE = 110  # columns of an excerpt
QUOTED = re.compile(r"'([^'\n]{1,80})'")
ADDRESS = re.compile(r"[A-Z][A-Z0-9]*:[^/\s]+/([\w.]+)")
NUMBER = re.compile(r"\b(?:has|lacks|times|date|says) (\d+(?:[.,]\d+)?)")


@lru_cache(maxsize=1)
def hints(guide: Path = GUIDE) -> Mapping[str, str]:
    """What to do about each check, as the page of the checks says it; none where there is no such page."""
    if not guide.is_file():
        return {}
    found = re.findall(r"^### ([A-Z]\d\d)\b.*?^What to do: (.+?)$", guide.read_text("utf-8"), re.M | re.S)
    return {check: hint for check, hint in found}


def printed(shown: Iterable[Reported]) -> Iterator[str]:
    """Each problem with its excerpt; what to do is said once for each check."""
    said: set[str] = set()
    for one in shown:
        text = line_of(one.path, one.line)
        start, length = words(one.message, text)
        yield one.text.replace(f":{one.line}: ", f":{one.line}:{start + 1}: ", 1)
        if text.strip(" -"):
            yield from excerpt(one.line, text, start, length)
        check = one.check.partition("-")[0]
        if check not in said and (hint := hints().get(check)):
            said.add(check)
            yield f"{'':6} = {hint}"


@lru_cache(maxsize=64)
def lines_of(path: str) -> tuple[str, ...]:
    """The lines of a file; none when it cannot be read."""
    try:
        return tuple(Path(path).read_text("utf-8-sig", errors="replace").split("\n"))
    except OSError:
        return ()


def line_of(path: str, line: int) -> str:
    """One line, with spaces for tabs and without what a terminal would obey."""
    lines = lines_of(path)
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "\ufffd", text.rstrip("\r").expandtabs(4))


def words(message: str, text: str) -> tuple[int, int]:
    """Where the words that the message is about stand in the line: those it quotes, a number, the clause's number."""
    text = narrow(text)  # as it was read
    wanted = [piece for quoted in QUOTED.findall(message) for piece in [quoted, *sorted(quoted.split("…"), key=len, reverse=True)]]
    wanted += [number for match in NUMBER.findall(message) for number in (match, match.replace(".", ","))]
    wanted += ADDRESS.findall(message)
    for one in filter(str.strip, wanted):
        if (match := re.search(rf"(?<!\w){re.escape(one)}(?!\w)" if one[0].isdigit() else re.escape(one), text)) is not None:
            return match.start(), len(one)
    return len(text) - len(text.lstrip()), 1


def excerpt(line: int, text: str, start: int, length: int) -> Iterator[str]:
    """The part of a line around the words, and carets under them; Chinese signs are two columns wide."""
    first = 0
    while columns(text[first : start + min(length, 20)]) > WIDE * 0.7:
        first += max(1, (start - first) // 4)
    shown, last = "", first
    while last < len(text) and columns(shown) < WIDE:
        shown += text[last]
        last += 1
    before = "…" * bool(first)
    length = max(1, min(length, last - start))
    yield f"{line:>6} | {before}{shown}{'…' * (last < len(text))}"
    yield f"{'':6} | {' ' * (len(before) + columns(text[first:start]))}{'^' * columns(text[start : start + length])}"


def columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)
