"""Is a series rising or falling beyond chance? The test, and the refusal to test what cannot be tested."""

from collections.abc import Collection
from dataclasses import dataclass
from math import nan

import numpy as np
import pandas as pd

from .uncertainty import log_error

POINTS = 5  # latest calendar years that a trend is fitted to; METHODS.md, rule 24
LAST_MONTH = "9999-12"  # an end for a series that has none
LEAST_SLOPE = 1e-9  # below it a slope is rounding of the machine: none; METHODS.md, rule 24
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


def trend_of_values(values, standard_errors, *, times=None) -> Trend:
    """The same for values with standard errors, by weighted regression: the statistic is (slope / its
    error)².

    Source: METHODS.md, rule 24 (as Fingertips).
    """
    y, se = (np.asarray(numbers, dtype="float64")[-POINTS:] for numbers in (values, standard_errors))
    t = np.arange(1.0, len(y) + 1) if times is None else np.asarray(times, dtype="float64")[-POINTS:]
    if len(y) < POINTS or np.isnan(y).any() or np.isnan(se).any():
        return Trend("not_computed", nan, nan, "too_few_points")
    if (se <= 0).any():
        return Trend("not_computed", nan, nan, "no_standard_error")
    weights = 1 / se**2
    slope, spread = _fit(t, y, weights)
    statistic = slope**2 * spread
    return Trend(str(_directions(statistic, t, y, weights)), float(statistic), float(slope))


def yearly(whole: pd.DataFrame, *, denominator: str, until: str | None) -> pd.DataFrame:
    """Rows with a coverage under one denominator, one a region and calendar year: the latest month up to
    `until`.

    Args:
        whole: rows of `totals`, sorted by region_code and period.
        until: month "YYYY-MM", such as LAST_MONTH; nothing without.

    Source: METHODS.md, rule 24.
    """
    known = (whole["denominator"] == denominator) & whole["coverage_pct"].notna()
    rows = whole[known & (whole["period"] <= (until or ""))].sort_values(
        ["region_code", "period"], kind="stable"
    )
    latest = rows.assign(year=rows["period"].str[:4]).drop_duplicates(["region_code", "year"], keep="last")
    return latest.drop(columns="year").reset_index(drop=True)


def trends(series: pd.DataFrame, *, breaks: Collection[int] = ()) -> pd.DataFrame:
    """The trend of bounded coverage of every region under one denominator, weighted by the workforce's error.

    One point a calendar year (the latest period in it), the last five years that follow each other without a
    gap. Not computed across a year in `breaks` (the first year of a new series), where totals were made in
    different ways (`basis`), members are not below the workforce, or a standard error is missing.

    Args:
        series: rows of `with_uncertainty` (over `totals` or one segment): region_code, period, denominator,
            members, workforce, coverage_pct, rse_pct.
        breaks: years in which the workforce series starts anew.

    Returns: one row per region_code, denominator, sorted: first_year, last_year, slope_pp (points a year),
        chi_square, direction, reason.
    Raises: ValueError, if a region has two rows of one period and denominator.
    Source: METHODS.md, rules 24 and 25.
    """
    keys = ["region_code", "denominator"]
    if series.duplicated([*keys, "period"]).any():
        raise ValueError(
            "trends: one row per region_code, period, denominator is needed; choose one segment."
        )
    last = _last_years(series, keys)
    found = last.groupby(keys, as_index=False).agg(
        first_year=("year", "min"),
        last_year=("year", "max"),
        points=("year", "size"),
        beyond=("beyond", "any"),
        errors=("known_error", "sum"),
        bases=("basis", "nunique"),
    )
    reason = _why_not_computed(found, breaks)
    found = found.assign(slope_pp=np.nan, chi_square=np.nan, direction="not_computed", reason=reason)
    usable = found["reason"] == ""
    chosen = last.merge(found.loc[usable, keys], on=keys, how="inner", validate="many_to_one")
    t, y, error = (
        chosen[name].to_numpy("float64").reshape(-1, POINTS) for name in ("year", "coverage_pct", "error")
    )
    slope, spread = _fit(t, y, 1 / error**2)
    found.loc[usable, "slope_pp"], found.loc[usable, "chi_square"] = slope, slope**2 * spread
    found.loc[usable, "direction"] = _directions(slope**2 * spread, t, y, 1 / error**2)
    columns = [*keys, "first_year", "last_year", "slope_pp", "chi_square", "direction", "reason"]
    return found.assign(reason=found["reason"].where(~usable))[columns]


def _last_years(series: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """The latest period of each of the last five years, its error and what stands against it."""
    known = series[series["coverage_pct"].notna()]
    yearly = known.assign(year=known["period"].str[:4].astype("int64")).sort_values([*keys, "period"])
    yearly = yearly.drop_duplicates([*keys, "year"], keep="last")
    last = yearly[yearly.groupby(keys).cumcount(ascending=False) < POINTS]
    last = last.assign(
        error=last["coverage_pct"] * log_error(last["rse_pct"]), beyond=last["members"] >= last["workforce"]
    )
    return last.assign(known_error=last["error"] > 0, basis=last.get("basis", "cell"))


def _why_not_computed(found: pd.DataFrame, breaks: Collection[int]) -> np.ndarray:
    """Why a trend is not computed; empty where it is. METHODS.md, rules 24 and 25."""
    first, until = found["first_year"], found["last_year"]
    across = [(first < year) & (year <= until) for year in breaks] or [np.zeros(len(found), dtype=bool)]
    reasons = {
        "too_few_points": (found["points"] < POINTS) | (until - first != POINTS - 1),
        "series_break": np.any(across, axis=0),
        "basis_differs": found["bases"] > 1,
        "members_not_below_workforce": found["beyond"],
        "no_standard_error": found["errors"] < POINTS,
    }
    return np.select(list(reasons.values()), list(reasons), "")


def _fit(t: np.ndarray, y: np.ndarray, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Slope of the weighted line through each row, and the weighted spread of the times around their mean."""
    middle = (weights * t).sum(axis=-1, keepdims=True) / weights.sum(axis=-1, keepdims=True)
    spread = (weights * (t - middle) ** 2).sum(axis=-1)
    return (weights * (t - middle) * y).sum(axis=-1) / spread, spread


def _directions(statistic: np.ndarray, t: np.ndarray, y: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """ "rising" or "falling" beyond chance with the same sign of slope whichever point is left out, else
    "none".
    """
    keep = ~np.eye(t.shape[-1], dtype=bool)
    slopes = np.stack([_fit(t[..., rest], y[..., rest], weights[..., rest])[0] for rest in keep], axis=-1)
    beyond = statistic > CHI_SQUARE_LIMIT
    up, down = (slopes > LEAST_SLOPE).all(axis=-1), (slopes < -LEAST_SLOPE).all(axis=-1)
    return np.select([beyond & up, beyond & down], ["rising", "falling"], "none")
