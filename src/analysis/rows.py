"""Rows of one region out of a table of many, found without reading the others.

Tables and measures are sorted by `region_code`; there the first and the last row of a region are found by halving. A
frame in another order is read whole. So what a report costs does not grow with the number of regions.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

import pandas as pd

from .kept import kept


def rows_of(frame: pd.DataFrame, region_code: str) -> pd.DataFrame:
    """The rows of `frame` whose `region_code` is this one, in their order and under their own index labels."""
    codes = frame["region_code"]
    if not _is_sorted(codes):
        return frame[codes == region_code]
    values = codes.array
    return frame.iloc[bisect_left(values, region_code) : bisect_right(values, region_code)]


def rows_within(frame: pd.DataFrame, province_code: str) -> pd.DataFrame:
    """The rows of a province and of its districts, whose codes begin with the province's."""
    codes = frame["region_code"]
    if not _is_sorted(codes):
        return frame[(codes == province_code) | codes.str.startswith(province_code + ".")]
    values = codes.array
    start = bisect_left(values, province_code)
    return frame.iloc[start : bisect_left(values, province_code + "/", lo=start)]  # "/" is the sign after "."


@kept
def _is_sorted(codes: pd.Series) -> bool:
    return bool(codes.notna().all()) and codes.is_monotonic_increasing
