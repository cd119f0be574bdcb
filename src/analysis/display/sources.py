"""The line under each figure: who published the numbers, when, and in which raw file they stand.

The rows that a figure or a sentence rests on are handed over as they stand in their tables, as frames, or one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

import pandas as pd

from ..measures.evidence import CITED, CitedRow, cited_rows
from ..words import Words, formats
from . import blocks

Fact = CitedRow  # a row of a table, as far as a figure or a sentence rests on it
ABOUT = CITED.index("about")  # from there on a row says what it is about

#: Rows of the tables, each with its source, file and row: a frame, a fact, or several of these.
Rows = pd.DataFrame | Fact | Sequence["Rows"]


class Listed(NamedTuple):
    """A source and the raw files of it."""

    publisher: str
    title: str
    published: str
    files: str


def facts(used: Rows) -> Iterator[Fact]:
    """The rows one by one."""
    if isinstance(used, Fact):
        yield used
    elif isinstance(used, pd.DataFrame):
        yield from cited_rows(used)
    else:
        for part in used:
            yield from (part,) if isinstance(part, Fact) else facts(part)


class SourceLine(str):
    """The line under a figure; it keeps the rows it speaks of, so that the figure can be traced to them."""

    rows: tuple[dict, ...] = ()


def line(tables, used: Rows, words: Words) -> SourceLine:
    """'Sumber: BPS (2025); … Berkas: …' for the rows that a figure or table shows.

    Raises: ValueError, if the rows name no source: a figure without one is not shown.
    """
    rows = list(facts(used))
    if not rows:
        raise ValueError("a figure needs the rows it was drawn from: no source given")
    columns = (tables.sources[name].tolist() for name in ("source", "publisher", "published"))
    published = {source: (publisher, day) for source, publisher, day in zip(*columns)}
    cited = []
    for publisher, day in (published[source] for source in dict.fromkeys(fact.source for fact in rows)):
        cited.append(publisher if formats.is_missing(day) else f"{publisher} ({formats.day(day, words.language)})")
    files = sorted({fact.file for fact in rows})
    told = SourceLine(
        words.text("source", sources="; ".join(dict.fromkeys(cited)))
        + " "
        + words.text("source_files", files=", ".join(files))
    )
    told.rows = rows_behind(rows)
    return told


def rows_behind(used: Rows) -> tuple[dict, ...]:
    """File, row, what the row is about and its value as printed, for each row a figure rests on; in file order.

    The keys of the table say what a row is about; a column `about` does where there are none.
    """
    told: dict[tuple, dict] = {}
    placed = (fact for fact in facts(used) if fact.row is not None and fact.row == fact.row)  # else it stands in no file
    for fact in sorted(placed, key=attrgetter("file", "row")):
        file, row, about = fact.file, int(fact.row), _in_words(fact[ABOUT:])
        told.setdefault((file, row, about), {"file": file, "row": row, "about": about, "printed": _in_words([fact.printed])})
    return tuple(told.values())


def cite(sentence: blocks.Sentence, rows: Mapping[str, Rows]) -> None:
    """Give each number of a sentence the rows that it rests on, by its name."""
    behind = {name: rows_behind(used) for name, used in rows.items()}
    for run in sentence:
        if isinstance(run, dict) and run.get("number") in behind:
            run["rows"] = behind[run["number"]]


def _in_words(values: Iterable) -> str:
    return " ".join([str(value) for value in values if value is not None and value == value and value != ""])


def at_most(used: Rows, most: int) -> Rows:
    """The rows, or where they are more than that the files they stand in."""
    return used if sum(1 for _ in _values(used, "file")) <= most else whole_files(used)


def whole_files(used: Rows) -> list[Fact]:
    """One row a file in place of the rows of a check that reads thousands: its first row, and the first and last as about."""
    within: dict[tuple[str, str], list[int]] = {}
    for source, file, row in _values(used, "source", "file", "row"):
        if row == row:  # else it stands in no file
            within.setdefault((source, file), []).append(row)
    ends = ((*where, int(min(rows)), int(max(rows))) for where, rows in sorted(within.items()))
    return [Fact(source, file, first, about=f"{first}–{last}") for source, file, first, last in ends]


def _values(used: Rows, *names: str) -> Iterator[tuple]:
    """These values of each row, without reading the others."""
    if isinstance(used, Fact):
        yield attrgetter(*names)(used)
    elif isinstance(used, pd.DataFrame):
        yield from zip(*(used[name].tolist() for name in names))
    else:
        for part in used:
            yield from _values(part, *names)


def listing(tables, used: Rows) -> list[Listed]:
    """The sources behind the rows, in order of publisher."""
    files: dict[str, list[str]] = {}
    for source, file in sorted(set(_values(used, "source", "file"))):
        files.setdefault(source, []).append(file)
    listed = tables.sources[tables.sources["source"].isin(files)].sort_values(["publisher", "source"])
    return [
        Listed(row.publisher, row.title, row.published, ", ".join(files[row.source]))
        for row in listed.itertuples(index=False)
    ]


def as_table(tables, used: Rows, words: Words) -> blocks.Block:
    """Publisher, title, date and raw files of the sources behind the rows, one a line."""
    body = [
        [row.publisher, row.title, formats.day(row.published, words.language), row.files] for row in listing(tables, used)
    ]
    widths = {"col_publisher": 1.7, "col_title": 2.3, "col_published": 0.9, "col_file": 1.7}
    return blocks.table(
        words.text("sources_title"),
        [{"label": words.text(key), "align": "left", "width": width} for key, width in widths.items()],
        body, values=body, formats=["text"] * len(widths), id="sources",
    )  # fmt: skip


def newest_date(tables) -> str:
    """The newest full date among the sources: the date that a document of these data carries."""
    dates = tables.sources["published"].tolist()
    return max(date for date in dates if not formats.is_missing(date) and len(date) == len("2025-07-29"))
