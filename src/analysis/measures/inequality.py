"""How unequal regions are: the measures adopted from WHO's HEAT, with intervals from the workforce's error.

Hides twenty formulas behind one table. `y` is in percent, weights are workforces; mu = sum(w y) with w = D /
sum(D).
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from .uncertainty import NORMAL, log_error

LEAST_REGIONS = 3  # fewer tell nothing of inequality; METHODS.md, rule 31
MOST_MISSING_PCT = (
    15.0  # share of regions without a figure beyond which nothing is computed; METHODS.md, rule 31
)
ZERO_RATIO = 1e-6  # stands for y / mu = 0 where its logarithm is needed; METHODS.md, rule 31
FIFTH = 0.2  # of the workforce: the best and the worst covered; METHODS.md, rule 31
OPEN_NOISE = 0.25  # of BGV; where noise makes up more, an interval is open below; METHODS.md, rule 32
LEAST_POSSIBLE = {"R": 1.0}  # no measure lies below 0, a ratio of the best to the worst not below 1
SLOPES = ("SII", "RII", "SII_logit", "RII_logit")  # of the line and of the logit curve over the order
LOGIT_STEPS = 25  # of reweighting until the logit line stands; it converges in fewer than ten
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


@dataclass(frozen=True)
class TheilSplit:
    """Theil's T and the mean log deviation (both not times 1000), T between and within groups.

    groups: one row per group: workforce, mean_pct, between, within (its share of each part), adding up to the
        whole.
    """

    mean_pct: float
    theil: float
    between: float
    within: float
    mean_log_deviation: float
    groups: pd.DataFrame


def disparity(
    values,
    workforce,
    *,
    standard_errors=None,
    reference: int | None = None,
    best: float | None = None,
    level: float = 0.95,
) -> pd.DataFrame:
    """Measures of unordered regions: BGV, BGSD, COV, MDM*, MDB*, MDR*, IDIS*, TI, MLD, PAR, PAF (U, W = mean
    of the distances unweighted, weighted).

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
    y, d, reason = _usable(values, workforce)
    names = [
        "BGV",
        "BGSD",
        "COV",
        "MDMU",
        "MDMW",
        "MDBU",
        "MDBW",
        "MDRU",
        "MDRW",
        "IDISU",
        "IDISW",
        "TI",
        "MLD",
        "PAR",
        "PAF",
    ]
    if reason:
        return _refused(names, len(y), reason)
    w, top = d / d.sum(), np.max(y) if best is None else best
    found = _unordered(y, w, top)
    if reference is not None:
        distance = np.abs(y - np.asarray(values, dtype="float64")[reference])
        found |= {"MDRU": distance.mean(), "MDRW": (w * distance).sum()}
    errors = (
        {} if standard_errors is None else _unordered_errors(y, w, _kept(standard_errors, values, workforce))
    )
    if best is None:
        errors["PAR"] = _walter_error(y, d)
        errors["PAF"] = 100 * errors["PAR"] / (w * y).sum() if (w * y).sum() > 0 else np.nan
    return _table(names, found, errors, len(y), level)


def ordered_disparity(values, workforce, *, standard_errors=None, level: float = 0.95) -> pd.DataFrame:
    """Measures of regions in order, worst off first (by poverty, fiscal capacity ...): ACI, RCI, SII, RII,
    PAR, PAF.

    The rank of a region is the middle of its share of the cumulated workforce. PAR and PAF measure from the
    best off. SII and RII set the best off (rank 1) against the worst off (rank 0) on a straight line, as
    PHEindicatormethods does; SII_logit and RII_logit on a logit curve, as healthequal does. Their intervals
    follow from each workforce alone moved one error up and down, the covered staying as counted; those of the
    ratios on the logarithmic scale.

    Returns: as `disparity`; SII and RII also need no value above 100 ("value_above_100").
    Source: METHODS.md, rule 31 (ACI, RCI, PAR, PAF as healthequal 1.0.1).
    """
    y, d, reason = _usable(values, workforce)
    names = ["ACI", "RCI", "SII", "RII", "SII_logit", "RII_logit", "PAR", "PAF"]
    if reason:
        return _refused(names, len(y), reason)
    w = d / d.sum()
    mean, rank = (w * y).sum(), np.cumsum(w) - w / 2
    index = 2 * (w * (y - mean) * (rank - 0.5)).sum()
    par = max(y[-1] - mean, 0.0)
    found = {"ACI": index, "RCI": _over(index, mean), "PAR": par, "PAF": 100 * _over(par, mean)}
    found |= dict(zip(SLOPES, _slopes(y, d), strict=True))
    errors = {}
    if standard_errors is not None:
        se = _kept(standard_errors, values, workforce)
        errors["ACI"] = 2 * np.sqrt((w**2 * (rank - 0.5) ** 2 * se**2).sum())
        slope_of_rci = 2 * w * (rank - 0.5) / mean - index * w / mean**2
        errors["RCI"] = np.sqrt((slope_of_rci**2 * se**2).sum())
        errors |= dict(zip(SLOPES, _slope_errors(y, d, se), strict=True))
    table = _table(names, found, errors, len(y), level)
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
    return slope, _over(start + slope, start), 100 * (ends[1] - ends[0]), _over(ends[1], ends[0])


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


