"""Two quantities of the same regions side by side, and how far their orders agree.

Hides the pairing by region, and the interval that keeps a weak agreement from being read as one. METHODS.md,
rule 69.
"""

from dataclasses import dataclass
from math import atanh, nan, sqrt, tanh
from statistics import NormalDist

import pandas as pd

LEAST_PAIRS = 8  # regions below which no correlation is given: its interval would span nearly everything


@dataclass(frozen=True)
class RankCorrelation:
    """Spearman's rho with its 95 % interval; missing below LEAST_PAIRS pairs or where one quantity never
    varies.
    """

    rho: float
    low: float
    high: float
    pairs: int

    @property
    def is_distinct(self) -> bool:
        """Whether the interval leaves out zero."""
        return self.low > 0 or self.high < 0


def rank_correlation(first: pd.Series, second: pd.Series) -> RankCorrelation:
    """How far two quantities put regions into the same order (1), no common order (0) or the opposite one
    (-1).

    A relation between regions; it says nothing about persons, and nothing about causes.

    Args:
        first, second: on the same index; ties share the mean rank, pairs with a missing value are left out.

    Raises: ValueError, if the indexes differ.
    Source: Spearman's rho; interval by Fisher's z with the standard error of Bonett and Wright (2000),
        sqrt((1 + rho² / 2) / (n - 3)).
    """
    if not first.index.equals(second.index):
        raise ValueError("rank_correlation: both quantities must stand on the same index.")
    known = first.notna() & second.notna()
    pairs = int(known.sum())
    ranks = [values[known].astype("float64").rank() for values in (first, second)]
    if pairs < LEAST_PAIRS or min(rank.nunique() for rank in ranks) < 2:
        return RankCorrelation(nan, nan, nan, pairs)
    rho = float(ranks[0].corr(ranks[1]))
    if abs(rho) >= 1 - 1e-12:
        return RankCorrelation(round(rho), round(rho), round(rho), pairs)
    reach = NormalDist().inv_cdf(0.975) * sqrt((1 + rho**2 / 2) / (pairs - 3))
    return RankCorrelation(rho, tanh(atanh(rho) - reach), tanh(atanh(rho) + reach), pairs)


def side_by_side(rows: pd.DataFrame, *, first: str, second: str) -> pd.DataFrame:
    """The ratio of the same members under two denominators, for the regions that both are known for.

    Args:
        rows: one row per region_code, period, segment and denominator: members, workforce, ratio_pct.

    Returns: region_code, period, segment, members, first_workforce, first_ratio_pct, second_workforce,
        second_ratio_pct, difference_pp (second less first); sorted by region and period.
    Raises: ValueError, if a region stands twice under one denominator.
    """
    key = ["region_code", "period", "segment"]
    sides = [
        rows.loc[rows["denominator"] == name, [*key, "members", "workforce", "ratio_pct"]].dropna()
        for name in (first, second)
    ]
    for name, side in zip((first, second), sides, strict=True):
        if side.duplicated(key).any():
            raise ValueError(f"side_by_side: a region stands twice under '{name}'.")
    left = sides[0].rename(columns={"workforce": "first_workforce", "ratio_pct": "first_ratio_pct"})
    right = sides[1].drop(columns="members")
    right = right.rename(columns={"workforce": "second_workforce", "ratio_pct": "second_ratio_pct"})
    pairs = left.merge(right, on=key, validate="one_to_one")
    return pairs.assign(difference_pp=pairs["second_ratio_pct"] - pairs["first_ratio_pct"]).sort_values(
        key, ignore_index=True
    )


def with_gap_pct(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with `gap_pct`: people not covered in percent of the workforce (100 less the bounded
    coverage).
    """
    return rows.assign(gap_pct=100 - rows["coverage_pct"])
