"""Round figures of a source: which rows they are, and a value that rests on them. METHODS.md, rule 102."""

from __future__ import annotations

import pandas as pd

from ..measures.keys import CitedRow
from ..words import formats

FINE_SHARE = 0.005  # half of the last digit of a rounded count over the count; METHODS.md, rule 102


def is_round(rows: pd.DataFrame) -> pd.Series:
    """Which rows of members or workforce are round figures of their source (METHODS.md, rule 102)."""
    return rows["qualifier"].isin(list(formats.ROUND))


def round_rows(rows: list[CitedRow]) -> list[CitedRow]:
    """Those that are round figures of their source (METHODS.md, rule 102)."""
    return [row for row in rows if row.qualifier in formats.ROUND]


def about(value, rows: list[CitedRow]) -> formats.About:
    """The value as one that rests on the round figures `rows`."""
    fine = [row.qualifier == "rounded" and is_rounded_finely(row.persons) for row in rows]
    return formats.round_about(value, is_fine=all(fine))


def is_rounded_finely(count: float) -> bool:
    """Whether half of the last digit that a round count gives, 5000 of 1310000, is little beside it."""
    unit = 1
    while count and count % (10 * unit) == 0:
        unit *= 10
    return unit / 2 <= FINE_SHARE * count
