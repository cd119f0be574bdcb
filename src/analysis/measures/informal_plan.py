"""The informal workers of an area's districts as a plan for premiums sees them: who is known, and what they
cost.

Where no informal members are known, the informal workforce stands for the gap as its upper bound.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from ..words import REFERENCE
from .base import FEWEST
from .cost import cost_idr
from .shares import share_pct

PLAUSIBLE = ("A", "B")  # classes of ratios that money may be shared out by; METHODS.md, rule 7


def informal_workers(cells: pd.DataFrame, workforce: pd.DataFrame, codes: pd.Series) -> pd.DataFrame:
    """Every district with its informal workers, and where known its informal members and gap, of its newest
    month.

    Args:
        cells: `coverage` of all regions. workforce: the table. codes: of the districts.

    Returns: one row per district: region_code, workforce, workforce_period, and members, period, gap,
        ratio_class, missing where members are not known.
    """
    base = _newest_informal(workforce, codes)
    base = base[["region_code", "persons", "period"]].set_axis(
        ["region_code", "newest_workforce", "newest_period"], axis=1
    )
    known_columns = [
        "region_code",
        "period",
        "members",
        "workforce",
        "workforce_period",
        "gap",
        "ratio_class",
    ]
    both = base.merge(
        _newest_informal(cells, codes)[known_columns], on="region_code", how="left", validate="one_to_one"
    )
    known = both["members"].notna()
    found = both.assign(
        workforce=both["workforce"].where(known, both["newest_workforce"]),
        workforce_period=both["workforce_period"].where(known, both["newest_period"]),
    ).drop(columns=["newest_workforce", "newest_period"])
    return found.sort_values("region_code", ignore_index=True)


def _newest_informal(rows: pd.DataFrame, codes: pd.Series) -> pd.DataFrame:
    """The newest row of each region's informal workers on the reference."""
    chosen = (
        rows["region_code"].isin(codes) & (rows["denominator"] == REFERENCE) & (rows["segment"] == "informal")
    )
    return rows[chosen].sort_values("period").drop_duplicates("region_code", keep="last")


class InformalTotals(NamedTuple):
    """All informal workers of the districts, the gap of those known, and the share of the workers that a plan
    pays.
    """

    workers: float
    gap: float
    share_pct: float


def informal_totals(districts: pd.DataFrame, *, people: int) -> InformalTotals:
    """Sums over `informal_workers`, and the part of them, up to all, that `people` are."""
    workers = float(districts["workforce"].sum())
    return InformalTotals(workers, districts["gap"].sum(), share_pct(min(people, workers), workers))


def shareable(districts: pd.DataFrame, *, each_idr: float) -> pd.DataFrame:
    """The districts that money can be shared out over: plausible informal figures of one and the same month.

    Args:
        districts: `informal_workers`. each_idr: one person for a year.

    Returns: region_code, period, members, workforce, cost_idr; empty with fewer than three.
    """
    fit = districts[districts["members"].notna() & districts["ratio_class"].isin(PLAUSIBLE)]
    if len(fit):
        fit = fit[fit["period"] == fit["period"].mode().max()]
    fit = fit if len(fit) >= FEWEST else fit.iloc[:0]
    return (
        fit[["region_code", "period", "members", "workforce"]]
        .assign(cost_idr=each_idr)
        .reset_index(drop=True)
    )


def by_workers(districts: pd.DataFrame, *, people: int, each_idr: float) -> pd.DataFrame:
    """So many people shared out in proportion to the informal workers of the districts: whole people, none
    left over.

    Args:
        districts: `informal_workers`. people: whom the budget pays for. each_idr: one person for a year.

    Returns: region_code, workforce, workforce_period, members, period, workers_pct (of all), persons (no more
        than the workers), spent_idr, reached_pct (persons of the workers); the most persons first.
    Source: METHODS.md, rule 141.
    """
    workers = districts["workforce"].astype("float64")
    exact = workers * min(people, workers.sum()) / workers.sum()
    whole = np.floor(exact)
    rest = round(exact.sum() - whole.sum())
    persons = whole.where((exact - whole).rank(method="first", ascending=False) > rest, whole + 1)
    shared = districts[["region_code", "workforce", "workforce_period", "members", "period"]].assign(
        workers_pct=share_pct(workers, workers.sum()), persons=persons, spent_idr=persons * each_idr,
        reached_pct=share_pct(persons, workers),
    )  # fmt: skip
    return shared.sort_values(["persons", "region_code"], ascending=[False, True], ignore_index=True)


def cost_by_district(
    districts: pd.DataFrame, premiums: pd.DataFrame, *, start: str, payer: str
) -> pd.DataFrame:
    """What covering the informal workers costs a year and over five, by district; at most, where members are
    unknown.

    Args:
        districts: `informal_workers`.

    Returns: its rows with is_known, people (the gap, or all workers), year_idr, five_idr; and a last row of
        sums, region_code "" and is_known where all are.
    Source: METHODS.md, rules 41 to 44.
    """
    year, five = (cost_idr(1, premiums, start=start, months=12 * count, payer=payer) for count in (1, 5))
    known = districts["members"].notna()
    people = districts["gap"].where(known, districts["workforce"])
    rows = districts.assign(is_known=known, people=people, year_idr=people * year, five_idr=people * five)
    total = float(people.sum())
    sums = {
        "region_code": "",
        "workforce": districts["workforce"].sum(),
        "is_known": known.all(),
        "people": total,
        "year_idr": total * year,
        "five_idr": total * five,
    }
    return pd.concat([rows, pd.DataFrame([sums])], ignore_index=True)


def affordable_by_fund(funded: pd.DataFrame) -> pd.Series:
    """Whole persons that the budgets of each kind of fund keep covered; by funding. `funded`: rows of
    `fund_mix`.
    """
    return funded.groupby("funding")["affordable"].sum()


def with_unspent(compared: pd.DataFrame, *, budget_idr: float) -> pd.DataFrame:
    """The rows of `compare_allocations` with unspent_idr, what each way of sharing leaves of the budget."""
    return compared.assign(unspent_idr=budget_idr - compared["spent_idr"])
