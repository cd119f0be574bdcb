"""Where a gap lies, what a change is made of, and why two areas differ."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from .coverage import finest_cells

HALF_PCT = 50.0
TREE_COUNTS = ("members", "workforce", "ratio_pct", "ratio_class", "gap", "surplus")
TREE_SHARES = ("gap_share_pct", "gap_pp", "cumulative_share_pct", "hidden_by_netting")


@dataclass(frozen=True)
class GapTree:
    """The gap of an area split by region and segment; persons.

    rows: one per cell, largest gap first: members, workforce, gap, surplus, gap_share_pct (of the whole gap),
        gap_pp (points of the area's workforce), cumulative_share_pct, and hidden_by_netting of the cell's
        region.
    half_of_gap: the number of regions that together hold half of the gap (largest first; 0 without a gap).
    """

    members: float
    workforce: float
    gap: float
    netted_gap: float
    hidden_by_netting: float
    surplus: float
    ratio_pct: float
    coverage_pct: float
    half_of_gap: int
    rows: pd.DataFrame


@dataclass(frozen=True)
class Kitagawa:
    """The difference of two areas' coverage in points: rate_pp (segments better covered) + composition_pp
    (another mix of segments). segments: rate_pp and composition_pp by segment.
    """

    difference_pp: float
    rate_pp: float
    composition_pp: float
    segments: pd.DataFrame


def gap_tree(cells: pd.DataFrame) -> GapTree:
    """Split the gap of an area by region and segment, with what netting would hide.

    Args:
        cells: rows of `coverage` for the regions of the area, one period and denominator. The finest cells
            are used.

    Raises: ValueError, if periods or denominators are mixed.
    Source: METHODS.md, rule 34.
    """
    if len(set(zip(cells["period"], cells["denominator"]))) > 1:
        raise ValueError("gap_tree: one period and one denominator at a time.")
    chosen = finest_cells(cells)
    chosen = chosen[chosen["basis"] != "incomplete"]
    members, workforce, gap, surplus, covered = (
        float(chosen[column].sum()) for column in ("members", "workforce", "gap", "surplus", "covered")
    )
    rows = _tree_rows(chosen, gap=gap, workforce=workforce)
    regions = rows.groupby("region_code")["gap"].sum().sort_values(ascending=False).cumsum()
    netted = max(0.0, workforce - members)
    return GapTree(
        members=members,
        workforce=workforce,
        gap=gap,
        netted_gap=netted,
        hidden_by_netting=gap - netted,
        surplus=surplus,
        ratio_pct=100 * members / workforce if workforce > 0 else float("nan"),
        coverage_pct=100 * covered / workforce if workforce > 0 else float("nan"),
        half_of_gap=int((regions < gap * HALF_PCT / 100).sum()) + 1 if gap > 0 else 0,
        rows=rows,
    )


def _tree_rows(chosen: pd.DataFrame, *, gap: float, workforce: float) -> pd.DataFrame:
    """The cells of a gap tree, the largest gap first, with their shares of it."""
    rows = chosen.sort_values(
        ["gap", "region_code", "segment"], ascending=[False, True, True], ignore_index=True
    )
    by_region = rows.groupby("region_code")[["gap", "surplus"]].transform("sum")
    rows = rows.assign(
        gap_share_pct=100 * rows["gap"] / gap if gap > 0 else float("nan"),
        gap_pp=100 * rows["gap"] / workforce if workforce > 0 else float("nan"),
        hidden_by_netting=by_region.min(axis=1),
    )
    rows = rows.assign(cumulative_share_pct=rows["gap_share_pct"].cumsum())
    return rows[["region_code", "segment", *TREE_COUNTS, *TREE_SHARES]]


def gap_branches(tree: GapTree, *, by: Sequence[str]) -> pd.DataFrame:
    """The branches of a gap tree: its gap split by the first of `by`, each part by the second, and so on;
    persons.

    Args:
        by: of "segment", "region_code", and "half" ("half": the largest regions that together hold half of
            the gap; "rest": the others).

    Returns: one row per branch with a gap, a branch before those that grow from it, largest first ("half"
        before "rest"): branch (tuple of the codes that lead to it), depth (1 to the number of `by`), gap,
        gap_share_pct (of the whole gap), regions (number in it). The branches of one depth add up to the gap.
    Source: METHODS.md, rule 34.
    """
    rows = tree.rows[tree.rows["gap"] > 0]
    regions = rows.groupby("region_code")["gap"].sum()
    order = pd.DataFrame({"gap": regions, "code": regions.index}).sort_values(
        ["gap", "code"], ascending=[False, True]
    )
    rows = rows.assign(
        half=rows["region_code"].isin(order["code"].head(tree.half_of_gap)).map({True: "half", False: "rest"})
    )
    found = []
    for depth in range(1, len(by) + 1):
        for branch, part in rows.groupby(list(by[:depth])):
            found.append((branch, depth, float(part["gap"].sum()), part["region_code"].nunique()))
    sizes = {branch: gap for branch, _, gap, _ in found}
    found.sort(key=lambda row: [
        (-1.0 if code == "half" else -sizes[row[0][: place + 1]] if code != "rest" else 0.0, code)
        for place, code in enumerate(row[0])
    ])  # fmt: skip
    made = pd.DataFrame(found, columns=["branch", "depth", "gap", "regions"])
    return made.assign(gap_share_pct=100 * made["gap"] / tree.gap)


def change_split(cells: pd.DataFrame, *, start: str, end: str) -> pd.DataFrame:
    """The change of a ratio between two periods, split into people and denominator.

    people_pp = (N1 - N0)(1/D0 + 1/D1)/2 and workforce_pp = (1/D1 - 1/D0)(N0 + N1)/2, times 100; they add up
    exactly. Totals made in different ways (`basis`: from segments, or as published with construction) are not
    compared.

    Args:
        cells: rows of `coverage` or `totals`: region_code, period, segment, denominator, members, workforce.
        start, end: two periods found in `period`.

    Returns: one row per region_code, segment, denominator known at both: members_start, members_end,
        workforce_start, workforce_end, ratio_start_pct, ratio_end_pct (raw: above 100 no coverage),
        change_pp, people_pp, workforce_pp.
    Raises: ValueError, if a key occurs twice in a period.
    Source: METHODS.md, rule 35.
    """
    key = ["region_code", "segment", "denominator"]
    alike = [*key, "basis"] if "basis" in cells else key
    known = cells[cells["ratio_pct"].notna()]
    first, last = (
        known.loc[known["period"] == period, [*alike, "members", "workforce", "ratio_pct"]]
        for period in (start, end)
    )
    for side, period in ((first, start), (last, end)):
        if side.duplicated(key).any():
            raise ValueError(f"change_split: {period} repeats a region, segment and denominator.")
    both = first.merge(last, on=alike, suffixes=("_start", "_end"), validate="one_to_one")
    both = both.rename(columns={"ratio_pct_start": "ratio_start_pct", "ratio_pct_end": "ratio_end_pct"})
    n0, n1, d0, d1 = (
        both[name] for name in ("members_start", "members_end", "workforce_start", "workforce_end")
    )
    return both.assign(
        change_pp=both["ratio_end_pct"] - both["ratio_start_pct"],
        people_pp=50 * (n1 - n0) * (1 / d0 + 1 / d1),
        workforce_pp=50 * (1 / d1 - 1 / d0) * (n0 + n1),
    )


def kitagawa(first: pd.DataFrame, second: pd.DataFrame) -> Kitagawa:
    """Why the bounded coverage of the first area differs from the second's: rates or composition.

    Args:
        first, second: one row per segment: workforce, coverage_pct; the same segments, all known.

    Raises: ValueError, if segments differ, repeat, or a figure is missing.
    Source: METHODS.md, rule 36.
    """
    a, b = (side.set_index("segment")[["workforce", "coverage_pct"]].sort_index() for side in (first, second))
    if (
        a.index.has_duplicates
        or not a.index.equals(b.index)
        or a.isna().any(axis=None)
        or b.isna().any(axis=None)
    ):
        raise ValueError(
            f"kitagawa: the same segments, each once, known: found {list(a.index)} and {list(b.index)}."
        )
    share_a, share_b = a["workforce"] / a["workforce"].sum(), b["workforce"] / b["workforce"].sum()
    rate = (a["coverage_pct"] - b["coverage_pct"]) * (share_a + share_b) / 2
    composition = (share_a - share_b) * (a["coverage_pct"] + b["coverage_pct"]) / 2
    return Kitagawa(
        difference_pp=float((share_a * a["coverage_pct"]).sum() - (share_b * b["coverage_pct"]).sum()),
        rate_pp=float(rate.sum()),
        composition_pp=float(composition.sum()),
        segments=pd.DataFrame({"rate_pp": rate, "composition_pp": composition}).reset_index(),
    )
