"""One field of a form: a native control with its label, its help, limits and default, and the place where an error will stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from html import escape
from typing import Any

from calculators.numbers import read

Schema = Mapping[str, Any]
_TOLD = 100
"""A limit beyond which nobody needs to be told of it before it is passed."""


@dataclass(frozen=True)
class Control:
    """What the controls of one calculator share: its name, which is part of their ids, the page's words, and how a source is drawn."""

    name: str
    words: Mapping[str, str]
    source: Callable[[str, str, str], str]
    number: Callable[[str], str]
    point: str

    def field(self, title: str, schema: Schema, value: Any, path: str, told: bool = True) -> str:
        """A checkbox stands before its label, everything else below it. `told` says where the documents speak of it."""
        numbered = path.endswith("].")  # the value of a row is named by the row's number
        label = f'<label for="{self.id(path)}"{" data-numbered" if numbered else ""}>{escape(title)}</label>'
        source = self.source(self.name, path, title) if told and not numbered else ""
        if source:
            label = f'<div class="calculator-label">{label}{source}</div>'
        control = self._control(schema, value, path)
        inside = control + label if _is_checkbox(schema) else label + control
        return f'<div class="calculator-field">{inside}{self.notes(schema, path)}</div>'

    def id(self, path: str) -> str:
        return f"calculator-{self.name}-" + path.replace("[", "-").replace("].", "-").replace("]", "").replace(".", "-")

    def legend(self, title: str, path: str) -> str:
        """The name of several controls, and where the documents speak of them."""
        return f"<legend>{escape(title)}</legend>{self.source(self.name, path, title)}"

    def notes(self, schema: Schema, path: str) -> str:
        """Help, and the place where an error will stand."""
        text = self._help(schema)
        help_text = f'<p class="calculator-help" id="{self.id(path)}-help">{escape(text)}</p>' if text else ""
        return f'{help_text}<p class="calculator-error" id="{self.id(path)}-error" hidden></p>'

    def shared(self, schema: Schema, path: str) -> str:
        """The attributes that every kind of control has."""
        default = schema.get("default")
        described = f"{self.id(path)}-help " if self._help(schema) else ""
        usual = "" if default is None else f' data-default="{escape(written(default))}"'
        return f'id="{self.id(path)}" name="{path}" aria-describedby="{described}{self.id(path)}-error"{usual}'

    def put(self, value: Any) -> str:
        """A value as it stands in a field; numbers with the decimal sign of the language, as they may be put in."""
        text = written(value)
        return text if read(text) is None else text.replace(".", self.point)

    def _help(self, schema: Schema) -> str:
        """What is meant, between which limits, and what an empty field is taken for."""
        return " ".join(part for part in (schema.get("description", ""), _limits(schema), self._assumed(schema)) if part)

    def _assumed(self, schema: Schema) -> str:
        default = schema.get("default")
        if default is None or "enum" in schema or schema.get("type") == "boolean":
            return ""  # what stands in the control says it
        return self.words["form.if_empty"].replace("{value}", self.number(written(default)))

    def _control(self, schema: Schema, value: Any, path: str) -> str:
        default, shared = schema.get("default"), self.shared(schema, path)
        text = "" if value is None or isinstance(value, (list, dict)) else written(value)
        if _is_checkbox(schema):
            return f'<input type="checkbox" {shared}{" checked" if (default if value is None else value) else ""}>'
        if schema.get("type") == "boolean":  # "no" says something else than nothing
            answers = [{"const": const, "title": self.words[f"page.{word}"]} for const, word in (("true", "yes"), ("false", "no"))]
            return self._selection({"oneOf": answers}, text, f"data-boolean {shared}")
        if "enum" in schema:
            return self._selection(schema, text, shared)
        if "number" in schema["type"] or ("integer" in schema["type"] and "maxLength" not in schema):
            placeholder = f' placeholder="{escape(self.put(default))}"' if default is not None else ""
            return f'<input type="text" inputmode="decimal" data-number {shared}{placeholder} value="{escape(self.put(text))}">'
        kind = "date" if schema.get("format") == "date" else "text"
        longest = f' maxlength="{schema["maxLength"]}"' if "maxLength" in schema else ""
        return f'<input type="{kind}"{longest} {shared} value="{escape(text)}">'

    def _selection(self, schema: Schema, text: str, shared: str) -> str:
        chosen = text or written(schema.get("default", ""))
        options = schema["oneOf"]
        empty = "" if "default" in schema else f'<option value="">{escape(self.words["page.choose"])}</option>'
        inside = "".join(
            f'<optgroup label="{escape(self.words[f"page.{direction}"])}">{_options(some, chosen)}</optgroup>' if direction else _options(some, chosen)
            for direction in dict.fromkeys(option.get("direction") for option in options)
            if (some := [option for option in options if option.get("direction") == direction])
        )
        dependent = ' data-filter="standard"' if any("standards" in option for option in options) else ""
        return f"<select {shared}{dependent}>{empty}{inside}</select>"


def _is_checkbox(schema: Schema) -> bool:
    return schema.get("type") == "boolean" and "default" in schema


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
    if most is None or Fraction(str(most)) > _TOLD:
        return ""
    if least is not None:
        return f"{least}–{most}."
    return f"> {above}, ≤ {most}." if above is not None else f"≤ {most}."


def written(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
