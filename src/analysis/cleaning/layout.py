"""Where things stand in a messy sheet: header rows, data, totals, footnotes, and what each column is.

Hides the reading of a sheet's shape, for `inspect` only. It says what it saw; nothing here is used by a build.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from .forms import MISSING_MARKS, shape
from .reading import header_texts, plain
from .regions import Regions
from .tables import month_of, period_of

MOST_HEADER_ROWS = 4
TOTAL_WORDS = re.compile(r"(grand\s*)?(jumlah|total|sum|jml)(\s*[/.]\s*\w+)*(\s+(total|semua|keseluruhan))?", re.I)
FOOTNOTE = re.compile(r"^(\*+\)?|keterangan|catatan|sumber|note|source|notes|ket\.?|<)", re.I)
NOT_ADDED = re.compile(r"\+|perkotaan|perdesaan|pedesaan|laki|perempuan|urban|rural", re.I)
_UNIT = re.compile(
    r"\(?(ribu |juta |000 )?(jiwa|orang|persen|%|rupiah|rp|poin|unit|km2?|km²|ribu|juta|tahun|hektar|ha|ton)\)?", re.I
)
_COLUMN_NUMBER = re.compile(r"\(\d{1,2}\)|-\d{1,2}")
_CODE = re.compile(r"\d{2}|\d{4}|\d{2}\.\d{1,2}|\d{4}\.0|\d{2}\.0|\d{2}\.\d{2}\.\d{2}\.\d{4}|\d{10}")


@dataclass
class Column:
    """A column: what it is, its header's parts from top to bottom, and its clean cells in the data rows."""

    index: int
    parts: tuple[str, ...]
    kind: str = "text"  # name, code, period, month, measure, category, unit, counter, constant, blank, text
    level: str = ""
    cells: list[tuple[int, object]] = field(default_factory=list)

    @property
    def label(self) -> str:
        return " | ".join(self.parts)

    def texts(self) -> list[str]:
        return [plain(cell) for _, cell in self.cells]


@dataclass
class Layout:
    """The shape of a sheet. Row numbers are a spreadsheet's."""

    header_rows: list[int]
    titles: list[tuple[int, str]]
    number_row: int | None
    data_rows: list[int]
    total_rows: list[int]
    footnotes: list[tuple[int, str]]
    unresolved: list[tuple[int, str]]
    blank_rows: int
    columns: list[Column]
    repeated_headers: list[int] = field(default_factory=list)

    def of_kind(self, *kinds: str) -> list[Column]:
        return [column for column in self.columns if column.kind in kinds]


def layout_of(rows: list[tuple[int, list]], regions: Regions) -> Layout:
    """The shape of a sheet's rows. Raises: ValueError, if no row has a figure in it."""
    filled = [(number, row) for number, row in rows if any(plain(cell) for cell in row)]
    if not filled:
        raise ValueError("has no cell with a value")
    width = max(_end(row) for _, row in filled)
    if width < 2:
        raise ValueError("has one column only: no table")
    grid = {number: [*row[:width], *[""] * (width - len(row))] for number, row in filled}
    kinds = _region_columns(grid, regions, width)
    first = _first_data_row(grid, kinds, regions)
    header, titles, number_row = _header(grid, first)
    texts = header_texts([[plain(c) for c in grid[n]] for n in header], width) if header else [""] * width
    columns = [Column(i, tuple(t.split(" | ")) if t else (), *kinds.get(i, ("text", ""))) for i, t in enumerate(texts)]
    layout = Layout(header, titles, number_row, [], [], [], [], len(rows) - len(filled), columns)
    _sort_rows(grid, first, layout, regions)
    for column in columns:
        column.cells = [(n, grid[n][column.index]) for n in layout.data_rows if plain(grid[n][column.index])]
    for column in columns:
        _name_kind(column, len(layout.data_rows))
    _settle_levels(columns)
    if not layout.of_kind("measure"):
        raise ValueError("has no column of numbers: no table of figures")
    return layout


def _end(row: list) -> int:
    end = len(row)
    while end and not plain(row[end - 1]):
        end -= 1
    return end


def is_figure(cell) -> bool:
    text = plain(cell)
    return bool(text) and (text in MISSING_MARKS or shape(cell) != "text" or shape(text.rstrip("% ")) != "text")


