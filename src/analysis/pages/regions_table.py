"""The table of every region of an area: its members where known, its workers, their informal share."""

from __future__ import annotations

import pandas as pd

from .. import measures
from . import blocks, construction
from . import rounding_marks as known_figures
from .area_scope import AreaScope
from .tables import heads, table

OF_SURVEY = (0, 3, 6)  # columns known without members: region, workers, informal share


REGION_COLUMNS = [
    ("col_region", "text", 2.2),
    ("col_month", "month", 0.9),
    ("col_members", "int", 1.1),
    ("col_workforce", "int", 1.1),
    ("col_ratio", "pct", 0.8),
    ("col_gap", "int", 1.4),
    ("col_informal", "pct", 0.9),
]


def known_table(view: AreaScope, newest: pd.DataFrame, structure: pd.DataFrame) -> blocks.Block:
    """Every region, sorted: members where known, workforce, ratio, gap, and the informal share that is known
    for all.

    Args:
        newest: `measures.totals` on the reference denominator, one row per region (its newest period, or one
            period).
        structure: `measures.workforce_structure`.
    """
    latest = structure.dropna(subset="employed").sort_values("period")
    latest = latest.drop_duplicates("region_code", keep="last")
    # a region may have no survey
    latest = latest.set_index("region_code").reindex(view.regions["region_code"])
    newest = newest[newest["members"].notna()]  # of one segment alone no total is known
    shown = newest[newest["region_code"].isin(view.regions["region_code"])].reset_index(drop=True)
    rough = known_figures.rests_on_round(shown, view.tables.members).set_axis(shown["region_code"])
    rows = _region_rows(view, newest, latest, largest_first(view, shown, latest), rough)
    names, text = view.tables.regions.set_index("region_code")["short_name"], view.text
    keys = measures.total_keys(shown)
    keys += [measures.EmploymentKey(code, period) for code, period in latest["period"].dropna().items()]
    columns = heads(view.words, REGION_COLUMNS)
    if not len(shown):
        columns, rows = [columns[at] for at in OF_SURVEY], [[row[at] for at in OF_SURVEY] for row in rows]
    none = "" if len(shown) else "_none"
    return table(
        view.words,
        text(f"area_table_title{none}", known=len(shown), count=len(view.regions)),
        columns,
        rows,
        id="regions",
        notes=[
            text(f"area_table_note{none}", denominator=view.by_denominator()),
            *([text("area_table_months")] if shown["period"].nunique() > 1 else []),
            *([text("workers_note")] if len(shown) else []),
            construction.listed(shown, names, view.words),
            *known_figures.notes(shown, rough.reset_index(drop=True), names, view.words),
        ],
        source=view.line(*keys),
    )


def _region_rows(
    view: AreaScope, newest: pd.DataFrame, latest: pd.DataFrame, order: pd.DataFrame, rough: pd.Series
) -> list[list]:
    """A line of `known_table` for each region; without members its workers and informal share alone."""
    known = {row["region_code"]: row for _, row in newest.iterrows()}
    rows = []
    for region in order.itertuples(index=False):
        code = region.region_code
        survey, row = latest.loc[code], known.get(code)
        if row is None:
            period, figures = None, [None, survey["employed"], None, None]
        else:
            period, figures = row["period"], known_figures.cells(row, view.words, rough=rough[code])
        rows.append([region.short_name, period, *figures, survey["informal_pct"]])
    return rows


def largest_first(view: AreaScope, shown: pd.DataFrame, latest: pd.DataFrame) -> pd.DataFrame:
    """The regions by coverage where all known are of one month, else those known first; then by workers."""
    coverage = shown.set_index("region_code")["coverage_pct"].reindex(view.regions["region_code"])
    if shown["period"].nunique() > 1:
        coverage = coverage.where(coverage.isna(), 0)
    order = view.regions.assign(first=coverage.to_numpy(), workers=latest["employed"].to_numpy())
    return order.sort_values(["first", "workers"], ascending=False, na_position="last", kind="stable")
