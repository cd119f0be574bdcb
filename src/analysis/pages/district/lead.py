"""The first screen of a district report: a claim that does not stand, the gap, its cost and who pays.

`measures.message` chooses the case (METHODS.md, rules 130 to 132), these functions say it, in a sentence
each and in three key figures. The other denominators follow in smaller print.
"""

from __future__ import annotations

import pandas as pd

from ... import measures
from ...words import REFERENCE, formats
from .. import blocks, estimates, local_lead, one_segment
from .. import source_wording as said_by
from ..district_scope import DistrictScope, cells_of, claimed_denominators, newest_workforce_row
from ..judged_claims import printed_marked, printed_told, reason_told, segment_told, verdict_told
from ..lead_source import lead_source
from ..payers import payers_told
from ..tables import numbers

#: What is told of a total.
TOLD = [
    "denominator",
    "basis",
    "workforce",
    "workforce_period",
    "coverage_pct",
    "ratio_pct",
    "gap",
    "surplus",
    *estimates.COLUMNS,
]
OUTSIDE = (
    "sakernas_outside_asn"  # the survey without civil servants, where they are on record; METHODS.md, rule 19
)


def message_of(view: DistrictScope, nation: measures.Nation) -> measures.Message:
    """What the report leads with. Source: METHODS.md, rule 130."""
    tables, totals = view.tables, view.now(nation.totals)
    main = totals[totals["denominator"] == view.denominator]
    surveyed = [
        (of.segment, of.period, of.persons) for of in view.own_workforce if of.denominator == REFERENCE
    ]
    start = measures.first_priced_month(tables.sources)
    return measures.message(
        total=main.iloc[0] if len(main) else None,
        alone=view.alone,
        claims=view.own(nation.claims),
        groups=view.own(nation.groups),
        targets=view.own(tables.targets),
        budgets=view.own(tables.budgets),
        workers=pd.DataFrame(surveyed, columns=["segment", "period", "persons"]),
        cells=_cells(view),
        premium_idr=measures.monthly_premium(tables.premiums, month=start, payer="apbd"),
        newest=measures.newest_source_date(tables.sources)[:7],
    )


def _cells(view: DistrictScope) -> pd.DataFrame:
    """The cells of the report's month, or the one cell of a segment that is known alone."""
    return view.cells if view.alone is None else pd.DataFrame([view.alone])


def key_figures(
    view: DistrictScope,
    said: measures.Message,
    totals: pd.DataFrame,
    cells: pd.DataFrame | None = None,
    *,
    benchmarks: pd.DataFrame | None = None,
) -> blocks.Block:
    """Three figures: the claim or the members (without members what is known), the gap, and the cost of a
    year.

    Args:
        totals: `Nation.totals` of the region in the report's month. cells: `Nation.intervals` of the region.
        benchmarks: `measures.benchmarks`, where no members are known.
    """
    if said.case not in local_lead.LOCAL and view.has_members:
        known = [_members(view, totals), _gap(view, said, totals)]
    elif said.case not in local_lead.LOCAL:
        members, _, gap = one_segment.key_figures(view, cells)
        known = [members, gap]
    else:
        known = local_lead.figures(view, said, benchmarks)
    if said.claim is not None:
        known = [_claim_figure(view, said), known[0] if said.case in local_lead.LOCAL else known[-1]]
    return numbers(view.words, [*known[:2], _cost_figure(view, said, cells)], id="figures")


def _claim_figure(view: DistrictScope, said: measures.Message) -> dict:
    """The claim that does not stand, struck out where it fails."""
    row = said.claim
    return {
        "value": formats.stated(float(row["printed_pct"]), row["qualifier"]),
        "text": printed_marked(row, view.words),
        "label": view.text("lead_claim_label", period=row["period"]),
        "note": view.text(f"lead_claim_note_{said.group}", verdict=verdict_told(row, view.words)),
        "number": "claim",
        "rows": view.behind(*measures.verdict_keys([row])),
        **({"struck": True} if said.group == "fails" else {}),
    }


