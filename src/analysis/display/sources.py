"""The line under each figure: who published the numbers, when, and in which raw file they stand."""

from __future__ import annotations

import pandas as pd

from . import formats
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
    used = used.dropna(subset=["row"])
    keys = _keys_at(used)
    printed = used["printed"].tolist() if "printed" in used else [""] * len(used)
    columns = [used[key].tolist() for key in ("file", "row", *keys)]
    rows = sorted(zip(*columns, printed, strict=True), key=lambda row: row[:2])
    told = {}
    for file, row, *about, value in rows:
        told.setdefault(
            (file, row, *map(str, about)),
            {
                "file": file,
                "row": int(row),
                "about": " ".join(str(word) for word in about if not formats.is_missing(word)),
                "printed": "" if formats.is_missing(value) else str(value),
            },
        )
    return tuple(told.values())


def _keys_at(used: pd.DataFrame) -> list[str]:
    return ["about"] if "about" in used else [key for key in KEYS if key in used]


def whole_files(used: pd.DataFrame) -> pd.DataFrame:
    """One row a file in place of the rows of a check that reads thousands: its first row, and the first and last as about."""
    ends = used.dropna(subset=["row"]).groupby(["source", "file"])["row"].agg(["min", "max"]).reset_index()
    about = [f"{int(row.min_)}–{int(row.max_)}" for row in ends.rename(columns={"min": "min_", "max": "max_"}).itertuples()]
    return ends[["source", "file"]].assign(row=ends["min"], about=about)


def listing(tables, used: pd.DataFrame) -> pd.DataFrame:
    """The sources behind the rows: publisher, title, published, files; in order of publisher."""
    files = used.groupby("source")["file"].agg(lambda names: ", ".join(sorted(set(names)))).rename("files")
    return (
        tables.sources.merge(files, on="source", how="inner", validate="one_to_one")
        .sort_values(["publisher", "source"], ignore_index=True)
    )  # fmt: skip


def newest_date(tables) -> str:
    """The newest full date among the sources: the date that a document of these data carries."""
    dates = tables.sources["published"].dropna()
    return max(date for date in dates if len(date) == 10)
