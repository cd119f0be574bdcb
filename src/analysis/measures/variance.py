"""The error of a survey's workforce where none is published: a function of its size, fitted to the series.

Hides how noise is told from a series: second differences of its logarithm, on either side of its break and
never across it, medians of groups of alike size, and a straight line through them.
"""

import numpy as np
import pandas as pd

from ..words import REFERENCE
from ..words.terms import SERIES_BREAK
from .neighbours import MAD_TO_SD

FITTED = ("total", "formal", "informal")  # segments with a function of their own
GROUPS = 12  # of alike size, in which the noise is taken; METHODS.md, rule 16
LEAST_DIFFERENCES = 60  # five a group; with fewer there is no function
OF_SECOND_DIFFERENCE = 6.0  # variance of x[t+1] - 2 x[t] + x[t-1], in that of x
LINE, SIZE = ["intercept", "slope", "r_squared"], ["regions", "differences", "smallest", "largest"]
FIT = [*LINE, *SIZE, "within_pct", "widening"]  # what `_fitted` finds
HELD, WITHIN = 0.95, 1.96  # share of normal noise that stays within so many standard deviations


def variance_functions(workforce: pd.DataFrame) -> pd.DataFrame:
    """The error of a Sakernas workforce by its size: RSE = widening x exp(intercept + slope ln D).

    Districts and provinces together, each part of the series apart. The noise of a group of alike size is the
    median of |second difference of ln D| x 1.4826 / sqrt(6); the line is fitted to the groups by least
    squares. The differences have longer tails than normal noise: the widening is what it takes that 95 % of
    them lie within 1.96 errors. It holds some real change, and no bias.

    Args:
        workforce: region_code, period, denominator, segment, persons.

    Returns: one row per segment, first_year (of the part), with last_year, intercept, slope, r_squared (of
        the groups), regions, differences, smallest, largest (persons, means of the groups), within_pct (of
        the differences, inside 1.96 standard deviations of the noise before it is widened: 95 if it were
        normal), widening (1 or more). No row where there is too little to fit.
    Source: METHODS.md, rule 16.
    """
    known = (
        (workforce["denominator"] == REFERENCE)
        & (workforce["region_code"] != "00")
        & (workforce["persons"] > 0)
    )
    rows = workforce.loc[known, ["region_code", "period", "segment", "persons"]]
    rows = rows.assign(
        year=rows["period"].str[:4].astype("int64"), log=np.log(rows["persons"].astype("float64"))
    )
    found = []
    parts = ((rows["year"].min(), SERIES_BREAK - 1), (SERIES_BREAK, rows["year"].max())) if len(rows) else ()
    for segment in FITTED:
        series = rows[rows["segment"] == segment].drop_duplicates(["region_code", "year"])
        logs = series.pivot(index="region_code", columns="year", values="log")
        for first, last in parts:
            fit = _fitted(logs.reindex(columns=range(first, last + 1)))
            found += [{"segment": segment, "first_year": first, "last_year": last, **fit}] if fit else []
    return pd.DataFrame(found, columns=["segment", "first_year", "last_year", *FIT])


def derived_rse_pct(cells: pd.DataFrame, functions: pd.DataFrame) -> pd.Series:
    """The relative standard error of each cell's workforce by the fitted functions, in percent.

    The function of the part of the series that the workforce is of (`workforce_period`; the newest part where
    a row has none, the first for earlier years). Missing for other denominators than Sakernas.
    Source: METHODS.md, rule 16.
    """
    rse = pd.Series(np.nan, index=cells.index)
    survey = cells["denominator"].str.startswith(REFERENCE) & (cells["workforce"] > 0)
    period = (
        cells["workforce_period"]
        if "workforce_period" in cells
        else pd.Series(None, index=cells.index, dtype="str")
    )
    year = pd.to_numeric(period.str[:4]).fillna(9999)
    for function in functions.sort_values("first_year").itertuples(index=False):
        is_first = function.first_year == functions["first_year"].min()
        here = survey & (cells["segment"] == function.segment) & ((year >= function.first_year) | is_first)
        size = np.log(cells.loc[here, "workforce"].astype("float64"))
        rse.loc[here] = 100 * function.widening * np.exp(function.intercept + function.slope * size)
    return rse


def _fitted(logs: pd.DataFrame) -> dict | None:
    """The function of one part of a series; None where there are too few differences.

    Args:
        logs: logarithms, one row a region, one column a year without a gap.
    """
    second = logs.diff(axis=1).diff(axis=1).iloc[:, 2:]
    if not second.shape[1]:
        return None
    size = pd.concat([logs.mean(axis=1)] * second.shape[1], axis=1).to_numpy().ravel()
    points = pd.DataFrame({"size": size, "difference": second.to_numpy().ravel()}).dropna()
    if len(points) < LEAST_DIFFERENCES:
        return None
    # in whole numbers: a quantile such as 1375.9999 has no place
    above = points["size"].rank(method="first") - 1
    group = np.maximum(-(-above * GROUPS // (len(points) - 1)) - 1, 0)
    noise = MAD_TO_SD * points["difference"].abs().groupby(group).median() / np.sqrt(OF_SECOND_DIFFERENCE)
    sizes, noise = points["size"].groupby(group).mean()[noise > 0], np.log(noise[noise > 0])
    if len(noise) < 3:
        return None
    slope, intercept = np.polyfit(sizes, noise, 1)
    fitted = np.exp(intercept + slope * points["size"]) * np.sqrt(OF_SECOND_DIFFERENCE)
    away = points["difference"].abs() / fitted
    return {
        "intercept": float(intercept),
        "slope": float(slope),
        "r_squared": float(np.corrcoef(sizes, noise)[0, 1] ** 2),
        "regions": int(second.notna().any(axis=1).sum()),
        "differences": len(points),
        "smallest": float(np.exp(sizes.min())),
        "largest": float(np.exp(sizes.max())),
        "within_pct": float(100 * (away <= WITHIN).mean()),
        "widening": float(max(1.0, away.quantile(HELD) / WITHIN)),
    }
