"""Employers who do not comply, named groups of workers, and villages that must add up to their district."""

from itertools import pairwise

import pandas as pd

from .claims import ADDING_UP_TOLERANCE
from .counts import WHOLE_FUNDING
from .coverage import add_measures

# in the order of PP 86/2013; METHODS.md, rule 50
STEPS = ("identified", "warning_1", "warning_2", "fine", "tmp2t")
RESOLVED = "resolved"
CELL = ["region_code", "period", "segment"]
MEASURED = ("ratio_pct", "ratio_class", "covered", "gap", "surplus", "coverage_pct", "hidden_by_netting")
DISTRICT = ("district_members", "district_workforce", "members_difference", "workforce_difference", "adds_up")
VILLAGE_SUMS = ("villages", "known_villages", "members", "workforce", *MEASURED, *DISTRICT)
GROUP = ["region_code", "period", "group"]
GROUP_STATUSES = ["covered", "additional", "planned", "target", "population"]
GROUP_COUNTS = ["covered", "covered_basis", "additional", "planned", "target", "population"]
GROUP_MEASURES = ["ratio_pct", "ratio_class", "coverage_pct", "gap", "surplus"]


def compliance_steps(compliance: pd.DataFrame) -> pd.DataFrame:
    """Firms and workers by category through the steps from identified to TMP2T, over all periods of the
    table.

    Each row of the input counts the firms that entered a step in that period. A later step than the one
    before it may hold more firms where earlier periods are not in the table; its rate then passes 100 and is
    left as it is.

    Args:
        compliance: region_code, period, category, step, firms, workers (may be missing).

    Returns: one row per region_code, category, step (steps in legal order, then resolved): firms, workers,
        workers_known_firms_pct (share of firms in rows that give workers), reached_pct (of identified),
        from_previous_pct (of the step before), first_period, last_period.
    Raises: ValueError, for an unknown step, a repeated key or a negative count.
    Source: METHODS.md, rule 50.
    """
    _check_steps(compliance)
    keys = ["region_code", "category", "step"]
    known = compliance.assign(
        firms_with_workers=compliance["firms"].where(
            compliance["workers"].notna(), 0
        )  # a sum over rows that give both
    )
    groups = known.sort_values("period").groupby(keys)
    summed = groups[["firms", "workers", "firms_with_workers"]].sum(min_count=1)
    summed = summed.join(groups["period"].agg(first_period="first", last_period="last")).reset_index()
    order = {step: place for place, step in enumerate((*STEPS, RESOLVED))}
    summed = summed.assign(order=summed["step"].map(order)).sort_values(["region_code", "category", "order"])
    group = [summed["region_code"], summed["category"]]
    identified = summed["firms"].where(summed["step"] == STEPS[0]).groupby(group).transform("max")
    before = summed.groupby(["region_code", "category"])["firms"].shift()
    follows = summed.groupby(["region_code", "category"])["order"].diff().eq(1) & (summed["step"] != RESOLVED)
    return (
        summed.assign(
            workers_known_firms_pct=_pct(summed["firms_with_workers"], summed["firms"]),
            reached_pct=_pct(summed["firms"], identified),
            from_previous_pct=_pct(summed["firms"], before).where(follows),
        )
        .drop(columns=["order", "firms_with_workers"])
        .reset_index(drop=True)
    )


