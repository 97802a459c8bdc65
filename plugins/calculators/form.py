"""A calculator's form, made from the JSON Schema of its request: native controls with the schema's labels, help and limits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from html import escape
from typing import Any

Schema = Mapping[str, Any]
_MANY = 10**6
"""A limit beyond which nobody needs to be told of it."""


@dataclass(frozen=True)
class Form:
    """What the controls of one calculator share: its name, which is part of their ids, and the page's words."""

    name: str
    words: Mapping[str, str]

    def html(self, schema: Schema, request: Mapping[str, Any], readings: Sequence[str]) -> str:
        """All fields with the values of `request`: what an answer needs in sight, circumstances and readings folded away."""
        fields: dict[str, Schema] = dict(schema["properties"])
        choices: dict[str, Schema] = fields.pop("choices", {}).get("properties", {})
        needed = {name for name in fields if name in schema.get("required", ()) or "items" in _list(fields[name])}
        needed |= {name for name, field in fields.items() if "enum" in field and "default" not in field}
        seen = "".join(self.field(name, field, request.get(name), name) for name, field in fields.items() if name in needed)
        folded = "".join(self.field(name, field, request.get(name), name) for name, field in fields.items() if name not in needed)
        chosen = request.get("choices", {})
        open_points = "".join(self.field(name, choices[name], chosen.get(name), f"choices.{name}") for name in readings)
        return seen + self._folded("page.more", folded) + self._folded("page.readings", open_points)

    def field(self, name: str, schema: Schema, value: Any, path: str) -> str:
        """One field: a list of rows, a group, a checkbox, a selection or a line of text."""
        if "items" in _list(schema):
            return self._rows(name, schema, value)
        if "properties" in schema:
            inside = "".join(self.field(each, rule, (value or {}).get(each), f"{path}.{each}") for each, rule in schema["properties"].items())
            help_text = f'<p class="calculator-help">{escape(schema["description"])}</p>' if "description" in schema else ""
            return f'<fieldset class="calculator-list"><legend>{escape(schema.get("title", name))}</legend>{help_text}{inside}</fieldset>'
        label = f'<label for="{self._id(path)}">{escape(schema.get("title", name))}</label>'
        control = self._control(schema, value, path)
        inside = control + label if schema.get("type") == "boolean" else label + control
        return f'<div class="calculator-field">{inside}{self._notes(schema, path)}</div>'

    def _id(self, path: str) -> str:
        return f"calculator-{self.name}-" + path.replace("[", "-").replace("].", "-").replace(".", "-")

    def _notes(self, schema: Schema, path: str) -> str:
        """Help, and the place where an error will stand."""
        text = " ".join(part for part in (schema.get("description", ""), _limits(schema)) if part)
        help_text = f'<p class="calculator-help" id="{self._id(path)}-help">{escape(text)}</p>' if text else ""
        return f'{help_text}<p class="calculator-error" id="{self._id(path)}-error" hidden></p>'

    def _control(self, schema: Schema, value: Any, path: str) -> str:
        default = schema.get("default")
        described = f"{self._id(path)}-help " if schema.get("description") or _limits(schema) else ""
        shared = f'id="{self._id(path)}" name="{escape(path)}" aria-describedby="{described}{self._id(path)}-error"'
        if default is not None:
            shared += f' data-default="{escape(_written(default))}"'
        if schema.get("type") == "boolean":
            return f'<input type="checkbox" {shared}{" checked" if (default if value is None else value) else ""}>'
        written = "" if value is None else _written(value)
        if "enum" in schema:
            return self._selection(schema, written, shared)
        if "number" in schema["type"] or "integer" in schema["type"]:
            placeholder = f' placeholder="{escape(_written(default))}"' if default is not None else ""
            return f'<input type="text" inputmode="decimal" data-number {shared}{placeholder} value="{escape(written)}">'
        kind = "date" if schema.get("format") == "date" else "text"
        longest = f' maxlength="{schema["maxLength"]}"' if "maxLength" in schema else ""
        return f'<input type="{kind}"{longest} {shared} value="{escape(written)}">'

    def _selection(self, schema: Schema, written: str, shared: str) -> str:
        chosen = written or _written(schema.get("default", ""))
        options = schema["oneOf"]
        empty = "" if "default" in schema else f'<option value="">{escape(self.words["page.choose"])}</option>'
        inside = "".join(
            f'<optgroup label="{escape(self.words[f"page.{direction}"])}">{_options(some, chosen)}</optgroup>' if direction else _options(some, chosen)
            for direction in dict.fromkeys(option.get("direction") for option in options)
            if (some := [option for option in options if option.get("direction") == direction])
        )
        dependent = ' data-filter="standard"' if any("standards" in option for option in options) else ""
        return f"<select {shared}{dependent}>{empty}{inside}</select>"

    def _rows(self, name: str, schema: Schema, value: Any) -> str:
        """A list that grows: one row of fields per item. A single number where the schema takes one is the row's needed field."""
        item = _list(schema)["items"]
        needed = [field for field in item["properties"] if field in item.get("required", ())]
        shorthand = needed[0] if "anyOf" in schema and len(needed) == 1 else None
        items = value if isinstance(value, list) else [] if value is None else [{shorthand: value}]
        rows = "".join(self._row(name, item, each, str(number)) for number, each in enumerate(items))
        brief = f' data-shorthand="{shorthand}"' if shorthand else ""
        return (
            f'<fieldset class="calculator-list" id="{self._id(name)}" data-list="{name}"{brief}>'
            f"<legend>{escape(schema.get('title', name))}</legend>{self._notes(schema, name)}<div class=\"calculator-rows\">{rows}</div>"
            f"<template>{self._row(name, item, {}, '#')}</template>"
            f'<button type="button" data-add>{escape(self.words[f"page.add_{name}"])}</button></fieldset>'
        )

    def _row(self, name: str, schema: Schema, item: Mapping[str, Any], number: str) -> str:
        """One item; `#` stands for its number in the template that new rows are made from."""
        fields: Mapping[str, Schema] = schema["properties"]
        seen = set(schema.get("required", ())) if len(fields) > 3 else set(fields)
        html = {field: self.field(field, rule, item.get(field), f"{name}[{number}].{field}") for field, rule in fields.items()}
        folded = "".join(text for field, text in html.items() if field not in seen)
        label = escape(self.words[f"page.row_{name}"])
        shown = label.replace("{number}", number if number == "#" else str(int(number) + 1))
        return (
            f'<div class="calculator-row" role="group" data-row data-label="{label}" aria-label="{shown}">'
            + "".join(text for field, text in html.items() if field in seen)
            + self._folded("page.details", folded)
            + f'<button type="button" class="calculator-remove" data-remove>{escape(self.words["page.remove"])}</button></div>'
        )

    def _folded(self, key: str, inside: str) -> str:
        return f"<details><summary>{escape(self.words[key])}</summary>{inside}</details>" if inside else ""


def _list(schema: Schema) -> Schema:
    """The schema of the list, where a field is one or may be one."""
    return next((option for option in schema.get("anyOf", ()) if "items" in option), schema)


def _options(options: Sequence[Schema], chosen: str) -> str:
    return "".join(
        f'<option value="{escape(option["const"])}"'
        + (f' data-for="{escape(" ".join(option["standards"]))}"' if "standards" in option else "")
        + (" selected" if option["const"] == chosen else "")
        + f'>{escape(option["title"])}</option>'
        for option in options
    )


def _limits(schema: Schema) -> str:
    """The limits of a number in signs, so that no language needs words for them: 0–100, > 0, ≤ 24."""
    least, above, most = schema.get("minimum"), schema.get("exclusiveMinimum"), schema.get("maximum")
    if most is None or Fraction(str(most)) >= _MANY:
        return ""
    if least is not None:
        return f"{least}–{most}".replace("-", "−")
    return f"> {above}, ≤ {most}" if above is not None else f"≤ {most}"


def _written(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
