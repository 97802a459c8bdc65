"""The table of the file's columns for the staff's page, made from the list that the reader uses."""

from __future__ import annotations

from html import escape

from plugins.register.columns import COLUMNS
from plugins.register.language import Language


def column_table(language: Language, schema: str) -> str:
    """Each column: name, whether it is needed, how it is written, the clause that asks for it; and the address of the schema."""
    heads = "".join(f'<th scope="col">{language.say(f"columns.{key}")}</th>' for key in ("name", "needed", "written", "meaning", "clauses"))
    rows = "".join(
        f"<tr><td><code>{column.name}</code></td><td>{language.say('columns.yes') if column.required else ''}</td>"
        f"<td>{language.say(f'kind.{column.kind}')}</td><td>{language.say(f'column.{column.name}')}</td>"
        f"<td>{escape(', '.join(clause.replace(':', ' ') for clause in column.clauses))}</td></tr>"
        for column in COLUMNS
    )
    table = f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    return f'{table}<p>{language.say("schema")} <a href="{schema}">JSON Schema</a></p>'
