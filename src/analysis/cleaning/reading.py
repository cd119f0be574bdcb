"""A raw file as rows of cells with their row numbers, and cells as numbers by the declared form.

Hides encodings, delimiters, spreadsheets and number forms. Nothing is guessed: what is read, and how, stands
on the card. Text stays text; a number cell of a spreadsheet stays a number (it needs no form). METHODS.md,
rules 82 and 83.
"""

from __future__ import annotations

import codecs
import csv
import datetime
import itertools
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import pandas as pd

from .bounds import LONGEST_CELL, bounded, check_json, check_size
from .cards import Card, Field
from .faults import Fault
from .number_texts import MINUS, bared, rough
from .refusals import Refused
from .workbook import SheetRow, workbook_cells

LONGEST_LINE = 1_000_000
EXACT_BELOW = 2**53  # whole numbers that a float tells from the next one
SPACES = "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\ufeff\u200b"

#: Keys of JSON under which a list describes the columns, and holds no records.
_NAMES = ("columns", "fields", "header", "headers", "schema", "meta", "metadata", "links")

_SPACE_TABLE = {ord(mark): " " for mark in SPACES}


def cells(
    path: Path, *, format: str, encoding: str = "utf-8", delimiter: str = ",", sheet: str | None = None
) -> Iterator[tuple[int, list]]:
    """The rows of a file, each with the number a spreadsheet gives it (the first is 1).

    Returns: (row number, cells); a cell is text as it stands, or an int or float from a number cell of a
        spreadsheet.
    Raises: ValueError, when the file cannot be read as the card says, or is beyond what is read (`bounds`).
    """
    check_size(path.stat().st_size)
    return bounded(_rows_of(path, format=format, encoding=encoding, delimiter=delimiter, sheet=sheet))


def _rows_of(
    path: Path, *, format: str, encoding: str, delimiter: str, sheet: str | None
) -> Iterator[tuple[int, list]]:
    if format in ("xlsx", "xlsm", "xls"):
        for number, row in workbook_cells(path, sheet=sheet):
            yield number, SheetRow("" if cell is None else cell for cell in row)
        return
    if format == "json":
        yield from _records(path)
        return
    codec = "utf-8-sig" if encoding.lower().replace("_", "-") in ("utf-8", "utf8") else encoding
    csv.field_size_limit(LONGEST_CELL)
    try:
        with path.open(encoding=codec, newline="") as handle:
            yield from enumerate(csv.reader(_lines(handle), delimiter=delimiter, strict=False), start=1)
    except UnicodeDecodeError as error:
        raise Refused(
            "byte", encoding=encoding, byte=f"{error.object[error.start]:#04x}", place=error.start
        ) from None
    except csv.Error as error:
        raise Refused("apart", error=str(error)) from None
    except LookupError:
        raise Refused("no_encoding", encoding=encoding) from None


