"""The line under each figure: who published the numbers, when, and in which raw file they stand.

The rows that a figure or a sentence rests on are handed over as they stand in their tables: one frame, or one a table.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from operator import itemgetter

import pandas as pd

from ..rows import column_of, numbered, records, values_of
from . import blocks, formats
from .wording import Words

#: What tells one row of the tables from another, as far as a table has it.
KEYS = ("region_code", "period", "segment", "denominator", "status", "group", "statement", "definition", "programme")

#: Rows of the tables, each with its source, file and row.
Rows = pd.DataFrame | Sequence[pd.DataFrame]


class SourceLine(str):
    """The line under a figure; it keeps the rows it speaks of, so that the figure can be traced to them."""

    rows: tuple[dict, ...] = ()


def line(tables, used: Rows, words: Words) -> SourceLine:
    """'Sumber: BPS (2025); … Berkas: …' for the rows that a figure or table shows.

    Raises: ValueError, if the rows name no source: a figure without one is not shown.
    """
    keys = list(dict.fromkeys(_column(used, "source")))
    if not keys:
        raise ValueError("a figure needs the rows it was drawn from: no source given")
    known = {source: of for source, *of in values_of(tables.sources, "source", "publisher", "published")}
    cited = []
    for publisher, day in map(known.__getitem__, keys):
        cited.append(publisher if formats.is_missing(day) else f"{publisher} ({formats.day(day, words.language)})")
    files = sorted(set(_column(used, "file")))
    told = SourceLine(
        words.text("source", sources="; ".join(dict.fromkeys(cited)))
        + " "
        + words.text("source_files", files=", ".join(files))
    )
    told.rows = rows_behind(used)
    return told


def rows_behind(used: Rows) -> tuple[dict, ...]:
    """File, row, what the row is about and its value as printed, for each row a figure rests on; in file order.

    A column `about` says what a row is about; without it the keys of the table do.
    """
    told: dict[tuple, dict] = {}
    for file, row, about, printed in sorted(chain.from_iterable(map(_told, frames(used))), key=itemgetter(0, 1)):
        told.setdefault((file, row, about), {"file": file, "row": row, "about": about, "printed": printed})
    return tuple(told.values())


def frames(used: Rows) -> Sequence[pd.DataFrame]:
    """The frames that rows stand in."""
    return [used] if isinstance(used, pd.DataFrame) else used


def _column(used: Rows, name: str) -> list:
    return list(chain.from_iterable(column_of(frame, name) for frame in frames(used)))


def _told(used: pd.DataFrame) -> list[tuple[str, int, str, str]]:
    """File, row, about and printed of each row that has a place in a file."""
    if "row" not in used:
        return []
    about = [column_of(used, key) for key in (("about",) if "about" in used else KEYS) if key in used]
    rest = [column_of(used, name) if name in used else [""] * len(used) for name in ("file", "row", "printed")]
    return [
        (file, int(row), _in_words(keys), _in_words([printed])) for file, row, printed, *keys in zip(*rest, *about, strict=True)
        if row == row
    ]  # fmt: skip


def _in_words(values: list) -> str:
    return " ".join([str(value) for value in values if value is not None and value == value and value != ""])


def at_most(used: Rows, most: int) -> Rows:
    """The rows, or where they are more than that the files they stand in."""
    return used if sum(map(len, frames(used))) <= most else whole_files(used)


def whole_files(used: Rows) -> pd.DataFrame:
    """One row a file in place of the rows of a check that reads thousands: its first row, and the first and last as about."""
    within: dict[tuple[str, str], list[int]] = {}
    for source, file, row in chain.from_iterable(values_of(frame, "source", "file", "row") for frame in frames(used)):
        if row == row:  # else it stands in no file
            within.setdefault((source, file), []).append(row)
    ends = [(*where, int(min(rows)), f"{int(min(rows))}–{int(max(rows))}") for where, rows in sorted(within.items())]
    return pd.DataFrame(ends, columns=["source", "file", "row", "about"])


def listing(tables, used: Rows) -> pd.DataFrame:
    """The sources behind the rows: publisher, title, published, files; in order of publisher."""
    files: dict[str, list[str]] = {}
    for source, file in sorted(set(chain.from_iterable(values_of(frame, "source", "file") for frame in frames(used)))):
        files.setdefault(source, []).append(file)
    keys = values_of(tables.sources, "publisher", "source")
    order = sorted((*key, place) for place, key in enumerate(keys) if key[1] in files)
    named = numbered(tables.sources.take([place for *_, place in order]))
    return named.assign(files=[", ".join(files[source]) for _, source, _ in order])


def as_table(tables, used: Rows, words: Words) -> blocks.Block:
    """Publisher, title, date and raw files of the sources behind the rows, one a line."""
    body = [
        [row.publisher, row.title, formats.day(row.published, words.language), row.files]
        for row in records(listing(tables, used))
    ]
    widths = {"col_publisher": 1.7, "col_title": 2.3, "col_published": 0.9, "col_file": 1.7}
    return blocks.table(
        words.text("sources_title"),
        [{"label": words.text(key), "align": "left", "width": width} for key, width in widths.items()],
        body, values=body, formats=["text"] * len(widths), id="sources",
    )  # fmt: skip


def newest_date(tables) -> str:
    """The newest full date among the sources: the date that a document of these data carries."""
    dates = column_of(tables.sources, "published")
    return max(date for date in dates if not formats.is_missing(date) and len(date) == 10)
