"""Which rows of the tables differ between two builds, by the key of each table.

Hides what is no change: where a row was read (file, row, as printed) and remarks on it.
"""

from __future__ import annotations

import pandas as pd

from ..processed import Tables
from ..rows import differs, side_by_side
from .contracts import CONTRACTS

NOT_COMPARED = ("file", "row", "printed", "note")
#: Rows of this table are named by lines of raw files, which move when a line is added.
NOT_KEYED = ("quotations",)
CHANGED_ROWS = ("table", "region_code", "period", "about", "change", "column", "before", "after")


def changed_rows(before: Tables, after: Tables) -> pd.DataFrame:
    """One line for each value that differs; of a row that is new or gone one line, with its first number.

    Returns: table, region_code, period, about (the rest of the key), change ("new", "gone", "changed"),
        column, before, after (as text, missing where there is none), in the order of tables and keys.
    Source: METHODS.md, rule 67.
    """
    parts = [
        _of_table(name, vars(before)[name], vars(after)[name]) for name in CONTRACTS if name not in NOT_KEYED
    ]
    return pd.concat(parts, ignore_index=True)[list(CHANGED_ROWS)].astype("str")


def _of_table(name: str, before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    if before.equals(after):
        return pd.DataFrame(columns=list(CHANGED_ROWS))
    contract = CONTRACTS[name]
    key = list(contract.key)
    values = [column for column in contract.columns if column not in (*key, *NOT_COMPARED)]
    # numbers first: what they say is what a reader asks for
    values.sort(key=lambda column: contract.columns[column].dtype == "str")
    both = side_by_side(before[[*key, *values]], after[[*key, *values]], key=key)
    found, here = [], both["change"] == "changed"
    for place, column in enumerate(values):
        old, new = both[f"{column}_before"], both[f"{column}_after"]
        told = here & differs(old, new)
        if place == 0:
            told |= ~here
        if told.any():
            values_told = {"column": column, "before": _as_text(old[told]), "after": _as_text(new[told])}
            found.append(both.loc[told, [*key, "change"]].assign(**values_told))
    if not found:
        return pd.DataFrame(columns=list(CHANGED_ROWS))
    rows = pd.concat(found).sort_index(kind="stable").reset_index(drop=True)
    about = [column for column in key if column not in ("region_code", "period")]
    return rows.assign(
        table=name,
        region_code=rows.get("region_code"),
        period=rows.get("period"),
        about=rows[about].astype("str").fillna("").agg(" · ".join, axis=1) if about else "",
    )


def _as_text(values: pd.Series) -> pd.Series:
    """Values as a table holds them: whole numbers without '.0', missing as missing."""
    if values.dtype == "float64":
        return values.map(lambda value: f"{value:.15g}", na_action="ignore").astype("str")
    return values.astype("str")
