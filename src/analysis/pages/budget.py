"""What a budget for premiums buys in a province, whom it could go to, and what closing the gap would cost.

Comes in: the `AreaScope`, the terms of the plan and measures. Goes out: blocks. Only informal workers are
planned for: the premium of a wage earner is the employer's duty. Where informal members are not known, the
informal workforce is an upper bound and is called so, and money is shared out by the number of workers, which
is said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import pandas as pd

from .. import charts, measures
from ..words import REFERENCE, formats
from . import blocks
from .area_scope import AreaScope
from .tables import table

PAYERS = ("apbd", "apbdes", "csr", "dbh_sawit")
AIMS = ("fairest", "most_to_target", "least_shortfall")
LAPSES_PCT = (10, 25)  # shares of members who lapse within a year: scenarios, not observed
AT_MOST = "≤ "
MOST_FUNDS = 12  # budgets in the table: the largest
MUCH_OFF_PCT = 5.0  # percent of the money from which a difference is coloured
SCALES = {"triliun": 1e12, "trillion": 1e12, "miliar": 1e9, "billion": 1e9, "juta": 1e6, "million": 1e6}


@dataclass(frozen=True)
class Terms:
    """The user's terms: rupiah a year, who pays, the aim shown district by district, a target, and the first
    month.
    """

    budget_idr: float
    payer: str
    objective: str
    target_pct: float
    start: str


def terms(tables, *, budget_idr, payer: str, objective: str, target: str) -> Terms:
    """The terms of a plan, checked. Money may be a number or text such as "10 miliar" or "Rp2.500.000.000".

    Raises: ValueError, naming what was found and what is possible; for employers as payers, whose duty it is.
    """
    if payer in ("employer", "project"):
        raise ValueError(
            f"payer: found '{payer}'. Premiums of wage earners are the employer's duty and of construction the project's; "
            "a budget plan pays for informal workers only."
        )
    for name, value, known in (("payer", payer, PAYERS), ("objective", objective, AIMS)):
        if value not in known:
            raise ValueError(f"{name}: found '{value}', expected one of {', '.join(known)}")
    try:
        target_pct = float(str(target).replace("%", "").replace(",", "."))
    except ValueError:
        target_pct = 0.0
    if not 0 < target_pct <= 100:
        raise ValueError(
            f"target: found '{target}', expected a percentage above 0 and up to 100, such as '50'"
        )
    start = measures.first_priced_month(tables.sources)
    return Terms(read_rupiah(budget_idr), payer, objective, target_pct, start)


def read_rupiah(value) -> float:
    """Rupiah from a number, or from text as people write it: '2.500.000.000', 'Rp2,5 miliar', '2.5 billion'.

    Raises: ValueError, if it is no amount of a rupiah or more, or could be two ('2,016 miliar').
    """
    text = str(value).strip().lower().removeprefix("rp").strip()
    found = re.fullmatch(r"([\d.,_ ]+?)\s*([a-z]*)", text)
    amount = 0.0
    if found and found[2] in ("", *SCALES):
        digits, scale = re.sub(r"[_ ]", "", found[1]), SCALES.get(found[2], 1)
        groups = re.fullmatch(r"\d{1,3}([.,]\d{3})+", digits)
        if groups and scale > 1:
            raise ValueError(
                f"budget_idr: '{value}' could be two amounts; write all digits, or at most two after the mark"
            )
        digits = re.sub(r"[.,]", "", digits) if groups else digits.replace(",", ".")
        amount = float(digits) * scale if re.fullmatch(r"\d+(\.\d+)?", digits) else 0.0
    if amount < 1:
        raise ValueError(f"budget_idr: found '{value}', expected rupiah such as 10000000000 or '10 miliar'")
    return amount


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
    number = formats.number
    workers_known = [measures.WorkforceKey(code, period, REFERENCE, "informal")
                     for code, period in zip(districts["region_code"], districts["workforce_period"])]  # fmt: skip
    lead = view.say(
        "plan_lead",
        budget=plan.budget_idr,
        people=people,
        share=share,
        workers=workers,
        payer=view.words.word("funding", plan.payer),
        behind={
            "budget": (),
            "people": _price(plan),
            "share": [*workers_known, _price(plan)],
            "workers": workers_known,
        },
    )
    keys = _keys(districts)
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
        blocks.numbers(
            [
                {
                    "value": formats.rupiah(plan.budget_idr, view.language, short=True),
                    "label": view.text("plan_money"),
                    "note": view.text(
                        "plan_money_note", payer=view.words.word("funding", plan.payer), start=plan.start
                    ),
                },
                {
                    "value": number(people, view.language),
                    "label": view.text("plan_people"),
                    "note": view.text("plan_people_note"),
                    "number": "people",
                    "rows": view.behind(_price(plan)),
                },
                {
                    "value": number(workers, view.language),
                    "label": view.text("plan_workers"),
                    "tone": "gap",
                    "note": view.text("plan_workers_note"),
                    "number": "workers",
                    "rows": view.behind(*workers_known),
                },
            ],
            id="figures",
        ),
        blocks.text(lead, style="lead"),
        blocks.text(told),
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
    keys = [_price(plan)._replace(payer=payer, trade=trade) for payer, trade in offers]
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
            [
                (text("col_region"), "text", 1.6),
                (text("col_funding"), "text", 1.7),
                (text("col_period"), "month", 0.9),
                (text("col_money"), "idr_short", 1.5),
                (text("col_months"), "int", 0.6),
                (text("col_buys"), "int", 0.9),
                (text("col_printed_people"), "int", 0.9),
                (text("col_fit"), "text", 1.2),
            ],
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


def cost_table(
    view: AreaScope, plan: Terms, districts: pd.DataFrame, formal_gap: float | None
) -> list[blocks.Block]:
    """What covering the informal workers costs a year and over five, by district; at most, where members are
    unknown.

    Args:
        districts: `informal`. formal_gap: formal people not covered in the districts known; None where
            unknown.
    """
    names = view.tables.regions.set_index("region_code")["name"]
    priced = measures.cost_by_district(districts, view.tables.premiums, start=plan.start, payer=plan.payer)
    sums, all_known = priced.iloc[-1], bool(priced["is_known"].iloc[-1])
    rows = [
        [names[row.region_code], row.workforce,
         {"value": row.members, "tone": "warn" if row.members > row.workforce else ""}, row.period,
         *[cell | {"tone": "" if row.is_known else "muted"} for cell in _priced_cells(view, row)]]
        for row in priced.iloc[:-1].sort_values("year_idr", ascending=False).itertuples(index=False)
    ]  # fmt: skip
    rows.append([view.text("plan_sum"), sums["workforce"], None, None, *_priced_cells(view, sums)])
    text = view.text
    duty = (
        view.say("plan_duty", gap=formal_gap, behind=_formal_keys(view))
        if formal_gap
        else view.say("plan_duty_unknown")
    )
    return [
        table(
            view.words,
            text("plan_cost_title" if all_known else "plan_cost_title_most", cost=sums["year_idr"]),
            [
                (text("col_region"), "text", 2.0),
                (text("col_informal_workers"), "int", 1.0),
                (text("col_informal_members"), "int", 0.9),
                (text("col_month"), "month", 0.8),
                (text("col_gap"), "int", 1.2),
                (text("col_cost_year"), "idr_short", 1.5),
                (text("col_cost_five"), "idr_short", 1.5),
            ],
            rows,
            id="close",
            row_styles=[""] * len(districts) + ["total"],
            notes=[] if all_known else [text("plan_cost_note")],
            source=view.line(*_keys(districts), _price(plan, years=5)),
        ),
        blocks.text(duty),
    ]


def _priced_cells(view: AreaScope, row) -> list[dict]:
    """People and what they cost in a year and in five; at most, where members are not known."""
    most = "" if row.is_known else AT_MOST
    costs = (formats.rupiah(cost, view.language, short=True) for cost in (row.year_idr, row.five_idr))
    words = (formats.number(row.people, view.language), *costs)
    return [{"value": value, "text": most + text}
            for value, text in zip((row.people, row.year_idr, row.five_idr), words, strict=True)]  # fmt: skip


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
    names, text = view.tables.regions.set_index("region_code")["name"], view.text
    keys, first = [*_keys(shared.assign(members=float("nan"))), _price(plan)], shared.iloc[0]
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
    width = charts.label_width(rows["label"])
    drawing, axes = charts.canvas(0.21 * len(rows) + 0.3, left=width, right=0.55, top=0.25, bottom=0.02)
    charts.shared_bars(rows, axes, columns=[(aim, f"{aim}_words") for aim in AIMS])
    for place, aim in enumerate(AIMS):
        charts.words_at(
            axes,
            view.text(f"aim_{aim}"),
            (place / len(AIMS), 1),
            (0, 4),
            xycoords="axes fraction",
            size=charts.LABEL,
            va="bottom",
            weight="semibold" if aim == plan.objective else "normal",
        )
    keys = [*_keys(first), _price(plan)]
    chosen = compared.set_index("aim").loc[plan.objective]
    title = view.text("share_title", aim=view.text(f"aim_{plan.objective}"), people=chosen["persons"],
                      at_target=chosen["districts_at_target"], target=plan.target_pct, count=len(rows))  # fmt: skip
    figure = blocks.figure(
        drawing, id="allocations", title=title,
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


def _keys(districts: pd.DataFrame) -> list:
    """Each district's informal members and workers, or where no members are known the workers alone.

    Args:
        districts: `informal`, or rows of it.
    """
    return [
        measures.WorkforceKey(row.region_code, row.workforce_period, REFERENCE, "informal")
        if pd.isna(row.members)
        else measures.CellKey(row.region_code, row.period, REFERENCE, "informal")
        for row in districts.itertuples(index=False)
    ]


def _formal_keys(view: AreaScope) -> list[measures.CellKey]:
    """The newest formal figures of the districts."""
    cells = view.evidence.cells
    own = cells[cells["region_code"].isin(view.regions["region_code"]) & (cells["denominator"] == REFERENCE)
                & (cells["segment"] == "formal")]  # fmt: skip
    return measures.cell_keys(own.sort_values("period").drop_duplicates("region_code", keep="last"))


def _price(plan: Terms, *, years: int = 1) -> measures.PremiumKey:
    """What one person costs on these terms."""
    return measures.PremiumKey(plan.start, 12 * years, plan.payer)
