"""The command line: `python -m calculators cc105 request.json`.

Exit status: 0 with an answer, 2 for bad input (the errors go to standard output, in the format asked for); a batch
ends with 1 when any line was bad.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import nullcontext

from . import calculate_json, schema
from .command_line import help_text, read_options
from .compare import compare
from .messages import Words
from .policy import read_policy, under_policy
from .report_text import field_help, report_text
from .requests import read_json
from .sectors import find

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from typing import TextIO


def main(arguments: list[str] | None = None) -> int:
    """Answer the command line; the reader of its output may go away at any time, as `| head` does, or never have been there."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by the caller: <&- or >&-
            setattr(sys, name, open(os.devnull, mode))
    try:
        status = _answer(sys.argv[1:] if arguments is None else arguments)
        sys.stdout.flush()
    except OSError as error:
        if not isinstance(error, BrokenPipeError):  # a full disk
            print(error.strerror, file=sys.stderr)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 1
    except KeyboardInterrupt:
        status = 130
    return status


def _answer(arguments: list[str]) -> int:
    """Answer one request, or a batch of them, from a file or standard input."""
    sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options, wrong = read_options(arguments)
    if wrong:
        print(_printed(json.dumps({"errors": wrong}, ensure_ascii=False), options))
        return 2
    if options.help:
        program = os.path.basename(sys.argv[0])
        print(help_text("python -m calculators" if program == "__main__.py" else program, options.name, options.language))
        return 0
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
        source = open(options.file, encoding="utf-8", errors="surrogateescape", newline="\n") if options.file else nullcontext(sys.stdin)
    except OSError as error:
        return _cannot_read(options.file, error, options)
    with source as stream:
        return _batch(stream, options, policy) if options.batch else _single(stream, options, policy)


def _cannot_read(path: str, error: Exception, options: Namespace) -> int:
    reason = getattr(error, "strerror", None) or str(error)
    text = Words(options.language).text("request.cannot_read", {"file": path, "reason": reason})
    print(_printed(json.dumps({"errors": [{"path": "", "key": "request.cannot_read", "text": text}]}, ensure_ascii=False), options))
    return 2


def _single(stream: TextIO, options: Namespace, policy: dict[str, object] | None) -> int:
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


def _bad_or_none(text: str, options: Namespace) -> str | None:
    answer = calculate_json(options.name, text, options.language)
    return answer if _bad(answer) else None


def _compared(one: str, other: str, options: Namespace, policy: dict[str, object] | None) -> str:
    """The differences between the answers to two requests, as JSON."""
    requests = [read_json(text)[0] for text in (one, other)]
    if policy:
        requests = [under_policy(request, policy) for request in requests]
    return json.dumps(compare(options.name, *requests, options.language), ensure_ascii=False)


def _batch(stream: TextIO, options: Namespace, policy: dict[str, object] | None) -> int:
    """One answer per line; a bad line, an empty one too, gets its errors and stops nothing."""
    status = done = 0
    show_progress = sys.stderr.isatty()
    for line in stream:
        answer = calculate_json(options.name, line.rstrip("\n"), options.language, policy)
        print(_printed(answer, options), end="\n\n" if options.format == "text" else "\n")
        status = status or (1 if _bad(answer) else 0)
        done += 1
        if show_progress and done % 500 == 0:
            print(f"\r{done}", end="", file=sys.stderr, flush=True)
    if show_progress:
        print(f"\r{done}", file=sys.stderr)
    return status


def _bad(answer: str) -> bool:
    return answer.startswith('{"errors"')


def _printed(answer: str, options: Namespace) -> str:
    return answer if options.format != "text" else report_text(json.loads(answer), options.language)


if __name__ == "__main__":
    sys.exit(main())
