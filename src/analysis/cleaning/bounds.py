"""How much of a file is taken in: bounds that keep any file within 1 GB of memory, and the work linear in
its size.

Hides how a workbook is measured before it is unpacked into cells. What lies beyond a bound is refused in a
sentence that
says it. METHODS.md, rule 82.
"""

from __future__ import annotations

import contextlib
import zipfile
from collections.abc import Iterable, Iterator
from xml.parsers import expat

from .refusals import Refused

LARGEST = 100_000_000  # bytes of a file; `cakupan villages` streams larger ones
LARGEST_JSON = 50_000_000  # bytes; taken into memory whole, where a letter may take four
LARGEST_UNPACKED = 200_000_000  # bytes of XML in a workbook: a sheet of MOST_CELLS has some 150 MB
MOST_CELLS = 4_000_000
MOST_VALUES = 600_000  # rows of tables that one file makes: 1.4 kB each while they are built
MOST_READ = 400_000  # rows of a file; each may be a fault of its own, with its sentence
MOST_COLUMNS = 1_000
MOST_ROWS = 1_048_576  # of a sheet, as spreadsheets have it
MOST_SHEETS = 300
MOST_TEXTS = 1_000_000  # different texts of a workbook
LARGEST_TEXT = 200_000_000  # bytes in memory of the cells of a table; a workbook names one text many times
MOST_RECORDS = 1_000_000  # of a JSON file
#: A cell beyond this many characters is no figure or name of a region: the file is not what it seems.
LONGEST_CELL = 131_072
_MARKS_A_CELL, _MARKS_A_TEXT = 6, 4  # tags that a cell with a formula has, and a text
_MOST_MARKS_ELSEWHERE = 1_000_000  # tags of styles, names and the like
_MOST_COMMENTS = 10  # of XML, in one part
_IN_A_CELL = {"v", "is", "f", "t"}  # what stands in a cell that is not blank


def bounded(rows: Iterable[tuple[int, list]]) -> Iterator[tuple[int, list]]:
    """The rows as they come, until one bound is passed. Raises: ValueError, naming it."""
    seen = 0
    for count, (number, row) in enumerate(weighed(rows), start=1):
        if count > MOST_READ:
            raise Refused("too_many_rows", limit=MOST_READ)
        if len(row) > MOST_COLUMNS:
            raise Refused("too_many_columns", row=number, found=len(row), limit=MOST_COLUMNS)
        seen += len(row) or 1
        if seen > MOST_CELLS:
            raise Refused("too_many_cells", limit=MOST_CELLS)
        yield number, row


