"""Spreadsheets as rows of cells, and what may be wrong with them before a cell is read.

Hides the two readers (openpyxl for XLSX, calamine for the old XLS), and the files that only look like a
workbook: broken, protected by a password, or packed so that they unpack to far more than they are.
METHODS.md, rule 82.
"""

from __future__ import annotations

import contextlib
import datetime
import itertools
import lzma
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ..files import ZIP_MAGIC
from .bounds import MOST_CELLS, MOST_COLUMNS, check_package, check_size, weighed
from .refusals import Refused

ROWS_SEARCHED = 50_000  # of each sheet, for a first value
MOST_XML = 20_000_000  # bytes of a sheet in which merged cells, formulas and hidden rows are looked for
ROWS_LOOKED_AT = 300  # of each sheet, to tell sheets with figures from those with a title
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: What the library raises for a package that is broken.
BROKEN_PACKAGE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, NotImplementedError, EOFError, RuntimeError)
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class SheetRow(list):
    """A row of a spreadsheet, which ends at its last filled cell."""


@dataclass(frozen=True)
class Sheets:
    """The sheets of a workbook: names, which are empty, which hold rows with figures; of one its merged
    ranges, formulas, and what is hidden in it.
    """

    names: tuple[str, ...]
    empty: tuple[str, ...]
    sheet: str
    tables: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()
    formulas: int = 0
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()  # counted from 0


def check_workbook(path: Path) -> str:
    """xlsx or xls. A file that stands as it was found good is not measured again: its readers each ask.

    Raises: ValueError, if the file cannot be read as a workbook, with the reason.
    """
    seen = path.stat()
    check_size(seen.st_size)
    return _kind_of(path, (seen.st_ino, seen.st_size, seen.st_mtime_ns))


@lru_cache(maxsize=8)
def _kind_of(path: Path, seen: tuple[int, int, int]) -> str:
    """What a file holds that was seen so; a refusal is not kept."""
    with path.open("rb") as handle:
        magic = handle.read(8)
        if magic == OLE_MAGIC:
            if _holds(handle, _ENCRYPTED):
                raise Refused("password")
            return "xls"
    if magic[:4] != ZIP_MAGIC:
        raise Refused("no_workbook")
    try:
        with zipfile.ZipFile(path) as package:
            if any(part.flag_bits & 1 for part in package.infolist()):
                raise Refused("password")
            if "xl/workbook.xml" not in package.namelist():
                raise Refused("packed")
            check_package(package)
    except (OSError, *BROKEN_PACKAGE):
        raise Refused("broken", error="zip") from None
    return "xlsx"


@contextlib.contextmanager
def _told_if_broken() -> Iterator[None]:
    """Whatever the parser meets within a broken part, told in one line; what we say ourselves passes."""
    try:
        yield
    except Refused:
        raise
    except Exception as error:
        raise Refused("broken", error=type(error).__name__) from None


def workbook_cells(path: Path, *, sheet: str | None) -> Iterator[tuple[int, SheetRow]]:
    """The rows of a sheet (the first, if none is named), numbered as the spreadsheet does.

    A formula gives the value stored with it; one without a stored value gives its own text, which is no
    number.
    """
    if check_workbook(path) == "xls":
        yield from _xls_rows(path, sheet)
        return
    values = _open(path, data_only=True)
    with contextlib.closing(values), _told_if_broken():
        name = _sheet_name(values.sheetnames, sheet)
        rows = _rows(values[name], as_shown=_shows_otherwise(path))
        if not _has_formulas(path):
            yield from enumerate(map(SheetRow, rows), start=1)
            return
        with contextlib.closing(_open(path, data_only=False)) as formulas:
            stated_rows = _rows(formulas[name])
            for number, (row, stated) in enumerate(
                itertools.zip_longest(rows, stated_rows, fillvalue=()), start=1
            ):
                yield (
                    number,
                    SheetRow(
                        said if cell is None and isinstance(said, str) and said.startswith("=") else cell
                        for cell, said in itertools.zip_longest(row, stated)
                    ),
                )


