"""Whether a printed budget equals persons x contribution x months. METHODS.md, rule 128."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .cost import monthly_premium
from .printed import counts_range

BUDGET_TOLERANCE_PCT = 1.0  # as rule 45


YEAR = 12  # months


def budget_verdicts(budgets: pd.DataFrame, *, premiums: pd.DataFrame) -> pd.DataFrame:
    """Whether a printed budget equals persons x contribution x months.

    Args:
        budgets: `published`. premiums: the table.
    Returns: rows as `verdicts`: members are the persons; months those printed, else the whole number (of at
        most a year) that the money pays; implied the contribution in rupiah that the money comes to for these
        months, else for a year.
    Source: METHODS.md, rule 128.
    """
    rows = budgets[budgets["value"].notna()].reset_index(drop=True)
    persons = rows["persons"]
    premium = pd.Series(
        [_premium(premiums, row) for row in rows.itertuples(index=False)], index=rows.index, dtype="float64"
    )
    is_printed = rows["months"].notna()
    whole = (rows["value"] / (persons * premium)).round().clip(lower=1, upper=YEAR)
    months = rows["months"].where(is_printed, whole)
    few, many = counts_range(rows["value"].where(rows["qualifier"] != "exact"))
    cost, slack = persons * premium * months, BUDGET_TOLERANCE_PCT / 100 * rows["value"]
    fits = cost.between(few.fillna(rows["value"]) - slack, many.fillna(rows["value"]) + slack)
    reason = np.select(
        [persons.isna(), premium.isna(), fits & is_printed, fits & (months == YEAR), fits, is_printed],
        [
            "persons_not_printed",
            "contribution_unknown",
            "months_printed",
            "a_year",
            "some_months",
            "other_contribution",
        ],
        "no_whole_months",
    )
    is_open = persons.isna() | premium.isna()
    months = months.where(is_printed | fits)
    return rows.assign(
        statement="budget",
        verdict=np.select([is_open, fits], ["budget_open", "budget_fits"], "budget_fails"),
        reason=reason,
        also="",
        members=persons,
        amount_idr=rows["value"],
        contribution_idr=premium,
        months=months,
        implied=(rows["value"] / (persons * months.fillna(YEAR))).round(),
    )


def _premium(premiums: pd.DataFrame, row) -> float:
    """The monthly contribution when the budget begins; missing where the fund is no public payer."""
    start = row.period if len(row.period) > len("2025") else f"{row.period}-01"
    try:
        return monthly_premium(premiums, month=start, payer=row.funding)
    except ValueError:
        return np.nan
