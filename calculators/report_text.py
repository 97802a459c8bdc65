"""An answer as plain text a person reads at a terminal: results, findings by force, steps, readings."""

from __future__ import annotations

from .messages import Words
from .numbers import read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMON = ("steps", "findings", "choices", "errors")
_NAMES = ("id", "seed")  # never numbers: 007 is not 7
_LEVELS = ("shall", "should", "note")
_FILES = ("ics",)  # results that are a file of their own, not for reading


def report_text(answer: dict[str, object], language: str) -> str:
    """The whole answer, or its errors, in the language asked for."""
    words = Words(language)
    colon = words.text("report.colon")
    if "errors" in answer:
        lines = [words.text("report.errors"), *(f"  {error['path'] or '·'}{colon}{error['text']}" for error in answer["errors"])]
        return "\n".join(lines)
    lines = list(_results(answer, words))
    for name, section in (("findings", _findings), ("steps", _steps)):
        parts = [(title, part[name]) for title, part in _parts(answer, words) if part[name]]
        lines += ["", words.text(f"report.{name}")] if parts else []
        for title, entries in parts:
            lines += [*([f"  {title}{colon}".rstrip()] if title else []), *section(entries, words)]
    if answer["choices"]:
        lines += ["", words.text("report.choices")]
        lines += two_columns([(f"  {words.find(f'choices.{key}') or key}", _reading(words, key, value)) for key, value in answer["choices"].items()])
    return "\n".join(lines)


def _parts(answer: dict[str, object], words: Words) -> Iterator[tuple[str, dict]]:
    """The answer itself, then the samples of its visits and its places, each with an account of its own."""
    yield "", answer
    for name, sample in answer.get("samples", {}).items():
        yield words.text(f"programme.visit.{name}"), sample
    for place in answer["sites"] if isinstance(answer.get("sites"), list) else ():
        yield place["id"], place


def _findings(findings: list[dict], words: Words) -> Iterator[str]:
    """The findings by force: what the documents demand comes first."""
    for finding in sorted(findings, key=lambda finding: _LEVELS.index(finding["level"])):
        level = words.text(f"report.{finding['level']}")
        yield f"  {level}{words.text('report.colon')}{finding['text']} [{', '.join(finding['clauses'])}]"


def _steps(steps: list[dict], words: Words) -> Iterator[str]:
    """The steps by number, each with its clauses."""
    width = len(str(len(steps)))
    for number, step in enumerate(steps, 1):
        yield f"  {number:>{width}}. {step['text']} [{', '.join(step['clauses'])}]"


def field_help(schema: dict[str, object], indent: str = "") -> str:
    """The fields of a request, with their meaning, kind and limits, from its schema."""
    lines = []
    for name, field in schema.get("properties", {}).items():
        kinds = field.get("anyOf", [field])
        values = field.get("enum")
        about = [field.get("title"), field.get("description")]
        about += [" | ".join(values)] if values else []
        about += [f"= {field['default']}"] if "default" in field and field["default"] != {} else []
        lines.append(f"{indent}{name}{' *' if name in schema.get('required', ()) else ''}: " + " — ".join(str(part) for part in about if part))
        for kind in kinds:
            inner = kind.get("items", kind)
            if "properties" in inner:
                lines.append(field_help(inner, indent + "    "))
    return "\n".join(lines)


def _results(answer: dict[str, object], words: Words, inside: str = "") -> Iterator[str]:
    """Plain values as two columns, results of one kind side by side as a table, lists below their heading."""
    shown = {name: value for name, value in answer.items() if name not in (*_COMMON, *_FILES)}
    plain = {name: value for name, value in shown.items() if not isinstance(value, (dict, list))}
    yield from two_columns([(_label(name, words), _value(name, value, words)) for name, value in plain.items()])
    alike: dict[tuple[str, ...], list[str]] = {}
    for name, value in shown.items():
        if isinstance(value, dict) and value and _is_plain(value):
            alike.setdefault(tuple(value), []).append(name)
    for place, (columns, names) in enumerate(alike.items()):
        if plain or place:
            yield ""
        rows = [(_label(name, words), *(_value(column, shown[name][column], words) for column in columns)) for name in names]
        yield from _columns([("", *(_label(column, words) for column in columns)), *rows])
    for name, value in shown.items():
        heading = f"{inside}{inside and words.find(f'programme.visit.{name}') or _label(name, words)}"
        if isinstance(value, dict) and value and not _is_plain(value):
            yield from ("", heading, *_results(value, words, heading + words.text("report.colon")))
        elif isinstance(value, list) and value:
            yield from ("", heading, *_list(value, words, heading + words.text("report.colon")))