def time_in_step(compliance: pd.DataFrame) -> pd.DataFrame:
    """Mean months a firm has stood in a step so far, from the distance between the cumulated entries.

    Entries of a step and of the next are cumulated by month; the area between them over the entries is the
    mean time in the step, firms still standing there included up to the last month (so it can only grow for
    them). Months that the table does not name had no entries. Firms resolved straight from a step are not
    told apart: an upper limit then.

    Args:
        compliance: as `compliance_steps`, periods "YYYY-MM" (rows of a whole year are left out).

    Returns: one row per region_code, category, step (but the last): entered, moved_on, standing, mean_months.
    Source: METHODS.md, rule 51.
    """
    _check_steps(compliance)
    group = ["region_code", "category"]
    monthly = compliance[(compliance["period"].str.len() == 7) & compliance["step"].isin(STEPS)]
    entries = monthly.pivot(index=[*group, "period"], columns="step", values="firms")
    entries = entries.reindex(columns=STEPS).fillna(0)  # no row: nobody entered
    entered, cumulated = entries.groupby(group).sum(), entries.groupby(group).cumsum()
    period = entries.index.to_frame()["period"]
    month = 12 * period.str[:4].astype("int64") + period.str[5:].astype("int64")
    # A state lasts until the next month that the table names; that of the last month ends with it.
    months_until_next = (month.groupby(group).shift(-1) - month).fillna(0)
    parts = []
    for step, following in pairwise(STEPS):
        ahead = (cumulated[step] - cumulated[following]).clip(lower=0)
        waiting = (ahead * months_until_next).groupby(group).sum()
        parts.append(
            pd.DataFrame(
                {
                    "step": step,
                    "entered": entered[step],
                    "moved_on": entered[following],
                    "standing": (entered[step] - entered[following]).clip(lower=0),
                    "mean_months": waiting / entered[step].where(entered[step] > 0),
                }
            )
        )
    return pd.concat(parts).reset_index().sort_values(group, kind="stable", ignore_index=True)


def group_coverage(groups: pd.DataFrame) -> pd.DataFrame:
    """Named groups (election officers, village officials, RT heads, ...): how many are covered, planned,
    exist.

    The row whoever pays is taken; else payers are summed (`covered_basis` says so). "additional" people stay
    apart: whether a source means them within or on top of the covered cannot be read from its text. Groups
    overlap: never add them up.

    Args:
        groups: region_code, period, group, funding, status, persons.

    Returns: one row per region_code, period, group: covered, covered_basis ("whole", "sum_of_payers",
        missing), additional, planned, target, population, ratio_pct, ratio_class, coverage_pct (bounded),
        gap, surplus (the last five missing where the size of the group is not known).
    Raises: ValueError, if a key occurs twice or a count is negative.
    Source: METHODS.md, rule 52.
    """
    key = [*GROUP, "status"]
    if groups.duplicated([*key, "funding"]).any():
        raise ValueError("group_coverage: one row per region, period, group, status and funding is needed.")
    if (groups["persons"] < 0).any():
        raise ValueError("group_coverage: a count is below zero.")
    known = groups[groups["persons"].notna()].sort_values([*key, "funding"])
    whole = known["funding"].isin(WHOLE_FUNDING)
    parts = known[~whole].groupby(key, as_index=False)["persons"].sum().assign(basis="sum_of_payers")
    counts = pd.concat([known.loc[whole, [*key, "persons"]].assign(basis="whole"), parts], ignore_index=True)
    counts = counts.drop_duplicates(key, keep="first")
    wide = counts.pivot_table(index=GROUP, columns="status", values="persons", aggfunc="first")
    wide = wide.reindex(columns=GROUP_STATUSES).reset_index()
    basis = counts.loc[counts["status"] == "covered", [*GROUP, "basis"]]
    basis = basis.rename(columns={"basis": "covered_basis"})
    wide = wide.merge(basis, on=GROUP, how="left", validate="one_to_one")
    wide.columns.name = None
    measured = add_measures(wide.assign(members=wide["covered"], workforce=wide["population"]))
    measured = measured.assign(covered=wide["covered"])[[*GROUP, *GROUP_COUNTS, *GROUP_MEASURES]]
    return measured.sort_values(GROUP, ignore_index=True)


