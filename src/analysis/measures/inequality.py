"""How unequal the regions of a set are: one table of measures, with intervals from the workforce's error.

Hides on which basis a ratio above 100 % may count, and how noise is told from differences. `y` is in percent.
"""

import numpy as np
import pandas as pd

from .disparity import (
    LEAST_REGIONS,
    MOST_MISSING_PCT,
    UNITS,
    of_usable,
    over_positive,
    unordered_values,
    usable,
)
from .uncertainty import NORMAL, log_error

FIFTH = 0.2  # of the workforce: the best and the worst covered; METHODS.md, rule 31
OPEN_NOISE = 0.25  # of BGV; where noise makes up more, an interval is open below; METHODS.md, rule 32
PANEL = ("D", "R", "MDMW", "IDISW", "BGV", "BGV_debiased", "BGSD", "COV", "TI", "MLD", "PAR", "PAF")
VALUES, REGIONS = ["unit", "value", "low", "high"], ["regions", "capped_regions", "missing_regions"]
PANEL_COLUMNS = ["basis", "measure", *VALUES, *REGIONS, "reason", "interval_reason"]
LEAST_POSSIBLE = {"R": 1.0}  # no measure lies below 0, a ratio of the best to the worst not below 1


def inequality_panel(rows: pd.DataFrame, *, level: float = 0.95) -> pd.DataFrame:
    """The measures that need no order: bounded (the answer), raw, and without regions of class C and D.

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
    too_few = plausible.sum() < LEAST_REGIONS
    reason = "too_many_missing" if too_many else "too_few_regions" if too_few else None
    capped = int((rows.loc[known, "ratio_pct"] > 100).sum())
    tables = []
    for basis, column, keep in (
        ("bounded", "coverage_pct", known),
        ("raw", "ratio_pct", known),
        ("plausible_only", "coverage_pct", plausible),
    ):
        table = _on_basis(rows[keep], column, plausible[keep], reason=reason, level=level, basis=basis)
        beyond = 0 if basis == "plausible_only" else capped
        tables.append(table.assign(missing_regions=missing, capped_regions=beyond))
    return pd.concat(tables, ignore_index=True)[PANEL_COLUMNS]


def _on_basis(rows, column, plausible, *, reason, level, basis) -> pd.DataFrame:
    """The measures of these regions on one basis; intervals on the bounded one only."""
    y, d = (rows[name].to_numpy("float64") for name in (column, "workforce"))
    fit = plausible.to_numpy()
    rse = rows["rse_pct"].to_numpy("float64") if "rse_pct" in rows else np.full(len(y), np.nan)
    table = _panel(y, d, fit, rse, reason)
    low, high, why = {}, {}, None
    if basis == "bounded" and not reason and (why := _interval_reason(y, d, rse)) != "no_error":
        low, high = _intervals(rows, fit, rse, level, is_open=why == "within_noise")
    return table.assign(
        basis=basis,
        low=table["measure"].map(low).astype("float64"),
        high=table["measure"].map(high).astype("float64"),
        regions=len(y),
        interval_reason=why,
    )


def bgv_debiased(values, workforce, standard_errors) -> float:
    """Between-group variance less what noise alone adds, not below zero: BGV - sum w (1 - w) se².

    Source: METHODS.md, rule 32.
    """
    y, d, _ = usable(values, workforce)
    w, se = d / d.sum(), of_usable(standard_errors, values, workforce)
    return float(max(0.0, (w * (y - (w * y).sum()) ** 2).sum() - (w * (1 - w) * se**2).sum()))


def _panel(y, d, fit, rse, reason) -> pd.DataFrame:
    found = {} if reason else _panel_values(y, d, fit)
    if not reason and not np.isnan(rse).any():
        found["BGV_debiased"] = bgv_debiased(y, d, y * log_error(rse))
    return pd.DataFrame(
        {
            "measure": PANEL,
            "unit": [UNITS[name.split("_")[0]] for name in PANEL],
            "value": [float(found.get(name, np.nan)) for name in PANEL],
            "reason": reason,
        }
    )


def _panel_values(y, d, fit) -> dict:
    bottom, top = _fifths(y[fit], d[fit])
    return unordered_values(y, d / d.sum(), top) | {"D": top - bottom, "R": over_positive(top, bottom)}


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
