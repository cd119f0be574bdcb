"""How much of a file is taken in: bounds that keep any file within 1 GB of memory, and the work linear in
its size.

Hides how a workbook is measured before it is unpacked into cells. What lies beyond a bound is refused in a
sentence that
says it. METHODS.md, rule 82.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator

from .refusals import Refused

LARGEST = 100_000_000  # bytes of a file; `cakupan villages` streams larger ones
LARGEST_UNPACKED = 200_000_000  # bytes of XML in a workbook: a sheet of MOST_CELLS has some 150 MB
MOST_CELLS = 4_000_000
MOST_READ = 400_000  # rows of a file; each may be a fault of its own, with its sentence
MOST_COLUMNS = 1_000
MOST_ROWS = 1_048_576  # of a sheet, as spreadsheets have it
MOST_SHEETS = 300
MOST_TEXTS = 1_000_000  # different texts of a workbook
MOST_RECORDS = 1_000_000  # of a JSON file
#: A cell beyond this many characters is no figure or name of a region: the file is not what it seems.
LONGEST_CELL = 131_072
_MARKS_A_CELL, _MARKS_A_TEXT = 6, 4  # tags that a cell with a formula has, and a text
_MOST_MARKS_ELSEWHERE = 1_000_000  # tags of styles, names and the like
_MOST_COMMENTS = 10  # of XML, in one part
_CELL = re.compile(rb"""<(?:\w+:)?c\s[^<>]*?\br\s*=\s*["']([A-Za-z]+)(\d+)["'][^<>]*?(/?)>""")
_ROW = re.compile(rb"""<(?:\w+:)?row\s[^<>]*?\br\s*=\s*["'](\d+)["']""")


def bounded(rows: Iterable[tuple[int, list]]) -> Iterator[tuple[int, list]]:
    """The rows as they come, until one bound is passed. Raises: ValueError, naming it."""
    seen = 0
    for count, (number, row) in enumerate(rows, start=1):
        if count > MOST_READ:
            raise Refused("too_many_rows", limit=MOST_READ)
        if len(row) > MOST_COLUMNS:
            raise Refused("too_many_columns", row=number, found=len(row), limit=MOST_COLUMNS)
        seen += len(row) or 1
        if seen > MOST_CELLS:
            raise Refused("too_many_cells", limit=MOST_CELLS)
        for cell in row:
            if isinstance(cell, str) and len(cell) > LONGEST_CELL:
                raise Refused("long_cell", row=number, limit=LONGEST_CELL)
        yield number, row


def check_size(size: int) -> None:
    """Raises: ValueError, if a file has more bytes than are read at once."""
    if size > LARGEST:
        raise Refused("too_large", size=round(size / 1e6), limit=LARGEST // 1_000_000)


def check_json(content: bytes) -> None:
    """Raises: ValueError, if a JSON file holds more than is read."""
    if content.count(b"{") + content.count(b"[") > MOST_RECORDS or content.count(b",") > MOST_CELLS:
        raise Refused("too_many_records", records=MOST_RECORDS, values=MOST_CELLS)


def check_package(package: zipfile.ZipFile) -> None:
    """Measure the parts of a workbook without taking them apart.

    Raises: ValueError, naming the bound that one of them passes.
    """
    parts = package.infolist()
    unpacked = sum(part.file_size for part in parts)
    if unpacked > LARGEST_UNPACKED:
        raise Refused("unpacked", size=unpacked // 1_000_000, limit=LARGEST_UNPACKED // 1_000_000)
    sheets = [
        part
        for part in parts
        if part.filename.startswith("xl/worksheets/") and part.filename.endswith(".xml")
    ]
    if len(sheets) > MOST_SHEETS:
        raise Refused("too_many_sheets", found=len(sheets), limit=MOST_SHEETS)
    elsewhere = 0
    for part in parts:
        if not part.filename.lower().endswith((".xml", ".rels")):
            continue
        with package.open(part) as stream:
            marks, widest, tallest = _measured(stream, is_sheet=part in sheets)
        if part in sheets:
            _check_sheet(marks, widest, tallest)
        elif "sharedStrings" in part.filename:
            if marks > MOST_TEXTS * _MARKS_A_TEXT:
                raise Refused("too_many_texts", limit=MOST_TEXTS)
        else:
            elsewhere += marks
    if elsewhere > _MOST_MARKS_ELSEWHERE:
        raise Refused("too_many_styles")


def _check_sheet(marks: int, widest: int, tallest: int) -> None:
    if tallest > MOST_ROWS:
        raise Refused("far_row", row=tallest, limit=MOST_ROWS)
    if widest > MOST_COLUMNS:
        raise Refused("far_column", column=widest, limit=MOST_COLUMNS)
    if marks > MOST_CELLS * _MARKS_A_CELL or widest * tallest > 2 * MOST_CELLS:
        raise Refused("too_many_cells", limit=MOST_CELLS)


def _measured(stream, *, is_sheet: bool) -> tuple[int, int, int]:
    """Tags in a part, and of a sheet the last column and row with something in it.

    Raises: ValueError, if a text goes on for more than a cell holds: each block of that length has a tag in
    it.
    """
    marks = comments = widest = tallest = 0
    tail, columns = b"", set()
    while block := stream.read(LONGEST_CELL):
        found = block.count(b"<")
        if not found and len(block) == LONGEST_CELL:
            raise Refused("long_text", limit=LONGEST_CELL)
        text = tail + block
        marks, comments = marks + found, comments + text.count(b"<!")
        if comments > _MOST_COMMENTS:
            raise Refused("foreign_xml")
        if is_sheet:
            cells = _CELL.findall(text)
            filled = [row for _, row, closed in cells if not closed]
            columns |= {column for column, _, closed in cells if not closed}
            tallest = max([tallest, *map(_short_int, filled), *map(_short_int, _ROW.findall(text))])
        tail = text[text.rfind(b"<") :] if not text.endswith(b">") else b""
        tail = tail if len(tail) <= LONGEST_CELL else b""
    widest = max(map(_column, columns), default=0)
    return marks, widest, tallest


def _short_int(digits: bytes) -> int:
    return int(digits[:12])


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters[:6].upper():
        number = number * 26 + letter - 64
    return number
