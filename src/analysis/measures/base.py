"""One base and one month: which figures may be set beside one another.

Hides how the make-up of a total is told (with construction, without, or not said) and which month is recent
and known enough.
"""

from __future__ import annotations

import pandas as pd

from .counts import TOTAL
from .coverage import totals

FEWEST = 3  # regions below which nothing is compared; METHODS.md, rule 109
ENOUGH = 0.5  # share of the best known month that a newer one must reach; METHODS.md, rule 109
BASES = ("excluded", "included", "unknown")  # construction workers in the count of members
COUNTED = ("active", "unspecified")  # status of members that a total counts; METHODS.md, rule 1


def construction_in(cells: pd.DataFrame, members: pd.DataFrame) -> pd.DataFrame:
    """Whether construction workers are in the total of each region and month: excluded, included or unknown.

    Formal and informal, where both are known, make a total without construction; else the published total
    says it.

    Args:
        cells: rows of `coverage` of one denominator. members: rows of the table of members.
    Returns: region_code, period, base; one row each, sorted.
    Source: METHODS.md, rule 107.
    """
    whole = with_base(totals(cells), members)
    return whole.loc[whole["basis"] != "incomplete", ["region_code", "period", "base"]].reset_index(drop=True)


def with_base(whole: pd.DataFrame, members: pd.DataFrame) -> pd.DataFrame:
    """Totals with `base`: whether construction workers are among the members: excluded, included or unknown.

    A total summed from formal and informal has none; a published one has what its source says of it.

    Args:
        whole: rows of `totals` by region_code, period, denominator. members: rows of the table of members.
    Source: METHODS.md, rule 107.
    """
    key = ["region_code", "period"]
    published = members[(members["segment"] == TOTAL) & members["status"].isin(COUNTED)]
    published = published.assign(construction=published.get("construction", "unknown"))
    said = published.groupby(key)["construction"].agg(["first", "nunique"])
    stated = said["first"].where(said["nunique"] == 1, "unknown").rename("base").reset_index()
    base = whole[key].merge(stated, on=key, how="left", validate="many_to_one")["base"]
    base = base.set_axis(whole.index).where(base.isin(BASES).to_numpy(), "unknown")
    return whole.assign(base=base.mask(whole["basis"] == "segments", "excluded"))


def months_known(bases: pd.DataFrame) -> pd.DataFrame:
    """How many regions are known on one base in each month: period, base, regions; newest first, then the
    best known base.
    """
    counts = bases.groupby(["period", "base"])["region_code"].nunique().rename("regions").reset_index()
    return counts.sort_values(
        ["period", "regions", "base"], ascending=[False, False, True], ignore_index=True
    )


def month_of_comparison(months: pd.DataFrame) -> tuple[str, str] | None:
    """The month and base to compare on: the newest month in which enough regions are known on one base.

    Enough is three, and half of what the best known month has. None where no month reaches three.
    Source: METHODS.md, rule 109.
    """
    enough = (
        months[[is_enough(count, months["regions"].max()) for count in months["regions"]]]
        if len(months)
        else months
    )
    if not len(enough):
        return None
    first = enough.iloc[0]
    return first["period"], first["base"]


def is_enough(regions: int, most: int) -> bool:
    """Whether as many regions are known as a comparison takes, where the best known month has `most`."""
    return regions >= FEWEST and regions >= ENOUGH * most
