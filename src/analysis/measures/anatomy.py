"""Anatomy of a ratio above 100 %: what would have to be true, and what speaks for or against it.

Hides the competing explanations of a surplus behind one frozen value.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from .counts import TOTAL
from .coverage import classify, finest_cells
from .uncertainty import probability_at_least, rse_needed_pct

NOISE_RSES_PCT = (10.0, 15.0, 25.0)  # standard errors tried for "only sampling noise"; METHODS.md, rule 12


@dataclass(frozen=True)
class Anatomy:
    """One region, period and denominator taken apart; persons unless a name ends in _pct.

    segments: one row per cell: members, workforce, ratio_pct, ratio_class, gap, surplus, and for a surplus
        required_workforce, required_workforce_pct (how much larger, in percent), required_inactive_share_pct
        (1 - workforce / members), rse_needed_pct (for a 5 % chance).
    noise: segment, rse_pct, probability (0 to 1) that the true workforce is no smaller than the members;
        surplus only.
    evidence: segment (total included), denominator, workforce, required_workforce, supports: another
        denominator beside what a surplus segment or the total would need.
    """

    region_code: str
    period: str
    denominator: str
    members: float
    workforce: float
    ratio_pct: float
    ratio_class: str
    coverage_pct: float
    gap: float
    surplus: float
    netted_gap: float
    hidden_by_netting: float
    reclassifiable: float
    unexplained: float
    required_workforce: float
    required_workforce_pct: float
    uncovered_low: float
    uncovered_high: float
    segments: pd.DataFrame
    noise: pd.DataFrame
    evidence: pd.DataFrame

    @property
    def above_100(self) -> bool:
        """Whether any cell holds more members than workers."""
        return bool(self.surplus > 0)


def anatomy(cells: pd.DataFrame, *, denominator: str | None = None) -> Anatomy:
    """Take apart the cells of a region and period under one denominator; the others are evidence.

    reclassifiable = min(gap, surplus) could be misplaced between segments; unexplained = the rest of the
    surplus. If the segments were pooled, the truly uncovered lie between uncovered_low = max(0, workforce -
    members) and uncovered_high = the gap by segment, on this denominator. required_workforce_pct of the total
    is 0 where the total needs no more workers.

    Args:
        cells: rows of `coverage` for one region_code and period, all its denominators.
        denominator: the one to take apart; may be left out where only one is there.

    Raises: ValueError, if the cells are of several regions or periods, the denominator is absent or must be
        named, or neither both segments nor a total are known.
    Source: METHODS.md, rules 10 to 12 and 14.
    """
    region_code, period, denominator = _one_place(cells, denominator)
    chosen = finest_cells(cells[cells["denominator"] == denominator])
    if (chosen["basis"] == "incomplete").any():
        here = f"{region_code} {period} {denominator}"
        raise ValueError(f"anatomy: {here} has neither both segments nor a total.")
    counts = ("members", "workforce", "covered", "gap", "surplus")
    members, workforce, covered, gap, surplus = (float(chosen[column].sum()) for column in counts)
    netted = max(0.0, workforce - members)
    required = max(workforce, members)
    ratio = _percent(members, workforce)
    segments = _segments(chosen)
    return Anatomy(
        region_code=region_code,
        period=period,
        denominator=denominator,
        members=members,
        workforce=workforce,
        ratio_pct=ratio,
        ratio_class=classify(pd.Series([ratio])).iloc[0],
        coverage_pct=_percent(covered, workforce),
        gap=gap,
        surplus=surplus,
        netted_gap=netted,
        hidden_by_netting=gap - netted,
        reclassifiable=min(gap, surplus),
        unexplained=surplus - min(gap, surplus),
        required_workforce=required,
        required_workforce_pct=_percent(required - workforce, workforce),
        uncovered_low=netted,
        uncovered_high=gap,
        segments=segments,
        noise=_noise(segments),
        evidence=_evidence(cells, segments, denominator, required),
    )


def _one_place(cells: pd.DataFrame, denominator: str | None) -> tuple[str, str, str]:
    places = cells[["region_code", "period"]].drop_duplicates().values.tolist()
    if len(places) != 1:
        raise ValueError(
            f"anatomy: cells of one region and period are needed, found {len(places)}: {places[:3]}."
        )
    offered = sorted(cells["denominator"].unique())
    if denominator is None and len(offered) == 1:
        denominator = offered[0]
    if denominator not in offered:
        raise ValueError(f"anatomy: name one of the denominators {offered}, found {denominator!r}.")
    return *places[0], denominator


def _segments(chosen: pd.DataFrame) -> pd.DataFrame:
    beyond = chosen["surplus"] > 0
    divisor = chosen["workforce"].where(chosen["workforce"] > 0)
    columns = ["segment", "members", "workforce", "ratio_pct", "ratio_class", "covered", "gap", "surplus"]
    return (
        chosen[columns]
        .assign(
            required_workforce=chosen["members"].where(beyond),
            required_workforce_pct=(100 * chosen["surplus"] / divisor).where(beyond),
            required_inactive_share_pct=(100 * chosen["surplus"] / chosen["members"]).where(beyond),
            rse_needed_pct=[rse_needed_pct(ratio) for ratio in chosen["ratio_pct"]],
        )
        .sort_values("segment", ignore_index=True)
    )


def _noise(segments: pd.DataFrame) -> pd.DataFrame:
    beyond = segments[(segments["surplus"] > 0) & (segments["workforce"] > 0)]
    errors = pd.DataFrame({"rse_pct": NOISE_RSES_PCT})
    tried = beyond[["segment", "members", "workforce"]].merge(errors, how="cross")
    # The true workforce is at least the members exactly when the true ratio is at most 100.
    above = probability_at_least(
        tried["members"], tried["workforce"], target_pct=100.0, rse_pct=tried["rse_pct"]
    )
    return tried.assign(probability=1 - above)[["segment", "rse_pct", "probability"]]


def _evidence(cells: pd.DataFrame, segments: pd.DataFrame, denominator: str, required: float) -> pd.DataFrame:
    """The other denominators beside what each surplus needs; a total not published is the segments' sum."""
    needs = segments.loc[segments["surplus"] > 0, ["segment", "required_workforce"]]
    if len(needs) and TOTAL not in set(needs["segment"]):
        needs = pd.concat([needs, pd.DataFrame({"segment": [TOTAL], "required_workforce": [required]})])
    others = cells.loc[cells["denominator"] != denominator, ["segment", "denominator", "workforce"]].dropna()
    parts = others[others["segment"] != TOTAL].groupby("denominator", as_index=False)
    summed = parts.agg(workforce=("workforce", "sum"), segments=("segment", "nunique"))
    summed = summed[summed["segments"] >= 2].drop(columns="segments").assign(segment=TOTAL)
    others = pd.concat([others, summed]).drop_duplicates(["segment", "denominator"], keep="first")
    found = needs.merge(others, on="segment", validate="one_to_many")
    found = found.assign(supports=found["workforce"] >= found["required_workforce"])
    columns = ["segment", "denominator", "workforce", "required_workforce", "supports"]
    return found[columns].sort_values(["segment", "denominator"], ignore_index=True)


def _percent(part: float, whole: float) -> float:
    return 100 * part / whole if whole > 0 else np.nan