def weighed(rows: Iterable[tuple[int, list]]) -> Iterator[tuple[int, list]]:
    """The rows as they come, until a cell or all of them hold more text than is read. Raises: ValueError."""
    total = 0
    for number, row in rows:
        for cell in row:
            if isinstance(cell, str):
                if len(cell) > LONGEST_CELL:
                    raise Refused("long_cell", row=number, limit=LONGEST_CELL)
                total += len(cell) if cell.isascii() else 4 * len(cell)
        if total > LARGEST_TEXT:
            raise Refused("too_much_text", limit=LARGEST_TEXT // 1_000_000)
        yield number, row


def check_size(size: int) -> None:
    """Raises: ValueError, if a file has more bytes than are read at once."""
    if size > LARGEST:
        raise Refused("too_large", size=round(size / 1e6), limit=LARGEST // 1_000_000)


def check_json(content: bytes) -> None:
    """Raises: ValueError, if a JSON file holds more than is read."""
    if len(content) > LARGEST_JSON:
        raise Refused("large_json", size=round(len(content) / 1e6), limit=LARGEST_JSON // 1_000_000)
    if content.count(b"{") + content.count(b"[") > MOST_RECORDS or content.count(b",") > MOST_CELLS:
        raise Refused("too_many_records", records=MOST_RECORDS, values=MOST_CELLS)


def check_package(package: zipfile.ZipFile) -> None:
    """Measure the parts of a workbook without keeping them: all, since any may be said to be a sheet.

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
    elsewhere, naming, weights = 0, 0, []
    for part in parts:
        with package.open(part) as stream:
            marks, found = _measured(stream)
        _check_extent(found)
        naming, weights = naming + found.naming, weights + found.weights
        if part in sheets:
            if marks > MOST_CELLS * _MARKS_A_CELL:
                raise Refused("too_many_cells", limit=MOST_CELLS)
        elif "sharedStrings" in part.filename:
            if marks > MOST_TEXTS * _MARKS_A_TEXT:
                raise Refused("too_many_texts", limit=MOST_TEXTS)
        else:
            elsewhere += marks
    if elsewhere > _MOST_MARKS_ELSEWHERE:
        raise Refused("too_many_styles")
    if naming * max(weights, default=0) > LARGEST_TEXT:  # it may be too much: count what each cell names
        total = sum(_named_text(package, part, weights) for part in parts)
        if max(total, sum(weights)) > LARGEST_TEXT:
            raise Refused("too_much_text", limit=LARGEST_TEXT // 1_000_000)


def _named_text(package: zipfile.ZipFile, part: zipfile.ZipInfo, weights: list[int]) -> int:
    """The bytes that the cells of a part name in the list of texts, each as often as it is named."""
    total, number, inside = 0, "", False

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal number, inside
        if name.rpartition(":")[2] == "c":
            number, inside = "", attributes.get("t") == "s"

    def text(data: str) -> None:
        nonlocal number
        number += data if inside else ""

    def end(name: str) -> None:
        nonlocal total, inside
        if inside and name.rpartition(":")[2] == "c":
            place, inside = number.strip(), False
            total += weights[int(place)] if place.isdecimal() and int(place) < len(weights) else 0

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.CharacterDataHandler, parser.EndElementHandler = start, text, end
    with package.open(part) as stream, contextlib.suppress(expat.ExpatError):
        parser.ParseFile(stream)
    return total


def _check_extent(extent: _Part) -> None:
    if extent.tallest > MOST_ROWS:
        raise Refused("far_row", row=extent.tallest, limit=MOST_ROWS)
    if extent.widest > MOST_COLUMNS:
        raise Refused("far_column", column=extent.widest, limit=MOST_COLUMNS)
    if extent.widest * extent.tallest > 2 * MOST_CELLS:
        raise Refused("too_many_cells", limit=MOST_CELLS)


class _Part:
    """What stands in a part. tallest, widest: the last row, and the last column with something in it, as
    readers count them: a cell or row that does not say its place follows the one before. naming: cells that
    name a text of the list of texts; weights: the bytes that each text of that list takes in memory.
    """

    def __init__(self, parser) -> None:
        self.row = self.column = self.tallest = self.widest = self.naming = 0
        self.columns: dict[str, int] = {}
        self.weights: list[int] = []
        self.parser = parser
        parser.StartElementHandler, parser.EntityDeclHandler = self.start, _refuse_entities

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        if name == "c":
            self._cell(attributes.get("r"))
            self.naming += attributes.get("t") == "s"
        elif name in _IN_A_CELL:
            self.widest = max(self.widest, self.column)
            self.tallest = max(self.tallest, self.row)
        elif name == "row":
            said = attributes.get("r", "")
            self.row = int(said[:12]) if said.isdecimal() else self.row + 1
            self.column, self.tallest = 0, max(self.tallest, self.row)
        elif name == "si":
            self.weights.append(0)
            self.parser.CharacterDataHandler = self.text

    def text(self, data: str) -> None:
        self.weights[-1] += len(data) if data.isascii() else 4 * len(data)

    def _cell(self, place: str | None) -> None:
        letters = (place or "").rstrip("0123456789")
        if not letters:
            self.column += 1
            return
        if letters not in self.columns:
            if not (letters.isascii() and letters.isalpha()):
                raise Refused("broken", error=f"cell {place[:20]}")
            self.columns[letters] = _column(letters)
        self.column = self.columns[letters]
        if digits := place[len(letters) :]:
            self.row = int(digits[:12])


def _measured(stream) -> tuple[int, _Part]:
    """Tags in a part, and what stands in it. A part that is no XML, such as a picture, has nothing.

    Raises: ValueError, if a text goes on for more than a cell holds (each block of that length has a tag in
    it), or a sheet is no proper XML: readers do not agree where it ends.
    """
    marks = comments = 0
    parser, before, is_sheet = expat.ParserCreate(), b"", False
    part = _Part(parser)
    while block := stream.read(LONGEST_CELL):
        found, text = block.count(b"<"), before + block
        marks, before, is_sheet = marks + found, block[-9:], is_sheet or b"sheetData" in text
        if parser is None:
            continue
        if not found and len(block) == LONGEST_CELL:
            raise Refused("long_text", limit=LONGEST_CELL)
        comments += text.count(b"<!") - text[: len(text) - len(block)].count(b"<!")
        if comments > _MOST_COMMENTS:
            raise Refused("foreign_xml")
        try:
            parser.Parse(block)
        except expat.ExpatError:
            parser = None
    if parser is None and is_sheet:
        raise Refused("broken", error="XML")
    return marks, part


def _refuse_entities(*_) -> None:
    raise Refused("foreign_xml")


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper()[:6]:
        number = number * 26 + ord(letter) - 64
    return number
