"""The make-up of the workforce: shares by employment status, known for every district."""

from __future__ import annotations

import pandas as pd

#: Indicator -> employment statuses of Sakernas that it counts; METHODS.md, rule 21.
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
    Source: METHODS.md, rule 21.
    """
    if employment.duplicated(["region_code", "period", "status"]).any():
        raise ValueError("workforce_structure: a status stands twice for a region and period")
    wide = employment.pivot(index=["region_code", "period"], columns="status", values="persons").reindex(
        columns=list("1234567")
    )
    employed = wide.sum(axis=1, min_count=7, skipna=False)
    divisor = employed.where(employed > 0)
    shares = {
        name: 100 * wide[list(statuses)].sum(axis=1, skipna=False) / divisor for name, statuses in INDICATORS.items()
    }
    return pd.DataFrame({"employed": employed, **shares}).reset_index()