def _members(view: DistrictScope, totals: pd.DataFrame) -> dict:
    """All members of the report's month and what is known of their parts."""
    count = view.told(totals.loc[totals["denominator"] == view.denominator, "members"].iloc[0])
    return {
        "value": _as_sourced(view, count),
        "number": "members",
        "label": view.text("members_label", period=view.period),
        "note": said_by.members_note(view),
        "rows": view.behind(view.cell_key(measure="members")),
    }


def _as_sourced(view: DistrictScope, count) -> float:
    """The members with their source's word where one round figure is all of them: '>60.000'."""
    rows = view.round_members
    is_all = len(rows) == 1 and rows[0].persons == float(count)
    return formats.stated(float(count), rows[0].qualifier) if is_all else count


def _gap(view: DistrictScope, said: measures.Message, totals: pd.DataFrame) -> dict:
    """People not covered, with the interval; not known where members exceed workers."""
    main = totals[totals["denominator"] == view.denominator].iloc[0]
    if said.case == "exceeds":
        return {"value": None, "label": view.text("gap_label_unknown"), "note": "", "tone": "plain"}
    gap = estimates.estimate(main, "gap", view.told(main["gap"]))
    is_bound = main["basis"] != "segments" and not estimates.is_survey(view.denominator)
    kind = "_least" if is_bound and not isinstance(gap, formats.About) else ""
    ends = {"interval": gap.interval(view.language)} if isinstance(gap, formats.Estimate) else {}
    return {
        "value": gap,
        "label": view.text(f"gap_label{kind}"),
        "tone": "gap",
        "emphasis": True,
        "note": view.text(
            "gap_note_interval" if ends else "gap_note_basis", denominator=view.by_denominator(), **ends
        ),
        "number": "gap",
        "rows": view.behind(view.cell_key()),
    }


def _cost_figure(view: DistrictScope, said: measures.Message, cells: pd.DataFrame | None) -> dict:
    """Contributions of a year: of the gap, else of all informal workers, else of ten thousand of them."""
    cost = said.cost
    keys = [measures.PremiumKey(measures.first_priced_month(view.tables.sources), months=12)]
    note = view.text("lead_payers")
    if cost.basis == "gap":
        keys.append(cost_key(view))
        value = cost.year_idr
        label = view.text("lead_cost_gap_label", people=_told_gap(view, "informal", cells))
    elif cost.basis == "all":
        keys.append(local_lead.workforce_key(view, newest_workforce_row(view, REFERENCE, "informal")))
        value = cost.year_idr
        label = view.text("lead_cost_all_label", people=cost.people)
        note = view.text("lead_cost_all_note", group=measures.PRICED_TOGETHER, cost=cost.group_idr)
    else:
        value = cost.group_idr
        label = view.text("lead_cost_group_label", people=measures.PRICED_TOGETHER)
    figure = {"value": value, "kind": "idr_short", "label": label, "note": note}
    return figure | {"number": "cost", "rows": view.behind(*keys)}


def _told_gap(view: DistrictScope, segment: str, cells: pd.DataFrame | None) -> object:
    """The gap of a segment by Sakernas, no finer than its error or its source; None without any.

    Args:
        cells: `Nation.intervals` of the region; without them the figure is exact.
    """
    key = cost_key(view)._replace(segment=segment)
    rows = _cells(view) if cells is None else cells[cells["period"] == key.period]
    rows = rows[(rows["denominator"] == REFERENCE) & (rows["segment"] == segment)]
    if not len(rows) or not rows["gap"].iloc[0] > 0:
        return None
    row = rows.iloc[0]
    told = one_segment.told(view, row["gap"]) if view.alone is not None else \
        view.told(row["gap"], segment=segment, denominator=REFERENCE)  # fmt: skip
    return estimates.estimate(row, "gap", told, is_bare=True)


def _told_cost(view: DistrictScope, cost: measures.YearCost) -> object:
    """The rupiah of a known gap, no more exact than the members behind it."""
    if view.alone is not None:
        return one_segment.told(view, cost.year_idr)
    return view.told(cost.year_idr, segment="informal", denominator=REFERENCE)