def difference_and_ratio(
    first, second, *, first_se=np.nan, second_se=np.nan, level: float = 0.95
) -> pd.DataFrame:
    """D = first - second in points and R = first / second, with intervals (R on the logarithmic scale).

    Source: METHODS.md, rule 31 (as healthequal 1.0.1).
    """
    z = NORMAL.inv_cdf((1 + level) / 2)
    difference, ratio = first - second, _over(first, second)
    d_se = np.hypot(first_se, second_se)
    log_se = np.hypot(_over(first_se, first), _over(second_se, second))
    return pd.DataFrame(
        {
            "measure": ["D", "R"],
            "unit": ["pp", "ratio"],
            "value": [difference, ratio],
            "se": [d_se, ratio * log_se],
            "low": [difference - z * d_se, ratio * np.exp(-z * log_se)],
            "high": [difference + z * d_se, ratio * np.exp(z * log_se)],
        }
    )


def theil_split(values, workforce, groups) -> TheilSplit:
    """Theil's T between and within groups of regions (districts by province), and the mean log deviation.

    Missing regions are left out; with no workforce or a mean of zero everything is missing.
    Source: METHODS.md, rule 33.
    """
    frame = pd.DataFrame(
        {
            "y": np.asarray(values, dtype="float64"),
            "d": np.asarray(workforce, dtype="float64"),
            "group": np.asarray(groups, dtype=object),
        }
    ).dropna()
    frame = frame[frame["d"] > 0]
    frame = frame.assign(w=frame["d"] / frame["d"].sum())
    mean = (frame["w"] * frame["y"]).sum()
    if len(frame) == 0 or not mean > 0:
        empty = pd.DataFrame(columns=["group", "workforce", "mean_pct", "between", "within"])
        return TheilSplit(np.nan, np.nan, np.nan, np.nan, np.nan, empty)
    r = frame["y"] / mean
    total = (frame["w"] * _r_log_r(r)).sum()
    deviation = -(frame["w"] * np.log(r.clip(lower=ZERO_RATIO))).sum()
    sums = (
        frame.assign(wy=frame["w"] * frame["y"])
        .groupby("group")
        .agg(workforce=("d", "sum"), share=("w", "sum"), wy=("wy", "sum"))
    )
    relative = sums["wy"] / sums["share"] / mean
    own = frame["group"].map(sums["wy"] / sums["share"])
    inside = _r_log_r(frame["y"] / own.where(own > 0, 1.0)) * frame["w"] * own / mean
    parts = sums.assign(
        mean_pct=sums["wy"] / sums["share"],
        between=sums["share"] * _r_log_r(relative),
        within=inside.groupby(frame["group"]).sum(),
    ).reset_index()
    return TheilSplit(
        float(mean),
        float(total),
        float(parts["between"].sum()),
        float(parts["within"].sum()),
        float(deviation),
        parts[["group", "workforce", "mean_pct", "between", "within"]],
    )


def concentration_curve(workforce, covered, *, order) -> pd.DataFrame:
    """Cumulated shares of the workforce and of the covered, regions in rising `order`; the diagonal is
    equality.

    Worst off first gives the concentration curve; coverage itself as the order gives the Lorenz curve.

    Returns: one row per region and a first one at zero: workforce_pct, covered_pct, from 0 to 100; empty
        where nobody is covered or nothing is known.
    Source: METHODS.md, rule 31.
    """
    frame = (
        pd.DataFrame(
            {
                "d": np.asarray(workforce, dtype="float64"),
                "n": np.asarray(covered, dtype="float64"),
                "order": np.asarray(order),
            }
        )
        .dropna()
        .sort_values("order", kind="stable")
    )
    if not frame["d"].sum() > 0 or not frame["n"].sum() > 0:
        return pd.DataFrame(columns=["workforce_pct", "covered_pct"])
    shares = {
        name: np.append(0.0, 100 * frame[column].cumsum() / frame[column].sum())
        for name, column in (("workforce_pct", "d"), ("covered_pct", "n"))
    }
    return pd.DataFrame(shares)


