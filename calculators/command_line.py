"""What the command line takes, and its help, in the language that it asks for; every error at once."""

from __future__ import annotations

import argparse

from . import LANGUAGES, NAMES, schema
from .fields import Report, nearest_to, shown
from .messages import Words
from .report_text import field_help, two_columns

FORMATS = ("json", "text")
_VALUES = {  # options with a value: what stands for it in the help
    "--language": "|".join(LANGUAGES), "--format": "|".join(FORMATS), "--policy": "TOML", "--compare": "FILE", "--find-sector": "TEXT",
}  # fmt: skip
_FLAGS = ("--batch", "--schema", "--fields", "--help")


def read_options(arguments: list[str]) -> tuple[argparse.Namespace, list[dict[str, str]]]:
    """The options, and all that is wrong with them; the language and the format hold for the errors too."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    parser.add_argument("name", nargs="?")
    parser.add_argument("file", nargs="?")
    parser.add_argument("--language", default="en")
    parser.add_argument("--format", default="json")
    for option in ("--policy", "--compare", "--find-sector"):
        parser.add_argument(option)
    for option in _FLAGS:
        parser.add_argument(*(("-h", option) if option == "--help" else (option,)), action="store_true")
    wrong = None
    try:
        options, rest = parser.parse_known_intermixed_args(arguments)  # the file may stand after the options
    except argparse.ArgumentError as error:
        options, rest, wrong = parser.parse_args([]), [], error.argument_name
        options.language, options.format = (_said(arguments, name) or known[0] for name, known in (("--language", ("en",)), ("--format", FORMATS)))
    report = Report(Words(options.language if options.language in LANGUAGES else "en"), "command")
    if wrong:
        report.add(wrong, "command.option_value", option=wrong)
    elif options.name is None and not options.help:
        report.add("NAME", "command.name_missing", known=", ".join(NAMES))
    if options.name is not None and options.name not in NAMES:
        report.add("NAME", "request.unknown_calculator", met=shown(options.name), known=", ".join(NAMES))
    if options.language not in LANGUAGES:
        report.add("--language", "request.unknown_language", met=shown(options.language), known=", ".join(LANGUAGES))
    if options.format not in FORMATS:
        report.add("--format", "request.choice", met=shown(options.format), known=", ".join(FORMATS), **nearest_to(options.format, FORMATS))
    for met in [part for part in rest if part.startswith("-")] or rest:  # what follows an unknown option may be its value
        report.add(shown(met), "command.unknown", met=shown(met), known=", ".join((*_VALUES, *_FLAGS)), **nearest_to(met, (*_VALUES, *_FLAGS)))
    options.language = report.words.language
    return options, report.errors


def _said(arguments: list[str], option: str) -> str | None:
    """The value of an option, where another one could not be read."""
    return next((value for name, value in zip(arguments, arguments[1:]) if name == option), None)


def help_text(program: str, name: str | None, language: str) -> str:
    """The help: what it does, how it is called, its options, and of one calculator the fields of its request."""
    words = Words(language)
    usage = f"{program} NAME [FILE] [{'] ['.join(f'{option} {value}' for option, value in _VALUES.items())}] [{'] ['.join(_FLAGS)}]"
    names = [(f"  {known}", words.text(f"command.name.{known}")) for known in NAMES]
    options = [("  FILE", words.text("command.file"))]
    for option in (*_VALUES, *_FLAGS):
        written = f"  {option} {_VALUES[option]}" if option in _VALUES else f"  {option}"
        options.append((written, words.text(f"command.option.{option[2:]}")))
    lines = [
        words.text("command.purpose"), "", f"{words.text('command.usage')} {usage}",
        "", words.text("command.names"), *two_columns(names),
        "", words.text("command.options"), *two_columns(options),
        "", words.text("command.status"),
        "", words.text("command.example"),
        f"  echo '{{\"standard\": \"QMS\", \"personnel\": 55}}' | {program} cc105 --format text --language {language}",
    ]  # fmt: skip
    if name:
        lines += ["", words.text("command.request", {"name": name}), field_help(schema(name, language), "  ")]
    return "\n".join(lines)