def _records(path: Path) -> Iterator[tuple[int, list]]:
    """A JSON list of records (bare, one a line, or the longest list within an object), or of rows that are
    lists (bare, one a line, or within an object), as rows below a row of their names.
    """
    text = path.read_bytes()
    check_json(text)
    try:
        content = _json(text)
        if re.search(rb"\\u[dD][89a-fA-F]", text):  # perhaps half a character, which could be written nowhere
            json.dumps(content, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise Refused("json", error=str(error).splitlines()[0][:80]) from None
    if isinstance(content, dict) and "datacontent" in content:
        raise Refused("json_bps")
    records = max(_record_lists(content), key=len, default=None)
    names, rows = _named_rows(records) if records else _rows_in_lists(content)
    if not rows:
        raise Refused("json_records")
    yield 1, SheetRow("" if name is None else name for name in names)
    for number, row in enumerate(rows, start=2):
        if any(isinstance(cell, (dict, list)) for cell in row):
            raise Refused("json_nested", record=number - 1)
        yield number, SheetRow("" if cell is None else cell for cell in row)


def _named_rows(records: list[dict]) -> tuple[list[str], list[list]]:
    """Names and rows of a list of records; of places on a map (GeoJSON) what is said of each of them."""
    if all(isinstance(record.get("properties"), dict) for record in records):
        records = [record["properties"] for record in records]
    names = list(dict.fromkeys(name for record in records for name in record))
    return names, [[record.get(name) for name in names] for record in records]


def _rows_in_lists(content) -> tuple[list[str], list[list]]:
    """Names and rows where each row is a list, beneath its names or beside a list of them ("columns")."""
    beside: list = []
    if isinstance(content, dict):
        beside = next((content[key] for key in _NAMES if isinstance(content.get(key), list)), [])
        content = max((each for each in content.values() if _is_grid(each)), key=len, default=None)
    if not _is_grid(content):
        return [], []
    named = [each.get("id", each.get("name", "")) if isinstance(each, dict) else each for each in beside]
    return (list(map(as_printed, named)), content) if named else (content[0], content[1:])


def _is_grid(content) -> bool:
    return isinstance(content, list) and bool(content) and all(isinstance(row, list) for row in content)


def _json(text: bytes):
    """What a JSON text holds; of a record or a row a line, their list. Raises: ValueError, with the place
    where it breaks.
    """
    try:
        return json.loads(text.decode("utf-8-sig"))
    except ValueError as error:
        lines = [line for line in text.removeprefix(codecs.BOM_UTF8).splitlines() if line.strip()]
        try:
            return [json.loads(line.decode()) for line in lines]
        except ValueError:
            raise error from None


def _record_lists(content, depth: int = 0) -> Iterator[list]:
    if isinstance(content, list) and content and all(isinstance(each, dict) for each in content):
        yield content
    elif isinstance(content, dict) and depth < 3:
        for name, each in content.items():
            if name not in _NAMES:
                yield from _record_lists(each, depth + 1)


def _lines(handle) -> Iterator[str]:
    """The lines of a text file; one beyond all measure stops before it fills the memory."""
    for number in itertools.count(1):
        line = handle.readline(LONGEST_LINE)
        if not line:
            return
        if len(line) == LONGEST_LINE and not line.endswith(("\n", "\r")):
            raise Refused("long_line", line=number, count=LONGEST_LINE)
        yield line


def read_raw(
    card: Card, raw: Path, *, last_row: int | None = None, seen_rows: Iterable[tuple[int, list]] | None = None
) -> tuple[pd.DataFrame, pd.DataFrame, list[Fault]]:
    """A raw file (or its rows up to `last_row`), one row per row of the file that the card describes.

    Args:
        seen_rows: what `cells` gave of the file, where it was read before.
    Returns: the cells (columns are the card's fields, the index is the row number; text or numbers), the
    ledger (index is the row number of every row after the header, `state` is read, blank or rejected), and
    the faults.
    """
    width, names = len(card.fields), [each.name for each in card.fields]
    header: dict[int, list[str]] = {}
    kept, numbers, ledger, faults = [], [], {}, []
    try:
        for number, row in _cells_by(card, raw / card.file) if seen_rows is None else seen_rows:
            if last_row is not None and number > last_row:
                break
            if number in card.header_rows:
                header[number] = [plain(cell) for cell in row]
                continue
            if number in card.comment_rows or not any(cell != "" and plain(cell) for cell in row):
                ledger[number] = "blank"
                continue
            if len(row) != width:
                row = _fitted(row, width)
                if row is None:
                    ledger[number] = "rejected"
                    faults.append(Fault(card.path, "cells.width", {"card": width}, row=number))
                    continue
            ledger[number] = "read"
            kept.append(row)
            numbers.append(number)
    except ValueError as error:
        faults.append(Fault(card.path, "unreadable.message", {"message": str(error)}))
        return pd.DataFrame(columns=names), pd.DataFrame({"state": []}), faults
    faults += _header_faults(card, header)
    index = pd.Index(numbers, dtype="int64", name="row")
    columns = {
        name: pd.Series([row[i] for row in kept], index=index, dtype=object) for i, name in enumerate(names)
    }
    frame = pd.DataFrame(columns, index=index)
    states = pd.Series(ledger, dtype=object, name="state")
    states.index = states.index.astype("int64")
    return frame, states.to_frame(), faults


def _cells_by(card: Card, path: Path) -> Iterator[tuple[int, list]]:
    form = {"format": card.format, "encoding": card.encoding, "delimiter": card.delimiter}
    return cells(path, **form, sheet=card.sheet)


def _fitted(row: list, width: int) -> list | None:
    """A row with its trailing blanks cut or added; nothing, if it holds more than the card has columns."""
    if len(row) > width and not any(plain(cell) for cell in row[width:]):
        return row[:width]
    if len(row) < width:
        return [*row, *[""] * (width - len(row))] if _short_row_is_padding(row) else None
    return None


def _short_row_is_padding(row: list) -> bool:
    """Spreadsheet rows end at their last filled cell; a text row that is short has lost something."""
    return isinstance(row, SheetRow)


def header_texts(rows: list[list[str]], width: int) -> list[str]:
    """What the header says above each column: each row filled forward (the last row not), joined by " | ".

    A row with nothing but its first cell ("38 Provinsi") is the label of that column and is not filled
    forward.
    """
    filled = []
    for depth, row in enumerate(rows):
        texts = [*row, *[""] * (width - len(row))][:width]
        if depth < len(rows) - 1 and any(texts[1:]):
            last = ""
            for i, text in enumerate(texts):
                last = text or last
                texts[i] = last
        filled.append(texts)
    return [" | ".join(dict.fromkeys(text for text in column if text)) for column in zip(*filled)]


def _header_faults(card: Card, header: dict[int, list[str]]) -> list[Fault]:
    if not card.header_rows:
        return []
    if len(header) < len(card.header_rows):
        return [Fault(card.path, "header.missing", {"row": max(card.header_rows)})]
    width = len(card.fields)
    rows = [header[number] for number in card.header_rows]
    found = header_texts(rows, max(width, *(len(row) for row in rows)))
    expected = [each.header if each.header is not None else each.name for each in card.fields]
    if card.header:
        found = [text.strip() for text in found]
    elif all(each.header is None for each in card.fields):
        return []
    faults = []
    for i, (seen, wanted) in enumerate(zip(found, expected), start=1):
        if seen != wanted:
            faults.append(Fault(card.path, "header.column", {"number": i, "wanted": wanted}, value=seen))
    if len(found) < width or any(found[width:]):
        faults.append(Fault(card.path, "header.width", {"found": len(found), "card": width}))
    return faults


def plain(cell) -> str:
    """A cell as clean text: no outer spaces, no invisible marks, whole numbers without '.0'."""
    if isinstance(cell, str):
        return cell.translate(_SPACE_TABLE).strip() if not cell.isascii() else cell.strip()
    return as_printed(cell)


def as_printed(cell) -> str:
    """A cell as the file prints it."""
    if isinstance(cell, str):
        return cell
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, (datetime.datetime, datetime.date)):
        return cell.isoformat()[:10]
    return str(cell)


