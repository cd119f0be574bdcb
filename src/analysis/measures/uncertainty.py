"""What the error of the workforce does to a ratio: the members are counted, the workers are estimated.

Hides the lognormal model of a denominator. Where BPS publishes no error it is derived; see `variance`.
"""

from collections.abc import Sequence
from statistics import NormalDist

import numpy as np
import pandas as pd

from .variance import derived_rse_pct

NORMAL = NormalDist()

LARGEST_SHOWN_RSE_PCT = 50.0  # BPS does not show an estimate beyond; METHODS.md, rule 16


def with_uncertainty(
    cells: pd.DataFrame,
    *,
    errors: pd.DataFrame | None = None,
    rse_pct: float | None = None,
    level: float = 0.95,
) -> pd.DataFrame:
    """Intervals of ratio, coverage and gap from the standard error of the workforce.

    The published error comes first, then the derived one (survey denominators only). Other denominators have
    an unknown error of definition: no interval; see `rse_scenarios`. Classes C and D get none, nor sums that
    hide a surplus, nor an error above 50 %.

    Args:
        cells: rows of `coverage` or `totals`.
        errors: `variance_functions`; without them no error is derived.
        rse_pct: a standard error to use for every row instead, in percent of the workforce.
        level: two-sided confidence level between 0 and 1.

    Returns: `cells` with rse_pct, rse_basis ("published", "derived", "given", missing), workforce_low,
        workforce_high, ratio_low_pct, ratio_high_pct (may pass 100), coverage_low_pct, coverage_high_pct
        (bounded at 100), gap_low, gap_high (persons).
    Source: METHODS.md, rules 15 to 17.
    """
    rse, basis = _standard_errors(cells, errors, rse_pct)
    shown = rse.where((rse <= LARGEST_SHOWN_RSE_PCT) & ~cells["ratio_class"].isin(["C", "D"]))
    if "hidden_by_netting" in cells:
        shown = shown.where(~(cells["hidden_by_netting"] > 0))
    low, high = _factors(shown, level)
    ratio_low, ratio_high = cells["ratio_pct"] * low, cells["ratio_pct"] * high
    fewest, most = _factors(rse.where(rse <= LARGEST_SHOWN_RSE_PCT), level)
    return cells.assign(
        rse_pct=rse,
        rse_basis=basis,
        workforce_low=cells["workforce"] * fewest,
        workforce_high=cells["workforce"] * most,
        ratio_low_pct=ratio_low,
        ratio_high_pct=ratio_high,
        coverage_low_pct=ratio_low.clip(upper=100),
        coverage_high_pct=ratio_high.clip(upper=100),
        gap_low=(cells["workforce"] * low - cells["members"]).clip(lower=0),
        gap_high=(cells["workforce"] * high - cells["members"]).clip(lower=0),
    )


def with_published_errors(whole: pd.DataFrame, workforce: pd.DataFrame) -> pd.DataFrame:
    """Totals with the `rse_pct` that the source of their workforce published for it; missing where it
    published none.

    Args:
        whole: rows of `totals` with workforce_period. workforce: the table.

    Source: METHODS.md, rule 16.
    """
    key = ["region_code", "denominator", "workforce_period"]
    published = workforce[workforce["segment"] == "total"].rename(columns={"period": "workforce_period"})
    if "rse_pct" not in published:
        return whole.assign(rse_pct=np.nan)
    published = published[[*key, "rse_pct"]].dropna().drop_duplicates(key)
    return whole.merge(published, on=key, how="left", validate="many_to_one")