def _region_columns(grid: dict, regions: Regions, width: int) -> dict[int, tuple[str, str]]:
    """Columns that hold region names or codes: index -> (kind, level that most of them have)."""
    found = {}
    for i in range(min(width, 200)):
        texts = Counter(text for row in grid.values() if (text := plain(row[i])))
        words = [t for t in texts if re.search(r"[^\W\d_]", t)][:3000]
        said = [regions.resolve(t) for t in words]
        hits = [s.code or s.candidates[0] for s in said if s.code or s.candidates]
        # the header and the footnotes of a short list are words too
        if hits and (len(hits) >= 0.5 * len(words) or len(hits) >= max(3, len(words) - 12)):
            level = Counter(regions.level[c] for c in hits).most_common(1)[0][0]
            found[i] = ("name", level)
    for i in range(min(width, 200)):
        if i in found:
            continue
        texts = [plain(row[i]) for row in grid.values() if plain(row[i])]
        codes = [t for t in texts if _CODE.fullmatch(t)]
        if not codes or len(codes) < 0.8 * len(texts) - 6:
            continue
        named = any(re.search(r"kode|code|kd_|kdkab|kdprov|\bid_?(kab|prov|wil)", t, re.I) for t in texts[:6])
        real = sum(bool(regions.resolve(t).code or regions.resolve(t).candidates) for t in set(codes))
        if real >= 0.9 * len(set(codes)) and (named or _beside_names(grid, i, found, regions)):
            said = [regions.resolve(t) for t in codes]
            levels = Counter(regions.level[c] for s in said for c in [s.code or next(iter(s.candidates), "00")])
            found[i] = ("code", levels.most_common(1)[0][0])
    return found


def _beside_names(grid: dict, i: int, found: dict, regions: Regions) -> bool:
    """Most codes of a column without a header that says so agree with a name in the same row."""
    for j in [k for k, (kind, _) in found.items() if kind == "name"]:
        rows = [row for row in grid.values() if _CODE.fullmatch(plain(row[i])) and plain(row[j])]
        agree = 0
        for row in rows:
            code, name = regions.resolve(plain(row[i])), regions.resolve(plain(row[j]), bare="kabupaten")
            agree += bool({code.code, *code.candidates} & {name.code, *name.candidates} - {None})
        if rows and agree >= 0.8 * len(rows):
            return True
    return False


def _first_data_row(grid: dict, kinds: dict, regions: Regions) -> int:
    for number, row in grid.items():
        rest = [cell for i, cell in enumerate(row) if i not in kinds and plain(cell)]
        if not any(is_figure(cell) for cell in rest):
            continue
        if kinds and any(_is_region(row[i], kind, regions) for i, (kind, _) in kinds.items()):
            return number
        figures = [cell for cell in row if plain(cell) and is_figure(cell)]
        plain_numbers = [c for c in figures if not period_of(plain(c)) and not _COLUMN_NUMBER.fullmatch(plain(c))]
        counts_up = [plain(c) for c in figures] == [str(k) for k in range(1, len(figures) + 1)] and len(figures) > 2
        if not kinds and plain_numbers and not counts_up and len(figures) >= len([c for c in row if plain(c)]) / 2:
            return number
    raise ValueError("has no row with a figure: no table")


def _is_region(cell, kind: str, regions: Regions) -> bool:
    text = plain(cell)
    if kind == "code":
        return bool(_CODE.fullmatch(text))
    said = regions.resolve(text)
    return bool(said.code or said.candidates)


def _header(grid: dict, first: int) -> tuple[list[int], list[tuple[int, str]], int | None]:
    above = [number for number in grid if number < first]
    number_row = None
    if above and _is_number_row(grid[above[-1]]):
        number_row = above.pop()
    header: list[int] = []
    titles: list[tuple[int, str]] = []
    for number in reversed(above):
        texts = [plain(cell) for cell in grid[number]]
        only_first = bool(texts[0]) and not any(texts[1:])
        labelled = any(plain(grid[n][0]) for n in header)
        gap = bool(header) and number < header[0] - 1
        if titles or len(header) == MOST_HEADER_ROWS or (only_first and labelled) or (gap and only_first):
            titles.insert(0, (number, " ".join(t for t in texts if t)))
        else:
            header.insert(0, number)
    return header, titles, number_row


def _is_number_row(row: list) -> bool:
    texts = [plain(cell) for cell in row if plain(cell)]
    if len(texts) >= 2 and all(_COLUMN_NUMBER.fullmatch(t) for t in texts):
        return True
    return len(texts) > 2 and texts == [str(k) for k in range(1, len(texts) + 1)]


