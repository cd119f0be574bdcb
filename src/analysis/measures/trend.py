"""Is a series rising or falling beyond chance? The test, and the refusal to test what cannot be tested."""

from collections.abc import Collection
from dataclasses import dataclass
from math import nan

import numpy as np
import pandas as pd

from .uncertainty import log_error

POINTS = 5  # latest calendar years that a trend is fitted to; METHODS.md, rule 24
CHI_SQUARE_LIMIT = 9.54953570608324  # chance .002 with one degree of freedom; METHODS.md, rule 24


@dataclass(frozen=True)
class Trend:
    """direction: "rising", "falling", "none" or "not_computed"; reason: a code where it was not computed.

    slope: per step of the time axis, in the unit of the values.
    """

    direction: str
    chi_square: float
    slope: float
    reason: str | None = None


def trend_of_counts(counts, totals) -> Trend:
    """Chi-square test for a trend in sampled proportions at equal steps, with leave-one-out.

    A trend needs a statistic above 9.5495 and the same sign of slope in the fit without any one point.

    Returns: a `Trend`; its slope is in the proportion per step. Not computed where a count is not below its total
        ("members_not_below_workforce"), a value is missing or there are fewer than five points ("too_few_points").
    Source: METHODS.md, rule 24 (as Fingertips).
    """
    c, n = (np.asarray(values, dtype="float64")[-POINTS:] for values in (counts, totals))
    if len(c) < POINTS or np.isnan(c).any() or np.isnan(n).any():
        return Trend("not_computed", nan, nan, "too_few_points")
    if (c >= n).any():
        return Trend("not_computed", nan, nan, "members_not_below_workforce")
    t = np.arange(1.0, len(c) + 1)
    whole, cases = n.sum(), c.sum()
    top = whole * (whole * (c * t).sum() - cases * (n * t).sum()) ** 2
    bottom = cases * (whole - cases) * (whole * (n * t**2).sum() - (n * t).sum() ** 2)
    statistic = top / bottom if bottom > 0 else 0.0
    fit = _fit(t, c / n, weights=n)
    return Trend(_direction(statistic, t, c / n, n), float(statistic), fit[1])


def trend_of_values(values, standard_errors, *, times=None) -> Trend:
    """The same for values with standard errors, by weighted regression: the statistic is (slope / its error)².

    Source: METHODS.md, rule 24 (as Fingertips).
    """
    y, se = (np.asarray(numbers, dtype="float64")[-POINTS:] for numbers in (values, standard_errors))
    t = np.arange(1.0, len(y) + 1) if times is None else np.asarray(times, dtype="float64")[-POINTS:]
    if len(y) < POINTS or np.isnan(y).any() or np.isnan(se).any():
        return Trend("not_computed", nan, nan, "too_few_points")
    if (se <= 0).any():
        return Trend("not_computed", nan, nan, "no_standard_error")
    weights = 1 / se**2
    slope, spread = _fit(t, y, weights=weights)[1:]
    statistic = slope**2 * spread
    return Trend(_direction(statistic, t, y, weights), float(statistic), slope)


def trends(series: pd.DataFrame, *, breaks: Collection[int] = ()) -> pd.DataFrame:
    """The trend of bounded coverage of every region under one denominator, weighted by the workforce's error.

    One point a calendar year (the latest period in it), the last five years that follow each other without a gap. Not
    computed across a year in `breaks` (the first year of a new series), where members are not below the workforce, or
    where a standard error is missing.

    Args:
        series: rows of `with_uncertainty` (over `totals` or one segment): region_code, period, denominator, members,
            workforce, coverage_pct, rse_pct.
        breaks: years in which the workforce series starts anew.

    Returns: one row per region_code, denominator, sorted: first_year, last_year, slope_pp (points a year), chi_square,
        direction, reason.
    Raises: ValueError, if a region has two rows of one period and denominator.
    Source: METHODS.md, rules 24 and 25.
    """
    keys = ["region_code", "denominator"]
    if series.duplicated([*keys, "period"]).any():
        raise ValueError("trends: one row per region_code, period, denominator is needed; choose one segment.")
    known = series[series["coverage_pct"].notna()]
    yearly = known.assign(year=known["period"].str[:4].astype("int64")).sort_values([*keys, "period"])
    yearly = yearly.drop_duplicates([*keys, "year"], keep="last")
    found = [_trend_of_region(*key, rows, breaks) for key, rows in yearly.groupby(keys)]
    columns = [*keys, "first_year", "last_year", "slope_pp", "chi_square", "direction", "reason"]
    return pd.DataFrame(found, columns=columns)


def _trend_of_region(region_code: str, denominator: str, rows: pd.DataFrame, breaks: Collection[int]) -> tuple:
    rows = rows.tail(POINTS)
    years = rows["year"].to_numpy()
    trend = None
    if len(rows) < POINTS or years[-1] - years[0] != POINTS - 1:
        trend = Trend("not_computed", nan, nan, "too_few_points")
    elif any(years[0] < year <= years[-1] for year in breaks):
        trend = Trend("not_computed", nan, nan, "series_break")
    elif (rows["members"] >= rows["workforce"]).any():
        trend = Trend("not_computed", nan, nan, "members_not_below_workforce")
    else:
        errors = rows["coverage_pct"] * log_error(rows["rse_pct"])
        if errors.isna().any():
            trend = Trend("not_computed", nan, nan, "no_standard_error")
        else:
            trend = trend_of_values(rows["coverage_pct"], errors, times=years)
    return region_code, denominator, years[0], years[-1], trend.slope, trend.chi_square, trend.direction, trend.reason


def _fit(t: np.ndarray, y: np.ndarray, *, weights: np.ndarray) -> tuple[float, float, float]:
    """Weighted line: intercept, slope, and the weighted spread of the times around their mean."""
    middle = np.average(t, weights=weights)
    spread = (weights * (t - middle) ** 2).sum()
    slope = (weights * (t - middle) * y).sum() / spread
    return float(np.average(y, weights=weights) - slope * middle), float(slope), float(spread)


def _direction(statistic: float, t: np.ndarray, y: np.ndarray, weights: np.ndarray) -> str:
    if not statistic > CHI_SQUARE_LIMIT:
        return "none"
    keep = ~np.eye(len(t), dtype=bool)
    signs = {np.sign(_fit(t[rest], y[rest], weights=weights[rest])[1]) for rest in keep}
    if len(signs) != 1:
        return "none"
    return "rising" if signs.pop() > 0 else "falling"