def _list(items: list, words: Words, inside: str) -> Iterator[str]:
    """A list: sentences with their clauses, a table of alike results, and what each of them holds below it."""
    if not all(isinstance(item, dict) for item in items):
        yield "  " + ", ".join(_shown(item, words) for item in items)
    elif "clauses" in items[0]:
        yield from (f"  {_sentence(item, words)}" for item in items)
    else:
        columns = [name for name in dict.fromkeys(name for item in items for name in item) if name not in _COMMON]
        columns = [name for name in columns if not any(isinstance(item.get(name), (dict, list)) for item in items)]
        rows = [tuple(_value(name, item.get(name, ""), words) for name in columns) for item in items]
        yield from _columns([tuple(_label(name, words) for name in columns), *rows])
        for item, row in zip(items, rows):
            below = {name: value for name, value in item.items() if isinstance(value, (dict, list)) and value}
            title = item.get("title") or row[0]
            if any(_is_plain(value) for value in below.values() if isinstance(value, dict)):
                yield f"  {title}"
            yield from _results(below, words, f"{inside}{title}{words.text('report.colon')}")


def _is_plain(value: dict) -> bool:
    return not any(isinstance(item, (dict, list)) for item in value.values())


def _label(name: str, words: Words) -> str:
    return words.find(f"report.{name}") or name


def _value(name: str, value: object, words: Words) -> str:
    if name in _NAMES or value == "":
        return str(value)
    return words.find(f"report.{name}={value}") or _shown(value, words)


def _sentence(item: dict[str, object], words: Words) -> str:
    """A deadline, a condition or a document on one line, with its clauses."""
    kinds = [words.find(f"report.{name}={item[name]}") for name in ("kind", "state", "when") if name in item]
    first = [item.get("title"), item.get("rule") or item.get("text")]
    days = [item.get("date"), item.get("holds_from")]
    parts = [*kinds[:1], *days, *kinds[1:], *first]
    return " · ".join(str(part) for part in parts if part) + f" [{', '.join(item['clauses'])}]"


def _shown(value: object, words: Words) -> str:
    if value is None:
        return words.text("report.none")
    if isinstance(value, bool):
        return words.text("report.yes" if value else "report.no")
    number = read(value) if isinstance(value, str) else None
    return str(value) if number is None else words.show(number)


def _reading(words: Words, key: str, value: object) -> str:
    return words.find(f"choices.{key}={value}") or _shown(value, words)


def two_columns(rows: list[tuple[str, str]]) -> list[str]:
    """Two columns; East Asian characters take two places at a terminal."""
    width = max((_places(label) for label, _ in rows), default=0)
    return [f"{label}{' ' * (width - _places(label))}  {value}" for label, value in rows]


def _columns(rows: list[tuple[str, ...]]) -> list[str]:
    """Several columns below a row of labels: the first to the left, numbers to the right."""
    if not rows:
        return []
    widths = [max(_places(cell) for cell in column) for column in zip(*rows)]
    return [
        "  " + "  ".join(
            cell + " " * (width - _places(cell)) if place == 0 else " " * (width - _places(cell)) + cell
            for place, (cell, width) in enumerate(zip(row, widths))
        ).rstrip()
        for row in rows
    ]  # fmt: skip


def _places(text: str) -> int:
    return sum(2 if "\u1100" <= mark <= "\u115f" or "\u2e80" <= mark <= "\uffef" else 1 for mark in text)
