"""What the cover page of a document says about it, read from its front matter and checked.

A cover page looks so::

    ---
    work: CC105
    code: CNAS-CC105:2020
    edition: "2020"
    title: Determining audit time
    source_language: zh
    in_force: {from: 2020-11-06}
    text: restated
    ---
"""

from __future__ import annotations

import re
from datetime import date
from difflib import get_close_matches

import yaml

from plugins.clauses.clause import Document, Notice, Problem

TEXTS = ("full", "restated", "link")
REQUIRED = ("work", "code", "edition", "title", "source_language", "text")
WORDS = ("official_title", "publisher", "adopts")
# Keys of MkDocs and its theme, which mean nothing here.
OTHERS = ("hide", "template", "description", "icon", "status", "tags", "search", "social")
MOVED = ("was", "gone")  # {old number: new number}, {old number: why it is gone}
KNOWN = (*REQUIRED, *WORDS, "in_force", "also_called", "notices", *MOVED, *OTHERS)
CHECK = "S01"


def front_matter(text: str, file: str) -> tuple[dict, dict[str, int], list[Problem]]:
    """The keys of a page's front matter, the line of each, and what is wrong with its form."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not lines or lines[0].rstrip() != "---":
        return {}, {}, []
    end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), 0)
    if not end:
        if re.match(r"[a-z_]+\s*:", lines[1] if len(lines) > 1 else ""):
            return {}, {}, [Problem(file, 1, CHECK, "front matter is not closed by a line '---'")]
        return {}, {}, []
    source = "\n".join(lines[1:end])
    try:
        keys = yaml.safe_load(source)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 2 if mark else 1
        return {}, {}, [Problem(file, line, CHECK, f"front matter is not YAML: {error.problem or error.context}")]
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return {}, {}, [Problem(file, 1, CHECK, f"front matter is not YAML: {str(error).splitlines()[0]}")]
    if keys is None:
        return {}, {}, []
    if not isinstance(keys, dict):
        return {}, {}, [Problem(file, 2, CHECK, "front matter is not a list of 'key: value' lines")]
    written = [(match[1], at + 1) for at, line in enumerate(lines[:end]) if (match := re.match(r"(\w+)\s*:", line))]
    places = dict(reversed(written))
    twice = [Problem(file, at, CHECK, f"'{key}' stands in line {places[key]} already") for key, at in written if at != places[key]]
    return keys, places, twice


def document(text: str, file: str, language: str) -> tuple[Document | None, list[Problem]]:
    """The document whose cover page `text` is; None when it is no cover page or its front matter is wrong."""
    keys, places, problems = front_matter(text, file)
    if problems or "work" not in keys:
        return None, problems

    def wrong(key: str, message: str) -> None:
        problems.append(Problem(file, places.get(key, 1), CHECK, message))

    for key in keys:
        if key not in KNOWN:
            near = get_close_matches(str(key), KNOWN, 1)
            wrong(str(key), f"unknown key '{key}' in front matter" + (f" (did you mean '{near[0]}'?)" if near else ""))
    for key in REQUIRED:
        if key not in keys:
            wrong(key, f"front matter lacks '{key}'")
    for key in (*REQUIRED, *WORDS):
        if key in keys and (not isinstance(keys[key], str) or not keys[key].strip()):
            wrong(key, f"'{key}' must be text, not {keys[key]!r}: put it in quotation marks")
    if isinstance(keys["work"], str) and not re.fullmatch(r"[A-Z][A-Z0-9]*", keys["work"]):
        wrong("work", f"work '{keys['work']}' must be capital letters and digits, as in CC105")
    if isinstance(keys.get("edition"), str) and re.search(r"[/\]\[|\s]", keys["edition"]):
        wrong("edition", f"edition '{keys['edition']}' must be free of spaces and of / [ ] |")
    if isinstance(keys.get("text"), str) and keys["text"] not in TEXTS:
        wrong("text", f"text '{keys['text']}' is unknown; known are {', '.join(TEXTS)}")
    dates = in_force(keys.get("in_force", {}), wrong)
    called = keys.get("also_called", [])
    if not isinstance(called, list) or not all(isinstance(name, str) for name in called):
        wrong("also_called", "'also_called' must be a list of codes")
    for key in MOVED:
        if not isinstance(moved := keys.get(key, {}), dict) or not all(isinstance(one, str) for one in (*moved, *moved.values())):
            wrong(key, f"'{key}' must be {{\"5.4.9\": \"5.4.10\"}}: numbers of clauses in quotation marks")
    notices = read_notices(keys.get("notices", []), wrong)
    if problems:
        return None, problems
    return Document(
        language=language,
        folder=file.rpartition("/")[0],
        file=file,
        in_force_from=dates.get("from"),
        in_force_until=dates.get("until"),
        also_called=tuple(called),
        was=tuple(keys.get("was", {}).items()),
        gone=tuple(keys.get("gone", {}).items()),
        notices=notices,
        lines=places,
        **{key: keys[key].strip() for key in ("work", "edition", "code", "title", "text", "source_language")},
        **{key: keys.get(key, "") for key in ("official_title", "publisher", "adopts")},
    ), []


def in_force(value: object, wrong) -> dict[str, date]:
    """The dates between which an edition binds."""
    if not isinstance(value, dict) or not set(value) <= {"from", "until"}:
        wrong("in_force", f"in_force must be {{from: date, until: date}}, not {value!r}")
        return {}
    for key, day in value.items():
        if not isinstance(day, date):
            wrong("in_force", f"in_force: {key} must be a date as 2020-11-06, not {day!r}")
            return {}
    if "from" in value and "until" in value and value["until"] < value["from"]:
        wrong("in_force", f"in_force ends ({value['until']}) before it begins ({value['from']})")
    return value


def read_notices(value: object, wrong) -> tuple[Notice, ...]:
    """The dated notices of a document: `notices: [{date: 2026-03-01, text: …, clauses: ["5.4.2"]}]`."""
    notices = []
    for one in value if isinstance(value, list) else [value]:
        clauses = one.get("clauses", []) if isinstance(one, dict) else None
        right = (
            isinstance(one, dict)
            and {"date", "text"} <= set(one) <= {"date", "text", "clauses"}
            and isinstance(one["date"], date)
            and isinstance(one["text"], str)
            and isinstance(clauses, list)
            and all(isinstance(clause, str) for clause in clauses)
        )
        if right:
            notices.append(Notice(one["date"], one["text"].strip(), tuple(clauses)))
        else:
            wrong("notices", f"a notice must be {{date: 2026-03-01, text: …, clauses: [\"5.4.2\"]}}, not {one!r}")
    return tuple(notices)
