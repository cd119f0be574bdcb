"""The rows of one region, or of a province and its districts, out of a table or a national measure.

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
