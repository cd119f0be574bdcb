"""A figure as every outlet gives it: report, comparison, explorer, index, spreadsheet and `data.coverage()`.

Hides what the arithmetic of a ratio above 100 % would wrongly say (coverage 100, nobody uncovered), and how
sure the sources of a figure are. Sums and benchmarks use the arithmetic; what is shown of one region comes
from here.
"""

import numpy as np
import pandas as pd

from ..words import REFERENCE
from ..words.formats import ROUND
from .counts import HALVES, TOTAL
from .evidence import COUNTED

UNKNOWN = ["coverage_pct", "coverage_low_pct", "coverage_high_pct", "gap", "gap_low", "gap_high", "gap_pct"]


def is_unknown(row):
    """Whether nothing can be said of those not covered: a ratio above 100 % that no segment's gap stands
    behind.

    Of a row, or of each row of a frame. Source: METHODS.md, rule 103.
    """
    return (row["ratio_pct"] > 100) & np.logical_not(row["gap"] > 0)


def reported(rows: pd.DataFrame, members: pd.DataFrame, workforce: pd.DataFrame) -> pd.DataFrame:
    """Rows of cells or totals as they are shown, each with its `qualifier`.

    Where a ratio above 100 % has no gap behind it, coverage and those not covered are missing: neither 100
    nor 0.

    Returns: `rows` with qualifier (as it is where they have one): "about" (members or workforce are round in
        their source), "at_least" (members in total only, under a denominator that is no survey), else
        "exact".
    Source: METHODS.md, rules 19, 102 and 103.
    """
    rows = rows if "qualifier" in rows else rows.assign(qualifier=qualifiers(rows, members, workforce))
    unknown = is_unknown(rows)
    return rows.assign(**{name: rows[name].where(~unknown) for name in UNKNOWN if name in rows})


def qualifiers(rows: pd.DataFrame, members: pd.DataFrame, workforce: pd.DataFrame) -> pd.Series:
    """How exact the figures of each row are; see `reported`."""
    unknown = is_unknown(rows)
    counted = members[members["status"].isin(COUNTED) & members["qualifier"].isin(list(ROUND))]
    estimated = workforce[workforce["qualifier"].isin(list(ROUND))]
    by_members = set(zip(counted["region_code"], counted["period"], counted["segment"]))
    by_workers = set(
        zip(estimated["region_code"], estimated["period"], estimated["denominator"], estimated["segment"])
    )
    basis = rows["basis"] if "basis" in rows else pd.Series("cell", index=rows.index)
    keys = zip(
        rows["region_code"],
        rows["period"],
        rows["workforce_period"],
        rows["denominator"],
        rows["segment"],
        basis,
    )
    about = [
        any((code, period, part) in by_members or (code, survey, denominator, part) in by_workers
            for part in (HALVES if segment == TOTAL and kind == "segments" else (segment,)))
        for code, period, survey, denominator, segment, kind in keys
    ]  # fmt: skip
    least = (rows["segment"] == TOTAL) & basis.isin(["total", "mixed"]) & ~unknown
    least &= ~rows["denominator"].str.startswith(REFERENCE)
    choices = [np.array(about, dtype=bool), least.to_numpy(dtype=bool)]
    return pd.Series(np.select(choices, ["about", "at_least"], "exact"), index=rows.index, dtype="str")
