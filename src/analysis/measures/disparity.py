"""How unequal regions are, by the formulas of WHO's HEAT: of one set, unordered or in order, worst off first.

Hides twenty formulas behind one table. `y` is in percent, weights `w` are shares of the workforce:
w = D / sum(D), mu = sum(w y).
"""

import numpy as np
import pandas as pd

from .uncertainty import NORMAL

LEAST_REGIONS = 3  # fewer tell nothing of inequality; METHODS.md, rule 31


MOST_MISSING_PCT = (
    15.0  # share of regions without a figure beyond which nothing is computed; METHODS.md, rule 31
)


ZERO_RATIO = 1e-6  # stands for y / mu = 0 where its logarithm is needed; METHODS.md, rule 31


SLOPES = ("SII", "RII", "SII_logit", "RII_logit")  # of the line and of the logit curve over the order


LOGIT_STEPS = 25  # of reweighting until the logit line stands; it converges in fewer than ten


DISTANCES = ("MDMU", "MDMW", "MDBU", "MDBW", "MDRU", "MDRW", "IDISU", "IDISW")  # mean distances
UNORDERED = ("BGV", "BGSD", "COV", *DISTANCES, "TI", "MLD", "PAR", "PAF")  # of regions in no order
ORDERED = ("ACI", "RCI", *SLOPES, "PAR", "PAF")  # of regions in order, worst off first
UNITS = {
    "BGV": "pp2",
    "BGSD": "pp",
    "COV": "pct",
    "MDMU": "pp",
    "MDMW": "pp",
    "MDBU": "pp",
    "MDBW": "pp",
    "MDRU": "pp",
    "MDRW": "pp",
    "IDISU": "pct",
    "IDISW": "pct",
    "TI": "per_1000",
    "MLD": "per_1000",
    "PAR": "pp",
    "PAF": "pct",
    "D": "pp",
    "R": "ratio",
    "ACI": "pp",
    "RCI": "ratio",
    "SII": "pp",
    "RII": "ratio",
    "SII_logit": "pp",
    "RII_logit": "ratio",
}


def disparity(
    values,
    workforce,
    *,
    standard_errors=None,
    reference: int | None = None,
    best: float | None = None,
    level: float = 0.95,
) -> pd.DataFrame:
    """Measures of regions in no order (UNORDERED; U, W = mean of the distances unweighted, weighted).

    Args:
        values: percent by region; workforce: persons by region; standard_errors: of the values, for BGV, TI
            and MLD.
        reference: position of the region that MDR* measures from.
        best: the value that MDB*, PAR and PAF measure from; the highest value by default.

    Returns: one row per measure: value, unit, se, low, high (missing where not defined), regions, reason (a
        code where nothing is computed: "too_few_regions", "too_many_missing").
    Source: METHODS.md, rule 31 (as healthequal 1.0.1; PAR's error after Walter 1978, as if persons were
        sampled).
    """
    y, d, reason = usable(values, workforce)
    if reason:
        return _refused(UNORDERED, len(y), reason)
    w, top = d / d.sum(), np.max(y) if best is None else best
    found = unordered_values(y, w, top)
    if reference is not None:
        distance = np.abs(y - np.asarray(values, dtype="float64")[reference])
        found |= {"MDRU": distance.mean(), "MDRW": (w * distance).sum()}
    errors = (
        {}
        if standard_errors is None
        else _unordered_errors(y, w, of_usable(standard_errors, values, workforce))
    )
    if best is None:
        errors["PAR"] = _walter_error(y, d)
        errors["PAF"] = 100 * errors["PAR"] / (w * y).sum() if (w * y).sum() > 0 else np.nan
    return _table(UNORDERED, found, errors, len(y), level)


