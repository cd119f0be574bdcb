"""The budget shared out over districts: by workers, or in three ways by coverage, and what each neglects."""

from __future__ import annotations

import pandas as pd

from ... import charts, measures
from .. import blocks
from ..area_scope import AreaScope
from ..budget_terms import AIMS, Terms, informal_keys, price_key
from ..tables import table


def shareable(view: AreaScope, districts: pd.DataFrame, *, each_idr: float) -> pd.DataFrame:
    """The districts that money can be shared out over: plausible informal figures of one and the same month.

    Args:
        districts: `informal`. each_idr: one person for a year.

    Returns: region_code, period, members, workforce, cost_idr; empty with fewer than three.
    """
    return measures.shareable(districts, each_idr=each_idr)


def workers_table(view: AreaScope, plan: Terms, shared: pd.DataFrame, *, is_only: bool) -> list[blocks.Block]:
    """The budget in proportion to informal workers, and that it is shared so because members are not known.

    Args:
        shared: `measures.by_workers`. is_only: no way of sharing by coverage stands beside it.
    """
    names, text = view.tables.regions.set_index("region_code")["short_name"], view.text
    keys, first = [*informal_keys(shared.assign(members=float("nan"))), price_key(plan)], shared.iloc[0]
    known = int(shared["members"].notna().sum())
    lead = view.say(
        "plan_by_workers" if is_only else "plan_by_workers_beside",
        known=known,
        count=len(shared),
        budget=plan.budget_idr,
        unit=view.unit,
        behind=keys,
    )
    rows = [
        [names[row.region_code], row.workforce, row.workers_pct, row.persons, row.spent_idr, row.reached_pct]
        for row in shared.itertuples(index=False)
    ]
    return [
        blocks.text(lead),
        table(
            view.words,
            text("plan_workers_title", region=names[first["region_code"]], people=first["persons"]),
            [
                (text("col_region"), "text", 2.2),
                (text("col_informal_workers"), "int", 1.0),
                (text("col_workers_share"), "pct", 0.9),
                (text("col_people_bought"), "int", 0.9),
                (text("col_money"), "idr_short", 1.4),
                (text("col_reached"), "pct", 1.2),
            ],
            rows,
            id="by-workers",
            notes=[text("plan_workers_caution", unit=view.unit)],
            source=view.line(*keys),
        ),
    ]


def allocations(
    view: AreaScope, plan: Terms, shared: dict[str, pd.DataFrame], compared: pd.DataFrame
) -> list[blocks.Block]:
    """The budget shared out in three ways, side by side, with what each neglects.

    Args:
        shared: aim -> the districts with persons and coverage_after_pct. compared:
            `measures.compare_allocations`.
    """
    names = view.tables.regions.set_index("region_code")["short_name"]
    first = shared[AIMS[0]].sort_values("gap_before", ascending=False)
    rows = pd.DataFrame({"label": first["region_code"].map(names), "code": first["region_code"]})
    for aim in AIMS:
        of = shared[aim].set_index("region_code").loc[first["region_code"]]
        rows[aim] = of["persons"].to_numpy()
        rows[f"{aim}_words"] = [
            view.text("share_cell", people=persons, coverage=after) if persons >= 0.5
            else view.text("share_nothing", coverage=after)
            for persons, after in zip(of["persons"], of["coverage_after_pct"], strict=True)
        ]  # fmt: skip
    rows = rows.reset_index(drop=True)
    keys = [*informal_keys(first), price_key(plan)]
    chosen = compared.set_index("aim").loc[plan.objective]
    title = view.text(
        "share_title",
        aim=view.text(f"aim_{plan.objective}"),
        people=chosen["persons"],
        at_target=chosen["districts_at_target"],
        target=plan.target_pct,
        count=len(rows),
    )
    figure = blocks.figure(
        lambda: _shares_drawn(view, plan, rows), id="allocations", title=title,
        subtitle=view.text("share_subtitle", budget=plan.budget_idr, period=first["period"].iloc[0]),
        alt=" ".join(
            f"{row.label}: " + "; ".join(getattr(row, f"{aim}_words") for aim in AIMS) + "."
            for row in rows.itertuples(index=False)
        ),
        source=view.line(*keys),
    )  # fmt: skip
    return [
        figure,
        _aims_table(view, plan, compared, names, keys),
        blocks.bullets(_neglected(view, plan, compared, names, keys)),
    ]


def _shares_drawn(view: AreaScope, plan: Terms, rows: pd.DataFrame):
    """The shares of each district, a column for each aim, the plan's own bold; on a telephone that alone."""
    aims = [plan.objective] if charts.is_narrow() else AIMS
    width = charts.label_width(rows["label"])
    drawing, axes = charts.canvas(0.21 * len(rows) + 0.3, left=width, right=0.55, top=0.25, bottom=0.02)
    charts.shared_bars(rows, axes, columns=[(aim, f"{aim}_words") for aim in aims])
    look = {"xycoords": "axes fraction", "size": charts.LABEL, "va": "bottom"}
    for place, aim in enumerate(aims):
        weight = "semibold" if aim == plan.objective else "normal"
        charts.words_at(axes, view.text(f"aim_{aim}"), (place / len(aims), 1), (0, 4), weight=weight, **look)
    return drawing


def _aims_table(
    view: AreaScope, plan: Terms, compared: pd.DataFrame, names: pd.Series, keys: list
) -> blocks.Block:
    text = view.text
    rows = [
        [text(f"aim_{row.aim}"), row.persons, row.spent_idr, row.districts_at_target, row.shortfall,
         row.lowest_coverage_pct, row.largest_gap_persons, row.unfunded_regions]
        for row in compared.itertuples(index=False)
    ]  # fmt: skip
    largest = names[compared["largest_gap_region_code"].iloc[0]]
    return table(
        view.words,
        text("aims_title"),
        [
            (text("col_aim"), "text", 1.8),
            (text("col_people_bought"), "int", 0.9),
            (text("col_spent"), "idr_short", 1.5),
            (text("col_at_target", target=plan.target_pct), "int", 0.9),
            (text("col_short"), "int", 1.0),
            (text("col_lowest"), "pct", 0.9),
            (text("col_largest_gets", region=largest), "int", 1.1),
            (text("col_unfunded"), "int", 0.9),
        ],
        rows,
        id="aims",
        row_styles=["strong" if aim == plan.objective else "" for aim in compared["aim"]],
        notes=[text("aims_note")],
        source=view.line(*keys),
    )


def _neglected(view: AreaScope, plan: Terms, compared: pd.DataFrame, names: pd.Series, keys: list) -> list:
    """A sentence for each aim on what it leaves undone."""
    return [
        view.say(
            f"neglects_{row.aim}", aim=view.text(f"aim_{row.aim}"), at_target=row.districts_at_target,
            target=plan.target_pct, lowest=names[row.lowest_region_code], lowest_pct=row.lowest_coverage_pct,
            region=names[row.largest_gap_region_code], gap=row.largest_gap, got=row.largest_gap_persons,
            unfunded=row.unfunded_regions, shortfall=row.shortfall, left=row.unspent_idr, behind=keys,
        )
        for row in measures.with_unspent(compared, budget_idr=plan.budget_idr).itertuples(index=False)
    ]  # fmt: skip