def headline(
    view: DistrictScope,
    said: measures.Message,
    totals: pd.DataFrame,
    cells: pd.DataFrame | None = None,
    *,
    benchmarks: pd.DataFrame | None = None,
    is_cited: bool = True,
) -> list[blocks.Block]:
    """The message in sentences: claim, gap, cost with payer; then the other denominators in smaller print.

    Args: as for `key_figures`. is_cited: with the line of its sources, which a picture of it shows.
    """
    lead = [claim_sentence(view, said)] if said.claim is not None else []
    more = []
    if said.case not in local_lead.LOCAL and view.has_members:
        gap, more = _gap_sentences(view, totals)
    elif said.case not in local_lead.LOCAL:
        gap = one_segment.sentences(view, cells)
    else:
        gap = local_lead.sentences(view, said, benchmarks)
    rows = () if said.claim is None else view.behind(*measures.verdict_keys([said.claim], with_other=True))
    cost = _cost_sentence(view, said, cells)
    source = lead_source(view, said, benchmarks) if is_cited else ""
    out = [blocks.text(*lead, *gap, cost, style="lead", id="headline", rows=rows, source=source)]
    return [*out, blocks.text(*more, id="headline-more")] if more else out


def claim_sentence(view: DistrictScope, said: measures.Message) -> list:
    """The claim, what became of it, and why: 'Klaim "cakupan 100%" (Desember 2024) gugur: ...'."""
    row = said.claim
    claim = f"{segment_told(row, view.words)} {printed_told(row, view.words)}"
    values = {
        "claim": claim,
        "period": row["period"],
        "verdict": verdict_told(row, view.words),
        "why": reason_told(row, view.words, tables=view.tables),
    }
    return view.words.runs(f"lead_claim_{said.group}", **view.names, **values)


def _gap_sentences(view: DistrictScope, totals: pd.DataFrame) -> tuple[list, list]:
    """The gap on the report's denominator, and by the others: announced, or without civil servants."""
    shown = [view.denominator, OUTSIDE, *claimed_denominators(view, totals)]
    rows = {row.denominator: row for row in totals.reindex(columns=TOLD).itertuples(index=False)}
    lead = [_total_sentence(view, rows[view.denominator])]
    if len(view.round_members):
        key = "head_source_share" if said_by.are_shares(view) else "head_source"
        lead[0].extend([" ", *view.say(key, said=said_by.by_source(view))])
    return lead, [_total_sentence(view, rows[name]) for name in dict.fromkeys(shown[1:]) if name in rows]


def _total_sentence(view: DistrictScope, row) -> list:
    """One total in a sentence; above 100 % the gap it hides, or the ratio. Source: METHODS.md, rule 7."""
    label = view.denominator_label(row.denominator)
    if row.ratio_pct > 100 and row.gap > 0:
        return _hidden_sentence(view, row)
    if row.ratio_pct > 100:
        told = {
            name: view.told(getattr(row, name), denominator=row.denominator)
            for name in ("ratio_pct", "surplus")
        }
        return view.say(
            "head_ratio_only",
            ratio=told["ratio_pct"],
            denominator=label,
            surplus=told["surplus"],
            period=view.period,
            behind=view.cell_key(denominator=row.denominator),
        )
    figures, told = row._asdict(), {}
    for name in ("gap", "coverage_pct"):
        told[name] = estimates.estimate(figures, name, view.told(figures[name], denominator=row.denominator))
    gap = told["gap"]
    kind = (
        "_survey"
        if estimates.is_survey(row.denominator)
        else "_about"
        if isinstance(gap, formats.About)
        else "_least"
        if row.basis != "segments"
        else ""
    )
    workers = view.told_workers(row.workforce, denominator=row.denominator)
    workers = estimates.estimate(figures, "workforce", workers, is_bare=True)
    values = {
        "gap": gap,
        "workforce": workers,
        "coverage": told["coverage_pct"],
        "behind": _behind_total(view, row.denominator),
    }
    if row.denominator == OUTSIDE:
        return view.say("head_outside", **values)
    if row.denominator != view.denominator:
        return view.say("head_also" + kind, denominator=view.by_denominator(row.denominator), **values)
    label = view.text("denominator_of_month", denominator=label, period=row.workforce_period)
    return view.say("head_normal" + kind, period=view.period, denominator=label, **values)


