"""Funnel limits: how far regions of a given size would scatter if they were all alike.

Hides the inversion of Wilson's interval and the correction for over-dispersion, without which nearly every
district would be flagged.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from .uncertainty import NORMAL

LEVELS = (0.95, 0.998)
WINSORISED = 0.1  # share of z scores drawn in at each end before the dispersion is taken; METHODS.md, rule 22


@dataclass(frozen=True)
class Funnel:
    """An over-dispersed funnel.

    baseline_pct: members over workforce of the regions judged, in percent.
    dispersion: the mean of the squared winsorised z scores (1 = scatter of pure chance); between_variance: on
        the arcsine scale.
    rows: the input with z, z_adjusted, beyond_95, beyond_998 ("above", "below", "inside"; missing where not
        judged).
    """

    baseline_pct: float
    dispersion: float
    between_variance: float
    rows: pd.DataFrame

    def limits(self, sizes, *, adjusted: bool = True) -> pd.DataFrame:
        """Limits in percent at workforces of these sizes: size, low_95_pct, high_95_pct, low_998_pct,
        high_998_pct.
        """
        sizes = np.asarray(sizes, dtype="float64")
        middle = np.arcsin(np.sqrt(self.baseline_pct / 100))
        spread = np.sqrt(1 / (4 * sizes) + (self.between_variance if adjusted else 0.0))
        found = {"size": sizes}
        for level, name in zip(LEVELS, ("95", "998")):
            reach = NORMAL.inv_cdf((1 + level) / 2) * spread
            low = np.clip(middle - reach, 0, np.pi / 2)
            high = np.clip(middle + reach, 0, np.pi / 2)
            found |= {f"low_{name}_pct": 100 * np.sin(low) ** 2, f"high_{name}_pct": 100 * np.sin(high) ** 2}
        return pd.DataFrame(found)


def unadjusted_limits(sizes, *, baseline_pct: float) -> pd.DataFrame:
    """Control limits at these sizes if chance alone made regions differ (Wilson inverted), in percent.

    Returns: size, low_95_pct, high_95_pct, low_998_pct, high_998_pct, clipped to 0 to 100.
    Raises: ValueError, unless the baseline lies between 0 and 100 and all sizes are above zero.
    Source: METHODS.md, rule 22 (as PHEindicatormethods).
    """
    n, p = np.asarray(sizes, dtype="float64"), baseline_pct / 100
    if not 0 < p < 1 or np.any(~(n > 0)):
        raise ValueError(
            f"unadjusted_limits: a baseline between 0 and 100 and sizes above 0, found {baseline_pct}."
        )
    found = {"size": n}
    for level, name in zip(LEVELS, ("95", "998")):
        q2 = NORMAL.inv_cdf((1 + level) / 2) ** 2
        a, k = p * (n / q2 + 1), 1 / q2 + 1 / n
        inside = 64 * a**2 - 64 * k * p * (n * (p * (n / q2 + 2) - 1) + q2 * (p - 1))
        r = np.sqrt(np.clip(inside, 0, None)) / 8
        found |= {
            f"low_{name}_pct": 100 * np.clip((a - r) / (k * n), 0, 1),
            f"high_{name}_pct": 100 * np.clip((a + r) / (k * n), 0, 1),
        }
    return pd.DataFrame(found)


def funnel(rows: pd.DataFrame) -> Funnel:
    """The over-dispersed funnel of regions, on the arcsine scale; the default at district size.

    Regions with more members than workers, or without a figure, are neither judged nor part of the baseline.

    Args:
        rows: one row per region of one period, segment and denominator: members, workforce.

    Returns: a `Funnel`; with fewer than two regions to judge its figures are missing.
    Source: METHODS.md, rule 22 (as FunnelPlotR, "PR").
    """
    judged = (rows["workforce"] > 0) & (rows["members"] <= rows["workforce"])
    members, workforce = rows.loc[judged, "members"], rows.loc[judged, "workforce"]
    if judged.sum() < 2:
        empty = pd.Series(pd.NA, index=rows.index, dtype="str")
        return Funnel(
            np.nan,
            np.nan,
            np.nan,
            rows.assign(z=np.nan, z_adjusted=np.nan, beyond_95=empty, beyond_998=empty),
        )
    baseline = members.sum() / workforce.sum()
    spread = 1 / (2 * np.sqrt(workforce))
    distance = np.arcsin(np.sqrt(members / workforce)) - np.arcsin(np.sqrt(baseline))
    z = distance / spread
    drawn_in = z.clip(*np.quantile(z, [WINSORISED, 1 - WINSORISED]))
    k, weight = len(z), 1 / spread**2
    dispersion = (drawn_in**2).sum() / k
    between = max(0.0, (k * dispersion - (k - 1)) / (weight.sum() - (weight**2).sum() / weight.sum()))
    adjusted = distance / np.sqrt(spread**2 + between)
    return Funnel(
        baseline_pct=float(100 * baseline),
        dispersion=float(dispersion),
        between_variance=float(between),
        rows=rows.assign(
            z=z,
            z_adjusted=adjusted,
            beyond_95=_side(adjusted, 0.95, rows.index),
            beyond_998=_side(adjusted, 0.998, rows.index),
        ),
    )


def _side(z: pd.Series, level: float, index: pd.Index) -> pd.Series:
    limit = NORMAL.inv_cdf((1 + level) / 2)
    side = pd.Series(
        np.select([z > limit, z < -limit], ["above", "below"], "inside"), index=z.index, dtype="str"
    )
    return side.reindex(index)
