"""Page 4 of a district report: what closing the gap costs and who pays, what is funded, who is reached, who
complies.
"""

from __future__ import annotations

import pandas as pd

from ... import charts, measures
from ...words import REFERENCE, formats
from .. import blocks
from ..district_scope import DistrictScope, claimed_denominators
from ..groups import groups, villages
from ..payers import cost_of_all, payers_told, public_premium
from ..tables import heads, table

__all__ = ["budgets", "compliance", "cost", "cost_curve", "groups", "regulations", "villages"]

RELIEF = ["trade", "premium_idr", "valid_from", "valid_to", "source"]  # what is told of a lower premium
SCALE_IDR = 1_000_000_000  # a budget that makes the size of a premium plain
PRICED_TOGETHER = 1_000  # workers whose yearly cost the title gives


COST_COLUMNS = [
    ("col_denominator", "text", 1.1),
    ("col_segment", "text", 1.1),
    ("col_gap", "int", 0.9),
    ("col_payer", "text", 2.2),
    ("col_cost_year", "idr_short", 1.1),
    ("col_cost_five", "idr_short", 1.1),
]


def cost(
    view: DistrictScope, priced: pd.DataFrame, totals: pd.DataFrame, *, start: str
) -> list[blocks.Block]:
    """What closing the gap costs, and who has to pay; an employer's duty carries no rupiah.

    Args:
        priced: `measures.cost_to_close` of the region's cells, from the month `start`.
    """
    premium = public_premium(view, start)
    persons = measures.persons_for_year(SCALE_IDR, premium_idr=premium)
    scale = view.say("cost_scale", persons=persons, behind=measures.PremiumKey(start))
    sentences, rows, keys = [], [], [_price_key(priced, start)]
    listed = list(priced.itertuples(index=False))
    for denominator in dict.fromkeys([view.denominator, *claimed_denominators(view, totals)]):
        cells = {cell.segment: cell for cell in listed if cell.denominator == denominator}
        if not {"formal", "informal"} <= cells.keys():
            continue
        sentences.append(_cost_sentence(view, cells, denominator, price=keys[0]))
        keys += [view.cell_key(segment, denominator=denominator) for segment in ("formal", "informal")]
        for segment in ("formal", "informal"):
            rows.append(_cost_row(view, cells[segment], denominator))
    if not rows:
        return [blocks.text(cost_of_all(view, start), scale)]
    text = view.text
    drawn = table(
        view.words,
        text("cost_title"),
        heads(view.words, COST_COLUMNS),
        rows,
        id="cost",
        notes=[
            text("cost_note", premium=premium, start=start),
            text("cost_above_note") if any(row[2] is None for row in rows) else "",
            text("rough_note") if len(view.round_members) else "",
            " ".join(_reliefs(view)),
        ],
        source=view.line(*keys[1:], keys[0]),
    )
    return [blocks.text(*sentences, scale), drawn]


def _price_key(priced: pd.DataFrame, start: str) -> measures.PremiumKey:
    """The premiums of the years that `measures.cost_to_close` priced from the month `start`."""
    return measures.PremiumKey(start, months=12 * int(max(priced["years"], default=1)))


def _cost_sentence(view: DistrictScope, cells: dict, denominator: str, *, price: measures.PremiumKey) -> list:
    """What the informal gap under a denominator costs a year, and whose duty the formal gap is.

    Args:
        price: of one person, in the months that `cells` are priced for.
    """
    gaps = {segment: view.cell_key(segment, denominator=denominator) for segment in ("formal", "informal")}
    informal, formal = cells["informal"], cells["formal"]
    label = view.denominator_label(denominator)
    if _is_above(view, "informal", denominator):
        told = view.say("cost_sentence_surplus", denominator=label)
    elif informal.gap > 0:
        of_cell = {"segment": "informal", "denominator": denominator}
        gap, cost = view.told(informal.gap, **of_cell), view.told(informal.year_idr, **of_cell)
        told = view.say(
            "cost_sentence",
            gap=gap,
            cost=cost,
            period=view.period,
            denominator=label,
            behind={"gap": gaps["informal"], "cost": [gaps["informal"], price._replace(months=12)]},
        )
    else:
        told = view.say("cost_sentence_no_informal", denominator=label)
    if _is_above(view, "formal", denominator):
        owed = view.say("cost_formal_surplus")
    elif formal.gap > 0:
        key = "cost_formal_survey" if denominator.startswith(REFERENCE) else "cost_formal"
        owed = view.say(key, gap=view.told(formal.gap, segment="formal", denominator=denominator),
                        behind={"gap": gaps["formal"]})  # fmt: skip
    else:
        owed = view.say("cost_formal_none")
    told.extend([" ", *owed])
    return told


