"""Inequality between and within groups of regions, and the curve of who holds how much of the coverage."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from .disparity import ZERO_RATIO, r_log_r


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
    total = (frame["w"] * r_log_r(r)).sum()
    deviation = -(frame["w"] * np.log(r.clip(lower=ZERO_RATIO))).sum()
    sums = (
        frame.assign(wy=frame["w"] * frame["y"])
        .groupby("group")
        .agg(workforce=("d", "sum"), share=("w", "sum"), wy=("wy", "sum"))
    )
    relative = sums["wy"] / sums["share"] / mean
    own = frame["group"].map(sums["wy"] / sums["share"])
    inside = r_log_r(frame["y"] / own.where(own > 0, 1.0)) * frame["w"] * own / mean
    parts = sums.assign(
        mean_pct=sums["wy"] / sums["share"],
        between=sums["share"] * r_log_r(relative),
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
