"""Pages 3 and 4 of a district report: how coverage changed, where it goes, and what closing the gap takes."""

from __future__ import annotations

import pandas as pd

from .. import measures
from . import blocks, charts, formats, sources
from .view import (
    REFERENCE,
    View,
    all_members,
    claimed_denominators,
    newest_workforce_row,
    premium_rows,
    sakernas_rows,
)

SERIES_BREAK = 2023  # over 40 % of districts jump by more than 10 % in that year; METHODS.md, rule 48


def workforce_figure(view: View, own_totals: pd.DataFrame) -> blocks.Block:
    """Formal and informal workers over the years, with the break marked, and members where known.

    Args:
        own_totals: `measures.totals` of this region, every period.
    """
    rows = view.tables.workforce
    rows = rows[(rows["region_code"] == view.region["region_code"]) & (rows["denominator"] == REFERENCE)]
    rows = rows.assign(year=rows["period"].str[:4].astype(int))
    series = rows[rows["segment"] != "total"].sort_values(["segment", "year"])
    newest = rows["year"].max()
    series = series.assign(
        series=series["segment"],
        value=series["persons"],
        color=series["segment"].map({"formal": charts.INK, "informal": charts.GREY}),
        label=[
            view.text(
                "lines_end",
                segment=formats.sentence_case(view.words.word("short_segment", row.segment)),
                value=series.loc[(series["segment"] == row.segment) & (series["year"] == newest), "persons"].iloc[0],
            )
            for row in series.itertuples()
        ],
    )
    known = own_totals[own_totals["denominator"] == REFERENCE].dropna(subset="members")
    known = known.set_index("period")["members"].sort_index()
    points = pd.DataFrame(
        {
            "year": [
                int(period[:4]) + (int(period[5:7]) - 8) / 12 if len(period) > 4 else int(period)
                for period in known.index
            ],
            "value": known.to_numpy(),
            "label": [view.text("lines_point", value=value) for value in known],
        }
    )
    drawing, axes = charts.canvas(2.45, left=0.62, right=1.35, bottom=0.28, top=0.12)
    charts.lines(series, axes, language=view.language, breaks={SERIES_BREAK: view.text("lines_break")}, points=points)
    total = rows[(rows["segment"] == "total") & (rows["year"] == newest)].iloc[0]
    alt = [
        view.text(
            "lines_alt",
            segment=formats.sentence_case(view.words.word("short_segment", name)),
            first=part["value"].iloc[0],
            first_year=part["year"].iloc[0],
            last=part["value"].iloc[-1],
            last_year=part["year"].iloc[-1],
        )
        for name, part in series.groupby("segment")
    ]
    alt += [view.text("lines_alt_point", period=period, value=value) for period, value in known.items()]
    used = pd.concat([rows, all_members(view)])
    return blocks.figure(
        drawing,
        id="workforce",
        title=view.text("lines_title", last=total["persons"], last_period=total["period"]),
        subtitle=view.text("lines_subtitle" if len(known) else "lines_subtitle_no_members"),
        alt=" ".join(alt),
        source=sources.line(view.tables, used, view.words),
    )