def _sort_rows(grid: dict, first: int, layout: Layout, regions: Regions) -> None:
    keys = [column for column in layout.columns if column.kind in ("name", "code")]
    heads = [[plain(cell) for cell in grid[n]] for n in layout.header_rows]
    for number, row in grid.items():
        if number < first:
            continue
        texts = [plain(cell) for cell in row]
        if texts in heads:
            layout.repeated_headers.append(number)
            continue
        places = {column.index for column in keys}
        figures = [cell for i, cell in enumerate(row) if i not in places and plain(cell) and is_figure(cell)]
        label = next((t for t in texts if t), "")
        if keys and any(_is_region(row[c.index], c.kind, regions) for c in keys):
            layout.data_rows.append(number)
        elif FOOTNOTE.match(label) or not figures or (len(figures) == 1 and label in MISSING_MARKS):
            layout.footnotes.append((number, " ".join(t for t in texts if t)))
        elif TOTAL_WORDS.fullmatch(label):
            layout.total_rows.append(number)
        elif keys:
            layout.unresolved.append((number, label))
            layout.data_rows.append(number)
        else:
            layout.data_rows.append(number)


def _name_kind(column: Column, rows: int) -> None:
    if column.kind in ("name", "code"):
        return
    texts = column.texts()
    heading = column.label.casefold()
    if not texts:
        column.kind = "blank"
        return
    periods = [period_of(t) for t in texts]
    numbers = [c for _, c in column.cells if plain(c) not in MISSING_MARKS]
    figures = sum(shape(c) != "text" for c in numbers)
    if re.search(r"\b(tahun|year|thn|periode|period|waktu|tanggal|date|bulan)\b|tahun", heading) and all(periods):
        column.kind = "period"
    elif re.fullmatch(r"bulan|month|bln|periode|period|semester|triwulan", heading) and all(map(month_of, texts)):
        column.kind = "month"
    elif re.fullmatch(r"id|no\.?|nomor|number|urut|no\.? urut", heading) and figures == len(texts):
        column.kind = "counter"
    elif re.fullmatch(r"satuan|unit|units", heading):
        column.kind = "unit"
    elif not numbers or figures >= 0.6 * len(numbers):
        column.kind = "measure"
    elif len(set(texts)) == 1 and rows > 1:
        column.kind = "constant"
    else:
        column.kind = "category" if len(set(texts)) <= max(60, rows / 5) else "text"


def _settle_levels(columns: list[Column]) -> None:
    """A column of districts beside one of provinces: the finer one names the row."""
    for kind in ("name", "code"):
        of_kind = [c for c in columns if c.kind == kind]
        fine = [c for c in of_kind if c.level == "district"]
        for column in of_kind:
            if fine and column.level != "district":
                column.kind = f"province_{kind}"
    if any(c.kind == "code" and c.level == "district" for c in columns):
        for column in columns:
            if column.kind == "name" and column.level == "province":
                column.kind = "province_name"


def unit_of(text: str) -> str:
    """The unit in the last brackets of a heading: 'Jumlah (ribu) (Ribu)' is in Ribu."""
    found = re.findall(r"\(([^()]*)\)", text)
    if found and _UNIT.fullmatch(found[-1].strip()):
        return found[-1].strip()
    ending = re.search(r"%$|\bpersen\b|persentase", text, re.I)
    return "%" if ending else ""


def period_in(parts: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    """The period that a column's header names, and the parts that name something else."""
    year, month, rest = None, "", []
    for part in parts:
        whole = period_of(part)
        if whole and len(whole) == 4:
            year = whole
        elif whole:
            year, month = whole[:4], whole[5:]
        elif found := period_of(f"2000 {part}"):
            month = found[5:]
        else:
            rest.append(part)
    if year is None:
        for i, part in enumerate(rest):
            if found := re.fullmatch(r"(.*\S)\s+((?:19|20)\d{2})", part):
                words, year = re.sub(r"[\s,]+(tahun|thn|year)$", "", found[1], flags=re.I).split(), found[2]
                if len(words) > 1 and month_in(words[-1]):
                    month = month_in(words.pop())
                rest[i] = " ".join(words)
                break
            if found := re.search(r"(?:tahun|thn|year|,)\s*((?:19|20)\d{2})\b", part, re.I):
                year = found[1]
                break
    if year is None:
        return None, tuple(rest)
    return (f"{year}-{month}" if month else year), tuple(rest)


def month_in(text: str) -> str:
    """A month named in a heading ('Garis Kemiskinan - Maret (Rp)'), as 03."""
    for word in re.findall(r"[A-Za-z]+", text):
        if len(word) > 2 and (found := period_of(f"2000 {word}")):
            return found[5:]
    return ""
