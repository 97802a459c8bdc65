"""A calculator's form, made from the JSON Schema of its request: native controls with the schema's labels, help and limits.

What may be written in several ways gets a part for each way, under the same name; the last one that says something counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from .control import Schema
from .lists import Lists

_SEEN = ("personnel", "group", "percent")
"""Fields that stay in sight in a long record, though it may do without them."""
_FOUND = ("standards", "category")
"""Fields before which a business can be looked up in the tables of sectors."""


@dataclass(frozen=True)
class Form(Lists):
    """`sections` are the fields by what they are about, in the order of the form; those of `folded` begin folded away."""

    sections: Mapping[str, Sequence[str]] | None = None
    folded: Sequence[str] = ()

    def html(self, schema: Schema, request: Mapping[str, Any], readings: Sequence[str]) -> str:
        """All fields with the values of `request` by section; circumstances that have none, and readings, are folded away."""
        fields: dict[str, Schema] = dict(schema["properties"])
        choices: dict[str, Schema] = fields.pop("choices", {}).get("properties", {})
        sections = self.sections or {"": list(fields)}
        html = "".join(
            self._section(name, "".join(self._found(field) + self.part(field, fields[field], request.get(field), field) for field in members), members)
            for name, members in sections.items()
        )
        named = {field for members in sections.values() for field in members}
        more = "".join(self.part(name, rule, request.get(name), name) for name, rule in fields.items() if name not in named)
        chosen = request.get("choices", {})
        open_points = "".join(self.part(name, choices[name], chosen.get(name), f"choices.{name}") for name in readings)
        if open_points:
            open_points = f'<div class="calculator-group" data-group="choices">{open_points}</div>'
        return html + self._fold("form.more", more) + self._fold("form.readings", open_points)

    def part(self, name: str, schema: Schema, value: Any, path: str) -> str:
        """One field of the request: each way to write it."""
        inside = "[" in path
        kinds = {_kind(option, inside): option for option in schema.get("anyOf", (schema,))}
        rows = kinds.get("rows")
        if rows and "one" in kinds and inside:
            rows = None  # groups of people within a row of sites would be a form within a form
        shorthand = _shorthand(schema, rows) if rows else None
        pieces = []
        if "one" in kinds and not shorthand:
            field = self.field(schema.get("title", name), kinds["one"], value, path)
            # beside a list of the same field, which has the id that its rows begin with
            pieces.append(field.replace(self.id(path), f"{self.id(path)}-number") if rows else field)
        if rows:
            several = {**rows, "description": "", "title": self.words.get(f"form.list_{name}", rows.get("title", name))}
            pieces.append(self.rows(name, several if pieces else rows, value, path, shorthand))
        if "group" in kinds:
            pieces.append(self.group(name, kinds["group"], value, path))
        if "flags" in kinds:
            pieces.append(self.flags(kinds["flags"], value, path))
        if "mapping" in kinds:
            pieces.append(self._per_name(kinds["mapping"], value, path, folded=len(kinds) > 1))
        return "".join(pieces)

    def group(self, name: str, schema: Schema, value: Any, path: str) -> str:
        """A record within the request."""
        help_text = f'<p class="calculator-help">{escape(schema["description"])}</p>' if "description" in schema else ""
        inside = self.record(name, schema, value if isinstance(value, Mapping) else {}, f"{path}.", most=2)
        legend = self.legend(schema.get("title", name), path)
        return f'<fieldset class="calculator-list" data-group="{name}">{legend}{help_text}{inside}</fieldset>'

    def record(self, name: str, schema: Schema, value: Mapping[str, Any], at: str, most: int = 3) -> str:
        """What a record needs in sight, the rest of one with more than `most` fields folded away."""
        fields: Mapping[str, Schema] = schema["properties"]
        required = schema.get("required", ())
        seen = {*required, *_SEEN} if required and len(fields) > most else set(fields)
        if "percent" in seen & set(fields):
            seen |= {"reason"}
        ticked = {field for field, rule in fields.items() if _kind(rule, True) == "flags" and rule["items"].get("type") == "boolean"}
        seen = ticked or seen  # what is ticked off one by one comes before the sum that says the same
        html, folded = {}, ""
        for field, rule in fields.items():
            plain, per_name = _apart(rule) if "[" in at else (rule, None)
            html[field] = self.part(field, plain, value.get(field), f"{at}{field}")
            folded += self._per_name(per_name, value.get(field), f"{at}{field}", folded=True) if per_name else ""
        folded += "".join(text for field, text in html.items() if field not in seen)
        key = f"form.details_{name}" if f"form.details_{name}" in self.words else "form.details"
        opened = bool(ticked) and any(field in value for field in set(fields) - ticked)
        return "".join(text for field, text in html.items() if field in seen) + self._fold(key, folded, opened)

    def _per_name(self, schema: Schema, value: Any, path: str, folded: bool) -> str:
        rule = schema["additionalProperties"]
        one = next((option for option in rule.get("anyOf", (rule,)) if _kind(option, False) == "one"), rule)
        return self.mapping(schema, one, value, path, folded)

    def _section(self, name: str, inside: str, fields: Sequence[str]) -> str:
        """Fields about one thing, below its name in plain words."""
        if not name:
            return inside
        title, help_text = escape(self.words[f"form.section_{name}"]), escape(self.words[f"form.about_{name}"])
        if name not in self.folded:
            return f'<fieldset class="calculator-section"><legend>{title}</legend><p class="calculator-help">{help_text}</p>{inside}</fieldset>'
        return (
            f'<details class="calculator-section"><summary><strong>{title}</strong> <span data-count="{" ".join(fields)}"></span>'
            f'<span class="calculator-help">{help_text}</span></summary>{inside}</details>'
        )

    def _found(self, field: str) -> str:
        """Where a business is looked up in the tables of sectors: `sectors.py` in the worker finds it."""
        if field not in _FOUND:
            return ""
        at, words = f"{self.id('business')}", self.words
        return (
            f'<div class="calculator-field calculator-finder"><label for="{at}">{escape(words["form.business"])}</label>'
            f'<input type="search" id="{at}" maxlength="200" aria-describedby="{at}-help" data-business>'
            f'<p class="calculator-help" id="{at}-help">{escape(words["form.business_help"])}</p>'
            '<div class="calculator-found" role="status"></div></div>'
        )

    def _fold(self, key: str, inside: str, opened: bool = False) -> str:
        return f"<details{' open' if opened else ''}><summary>{escape(self.words[key])}</summary>{inside}</details>" if inside else ""


def _kind(schema: Schema, inside: bool) -> str:
    """How a value is put in: one control, rows, a group of fields, checkboxes, or a value for each name."""
    if "properties" in schema:
        return "group"
    if "additionalProperties" in schema:
        return "mapping"
    if "items" not in schema:
        return "one"
    item = schema["items"]
    names = inside and item.get("type") == "string" and "format" not in item  # such as the standards of an auditor
    return "flags" if item.get("type") == "boolean" or "enum" in item or names else "rows"


def _apart(schema: Schema) -> tuple[Schema, Schema | None]:
    """A value for each name apart from the other ways to write a field: a row has no room for it in sight."""
    options = schema.get("anyOf", ())
    per_name = next((option for option in options if "additionalProperties" in option and "properties" not in option), None)
    return ({**schema, "anyOf": [option for option in options if option is not per_name]}, per_name) if per_name else (schema, None)


def _shorthand(schema: Schema, rows: Schema) -> str | None:
    """The one field that a bare number stands for, where the field takes a number and that field is a count."""
    required = rows["items"].get("required", ())
    rule = rows["items"].get("properties", {}).get(required[0], {}) if len(required) == 1 else {}
    return required[0] if "anyOf" in schema and "number" in rule.get("type", ()) else None