def change(view: View, own_totals: pd.DataFrame) -> list[blocks.Block]:
    """The change of the ratio split into members and denominator, or the sentence why there is none.

    Args:
        own_totals: `measures.totals` of this region, every period.
    """
    series = own_totals[own_totals["denominator"] == REFERENCE].dropna(subset="ratio_pct").sort_values("period")
    if len(series) < 2:
        return [blocks.text(view.say("split_missing" if len(series) else "split_missing_all"))]
    first, last = series.iloc[-2], series.iloc[-1]
    split = measures.change_split(series, start=first["period"], end=last["period"]).iloc[0]
    people, part = split["people_pp"], split["workforce_pp"]
    rows = pd.DataFrame(
        {
            "label": [view.text("split_people"), view.text("split_denominator")],
            "value_pp": [people, part],
            "color": [charts.ACCENT, charts.GREY],
        }
    )
    drawing, axes = charts.canvas(0.72, left=1.75, right=0.7, top=0.02, bottom=0.02)
    charts.change_split(rows, axes, language=view.language)
    moved = last["ratio_pct"] - first["ratio_pct"]
    title = view.text(
        "split_title_up" if moved >= 0 else "split_title_down", change=abs(moved), people=people, denominator_part=part
    )
    used = pd.concat([all_members(view), sakernas_rows(view, None)])
    drawn = blocks.figure(
        drawing,
        id="split",
        title=title,
        subtitle=view.text(
            "split_subtitle",
            first_period=first["period"],
            last_period=last["period"],
            first=first["ratio_pct"],
            last=last["ratio_pct"],
            denominator=view.denominator_label(REFERENCE, short=True),
        ),
        alt=title,
        source=sources.line(view.tables, used, view.words),
    )
    notes = []
    if first["period"][:4] < str(SERIES_BREAK) <= last["period"][:4]:
        notes.append(view.say("split_break"))
    if first["period"][5:] != last["period"][5:]:
        notes.append(view.say("split_seasonal", first_period=first["period"], last_period=last["period"]))
    spanned = all_members(view)
    spanned = spanned[spanned["period"].isin([first["period"], last["period"]])]
    if (spanned["qualifier"] != "exact").any():
        notes.append(view.say("split_rounded"))
    return [drawn] + ([blocks.text(*notes, style="note")] if notes else [])


def targets(view: View, totals: pd.DataFrame, *, target: str = "") -> list[blocks.Block]:
    """The district's own target on the report's denominator, and the national ones that may not be compared.

    Raises: ValueError, if `target` is no percentage from 0 to 100.
    """
    out = [blocks.heading(view.text("targets_title"), level=2)]
    if target:
        out.append(blocks.text(*_own_target(view, totals, _read_target(target))))
    else:
        out.append(blocks.text(view.say("target_none"), style="note"))
    table = view.tables.targets
    listed = table[table["region_code"].isin(["00", view.region["region_code"]])]
    names = view.tables.regions.set_index("region_code")["short_name"]
    items = [
        view.say(
            "target_row",
            region=names[row.region_code],
            value=row.target_pct,
            year=row.year,
            definition=view.text(f"definition_{row.definition}"),
        )
        for row in listed.sort_values(["region_code", "definition", "year"]).itertuples()
    ]
    return [*out, blocks.text(view.say("targets_refused")), blocks.bullets(items)]


def first_month(view: View) -> str:
    """The month from which costs are counted: January after the newest source."""
    return f"{int(sources.newest_date(view.tables)[:4]) + 1}-01"


def cost(view: View, priced: pd.DataFrame, totals: pd.DataFrame, *, start: str) -> list[blocks.Block]:
    """What closing the gap costs, and who has to pay; an employer's duty carries no rupiah.

    Args:
        priced: `measures.cost_to_close` of the region's cells, from the month `start`.
    """
    premium = _premium(view, start)
    scale = view.say("cost_scale", persons=1_000_000_000 / (12 * premium))
    sentences, rows, values = [], [], []
    for denominator in dict.fromkeys([*claimed_denominators(view, totals), view.denominator]):
        cells = priced[priced["denominator"] == denominator].set_index("segment")
        if not {"formal", "informal"} <= set(cells.index):
            continue
        informal, formal = cells.loc["informal"], cells.loc["formal"]
        label = view.denominator_label(denominator)
        short = formats.sentence_case(view.denominator_label(denominator, short=True))
        key = "cost_sentence" if informal["gap"] > 0 else "cost_sentence_no_informal"
        sentences.append(
            view.say(key, gap=informal["gap"], denominator=label, cost=informal["year_idr"], formal_gap=formal["gap"])
        )
        for segment, cell in (("formal", formal), ("informal", informal)):
            name = formats.sentence_case(view.words.word("segment", segment))
            payer = view.text("payer_employer" if segment == "formal" else "payer_local")
            figures = [formats.rupiah(cell[name_], view.language, short=True) for name_ in ("year_idr", "years_idr")]
            rows.append([short, name, formats.number(cell["gap"], view.language), payer, *figures])
            values.append([short, name, cell["gap"], payer, cell["year_idr"], cell["years_idr"]])
    if not rows:
        return [blocks.text(view.say("cost_missing"), scale)]
    keys = ["col_denominator", "col_segment", "col_gap", "col_payer", "col_cost_year", "col_cost_five"]
    aligned = ["left", "left", "right", "left", "right", "right"]
    widths = [1.2, 1.1, 0.9, 2.0, 1.1, 1.1]
    table = blocks.table(
        view.text("cost_title"),
        [
            {"label": view.text(key), "align": align, "width": width}
            for key, align, width in zip(keys, aligned, widths, strict=True)
        ],
        rows,
        values=values,
        formats=["text", "text", "int", "text", "idr", "idr"],
        notes=[view.text("cost_note", premium=premium, start=start), " ".join(_reliefs(view))],
        source=sources.line(view.tables, premium_rows(view), view.words),
        id="cost",
    )
    return [blocks.text(*sentences, scale), table]


