"""Where things stand in a messy sheet: header rows, data, totals, footnotes, and a second table below.

Hides the reading of a sheet's shape, for `inspect` only. It says what it saw; nothing here is used by a
build. A row with figures is never a footnote. METHODS.md, rule 81.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..periods import period_of
from ..reading import header_texts, plain
from ..refusals import Refused
from ..regions import Regions
from .columns import (
    AVERAGE_WORDS,
    TOTAL_OF_REGIONS,
    TOTAL_WORDS,
    Column,
    is_region,
    name_kind,
    region_columns,
    settle_levels,
)
from .forms import MISSING_MARKS, is_written
from .groups import group_rows, regions_of

MOST_HEADER_ROWS = 4
FOOTNOTE = re.compile(r"^(\*+\)?|keterangan|catatan|sumber|note|source|notes|ket\.?|<)", re.I)
NOT_ADDED = re.compile(r"\+|perkotaan|perdesaan|pedesaan|laki|perempuan|urban|rural", re.I)
_COLUMN_NUMBER = re.compile(r"\(\d{1,2}\)|-\d{1,2}")
_COUNTED = re.compile(r"[(\[]?(\d{1,2})[)\].]?(?:\s*=.*)?")  # 1, 1., [1], 4=2+3


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
    average_rows: list[int] = field(default_factory=list)
    # no name, but a text that tells them from the row above
    continued_rows: list[int] = field(default_factory=list)
    # figures beneath the parts, under a dash or nothing
    nameless_rows: list[int] = field(default_factory=list)
    second_table: int | None = (
        None  # the row with which another table begins; it and what follows are not in here
    )

    groups: dict[int, str] = field(default_factory=dict)  # rows that head the lists below them
    # the region that each of them names, where they do
    group_regions: dict[int, str] = field(default_factory=dict)
    region: str = ""  # of a block below such a row

    def of_kind(self, *kinds: str) -> list[Column]:
        return [column for column in self.columns if column.kind in kinds]


def layout_of(rows: list[tuple[int, list]], regions: Regions) -> Layout:
    """The shape of a sheet's rows. Raises: ValueError, if no row has a figure in it."""
    filled = [(number, row) for number, row in rows if any(plain(cell) for cell in row)]
    if not filled:
        raise Refused("no_cell")
    width = max(_end(row) for _, row in filled)
    if width < 2:
        raise Refused("one_column")
    grid = {number: [*row[:width], *[""] * (width - len(row))] for number, row in filled}
    kinds = region_columns(grid, regions, width)
    first = _with_unknown_names(grid, _first_data_row(grid, kinds, regions), kinds, regions)
    header, titles, number_row = _header(grid, first)
    second = _second_table(grid, first, header, kinds, regions)
    if second is not None:
        width = max(_end(row) for number, row in grid.items() if number < second)
        grid = {number: row[:width] for number, row in grid.items() if number < second}
        kinds = region_columns(grid, regions, width)
    groups = group_rows(
        grid, header, is_figure, lambda text: bool(FOOTNOTE.match(text) or TOTAL_OF_REGIONS.fullmatch(text))
    )
    header = [n for n in header if n not in groups]
    group_regions = regions_of(groups, regions)
    if group_regions:  # the lists name something else under the regions
        first = min(n for n in grid if n > min(groups) and any(map(is_figure, grid[n])))
        kinds = {}
    texts = header_texts([[plain(c) for c in grid[n]] for n in header], width) if header else [""] * width
    columns = [
        Column(i, tuple(t.split(" | ")) if t else (), *kinds.get(i, ("text", "")))
        for i, t in enumerate(texts)
    ]
    layout = Layout(
        header, titles, number_row, [], [], [], [], len(rows) - len(filled), columns, second_table=second,
        groups=groups, group_regions=group_regions,
    )  # fmt: skip
    _sort_rows(grid, first, layout, regions)
    for column in columns:
        column.cells = [(n, grid[n][column.index]) for n in layout.data_rows if plain(grid[n][column.index])]
    for column in columns:
        name_kind(column, len(layout.data_rows))
    settle_levels(columns)
    _totals_of_parts(layout)
    _tell_rows_apart(columns, len(layout.data_rows))
    if not layout.of_kind("measure"):
        raise Refused("no_numbers")
    return layout


def _totals_of_parts(layout: Layout) -> None:
    """'Jumlah' in the column of kecamatan or villages: the rows are totals of a region,
    and no parts of it.
    """
    for column in layout.of_kind("subdistrict", "village"):
        totals = {n for n, cell in column.cells if TOTAL_WORDS.fullmatch(plain(cell))}
        if totals and len(totals) < len(column.cells):
            _are_totals(layout, totals)
    if first := _without_part(layout):
        _are_totals(layout, first)


