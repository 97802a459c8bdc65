"""The command line: `python -m calculators cc105 request.json`.

Exit status: 0 with an answer, 2 for bad input (the errors go to standard output, in the format asked for); a batch
ends with 1 when any line was bad.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from contextlib import nullcontext

from . import LANGUAGES, NAMES, calculate_json, schema
from .compare import compare
from .messages import Words
from .policy import read_policy, under_policy
from .report_text import field_help, report_text
from .requests import read_json
from .sectors import find

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO


def main(arguments: list[str] | None = None) -> int:
    """Answer one request, or a batch of them, from a file or standard input."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="surrogateescape" if stream is sys.stdin else "backslashreplace")
    options = _options(arguments)
    if options.schema:
        print(json.dumps(schema(options.name, options.language), ensure_ascii=False, indent=2))
        return 0
    if options.find_sector:
        print(json.dumps(find(options.find_sector, options.language), ensure_ascii=False, indent=2))
        return 0
    if options.fields:
        print(field_help(schema(options.name, options.language)))
        return 0
    policy = None
    if options.policy:
        try:
            with open(options.policy, encoding="utf-8") as file:
                policy, errors = read_policy(file.read(), options.language)
        except (OSError, UnicodeDecodeError) as error:
            return _cannot_read(options.policy, error, options)
        if errors:
            print(_printed(json.dumps({"errors": errors}, ensure_ascii=False), options))
            return 2
    try:
        source = open(options.file, encoding="utf-8", errors="surrogateescape") if options.file else nullcontext(sys.stdin)
    except OSError as error:
        return _cannot_read(options.file, error, options)
    with source as stream:
        return _batch(stream, options, policy) if options.batch else _single(stream, options, policy)


def _cannot_read(path: str, error: Exception, options: argparse.Namespace) -> int:
    reason = getattr(error, "strerror", None) or str(error)
    text = Words(options.language).text("request.cannot_read", {"file": path, "reason": reason})
    print(_printed(json.dumps({"errors": [{"path": "", "key": "request.cannot_read", "text": text}]}, ensure_ascii=False), options))
    return 2


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m calculators",
        description="Audit time, samples and dates of management system certification, with the clause beside each step.",
        epilog='Example: echo \'{"standard": "QMS", "personnel": 55}\' | python -m calculators cc105 --format text',
    )
    parser.add_argument("name", choices=NAMES, help="which rule to apply")
    parser.add_argument("file", nargs="?", help="a JSON request (with --batch: JSON Lines); standard input when left out")
    parser.add_argument("--language", choices=LANGUAGES, default="en", help="language of the texts (en)")
    parser.add_argument("--format", choices=("json", "text"), default="json", help="how to print the answer (json)")
    parser.add_argument("--batch", action="store_true", help="one request per line, one answer per line, in the same order")
    parser.add_argument("--policy", metavar="TOML", help="the body's readings, used where a request asks for none itself")
    parser.add_argument("--compare", metavar="FILE", help="a second request: print what is not the same in the two answers")
    parser.add_argument("--find-sector", metavar="TEXT", help="look a business up in the sector tables (cc105) and stop")
    parser.add_argument("--schema", action="store_true", help="print the JSON Schema of the request and stop")
    parser.add_argument("--fields", action="store_true", help="print the fields of the request with their meaning and stop")
    return parser.parse_intermixed_args(arguments)  # the file may stand after the options


def _single(stream: TextIO, options: argparse.Namespace, policy: dict[str, object] | None) -> int:
    text = stream.read()
    answer = calculate_json(options.name, text, options.language, policy)
    if options.compare and not _bad(answer):
        try:
            with open(options.compare, encoding="utf-8") as file:
                other = file.read()
        except (OSError, UnicodeDecodeError) as error:
            return _cannot_read(options.compare, error, options)
        answer = _bad_or_none(other, options) or _compared(text, other, options, policy)
    print(_printed(answer, options))
    return 2 if _bad(answer) else 0


def _bad_or_none(text: str, options: argparse.Namespace) -> str | None:
    answer = calculate_json(options.name, text, options.language)
    return answer if _bad(answer) else None


def _compared(one: str, other: str, options: argparse.Namespace, policy: dict[str, object] | None) -> str:
    """The differences between the answers to two requests, as JSON."""
    requests = [read_json(text)[0] for text in (one, other)]
    if policy:
        requests = [under_policy(request, policy) for request in requests]
    return json.dumps(compare(options.name, *requests, options.language), ensure_ascii=False)


def _batch(stream: TextIO, options: argparse.Namespace, policy: dict[str, object] | None) -> int:
    """One answer per line; a bad line gets its errors and stops nothing."""
    status = done = 0
    show_progress = sys.stderr.isatty()
    for line in stream:
        if not line.strip():
            continue
        answer = calculate_json(options.name, line.rstrip("\n"), options.language, policy)
        print(_printed(answer, options))
        status = status or (1 if _bad(answer) else 0)
        done += 1
        if show_progress and done % 500 == 0:
            print(f"\r{done}", end="", file=sys.stderr, flush=True)
    if show_progress:
        print(f"\r{done}", file=sys.stderr)
    return status


def _bad(answer: str) -> bool:
    return answer.startswith('{"errors"')


def _printed(answer: str, options: argparse.Namespace) -> str:
    return answer if options.format == "json" else report_text(json.loads(answer), options.language)


if __name__ == "__main__":
    try:
        status = main()
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of our output went away, as `| head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 1
    sys.exit(status)
