"""Members over a named workforce: ratio, class, bounded coverage, gap and surplus.

Hides the pairing of a month of members with the right survey of workers, and the arithmetic that never nets
one segment's surplus against another's gap.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from .counts import HALVES, TOTAL, checked_workforce, members_by_segment, refuse_doubles

CLASS_LIMITS_PCT = (100.0, 110.0, 120.0)  # upper ends of classes A, B, C; METHODS.md, rule 4
CLASSES = ("A", "B", "C", "D")

CELL = ["region_code", "period", "segment", "denominator"]
MEASURES = ["members", "workforce", "ratio_pct", "ratio_class", "covered", "gap", "surplus", "coverage_pct"]


def coverage(members: pd.DataFrame, workforce: pd.DataFrame, *, status: str = "active") -> pd.DataFrame:
    """Members over every workforce named for the same region and the same segment.

    A workforce is taken from the members' own calendar year (the very period first, then the nearest that is
    not later, then the nearest), else from the newest earlier year; never from a later year.

    Args:
        members: one row per region_code, period, segment, status, funding; `persons` missing where not
            published.
        workforce: one row per region_code, period, denominator, segment; `persons`, optionally `rse_pct`.
        status: "active" (members whose status the source does not say count where no active row is given),
            "inactive" or "registered" (active + inactive where no such row is published).

    Returns: one row per region_code, period of members, segment, denominator, sorted by these. Persons in
        `members`, `workforce`, `covered`, `gap`, `surplus`; percent in `ratio_pct` (raw) and `coverage_pct`
        (never above 100); `workforce_age_months` is negative where the workforce is of a later month of the
        same year. A segment without any workforce row has no row here; see `unpaired`.
    Raises: ValueError, if a key occurs twice, a code is not text, or a count is negative.
    Source: METHODS.md, rules 1 to 5 and 18.
    """
    counted = members_by_segment(members, status=status)
    known = checked_workforce(workforce)
    pairs = counted.merge(
        known.rename(columns={"period": "workforce_period", "persons": "workforce"}),
        on=["region_code", "segment"],
        validate="many_to_many",
    )
    pairs = nearest_workforce(pairs)
    cells = add_measures(pairs)
    columns = [*CELL, "workforce_period", "workforce_age_months", *MEASURES, "status", "rse_pct"]
    return cells[columns].reset_index(drop=True)


def unpaired(members: pd.DataFrame, workforce: pd.DataFrame, *, status: str = "active") -> pd.DataFrame:
    """Members that no workforce of their region and segment is given for, so that no ratio exists.

    Returns: region_code, period, segment, members; construction and migrant workers usually stand here.
    Source: METHODS.md, rule 2.
    """
    counted = members_by_segment(members, status=status)
    known = checked_workforce(workforce)[["region_code", "segment"]].drop_duplicates()
    found = counted.merge(
        known, on=["region_code", "segment"], how="left", validate="many_to_one", indicator=True
    )
    return found.loc[
        found["_merge"] == "left_only", ["region_code", "period", "segment", "members"]
    ].reset_index(drop=True)


def add_measures(frame: pd.DataFrame, *, limits_pct: Sequence[float] = CLASS_LIMITS_PCT) -> pd.DataFrame:
    """Ratio, class, covered, gap, surplus and bounded coverage of `members` over `workforce`, row by row.

    Everything is missing where either count is; the two percentages and the class also where the workforce is
    0.
    Identities: covered + gap = workforce; covered + surplus = members; surplus - gap = members - workforce.
    Source: METHODS.md, rules 3 to 5.
    """
    members = frame["members"].astype("float64")
    workforce = frame["workforce"].astype("float64")
    divisor = workforce.where(workforce > 0)
    covered = np.minimum(members, workforce)
    ratio = 100 * members / divisor
    return frame.assign(
        members=members,
        workforce=workforce,
        ratio_pct=ratio,
        ratio_class=classify(ratio, limits_pct=limits_pct),
        covered=covered,
        gap=workforce - covered,
        surplus=members - covered,
        coverage_pct=100 * covered / divisor,
    )


def classify(ratio_pct: pd.Series, *, limits_pct: Sequence[float] = CLASS_LIMITS_PCT) -> pd.Series:
    """Class of a ratio: A plausible (up to 100), B watch (to 110), C implausible (to 120), D impossible
    (above).

    Raises: ValueError, unless three limits in rising order are given.
    Source: METHODS.md, rule 4.
    """
    if len(limits_pct) != 3 or list(limits_pct) != sorted(limits_pct):
        raise ValueError(f"Three class limits in rising order are needed, found {tuple(limits_pct)}.")
    letters = np.array(CLASSES, dtype=object)[
        np.searchsorted(np.asarray(limits_pct, dtype=float), ratio_pct).clip(max=3)
    ]
    return pd.Series(letters, index=ratio_pct.index, dtype="str").where(ratio_pct.notna())


def totals(
    cells: pd.DataFrame, *, by: Sequence[str] = ("region_code", "period", "denominator")
) -> pd.DataFrame:
    """Totals from the finest cells up; a surplus of one cell never fills the gap of another.

    Where formal and informal are both known they are summed; a published total row is used only where they
    are not. A region with neither gives a row with missing counts and the basis "incomplete".

    Args:
        cells: rows of `coverage`, one per region_code, period, segment, denominator.
        by: the columns that tell one total from another; must hold `period` and `denominator`.

    Returns: `by`, segment ("total"), workforce_period (the oldest summed), the measures with `ratio_pct` raw
        and `coverage_pct` bounded, netted_gap = max(0, workforce - members), hidden_by_netting = gap -
        netted_gap, cells (number summed), worst_class (of the cells summed), basis ("segments", "total",
        "mixed", "incomplete").
    Raises: ValueError, if `by` would mix periods or denominators, or a cell occurs twice.
    Source: METHODS.md, rules 6 and 8.
    """
    by = list(by)
    if missing := {"period", "denominator"} - set(by):
        raise ValueError(f"totals: `by` must hold {', '.join(sorted(missing))}; totals never mix them.")
    summed = _sum_cells(finest_cells(cells).assign(segment=TOTAL), by=[*by, "segment"])
    survey = ["workforce_period"] if "workforce_period" in summed else []
    of_sum = ["netted_gap", "hidden_by_netting", "cells", "worst_class", "basis"]
    return summed[[*by, "segment", *survey, *MEASURES, *of_sum]]


def aggregate(cells: pd.DataFrame, *, parent: pd.Series | str) -> pd.DataFrame:
    """Roll regions up into their parents, bounded cell by cell: each segment, and the total over all.

    Args:
        cells: rows of `coverage`.
        parent: the parent's code by region code (index), naming every region there is, known or not; or the
            name of a column of `cells`. A region whose parent is missing is left out on purpose.

    Returns: one row per parent (in `region_code`), period, denominator, segment ("total" included): the
        columns of `totals`, regions (number under the parent that `parent` names) and known_regions (number
        that were summed).
    Raises: ValueError, if a region of `cells` is not in `parent`.
    Source: METHODS.md, rules 6 and 8.
    """
    parents = _parents(cells, parent)
    unknown = sorted(set(cells["region_code"]) - set(parents.index))
    if unknown:
        raise ValueError(
            f"aggregate: {len(unknown)} regions have no entry in `parent`, such as {unknown[:3]}."
        )
    chosen = finest_cells(cells)
    segments = cells[cells["segment"] != TOTAL].assign(basis="segments")
    stacked = pd.concat([segments, chosen.assign(segment=TOTAL)], ignore_index=True)
    stacked = stacked.assign(child=stacked["region_code"], region_code=stacked["region_code"].map(parents))
    stacked = stacked[stacked["region_code"].notna()]
    summed = _sum_cells(stacked, by=CELL)
    known = (
        stacked[stacked["members"].notna() & stacked["workforce"].notna()]
        .groupby(CELL, as_index=False)["child"]
        .nunique()
        .rename(columns={"child": "known_regions"})
    )
    summed = summed.merge(known, on=CELL, how="left", validate="one_to_one")
    # none known is 0
    counted = summed["known_regions"].where(summed["known_regions"].notna(), 0).astype("int64")
    summed = summed.assign(known_regions=counted, regions=summed["region_code"].map(parents.value_counts()))
    columns = [*CELL, *MEASURES, "netted_gap", "hidden_by_netting", "cells", "worst_class", "basis"]
    return summed[[*columns, "regions", "known_regions"]]


def finest_cells(cells: pd.DataFrame) -> pd.DataFrame:
    """The cells that a total is summed from: formal and informal where both are known, else the published
    total.

    Returns: the chosen rows of `cells` with `basis`; for a region without a usable cell one row with missing
        counts.
    Raises: ValueError, if a cell occurs twice.
    Source: METHODS.md, rule 8.
    """
    refuse_doubles(cells, CELL, "cells")
    place = ["region_code", "period", "denominator"]
    known = cells["members"].notna() & cells["workforce"].notna()
    in_parts = cells["segment"].isin(HALVES)
    of_place = cells.groupby(place, sort=False, dropna=False).ngroup().to_numpy()
    parts_known = np.bincount(of_place, weights=known & in_parts)[of_place]
    by_segments = (parts_known == len(HALVES)) & known & (cells["segment"] != TOTAL)
    by_total = (parts_known < len(HALVES)) & known & (cells["segment"] == TOTAL)
    usable = by_segments | by_total
    chosen = (
        cells[usable].assign(basis=np.where(by_segments[usable], "segments", TOTAL)).reset_index(drop=True)
    )
    is_lost = np.bincount(of_place, weights=usable)[of_place] == 0
    if is_lost.any():
        empty = cells[is_lost].drop_duplicates(place)
        empty = empty.assign(segment=TOTAL, members=np.nan, workforce=np.nan, basis="incomplete")
        chosen = pd.concat([chosen, empty], ignore_index=True)
    return add_measures(chosen)


def nearest_workforce(pairs: pd.DataFrame, *, value: str = "workforce") -> pd.DataFrame:
    """One row per cell, sorted by it: the workforce period that the pairing rule (METHODS.md, rule 2)
    chooses.
    """
    known = pairs[pairs[value].notna()]
    dated = known.merge(_period_distances(known), on=["period", "workforce_period"], validate="many_to_one")
    order = ["other_period", "years", "later", "distance"]
    nearest_first = dated[dated["years"] >= 0].sort_values(order, kind="stable")
    return nearest_first.drop_duplicates(CELL, keep="first").sort_values(CELL).drop(columns=order)


def _period_distances(pairs: pd.DataFrame) -> pd.DataFrame:
    """How far a workforce is from the members, once for each pair of periods.

    Returns: period, workforce_period, workforce_age_months (whole years where a month is unknown), and what
        the pairing rule orders by: other_period, years, later (than the members), distance (months).
    """
    found = pairs[["period", "workforce_period"]].drop_duplicates()
    year, month = _year_and_month(found["period"])
    workforce_year, workforce_month = _year_and_month(found["workforce_period"])
    years = year - workforce_year
    age = 12 * years + (month - workforce_month)
    year_only = (found["period"].str.len() == 4) | (found["workforce_period"].str.len() == 4)
    return found.assign(
        workforce_age_months=age.where(~year_only, 12 * years),
        other_period=found["period"] != found["workforce_period"],
        years=years,
        later=age < 0,
        distance=age.abs(),
    )


def _year_and_month(period: pd.Series) -> tuple[pd.Series, pd.Series]:
    """Calendar year and month; an unknown month counts as December, the end of the year it stands for."""
    bad = period[~period.str.fullmatch(r"\d{4}(-(0[1-9]|1[0-2]))?")]
    if len(bad):
        raise ValueError(f"Periods are written YYYY or YYYY-MM, found {bad.unique().tolist()[:3]}.")
    month = period.str[5:].where(period.str.len() > 4, "12")
    return period.str[:4].astype("int64"), month.astype("int64")


def _sum_cells(cells: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    known = cells["members"].notna() & cells["workforce"].notna()
    groups = cells[known].groupby(by)
    summed = groups[["members", "workforce", "covered", "gap", "surplus"]].sum()
    summed = summed.assign(
        cells=groups.size(),
        worst_ratio=groups["ratio_pct"].max(),
        basis=groups["basis"].first(),
        has_several=groups["basis"].nunique() > 1,
    )
    if "workforce_period" in cells:
        summed = summed.assign(workforce_period=groups["workforce_period"].min())
    summed = summed.reset_index()
    every = cells[by].drop_duplicates().sort_values(by, ignore_index=True)
    summed = every.merge(summed, on=by, how="left", validate="one_to_one")
    basis = (
        summed["basis"]
        .mask(summed["has_several"].eq(True), "mixed")
        .where(summed["members"].notna(), "incomplete")
    )
    divisor = summed["workforce"].where(summed["workforce"] > 0)
    ratio = 100 * summed["members"] / divisor
    netted = (summed["workforce"] - summed["members"]).clip(lower=0)
    # nothing summed is a true 0
    counted = summed["cells"].where(summed["members"].notna(), 0).astype("int64")
    return summed.assign(
        ratio_pct=ratio,
        ratio_class=classify(ratio),
        worst_class=classify(summed["worst_ratio"]),
        coverage_pct=100 * summed["covered"] / divisor,
        netted_gap=netted,
        hidden_by_netting=summed["gap"] - netted,
        cells=counted,
        basis=basis,
    )


def _parents(cells: pd.DataFrame, parent: pd.Series | str) -> pd.Series:
    if isinstance(parent, str):
        pairs = cells[["region_code", parent]].drop_duplicates()
        parent = pairs.set_index("region_code")[parent]
    if parent.index.has_duplicates:
        twice = parent.index[parent.index.duplicated()].unique().tolist()
        raise ValueError(f"aggregate: {len(twice)} regions have two parents, such as {twice[:3]}.")
    return parent
