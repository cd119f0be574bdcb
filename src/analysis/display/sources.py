"""The line under each figure: who published the numbers, when, and in which raw file they stand."""

from __future__ import annotations

import pandas as pd

from ..rows import records
from . import blocks, formats
from .wording import Words

#: What tells one row of the tables from another, as far as a table has it.
KEYS = ("region_code", "period", "segment", "denominator", "status", "group", "statement", "definition", "programme")


class SourceLine(str):
    """The line under a figure; it keeps the rows it speaks of, so that the figure can be traced to them."""

    rows: tuple[dict, ...] = ()


def line(tables, used: pd.DataFrame, words: Words) -> SourceLine:
    """'Sumber: BPS (2025); … Berkas: …' for the rows that a figure or table shows.

    Raises: ValueError, if the rows name no source: a figure without one is not shown.
    """
    keys = list(dict.fromkeys(used["source"]))
    if not keys:
        raise ValueError("a figure needs the rows it was drawn from: no source given")
    known = tables.sources.set_index("source")
    cited = []
    for key in keys:
        row = known.loc[key]
        when = formats.day(row["published"], words.language) if not formats.is_missing(row["published"]) else ""
        cited.append(f"{row['publisher']}" + (f" ({when})" if when else ""))
    files = sorted(set(used["file"]))
    told = SourceLine(
        words.text("source", sources="; ".join(dict.fromkeys(cited)))
        + " "
        + words.text("source_files", files=", ".join(files))
    )
    told.rows = rows_behind(used)
    return told


def rows_behind(used: pd.DataFrame) -> tuple[dict, ...]:
    """File, row, what the row is about and its value as printed, for each row a figure rests on; in file order.

    A column `about` says what a row is about; without it the keys of the table do.
    """
    if "row" not in used:
        return ()
    if used["row"].isna().any():
        used = used[used["row"].notna()]
    words = [_words_in(used, key) for key in _keys_at(used)]
    about = [" ".join(filter(None, row)) for row in zip(*words, strict=True)] if words else [""] * len(used)
    printed = _words_in(used, "printed") if "printed" in used else [""] * len(used)
    found = zip(used["file"].tolist(), map(int, used["row"].tolist()), about, printed, strict=True)
    told: dict[tuple, dict] = {}
    for row in sorted(found, key=lambda row: row[:2]):
        told.setdefault(row[:3], dict(zip(("file", "row", "about", "printed"), row, strict=True)))
    return tuple(told.values())


def _words_in(used: pd.DataFrame, column: str) -> list[str]:
    """The values of a column as words, "" where there is none."""
    values = used[column]
    if values.dtype == "str" and not values.hasnans:
        return values.tolist()
    return ["" if formats.is_missing(value) else str(value) for value in values.tolist()]


def _keys_at(used: pd.DataFrame) -> list[str]:
    return ["about"] if "about" in used else [key for key in KEYS if key in used]


def described(used: pd.DataFrame) -> pd.DataFrame:
    """The rows with a column `about`, so that they can stand beside rows of whole files."""
    columns = [used[key].tolist() for key in _keys_at(used)]
    told = [" ".join(str(word) for word in words if not formats.is_missing(word)) for words in zip(*columns, strict=True)]
    return used.assign(about=told)


def whole_files(used: pd.DataFrame) -> pd.DataFrame:
    """One row a file in place of the rows of a check that reads thousands: its first row, and the first and last as about."""
    ends = used.dropna(subset=["row"]).groupby(["source", "file"])["row"].agg(["min", "max"]).reset_index()
    about = [f"{int(row.min_)}–{int(row.max_)}" for row in records(ends.rename(columns={"min": "min_", "max": "max_"}))]
    return ends[["source", "file"]].assign(row=ends["min"], about=about)


def listing(tables, used: pd.DataFrame) -> pd.DataFrame:
    """The sources behind the rows: publisher, title, published, files; in order of publisher."""
    files = used.groupby("source")["file"].agg(lambda names: ", ".join(sorted(set(names)))).rename("files")
    return (
        tables.sources.merge(files, on="source", how="inner", validate="one_to_one")
        .sort_values(["publisher", "source"], ignore_index=True)
    )  # fmt: skip


def as_table(tables, used: pd.DataFrame, words: Words) -> blocks.Block:
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
    dates = tables.sources["published"].dropna()
    return max(date for date in dates if len(date) == 10)