def villages_in_district(villages: pd.DataFrame, cells: pd.DataFrame | None = None) -> pd.DataFrame:
    """Villages summed to their district, bounded village by village, and checked against the district's own
    figures.

    Args:
        villages: village_code, region_code (district), period, segment, members, workforce.
        cells: rows of `coverage` of the districts under the denominator the villages are counted on;
            optional.

    Returns: one row per region_code, period, segment: villages, known_villages, members, workforce,
        ratio_pct, ratio_class, covered, gap, surplus, coverage_pct, hidden_by_netting, district_members,
        district_workforce, members_difference, workforce_difference (villages less district), adds_up (within
        one person; missing without the district's figure or with a village unknown).
    Raises: ValueError, if a village is not in its district by code, a key occurs twice, or `cells` mix
        denominators.
    Source: METHODS.md, rule 53.
    """
    if villages.empty:
        return pd.DataFrame(columns=[*CELL, *VILLAGE_SUMS])
    _check_villages(villages)
    rolled = _sum_of_villages(villages)
    district = pd.DataFrame(columns=[*CELL, "members", "workforce"]) if cells is None else cells
    if district.duplicated(CELL).any():
        raise ValueError("villages_in_district: the district's cells must be of one denominator.")
    district = (
        district[[*CELL, "members", "workforce"]]
        .astype({"members": "float64", "workforce": "float64"})
        .rename(columns={"members": "district_members", "workforce": "district_workforce"})
    )
    rolled = rolled.merge(district, on=CELL, how="left", validate="one_to_one")
    off = [rolled[name] - rolled[f"district_{name}"] for name in ("members", "workforce")]
    known = (rolled["known_villages"] == rolled["villages"]) & off[0].notna() & off[1].notna()
    adds_up = (off[0].abs() <= ADDING_UP_TOLERANCE) & (off[1].abs() <= ADDING_UP_TOLERANCE)
    rolled = rolled.assign(
        members_difference=off[0], workforce_difference=off[1], adds_up=adds_up.astype("boolean").where(known)
    )
    return rolled[[*CELL, *VILLAGE_SUMS]]


def _check_villages(villages: pd.DataFrame) -> None:
    if villages.duplicated(["village_code", "period", "segment"]).any():
        raise ValueError("villages_in_district: one row per village, period and segment is needed.")
    astray = villages[villages["village_code"].str[:5] != villages["region_code"]]
    if len(astray):
        raise ValueError(
            f"villages_in_district: {len(astray)} villages of another district, such as "
            f"{astray[['village_code', 'region_code']].head(3).values.tolist()}."
        )


def _sum_of_villages(villages: pd.DataFrame) -> pd.DataFrame:
    """The villages of each district added up; covered, gap and surplus village by village, never netted."""
    measured = add_measures(villages)
    known = measured["members"].notna() & measured["workforce"].notna()
    counts = ["members", "workforce", "covered", "gap", "surplus"]
    measured = measured.assign(known=known, **{name: measured[name].where(known) for name in counts})
    groups = measured.groupby(CELL)
    summed = groups[counts].sum(min_count=1)
    summed = summed.assign(villages=groups.size(), known_villages=groups["known"].sum()).reset_index()
    # The ratio of the sums; what is bounded stays as it was added up.
    return add_measures(summed).assign(
        **{name: summed[name] for name in ("covered", "gap", "surplus")},
        coverage_pct=_pct(summed["covered"], summed["workforce"]),
        hidden_by_netting=summed["gap"] - (summed["workforce"] - summed["members"]).clip(lower=0),
    )


def _check_steps(compliance: pd.DataFrame) -> None:
    if unknown := sorted(set(compliance["step"]) - {*STEPS, RESOLVED}):
        raise ValueError(f"compliance: unknown steps {unknown[:3]}; known are {[*STEPS, RESOLVED]}.")
    if compliance.duplicated(["region_code", "period", "category", "step"]).any():
        raise ValueError("compliance: one row per region, period, category and step is needed.")
    if (compliance["firms"] < 0).any() or (compliance["workers"] < 0).any():
        raise ValueError("compliance: a count is below zero.")


def _pct(part: pd.Series, whole: pd.Series) -> pd.Series:
    return 100 * part / whole.where(whole > 0)
