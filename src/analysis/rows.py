"""The rows of one region, or of a province and its districts, out of a table or a national measure.

Hides the binary search in a frame sorted by `region_code`, as most are; any other frame is read whole.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import attrgetter

import numpy as np
import pandas as pd


def rows_of(frame: pd.DataFrame, region_code: str) -> pd.DataFrame:
    """The rows of `frame` whose `region_code` is this one, in their order and under their own index labels."""
    codes = frame["region_code"]
    if codes.is_monotonic_increasing:
        return frame.iloc[codes.searchsorted(region_code) : codes.searchsorted(region_code, side="right")]
    return frame[codes == region_code]


def rows_within(frame: pd.DataFrame, province_code: str) -> pd.DataFrame:
    """The rows of a province and of its districts, whose codes begin with the province's two digits."""
    codes = frame["region_code"]
    if codes.is_monotonic_increasing:  # "/" is the character after "."
        return frame.iloc[codes.searchsorted(province_code) : codes.searchsorted(province_code + "/")]
    return frame[codes.str[:2] == province_code]


def rows_of_month(frame: pd.DataFrame, region_code: str, period: str | None) -> pd.DataFrame:
    """The rows of a region in one month, in their order and under their own index labels."""
    rows = rows_of(frame, region_code)
    return rows[rows["period"] == period]


def rows_where(frame: pd.DataFrame, holds: Iterable[bool]) -> pd.DataFrame:
    """The rows for which it holds, one truth a row; rows that stand together are a slice, a fifth of the work of a mask."""
    return _at(frame, np.flatnonzero(np.fromiter(holds, dtype=bool, count=len(frame))))


def numbered(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows themselves, labelled 0, 1, ...: `reset_index` without a copy, for a frame that nobody else holds."""
    rows.index = pd.RangeIndex(len(rows))
    return rows


def places_where(frame: pd.DataFrame, **among: Iterable) -> np.ndarray:
    """Where the rows stand that hold one of these values in each of these columns; for few values a column."""
    holds = [np.isin(np.asarray(_array(frame, name)), list(values)) for name, values in among.items()]
    return np.flatnonzero(np.logical_and.reduce(holds))


def records(frame: pd.DataFrame) -> Iterator[tuple]:
    """The rows as named tuples without the index, as `frame.itertuples(index=False)` gives them.

    Values are plain Python ones. Small frames take a tenth of the time: the class of the tuples is made once for the same
    columns, and their arrays are taken as they are.
    """
    columns = map(_plain, frame._iter_column_arrays())
    return map(_record(tuple(frame.columns))._make, zip(*columns, strict=True))


def values_of(frame: pd.DataFrame, *names: str) -> Iterator[tuple]:
    """The values of these columns, row by row; plain Python ones."""
    return zip(*(column_of(frame, name) for name in names), strict=True)


def column_of(frame: pd.DataFrame, name: str) -> list:
    """The values of a column, plain Python ones: `frame[name].tolist()` without a series, in a fifth of the time."""
    return _plain(_array(frame, name))


def floats_of(frame: pd.DataFrame, name: str) -> np.ndarray:
    """The numbers of a column, missing as NaN."""
    return np.asarray(_array(frame, name), dtype="float64")


def values_within(frame: pd.DataFrame, province_code: str, names: Iterable[str]) -> Iterator[tuple]:
    """The values of these columns in the rows of a province and of its districts, row by row."""
    return values_at(rows_within(frame, province_code), slice(None), names)


def values_at(frame: pd.DataFrame, places: np.ndarray | slice, names: Iterable[str]) -> Iterator[tuple]:
    """The values of these columns at some places, row by row, without reading other rows; None for a column that is not there.

    `slice(None)` is every place.
    """
    count = len(range(len(frame))[places]) if isinstance(places, slice) else len(places)
    columns = (
        np.asarray(_array(frame, name))[places].tolist() if name in frame.columns else [None] * count for name in names
    )
    return zip(*columns, strict=True)


def _at(frame: pd.DataFrame, places: np.ndarray) -> pd.DataFrame:
    """The rows at these places in rising order: `frame.take(places)`, whose checks of every column cost three times as much."""
    if not len(places):
        return frame.iloc[:0]
    if places[-1] - places[0] == len(places) - 1:
        return frame.iloc[places[0] : places[-1] + 1]
    columns = [array.take(places) for array in frame._iter_column_arrays()]
    return pd.DataFrame._from_arrays(columns, columns=frame.columns, index=frame.index[places], verify_integrity=False)


def _array(frame: pd.DataFrame, name: str):
    """The array that a column lies in; a column as a series costs more."""
    return frame._get_column_array(frame.columns.get_loc(name))


def _plain(array) -> list:
    return (array if isinstance(array, np.ndarray) else np.asarray(array, dtype=object)).tolist()


def newest_of_each(rows: Iterable[tuple], by: str) -> list[tuple]:
    """The newest of the records that agree in `by`, the older first; of those of one period the last."""
    newest = {}
    for row in sorted(rows, key=attrgetter("period")):
        newest.pop(getattr(row, by), None)
        newest[getattr(row, by)] = row
    return list(newest.values())


@lru_cache(maxsize=512)
def _record(names: tuple[str, ...]) -> type:
    return namedtuple("Row", names, rename=True)
