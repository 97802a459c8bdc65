"""An answer as plain text a person reads at a terminal: results, findings by force, steps, readings."""

from __future__ import annotations

from .messages import Words
from .numbers import read

_COMMON = ("steps", "findings", "choices", "errors")
_LEVELS = ("shall", "should", "note")
_FILES = ("ics",)  # results that are a file of their own, not for reading


def report_text(answer: dict[str, object], language: str) -> str:
    """The whole answer, or its errors, in the language asked for."""
    words = Words(language)
    if "errors" in answer:
        lines = [words.text("report.errors"), *(f"  {error['path'] or '·'}: {error['text']}" for error in answer["errors"])]
        return "\n".join(lines)
    lines = [*_table(list(_rows(answer, words)))]
    if answer["findings"]:
        lines += ["", words.text("report.findings")]
        for level in _LEVELS:
            for finding in answer["findings"]:
                if finding["level"] == level:
                    lines.append(f"  {words.text(f'report.{level}')}: {finding['text']} [{', '.join(finding['clauses'])}]")
    if answer["steps"]:
        lines += ["", words.text("report.steps")]
        width = len(str(len(answer["steps"])))
        for number, step in enumerate(answer["steps"], 1):
            lines.append(f"  {number:>{width}}. {step['text']} [{', '.join(step['clauses'])}]")
    if answer["choices"]:
        lines += ["", words.text("report.choices")]
        lines += _table([(f"  {words.find(f'choices.{key}') or key}", _reading(words, key, value)) for key, value in answer["choices"].items()])
    return "\n".join(lines)


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
            if "properties" in inner and name != "choices":
                lines.append(field_help(inner, indent + "    "))
    return "\n".join(lines)


def _rows(answer: dict[str, object], words: Words, prefix: str = "") -> object:
    """The results as rows of a label and a value; nested results get a dotted name unless the catalogue has a label."""
    for name, value in answer.items():
        if not prefix and name in (*_COMMON, *_FILES):
            continue
        label = words.find(f"report.{name}") or name
        label = f"{prefix}{label}"
        if isinstance(value, dict):
            yield from _rows(value, words, f"{label}: ")
        elif isinstance(value, list):
            for position, item in enumerate(value, 1):
                if isinstance(item, dict) and "clauses" in item:
                    yield f"{label} {position}", _sentence(item, words)
                elif isinstance(item, dict):
                    yield from _rows(item, words, f"{label} {position}: ")
                else:
                    yield f"{label} {position}", _shown(item, words)
        else:
            yield label, _shown(value, words)


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


def _table(rows: list[tuple[str, str]]) -> list[str]:
    """Two columns; East Asian characters take two places at a terminal."""
    width = max((_places(label) for label, _ in rows), default=0)
    return [f"{label}{' ' * (width - _places(label))}  {value}" for label, value in rows]


def _places(text: str) -> int:
    return sum(2 if "\u1100" <= mark <= "\u115f" or "\u2e80" <= mark <= "\uffef" else 1 for mark in text)
