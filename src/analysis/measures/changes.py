"""Which figures moved between two builds: members, workers and those not covered, by segment and in total.

Hides that both builds are computed by today's rules, so that what moved is data and never a method, and which
month of the earlier build a new month stands beside.
"""

from __future__ import annotations

import pandas as pd

from ..processed import Tables
from ..rows import differs, rows_of
from .counts import TOTAL
from .coverage import CELL, coverage, totals

PLACE = ["file", "row"]  # of a row, which says nothing of its figure
FIGURES = ["members", "workforce", "gap"]
MOVED = ["segment", "figure", "period_before", "before", "period", "after"]


def changed_figures(before: Tables, after: Tables) -> pd.DataFrame:
    """The figures of cells and totals that two builds state differently.

    Returns: region_code, period, segment, denominator, figure ("members", "workforce", "gap"), before, after
        (missing where a build does not have it), sorted by the first four.
    Source: METHODS.md, rule 67.
    """
    both = _long(_figures(before.members, before.workforce)).merge(
        _long(_figures(after.members, after.workforce)),
        on=[*CELL, "figure"],
        how="outer",
        suffixes=("_before", "_after"),
        validate="one_to_one",
    )
    found = both.rename(columns={"persons_before": "before", "persons_after": "after"})
    return found[differs(found["before"], found["after"])].reset_index(drop=True)


def moved_figures(
    before: Tables | None, after: Tables, region_code: str, *, period: str | None, denominator: str
) -> pd.DataFrame | None:
    """The figures of one region, month and denominator beside those of the build before.

    The month of the build before is the same where it had one; else its newest, which its report led with.

    Returns: segment, figure, period_before (missing where it knew no month), before, period, after: those
        that differ; None where there is no build before, or no month today.
    Source: METHODS.md, rule 67.
    """
    if before is None or period is None:
        return None
    own = [
        [rows_of(frame, region_code).reset_index(drop=True) for frame in (tables.members, tables.workforce)]
        for tables in (before, after)
    ]
    if all(_said(old).equals(_said(new)) for old, new in zip(*own, strict=True)):
        return pd.DataFrame(columns=MOVED)
    old, new = (
        _figures(members, workforce)
        .pipe(lambda rows: rows[rows["denominator"] == denominator])
        .dropna(subset="members")
        for members, workforce in own
    )
    month = period if period in set(old["period"]) else old["period"].max()
    old, new = (_long(rows[rows["period"] == at]) for rows, at in ((old, month), (new, period)))
    found = old.merge(
        new, on=["segment", "figure"], how="outer", suffixes=("_before", "_after"), validate="one_to_one"
    )
    found = found.assign(
        figure=pd.Categorical(found["figure"], FIGURES), period_before=month, period=period
    ).rename(columns={"persons_before": "before", "persons_after": "after"})
    found = found.sort_values(["segment", "figure"], kind="stable").astype({"figure": "str"})
    return found.loc[differs(found["before"], found["after"]), MOVED].reset_index(drop=True)


def _said(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows without the place where they were read."""
    return rows.drop(columns=PLACE, errors="ignore")


def _figures(members: pd.DataFrame, workforce: pd.DataFrame) -> pd.DataFrame:
    """Cells and their totals."""
    cells = coverage(members, workforce)
    parts = cells[cells["segment"] != TOTAL]
    return pd.concat([parts, totals(cells)], ignore_index=True)[[*CELL, *FIGURES]]


def _long(figures: pd.DataFrame) -> pd.DataFrame:
    return figures.melt(id_vars=CELL, value_vars=FIGURES, var_name="figure", value_name="persons")
