"""What the money of a plan buys: people for a year, by who pays, and the funds on record."""

from __future__ import annotations

import pandas as pd

from ... import measures
from ...words import REFERENCE, formats
from .. import blocks
from ..area_scope import AreaScope
from ..budget_terms import Terms, informal_keys, price_key
from ..tables import heads, numbers, table

LAPSES_PCT = (10, 25)  # shares of members who lapse within a year: scenarios, not observed
MOST_FUNDS = 12  # budgets in the table: the largest
MUCH_OFF_PCT = 5.0  # percent of the money from which a difference is coloured


FUNDS_COLUMNS = [
    ("col_region", "text", 1.6),
    ("col_funding", "text", 1.7),
    ("col_period", "month", 0.9),
    ("col_money", "idr_short", 1.5),
    ("col_months", "int", 0.6),
    ("col_buys", "int", 0.9),
    ("col_printed_people", "int", 0.9),
    ("col_fit", "text", 1.2),
]


def document(view: AreaScope) -> blocks.Block:
    return view.document("plan", keywords=("Jamsostek", "APBD"))


def informal(view: AreaScope, cells: pd.DataFrame) -> pd.DataFrame:
    """Every district with its informal workers, and where known its informal members and gap, of its newest
    month.

    Args:
        cells: `measures.coverage` of all regions.

    Returns: one row per district: region_code, workforce, workforce_period, and members, period, gap,
        ratio_class, missing where members are not known.
    """
    return measures.informal_workers(cells, view.tables.workforce, view.regions["region_code"])


def key_figures(view: AreaScope, plan: Terms, people: int, districts: pd.DataFrame) -> list[blocks.Block]:
    """What the money buys, set against all informal workers: nobody knows how many of them are members
    already.

    Args:
        people: `measures.people_for` the budget. districts: `informal`.
    """
    sums = measures.informal_totals(districts, people=people)
    workers, share = sums.workers, sums.share_pct
    known = districts.dropna(subset="members")
    surveys = zip(districts["region_code"], districts["workforce_period"])
    workers_known = [measures.WorkforceKey(*survey, REFERENCE, "informal") for survey in surveys]
    lead = view.say(
        "plan_lead",
        budget=plan.budget_idr,
        people=people,
        share=share,
        workers=workers,
        payer=view.words.word("funding", plan.payer),
        behind={
            "budget": (),
            "people": price_key(plan),
            "share": [*workers_known, price_key(plan)],
            "workers": workers_known,
        },
    )
    keys = informal_keys(districts)
    if len(known) < len(districts):
        told = view.say(
            "plan_known_some" if len(known) else "plan_known_none",
            known=len(known),
            count=len(districts),
            behind=keys,
        )
    else:
        told = view.say("plan_known_all", gap=sums.gap, count=len(districts), behind=keys)
    return [
        numbers(view.words, _figures(view, plan, people, workers, workers_known), id="figures"),
        blocks.text(lead, style="lead"),
        blocks.text(told),
    ]


def _figures(view: AreaScope, plan: Terms, people: int, workers: float, workers_known: list) -> list[dict]:
    """The money, the people it pays for, and all informal workers beside them."""
    payer = view.words.word("funding", plan.payer)
    return [
        {
            "value": plan.budget_idr,
            "kind": "idr_short",
            "label": view.text("plan_money"),
            "note": view.text("plan_money_note", payer=payer, start=plan.start),
        },
        {
            "value": people,
            "label": view.text("plan_people"),
            "note": view.text("plan_people_note"),
            "number": "people",
            "rows": view.behind(price_key(plan)),
        },
        {
            "value": workers,
            "label": view.text("plan_workers"),
            "tone": "gap",
            "note": view.text("plan_workers_note"),
            "number": "workers",
            "rows": view.behind(*workers_known),
        },
    ]


def bought(view: AreaScope, plan: Terms) -> blocks.Block:
    """What the same money buys by who pays, at the premiums in force from the first month, and after people
    lapse.
    """
    premiums = view.tables.premiums
    offers = [(plan.payer, "any"), ("self", "transport"), ("self", "other")]
    rows = []
    for payer, trade in offers:
        each = {"start": plan.start, "months": 12, "payer": payer, "trade": trade}
        name = view.words.word("funding", payer) + (
            "" if trade == "any" else f", {view.text(f'trade_{trade}')}"
        )
        rows.append(
            [
                formats.sentence_case(name),
                measures.monthly_premium(premiums, month=plan.start, payer=payer, trade=trade),
                measures.cost_idr(1, premiums, **each),
                measures.people_for(plan.budget_idr, premiums, **each),
                *[
                    measures.people_for(plan.budget_idr, premiums, lapse_pct=lapse, **each)
                    for lapse in LAPSES_PCT
                ],
            ]
        )
    text = view.text
    keys = [price_key(plan)._replace(payer=payer, trade=trade) for payer, trade in offers]
    return table(
        view.words,
        text("bought_title", budget=plan.budget_idr),
        [
            (text("col_payer"), "text", 2.2),
            (text("col_premium"), "idr", 1.0),
            (text("col_year_each"), "idr", 1.1),
            (text("col_people_year"), "int", 1.0),
            *[(text("col_lapse", lapse=lapse), "int", 1.1) for lapse in LAPSES_PCT],
        ],
        rows,
        id="bought",
        row_styles=["strong", "", ""],
        notes=[text("bought_note", start=plan.start), text("bought_lapse")],
        source=view.line(*keys),
    )


def funds(view: AreaScope, funded: pd.DataFrame) -> list[blocks.Block]:
    """Funds on record side by side: what each buys, and whether the persons printed fit the money.

    Args:
        funded: `measures.fund_mix` of the budgets of the province and its districts.
    """
    newest = funded.sort_values("period").drop_duplicates(["region_code", "funding"], keep="last")
    if not len(newest):
        return [blocks.text(view.say("funds_missing"))]
    names = view.tables.regions.set_index("region_code")["short_name"]
    shown = newest.loc[newest["amount_idr"].nlargest(MOST_FUNDS).index]
    rows = [
        [
            names[row.region_code],
            view.words.word("funding", row.funding),
            row.period,
            row.amount_idr,
            row.months,
            row.affordable,
            row.persons,
            _fit(view, row),
        ]
        for row in shown.sort_values("amount_idr", ascending=False).itertuples(index=False)
    ]
    text = view.text
    total = measures.affordable_by_fund(newest)
    told = formats.listing(
        [
            text("funds_part", funding=view.words.word("funding", name), people=people)
            for name, people in total.items()
        ],
        view.language,
    )
    return [
        table(
            view.words,
            text("funds_title"),
            heads(view.words, FUNDS_COLUMNS),
            rows,
            id="funds",
            notes=[text("funds_note", shown=len(shown), known=len(newest)), text("funds_sum", parts=told)],
            source=view.line(
                *(key for row in newest.itertuples(index=False) for key in measures.fund_keys(row) if key)
            ),
        )
    ]


def _fit(view: AreaScope, row) -> dict:
    """Whether money and printed persons fit, or by how much they differ; or that no persons are printed."""
    if pd.isna(row.off_pct):
        return {"value": view.text("not_stated")}
    if row.persons_match:
        return {"value": view.text("funds_fit")}
    key = "funds_short" if row.off_pct > 0 else "funds_over"
    return {
        "value": view.text(key, off=abs(row.off_pct)),
        "tone": "warn" if abs(row.off_pct) > MUCH_OFF_PCT else "",
    }
