"""An award scorecard on the four aspects named in public, with the user's weights and the evidence found for
each.

No official weights are published: every score carries the weights it was made with. "No evidence" is not
zero: such a region has a score between what it would be with nothing and with everything.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from .shares import share_pct

ASPECTS = ("policy_innovation", "budget_commitment", "coverage", "implementation")  # METHODS.md, rule 54
OFFICIAL_WEIGHTS_PUBLISHED = False  # Penghargaan Paritrana, as of 2025; METHODS.md, rule 54
DRAWS = 1_000  # weight sets tried for the sensitivity; METHODS.md, rule 56
SEED = 20_240_831


@dataclass(frozen=True)
class Scorecard:
    """Scores of regions under one set of weights (they sum to 1).

    scores: one row per region_code: score (0-100; missing unless every weighted aspect has evidence),
        score_low, score_high, score_middle, evidence_pct (weight of the aspects with evidence), rank_low,
        rank_high (1 = best; by what the missing evidence could be), rank_low_any_weights,
        rank_high_any_weights (2.5 % to 97.5 % of random weights as well).
    aspects: region_code, aspect, score, weight, and whether there is evidence.
    """

    weights: dict[str, float]
    scores: pd.DataFrame
    aspects: pd.DataFrame
    official_weights_published: bool = OFFICIAL_WEIGHTS_PUBLISHED

    @property
    def weights_pct(self) -> dict[str, float]:
        return {aspect: share_pct(weight, 1) for aspect, weight in self.weights.items()}


def gather_evidence(
    regions, *, policies: pd.DataFrame, budgets: pd.DataFrame, whole: pd.DataFrame, steps: pd.DataFrame
) -> pd.DataFrame:
    """The evidence in the tables for each aspect of each region; missing where the tables hold none.

    policy_innovation: number of regulations. budget_commitment: rupiah of public budgets of the latest year
    per uncovered person. coverage: bounded percent. implementation: percent of identified firms resolved, all
    categories.

    Args:
        regions: region codes to judge, of one level.
        policies, budgets: the tables. whole: rows of `totals`, one per region. steps: rows of
            `compliance_steps`.

    Returns: one row per region_code and aspect: value, unit ("regulations", "idr_per_uncovered", "pct"),
        evidence (how many rows were found; 0 = no evidence). A budget counts as evidence, but has no value
        where the number of the uncovered is not known.
    Raises: ValueError, if `whole` has two rows of a region.
    Source: METHODS.md, rule 55.
    """
    if whole["region_code"].duplicated().any():
        raise ValueError(
            "gather_evidence: one coverage row per region is needed; choose period and denominator."
        )
    codes = pd.Index(list(regions), name="region_code")
    money = _public_money(budgets).reindex(codes)
    cover = whole.set_index("region_code").reindex(codes)
    identified, resolved = (
        steps[steps["step"] == step].groupby("region_code")["firms"].sum().reindex(codes)
        for step in ("identified", "resolved")
    )
    laws = policies.groupby("region_code").size().reindex(codes)
    per_uncovered = money["sum"] / cover["gap"].where(cover["gap"] > 0)
    resolved_pct = 100 * resolved / identified.where(identified > 0)
    has_coverage, has_firms = (found.notna().astype("int64") for found in (cover["coverage_pct"], resolved))
    tables = [
        _aspect("policy_innovation", laws.astype("float64"), "regulations", laws),
        _aspect("budget_commitment", per_uncovered, "idr_per_uncovered", money["size"]),
        _aspect("coverage", cover["coverage_pct"], "pct", has_coverage),
        _aspect("implementation", resolved_pct, "pct", has_firms),
    ]
    return pd.concat(tables, ignore_index=True).sort_values(["region_code", "aspect"], ignore_index=True)


def _public_money(budgets: pd.DataFrame) -> pd.DataFrame:
    """Rupiah of the latest year of each region (`sum`), spent, else planned, and its rows (`size`)."""
    amount = budgets["spent_idr"].where(budgets["spent_idr"].notna(), budgets["planned_idr"])
    dated = budgets.assign(year=budgets["period"].str[:4], amount=amount).dropna(subset="amount")
    latest = dated[dated["year"] == dated.groupby("region_code")["year"].transform("max")]
    return latest.groupby("region_code")["amount"].agg(["sum", "size"])


def _aspect(aspect: str, value: pd.Series, unit: str, count: pd.Series) -> pd.DataFrame:
    """The evidence of one aspect: a value for each region, and how many rows it was found in."""
    evidence = [0 if pd.isna(n) else int(n) for n in count]
    return pd.DataFrame(
        {
            "region_code": value.index,
            "aspect": aspect,
            "value": value.to_numpy("float64"),
            "unit": unit,
            "evidence": evidence,
        }
    )


def score_evidence(evidence: pd.DataFrame) -> pd.DataFrame:
    """Turn values into scores 0-100: the share of the other regions with evidence that a region is above
    (ties half).

    Source: METHODS.md, rule 55.
    """
    place = evidence.groupby("aspect")["value"].rank(method="average")
    count = evidence.groupby("aspect")["value"].transform("count")
    score = 100 * (place - 1) / (count - 1).where(count > 1)
    return evidence.assign(score=score)


def scorecard(
    scored: pd.DataFrame, *, weights: Mapping[str, float], draws: int = DRAWS, seed: int = SEED
) -> Scorecard:
    """Weigh the aspects as the user says, and show how far missing evidence and other weights would move a
    rank.

    Args:
        scored: region_code, aspect, score (0-100, missing = no evidence).
        weights: by aspect, zero or more, not all zero; every aspect named.

    Raises: ValueError, if weights miss or invent an aspect or are negative, a score lies outside 0-100, or a
        row repeats.
    Source: METHODS.md, rules 54 to 56.
    """
    share = _checked_weights(weights)
    if scored.duplicated(["region_code", "aspect"]).any() or not set(scored["aspect"]) <= set(ASPECTS):
        raise ValueError(f"scorecard: one row per region and aspect of {ASPECTS} is needed.")
    if ((scored["score"] < 0) | (scored["score"] > 100)).any():
        raise ValueError("scorecard: scores lie between 0 and 100.")
    wide = scored.pivot_table(
        index="region_code", columns="aspect", values="score", dropna=False, observed=False
    )
    wide = wide.reindex(index=sorted(set(scored["region_code"])), columns=list(ASPECTS))
    scores = _scores(wide, np.array([share[aspect] for aspect in ASPECTS]), draws=draws, seed=seed)
    aspects = wide.reset_index().melt("region_code", var_name="aspect", value_name="score")
    aspects = aspects.assign(weight=aspects["aspect"].map(share), has_evidence=aspects["score"].notna())
    order = aspects["aspect"].map(ASPECTS.index)
    aspects = aspects.assign(order=order).sort_values(["region_code", "order"], ignore_index=True)
    return Scorecard(weights=share, scores=scores, aspects=aspects.drop(columns="order"))


def _scores(wide: pd.DataFrame, weights: np.ndarray, *, draws: int, seed: int) -> pd.DataFrame:
    """Scores and ranks of each region (a row of `wide`) between no and full marks for what is not known."""
    known = wide.to_numpy("float64")
    low, high = np.where(np.isnan(known), 0.0, known), np.where(np.isnan(known), 100.0, known)
    least, most = low @ weights, high @ weights
    evidence = (wide.notna().to_numpy() * weights).sum(axis=1)
    best, worst = _rank_limits(least, most)
    any_best, any_worst = _ranks_over_weights(low, high, draws, seed)
    return pd.DataFrame(
        {
            "region_code": wide.index,
            "score": np.where(np.isclose(evidence, 1.0), least, np.nan),
            "score_low": least,
            "score_high": most,
            "score_middle": (least + most) / 2,
            "evidence_pct": 100 * evidence,
            "rank_low": best,
            "rank_high": worst,
            "rank_low_any_weights": any_best,
            "rank_high_any_weights": any_worst,
        }
    )


def _checked_weights(weights: Mapping[str, float]) -> dict[str, float]:
    if set(weights) != set(ASPECTS):
        raise ValueError(f"scorecard: a weight for each of {ASPECTS} is needed, found {sorted(weights)}.")
    total = sum(weights.values())
    if not all(value >= 0 for value in weights.values()) or not total > 0:
        raise ValueError(f"scorecard: weights from zero up, not all zero, found {dict(weights)}.")
    return {aspect: weights[aspect] / total for aspect in ASPECTS}


def _rank_limits(least: np.ndarray, most: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Best and worst rank that the limits of the scores allow."""
    certain_above = (least[None, :] > most[:, None] + 1e-9).sum(axis=1)
    certain_below = (most[None, :] < least[:, None] - 1e-9).sum(axis=1)
    return 1 + certain_above, len(least) - certain_below


def _ranks_over_weights(low, high, draws: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """The same over weights drawn evenly from all that sum to 1; 2.5 % and 97.5 % of the draws."""
    drawn = np.random.default_rng(seed).dirichlet(np.ones(low.shape[1]), size=draws)
    limits = [_rank_limits(low @ w, high @ w) for w in drawn]
    best, worst = (np.array([pair[side] for pair in limits]) for side in (0, 1))
    return (
        np.quantile(best, 0.025, axis=0, method="lower").astype("int64"),
        np.quantile(worst, 0.975, axis=0, method="higher").astype("int64"),
    )