def texts(cells_: pd.Series) -> pd.Series:
    """A column of cells as clean text."""
    codes, values = pd.factorize(cells_.to_numpy(dtype=object), use_na_sentinel=False)
    clean = np.array([plain(value) for value in values], dtype=object)
    return pd.Series(clean[codes] if len(clean) else [], index=cells_.index, dtype=object)


def numbers(cells_: pd.Series, form: Field) -> tuple[np.ndarray, np.ndarray]:
    """A column of cells as numbers by the form of its field.

    Returns: the numbers (missing where there is none), and for each cell "number", "missing" or "bad".
    """
    codes, values = pd.factorize(cells_.to_numpy(dtype=object), use_na_sentinel=False)
    parsed = np.full(len(values), np.nan)
    kinds = np.full(len(values), "bad", dtype=object)
    pattern = _pattern(form)
    for i, value in enumerate(values):
        kinds[i], parsed[i] = _number(value, form, pattern)
    if not len(values):
        return np.array([]), np.array([], dtype=object)
    return parsed[codes], kinds[codes]


def _number(value, form: Field, pattern: re.Pattern) -> tuple[str, float]:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if plain(value) in form.missing:
            return "missing", np.nan
        limit = EXACT_BELOW if form.type == "integer" else 1e300
        if not abs(value) < limit:  # nor what is no number at all
            return "bad", np.nan
        if form.restored and float(value) % 1:
            value = round(float(value) * 1000, 6)
        whole = float(value).is_integer()
        return ("bad", np.nan) if form.type == "integer" and not whole else ("number", float(value))
    text = plain(value)
    if text in form.missing or value in form.missing:
        return "missing", np.nan
    for mark in MINUS:
        if text.startswith(mark):
            text = "-" + text[1:]
    said = rough(text) if form.rough else None
    if said and said.is_decimal:
        return _counted(float(said.number.replace(",", ".")) * said.factor, form)
    if said or not form.bare:
        text = said.number if said else bared(text)
    if form.restored:
        text = re.sub(rf"(?<={re.escape(form.group)})(\d{{1,2}})$", lambda last: last[1].ljust(3, "0"), text)
    if not pattern.fullmatch(text):
        return "bad", np.nan
    if form.group:
        text = text.replace(form.group, "")
    number = float(text.replace(form.decimal, ".") if form.decimal != "." else text)
    return _counted(number * said.factor if said else number, form)


def _counted(number: float, form: Field) -> tuple[str, float]:
    number = round(number, 9) if form.rough else number
    if form.type == "integer" and (not number.is_integer() or abs(number) >= EXACT_BELOW):
        return "bad", np.nan
    return "number", number


def _pattern(form: Field) -> re.Pattern:
    whole = r"\d+"
    if form.group:
        group = re.escape(form.group)
        whole = rf"(?:\d{{1,3}}(?:{group}\d{{3}})+|\d+)"
    # a whole number that a spreadsheet printed with a decimal (3204551.0) is still whole
    part = rf"(?:{re.escape(form.decimal)}{'0' if form.type == 'integer' else '[0-9]+'})?"
    return re.compile(rf"[-+]?{whole}{part}", re.ASCII)
