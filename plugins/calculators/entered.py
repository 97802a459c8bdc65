"""What was entered, under the labels of the form: the request on paper, in the words of its schema."""

from __future__ import annotations

from .markup import escape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .respond import Page


def entered(schema: dict, request: dict, page: Page) -> str:
    """Single values as a list, records of one kind as a table; the readings stand with the answer."""
    values, tables = "", ""
    for name, rule in schema["properties"].items():
        if name == "choices" or name not in request:
            continue
        title, value = rule.get("title", name), request[name]
        if isinstance(value, list) and any(isinstance(item, dict) for item in value):
            tables += _table(title, _of_kind(rule, value)["items"], value, page)
        else:
            values += f"<div><dt>{escape(title)}</dt><dd>{escape(shown(rule, value, page))}</dd></div>"
    return f'<dl class="calculator-entered">{values}</dl>{tables}'


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
        parts = ((fields.get(name, {}).get("title", name), shown(fields.get(name, others), item, page)) for name, item in value.items())
        return ", ".join(f"{title}: {text}" for title, text in parts)
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
