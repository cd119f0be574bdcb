"""Ranks that admit what is not known: intervals, tie groups, and who gets no rank and why.

Hides the step-down test of all pairs of regions (Mogstad, Romano, Shaikh and Wilhelm), done in pieces that
fit memory.
"""

import numpy as np
import pandas as pd

from .comparison import judged, not_judged_reason, one_comparison
from .uncertainty import log_error

DRAWS, DRAWS_OF_MANY, MANY = 10_000, 1_000, 60  # null samples; fewer beyond MANY regions; METHODS.md, rule 29
SEED = 20_240_831  # fixed, so that the same figures give the same ranks
LEAST_COVERAGE_PCT = 1e-6  # stands for zero on the logarithmic scale


def rank_intervals(
    estimates,
    standard_errors,
    *,
    level: float = 0.95,
    draws: int | None = None,
    seed: int = SEED,
    higher_is_better: bool = True,
) -> pd.DataFrame:
    """Confidence intervals of ranks (1 = best), by a step-down test of all pairs.

    marginal (`rank_low`, `rank_high`): right for one region picked beforehand, as in a district's report;
    `..._simultaneous`: right for all at once, as a table of regions needs.

    Args:
        estimates, standard_errors: one value per region, none missing, errors above zero.
        draws: simulated null samples; by default 10,000, and 1,000 beyond 60 regions.

    Returns: estimate, rank (ties share the best), rank_low, rank_high, rank_low_simultaneous,
        rank_high_simultaneous, tie_group (1 = best: regions not told apart from the group's first), in the
        order given.
    Raises: ValueError, for a missing value, an error not above zero, or unequal lengths.
    Source: METHODS.md, rule 29 (as the R package csranks).
    """
    x = np.asarray(estimates, dtype="float64") * (1 if higher_is_better else -1)
    se = np.asarray(standard_errors, dtype="float64")
    if x.shape != se.shape or x.ndim != 1 or np.isnan(x).any() or not (se > 0).all():
        raise ValueError(
            "rank_intervals: one estimate and one error above zero per region are needed, none missing."
        )
    count = len(x)
    draws = draws or (DRAWS if count <= MANY else DRAWS_OF_MANY)
    alone, together = _told_apart(*_pairs(x, se, draws, seed), level)
    found = {
        "estimate": np.asarray(estimates, dtype="float64"),
        "rank": 1 + (x[:, None] < x[None, :]).sum(axis=1),
        "rank_low": 1 + alone[1].sum(axis=1),
        "rank_high": count - alone[0].sum(axis=1),
        "rank_low_simultaneous": 1 + together.sum(axis=0),
        "rank_high_simultaneous": count - together.sum(axis=1),
        "tie_group": _tie_groups(x, together),
    }
    return pd.DataFrame(found, index=estimates.index if isinstance(estimates, pd.Series) else None)


def not_ranked_reason(rows: pd.DataFrame) -> pd.Series:
    """Why a row of `with_uncertainty` gets no rank: as `not_judged_reason`, or "no_interval"; missing if it
    gets one.

    Source: METHODS.md, rules 7 and 29.
    """
    reason = not_judged_reason(rows)
    no_interval = ~(rows["rse_pct"] > 0) | rows["ratio_low_pct"].isna()
    return reason.mask(reason.isna() & no_interval, "no_interval")


def rank_regions(
    rows: pd.DataFrame, *, level: float = 0.95, draws: int | None = None, seed: int = SEED
) -> pd.DataFrame:
    """Rank regions by bounded coverage, with the error of their workforce on the logarithmic scale.

    Args:
        rows: rows of `with_uncertainty`, one per region of one period, denominator and segment.

    Returns: `rows` with rank, rank_low, rank_high, rank_low_simultaneous, rank_high_simultaneous, tie_group
        (missing for the unranked), ranked_regions and not_ranked_reason.
    Raises: ValueError, if the rows mix periods, denominators or segments, or repeat a region.
    Source: METHODS.md, rules 7 and 29.
    """
    one_comparison(rows, "rank_regions")
    reason = not_ranked_reason(rows)
    ranked = rows[reason.isna()]
    found = rank_intervals(
        np.log(ranked["coverage_pct"].clip(lower=LEAST_COVERAGE_PCT)),
        log_error(ranked["rse_pct"]),
        level=level,
        draws=draws,
        seed=seed,
    ).drop(columns="estimate")
    ranks = found.astype("Int64").reindex(rows.index)  # missing for the unranked
    return rows.assign(**ranks, ranked_regions=len(ranked), not_ranked_reason=reason)


def rank_one_region(
    rows: pd.DataFrame, region_code: str, *, level: float = 0.95, draws: int = DRAWS, seed: int = SEED
) -> pd.DataFrame:
    """`rank_regions` for the one region picked beforehand, in a fraction of the time: its marginal interval
    alone.

    Returns: `rows` with rank (missing for the unranked), rank_low and rank_high (missing for all others),
        ranked_regions and not_ranked_reason.
    Raises, source: as `rank_regions`.
    """
    one_comparison(rows, "rank_one_region")
    reason = not_ranked_reason(rows)
    ranked = rows[reason.isna()]
    rank = ranked["coverage_pct"].rank(method="min", ascending=False).astype("Int64").reindex(rows.index)
    ends = pd.DataFrame({"rank_low": pd.NA, "rank_high": pd.NA}, index=rows.index, dtype="Int64")
    own = np.flatnonzero(ranked["region_code"] == region_code)
    if len(own):
        x = np.log(ranked["coverage_pct"].clip(lower=LEAST_COVERAGE_PCT)).to_numpy()
        se = log_error(ranked["rse_pct"]).to_numpy()
        better, worse = _told_apart_alone(*_pairs(x, se, draws, seed), level, own)[:, own[0]]
        ends.loc[ranked.index[own]] = [[1 + worse.sum(), len(x) - better.sum()]]
    return rows.assign(rank=rank, **ends, ranked_regions=len(ranked), not_ranked_reason=reason)