def inequality_panel(rows: pd.DataFrame, *, level: float = 0.95) -> pd.DataFrame:
    """The adopted measures that need no order: bounded (the answer), raw, and without the regions of class C
    and D.

    D and R set the best covered fifth of the workforce of the plausible regions against the worst covered
    fifth; PAR and PAF measure from the best fifth, never from a ratio above 100 %. BGV's bias by noise is
    taken off in BGV_debiased. Intervals are given on the bounded basis only, where all standard errors are
    known; they hold the value. Where noise would make up more than a quarter of BGV they begin at the least
    possible: the regions may be alike.

    Args:
        rows: one row per region of one period, denominator and segment: members, workforce, coverage_pct,
            ratio_pct, ratio_class, optionally rse_pct.

    Returns: one row per basis ("bounded", "raw", "plausible_only") and measure: value, unit, low, high,
        regions, capped_regions, missing_regions, reason; interval_reason of a bounded value: "no_error" (it
        has no interval), "within_noise" (its interval is open below).
    Source: METHODS.md, rules 31 and 32.
    """
    known = rows["coverage_pct"].notna() & (rows["workforce"] > 0)
    plausible = known & ~rows["ratio_class"].isin(["C", "D"])
    missing = int((~known).sum())
    too_many = len(rows) > 0 and 100 * missing / len(rows) > MOST_MISSING_PCT
    capped = int((rows.loc[known, "ratio_pct"] > 100).sum())
    tables = []
    for basis, column, keep in (
        ("bounded", "coverage_pct", known),
        ("raw", "ratio_pct", known),
        ("plausible_only", "coverage_pct", plausible),
    ):
        y, d = (rows.loc[keep, name].to_numpy("float64") for name in (column, "workforce"))
        fit = plausible[keep].to_numpy()
        rse = rows.loc[keep, "rse_pct"].to_numpy("float64") if "rse_pct" in rows else np.full(len(y), np.nan)
        reason = "too_many_missing" if too_many else "too_few_regions" if fit.sum() < LEAST_REGIONS else None
        table = _panel(y, d, fit, rse, reason)
        low, high, why = {}, {}, None
        if basis == "bounded" and not reason and (why := _interval_reason(y, d, rse)) != "no_error":
            low, high = _intervals(rows[keep], fit, rse, level, is_open=why == "within_noise")
        tables.append(
            table.assign(
                basis=basis,
                low=table["measure"].map(low).astype("float64"),
                high=table["measure"].map(high).astype("float64"),
                regions=len(y),
                missing_regions=missing,
                capped_regions=0 if basis == "plausible_only" else capped,
                interval_reason=why,
            )
        )
    columns = [
        "basis",
        "measure",
        "unit",
        "value",
        "low",
        "high",
        "regions",
        "capped_regions",
        "missing_regions",
        "reason",
        "interval_reason",
    ]
    return pd.concat(tables, ignore_index=True)[columns]


def bgv_debiased(values, workforce, standard_errors) -> float:
    """Between-group variance less what noise alone adds, not below zero: BGV - sum w (1 - w) se².

    Source: METHODS.md, rule 32.
    """
    y, d, _ = _usable(values, workforce)
    w, se = d / d.sum(), _kept(standard_errors, values, workforce)
    return float(max(0.0, (w * (y - (w * y).sum()) ** 2).sum() - (w * (1 - w) * se**2).sum()))


def _panel(y, d, fit, rse, reason) -> pd.DataFrame:
    names = ["D", "R", "MDMW", "IDISW", "BGV", "BGV_debiased", "BGSD", "COV", "TI", "MLD", "PAR", "PAF"]
    found = {} if reason else _panel_values(y, d, fit)
    if not reason and not np.isnan(rse).any():
        found["BGV_debiased"] = bgv_debiased(y, d, y * log_error(rse))
    return pd.DataFrame(
        {
            "measure": names,
            "unit": [UNITS[name.split("_")[0]] for name in names],
            "value": [float(found.get(name, np.nan)) for name in names],
            "reason": reason,
        }
    )


def _panel_values(y, d, fit) -> dict:
    bottom, top = _fifths(y[fit], d[fit])
    return _unordered(y, d / d.sum(), top) | {"D": top - bottom, "R": _over(top, bottom)}


