"""Regions in the order of a circumstance that is no coverage: the share of poor people.

Hides where that share comes from for a province, which has none of its own in the tables.
"""

import numpy as np
import pandas as pd

from .disparity import ordered_disparity
from .theil import concentration_curve
from .uncertainty import log_error

POVERTY = "poverty"  # measure of the table of figures: share of poor people (P0), percent
LEAST_ORDERED = 8  # regions below which no ordered measure is given; METHODS.md, rule 31


def poverty_pct(figures: pd.DataFrame, regions: pd.DataFrame) -> pd.DataFrame:
    """The newest share of poor people of every district; of a province its districts' mean, weighted by
    population.

    A province has one only where all its districts do.

    Args:
        figures: the table; rows of the measure "poverty". regions: region_code, level, parent_code,
            population.

    Returns: one row per region_code (index): period, poverty_pct.
    Source: METHODS.md, rule 31.
    """
    rows = (
        figures[figures["measure"] == POVERTY]
        .sort_values("period")
        .drop_duplicates("region_code", keep="last")
    )
    known = rows.set_index("region_code")
    districts = regions[regions["level"] == "district"]
    districts = districts.assign(
        poverty_pct=districts["region_code"].map(known["value"]),
        period=districts["region_code"].map(known["period"]),
    )
    own = districts.dropna(subset="poverty_pct").set_index("region_code")[["period", "poverty_pct"]]
    poor = districts["poverty_pct"] * districts["population"]
    by_province = (
        districts.assign(poor=poor)
        .groupby("parent_code")
        .agg(
            poor=("poor", lambda values: values.sum(skipna=False)),
            population=("population", "sum"),
            period=("period", "max"),
        )
    )
    provinces = by_province.assign(poverty_pct=by_province["poor"] / by_province["population"]).dropna(
        subset="poverty_pct"
    )
    return pd.concat([own, provinces[["period", "poverty_pct"]]])


def by_poverty(rows: pd.DataFrame, poverty: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The ordered measures and the concentration curve of regions, the poorest first.

    Args:
        rows: totals of one month and denominator with rse_pct, that may be judged. poverty: `poverty_pct`.

    Returns: `ordered_disparity` and `concentration_curve`; both empty where fewer than 8 regions have both.
    Source: METHODS.md, rule 31.
    """
    known = rows[rows["coverage_pct"].notna()].merge(
        poverty["poverty_pct"], left_on="region_code", right_index=True, how="inner", validate="one_to_one"
    )
    if len(known) < LEAST_ORDERED:
        return pd.DataFrame(columns=["measure", "value"]), pd.DataFrame(
            columns=["workforce_pct", "covered_pct"]
        )
    known = known.sort_values(["poverty_pct", "region_code"], ascending=[False, True])
    error = known["coverage_pct"] * log_error(known["rse_pct"])
    found = ordered_disparity(
        known["coverage_pct"], known["workforce"], standard_errors=None if error.isna().any() else error
    )
    curve = concentration_curve(known["workforce"], known["covered"], order=np.arange(len(known)))
    return found, curve