def ordered_disparity(values, workforce, *, standard_errors=None, level: float = 0.95) -> pd.DataFrame:
    """Measures of regions in order, worst off first, by poverty, fiscal capacity ... (ORDERED).

    The rank of a region is the middle of its share of the cumulated workforce. PAR and PAF measure from the
    best off. SII and RII set the best off (rank 1) against the worst off (rank 0) on a straight line, as
    PHEindicatormethods does; SII_logit and RII_logit on a logit curve, as healthequal does. Their intervals
    follow from each workforce alone moved one error up and down, the covered staying as counted; those of the
    ratios on the logarithmic scale.

    Returns: as `disparity`; SII and RII also need no value above 100 ("value_above_100").
    Source: METHODS.md, rule 31 (ACI, RCI, PAR, PAF as healthequal 1.0.1).
    """
    y, d, reason = usable(values, workforce)
    if reason:
        return _refused(ORDERED, len(y), reason)
    w = d / d.sum()
    mean, rank = (w * y).sum(), np.cumsum(w) - w / 2
    index = 2 * (w * (y - mean) * (rank - 0.5)).sum()
    par = max(y[-1] - mean, 0.0)
    found = {
        "ACI": index,
        "RCI": over_positive(index, mean),
        "PAR": par,
        "PAF": 100 * over_positive(par, mean),
    }
    found |= dict(zip(SLOPES, _slopes(y, d), strict=True))
    errors = {}
    if standard_errors is not None:
        se = of_usable(standard_errors, values, workforce)
        errors["ACI"] = 2 * np.sqrt((w**2 * (rank - 0.5) ** 2 * se**2).sum())
        slope_of_rci = 2 * w * (rank - 0.5) / mean - index * w / mean**2
        errors["RCI"] = np.sqrt((slope_of_rci**2 * se**2).sum())
        errors |= dict(zip(SLOPES, _slope_errors(y, d, se), strict=True))
    table = _table(ORDERED, found, errors, len(y), level)
    is_ratio = table["measure"].isin(["RII", "RII_logit"])
    reach = np.exp(NORMAL.inv_cdf((1 + level) / 2) * table["se"] / table["value"])
    table = table.assign(
        low=table["low"].mask(is_ratio, table["value"] / reach),
        high=table["high"].mask(is_ratio, table["value"] * reach),
    )
    above = table["measure"].isin(SLOPES) & bool((y > 100).any())
    gone = {name: table[name].mask(above) for name in ("value", "se", "low", "high")}
    return table.assign(**gone, reason=table["reason"].mask(above, "value_above_100"))


def _slopes(y: np.ndarray, d: np.ndarray) -> tuple[float, float, float, float]:
    """SII and RII by the straight line, then by the logit curve (missing where a value lies above 100)."""
    w = d / d.sum()
    rank = np.cumsum(w) - w / 2
    slope = (w * (rank - 0.5) * y).sum() / (w * (rank - 0.5) ** 2).sum()
    start = (w * y).sum() - slope / 2  # the line passes through (1/2, mean)
    ends = _logit_line(y / 100, d, rank) if (y <= 100).all() else (np.nan, np.nan)
    return (
        slope,
        over_positive(start + slope, start),
        100 * (ends[1] - ends[0]),
        over_positive(ends[1], ends[0]),
    )


def _slope_errors(y: np.ndarray, d: np.ndarray, se: np.ndarray) -> np.ndarray:
    """Standard errors of `_slopes`: the root of the squares of half the differences that one error up and
    down makes.
    """
    square = np.zeros(len(SLOPES))
    for place, step in enumerate(np.divide(se, y, out=np.zeros_like(y), where=y > 0)):
        factor = np.ones_like(y)
        factor[place] = np.exp(step)
        up, down = (np.array(_slopes(np.minimum(y / each, 100), d * each)) for each in (factor, 1 / factor))
        square += ((up - down) / 2) ** 2
    return np.sqrt(square)


def _logit_line(share: np.ndarray, weight: np.ndarray, rank: np.ndarray) -> tuple[float, float]:
    """Fitted shares at rank 0 and 1 of a logit line, by iteratively reweighted least squares.

    As healthequal fits it: whole persons with cover of whole persons, each region's trials weighted by its
    size once more, so that a region counts by the square of its size.
    """
    size = np.ceil(weight)
    share, weight = np.round(share * size) / size, size**2 / (size**2).sum()
    design = np.column_stack([np.ones(len(rank)), rank])
    mean = np.average(share, weights=weight)
    if not 0 < mean < 1:
        return mean, mean
    line = np.array([np.log(mean / (1 - mean)), 0.0])
    for _ in range(LOGIT_STEPS):
        fitted = 1 / (1 + np.exp(-design @ line))
        spread = weight * fitted * (1 - fitted)
        step = np.linalg.solve(design.T @ (design * spread[:, None]), design.T @ (weight * (share - fitted)))
        line = line + step
        if np.abs(step).max() < 1e-12:
            break
    return 1 / (1 + np.exp(-line[0])), 1 / (1 + np.exp(-line.sum()))


