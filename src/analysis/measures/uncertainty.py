"""What the error of the workforce does to a ratio: the members are counted, the workers are estimated.

Hides the lognormal model of a denominator and the default standard errors where BPS publishes none.
"""

from collections.abc import Sequence
from statistics import NormalDist

import numpy as np
import pandas as pd

from ..words import REFERENCE

NORMAL = NormalDist()

# Relative standard error in percent by size of the workforce (persons, upper limits of the three lower quartiles of 514
# districts, Sakernas August 2024). Noise of second differences of the log series 2018-2025; derived by this project,
# not BPS; holds some real change, excludes bias. METHODS.md, rule 16.
SIZE_LIMITS = {
    "total": (82_579, 153_617, 338_794),
    "formal": (28_765, 59_025, 134_575),
    "informal": (46_434, 92_537, 193_684),
}
DISTRICT_RSE_PCT = {
    "total": (4.2, 3.2, 3.0, 2.5),
    "formal": (10.6, 7.4, 6.7, 6.4),
    "informal": (7.3, 5.5, 5.5, 4.7),
}
PROVINCE_RSE_PCT = {"total": 1.3, "formal": 4.4, "informal": 3.0}  # median of 38 provinces, same method and series
NATION_RSE_PCT = {"total": 0.7, "formal": 3.8, "informal": 1.8}  # the one national series, same method
SURVEY_PREFIX = REFERENCE  # only these denominators have a sampling error that can be stated
LARGEST_SHOWN_RSE_PCT = 50.0  # BPS does not show an estimate beyond; METHODS.md, rule 16


def with_uncertainty(
    cells: pd.DataFrame, *, rse_pct: float | None = None, level: float = 0.95
) -> pd.DataFrame:
    """Intervals of ratio, coverage and gap from the standard error of the workforce.

    The published error comes first, then the derived default (survey denominators only). Other denominators have an
    unknown error of definition: no interval; see `rse_scenarios`. Classes C and D get none, nor sums that hide a
    surplus, nor an error above 50 %.

    Args:
        cells: rows of `coverage`, `totals` or `aggregate`.
        rse_pct: a standard error to use for every row instead, in percent of the workforce.
        level: two-sided confidence level between 0 and 1.

    Returns: `cells` with rse_pct, rse_basis ("published", "derived", "given", missing), ratio_low_pct, ratio_high_pct
        (may pass 100), coverage_low_pct, coverage_high_pct (bounded at 100), gap_low, gap_high (persons).
    Source: METHODS.md, rules 15 to 17.
    """
    rse, basis = _standard_errors(cells, rse_pct)
    shown = rse.where((rse <= LARGEST_SHOWN_RSE_PCT) & ~cells["ratio_class"].isin(["C", "D"]))
    if "hidden_by_netting" in cells:
        shown = shown.where(~(cells["hidden_by_netting"] > 0))
    low, high = _factors(shown, level)
    ratio_low, ratio_high = cells["ratio_pct"] * low, cells["ratio_pct"] * high
    return cells.assign(
        rse_pct=rse,
        rse_basis=basis,
        ratio_low_pct=ratio_low,
        ratio_high_pct=ratio_high,
        coverage_low_pct=ratio_low.clip(upper=100),
        coverage_high_pct=ratio_high.clip(upper=100),
        gap_low=(cells["workforce"] * low - cells["members"]).clip(lower=0),
        gap_high=(cells["workforce"] * high - cells["members"]).clip(lower=0),
    )


def default_rse_pct(cells: pd.DataFrame) -> pd.Series:
    """The derived standard error of each cell's workforce, in percent; missing where none can be derived.

    Districts by segment and size, provinces and the nation by segment; survey denominators only.
    Source: METHODS.md, rule 16.
    """
    rse = pd.Series(np.nan, index=cells.index)
    survey = cells["denominator"].str.startswith(SURVEY_PREFIX) & (cells["workforce"] > 0)
    for segment, limits in SIZE_LIMITS.items():
        of_segment = survey & (cells["segment"] == segment)
        by_size = np.array(DISTRICT_RSE_PCT[segment])[np.searchsorted(limits, cells["workforce"])]
        rse = rse.mask(of_segment, by_size)
        rse = rse.mask(of_segment & (cells["region_code"].str.len() == 2), PROVINCE_RSE_PCT[segment])
        rse = rse.mask(of_segment & (cells["region_code"] == "00"), NATION_RSE_PCT[segment])
    return rse