def _are_totals(layout: Layout, rows: set[int]) -> None:
    layout.total_rows = sorted({*layout.total_rows, *rows})
    layout.data_rows = [n for n in layout.data_rows if n not in rows]
    for each in layout.columns:
        each.cells = [(n, cell) for n, cell in each.cells if n not in rows]


def _without_part(layout: Layout) -> set[int]:
    """Rows of a region that name no part of it, above those of the same region that do."""
    parts, keys = layout.of_kind("subdistrict", "village"), layout.of_kind("name", "code")
    named = {n for column in parts for n, _ in column.cells}
    if not keys or not named or layout.data_rows[0] in named:
        return set()
    region = {n: plain(cell) for n, cell in keys[0].cells}
    with_parts = {region[n] for n in named if n in region}
    return {n for n in layout.data_rows if n not in named and region.get(n) in with_parts}


def _tell_rows_apart(columns: list[Column], rows: int) -> None:
    """A column of many texts is a category where nothing else tells its rows apart (a list of indicators)."""
    if any(c.kind in ("name", "code", "category", "period", "subdistrict", "village") for c in columns):
        return
    for column in columns:
        if column.kind == "text" and len(column.cells) >= 0.8 * rows and len(set(column.texts())) > 1:
            column.kind = "category"
            return


def _second_table(grid: dict, first: int, header: list[int], kinds: dict, regions: Regions) -> int | None:
    """The row with which another table begins: below the data a row of words where figures stood, unlike the
    header.

    Repeated headers are no other table.
    """
    heads = [[plain(cell) for cell in grid[n]] for n in header]
    places = [
        i
        for i in range(len(grid[first]))
        if i not in kinds and plain(grid[first][i]) and is_figure(grid[first][i])
    ]
    numbers = [number for number in grid if number > first]
    for at, number in enumerate(numbers):
        row = grid[number]
        texts = [plain(cell) for cell in row]
        words = [i for i in places if texts[i] and (not is_figure(row[i]) or period_of(texts[i]))]
        if texts in heads or not words or len(words) < min(2, len(places)) or _is_number_row(row):
            continue
        if any(
            is_region(row[i], kind, regions) for i, kind_level in kinds.items() for kind in kind_level[:1]
        ):
            continue
        figures = [i for i in places if texts[i] and i not in words]
        below = [
            n
            for n in numbers[at + 1 : at + 5]
            if sum(is_figure(grid[n][i]) and bool(plain(grid[n][i])) for i in places)
        ]
        label = next((i for i, text in enumerate(texts) if text and i not in places), None)
        if (
            not figures
            and below
            and (label is not None or kinds == {})
            and not _periods_continue(grid, first, words)
        ):
            return _title_above(grid, number, first)
    return None


def _periods_continue(grid: dict, first: int, words: list[int]) -> bool:
    """Whether the columns in question hold periods in the data, too (a column of years)."""
    return any(period_of(plain(grid[first][i])) for i in words)


def _title_above(grid: dict, number: int, first: int) -> int:
    """The row of the title that stands directly above a header, or the header's own."""
    above = number - 1
    if above in grid and above > first and sum(bool(plain(cell)) for cell in grid[above]) == 1:
        return above
    return number


def _end(row: list) -> int:
    end = len(row)
    while end and not plain(row[end - 1]):
        end -= 1
    return end


def is_figure(cell) -> bool:
    text = plain(cell)
    return bool(text) and (text in MISSING_MARKS or is_written(cell))


def _first_data_row(grid: dict, kinds: dict, regions: Regions) -> int:
    for number, row in grid.items():
        rest = [cell for i, cell in enumerate(row) if i not in kinds and plain(cell)]
        if not any(is_figure(cell) for cell in rest):
            continue
        if kinds and any(is_region(row[i], kind, regions) for i, (kind, _) in kinds.items()):
            return number
        figures = [cell for cell in row if plain(cell) and is_figure(cell)]
        plain_numbers = [c for c in figures if not _is_period(c) and not _COLUMN_NUMBER.fullmatch(plain(c))]
        counts_up = len(figures) == len([c for c in row if plain(c)]) > 2
        counts_up = counts_up and [plain(c) for c in figures] == [str(k) for k in range(1, len(figures) + 1)]
        enough = len(figures) >= len([c for c in row if plain(c)]) / 2
        enough = enough or _below_periods(grid, number, row) or _goes_on(grid, number, row)
        if not kinds and plain_numbers and not counts_up and enough:
            return number
    raise Refused("no_figure")


