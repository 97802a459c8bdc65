"""Tables as an XLSX workbook (Office Open XML, ISO/IEC 29500): one sheet each, the heading bold and always in sight."""

from __future__ import annotations

from calculators.numbers import Fraction

from ..markup import escape
from .csv_table import decimal
from .stored_zip import stored_zip

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .cells import Cell, Sheet

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_STYLES = (
    f'<styleSheet {_MAIN}><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill/><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>'
)
_LONGEST = 32767  # characters of a cell
_NOT_IN_XML = {code: None for code in (*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF)}
_NOT_IN_NAMES = str.maketrans("[]:*?/\\", "       ")


def workbook(sheets: list[Sheet]) -> bytes:
    numbers = range(1, len(sheets) + 1)
    names = [title.translate(_NOT_IN_NAMES)[:31] for title, _, _ in sheets]
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{_override("workbook", "sheet.main")}{_override("styles", "styles")}'
        + "".join(_override(f"worksheets/sheet{n}", "worksheet") for n in numbers)
        + "</Types>",
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f'<workbook {_MAIN} xmlns:r="{_RELATIONS}"><sheets>'
        + "".join(f'<sheet name="{escape(name)}" sheetId="{n}" r:id="r{n}"/>' for n, name in zip(numbers, names, strict=True))
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": _relations([*(("worksheet", f"worksheets/sheet{n}.xml") for n in numbers), ("styles", "styles.xml")]),
        "xl/styles.xml": _STYLES,
        **{f"xl/worksheets/sheet{n}.xml": _sheet(columns, rows) for n, (_, columns, rows) in zip(numbers, sheets, strict=True)},
    }
    return stored_zip({name: (_HEAD + text).encode("utf-8", "replace") for name, text in parts.items()})


def _override(part: str, kind: str) -> str:
    return f'<Override PartName="/xl/{part}.xml" ContentType="{_TYPE}.{kind}+xml"/>'


def _relations(targets: list[tuple[str, str]]) -> str:
    items = "".join(f'<Relationship Id="r{n}" Type="{_RELATIONS}/{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(targets, 1))
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'


def _sheet(columns: list[str], rows: list[list[Cell]]) -> str:
    widths = [min(max([8, *(len(str(row[n] or "")) for row in (columns, *rows))]) + 2, 60) for n in range(len(columns))]
    shown = "".join(f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>' for n, width in enumerate(widths, 1))
    cells = "".join(f"<row>{''.join(_cell(cell, n == 0) for cell in row)}</row>" for n, row in enumerate((columns, *rows)))
    return (
        f'<worksheet {_MAIN}><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        f"</sheetView></sheetViews><cols>{shown}</cols><sheetData>{cells}</sheetData></worksheet>"
    )


def _cell(cell: Cell, heading: bool) -> str:
    """A number, or text that is never a formula."""
    if cell is None or cell == "":
        return "<c/>"
    if isinstance(cell, Fraction):
        return f"<c><v>{decimal(cell, 12)}</v></c>"
    text = escape(cell.translate(_NOT_IN_XML)[:_LONGEST])
    return f'<c t="inlineStr"{" s=" + chr(34) + "1" + chr(34) if heading else ""}><is><t xml:space="preserve">{text}</t></is></c>'
