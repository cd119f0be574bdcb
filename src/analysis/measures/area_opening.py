"""What an area's story rests on: formal and informal of one month, their total on one base, and the newest
month beside it.

Hides that an area's own figures come before the sum of its regions, and how a share becomes "nine of ten".
"""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from .counts import HALVES, TOTAL
from .shares import share_pct

# points around a multiple of ten within which a share is told as so many of ten; METHODS.md, rule 140
NEAR_PP = 2.5
SAME_PP = 0.5  # points within which it is told without "almost" or "more than"


class AreaOpening(NamedTuple):
    """Rows of one month: `formal`, `informal`, and their `total`; `newest`: informal of a later month, or
    None.

    is_own: figures of the area itself; else the sum of its regions known.
    """

    formal: pd.Series
    informal: pd.Series
    total: pd.Series
    newest: pd.Series | None
    is_own: bool


def area_opening(
    intervals: pd.DataFrame, summed: pd.DataFrame, *, region_code: str, period: str, denominator: str
) -> AreaOpening | None:
    """Formal and informal of an area in a month: its own figures, else the sum of its regions; None without
    them.

    Args:
        intervals: `Nation.intervals`. summed: `aggregate` of the regions compared.
    Source: METHODS.md, rule 140.
    """
    own = intervals[(intervals["region_code"] == region_code) & (intervals["denominator"] == denominator)]
    parts = own[own["segment"].isin(HALVES)].dropna(subset=["members", "workforce"])
    for rows, is_own in ((own[own["period"] == period], True), (summed[summed["segment"] != TOTAL], False)):
        halves = (
            rows[rows["segment"].isin(HALVES)].dropna(subset=["members", "workforce"]).set_index("segment")
        )
        if set(HALVES) <= set(halves.index):
            total = (
                rows[(rows["segment"] == TOTAL) & (rows.get("basis") == "segments")]
                if is_own
                else summed[(summed["segment"] == TOTAL) & (summed["basis"] == "segments")]
            )
            if len(total) == 1:
                later = parts[(parts["segment"] == "informal") & (parts["period"] > period)].sort_values(
                    "period"
                )
                newest = later.iloc[-1] if is_own and len(later) else None
                return AreaOpening(
                    halves.loc["formal"], halves.loc["informal"], total.iloc[0], newest, is_own
                )
    return None


class OfTen(NamedTuple):
    """A share as so many of ten: `tenths` 1 to 9, and whether it is "almost", "more" than them, or "same"."""

    tenths: int
    side: str


def of_ten(pct: float) -> OfTen | None:
    """88.9 as almost nine of ten; None where the share is not near a multiple of ten, below 5 % or above 95
    %.

    Source: METHODS.md, rule 140.
    """
    tenths = int(pct / 10 + 0.5)
    off = pct - 10 * tenths
    if not 1 <= tenths <= 9 or abs(off) > NEAR_PP:
        return None
    return OfTen(tenths, "same" if abs(off) <= SAME_PP else "more" if off > 0 else "almost")


def not_covered_pct(row) -> float:
    """The share of the workers of a cell who are not covered."""
    return share_pct(row["gap"], row["workforce"])
