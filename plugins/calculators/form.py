"""A calculator's form, made from the JSON Schema of its request: native controls with the schema's labels, help and limits.

What may be written in several ways gets a part for each way, under the same name; the last one that says something counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from .control import Control, Schema

PASTED = ("sites",)
"""Lists that may be pasted from a spreadsheet: `pasted.py` reads them."""
_SEEN = ("personnel", "group", "percent")
"""Fields that stay in sight in a long record, though it may do without them."""


@dataclass(frozen=True)
class Form(Control):
    """`first` are the fields that stay in sight, in this order; `names` are offered where the schema leaves names to the asker."""

    first: Sequence[str] = ()
    names: Sequence[str] = ()

    def html(self, schema: Schema, request: Mapping[str, Any], readings: Sequence[str]) -> str:
        """All fields with the values of `request`: what an answer needs in sight, circumstances and readings folded away."""
        fields: dict[str, Schema] = dict(schema["properties"])
        choices: dict[str, Schema] = fields.pop("choices", {}).get("properties", {})
        needed = self.first or _needed(fields, schema)
        seen = "".join(self.part(name, fields[name], request.get(name), name) for name in needed)
        folded = "".join(self.part(name, rule, request.get(name), name) for name, rule in fields.items() if name not in needed)
        chosen = request.get("choices", {})
        open_points = "".join(self.part(name, choices[name], chosen.get(name), f"choices.{name}") for name in readings)
        if open_points:
            open_points = f'<div class="calculator-group" data-group="choices">{open_points}</div>'
        return seen + self._folded("page.more", folded) + self._folded("page.readings", open_points)

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
            pieces.append(self._rows(name, {**rows, "description": ""} if pieces else rows, value, path, shorthand))
        if "group" in kinds:
            pieces.append(self.group(name, kinds["group"], value, path))
        if "flags" in kinds:
            pieces.append(self._flags(kinds["flags"], value, path))
        if "mapping" in kinds:
            pieces.append(self._mapping(kinds["mapping"], value, path, folded=len(kinds) > 1))
        return "".join(pieces)

    def group(self, name: str, schema: Schema, value: Any, path: str) -> str:
        """A record within the request."""
        help_text = f'<p class="calculator-help">{escape(schema["description"])}</p>' if "description" in schema else ""
        given = value if isinstance(value, Mapping) else {}
        inside = self._record(schema, given, f"{path}.", most=2)
        return (
            f'<fieldset class="calculator-list" data-group="{name}"><legend>{escape(schema.get("title", name))}</legend>'
            f"{help_text}{inside}</fieldset>"
        )

    def _record(self, schema: Schema, value: Mapping[str, Any], at: str, most: int = 3) -> str:
        """What a record needs in sight, the rest of one with more than `most` fields folded away."""
        fields: Mapping[str, Schema] = schema["properties"]
        required = schema.get("required", ())
        seen = {*required, *_SEEN} if required and len(fields) > most else set(fields)
        if "percent" in seen & set(fields):
            seen |= {"reason"}
        html, folded = {}, ""
        for name, rule in fields.items():
            plain, per_name = _apart(rule) if "[" in at else (rule, None)
            html[name] = self.part(name, plain, value.get(name), f"{at}{name}")
            folded += self._mapping(per_name, value.get(name), f"{at}{name}", folded=True) if per_name else ""
        folded += "".join(text for name, text in html.items() if name not in seen)
        return "".join(text for name, text in html.items() if name in seen) + self._folded("page.details", folded)

    def _rows(self, name: str, schema: Schema, value: Any, path: str, shorthand: str | None) -> str:
        """A list that grows: one row of fields per item. A single number where the schema takes one is the row's needed field."""
        item = schema["items"]
        options = item.get("anyOf", (item,))
        record = next((option for option in options if "properties" in option), None)
        brief = shorthand or (record["required"][0] if record and len(options) > 1 else None)
        items = value if isinstance(value, list) else [{shorthand: value}] if shorthand and isinstance(value, (int, str)) else []
        shape = record or item
        rows = "".join(self._row(name, shape, each, f"{path}[{number}].", brief) for number, each in enumerate(items))
        attributes = f' data-shorthand="{shorthand}"' if shorthand else ""
        attributes += f' data-brief="{brief}"' if brief else ""
        add = self.words.get(f"page.add_{name}", self.words["page.add"])
        return (
            f'<fieldset class="calculator-list" id="{self.id(path)}" data-list="{name}" data-at="{path}"{attributes}>'
            f"<legend>{escape(schema.get('title', name))}</legend>{self.notes(schema, path)}"
            f'<div class="calculator-rows">{rows}</div><template>{self._row(name, shape, {}, f"{path}[#].", brief)}</template>'
            f'<button type="button" data-add>{escape(add)}</button></fieldset>{self._pasted(name, path)}'
        )

    def _row(self, name: str, schema: Schema, item: Any, at: str, brief: str | None) -> str:
        """One item; `#` stands for its number in the template that new rows are made from."""
        number = at[at.rindex("[") + 1 : at.rindex("]")]
        label = self.words.get(f"page.row_{name}", self.words["page.row"]).replace("{title}", schema.get("title", name))
        shown = label.replace("{number}", number if number == "#" else str(int(number) + 1))
        if "properties" in schema:
            inside = self._record(schema, item if isinstance(item, Mapping) else {brief: item}, at)
        else:
            rule = {key: each for key, each in schema.items() if key != "description"}
            inside = self.part("", rule, item if item != {} else None, at)
        return (
            f'<div class="calculator-row" role="group" data-row="{number}" data-label="{escape(label)}" aria-label="{escape(shown)}">{inside}'
            f'<button type="button" class="calculator-remove" data-remove>{escape(self.words["page.remove"])}</button></div>'
        )

    def _pasted(self, name: str, path: str) -> str:
        """Where the rows of a spreadsheet can be put instead."""
        if path not in PASTED:
            return ""
        at, help_text = f"{name}_text", self.words["page.paste_help"]
        shared = self.shared({"description": help_text}, at)
        return (
            f'<details><summary>{escape(self.words["page.paste"])}</summary><div class="calculator-field">'
            f'<label for="{self.id(at)}">{escape(self.words["page.paste_rows"])}</label>'
            f'<textarea rows="6" wrap="off" spellcheck="false" {shared}></textarea>{self.notes({"description": help_text}, at)}</div></details>'
        )

    def _flags(self, schema: Schema, value: Any, path: str) -> str:
        """A list as checkboxes: those names that hold, or for each item of a fixed list whether it holds."""
        item, given = schema["items"], value if isinstance(value, list) else []
        name, path = path.rpartition(".")[2], path.rstrip(".")
        if item.get("type") == "boolean":
            kind, offered = "each", [(str(number), self.words[f"page.{name}_{number + 1}"]) for number in range(schema["minItems"])]
            checked = {str(number) for number, flag in enumerate(given) if flag}
        else:
            kind, offered = "some", [(each, each) for each in item.get("enum", self.names)]
            checked = {str(each) for each in given}
        boxes = "".join(
            f'<div class="calculator-field"><input type="checkbox" id="{self.id(f"{path}.{each}")}" name="{path}.{each}" value="{escape(each)}"'
            f'{" checked" if each in checked else ""} aria-describedby="{self.id(path)}-error">'
            f'<label for="{self.id(f"{path}.{each}")}">{escape(title)}</label></div>'
            for each, title in offered
        )
        legend = escape(schema.get("title", name))
        return (
            f'<fieldset class="calculator-flags" data-flags="{kind}" data-of="{name}"><legend>{legend}</legend>{boxes}'
            f'{self.notes({"description": "" if kind == "each" else schema.get("description", "")}, path)}</fieldset>'
        )

    def _mapping(self, schema: Schema, value: Any, path: str, folded: bool) -> str:
        """A value for each name: the schema's names, or those offered."""
        rule = schema["additionalProperties"]
        one = next((option for option in rule.get("anyOf", (rule,)) if _kind(option, False) == "one"), rule)
        given = value if isinstance(value, Mapping) else {}
        names = schema.get("propertyNames", {}).get("enum", self.names)
        plain = {key: each for key, each in one.items() if key != "description"}
        inside = "".join(self.field(name, plain, given.get(name), f"{path}.{name}") for name in names)
        title = self.words["page.per_standard"] if folded else schema.get("title", path)
        help_text = "" if folded or "description" not in schema else f'<p class="calculator-help">{escape(schema["description"])}</p>'
        group = f'data-group="{path.rpartition(".")[2]}"'
        if folded:
            return f'<details {group}{" open" if given else ""}><summary>{escape(title)}</summary><div class="calculator-names">{inside}</div></details>'
        return (
            f'<fieldset class="calculator-list" {group}><legend>{escape(title)}</legend>{help_text}'
            f'<div class="calculator-names">{inside}</div></fieldset>'
        )

    def _folded(self, key: str, inside: str) -> str:
        return f"<details><summary>{escape(self.words[key])}</summary>{inside}</details>" if inside else ""


def _needed(fields: Mapping[str, Schema], schema: Schema) -> list[str]:
    """What an answer needs, every list, and what is to be chosen without a default."""
    return [
        name
        for name, rule in fields.items()
        if name in schema.get("required", ())
        or any("items" in option for option in rule.get("anyOf", (rule,)))
        or ("enum" in rule and "default" not in rule)
    ]


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
