"""Spreadsheet: the tables behind a report as typed cells, with a sheet of contents and sources.

Hides xlsxwriter. Text is written as text and nothing else, so that no cell can become a formula or a link; the same
document gives the same bytes.
"""

from __future__ import annotations

import math
import re
from datetime import date, datetime
from io import BytesIO

from .content import AUTHOR, MARKS, Document, plain, walk
from .tokens import COLOURS

NUMBER_FORMATS = {
    "int": "#,##0",
    "pct": '0.0"%"',
    "idr": '"Rp"#,##0',
    "number": "#,##0.##########",
    "date": "yyyy-mm-dd",
}
SHEET_NAME_LENGTH = 31
WIDEST = 60  # characters


def to_xlsx(document: Document) -> bytes:
    """The tables of the document, each on a sheet of its own after a sheet of contents."""
    import xlsxwriter

    tables = [block for block in walk(document.blocks) if block["kind"] == "table" and block["rows"]]
    out = BytesIO()
    safe = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, safe)
    meta = document.meta
    book.set_properties(
        {
            "title": document.title,
            "author": meta.get("author") or AUTHOR,
            "comments": meta.get("footer") or "",
            "created": datetime.fromisoformat(document.date),
        }
    )
    styles = _Styles(book)
    names = _sheet_names(tables, document.words)
    _write_contents(book, styles, document, tables, names)
    for table, name in zip(tables, names, strict=True):
        _write_table(book.add_worksheet(name), styles, table, document)
    book.close()
    return out.getvalue()


class _Styles:
    """Cell formats, made once each."""

    def __init__(self, book):
        self._book, self._made = book, {}

    def get(self, **properties):
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            base = {"font_name": "Arial", "font_size": 10, "font_color": COLOURS["ink"], "valign": "top"}
            self._made[key] = self._book.add_format({**base, **properties})
        return self._made[key]


def _write_contents(book, styles, document: Document, tables: list[dict], names: list[str]) -> None:
    words, sheet = document.words, book.add_worksheet(document.words["contents"][:SHEET_NAME_LENGTH])
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 80)
    wrap = styles.get(text_wrap=True)
    sheet.write_string(0, 0, document.title, styles.get(bold=True, font_size=16))
    rows = [document.meta.get("subtitle"), words["simulated_note"] if document.simulated else None]
    rows += [document.meta.get("footer")]
    row = 1
    for text in filter(None, rows):
        sheet.write_string(row, 0, text, styles.get(font_color=COLOURS["grey"]))
        row += 1
    row += 1
    for column, heading in enumerate((words["sheet"], words["title"])):
        sheet.write_string(row, column, heading, styles.get(bold=True, bottom=1))
    for name, table in zip(names, tables, strict=True):
        row += 1
        sheet.write_url(row, 0, f"internal:'{name}'!A1", styles.get(font_color=COLOURS["accent"], underline=1), name)
        sheet.write_string(row, 1, table["title"] or table["id"], wrap)
    sources = [block["source"] for block in walk(document.blocks) if block.get("source")]
    row += 2
    sheet.write_string(row, 0, words["sources"], styles.get(bold=True, bottom=1))
    sheet.write_string(row, 1, "", styles.get(bottom=1))
    for source in dict.fromkeys(sources):
        row += 1
        sheet.write_string(row, 1, source, wrap)


def _write_table(sheet, styles, table: dict, document: Document) -> None:
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, table["title"] or table["id"], styles.get(bold=True, font_size=12))
    head = 2
    for number, column in enumerate(table["columns"]):
        look = styles.get(bold=True, text_wrap=True, bottom=1, align=column["align"], valign="bottom")
        sheet.write_string(head, number, column["label"], look)
    formats = table["formats"] or ["text"] * len(table["columns"])
    values = table["values"] or [[cell["text"] for cell in row] for row in table["rows"]]
    shown = zip(values, table["rows"], table["row_styles"], strict=True)
    for number, (row, printed, style) in enumerate(shown, start=head + 1):
        for column, (value, cell, form) in enumerate(zip(row, printed, formats, strict=True)):
            mark = cell["text"][:1] if cell["text"].startswith(MARKS) else ""
            _write_cell(sheet, styles, number, column, value, form, mark=mark, bold=style in ("strong", "total"))
    sheet.freeze_panes(head + 1, 1)
    for column in range(len(table["columns"])):
        longest = max(len(row[column]["text"]) for row in table["rows"])
        label = max(map(len, table["columns"][column]["label"].split()), default=0)
        sheet.set_column(column, column, min(max(longest, label, 8) + 2, WIDEST))
    below = head + len(values) + 2
    notes = [plain(note) for note in table["notes"]] + [table["source"]]
    notes += [document.words["simulated_note"]] if document.simulated else []
    for offset, text in enumerate(filter(None, notes)):
        sheet.write_string(below + offset, 0, text, styles.get(font_color=COLOURS["grey"], font_size=9))


def _write_cell(sheet, styles, row: int, column: int, value, form: str, *, mark: str, bold: bool) -> None:
    """A number as a number, with the mark it has on the page; a date as a date, all else as text; missing stays empty."""
    look = {"bold": True} if bold else {}
    if value is None or (isinstance(value, float) and math.isnan(value)):
        sheet.write_blank(row, column, None, styles.get(**look))
    elif form == "date" and (day := _as_date(value)):
        sheet.write_datetime(row, column, day, styles.get(num_format=NUMBER_FORMATS["date"], **look))
    elif isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
        shape = NUMBER_FORMATS.get(form, "General")
        sheet.write_number(row, column, value, styles.get(num_format=f'"{mark}"{shape}' if mark else shape, **look))
    else:
        sheet.write_string(row, column, str(value), styles.get(text_wrap=len(str(value)) > WIDEST, **look))


def _as_date(value) -> datetime | None:
    try:
        return datetime.fromisoformat(value.isoformat() if isinstance(value, date) else str(value)).replace(tzinfo=None)
    except ValueError:
        return None


def _sheet_names(tables: list[dict], words: dict[str, str]) -> list[str]:
    """Names that a spreadsheet takes: short, without its special characters, each with its number in front."""
    names = []
    for number, table in enumerate(tables, start=1):
        text = re.sub(r"[\[\]:*?/\\']", " ", table["title"] or table["id"] or words["tables"])
        names.append(f"{number} {' '.join(text.split())}"[:SHEET_NAME_LENGTH].strip())
    return names