def _with_unknown_names(grid: dict, first: int, kinds: dict, regions: Regions) -> int:
    """Rows above the first region that have figures where it has them, under a name that is unknown: data,
    too.
    """
    places = [i for i, cell in enumerate(grid[first]) if i not in kinds and plain(cell) and is_figure(cell)]
    above = [number for number in grid if number < first]
    for number in reversed(above):
        row = grid[number]
        figures = [row[i] for i in places if plain(row[i])]
        named = any(re.search(r"[^\W\d_]", plain(row[i])) for i in kinds)
        if figures and any(
            is_region(row[i], kind, regions) for i, (kind, _) in kinds.items() if kind == "name"
        ):
            first = number  # a region, whatever stands where its figures should
            continue
        plain_ones = [
            c
            for c in figures
            if is_figure(c) and not _is_period(c) and not _COLUMN_NUMBER.fullmatch(plain(c))
        ]
        if (
            not named
            or not plain_ones
            or all(period_of(plain(c)) for c in figures)
            or not all(is_figure(cell) for cell in figures)
            or _is_number_row(row)
        ):
            break
        first = number
    return first


def _is_period(cell) -> bool:
    """A year, or a period in words; six digits are a figure before they are a month."""
    return bool(period_of(plain(cell))) and not re.fullmatch(r"\d{5,}(\.0)?", plain(cell))


def _goes_on(grid: dict, number: int, row: list) -> bool:
    """Whether the next row has its words and figures where this one has them: a list with few figures."""
    below = next((each for n, each in grid.items() if n > number), None)
    shapes = [[bool(plain(c)) + is_figure(c) for c in each] for each in (row, below or [])]
    return len([c for c in row if plain(c)]) > 2 and shapes[0] == shapes[1]


def _below_periods(grid: dict, number: int, row: list) -> bool:
    """Figures that stand below headings that are periods: a list with more words than figures."""
    above = [n for n in grid if n < number]
    return bool(above) and any(
        plain(cell) and is_figure(cell) and _is_period(grid[above[-1]][i]) and not _is_period(cell)
        for i, cell in enumerate(row)
    )


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
    counted = [_COUNTED.fullmatch(text) for text in texts]
    said = [found[1] if found else text.casefold() for found, text in zip(counted, texts)]
    return len(texts) > 2 and said in (
        [str(k) for k in range(1, len(texts) + 1)],
        list("abcdefghij")[: len(said)],
    )


def _sort_rows(grid: dict, first: int, layout: Layout, regions: Regions) -> None:
    keys = [column for column in layout.columns if column.kind in ("name", "code")]
    parts = [column.index for column in layout.columns if column.kind in ("subdistrict", "village")]
    heads = [[plain(cell) for cell in grid[n]] for n in layout.header_rows]
    for number, row in grid.items():
        if number < first or number in layout.groups:
            continue
        texts = [plain(cell) for cell in row]
        if texts in heads:
            layout.repeated_headers.append(number)
            continue
        places = {column.index for column in keys}
        figures = [cell for i, cell in enumerate(row) if i not in places and plain(cell) and is_figure(cell)]
        numbers = [cell for cell in figures if plain(cell) not in MISSING_MARKS]
        label = next((t for t in texts if t), "")
        named = [texts[c.index] for c in keys if texts[c.index]] or [texts[i] for i in parts if texts[i]]
        if keys and any(is_region(row[c.index], c.kind, regions) for c in keys):
            layout.data_rows.append(number)
        elif (
            not figures
            or (FOOTNOTE.match(label) and not numbers)
            or (len(figures) == 1 and label in MISSING_MARKS and not numbers)
        ):
            layout.footnotes.append((number, " ".join(t for t in texts if t)))
        elif _is_total(label, named) or (keys and _is_subtotal(label, regions)):
            layout.total_rows.append(number)
        elif AVERAGE_WORDS.fullmatch(label) and (keys or parts):
            layout.average_rows.append(number)
        elif keys and not named and layout.data_rows and _is_continued(texts, keys):
            layout.continued_rows.append(number)
            layout.data_rows.append(number)
        elif label in MISSING_MARKS or (
            not any(re.search(r"[^\W\d_]", t) for t in texts) and keys and not named
        ):
            layout.nameless_rows.append(number)
        elif keys:
            layout.unresolved.append((number, label))
            layout.data_rows.append(number)
        else:
            layout.data_rows.append(number)


def _is_continued(texts: list[str], keys: list[Column]) -> bool:
    """A row without a name whose other words are no total: it goes on with the region of the row above."""
    places = {column.index for column in keys}
    others = [text for i, text in enumerate(texts) if i not in places and re.search(r"[^\W\d_]", text)]
    return bool(others) and not FOOTNOTE.match(others[0])


def _is_subtotal(label: str, regions: Regions) -> bool:
    """'Kalimantan Timur Total', as a pivot table of a spreadsheet writes it."""
    found = re.fullmatch(r"(.{3,}?)\s+(?:grand\s+)?total", label, re.I)
    said = regions.resolve(found[1]) if found else None
    return bool(said and (said.code or said.candidates))


def _is_total(label: str, named: list[str]) -> bool:
    return bool(TOTAL_WORDS.fullmatch(label) or any(TOTAL_OF_REGIONS.fullmatch(text) for text in named))
