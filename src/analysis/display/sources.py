"""The line under each figure: who published the numbers, when, and in which raw file they stand."""

from __future__ import annotations

import pandas as pd

from . import formats
from .wording import Words


def line(tables, used: pd.DataFrame, words: Words) -> str:
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
    return (
        words.text("source", sources="; ".join(dict.fromkeys(cited)))
        + " "
        + words.text("source_files", files=", ".join(files))
    )


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
