"""One field of a form: a native control with its label, its help and limits, and the place where an error will stand."""

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
class Control:
    """What the controls of one calculator share: its name, which is part of their ids, and the page's words."""

    name: str
    words: Mapping[str, str]

    def field(self, title: str, schema: Schema, value: Any, path: str) -> str:
        """A checkbox stands before its label, everything else below it."""
        label = f'<label for="{self.id(path)}">{escape(title)}</label>'
        control = self._control(schema, value, path)
        inside = control + label if _is_checkbox(schema) else label + control
        return f'<div class="calculator-field">{inside}{self.notes(schema, path)}</div>'

    def id(self, path: str) -> str:
        return f"calculator-{self.name}-" + path.replace("[", "-").replace("].", "-").replace("]", "").replace(".", "-")

    def notes(self, schema: Schema, path: str) -> str:
        """Help, and the place where an error will stand."""
        text = " ".join(part for part in (schema.get("description", ""), _limits(schema)) if part)
        help_text = f'<p class="calculator-help" id="{self.id(path)}-help">{escape(text)}</p>' if text else ""
        return f'{help_text}<p class="calculator-error" id="{self.id(path)}-error" hidden></p>'

    def shared(self, schema: Schema, path: str) -> str:
        """The attributes that every kind of control has."""
        default = schema.get("default")
        described = f"{self.id(path)}-help " if schema.get("description") or _limits(schema) else ""
        attributes = f'id="{self.id(path)}" name="{escape(path)}" aria-describedby="{described}{self.id(path)}-error"'
        return attributes if default is None else f'{attributes} data-default="{escape(written(default))}"'

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
            placeholder = f' placeholder="{escape(written(default))}"' if default is not None else ""
            return f'<input type="text" inputmode="decimal" data-number {shared}{placeholder} value="{escape(text)}">'
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
    if most is None or Fraction(str(most)) >= _MANY:
        return ""
    if least is not None:
        return f"{least}–{most}".replace("-", "−")
    return f"> {above}, ≤ {most}" if above is not None else f"≤ {most}"


def written(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