def budgets(view: View, funded: pd.DataFrame) -> list[blocks.Block]:
    """Budgets on record, each recomputed from its persons, months and the premium in force.

    Args:
        funded: `measures.fund_mix` of the region's budgets.
    """
    out = [blocks.heading(view.text("budget_title"), level=2)]
    if not len(funded):
        return [*out, blocks.text(view.say("budget_missing"))]
    items = []
    for row in funded.itertuples():
        difference = row.required_idr - row.amount_idr
        key = "budget_exact" if difference == 0 else ("budget_short" if difference > 0 else "budget_over")
        items.append(
            view.say(
                "budget_row",
                funding=view.words.word("funding", row.funding),
                period=row.period,
                planned=row.amount_idr,
                persons=row.persons,
                months=row.months,
                cost=row.required_idr,
                premium=row.premium_idr,
                verdict=view.text(key, difference=abs(difference)),
            )
        )
    rows = view.tables.budgets
    rows = rows[rows["region_code"] == view.region["region_code"]]
    return [*out, blocks.bullets(items), blocks.text([sources.line(view.tables, rows, view.words)], style="note")]


def groups(view: View, *, start: str) -> list[blocks.Block]:
    """Named groups as their sources give them, never added up."""
    rows = view.tables.groups
    rows = rows[rows["region_code"] == view.region["region_code"]].sort_values(["group", "period"])
    if not len(rows):
        return [blocks.heading(view.text("groups_title"), level=2), blocks.text(view.say("groups_missing"))]
    word, language = view.words.word, view.language
    body = [
        [
            word("group", row.group),
            word("group_status", row.status),
            word("funding", row.funding),
            formats.month_short(row.period, language),
            (word("qualifier", row.qualifier) + " " + formats.number(row.persons, language)).strip(),
            word("confidence", row.confidence),
        ]
        for row in rows.itertuples()
    ]
    keys = ["col_group", "col_status", "col_funding", "col_period", "col_persons", "col_confidence"]
    table = blocks.table(
        view.text("groups_title"),
        [{"label": view.text(key), "align": "right" if key == "col_persons" else "left"} for key in keys],
        body,
        values=[[*line[:4], float(row.persons), line[5]] for line, row in zip(body, rows.itertuples(), strict=True)],
        formats=["text", "text", "text", "text", "int", "text"],
        notes=[view.text("groups_note")],
        source=sources.line(view.tables, rows, view.words),
        id="groups",
    )
    goals = [
        sentence
        for row in rows[(rows["status"] == "target") & (rows["group"] == "vulnerable")].itertuples()
        for sentence in _group_target(view, row, _premium(view, start))
    ]
    return [table] + ([blocks.text(*goals)] if goals else [])


def compliance_and_rules(view: View) -> list[blocks.Block]:
    """Compliance of employers and local regulations, as far as on record."""
    out = [blocks.heading(view.text("compliance_title"), level=2)]
    out.append(_compliance(view))
    out.append(blocks.heading(view.text("policies_title"), level=2))
    rules = view.tables.policies
    rules = rules[rules["region_code"] == view.region["region_code"]]
    if not len(rules):
        return [*out, blocks.text(view.say("policies_missing"))]
    return [
        *out,
        blocks.bullets(
            [
                [
                    f"{row.kind} {row.number}/{row.year}"
                    + (f": {row.subject}" if row.subject == row.subject and row.subject else "")
                ]
                for row in rules.itertuples()
            ]
        ),
    ]