def probability_at_least(members, workforce, *, target_pct, rse_pct):
    """Probability (0 to 1) that members over the true workforce reach `target_pct`, the workforce being lognormal.

    Takes numbers, or arrays and Series of one shape, and returns the same. Missing where the workforce is not above 0
    or a value is missing; with no members 0; with no error certain, 0 or 1.
    Source: METHODS.md, rule 17.
    """
    members, workforce, target, rse = (
        _floats(value) for value in (members, workforce, target_pct, rse_pct)
    )
    with np.errstate(divide="ignore", invalid="ignore"):
        distance = np.log(100 * members / np.where(workforce > 0, workforce, np.nan) / target)
        score = np.where(distance == 0, 0.0, distance / log_error(rse))
    probability = np.where(np.isnan(score), np.nan, normal_cdf(score))
    probability = np.where((log_error(rse) == 0) & (distance == 0), 1.0, probability)
    if isinstance(given := _first_series(members, workforce, target, rse), pd.Series):
        return pd.Series(probability, index=given.index)
    return float(probability) if probability.ndim == 0 else probability


def rse_scenarios(
    members: float, workforce: float, *, rses: Sequence[float] = (5, 10, 25), level: float = 0.95
) -> pd.DataFrame:
    """What a ratio would be worth at several standard errors of its workforce, none of which is claimed.

    Returns: one row per rse_pct: ratio_low_pct, ratio_high_pct, coverage_low_pct, coverage_high_pct, gap_low, gap_high,
        probability_full (0 to 1: the true workforce is no larger than the members).
    Raises: ValueError, if the workforce is not above zero.
    Source: METHODS.md, rules 15 and 17.
    """
    if not workforce > 0:
        raise ValueError(f"rse_scenarios: a workforce above zero is needed, found {workforce}.")
    rse = pd.Series([float(value) for value in rses])
    low, high = _factors(rse, level)
    ratio = 100 * members / workforce
    return pd.DataFrame({
        "rse_pct": rse,
        "ratio_low_pct": ratio * low,
        "ratio_high_pct": ratio * high,
        "coverage_low_pct": (ratio * low).clip(upper=100),
        "coverage_high_pct": (ratio * high).clip(upper=100),
        "gap_low": (workforce * low - members).clip(lower=0),
        "gap_high": (workforce * high - members).clip(lower=0),
        "probability_full": probability_at_least(members, workforce, target_pct=100.0, rse_pct=rse),
    })


def rse_needed_pct(ratio_pct: float, *, probability: float = 0.05) -> float:
    """The standard error, in percent, at which noise alone would give a ratio above 100 with this probability.

    Missing for a ratio that is not above 100: nothing needs explaining.
    Source: METHODS.md, rule 12.
    """
    if not ratio_pct > 100:
        return float("nan")
    spread = np.log(ratio_pct / 100) / NORMAL.inv_cdf(1 - probability)
    return float(100 * np.sqrt(np.expm1(spread**2)))


def log_error(rse_pct):
    """Standard deviation of the logarithm of a lognormal workforce, from its relative error in percent."""
    return np.sqrt(np.log1p((rse_pct / 100) ** 2))


def normal_cdf(score) -> np.ndarray:
    """Standard normal distribution function of an array; an error below 1e-15 (math.erfc), without SciPy."""
    flat = np.asarray(score, dtype="float64")
    return np.array([NORMAL.cdf(value) if value == value else value for value in flat.ravel()]).reshape(flat.shape)


def _standard_errors(cells: pd.DataFrame, given: float | None) -> tuple[pd.Series, pd.Series]:
    if given is not None:
        if not given >= 0:
            raise ValueError(f"rse_pct must not be below zero, found {given}.")
        return pd.Series(float(given), index=cells.index), pd.Series("given", index=cells.index, dtype="str")
    published = cells["rse_pct"] if "rse_pct" in cells else pd.Series(np.nan, index=cells.index)
    derived = default_rse_pct(cells)
    rse = published.where(published.notna(), derived)
    basis = pd.Series("published", index=cells.index, dtype="str").where(published.notna(), "derived")
    return rse, basis.where(rse.notna())


def _factors(rse_pct: pd.Series, level: float) -> tuple[pd.Series, pd.Series]:
    if not 0 < level < 1:
        raise ValueError(f"level must lie between 0 and 1, found {level}.")
    reach = NORMAL.inv_cdf((1 + level) / 2) * log_error(rse_pct)
    return np.exp(-reach), np.exp(reach)


def _floats(value):
    return value.astype("float64") if isinstance(value, pd.Series) else np.asarray(value, dtype="float64")


def _first_series(*values):
    return next((value for value in values if isinstance(value, pd.Series)), None)