def unordered_values(y, w, top) -> dict:
    mean = (w * y).sum()
    away, below = np.abs(y - mean), np.abs(y - top)
    r = y / mean if mean > 0 else np.full(len(y), np.nan)
    variance = (w * away**2).sum()
    par = max(top - mean, 0.0)
    return {
        "BGV": variance,
        "BGSD": np.sqrt(variance),
        "COV": 100 * over_positive(np.sqrt(variance), mean),
        "MDMU": away.mean(),
        "MDMW": (w * away).sum(),
        "MDBU": below.mean(),
        "MDBW": (w * below).sum(),
        "IDISU": 100 * over_positive(away.mean(), mean),
        "IDISW": 100 * over_positive((w * away).sum(), mean),
        "TI": 1000 * (w * r_log_r(r)).sum(),
        "MLD": -1000 * (w * np.log(np.maximum(r, ZERO_RATIO))).sum(),
        "PAR": par,
        "PAF": 100 * over_positive(par, mean),
    }


def _unordered_errors(y, w, se) -> dict:
    """BGV after healthequal; Theil and MLD by the delta method."""
    mean = (w * y).sum()
    square = w**2 * se**2
    bgv = 4 * (square * (y - mean) ** 2).sum()
    bgv += 2 * (square.sum() ** 2 - (w**4 * se**4).sum() + (w**2 * se**4 * (1 - w) ** 2).sum())
    r = np.maximum(y / mean, ZERO_RATIO)
    theil = (w * r * np.log(r)).sum()
    return {
        "BGV": np.sqrt(bgv),
        "TI": 1000 * np.sqrt(((w / mean * (np.log(r) - theil)) ** 2 * se**2).sum()),
        "MLD": 1000 * np.sqrt(((w / mean * (1 - 1 / r)) ** 2 * se**2).sum()),
    }


def _walter_error(y, d) -> float:
    """Error of PAR from the two-by-two table of the best region against all others (Walter 1978)."""
    at = int(np.argmax(y))
    total, best = d.sum(), d[at]
    c = y[at] / 100 * best
    a = (d * y).sum() / 100 - c
    rest, b = best - c, total - a - best
    top = c * total * (a * rest * (total - c) + b * c**2)
    bottom = (a + c) ** 3 * best**3
    return (d * y).sum() / total * np.sqrt(top / bottom) if bottom > 0 and top >= 0 else np.nan


def r_log_r(r):
    kept = np.maximum(r, ZERO_RATIO)
    return r * np.log(kept)


def over_positive(top, bottom):
    return top / bottom if bottom > 0 else np.nan


def usable(values, workforce):
    y, d = np.asarray(values, dtype="float64"), np.asarray(workforce, dtype="float64")
    keep = ~np.isnan(y) & (d > 0)
    reason = "too_few_regions" if keep.sum() < LEAST_REGIONS else None
    if len(y) and 100 * (~keep).mean() > MOST_MISSING_PCT:
        reason = "too_many_missing"
    return y[keep], d[keep], reason


def of_usable(numbers, values, workforce):
    keep = ~np.isnan(np.asarray(values, dtype="float64")) & (np.asarray(workforce, dtype="float64") > 0)
    return np.asarray(numbers, dtype="float64")[keep]


def _refused(names, regions, reason) -> pd.DataFrame:
    return _table(names, {}, {}, regions, 0.95).assign(reason=reason)


def _table(names, found, errors, regions, level) -> pd.DataFrame:
    z = NORMAL.inv_cdf((1 + level) / 2)
    value = np.array([found.get(name, np.nan) for name in names], dtype="float64")
    se = np.array([errors.get(name, np.nan) for name in names], dtype="float64")
    return pd.DataFrame(
        {
            "measure": names,
            "unit": [UNITS[name] for name in names],
            "value": value,
            "se": se,
            "low": value - z * se,
            "high": value + z * se,
            "regions": regions,
            "reason": pd.Series([None] * len(names)),
        }
    )
