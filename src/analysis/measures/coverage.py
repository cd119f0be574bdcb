"""Members over a named workforce: ratio, class, bounded coverage, gap and surplus.

Hides the pairing of a month of members with the right survey of workers, and the arithmetic that never nets
one segment's surplus against another's gap.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from ..words import REFERENCE

HALVES = ("formal", "informal")  # the two that together make "total"; METHODS.md, rule 8
TOTAL = "total"
WHOLE_FUNDING = ("any", "unspecified")  # funding marks of a row that already sums over payers
OWN_FUNDING = ("self", "employer")  # without one of these, parts by payer are not the whole segment
CLASS_LIMITS_PCT = (100.0, 110.0, 120.0)  # upper ends of classes A, B, C; METHODS.md, rule 4
CLASSES = ("A", "B", "C", "D")

_CELL = ["region_code", "period", "segment", "denominator"]
_COUNT = ["region_code", "period", "segment", "status"]
_MEASURES = ["members", "workforce", "ratio_pct", "ratio_class", "covered", "gap", "surplus", "coverage_pct"]


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
    counted = _members_by_segment(members, status=status)
    known = _checked_workforce(workforce)
    pairs = counted.merge(
        known.rename(columns={"period": "workforce_period", "persons": "workforce"}),
        on=["region_code", "segment"],
        validate="many_to_many",
    )
    pairs = _nearest_workforce(pairs)
    cells = add_measures(pairs)
    columns = [*_CELL, "workforce_period", "workforce_age_months", *_MEASURES, "status", "rse_pct"]
    return cells[columns].reset_index(drop=True)


def unpaired(members: pd.DataFrame, workforce: pd.DataFrame, *, status: str = "active") -> pd.DataFrame:
    """Members that no workforce of their region and segment is given for, so that no ratio exists.

    Returns: region_code, period, segment, members; construction and migrant workers usually stand here.
    Source: METHODS.md, rule 2.
    """
    counted = _members_by_segment(members, status=status)
    known = _checked_workforce(workforce)[["region_code", "segment"]].drop_duplicates()
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
    return summed[[*by, "segment", *survey, *_MEASURES, *of_sum]]


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
    summed = _sum_cells(stacked, by=_CELL)
    known = (
        stacked[stacked["members"].notna() & stacked["workforce"].notna()]
        .groupby(_CELL, as_index=False)["child"]
        .nunique()
        .rename(columns={"child": "known_regions"})
    )
    summed = summed.merge(known, on=_CELL, how="left", validate="one_to_one")
    # none known is 0
    counted = summed["known_regions"].where(summed["known_regions"].notna(), 0).astype("int64")
    summed = summed.assign(known_regions=counted, regions=summed["region_code"].map(parents.value_counts()))
    columns = [*_CELL, *_MEASURES, "netted_gap", "hidden_by_netting", "cells", "worst_class", "basis"]
    return summed[[*columns, "regions", "known_regions"]]


def finest_cells(cells: pd.DataFrame) -> pd.DataFrame:
    """The cells that a total is summed from: formal and informal where both are known, else the published
    total.

    Returns: the chosen rows of `cells` with `basis`; for a region without a usable cell one row with missing
        counts.
    Raises: ValueError, if a cell occurs twice.
    Source: METHODS.md, rule 8.
    """
    _refuse_doubles(cells, _CELL, "cells")
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


def denominator_matrix(cells: pd.DataFrame, whole: pd.DataFrame) -> pd.DataFrame:
    """Segment by denominator for each region and period, the total included: what each way of counting says.

    Args:
        cells: rows of `coverage`. whole: `totals` of them.
    Returns: one row per region_code, period, segment (formal, informal, then others, total last), denominator
        with workforce_period, the measures of `coverage`, and hidden_by_netting on the total rows.
    Source: METHODS.md, rule 9.
    """
    dated = cells[[*_CELL, "workforce_period", *_MEASURES]]
    parts = dated[dated["segment"] != TOTAL].assign(basis="cell")
    columns = [*_CELL, "workforce_period", *_MEASURES, "hidden_by_netting", "basis"]
    matrix = pd.concat([parts, whole[whole["basis"] != "incomplete"]], ignore_index=True).reindex(
        columns=columns
    )
    order = matrix["segment"].map({"formal": 0, "informal": 1, TOTAL: 9}).astype("float64")
    matrix = matrix.assign(order=order.where(order.notna(), 5))  # other segments stand between
    return matrix.sort_values(
        ["region_code", "period", "order", "segment", "denominator"], ignore_index=True
    ).drop(columns="order")


def denominator_ratio(
    workforce: pd.DataFrame, *, reference: str = REFERENCE, tolerance_pct: float = 15.0
) -> pd.DataFrame:
    """Each denominator's total workforce over the reference one of the same region and year.

    A total that is not published is the sum of formal and informal where both are known.

    Returns: one row per region_code, period, denominator other than the reference: workforce,
        reference_period, reference_workforce, ratio_pct, definition_differs (beyond 100 +- `tolerance_pct`;
        missing with the ratio).
    Source: METHODS.md, rule 9.
    """
    whole = _workforce_totals(_checked_workforce(workforce))
    base = whole[whole["denominator"] == reference].rename(
        columns={"period": "workforce_period", "persons": "reference_workforce"}
    )
    others = whole[whole["denominator"] != reference].rename(columns={"persons": "workforce"})
    pairs = others.merge(
        base[["region_code", "workforce_period", "reference_workforce"]],
        on="region_code",
        validate="many_to_many",
    ).assign(segment=TOTAL)
    pairs = _nearest_workforce(pairs, value="reference_workforce").rename(
        columns={"workforce_period": "reference_period"}
    )
    pairs = pairs.assign(
        ratio_pct=100
        * pairs["workforce"]
        / pairs["reference_workforce"].where(pairs["reference_workforce"] > 0)
    )
    differs = (pairs["ratio_pct"] - 100).abs() > tolerance_pct
    pairs = pairs.assign(definition_differs=differs.astype("boolean").mask(pairs["ratio_pct"].isna()))
    keys = ["region_code", "period", "denominator"]
    columns = [
        *keys,
        "workforce",
        "reference_period",
        "reference_workforce",
        "ratio_pct",
        "definition_differs",
    ]
    return pairs[columns].reset_index(drop=True)


def _members_by_segment(members: pd.DataFrame, *, status: str) -> pd.DataFrame:
    """Persons of one status per region, period and segment; "unspecified" where that status is not published."""
    counts = counts_by_status(members)
    chosen = counts[counts["status"] == status]
    if status == "registered":
        chosen = registered_counts(counts)
    if status != "inactive":
        chosen = pd.concat([chosen, counts[counts["status"] == "unspecified"]], ignore_index=True)
    chosen = chosen.drop_duplicates(["region_code", "period", "segment"], keep="first")
    return chosen.rename(columns={"persons": "members"})


def counts_by_status(members: pd.DataFrame) -> pd.DataFrame:
    """The row of a segment whoever pays, else the sum over payers if the members' or employers' own are among
    them.

    Returns: one row per region_code, period, segment, status, sorted by these: persons.
    """
    counted = counted_rows(members)
    if not counted.duplicated(_COUNT).any():
        return counted[[*_COUNT, "persons"]].reset_index(drop=True)
    return counted.groupby(_COUNT, as_index=False)["persons"].sum(skipna=False)


def counted_rows(members: pd.DataFrame) -> pd.DataFrame:
    """The rows that each count of `counts_by_status` is made of: one, or several that are added up over
    payers.

    Returns: rows of `members` under their own index labels, sorted by region_code, period, segment, status.
    """
    _check_counts(members, "members")
    funding = (
        members["funding"] if "funding" in members else pd.Series(None, index=members.index, dtype="object")
    )
    frame = members.assign(funding=funding.where(funding.notna(), WHOLE_FUNDING[0]))
    _refuse_doubles(frame, [*_COUNT, "funding"], "members")
    frame = frame.sort_values([*_COUNT, "funding"])  # "any" stands before "unspecified"
    is_whole = frame["funding"].isin(WHOLE_FUNDING)
    whole = frame[is_whole].drop_duplicates(_COUNT)
    if is_whole.all():
        return whole
    parts = frame[~is_whole]
    has_own = parts["funding"].isin(OWN_FUNDING).groupby([parts[name] for name in _COUNT]).transform("any")
    is_published = pd.MultiIndex.from_frame(parts[_COUNT]).isin(pd.MultiIndex.from_frame(whole[_COUNT]))
    return pd.concat([whole, parts[has_own & ~is_published]]).sort_values(_COUNT, kind="stable")


def registered_counts(counts: pd.DataFrame) -> pd.DataFrame:
    """Published registered rows, and active + inactive where none is published and both are."""
    key = ["region_code", "period", "segment"]
    parts = counts[counts["status"].isin(["active", "inactive"])]
    both = parts.groupby(key)["status"].transform("size") == 2
    made = parts[both].groupby(key, as_index=False)["persons"].sum(min_count=2).assign(status="registered")
    published = counts[counts["status"] == "registered"]
    return pd.concat([published, made], ignore_index=True).drop_duplicates(key, keep="first")


def _checked_workforce(workforce: pd.DataFrame) -> pd.DataFrame:
    _check_counts(workforce, "workforce")
    _refuse_doubles(workforce, ["region_code", "period", "denominator", "segment"], "workforce")
    frame = workforce if "rse_pct" in workforce else workforce.assign(rse_pct=np.nan)
    frame = frame[["region_code", "period", "denominator", "segment", "persons", "rse_pct"]]
    return frame.assign(rse_pct=pd.to_numeric(frame["rse_pct"]).astype("float64"))


def _workforce_totals(workforce: pd.DataFrame) -> pd.DataFrame:
    """The total of each region_code, period and denominator: the sum of its `total_rows`."""
    rows, key = total_rows(workforce), ["region_code", "period", "denominator"]
    is_published = rows["segment"] == TOTAL
    summed = rows[~is_published].groupby(key, as_index=False)["persons"].sum()
    return pd.concat([rows.loc[is_published, [*key, "persons"]], summed], ignore_index=True)


def total_rows(workforce: pd.DataFrame) -> pd.DataFrame:
    """The rows that the total of a workforce is made of: the published one, else formal and informal where
    both are known.

    Returns: rows of `workforce` under their own index labels.
    """
    key = ["region_code", "period", "denominator"]
    published = workforce[workforce["segment"] == TOTAL].dropna(subset="persons").drop_duplicates(key)
    parts = workforce[workforce["segment"].isin(HALVES)].dropna(subset="persons")
    is_whole = parts.groupby(key)["segment"].transform("size") == len(HALVES)
    is_published = pd.MultiIndex.from_frame(parts[key]).isin(pd.MultiIndex.from_frame(published[key]))
    return pd.concat([published, parts[is_whole & ~is_published]])


def _nearest_workforce(pairs: pd.DataFrame, *, value: str = "workforce") -> pd.DataFrame:
    """One row per cell, sorted by it: the workforce period that the pairing rule (METHODS.md, rule 2)
    chooses.
    """
    known = pairs[pairs[value].notna()]
    dated = known.merge(_period_distances(known), on=["period", "workforce_period"], validate="many_to_one")
    order = ["other_period", "years", "later", "distance"]
    nearest_first = dated[dated["years"] >= 0].sort_values(order, kind="stable")
    return nearest_first.drop_duplicates(_CELL, keep="first").sort_values(_CELL).drop(columns=order)


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


def _check_counts(frame: pd.DataFrame, name: str) -> None:
    if odd := [code for code in frame["region_code"].unique() if not isinstance(code, str)]:
        raise ValueError(f"{name}: region codes are text such as '64.08', found {odd[:3]}.")
    is_negative = pd.to_numeric(frame["persons"]) < 0
    if is_negative.any():
        keys = frame.loc[is_negative, ["region_code", "period", "segment"]].head(3).values.tolist()
        raise ValueError(f"{name}: {is_negative.sum()} counts below zero, such as {keys}.")


def _refuse_doubles(frame: pd.DataFrame, key: list[str], name: str) -> None:
    is_double = frame.duplicated(key)
    if is_double.any():
        raise ValueError(
            f"{name}: {is_double.sum()} rows repeat a key ({', '.join(key)}), such as "
            f"{frame.loc[is_double, key].head(3).values.tolist()}. Keep one row of each."
        )
