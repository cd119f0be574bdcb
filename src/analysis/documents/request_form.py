"""The empty table that asks a branch office for members: once filled in, `cakupan add` reads it back.

Hides its layout: a title that names what is counted and the day, one row a region, one column a segment.
"""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

import pandas as pd

from ..words import Words
from .content import AUTHOR, NO_DATE

COLUMNS = ("code", "region", "formal", "informal", "apbd", "construction")
WIDTHS = (9, 28, 20, 26, 20, 18)  # characters
HEAD = 2  # row of the headings, from 0


def request_form(regions: pd.DataFrame, *, period: str, language: str = "id") -> bytes:
    """The workbook for these regions, to be filled in.

    Args:
        regions: region_code and name, one row each. period: the month asked for, "2025-12".
    """
    import xlsxwriter

    words, out = Words(language), BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False}
    )
    book.set_properties(
        {
            "author": AUTHOR,
            "title": words.text("form_title", period=period),
            "created": datetime.fromisoformat(NO_DATE),
        }
    )
    sheet, strong = (
        book.add_worksheet(words.text("form_sheet")),
        book.add_format({"bold": True, "text_wrap": True, "border": 1}),
    )
    open_cell = book.add_format({"border": 1, "num_format": "#,##0"})
    sheet.write_string(0, 0, words.text("form_title", period=period), book.add_format({"bold": True}))
    for place, (name, width) in enumerate(zip(COLUMNS, WIDTHS, strict=True)):
        sheet.write_string(HEAD, place, words.text(f"form_{name}"), strong)
        sheet.set_column(place, place, width)
    for line, row in enumerate(regions.itertuples(index=False), start=HEAD + 1):
        sheet.write_string(line, 0, row.region_code, open_cell)
        sheet.write_string(line, 1, row.name, open_cell)
        for place in range(2, len(COLUMNS)):
            sheet.write_blank(line, place, None, open_cell)
    sheet.freeze_panes(HEAD + 1, 2)
    sheet.fit_to_pages(1, 0)
    sheet.set_landscape()
    book.close()
    return out.getvalue()
