"""The rows of one region, or of a province and its districts, out of a table or a national measure; and the
rows of two builds side by side.

Hides the binary search in a frame sorted by `region_code`, as most are; any other frame is read whole.
"""

from __future__ import annotations

import pandas as pd


def rows_of(frame: pd.DataFrame, region_code: str) -> pd.DataFrame:
    """The rows of `frame` whose `region_code` is this one,
    in their order and under their own index labels.
    """
    codes = frame["region_code"]
    if codes.is_monotonic_increasing:
        return frame.iloc[codes.searchsorted(region_code) : codes.searchsorted(region_code, side="right")]
    is_own = codes == region_code
    return frame[is_own] if is_own.any() else frame.iloc[:0]


def rows_within(frame: pd.DataFrame, province_code: str) -> pd.DataFrame:
    """The rows of a province and of its districts, whose codes begin with the province's two digits."""
    codes = frame["region_code"]
    if codes.is_monotonic_increasing:  # "/" is the character after "."
        return frame.iloc[codes.searchsorted(province_code) : codes.searchsorted(province_code + "/")]
    return frame[codes.str[:2] == province_code]


def side_by_side(before: pd.DataFrame, after: pd.DataFrame, *, key: list[str]) -> pd.DataFrame:
    """The rows of two builds by their key, each other column twice (`_before`, `_after`), and `change`:
    "new", "gone", or "changed" of a row that both have.

    Raises: pandas.errors.MergeError (a ValueError), if a key stands twice.
    """
    both = before.merge(
        after, on=key, how="outer", suffixes=("_before", "_after"), validate="one_to_one", indicator="change"
    )
    told = {"left_only": "gone", "right_only": "new", "both": "changed"}
    return both.assign(change=both["change"].astype("str").map(told))


def differs(old: pd.Series, new: pd.Series) -> pd.Series:
    """Where two columns differ; missing in both is no difference."""
    return (old != new) & ~(old.isna() & new.isna())
