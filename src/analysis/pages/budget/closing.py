"""What covering the informal workers costs, by district."""

from __future__ import annotations

import pandas as pd

from ... import measures
from ...words import formats
from .. import blocks
from ..area_scope import AreaScope
from ..budget_terms import Terms, formal_keys, informal_keys, price_key
from ..tables import heads, table

CLOSE_COLUMNS = [
    ("col_region", "text", 2.0),
    ("col_informal_workers", "int", 1.0),
    ("col_informal_members", "int", 0.9),
    ("col_month", "month", 0.8),
    ("col_gap", "int", 1.2),
    ("col_cost_year", "idr_short", 1.5),
    ("col_cost_five", "idr_short", 1.5),
]


def cost_table(
    view: AreaScope, plan: Terms, districts: pd.DataFrame, formal_gap: float | None
) -> list[blocks.Block]:
    """What covering the informal workers costs a year and over five, by district; at most, where members are
    unknown.

    Args:
        districts: `informal`. formal_gap: formal people not covered in the districts known; None where
            unknown.
    """
    names = view.tables.regions.set_index("region_code")["short_name"]
    priced = measures.cost_by_district(districts, view.tables.premiums, start=plan.start, payer=plan.payer)
    sums, all_known = priced.iloc[-1], bool(priced["is_known"].iloc[-1])
    rows = [
        [names[row.region_code], row.workforce,
         {"value": row.members, "tone": "warn" if row.members > row.workforce else ""}, row.period,
         *[cell | {"tone": "" if row.is_known else "muted"} for cell in _priced_cells(row)]]
        for row in priced.iloc[:-1].sort_values("year_idr", ascending=False).itertuples(index=False)
    ]  # fmt: skip
    rows.append([view.text("plan_sum"), sums["workforce"], None, None, *_priced_cells(sums)])
    text = view.text
    duty = (
        view.say("plan_duty", gap=formal_gap, behind=formal_keys(view))
        if formal_gap
        else view.say("plan_duty_unknown")
    )
    return [
        table(
            view.words,
            text("plan_cost_title" if all_known else "plan_cost_title_most", cost=sums["year_idr"]),
            heads(view.words, CLOSE_COLUMNS),
            rows,
            id="close",
            row_styles=[""] * len(districts) + ["total"],
            notes=[] if all_known else [text("plan_cost_note")],
            source=view.line(*informal_keys(districts), price_key(plan, years=5)),
        ),
        blocks.text(duty),
    ]


def _priced_cells(row) -> list[dict]:
    """People and what they cost in a year and in five; at most, where members are not known."""
    qualifier = "" if row.is_known else "at_most"
    return [{"value": formats.stated(each, qualifier)} for each in (row.people, row.year_idr, row.five_idr)]