def _compliance(view: View) -> blocks.Block:
    rows = view.tables.compliance
    rows = rows[rows["region_code"] == view.region["region_code"]]
    rows = rows[rows["period"] == rows["period"].max()]
    if not len(rows):
        return blocks.text(view.say("compliance_missing"))
    keys = ["col_category", "col_step", "col_firms", "col_workers"]
    values = [[row.category, row.step, row.firms, row.workers] for row in rows.itertuples()]
    return blocks.table(
        f"{view.text('compliance_table')}, {formats.month(rows['period'].iloc[0], view.language)}",
        [
            {"label": view.text(key), "align": "left" if key in ("col_category", "col_step") else "right"}
            for key in keys
        ],
        [[*line[:2], *[formats.number(value, view.language) for value in line[2:]]] for line in values],
        values=values,
        formats=["text", "text", "int", "int"],
        source=sources.line(view.tables, rows, view.words),
        id="compliance",
    )


def _read_target(target: str) -> float:
    try:
        value = float(str(target).replace("%", "").replace(",", "."))
    except ValueError:
        value = -1.0
    if not 0 < value <= 100:
        raise ValueError(f"target: found '{target}', expected a percentage above 0 and up to 100, such as '60'")
    return value


def _own_target(view: View, totals: pd.DataFrame, target_pct: float) -> list:
    main = totals[totals["denominator"] == view.denominator]
    if not len(main) or pd.isna(main.iloc[0]["coverage_pct"]):
        return [view.say("rf_missing")]
    row = main.iloc[0]
    label = view.denominator_label(view.denominator)
    if row["coverage_pct"] >= target_pct:
        out = [view.say("target_own_met", target=target_pct, denominator=label, coverage=row["coverage_pct"])]
    else:
        needed = row["workforce"] * target_pct / 100
        out = [
            view.say(
                "target_own",
                target=target_pct,
                denominator=label,
                needed=needed,
                members=row["covered"],
                short=needed - row["covered"],
            )
        ]
    rse = measures.default_rse_pct(main).iloc[0]
    if not pd.isna(rse) and row["worst_class"] in ("A", "B"):
        chance = measures.probability_at_least(row["members"], row["workforce"], target_pct=target_pct, rse_pct=rse)
        out.append(view.say("target_probability", rse=rse, probability=100 * chance))
    return out


def _group_target(view: View, row, premium_idr: float) -> list:
    reference = newest_workforce_row(view, REFERENCE, "total")
    announced = view.tables.workforce
    announced = announced[
        (announced["region_code"] == view.region["region_code"]) & (announced["denominator"] == "local_estimate")
    ]
    announced = announced[announced["period"] == announced["period"].max()]
    if not len(announced):
        return []
    return [
        view.say(
            "group_target_sentence",
            persons=row.persons,
            period=row.period,
            of_announced=100 * row.persons / announced["persons"].sum(),
            of_reference=100 * row.persons / reference["persons"],
            announced=view.denominator_label("local_estimate", short=True),
            reference=view.denominator_label(REFERENCE, short=True),
            cost=row.persons * 12 * premium_idr,
        )
    ]


def _premium(view: View, month: str) -> float:
    return measures.monthly_premium(view.tables.premiums, month=month, payer="apbd")


def _reliefs(view: View) -> list[str]:
    """Dated premiums lower than the ordinary one, for those who pay themselves."""
    rows = view.tables.premiums
    rows = rows[(rows["segment"] == "informal") & (rows["payer"] == "self") & rows["valid_to"].notna()]
    titles = view.tables.sources.set_index("source")["title"]
    return [
        view.text(
            "cost_relief",
            trade=view.text(f"trade_{row.trade}"),
            premium=row.premium_idr,
            first=row.valid_from,
            last=row.valid_to,
            rule=titles[row.source].split(" tentang")[0].split(":")[0],
        )
        for row in rows.itertuples()
    ]
