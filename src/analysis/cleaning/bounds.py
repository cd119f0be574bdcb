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

LARGEST = 100_000_000  # bytes of a file; `cakupan villages` streams larger ones
LARGEST_UNPACKED = 200_000_000  # bytes of XML in a workbook: a sheet of MOST_CELLS has some 150 MB
MOST_CELLS = 4_000_000
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
    for number, row in rows:
        if len(row) > MOST_COLUMNS:
            raise ValueError(f"row {number} has {len(row):,} columns; {MOST_COLUMNS:,} are read at most")
        seen += len(row) or 1
        if seen > MOST_CELLS:
            raise ValueError(
                f"has more than {MOST_CELLS:,} cells, which are read at most; sum it first (cakupan villages)"
            )
        for cell in row:
            if isinstance(cell, str) and len(cell) > LONGEST_CELL:
                raise ValueError(
                    f"row {number} has a cell of {len(cell):,} characters; {LONGEST_CELL:,} are read at most"
                )
        yield number, row


def check_size(size: int) -> None:
    """Raises: ValueError, if a file has more bytes than are read at once."""
    if size > LARGEST:
        most = f"{LARGEST // 1_000_000} MB are read at most"
        raise ValueError(f"has {size / 1e6:,.0f} MB; {most}; sum it first (cakupan villages)")


def check_json(content: bytes) -> None:
    """Raises: ValueError, if a JSON file holds more than is read."""
    if content.count(b"{") + content.count(b"[") > MOST_RECORDS or content.count(b",") > MOST_CELLS:
        raise ValueError(
            f"is JSON with more than {MOST_RECORDS:,} records or {MOST_CELLS:,} values, "
            "which are read at most"
        )


def check_package(package: zipfile.ZipFile) -> None:
    """Measure the parts of a workbook without taking them apart.

    Raises: ValueError, naming the bound that one of them passes.
    """
    parts = package.infolist()
    unpacked = sum(part.file_size for part in parts)
    if unpacked > LARGEST_UNPACKED:
        raise ValueError(
            f"unpacks to {unpacked // 1_000_000} MB; the limit is {LARGEST_UNPACKED // 1_000_000}"
        )
    sheets = [
        part
        for part in parts
        if part.filename.startswith("xl/worksheets/") and part.filename.endswith(".xml")
    ]
    if len(sheets) > MOST_SHEETS:
        raise ValueError(f"has {len(sheets):,} sheets; {MOST_SHEETS:,} are read at most")
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
                raise ValueError(f"has more than {MOST_TEXTS:,} different texts, which are read at most")
        else:
            elsewhere += marks
    if elsewhere > _MOST_MARKS_ELSEWHERE:
        raise ValueError("has more styles and names than a table needs; copy its cells into a new workbook")


def _check_sheet(marks: int, widest: int, tallest: int) -> None:
    if tallest > MOST_ROWS:
        raise ValueError(f"has a row {tallest:,}; spreadsheets end at {MOST_ROWS:,}")
    if widest > MOST_COLUMNS:
        raise ValueError(f"has a cell in column {widest:,}; {MOST_COLUMNS:,} columns are read at most")
    if marks > MOST_CELLS * _MARKS_A_CELL or widest * tallest > 2 * MOST_CELLS:
        raise ValueError(
            f"has more than {MOST_CELLS:,} cells, which are read at most; keep the table alone in the file"
        )


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
            raise ValueError(f"has a cell of more than {LONGEST_CELL:,} characters, which are read at most")
        text = tail + block
        marks, comments = marks + found, comments + text.count(b"<!")
        if comments > _MOST_COMMENTS:
            raise ValueError("is no workbook as spreadsheets write it (comments in its XML); save it anew")
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
