"""Spreadsheet: headline, tables and the figures drawn as typed cells, with a sheet of contents and sources.

Hides xlsxwriter. Text is written as text and nothing else, so that no cell can become a formula or a link;
the same document gives the same bytes.
"""

from __future__ import annotations

import math
import re
from datetime import date, datetime
from io import BytesIO

from .content import AUTHOR, Document, plain, walk
from .sheet_columns import Column, columns_of, parts_of, qualifier_told
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
HEAD = 2  # row of the heads of a sheet, from zero


def to_xlsx(document: Document) -> bytes:
    """The headline, then each table, and the data of each figure that has some, on a sheet of its own."""
    import xlsxwriter

    parts = [block for block in walk(document.blocks) if _has_cells(block)]
    out = BytesIO()
    safe = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
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
    headline = _headline(document)
    parts = [headline, *parts] if headline["rows"] else parts
    names = _sheet_names(parts, document.words)
    _write_contents(book, styles, document, parts, names)
    for part, name in zip(parts, names, strict=True):
        _write_part(book.add_worksheet(name), styles, part, document)
    book.close()
    return out.getvalue()


def _has_cells(block: dict) -> bool:
    return bool(block["kind"] == "table" and block["rows"]) or bool(
        block["kind"] == "figure" and block.get("data")
    )


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


def _headline(document: Document) -> dict:
    """The key figures and leading sentences as a table: what it is, the number, its qualifier,
    and its note.
    """
    words, language = document.words, document.language
    rows = []
    for block in document.blocks:
        if block["kind"] == "numbers":
            for item in block["items"]:
                figure = parts_of(item.get("amount", item["value"]))
                said = qualifier_told(figure, language)
                rows.append([item["label"], figure["value"], said, item["note"] or None])
        elif block["kind"] == "text" and block["style"] == "lead":
            rows += [[plain(paragraph), None, None, None] for paragraph in block["paragraphs"]]
    heads = [words["figure"], words["value"], words["qualifier"].capitalize(), words["note"]]
    return {
        "kind": "headline",
        "id": "headline",
        "title": words["headline"],
        "heads": heads,
        "rows": rows,
        "notes": [],
        "source": "",
        "row_styles": [""] * len(rows),
    }


def _columns(part: dict, document: Document) -> list[Column]:
    if part["kind"] == "headline":
        cells = zip(*part["rows"], strict=True)
        kinds = ("text", "number", "text", "text")
        return [
            Column(head, kind, "left", tuple(each))
            for head, kind, each in zip(part["heads"], kinds, cells, strict=True)
        ]
    if part["kind"] == "figure":
        align = {"text": "left"}
        return [
            Column(each["label"], each["format"], align.get(each["format"], "right"), tuple(each["values"]))
            for each in part["data"]
        ]
    return columns_of(part, document)


def _write_contents(book, styles, document: Document, parts: list[dict], names: list[str]) -> None:
    words, sheet = document.words, book.add_worksheet(document.words["contents"][:SHEET_NAME_LENGTH])
    _set_print(sheet)
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
    for name, part in zip(names, parts, strict=True):
        row += 1
        sheet.write_url(
            row, 0, f"internal:'{name}'!A1", styles.get(font_color=COLOURS["accent"], underline=1), name
        )
        sheet.write_string(row, 1, part["title"] or part["id"], wrap)
    sources = [block["source"] for block in walk(document.blocks) if block.get("source")]
    row += 2
    sheet.write_string(row, 0, words["sources"], styles.get(bold=True, bottom=1))
    sheet.write_string(row, 1, "", styles.get(bottom=1))
    for source in dict.fromkeys(sources):
        row += 1
        sheet.write_string(row, 1, source, wrap)


def _write_part(sheet, styles, part: dict, document: Document) -> None:
    columns = _columns(part, document)
    last = len(columns[0].values)
    _set_print(sheet)
    sheet.repeat_rows(HEAD)
    sheet.autofilter(HEAD, 0, HEAD + last, len(columns) - 1)
    sheet.write_string(0, 0, part["title"] or part["id"], styles.get(bold=True, font_size=12))
    row_styles = part.get("row_styles") or [""] * last
    for place, column in enumerate(columns):
        look = styles.get(bold=True, text_wrap=True, bottom=1, align=column.align, valign="bottom")
        sheet.write_string(HEAD, place, column.label, look)
        for row, (value, style) in enumerate(zip(column.values, row_styles, strict=True), start=HEAD + 1):
            _write_cell(sheet, styles, row, place, value, column.kind, bold=style in ("strong", "total"))
        longest = max((len(_shown(value)) for value in column.values), default=0)
        label = max(map(len, column.label.split()), default=0)
        sheet.set_column(place, place, min(max(longest, label, 8) + 3, WIDEST))
    sheet.freeze_panes(HEAD + 1, 1)
    notes = [plain(note) for note in part.get("notes") or ()] + [part.get("subtitle"), part["source"]]
    notes += [document.words["simulated_note"]] if document.simulated else []
    for offset, text in enumerate(filter(None, notes)):
        sheet.write_string(
            HEAD + last + 2 + offset, 0, text, styles.get(font_color=COLOURS["grey"], font_size=9)
        )


def _set_print(sheet) -> None:
    """Landscape A4, one page wide, numbered."""
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&R&P / &N")


def _shown(value) -> str:
    """About as a cell shows it: for the width of its column."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return str(value or "")
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"


def _write_cell(sheet, styles, row: int, column: int, value, form: str, *, bold: bool) -> None:
    """A number as a number; a date as a date, all else as text; missing stays empty."""
    look = {"bold": True} if bold else {}
    if value is None or (isinstance(value, float) and math.isnan(value)):
        sheet.write_blank(row, column, None, styles.get(**look))
    elif form == "date" and (day := _as_date(value)):
        sheet.write_datetime(row, column, day, styles.get(num_format=NUMBER_FORMATS["date"], **look))
    elif isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
        sheet.write_number(
            row, column, value, styles.get(num_format=NUMBER_FORMATS.get(form, "General"), **look)
        )
    else:
        sheet.write_string(row, column, str(value), styles.get(text_wrap=len(str(value)) > WIDEST, **look))


def _as_date(value) -> datetime | None:
    try:
        return datetime.fromisoformat(value.isoformat() if isinstance(value, date) else str(value)).replace(
            tzinfo=None
        )
    except ValueError:
        return None


def _sheet_names(parts: list[dict], words: dict) -> list[str]:
    """Names that a spreadsheet takes: whole words, no special characters, each with its number in front."""
    is_headed = bool(parts) and parts[0]["kind"] == "headline"
    names = [words["headline"]] if is_headed else []
    for number, part in enumerate(parts[is_headed:], start=1):
        title = words["sheets"].get(part["id"]) or part["title"] or part["id"] or words["tables"]
        text = " ".join(re.sub(r"[\[\]:*?/\\']", " ", title).split())
        room = SHEET_NAME_LENGTH - len(f"{number} ")
        if len(text) > room:
            text = text[: room + 1].rsplit(" ", 1)[0][:room]
        names.append(f"{number} {text}".strip())
    return names
