"""Several controls of one kind: a list that grows row by row, checkboxes, a value for each name, rows of a spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from .control import Control, Schema, written

PASTED = ("sites",)
"""Long lists: each row folds to a line, and rows may be pasted from a spreadsheet, which `pasted.py` reads."""
_COUNT = "personnel"
_TOLD = ("id", "group", _COUNT)
"""What the line of a folded row says."""


@dataclass(frozen=True)
class Lists(Control):
    """`names` are offered where the schema leaves names to the asker, such as those of standards."""

    names: Sequence[str] = ()

    def part(self, name: str, schema: Schema, value: Any, path: str) -> str:
        """One field of the request."""
        raise NotImplementedError

    def record(self, name: str, schema: Schema, value: Mapping[str, Any], at: str) -> str:
        """The fields of a record."""
        raise NotImplementedError

    def rows(self, name: str, schema: Schema, value: Any, path: str, shorthand: str | None) -> str:
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
        add = self.words.get(f"form.add_{name}", self.words["page.add"])
        return (
            f'<fieldset class="calculator-list" id="{self.id(path)}" data-list="{name}" data-at="{path}"{attributes}>'
            f"{self.legend(schema.get('title', name), path)}{self.notes(schema, path)}"
            f'<div class="calculator-rows">{rows}</div><template>{self._row(name, shape, {}, f"{path}[#].", brief)}</template>'
            f'<button type="button" data-add>{escape(add)}</button></fieldset>{self._pasted(name, path)}'
        )

    def _row(self, name: str, schema: Schema, item: Any, at: str, brief: str | None) -> str:
        """One item; `#` stands for its number in the template that new rows are made from."""
        number = at[at.rindex("[") + 1 : at.rindex("]")]
        label = self.words.get(f"form.row_{name}", self.words["page.row"]).replace("{title}", schema.get("title", name))
        shown = label.replace("{number}", number if number == "#" else str(int(number) + 1))
        if "properties" in schema:
            inside = self.record(name, schema, item if isinstance(item, Mapping) else {brief: item}, at)
        else:
            rule = {key: each for key, each in schema.items() if key != "description"}
            inside = self.part("", {**rule, "title": shown}, item if item != {} else None, at)
        attributes = f'class="calculator-row" data-row="{number}" data-label="{escape(label)}"'
        remove = f'<button type="button" class="calculator-remove" data-remove>{escape(self.words["page.remove"])}</button>'
        if at.partition("[")[0] not in PASTED or at.count("[") > 1:
            return f'<div role="group" aria-label="{escape(shown)}" {attributes}>{inside}{remove}</div>'
        told = " · ".join((self.put if key == _COUNT else written)(item[key]) for key in _TOLD if not isinstance(item.get(key, {}), (dict, list))) if isinstance(item, Mapping) else ""
        opened = " open" if number == "#" else ""
        summary = f"<summary><span data-told=\"{' '.join(_TOLD)}\">{escape(told or shown)}</span></summary>"
        return f'<details {attributes}{opened} data-shown="{escape(shown)}">{summary}<div class="calculator-row-fields">{inside}{remove}</div></details>'

    def _pasted(self, name: str, path: str) -> str:
        """Where the rows of a spreadsheet can be put instead."""
        if path not in PASTED:
            return ""
        at, help_text = f"{name}_text", self.words["form.paste_help"]
        shared = self.shared({"description": help_text}, at)
        return (
            f'<details class="calculator-paste"><summary>{escape(self.words["form.paste"])}</summary><div class="calculator-field">'
            f'<label for="{self.id(at)}">{escape(self.words["form.paste_rows"])}</label>'
            f'<textarea rows="6" wrap="off" spellcheck="false" {shared}></textarea>{self.notes({"description": help_text}, at)}</div></details>'
        )

    def flags(self, schema: Schema, value: Any, path: str) -> str:
        """A list as checkboxes: those names that hold, or for each item of a fixed list whether it holds."""
        item, given = schema["items"], value if isinstance(value, list) else []
        numbered = " data-numbered" if path.endswith("].") else ""
        name, path = path.rpartition(".")[2], path.rstrip(".")
        if item.get("type") == "boolean":
            kind, offered = "each", [(str(number), self.words[f"record.{name}_{number + 1}"]) for number in range(schema["minItems"])]
            checked = {str(number) for number, flag in enumerate(given) if flag}
        else:
            titles = {option["const"]: option["title"] for option in item.get("oneOf", ())}
            kind, offered = "some", [(each, titles.get(each, each)) for each in item.get("enum", self.names)]
            checked = {str(each) for each in given}
        boxes = "".join(
            f'<div class="calculator-field"><input type="checkbox" id="{self.id(f"{path}.{each}")}" name="{path}.{each}" value="{escape(each)}"'
            f'{" checked" if each in checked else ""} aria-describedby="{self.id(path)}-error">'
            f'<label for="{self.id(f"{path}.{each}")}">{escape(title)}</label></div>'
            for each, title in offered
        )
        legend = f"<legend{numbered}>{escape(schema.get('title', name))}</legend>"
        return (
            f'<fieldset class="calculator-flags" data-flags="{kind}" data-of="{name}">{legend}{boxes}'
            f'{self.notes({"description": "" if kind == "each" else schema.get("description", "")}, path)}</fieldset>'
        )

    def mapping(self, schema: Schema, one: Schema, value: Any, path: str, folded: bool) -> str:
        """A value for each name: the schema's names, or those offered; `one` is how a value is put in."""
        given = value if isinstance(value, Mapping) else {}
        names = schema.get("propertyNames", {}).get("enum", self.names)
        plain = {key: each for key, each in one.items() if key != "description"}
        inside = "".join(self.field(name, plain, given.get(name), f"{path}.{name}", told=False) for name in names)
        group = f'data-group="{path.rpartition(".")[2]}"'
        if folded:
            title = escape(self.words["form.per_standard"])
            return f'<details {group}{" open" if given else ""}><summary>{title}</summary><div class="calculator-names">{inside}</div></details>'
        help_text = f'<p class="calculator-help">{escape(schema["description"])}</p>' if "description" in schema else ""
        return (
            f'<fieldset class="calculator-list" {group}>{self.legend(schema.get("title", path), path)}{help_text}'
            f'<div class="calculator-names">{inside}</div></fieldset>'
        )
