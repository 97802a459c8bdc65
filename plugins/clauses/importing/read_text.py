"""Plain text and Markdown as blocks: a line of the file is the place."""

from __future__ import annotations

import re
from pathlib import Path

from plugins.clauses.excerpt import columns
from plugins.clauses.importing.block import Block, Unreadable
from plugins.clauses.importing.marks import begins
from plugins.clauses.scanner import FENCE, HEADING, clean_lines, front_matter_end

UNFINISHED = re.compile(r"[^\s.。！？!?;；:：]$")
SENTENCE = re.compile(r"[.。!?！？;；][”’»\")）]?$")
WIDE = "\u2e80"  # from here on signs stand without spaces between them
DELIMITER = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$")


def text_of(path: Path, encoding: str) -> str:
    """The text of a file in UTF-8 or the encoding that the author names."""
    data = path.read_bytes()
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encoding = "utf-16"
    try:
        text = data.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable(f"{path}:{line}: not {encoding}; say which it is: --encoding gb18030, windows-1251 or windows-1250") from None
    except LookupError:
        raise Unreadable(f"no encoding '{encoding}' is known") from None
    if "\0" in text:
        raise Unreadable(f"{path}:{text[: text.index(chr(0))].count(chr(10)) + 1}: a NUL byte: this is no text file")
    return text


def read_text(path: Path, encoding: str) -> list[Block]:
    """The paragraphs; lines that a typewriter's margin broke are joined."""
    written = text_of(path, encoding)
    lines = clean_lines(written)
    markdown = path.suffix.lower() == ".md"
    width = margin([columns(line.rstrip()) for line in lines if line.strip()])
    spaced = markdown or set_apart(lines)
    tables = {} if markdown else tabbed(written)
    blocks: list[Block] = []
    follows = False  # on the line above
    done = 0  # lines that a block of several has taken
    for at in range(front_matter_end(lines) if markdown else 0, len(lines)):
        text = lines[at].strip()
        if at < done:
            continue
        if rows := tables.get(at):
            blocks.append(Block(at + 1, "table", "", rows))
            done, follows = at + len(rows), False
            continue
        if markdown and (match := FENCE.match(lines[at])):
            end = next((one for one in range(at + 1, len(lines)) if lines[one].strip().startswith(match[1])), len(lines) - 1)
            blocks.append(Block(at + 1, "code", "\n".join(lines[at : end + 1]).strip("\n")))
            done, follows = end + 1, False
            continue
        if not text:
            follows = False
            continue
        last = blocks[-1] if blocks else None
        if match := HEADING.match(text):
            blocks.append(Block(at + 1, "heading", match[2]))
            follows = False
            continue
        if text.startswith("|") and text.count("|") > 1:
            row = tuple(cell.strip() for cell in text.strip("|").split("|"))
            if last and last.kind == "table" and follows:
                if not DELIMITER.match(text):
                    blocks[-1] = last._replace(rows=(*last.rows, row))
            else:
                blocks.append(Block(at + 1, "table", "", (row,)))
        elif follows and last and last.kind == "text" and (joined(last.text, lines[at - 1], text, width) or spaced and sentence_after(last.text, text)):
            blocks[-1] = last._replace(text=last.text + text if text[0] >= WIDE and last.text[-1] >= WIDE else f"{last.text} {text}")
        else:
            blocks.append(Block(at + 1, "text", text))
        follows = True
    return blocks


def tabbed(text: str) -> dict[int, tuple[tuple[str, ...], ...]]:
    """The tables of a text that was saved from Word, by their first line: lines with as many tabs as a head that has no mark."""
    rows = [tuple(cell.strip() for cell in line.split("\t")) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    found: dict[int, tuple[tuple[str, ...], ...]] = {}
    at = 0
    while at < len(rows):
        end = at + 1
        if len(rows[at]) > 1 and all(rows[at]) and not begins(" ".join(rows[at][:2])):
            while end < len(rows) and len(rows[end]) == len(rows[at]):
                end += 1
            if end > at + 1:
                found[at] = tuple(rows[at:end])
        at = end
    return found


def margin(lengths: list[int]) -> int:
    """The width at which a file breaks its lines; 0 for a file with a paragraph on a line."""
    widest = sorted(lengths)[-1 - len(lengths) // 50] if lengths else 0  # but for the odd line that runs over
    near = sum(length >= 0.8 * widest for length in lengths)
    return widest if 40 <= widest <= 130 and near >= 0.3 * len(lengths) else 0


def joined(above: str, line_above: str, text: str, width: int) -> bool:
    """Whether a line continues the one above: that one is full, or ends within a word or a clause, and this has no mark."""
    unfinished = UNFINISHED.search(above)
    return not begins(text, above) and bool(width and (unfinished or columns(line_above.rstrip()) >= 0.8 * width) or unfinished and text[0].islower())


def set_apart(lines: list[str]) -> bool:
    """Whether empty lines stand between the paragraphs of a file, so that the lines between two of them are one."""
    paragraphs = "\n".join(line.strip() for line in lines).split("\n\n")
    counts = [len(one.split("\n")) for one in paragraphs if one.strip()]
    return len(counts) >= 3 and sum(counts) <= 6 * len(counts)


def sentence_after(above: str, text: str) -> bool:
    """Whether a line is the next sentence of the paragraph above, written a sentence a line."""
    return not begins(text, above) and bool(SENTENCE.search(above) and SENTENCE.search(text))