def sheets(path: Path, *, sheet: str | None = None) -> Sheets:
    """What a workbook holds, as far as it bears on reading one sheet of it."""
    if check_workbook(path) == "xls":
        book = _calamine(path)
        names = tuple(book.sheet_names)
        empty, tables = (), ()
        for name in names:
            rows = _calamine_rows(book, name)
            empty += () if any(c != "" for row in rows for c in row) else (name,)
            tables += (name,) if _holds_figures(rows) else ()
        return Sheets(names, empty, _chosen(names, empty, tables, sheet), tables)
    book = _open(path, data_only=True)
    with contextlib.closing(book), _told_if_broken():
        names = tuple(book.sheetnames)
        empty = tuple(name for name in names if not _has_value(_rows(book[name])))
        tables = tuple(name for name in names if name not in empty and _holds_figures(_rows(book[name])))
        chosen = _chosen(names, empty, tables, sheet)
        text = _sheet_xml(path, chosen)
    merged = tuple(m.decode() for m in re.findall(rb'<(?:\w+:)?mergeCell ref="([A-Z0-9:]+)"', text))
    formulas = len(re.findall(rb"<(?:\w+:)?f[ >/]", text))
    return Sheets(names, empty, chosen, tables, merged, formulas, *_hidden(text))


def _sheet_xml(path: Path, name: str) -> bytes:
    """The XML of a sheet, which says more than its cells; nothing beyond MOST_XML bytes."""
    from openpyxl.packaging.relationship import get_dependents
    from openpyxl.reader.workbook import WorkbookParser

    with zipfile.ZipFile(path) as package:
        relations = get_dependents(package, "_rels/.rels")
        book = next(part.target for part in relations if part.Type.endswith("/officeDocument"))
        parser = WorkbookParser(package, book)
        parser.parse()
        part = next((part.target for sheet, part in parser.find_sheets() if sheet.name == name), None)
        inside = package.getinfo(part) if part else None
        return package.read(inside) if inside and inside.file_size < MOST_XML else b""


_HIDDEN = re.compile(rb"<(?:\w+:)?(row|col)\s[^<>]*\bhidden=\"(?:1|true)\"[^<>]*>")
_PLACE = re.compile(rb"\b(r|min|max)=\"(\d{1,7})\"")


