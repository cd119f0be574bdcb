"""One base and one month: which figures may be set beside one another.

Hides how the make-up of a total is told (with construction, without, or not said) and which month is recent and known enough.
"""

from __future__ import annotations

import pandas as pd

from .coverage import HALVES, TOTAL

FEWEST = 3  # regions below which nothing is compared; METHODS.md, rule 109
ENOUGH = 0.5  # share of the best known month that a newer one must reach; METHODS.md, rule 109
BASES = ("excluded", "included", "unknown")  # construction workers in the count of members
COUNTED = ("active", "unspecified")  # status of members that a total counts; METHODS.md, rule 1


def construction_in(cells: pd.DataFrame, members: pd.DataFrame) -> pd.DataFrame:
    """Whether construction workers are in the total of each region and month: excluded, included or unknown.

    Formal and informal, where both are known, make a total without construction; else the published total says it.

    Args:
        cells: rows of `coverage` of one denominator. members: rows of the table of members.
    Returns: region_code, period, base; one row each, sorted.
    Source: METHODS.md, rule 107.
    """
    place = ["region_code", "period"]
    known = cells[cells["members"].notna() & cells["workforce"].notna()]
    parts = known[known["segment"].isin(HALVES)].groupby(place)["segment"].nunique()
    both = parts.index[parts == len(HALVES)]
    wholes = known.loc[known["segment"] == TOTAL, [*place, "status"]].drop_duplicates(place)
    said = members[members["segment"] == TOTAL]
    said = said.assign(base=said.get("construction", "unknown"))
    said = said.drop_duplicates([*place, "status"])[[*place, "status", "base"]]
    found = wholes.merge(said, on=[*place, "status"], how="left", validate="one_to_one").set_index(place)["base"]
    found = found[~found.index.isin(both)].where(lambda base: base.isin(BASES), "unknown")
    whole = pd.concat([found, pd.Series("excluded", index=both, dtype="str")]).rename("base")
    whole.index = pd.MultiIndex.from_tuples(whole.index, names=place)
    return whole.sort_index().reset_index()


def with_base(totals: pd.DataFrame, members: pd.DataFrame) -> pd.DataFrame:
    """`totals` with `base`: whether construction workers are among the members: excluded, included or unknown.

    A total summed from formal and informal has none; a published one has what its source says of it.

    Args:
        totals: rows of `totals` by region_code, period, denominator. members: rows of the table of members.
    Source: METHODS.md, rule 107.
    """
    key = ["region_code", "period"]
    published = members[(members["segment"] == TOTAL) & members["status"].isin(COUNTED)]
    published = published.assign(construction=published.get("construction", "unknown"))
    said = published.groupby(key)["construction"].agg(["first", "nunique"])
    base = totals[key].merge(said["first"].where(said["nunique"] == 1, "unknown").rename("base").reset_index(),
                             on=key, how="left", validate="many_to_one")["base"].set_axis(totals.index)  # fmt: skip
    base = base.where(base.isin(BASES), "unknown")
    return totals.assign(base=base.mask(totals["basis"] == "segments", "excluded"))


def months_known(bases: pd.DataFrame) -> pd.DataFrame:
    """How many regions are known on one base in each month: period, base, regions; newest first, then the best known base."""
    counts = bases.groupby(["period", "base"])["region_code"].nunique().rename("regions").reset_index()
    return counts.sort_values(["period", "regions", "base"], ascending=[False, False, True], ignore_index=True)


def month_of_comparison(months: pd.DataFrame) -> tuple[str, str] | None:
    """The month and base to compare on: the newest month in which enough regions are known on one base.

    Enough is three, and half of what the best known month has. None where no month reaches three.
    Source: METHODS.md, rule 109.
    """
    enough = months[[is_enough(count, months["regions"].max()) for count in months["regions"]]] if len(months) else months
    if not len(enough):
        return None
    first = enough.iloc[0]
    return first["period"], first["base"]


def is_enough(regions: int, most: int) -> bool:
    """Whether as many regions are known as a comparison takes, where the best known month has `most`."""
    return regions >= FEWEST and regions >= ENOUGH * most
