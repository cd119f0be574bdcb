"""Members of a region as it stood before it was split, over the workforce of the same area as it is divided
today.

Hides which of today's regions make up the old one, and that all of them must be known in one survey.
"""

from __future__ import annotations

import pandas as pd

from ..words import REFERENCE
from .counts import HALVES, TOTAL
from .coverage import add_measures

_KEY = ["former_code", "period", "segment", "construction"]


def former_coverage(
    members: pd.DataFrame,
    workforce: pd.DataFrame,
    former_regions: pd.DataFrame,
    *,
    denominator: str = REFERENCE,
) -> pd.DataFrame:
    """Coverage of regions as they stood: formal, informal, their sum, and the published total with
    construction.

    The workforce is the sum over the regions of today that the old one is made of, of the members' year, else
    of the newest earlier year in which all of them are known.

    Args:
        members: rows of `members_former`, one per former_code, period, segment, status.
        workforce: rows of `workforce`.
        former_regions: `successors` are codes of today, separated by blanks.

    Returns: one row per former_code, period, segment and construction ("excluded", or "included" for the
        published total), sorted by these: name, successors, status, workforce_period and the measures of
        `coverage`; none where no survey holds all parts.
    Source: METHODS.md, rule 108.
    """
    parts = members[members["segment"].isin(HALVES)]
    both = parts.groupby(["former_code", "period", "status"])["segment"].transform("nunique") == len(HALVES)
    summed = (
        parts[both]
        .groupby(["former_code", "period", "status"], as_index=False)["persons"]
        .sum()
        .assign(segment=TOTAL)
    )
    published = members[members["segment"] == TOTAL]
    counted = pd.concat([parts.assign(construction="excluded"), summed.assign(construction="excluded"),
                         published.assign(construction="included")], ignore_index=True)  # fmt: skip
    counted = counted[[*_KEY, "status", "persons"]].rename(columns={"persons": "members"})
    counted = counted.merge(
        former_regions[["former_code", "name", "successors"]], on="former_code", validate="many_to_one"
    )
    areas = area_workforce(workforce[workforce["denominator"] == denominator], former_regions)
    pairs = counted.merge(areas, on=["former_code", "segment"], validate="many_to_many")
    pairs = pairs[pairs["workforce_period"].str[:4] <= pairs["period"].str[:4]]
    newest = pairs.sort_values([*_KEY, "workforce_period"]).drop_duplicates(_KEY, keep="last")
    return add_measures(newest.assign(denominator=denominator)).reset_index(drop=True)


def area_workforce(workforce: pd.DataFrame, former_regions: pd.DataFrame) -> pd.DataFrame:
    """The workforce of each former region by period and segment, where every region of today in it is known.

    Returns: former_code, workforce_period, segment, workforce.
    """
    parts = former_regions.assign(region_code=former_regions["successors"].str.split()).explode("region_code")
    parts = parts.assign(parts=parts.groupby("former_code")["region_code"].transform("size"))
    rows = workforce.merge(
        parts[["former_code", "region_code", "parts"]], on="region_code", validate="many_to_many"
    )
    groups = rows.groupby(["former_code", "period", "segment"])
    summed = groups.agg(
        workforce=("persons", "sum"), known=("region_code", "size"), parts=("parts", "first")
    ).reset_index()
    whole = summed[summed["known"] == summed["parts"]]
    return whole.rename(columns={"period": "workforce_period"})[
        ["former_code", "workforce_period", "segment", "workforce"]
    ]
