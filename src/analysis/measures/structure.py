"""The make-up of the workforce: shares by employment status, known for every district."""

from __future__ import annotations

import pandas as pd

#: Indicator -> employment statuses of Sakernas that it counts; METHODS.md, rule 68, says what "1" to "7" are.
INDICATORS = {
    "informal_pct": ("1", "2", "5", "6", "7"),
    "employee_pct": ("4",),
    "employer_pct": ("3",),
    "own_account_pct": ("1", "2"),
    "casual_pct": ("5", "6"),
    "unpaid_pct": ("7",),
}


def workforce_structure(employment: pd.DataFrame) -> pd.DataFrame:
    """Shares of employment by status.

    Args:
        employment: one row per region_code, period and status "1" to "7"; persons.

    Returns: one row per region_code and period: employed (persons) and the shares of INDICATORS in percent of
        employed; missing where a status is missing or nobody is employed.
    Raises: ValueError, if a status stands twice.
    Source: METHODS.md, rule 68.
    """
    if employment.duplicated(["region_code", "period", "status"]).any():
        raise ValueError("workforce_structure: a status stands twice for a region and period")
    wide = (
        employment.set_index(["region_code", "period", "status"])["persons"]
        .unstack("status")
        .reindex(columns=list("1234567"))
    )
    employed = wide.sum(axis=1, min_count=7, skipna=False)
    divisor = employed.where(employed > 0)
    shares = {
        name: 100 * wide[list(statuses)].sum(axis=1, skipna=False) / divisor
        for name, statuses in INDICATORS.items()
    }
    return pd.DataFrame({"employed": employed, **shares}).reset_index()


def neighbour_features(
    structure: pd.DataFrame, regions: pd.DataFrame, *, level: str = "district"
) -> pd.DataFrame:
    """What districts, or provinces, are compared by: size and make-up of the workforce, density of
    population.

    Args:
        structure: rows of `workforce_structure`; each district's newest known period is taken.
        regions: region_code, level, population, area_km2.
        level: of the regions that are compared with each other: "district" or "province".

    Returns: one row per region of that level (index region_code): employed, informal_pct, own_account_pct,
        unpaid_pct, density (persons per square kilometre; of a province the sum of its districts over the sum
        of their areas; missing where an area is). A zero of either is missing too.
    Source: METHODS.md, rule 30.
    """
    own = regions[regions["level"] == level].set_index("region_code")
    if level == "province":
        districts = regions[regions["level"] == "district"].groupby("parent_code")
        own = own.assign(**{name: districts[name].sum(skipna=False) for name in ("population", "area_km2")})
    newest = (
        structure.dropna(subset="employed").sort_values("period").drop_duplicates("region_code", keep="last")
    )
    known = newest.set_index("region_code").reindex(own.index)
    features = known[["employed", "informal_pct", "own_account_pct", "unpaid_pct"]]
    density = own["population"] / own["area_km2"].where(own["area_km2"] > 0)
    return features.assign(
        employed=features["employed"].where(features["employed"] > 0), density=density.where(density > 0)
    )