def _hidden(text: bytes) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The rows, and the columns counted from 0, that a sheet hides."""
    rows, columns = [], []
    for found in _HIDDEN.finditer(text):
        said = {name: int(number) for name, number in _PLACE.findall(found[0])}
        if found[1] == b"row" and b"r" in said:
            rows.append(said[b"r"])
        elif b"min" in said and b"max" in said:
            columns += range(said[b"min"] - 1, min(said[b"max"], MOST_COLUMNS))
    return tuple(rows), tuple(columns)


def _has_value(rows) -> bool:
    return any(cell is not None for row in itertools.islice(rows, ROWS_SEARCHED) for cell in row)


def _holds_figures(rows) -> bool:
    """Two rows, among the first ones, with a figure beside another cell: a sheet with a title or a text has
    none.
    """
    found = 0
    for row in itertools.islice(rows, ROWS_LOOKED_AT):
        filled = [cell for cell in row if cell not in (None, "")]
        figures = [
            c
            for c in filled
            if not isinstance(c, bool) and re.fullmatch(r"(Rp\s*)?-?\d[\d.,]*\s*%?", str(c).strip())
        ]
        found += len(filled) > 1 and bool(figures)
        if found == 2:
            return True
    return False


def _chosen(names, empty, tables, sheet: str | None) -> str:
    if sheet is not None:
        return _sheet_name(list(names), sheet)
    filled = [name for name in names if name not in empty]
    if not filled:
        raise Refused("no_cell")
    return tables[0] if tables else filled[0]


def _sheet_name(names: list[str], sheet: str | None) -> str:
    if sheet is None:
        return names[0]
    if sheet not in names:
        raise Refused("no_sheet", sheet=sheet, sheets=list(names))
    return sheet


def _open(path: Path, *, data_only: bool):
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return openpyxl.load_workbook(path, read_only=True, data_only=data_only, keep_links=False)
    except Exception as error:
        raise Refused("broken", error=type(error).__name__) from None


def _rows(sheet, *, as_shown: bool = False) -> Iterator[tuple]:
    """The rows of a sheet. as_shown: a number formatted as a percentage is read as it is seen, 0.0649 as
    6.49%, and a date of which only the year is shown as that year.
    """
    if hasattr(sheet, "reset_dimensions"):
        sheet.reset_dimensions()  # a sheet may claim a million rows and have ten
    for row in sheet.iter_rows(values_only=not as_shown):
        row = tuple(map(_shown, row)) if as_shown else row
        end = len(row)
        while end and row[end - 1] is None:
            end -= 1
        yield row[:end]


def _shown(cell):
    value = cell.value
    if isinstance(value, (int, float)) and not isinstance(value, bool) and "%" in (cell.number_format or ""):
        return f"{value * 100:.10g}%"
    if isinstance(value, datetime.date) and _YEAR_ALONE.fullmatch(cell.number_format or ""):
        return value.year
    return value


_YEAR_ALONE = re.compile(r"(\[\$[^\]]*\])?y{1,4}(;@)?", re.I)


def _shows_otherwise(path: Path) -> bool:
    """Whether any style of a workbook shows numbers as percentages (formats 9 and 10, or one of its own), or
    the year of a date alone.
    """
    with zipfile.ZipFile(path) as package:
        if "xl/styles.xml" not in package.namelist():
            return False
        with package.open("xl/styles.xml") as handle:
            text = handle.read(5_000_000).decode("utf-8", "replace")
    styles = text[text.find("<cellXfs") : text.find("</cellXfs>")]
    if any(map(_YEAR_ALONE.fullmatch, re.findall(r'formatCode="([^"]*)"', text))):
        return True
    own = re.findall(r'<numFmt [^>]*numFmtId="(\d+)"[^>]*formatCode="[^"]*%', text)
    own += re.findall(r'<numFmt [^>]*formatCode="[^"]*%[^"]*"[^>]*numFmtId="(\d+)"', text)
    return any(f'numFmtId="{number}"' in styles for number in {"9", "10", *own})


def _has_formulas(path: Path) -> bool:
    with zipfile.ZipFile(path) as package:
        for part in package.namelist():
            if part.startswith("xl/worksheets/"):
                with package.open(part) as handle:
                    if _holds(handle, b"<f>", b"<f "):
                        return True
    return False


def _holds(handle, *marks: bytes) -> bool:
    tail, longest = b"", max(map(len, marks))
    while block := handle.read(1 << 20):
        if any(mark in tail + block for mark in marks):
            return True
        tail = block[-longest:]
    return False


def calamine_sheets(path: Path, *, most: int | None = None) -> Iterator[tuple[str, list[list]]]:
    """Every sheet of a workbook, hidden ones too, as rows of cells, read by calamine: fast, values only.

    Args:
        most: rows from the top of each sheet; all if left out.
    """
    check_workbook(path)
    book = _calamine(path)
    for name in book.sheet_names:
        yield name, _calamine_rows(book, name, most)


def _calamine(path: Path):
    try:
        import python_calamine
    except ImportError:
        raise Refused("old_xls") from None
    try:
        return python_calamine.CalamineWorkbook.from_path(str(path))
    except Exception as error:
        raise Refused("broken_xls", error=_first_line(error)) from None


def _xls_rows(path: Path, sheet: str | None) -> Iterator[tuple[int, SheetRow]]:
    book = _calamine(path)
    name = _sheet_name(list(book.sheet_names), sheet)
    for number, row in enumerate(_calamine_rows(book, name), start=1):
        yield number, SheetRow(row)


def _calamine_rows(book, name: str, most: int | None = None) -> list[list]:
    """Rows of a sheet, from its first cell on. Raises: ValueError, if it is broken or beyond what is read."""
    try:
        sheet = book.get_sheet_by_name(name)
    except Exception as error:  # whatever the parser meets within a broken part
        raise Refused("broken_sheet", sheet=name, error=_first_line(error)) from None
    height, width = sheet.total_height, sheet.total_width
    if (height if most is None else min(height, most)) * width > MOST_CELLS:
        raise Refused("too_many_cells", limit=MOST_CELLS)
    try:
        left = [""] * (sheet.start or (0, 0))[1]  # rows come from the first column that is filled
        rows = enumerate(itertools.islice(sheet.iter_rows(), most), start=1)
        return [row for _, row in weighed((number, left + row) for number, row in rows)]
    except Refused:
        raise
    except Exception as error:
        raise Refused("broken_sheet", sheet=name, error=_first_line(error)) from None


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:80]
