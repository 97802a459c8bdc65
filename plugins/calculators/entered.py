"""What was entered, under the labels of the form: the request on paper, in the words of its schema."""

from __future__ import annotations

from .markup import escape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .respond import Page


_SHORT = 4
"""Values of a record that stand in one line."""


def entered(schema: dict, request: dict, page: Page) -> str:
    """Single values as a list, records of one kind as a table; the readings stand with the answer."""
    values, more = [], ""
    for name, rule in schema["properties"].items():
        if name == "choices" or name not in request:
            continue
        title, value = rule.get("title", name), request[name]
        if isinstance(value, list) and any(isinstance(item, dict) for item in value):
            more += _table(title, _of_kind(rule, value)["items"], value, page)
        elif isinstance(value, dict) and (len(value) > _SHORT or any(map(_are_flags, value.values()))):
            fields = _of_kind(rule, value).get("properties", {})
            more += f"<h4>{escape(title)}</h4>{_list([(fields.get(key, {}), key, item) for key, item in value.items()], page)}"
        else:
            values.append((rule, name, value))
    return _list(values, page) + more


def _list(values: list[tuple[dict, str, object]], page: Page) -> str:
    """The schema, name and value of each as a list of titles and texts."""
    named = [each for rule, name, value in values for each in _named(rule, name, value, page)]
    items = "".join(f"<div><dt>{escape(title)}</dt><dd>{escape(text)}</dd></div>" for title, text in named)
    return f'<dl class="calculator-entered">{items}</dl>' if items else ""


def _named(rule: dict, name: str, value: object, page: Page) -> list[tuple[str, str]]:
    """A value with its title; what was ticked off one by one with a title each."""
    if not _are_flags(value):
        return [(rule.get("title", name), shown(rule, value, page))]
    return [(page.text(f"record.{name}_{number}"), shown({}, flag, page)) for number, flag in enumerate(value, 1)]


def _are_flags(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, bool) for item in value)


def shown(schema: dict, value: object, page: Page) -> str:
    """A value as one text: the names of the schema, numbers as the language writes them."""
    rule = _of_kind(schema, value)
    if isinstance(value, bool):
        return page.text("page.yes" if value else "page.no")
    if isinstance(value, list):
        mark = "; " if any(isinstance(item, (dict, list)) for item in value) else ", "
        return mark.join(shown(rule.get("items", {}), item, page) for item in value)
    if isinstance(value, dict):
        fields = rule.get("properties", {})
        others = rule.get("additionalProperties") or {}
        parts = [(fields.get(name, {}).get("title", name), shown(fields.get(name, others), item, page)) for name, item in value.items()]
        mark = "; " if any("," in text for _, text in parts) else ", "  # 7,5 in some languages
        return mark.join(f"{title}: {text}" for title, text in parts)
    titles = {option["const"]: option["title"] for option in rule.get("oneOf", ())}
    text = str(value)
    return titles.get(text) or (page.number(text) if "number" in rule.get("type", ()) else text)


def _table(title: str, schema: dict, items: list, page: Page) -> str:
    """One row per record, one column per field that some record has."""
    rows = [item if isinstance(item, dict) else {"": item} for item in items]
    rule = _of_kind(schema, rows[0])
    fields = [name for name in rule.get("properties", {}) if any(name in row for row in rows)]
    head = "".join(f'<th scope="col">{escape(rule["properties"][name].get("title", name))}</th>' for name in fields)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(shown(rule['properties'][name], row[name], page)) if name in row else ''}</td>" for name in fields) + "</tr>"
        for row in rows
    )
    return f'<table class="calculator-entries"><caption>{escape(title)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _of_kind(schema: dict, value: object) -> dict:
    """That way to write a field which the value takes."""
    key = "items" if isinstance(value, list) else "properties" if isinstance(value, dict) else "type"
    options = schema.get("anyOf", (schema,))
    fits = [option for option in options if key in option and (key != "type" or not {"items", "properties"} & set(option))]
    return next(iter(fits), None) or next((option for option in options if "additionalProperties" in option), options[0])