def _is_above(view: DistrictScope, segment: str, denominator: str) -> bool:
    """Whether the members of a segment exceed its workers."""
    cells = zip(view.cells["denominator"], view.cells["segment"], view.cells["surplus"])
    return any(surplus > 0 for name, part, surplus in cells if (name, part) == (denominator, segment))


def _cost_row(view: DistrictScope, cell, denominator: str) -> list:
    """A line of the table of costs; beside a ratio above 100 % how many are not covered is not known (rule
    103).
    """
    segment = cell.segment
    payer = view.text("payer_employer") if segment == "formal" else payers_told(view)
    figures = (
        [None] * 3 if _is_above(view, segment, denominator) else [cell.gap, cell.year_idr, cell.years_idr]
    )
    if len(view.round_behind(segment, denominator)) and figures[0] is not None:
        gap, *rupiah = figures
        figures = [formats.round_about(gap), *(formats.stated(value, "about") for value in rupiah)]
    short = formats.sentence_case(view.denominator_label(denominator, short=True))
    name = formats.sentence_case(view.words.word("segment", segment))
    return [short, name, figures[0], payer, *figures[1:]]


def budgets(view: DistrictScope, funded: pd.DataFrame) -> list[blocks.Block]:
    """The newest budget of each fund, recomputed from its persons, months and premium; nothing where there is
    none.

    Args:
        funded: `measures.fund_mix` of the region's budgets.
    """
    items = []
    newest = funded.sort_values("period", kind="stable").drop_duplicates("funding", keep="last")
    newest = newest[newest["required_idr"].notna() & newest["amount_idr"].notna()]
    for row in newest.itertuples(index=False):
        difference = row.shortfall_idr
        key = "budget_exact" if difference == 0 else ("budget_short" if difference > 0 else "budget_over")
        items.append(
            view.say(
                "budget_row",
                funding=formats.sentence_case(view.words.word("funding", row.funding)),
                period=row.period,
                planned=row.amount_idr,
                persons=row.persons,
                months=row.months,
                cost=row.required_idr,
                premium=row.premium_idr,
                verdict=view.text(key, difference=abs(difference)),
                behind=_behind_budget(view, row),
            )
        )
    if not items:
        return []
    return [
        blocks.heading(view.text("budget_title"), level=2),
        blocks.bullets(items),
        blocks.text([view.line(measures.TableKey("budgets", view.region["region_code"]))], style="note"),
    ]


def _behind_budget(view: DistrictScope, row) -> dict:
    """What the numbers of a budget's sentence were made from.

    Args:
        row: of `measures.fund_mix`.
    """
    printed, premium = measures.fund_keys(row)
    return {
        "planned": printed,
        "persons": printed,
        "months": printed,
        "premium": premium,
        "cost": [printed, premium],
    }