def sum_interval(rows: pd.DataFrame, *, level: float = 0.95) -> dict:
    """Intervals of what regions add up to, their errors being independent: people not covered, and bounded
    coverage.

    Only a region's own gap moves with its workforce; a surplus never enters (rule 6). By the delta method;
    gap_low not below zero, coverage between 0 and 100.

    Args:
        rows: one row a region: workforce, covered, gap, rse_pct.

    Returns: gap_low, gap_high, coverage_low_pct, coverage_high_pct, workforce_low, workforce_high; all
        missing where an error is not known.
    Source: METHODS.md, rule 17.
    """
    names = (
        "gap_low",
        "gap_high",
        "coverage_low_pct",
        "coverage_high_pct",
        "workforce_low",
        "workforce_high",
    )
    workforce, gap = rows["workforce"].to_numpy("float64"), rows["gap"].to_numpy("float64")
    error = log_error(rows["rse_pct"].to_numpy("float64")) * workforce
    if not len(rows) or np.isnan(error).any() or not workforce.sum() > 0:
        return dict.fromkeys(names, float("nan"))
    coverage = rows["covered"].sum() / workforce.sum()
    reach = NORMAL.inv_cdf((1 + level) / 2)
    of_gap = reach * np.sqrt((error[gap > 0] ** 2).sum())
    slopes = np.where(gap > 0, -coverage, 1 - coverage) / workforce.sum()
    of_coverage = 100 * reach * np.sqrt((slopes**2 * error**2).sum())
    of_workforce, whole = reach * np.sqrt((error**2).sum()), workforce.sum()
    ends = [
        gap.sum() - of_gap,
        gap.sum() + of_gap,
        100 * coverage - of_coverage,
        100 * coverage + of_coverage,
        whole - of_workforce,
        whole + of_workforce,
    ]
    bounds = ((0, np.inf), (0, np.inf), (0, 100), (0, 100), (0, np.inf), (0, np.inf))
    return {name: float(np.clip(end, *bound)) for name, end, bound in zip(names, ends, bounds, strict=True)}


def probability_at_least(members, workforce, *, target_pct, rse_pct):
    """Probability (0 to 1) that members over the true workforce reach `target_pct`, the workforce being
    lognormal.

    Takes numbers, or arrays and Series of one shape, and returns the same. Missing where the workforce is not
    above 0 or a value is missing; with no members 0; with no error certain, 0 or 1.
    Source: METHODS.md, rule 17.
    """
    members, workforce, target, rse = (_floats(value) for value in (members, workforce, target_pct, rse_pct))
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

    Returns: one row per rse_pct: ratio_low_pct, ratio_high_pct, coverage_low_pct, coverage_high_pct, gap_low,
        gap_high, probability_full (0 to 1: the true workforce is no larger than the members).
    Raises: ValueError, if the workforce is not above zero.
    Source: METHODS.md, rules 15 and 17.
    """
    if not workforce > 0:
        raise ValueError(f"rse_scenarios: a workforce above zero is needed, found {workforce}.")
    rse = pd.Series([float(value) for value in rses])
    low, high = _factors(rse, level)
    ratio = 100 * members / workforce
    return pd.DataFrame(
        {
            "rse_pct": rse,
            "ratio_low_pct": ratio * low,
            "ratio_high_pct": ratio * high,
            "coverage_low_pct": (ratio * low).clip(upper=100),
            "coverage_high_pct": (ratio * high).clip(upper=100),
            "gap_low": (workforce * low - members).clip(lower=0),
            "gap_high": (workforce * high - members).clip(lower=0),
            "probability_full": probability_at_least(members, workforce, target_pct=100.0, rse_pct=rse),
        }
    )


def rse_needed_pct(ratio_pct: float, *, probability: float = 0.05) -> float:
    """The standard error, in percent, at which noise alone would give a ratio above 100 with this
    probability.

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
    return np.array([NORMAL.cdf(value) if value == value else value for value in flat.ravel()]).reshape(
        flat.shape
    )


def _standard_errors(
    cells: pd.DataFrame, errors: pd.DataFrame | None, given: float | None
) -> tuple[pd.Series, pd.Series]:
    if given is not None:
        if not given >= 0:
            raise ValueError(f"rse_pct must not be below zero, found {given}.")
        return pd.Series(float(given), index=cells.index), pd.Series("given", index=cells.index, dtype="str")
    published = cells["rse_pct"] if "rse_pct" in cells else pd.Series(np.nan, index=cells.index)
    derived = pd.Series(np.nan, index=cells.index) if errors is None else derived_rse_pct(cells, errors)
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
