"""Sites pasted from a spreadsheet: rows of cells between tabs, semicolons or commas, cells in quotation marks where they need them.

The first row may name the columns, by the field's name or its title in any language; without it they are those of `COLUMNS`.
"""

from __future__ import annotations

import re
from functools import lru_cache

import calculators
from calculators.messages import POINT
from calculators.numbers import Written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

COLUMNS = ("id", "personnel", "group", "country", "activity", "risk")
FIELD = "sites_text"
_SHOWN = 10  # errors told at once
_MARKS = ("\t", ";", "；", "，")
_NUMBERS = ("personnel", "central_percent")


def expanded(name: str, request: object, language: str, headings: Mapping[str, str]) -> tuple[object, dict[str, int]]:
    """The request with the pasted rows among its sites, and the row that each of these sites came from, by its path.

    `headings` are the titles of columns in every language, each with its field.
    """
    pasted = request.get(FIELD) if isinstance(request, dict) else None
    record = fields(name, language) if isinstance(pasted, str) and not isinstance(pasted, Written) else {}
    if not record:
        return request, {}  # the calculator says what is wrong
    listed = request.get("sites")
    sites = [*listed] if isinstance(listed, list) else []
    rows: dict[str, int] = {}
    columns = None
    for number, cells in enumerate(_rows(pasted), 1):
        if not any(cells):
            continue
        if columns is None:
            columns = _heading(cells, record, headings)
            if columns:
                continue
            columns = COLUMNS
        rows[f"sites[{len(sites)}]"] = number
        sites.append(_site(cells, columns, record, language))
    asked = {field: value for field, value in request.items() if field != FIELD}
    return (asked | {"sites": sites} if rows else asked), rows


def told(name: str, errors: list[dict], rows: dict[str, int], words: dict[str, str], language: str) -> list[dict]:
    """Errors in pasted sites as errors of the text, each with its row and column; not more than can be read."""
    result, left = [], 0
    for error in errors:
        place, _, field = error["path"].partition("]")
        row = rows.get(place + "]")
        if row is None:
            result.append(error)
        elif len(result) < _SHOWN:
            column = fields(name, language).get(field.lstrip("."), {}).get("title", "")
            said = words["page.paste_row" if column else "page.paste_row_only"]
            said = said.replace("{row}", str(row)).replace("{column}", column).replace("{error}", error["text"])
            result.append({**error, "path": FIELD, "text": said})
        else:
            left += 1
    if left:
        result.append({"path": FIELD, "key": "page.paste_more", "text": words["page.paste_more"].replace("{number}", str(left))})
    return result


def _rows(text: str) -> list[list[str]]:
    """The cells of each row; the first row that is not empty shows what stands between them.

    A cell in quotation marks may hold the mark itself, line ends, and quotation marks written twice.
    """
    first = next((line for line in text.splitlines() if line.strip()), "")
    mark = next((mark for mark in _MARKS if mark in re.sub(r'"[^"]*"', "", first)), ",")
    if '"' not in text:
        return [[cell.strip() for cell in line.split(mark)] for line in re.split(r"\r\n?|\n", text)]
    cell = re.compile(rf'[ ]*(?:"((?:[^"]|"")*)"[ ]*|([^{mark}\r\n]*))({mark}|\r\n?|\n|$)')
    rows: list[list[str]] = [[]]
    at = 0
    while at <= len(text):
        found = cell.match(text, at) or re.compile(rf"()([^{mark}\r\n]*)({mark}|\r\n?|\n|$)").match(text, at)
        quoted, plain, end = found.groups()
        rows[-1].append((quoted.replace('""', '"') if quoted else plain or "").strip())
        at = found.end()
        if end != mark:
            if not end:
                break
            rows.append([])
    return rows


@lru_cache(maxsize=8)  # two calculators have sites, each in every language
def fields(name: str, language: str) -> dict[str, dict]:
    """The fields of a site, by name; none where a request holds no sites."""
    sites = calculators.schema(name, language)["properties"].get("sites")
    return {} if sites is None else next(option for option in (sites, *sites.get("anyOf", ())) if "items" in option)["items"]["properties"]


def _heading(cells: list[str], record: Mapping[str, Mapping], headings: Mapping[str, str]) -> tuple[str, ...] | None:
    """The fields that the first row names, when all of its cells are names."""
    found = tuple(headings.get(cell.casefold(), cell.casefold()) for cell in cells)
    return found if all(name in record for name in found) else None


def _site(cells: list[str], columns: tuple[str, ...], record: Mapping[str, Mapping], language: str) -> dict[str, object]:
    """One site; a cell beyond the columns keeps its place as its name, so that the calculator refuses it."""
    names = (*columns, *(f"column_{number}" for number in range(len(columns) + 1, len(cells) + 1)))
    return {name: _value(name, cell, record.get(name, {}), language) for name, cell in zip(names, cells) if cell}


def _value(name: str, cell: str, rule: Mapping[str, object], language: str) -> object:
    if name in _NUMBERS:
        return _number(cell, language)
    return {"true": True, "false": False}.get(cell.casefold(), cell) if rule.get("type") == "boolean" else cell


def _number(cell: str, language: str) -> str:
    """A number as a spreadsheet writes it; a comma between groups of three digits is no decimal comma where the language has a point."""
    if cell.isdecimal():
        return cell
    text = re.sub(r"[\s\u00a0\u202f]", "", cell)
    if POINT[language] == "." and re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", text):
        return text.replace(",", "")
    return text.replace(",", ".") if text.count(",") == 1 and "." not in text else text