def cost_curve(view: DistrictScope, priced: pd.DataFrame, funded: pd.DataFrame) -> blocks.Block | None:
    """What covering all informal workers, members too, costs a year, and the part of it that the newest
    budgets would pay; nothing where there is no gap or no budget.

    Their money is added up, and their people are what it buys for a year (METHODS.md, rule 45).

    Args:
        priced: `measures.cost_to_close`, funded: `measures.fund_mix`, of the region.
    """
    is_own = (priced["denominator"] == view.denominator) & (priced["segment"] == "informal")
    own = next(priced[is_own & (priced["gap"] > 0)].itertuples(index=False), None)
    if own is None:
        return None
    cells = view.cells[
        (view.cells["denominator"] == view.denominator) & (view.cells["segment"] == "informal")
    ]
    people = float(cells["workforce"].iloc[0])
    cost = measures.cost_of_persons(people, cost_idr=float(own.year_idr), people=float(own.gap))
    start = measures.first_priced_month(view.tables.sources)
    part = measures.funded_part(cost, funded, view.tables.premiums, start=start)
    if part is None:
        return None
    over = "_over" if part.is_over else ""
    words = {
        "need": view.text("curve_all", people=people, cost=cost),
        "paid": view.text("curve_budget" + over, period=part.period, cost=part.amount_idr, people=part.people,
                          share=part.share_pct, over=part.over_idr),
    }  # fmt: skip

    def draw():
        drawing, axes = charts.paid_bar_canvas()
        charts.paid_bar(axes, need=cost, paid=part.amount_idr, words=words)
        return drawing

    keys = [
        measures.TableKey("budgets", view.region["region_code"], (("period", part.period),)),
        view.cell_key("informal"),
        _price_key(priced, start)._replace(months=12),
    ]
    return blocks.figure(
        draw, id="curve", title=view.text("curve_title", people=PRICED_TOGETHER,
                        cost=measures.cost_of_persons(PRICED_TOGETHER, cost_idr=cost, people=people)),
        subtitle=view.text("curve_subtitle" + over, denominator=view.by_denominator()),
        alt=" ".join(text + "." for text in words.values()), source=view.line(*keys),
    )  # fmt: skip


def compliance(view: DistrictScope, steps: pd.DataFrame, times: pd.DataFrame) -> blocks.Block | None:
    """Employers' compliance, category by category, through the steps of the law; nothing where none is on
    record.

    Args:
        steps: `measures.compliance_steps`, times: `measures.time_in_step`, of the region's rows.
    """
    if not len(steps):
        return None
    word = view.words.word
    order = ["identified", "warning_1", "warning_2", "fine", "tmp2t", "resolved"]
    found: dict[str, dict[str, tuple]] = {}
    for category, step, *counts in zip(steps["category"], steps["step"], steps["firms"], steps["workers"]):
        found.setdefault(category, {})[step] = counts
    body = [
        [formats.sentence_case(word("category", category)), *by_step.get("identified", [None, None])[1:],
         *[by_step.get(step, [None])[0] for step in order]]
        for category, by_step in found.items()
    ]  # fmt: skip
    first, last = steps["first_period"].min(), steps["last_period"].max()
    slowest = times[times["mean_months"] > 0].sort_values("mean_months", kind="stable").tail(1)
    waiting = [
        view.text("compliance_waiting", category=word("category", row.category), step=word("step", row.step),
                  months=row.mean_months, standing=row.standing)
        for row in slowest.itertuples(index=False)
    ]  # fmt: skip
    return table(
        view.words,
        view.text("compliance_table" if first < last else "compliance_table_one", first=first, last=last),
        [(view.text("col_category"), "text", 2.6), (view.text("col_workers"), "int", 1.0),
         *[(formats.sentence_case(word("step", step)), "int", 0.9) for step in order]],
        body, id="compliance", notes=[view.text("compliance_note"), *waiting],
        source=view.line(measures.TableKey("compliance", view.region["region_code"])),
    )  # fmt: skip


def regulations(view: DistrictScope) -> list[blocks.Block]:
    """Local regulations on record; nothing where there are none."""
    rules = view.own(view.tables.policies)[["kind", "number", "year", "subject"]]
    named = [
        f"{kind} {number}/{year}" + ("" if formats.is_missing(subject) else f" ({subject})")
        for kind, number, year, subject in rules.itertuples(index=False)
    ]
    return (
        [blocks.text(view.say("policies_text", rules=formats.listing(named, view.language)))] if named else []
    )


def _reliefs(view: DistrictScope) -> list[str]:
    """Dated premiums lower than the ordinary one, for those who pay themselves."""
    titles = dict(zip(view.tables.sources["source"], view.tables.sources["title"]))
    premiums = view.tables.premiums
    is_own_pay = (premiums["segment"] == "informal") & (premiums["payer"] == "self")
    reliefs = premiums.loc[is_own_pay & premiums["valid_to"].notna(), RELIEF]
    return [
        view.text(
            "cost_relief",
            trade=view.text(f"trade_{row.trade}"),
            premium=row.premium_idr,
            first=row.valid_from,
            last=row.valid_to,
            rule=titles[row.source].split(" tentang")[0].split(":")[0],
        )
        for row in reliefs.itertuples(index=False)
    ]