def denominator_ranks(whole: pd.DataFrame) -> pd.DataFrame:
    """Each region's rank under each denominator: does a place in the table survive another way of counting?

    Only regions that may be judged under every denominator are ranked, so that the ranks are of the same
    regions.

    Args:
        whole: rows of `totals`, one period, several denominators.

    Returns: one row per region_code, denominator: coverage_pct, rank (1 = best; ties share it),
        ranked_regions, rank_spread (worst minus best rank of the region).
    Source: METHODS.md, rule 9.
    """
    usable = whole[judged(whole)]
    everywhere = usable.groupby("region_code")["denominator"].nunique() == usable["denominator"].nunique()
    usable = usable[usable["region_code"].isin(everywhere.index[everywhere])]
    rank = usable.groupby("denominator")["coverage_pct"].rank(method="min", ascending=False).astype("int64")
    ranked = usable[["region_code", "denominator", "coverage_pct"]].assign(
        rank=rank, ranked_regions=usable["region_code"].nunique()
    )
    by_region = ranked.groupby("region_code")["rank"]
    ranked = ranked.assign(rank_spread=by_region.transform("max") - by_region.transform("min"))
    return ranked.sort_values(["denominator", "rank", "region_code"], ignore_index=True)


def _pairs(x: np.ndarray, se: np.ndarray, draws: int, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The statistic of every ordered pair, null noise (one row a region, one column a draw), and the errors
    for it.
    """
    t = (x[:, None] - x[None, :]) / np.sqrt(se[:, None] ** 2 + se[None, :] ** 2)
    drawn = np.random.default_rng(seed).standard_normal((draws, len(x))) * se
    return t, np.ascontiguousarray(drawn.T, dtype="float32"), se.astype("float32")


def _told_apart(
    t: np.ndarray, noise: np.ndarray, se: np.ndarray, level: float
) -> tuple[np.ndarray, np.ndarray]:
    """Ordered pairs [i, k] with i better than k, for each region alone and for all together, by step-down.

    Each pair is two questions, "is i better than k" and "is k better than i". An answer takes its own
    question out of the next step and leaves the reverse one in, as csranks does.

    Args:
        noise: one row a region, one column a draw.
    """
    every = np.arange(len(t))
    others = every[:, None] != every
    alone = _told_apart_alone(t, noise, se, level, every)
    found = others & (t > _quantile(_largest(noise, se, every, others), level))
    together = np.zeros_like(others)
    while (found & ~together).any():
        together |= found
        left = _largest(noise, se, every, others & ~together)
        found = others & (t > _quantile(left, level))
    return alone, together


def _told_apart_alone(t, noise, se, level, regions) -> np.ndarray:
    """Two answers for each of `regions` alone, stacked: [0] the row's region is better, [1] it is worse."""
    others = ~np.eye(len(t), dtype=bool)
    found = np.zeros((2, *others.shape), dtype=bool)
    growing = regions  # those that the last step told apart from more
    while len(growing):
        is_left = others & ~found
        largest = np.maximum(
            _largest(noise, se, growing, is_left[0]), _largest(noise, se, growing, is_left[1], sign=-1.0)
        )
        limit = np.quantile(largest, level, axis=1)[:, None]
        answers = np.stack([t[growing] > limit, -t[growing] > limit])
        is_more = (answers & ~found[:, growing]).any(axis=(0, 2))
        found[:, growing[is_more]] |= answers[:, is_more]
        growing = growing[is_more]
    return found


def _quantile(largest: np.ndarray, level: float) -> float:
    return float(np.quantile(largest.max(axis=0, initial=0.0), level))


def _largest(
    noise: np.ndarray, se: np.ndarray, regions: np.ndarray, pairs: np.ndarray, *, sign=1.0
) -> np.ndarray:
    """The largest difference of each region (row) in each draw over those that it is paired with, if all were
    equal.

    In units of its error; of the region less the other (sign 1) or the reverse (-1); zero for a region in no
    pair.
    """
    most = np.zeros((len(regions), noise.shape[1]), dtype="float32")
    for row, i in zip(most, regions, strict=True):
        partners = np.flatnonzero(pairs[i])
        difference = noise[i] - noise[partners]
        difference *= (sign / np.sqrt(se[i] ** 2 + se[partners] ** 2))[:, None].astype("float32")
        difference.max(axis=0, initial=0.0, out=row)
    return most


def _tie_groups(x: np.ndarray, together: np.ndarray) -> np.ndarray:
    """Walk from the best down; a new group opens at the first region told apart from the group's first."""
    group, number, leader = np.zeros(len(x), dtype="int64"), 0, None
    for i in np.argsort(-x, kind="stable"):
        if leader is None or together[leader, i]:
            number, leader = number + 1, i
        group[i] = number
    return group