def _fifths(y, d) -> tuple[float, float]:
    """Coverage of the worst and of the best covered fifth of the workforce; a region on the border counts in
    part.
    """
    order = np.argsort(y, kind="stable")
    value, size = y[order], d[order]
    until = np.cumsum(size)
    since, fifth = until - size, FIFTH * size.sum()
    low = np.clip(np.minimum(until, fifth) - since, 0, None)
    high = np.clip(until - np.maximum(since, size.sum() - fifth), 0, None)
    return np.average(value, weights=low), np.average(value, weights=high)


def _interval_reason(y, d, rse) -> str | None:
    """Why no interval is given (an error is not known), or one that is open below (much of the differences is
    noise).
    """
    if np.isnan(rse).any():
        return "no_error"
    w, se = d / d.sum(), y * log_error(rse)
    spread, noise = (w * (y - (w * y).sum()) ** 2).sum(), (w * (1 - w) * se**2).sum()
    return "within_noise" if noise > OPEN_NOISE * spread or spread == 0 else None


def _intervals(rows, fit, rse, level, *, is_open: bool) -> tuple[dict, dict]:
    """Ends of the intervals: the delta method with two points a region instead of a derivative.

    Each workforce alone is moved one error up and one down, the members staying as counted. Half the
    difference is the region's share of the error, half the second difference its share of the bias; the
    interval stands around the value less the bias, and is widened to hold the value; an open one begins at
    the least possible.
    """
    members, workforce, coverage = (
        rows[name].to_numpy("float64") for name in ("members", "workforce", "coverage_pct")
    )
    covered = coverage * workforce / 100
    # else a surplus of one segment hides a gap
    is_whole = np.abs(covered - np.minimum(members, workforce)) < 1
    reach = np.where(is_whole, members, covered)

    def values(drawn):
        return np.array(list(_panel_values(100 * np.minimum(reach, drawn) / drawn, drawn, fit).values()))

    names, value = list(_panel_values(coverage, workforce, fit)), values(workforce)
    error, slope, bend, bias = log_error(rse), 0.0, 0.0, 0.0
    for place in range(len(workforce)):
        step = np.zeros(len(workforce))
        step[place] = error[place]
        up, down = values(workforce * np.exp(step)), values(workforce * np.exp(-step))
        own = (up + down) / 2 - value
        slope, bend, bias = slope + ((up - down) / 2) ** 2, bend + 2 * own**2, bias + own
    reach = NORMAL.inv_cdf((1 + level) / 2) * np.sqrt(slope + bend)
    least = np.array([LEAST_POSSIBLE.get(name, 0.0) for name in names])
    low = np.minimum(least if is_open else np.maximum(value - bias - reach, least), value)
    return dict(zip(names, low)), dict(zip(names, np.maximum(value - bias + reach, value)))


def _unordered(y, w, top) -> dict:
    mean = (w * y).sum()
    away, below = np.abs(y - mean), np.abs(y - top)
    r = y / mean if mean > 0 else np.full(len(y), np.nan)
    variance = (w * away**2).sum()
    par = max(top - mean, 0.0)
    return {
        "BGV": variance,
        "BGSD": np.sqrt(variance),
        "COV": 100 * _over(np.sqrt(variance), mean),
        "MDMU": away.mean(),
        "MDMW": (w * away).sum(),
        "MDBU": below.mean(),
        "MDBW": (w * below).sum(),
        "IDISU": 100 * _over(away.mean(), mean),
        "IDISW": 100 * _over((w * away).sum(), mean),
        "TI": 1000 * (w * _r_log_r(r)).sum(),
        "MLD": -1000 * (w * np.log(np.maximum(r, ZERO_RATIO))).sum(),
        "PAR": par,
        "PAF": 100 * _over(par, mean),
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


def _r_log_r(r):
    kept = np.maximum(r, ZERO_RATIO)
    return r * np.log(kept)


def _over(top, bottom):
    return top / bottom if bottom > 0 else np.nan


def _usable(values, workforce):
    y, d = np.asarray(values, dtype="float64"), np.asarray(workforce, dtype="float64")
    keep = ~np.isnan(y) & (d > 0)
    reason = "too_few_regions" if keep.sum() < LEAST_REGIONS else None
    if len(y) and 100 * (~keep).mean() > MOST_MISSING_PCT:
        reason = "too_many_missing"
    return y[keep], d[keep], reason


def _kept(numbers, values, workforce):
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
