"""Sites pasted from a spreadsheet: rows of cells between tabs, semicolons or commas.

The first row may name the columns, by the field's name or its title; without it they are those of `COLUMNS`.
"""

from __future__ import annotations

import json

import calculators

COLUMNS = ("id", "personnel", "group", "country", "activity", "risk")
FIELD = "sites_text"
_SHOWN = 10  # errors told at once
_POINTS = {"ru": ",", "hu": ","}


def expanded(name: str, text: str, language: str) -> tuple[str, dict[str, int]]:
    """The request with the pasted rows among its sites, and the row that each of these sites came from, by its path."""
    if f'"{FIELD}"' not in text:
        return text, {}
    try:
        request = json.loads(text, parse_float=str)
        pasted = request.pop(FIELD)
        lines = pasted.splitlines()
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError):
        return text, {}  # the calculator says what is wrong
    listed = request.get("sites")
    sites = listed if isinstance(listed, list) else []
    rows: dict[str, int] = {}
    columns = None
    for number, line in enumerate(lines, 1):
        cells = _cells(line)
        if not any(cells):
            continue
        if columns is None:
            columns = _heading(name, cells, language)
            if columns:
                continue
            columns = COLUMNS
        rows[f"sites[{len(sites)}]"] = number
        sites.append(_site(cells, columns, language))
    if rows:
        request["sites"] = sites
    return json.dumps(request, ensure_ascii=False), rows


def told(errors: list[dict], rows: dict[str, int], words: dict[str, str]) -> list[dict]:
    """Errors in pasted sites as errors of the text, each with its row; not more than can be read."""
    result, left = [], 0
    for error in errors:
        row = rows.get(error["path"].partition("]")[0] + "]")
        if row is None:
            result.append(error)
        elif len(result) < _SHOWN:
            said = words["page.paste_row"].replace("{row}", str(row)).replace("{error}", error["text"])
            result.append({**error, "path": FIELD, "text": said})
        else:
            left += 1
    if left:
        result.append({"path": FIELD, "key": "page.paste_more", "text": words["page.paste_more"].replace("{number}", str(left))})
    return result


def _cells(line: str) -> list[str]:
    mark = next((mark for mark in ("\t", ";", "；", "，") if mark in line), ",")
    return [cell.strip().strip('"').strip() for cell in line.split(mark)]


def _heading(name: str, cells: list[str], language: str) -> tuple[str, ...] | None:
    """The fields that the first row names, when all of its cells are names."""
    sites = calculators.schema(name, language)["properties"]["sites"]
    record = next(option for option in (sites, *sites.get("anyOf", ())) if "items" in option)["items"]["properties"]
    known = {key.casefold(): key for key in record} | {rule.get("title", key).casefold(): key for key, rule in record.items()}
    found = tuple(known.get(cell.casefold(), "") for cell in cells)
    return found if all(found) else None


def _site(cells: list[str], columns: tuple[str, ...], language: str) -> dict[str, str]:
    """One site; a cell beyond the columns keeps its place as its name, so that the calculator refuses it."""
    names = (*columns, *(f"column_{number}" for number in range(len(columns) + 1, len(cells) + 1)))
    site = {name: cell for name, cell in zip(names, cells) if cell}
    if "personnel" in site:
        site["personnel"] = site["personnel"].replace(_POINTS.get(language, "."), ".").replace("\xa0", "").replace(" ", "")
    return site
