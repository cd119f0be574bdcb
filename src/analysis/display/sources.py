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
    """File, row, what the row is about and its value as printed, for each row a figure rests on; in file order."""
    if "row" not in used:
        return ()
    shown = used.sort_values(["file", "row"]).drop_duplicates(["file", "row", *_keys_at(used)])
    return tuple(
        {
            "file": record["file"],
            "row": int(record["row"]),
            "about": " ".join(str(record[key]) for key in _keys_at(used) if not formats.is_missing(record[key])),
            "printed": "" if formats.is_missing(record.get("printed")) else str(record["printed"]),
        }
        for record in shown.to_dict("records")
    )


def _keys_at(used: pd.DataFrame) -> list[str]:
    return [key for key in KEYS if key in used]


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