def _behind_total(view: DistrictScope, denominator: str) -> dict:
    """What the numbers of a sentence about a total were made from."""
    total = view.cell_key(denominator=denominator)
    return {"gap": total, "coverage": total, "ratio": total, "workforce": total._replace(measure="workforce")}


def _hidden_sentence(view: DistrictScope, row) -> list:
    """A total above 100 % that hides a gap: those not covered first, then why it is no coverage."""
    cells = cells_of(view, row.denominator)
    worst, beyond = cells.sort_values("gap").iloc[-1], cells.sort_values("surplus").iloc[-1]

    def told(value, cell):
        return view.told(value, segment=cell["segment"], denominator=row.denominator)

    short, surplus = (view.cell_key(cell["segment"], denominator=row.denominator) for cell in (worst, beyond))
    values = {
        "gap": told(worst["gap"], worst),
        "segment": view.words.word("short_segment", worst["segment"]),
        "workforce": view.told_workers(
            worst["workforce"], segment=worst["segment"], denominator=row.denominator
        ),
    }
    behind = {"gap": short, "workforce": short._replace(measure="workforce")}
    coverage = view.told(row.coverage_pct, denominator=row.denominator)
    total = _behind_total(view, row.denominator)
    if row.denominator != view.denominator:
        return view.say(
            "head_also_hidden",
            denominator=view.by_denominator(row.denominator),
            coverage=coverage,
            **values,
            behind=behind | {"coverage": total["coverage"]},
        )
    forced = view.say(
        "head_forced",
        denominator=view.denominator_label(row.denominator),
        period=view.period,
        **values,
        behind=behind,
    )
    why = view.say(
        "head_forced_why",
        ratio=view.told(row.ratio_pct, denominator=row.denominator),
        surplus=told(beyond["surplus"], beyond),
        coverage=coverage,
        surplus_segment=view.words.word("short_segment", beyond["segment"]),
        behind=total | {"surplus": surplus},
    )
    return [*forced, " ", *why]


def _cost_sentence(view: DistrictScope, said: measures.Message, cells: pd.DataFrame | None) -> list:
    """What the informal gap, or all informal workers, cost a year, and who pays."""
    cost, start = said.cost, measures.first_priced_month(view.tables.sources)
    price, payers = measures.PremiumKey(start, months=12), payers_told(view)
    if cost.basis == "gap":
        told = view.say(
            "lead_cost_segment" if view.alone is not None or said.case == "hidden" else "lead_cost_gap",
            people=_told_gap(view, "informal", cells),
            cost=_told_cost(view, cost),
            payers=payers,
            behind={"people": cost_key(view), "cost": [cost_key(view), price]},
        )
        told.extend(_employers(view, cells))
        return told
    if cost.basis == "all":
        informal = newest_workforce_row(view, REFERENCE, "informal")
        key = local_lead.workforce_key(view, informal)
        return view.say(
            "lead_cost_all",
            people=cost.people,
            survey=informal.period,
            cost=cost.year_idr,
            payers=payers,
            behind={"people": key, "cost": [key, price]},
        )
    return view.say(
        f"lead_cost_{cost.basis}",
        group=measures.PRICED_TOGETHER,
        cost=cost.group_idr,
        payers=payers,
        behind=price,
    )


def _employers(view: DistrictScope, cells: pd.DataFrame | None) -> list:
    """The formal gap beside the informal one: nobody's budget."""
    owed = None if view.alone is not None else _told_gap(view, "formal", cells)
    if owed is None:
        return []
    key = cost_key(view)._replace(segment="formal")
    return [" ", *view.say("lead_cost_employers", owed=owed, behind={"owed": key})]


def cost_key(view: DistrictScope) -> measures.CellKey:
    """The informal cell that a cost rests on."""
    if view.alone is not None:
        return measures.CellKey(view.region["region_code"], view.alone["period"], REFERENCE, "informal")
    return view.cell_key("informal", denominator=REFERENCE)
