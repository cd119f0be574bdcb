"""The report of one district: measures in, blocks out, in the order of its pages.

`view` chooses once what the report is about; every function below takes it and the measures of its cell in the
notebook, and returns the blocks to show. What is not known gives a sentence that says so, never an empty chart.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version

import pandas as pd

from .. import measures
from . import blocks, charts, formats, sources
from .wording import Words

REFERENCE = "sakernas"  # the official denominator that every district has; METHODS.md, rule 9
PREMIUM_PROGRAMMES = ("JKK", "JKM")
SERIES_BREAK = 2023  # METHODS.md, rule 66: over 40 % of districts jump by more than 10 % in that year


@dataclass(frozen=True)
class View:
    """What a report is about: region, period of members, denominator, language; and the tables it may read."""

    tables: object
    region: pd.Series
    province: pd.Series
    period: str | None
    denominator: str
    words: Words
    cells: pd.DataFrame
    history: pd.DataFrame

    @property
    def place(self) -> str:
        return self.region["short_name"]

    @property
    def language(self) -> str:
        return self.words.language

    @property
    def has_members(self) -> bool:
        return bool(len(self.cells))

    def denominator_label(self, key: str, *, short: bool = False) -> str:
        row = self.tables.denominators.set_index("denominator").loc[key]
        return row[f"{'short' if short else 'label'}_{self.language}"]

    def say(self, key: str, **values) -> list:
        return self.words.runs(key, place=self.place, **values)

    def text(self, key: str, **values) -> str:
        return self.words.text(key, place=self.place, **values)


def view(
    tables, cells: pd.DataFrame, *, region_code: str, period: str = "", denominator: str = "", language: str = "id"
) -> View:
    """Choose what the report shows; an empty period is the newest known, an empty denominator Sakernas.

    Raises: ValueError, if the period or the denominator is not known for the region.
    """
    regions = tables.regions.set_index("region_code", drop=False)
    history = cells[cells["region_code"] == region_code]
    periods = sorted(history["period"].unique())
    if period and period not in periods:
        known = ", ".join(periods) or "none"
        raise ValueError(f"period: no members of {region_code} for '{period}'; known: {known}")
    period = period or (periods[-1] if periods else None)
    here = history[history["period"] == period]
    offered = sorted(here["denominator"].unique()) if len(here) else [REFERENCE]
    if denominator and denominator not in offered:
        raise ValueError(f"denominator: '{denominator}' is not known for {region_code}; known: {', '.join(offered)}")
    region = regions.loc[region_code]
    return View(
        tables=tables,
        region=region,
        province=regions.loc[region["parent_code"]],
        period=period,
        denominator=denominator or REFERENCE,
        words=Words(language),
        cells=here,
        history=history,
    )


# -- the document and page 1


def document(view: View, totals: pd.DataFrame) -> blocks.Block:
    """Title, footer and the row that the index of all reports shows."""
    build = view.tables.build
    main = totals[totals["denominator"] == view.denominator]
    known = main.iloc[0] if len(main) else None
    workforce = _workforce(view, view.denominator, "total")
    return blocks.document(
        view.text("report_title"),
        subtitle=view.text("report_subtitle"),
        eyebrow=view.text("eyebrow_district", code=view.region["region_code"], province=view.province["name"]),
        language=view.language,
        date=sources.newest_date(view.tables),
        data_version=build["data_version"],
        footer=view.text("footer", version=build["data_version"], package=version("cakupan")),
        region_code=view.region["region_code"],
        author="Cakupan",
        keywords=["BPJS Ketenagakerjaan", "Jamsostek", view.region["name"], view.province["name"]],
        simulated=_is_simulated(view),
        watermark=view.text("simulated") if _is_simulated(view) else "",
        summary={
            "region_code": view.region["region_code"],
            "name": view.region["name"],
            "province": view.province["name"],
            "period": view.period,
            "denominator": view.denominator_label(view.denominator, short=True),
            "members": _plain(known, "members"),
            "workforce": _plain(known, "workforce") or _plain(workforce, "persons"),
            "gap": _plain(known, "gap"),
            "coverage_pct": _plain(known, "coverage_pct"),
            "ratio_pct": _plain(known, "ratio_pct"),
            "ratio_class": None if known is None else known["worst_class"],
            "grade": None,
        },
    )


def key_figures(view: View, totals: pd.DataFrame) -> blocks.Block:
    """Members, workforce and people not covered: people first, each with its month and denominator."""
    workforce = _workforce(view, view.denominator, "total")
    main = totals[totals["denominator"] == view.denominator]
    others = totals[totals["denominator"].isin(_claimed(view, totals))]
    label = view.denominator_label
    if not view.has_members:
        registered = _registered(view)
        members = {"value": formats.MISSING, "label": view.text("members_label_missing"), "note": registered}
        gap = {"value": formats.MISSING, "label": view.text("gap_label_missing"), "note": "", "tone": "plain"}
        people, period = workforce["persons"], workforce["period"]
    else:
        main = main.iloc[0]
        members = {
            "value": formats.number(main["members"], view.language),
            "label": view.text("members_label", period=view.period),
            "note": _members_note(view),
        }
        notes = [view.text("gap_note_basis", denominator=label(view.denominator, short=True))]
        notes += [
            view.text("gap_note_other", denominator=label(row.denominator, short=True), gap=row.gap)
            for row in others.itertuples()
        ]
        gap = {
            "value": formats.number(main["gap"], view.language),
            "label": view.text("gap_label" if main["basis"] == "segments" else "gap_label_least"),
            "note": " ".join(notes),
            "tone": "gap",
            "emphasis": True,
        }
        used = view.cells[view.cells["denominator"] == view.denominator]
        people, period = main["workforce"], used["workforce_period"].iloc[0]
    workers = {
        "value": formats.number(people, view.language),
        "label": view.text("workforce_label", denominator=label(view.denominator, short=True), period=period),
        "note": " ".join(
            view.text("workforce_note_other", denominator=label(row.denominator, short=True), persons=row.workforce)
            for row in others.itertuples()
        ),
    }
    return blocks.numbers([members, workers, gap])


def headline(view: View, totals: pd.DataFrame) -> blocks.Block:
    """The sentence of the report. Where a total above 100 % hides a gap, it says so first (METHODS.md, rule 7)."""
    if not view.has_members:
        row = _workforce(view, REFERENCE, "total")
        informal = _workforce(view, REFERENCE, "informal")
        runs = view.say(
            "head_missing",
            workforce=row["persons"],
            informal=100 * informal["persons"] / row["persons"],
            denominator=view.denominator_label(REFERENCE, short=True),
            period=row["period"],
        )
        missing = view.say("missing_members", code=view.region["region_code"])
        return [
            blocks.text(runs, style="lead"),
            blocks.box(view.text("not_available").capitalize(), missing, tone="missing"),
        ]
    first, rest = [], []
    for row in totals.itertuples():
        if row.denominator not in (view.denominator, *_claimed(view, totals)):
            continue
        label = view.denominator_label(row.denominator)
        if row.ratio_pct > 100 and row.gap > 0:
            worst = _cells(view, row.denominator).sort_values("gap").iloc[-1]
            beyond = _cells(view, row.denominator).sort_values("surplus").iloc[-1]
            first.append(
                view.say(
                    "head_forced", gap=worst["gap"], workforce=worst["workforce"], denominator=label,
                    segment=view.words.word("short_segment", worst["segment"]),
                )
                + [" "]
                + view.say(
                    "head_forced_why", ratio=row.ratio_pct, surplus=beyond["surplus"], coverage=row.coverage_pct,
                    surplus_segment=view.words.word("short_segment", beyond["segment"]),
                )
            )  # fmt: skip
        elif row.ratio_pct > 100:
            first.append(view.say("head_ratio_only", ratio=row.ratio_pct, denominator=label, surplus=row.surplus))
        else:
            key = "head_normal" if row.denominator == view.denominator else "head_also"
            rest.append(
                (
                    row.denominator != view.denominator,
                    row, label, key,
                )
            )  # fmt: skip
    rest.sort(key=lambda entry: entry[0])
    for position, (_, row, label, key) in enumerate(rest):
        chosen = "head_also" if first or position else key
        first.append(
            view.say(chosen, gap=row.gap, workforce=row.workforce, coverage=row.coverage_pct, denominator=label)
        )
    return [blocks.text(first[0], style="lead")] + ([blocks.text(*first[1:])] if len(first) > 1 else [])


def segment_figure(view: View, totals: pd.DataFrame) -> blocks.Block | None:
    """Bars of people by segment, under the announced denominator and under Sakernas."""
    if not view.has_members:
        return None
    chosen = [*_claimed(view, totals), view.denominator]
    rows = []
    for denominator in dict.fromkeys(chosen):
        for cell in _cells(view, denominator).itertuples():
            beyond = cell.surplus > 0
            rows.append(
                {
                    "group": view.text(
                        "bar_group", denominator=view.denominator_label(denominator), period=cell.workforce_period
                    ),
                    "denominator": denominator,
                    "segment": cell.segment,
                    "label": view.words.word("segment", cell.segment).capitalize(),
                    "statement": view.text(
                        "bar_statement_surplus" if beyond else "bar_statement",
                        members=cell.members, workforce=cell.workforce, ratio=cell.ratio_pct, gap=cell.gap,
                    ),
                    "members": cell.members, "covered": cell.covered, "gap": cell.gap, "surplus": cell.surplus,
                    "workforce": cell.workforce, "ratio_pct": cell.ratio_pct,
                }
            )  # fmt: skip
    rows = pd.DataFrame(rows)
    drawing, axes = charts.canvas(0.62 * len(rows) + 0.48 * rows["group"].nunique() + 0.1)
    charts.segment_bars(rows, axes, language=view.language)
    alt = " ".join(
        view.text(
            "alt_bar", group=row.group, segment=row.label, members=row.members, workforce=row.workforce, gap=row.gap,
            surplus=row.surplus,
        )
        for row in rows.itertuples()
    )  # fmt: skip
    return blocks.figure(
        drawing,
        id="segments",
        title=_segments_title(view, rows, totals),
        subtitle=view.text("fig_segments_subtitle", period=view.period),
        alt=alt,
        source=sources.line(view.tables, _figures_used(view), view.words),
    )


def read_first(view: View, totals: pd.DataFrame, ratios: pd.DataFrame) -> blocks.Block:
    """What may not be quoted from this report, and why.

    Args:
        ratios: `measures.denominator_ratio` of the region.
    """
    points = []
    if not view.has_members:
        points.append(view.say("rf_missing"))
    for row in totals.itertuples():
        if row.ratio_pct > 100 and row.denominator in _claimed(view, totals):
            points.append(
                view.say("rf_not_coverage", ratio=row.ratio_pct, denominator=view.denominator_label(row.denominator))
            )
    announced = ratios[ratios["denominator"].isin(_claimed(view, totals)) & ratios["definition_differs"]]
    for row in announced.itertuples():
        points.append(
            view.say(
                "rf_definition", ratio=row.ratio_pct, denominator=view.denominator_label(row.denominator),
                reference=view.denominator_label(REFERENCE, short=True),
            )
        )  # fmt: skip
    if view.has_members:
        used = _members_used(view)
        if set(view.cells["segment"]) == {"total"}:
            points.append(view.say("rf_total_only"))
        if (used["status"] == "unspecified").any():
            points.append(view.say("rf_status"))
        for row in used[used["qualifier"] != "exact"].head(1).itertuples():
            points.append(view.say("rf_qualifier", printed=row.printed))
        points.append(view.say("rf_sakernas"))
        points.append(view.say("rf_registered_place"))
    if view.tables.build.get("rows_set_aside"):
        points.append(view.say("rf_set_aside", rows=view.tables.build["rows_set_aside"]))
    return blocks.box(view.text("read_first"), *points, tone="read_first")


# -- page 2


def standing(view: View, province_totals: pd.DataFrame, own_totals: pd.DataFrame) -> list[blocks.Block]:
    """What is known of the province's districts, and the province itself as background.

    Args:
        province_totals: `measures.totals` of all regions on Sakernas, every period.
        own_totals: the same of this region.
    """
    regions = view.tables.regions
    siblings = regions[regions["parent_code"] == view.province["region_code"]]
    newest = (
        province_totals[province_totals["denominator"] == REFERENCE]
        .sort_values("period").drop_duplicates("region_code", keep="last").set_index("region_code")
    )  # fmt: skip
    known = siblings[siblings["region_code"].isin(newest.index)]
    paragraphs = [
        view.say("standing_members_few", districts=len(siblings), known=len(known), province=view.province["name"])
    ]
    province = view.province["region_code"]
    if province in newest.index:
        row = newest.loc[province]
        paragraphs.append(
            view.say(
                "standing_province", province=view.province["name"], members=row["members"],
                workforce=row["workforce"], ratio=row["ratio_pct"], period=row["period"],
                denominator=view.denominator_label(REFERENCE, short=True),
            )
        )  # fmt: skip
    columns = ["col_region", "col_month", "col_members", "col_workforce", "col_ratio", "col_gap"]
    rows, values, styles = [], [], []
    for region in siblings.itertuples():
        row = newest.loc[region.region_code] if region.region_code in newest.index else None
        workforce = row["workforce"] if row is not None else _newest_workforce(view.tables, region.region_code)
        cells = [None, None, workforce, None, None] if row is None else [
            row["period"], row["members"], workforce, row["ratio_pct"], row["gap"],
        ]  # fmt: skip
        values.append([region.name, *cells])
        rows.append(
            [
                region.name,
                formats.month(cells[0], view.language),
                *[formats.number(value, view.language) for value in cells[1:3]],
                formats.percent(cells[3], view.language),
                formats.number(cells[4], view.language),
            ]
        )
        styles.append(
            "strong" if region.region_code == view.region["region_code"] else ("" if row is not None else "muted")
        )
    table = blocks.table(
        view.text("standing_table_title", province=view.province["name"]),
        [
            {"label": view.text(key), "align": "left" if key in ("col_region", "col_month") else "right"}
            for key in columns
        ],
        rows,
        values=values,
        formats=["text", "text", "int", "int", "pct", "int"],
        row_styles=styles,
        notes=[view.text("standing_table_note")],
        source=sources.line(view.tables, _standing_sources(view, siblings), view.words),
        id="standing",
    )
    return [blocks.text(*paragraphs), table]


def structure_figure(view: View, structure: pd.DataFrame) -> blocks.Block:
    """Spine chart of the workforce's make-up among the districts of the province.

    Args:
        structure: `measures.workforce_structure` of every region and period.
    """
    regions = view.tables.regions
    siblings = regions.loc[regions["parent_code"] == view.province["region_code"], "region_code"]
    period = (
        structure.loc[structure["region_code"] == view.region["region_code"]].dropna(subset="employed")["period"].max()
    )
    among = structure[structure["region_code"].isin(siblings) & (structure["period"] == period)]
    indicators = ["informal_pct", "own_account_pct", "unpaid_pct", "casual_pct", "employee_pct", "employer_pct"]
    rows = pd.DataFrame([_spine_row(view, among, indicator) for indicator in indicators])
    drawing, axes = charts.canvas(0.27 * len(rows) + 0.3, left=2.42, right=0.5, top=0.24, bottom=0.05)
    charts.spine(rows, axes)
    charts.spine_heads(
        axes, value=view.place if len(view.place) < 12 else "", reference=view.text("spine_head_reference"),
        low=view.text("spine_head_low"), high=view.text("spine_head_high"),
    )  # fmt: skip
    informal = rows.iloc[0]
    return blocks.figure(
        drawing,
        id="structure",
        title=view.text(
            "spine_title_more" if informal["value"] >= informal["reference"] else "spine_title_less",
            value=informal["value"], reference=informal["reference"], province=view.province["name"],
        ),
        subtitle=view.text(
            "spine_subtitle", period=period, districts=len(among), province=view.province["name"]
        ),
        alt=" ".join(
            view.text(
                "spine_alt", label=row.label, value=row.value_text, reference=row.reference_text, low=row.low_text,
                high=row.high_text,
            )
            for row in rows.itertuples()
        ),
        source=sources.line(view.tables, _sakernas_rows(view, period), view.words),
    )  # fmt: skip


# -- page 3


def workforce_figure(view: View) -> blocks.Block:
    """Formal and informal workers over the years, with the break marked, and members where known."""
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
                "lines_end", segment=view.words.word("short_segment", row.segment).capitalize(),
                value=series.loc[(series["segment"] == row.segment) & (series["year"] == newest), "persons"].iloc[0],
            )
            for row in series.itertuples()
        ],
    )  # fmt: skip
    known = _members_by_period(view)
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
            "lines_alt", segment=view.words.word("short_segment", name).capitalize(), first=part["value"].iloc[0],
            first_year=part["year"].iloc[0], last=part["value"].iloc[-1], last_year=part["year"].iloc[-1],
        )
        for name, part in series.groupby("segment")
    ]  # fmt: skip
    alt += [view.text("lines_alt_point", period=period, value=value) for period, value in known.items()]
    used = pd.concat([rows, _all_members(view)])
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
        return [blocks.text(view.say("split_missing", periods=len(series)))]
    first, last = series.iloc[-2], series.iloc[-1]
    people, part = measures.split_change(
        members=(first["members"], last["members"]), workforce=(first["workforce"], last["workforce"])
    )
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
    used = pd.concat([_all_members(view), _sakernas_rows(view, None)])
    split = blocks.figure(
        drawing,
        id="split",
        title=title,
        subtitle=view.text(
            "split_subtitle", first_period=first["period"], last_period=last["period"], first=first["ratio_pct"],
            last=last["ratio_pct"], denominator=view.denominator_label(REFERENCE, short=True),
        ),
        alt=title,
        source=sources.line(view.tables, used, view.words),
    )  # fmt: skip
    notes = []
    if first["period"][:4] < str(SERIES_BREAK) <= last["period"][:4]:
        notes.append(view.say("split_break"))
    if first["period"][5:] != last["period"][5:]:
        notes.append(view.say("split_seasonal", first_period=first["period"], last_period=last["period"]))
    return [split] + ([blocks.text(*notes, style="note")] if notes else [])


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
            "target_row", region=names[row.region_code], value=row.target_pct, year=row.year,
            definition=view.text(f"definition_{row.definition}"),
        )
        for row in listed.sort_values(["region_code", "definition", "year"]).itertuples()
    ]  # fmt: skip
    return [*out, blocks.text(view.say("targets_refused")), blocks.bullets(items)]


# -- page 4


def cost(view: View, priced: pd.DataFrame, totals: pd.DataFrame, *, premium_idr: float) -> list[blocks.Block]:
    """What closing the gap costs, and who has to pay; an employer's duty carries no rupiah.

    Args:
        priced: the cells of the region with cost_year_idr, missing where no budget may pay (`measures.cost_to_close`).
        premium_idr: rupiah a month per person that `priced` used.
    """
    scale = view.say("cost_scale", persons=1_000_000_000 / (12 * premium_idr))
    if not len(priced):
        return [blocks.text(view.say("cost_missing"), scale)]
    chosen = [*_claimed(view, totals), view.denominator]
    out, rows, values = [], [], []
    for denominator in dict.fromkeys(chosen):
        cells = priced[priced["denominator"] == denominator].set_index("segment")
        if "informal" not in cells.index:
            continue
        informal, formal = cells.loc["informal"], cells.loc["formal"]
        label = view.denominator_label(denominator)
        out.append(
            view.say(
                "cost_sentence", gap=informal["gap"], denominator=label, cost=informal["cost_year_idr"],
                formal_gap=formal["gap"],
            )
            if informal["gap"] > 0
            else view.say("cost_sentence_no_informal", denominator=label)
        )  # fmt: skip
        for segment, cell in (("formal", formal), ("informal", informal)):
            yearly = cell["cost_year_idr"]
            payer = view.text("payer_employer" if segment == "formal" else "payer_local")
            name, short = (
                view.words.word("segment", segment).capitalize(),
                view.denominator_label(denominator, short=True),
            )
            rows.append(
                [
                    short, name, formats.number(cell["gap"], view.language), payer,
                    formats.rupiah(yearly, view.language, short=True),
                    formats.rupiah(5 * yearly, view.language, short=True),
                ]
            )  # fmt: skip
            values.append([short, name, cell["gap"], payer, yearly, 5 * yearly])
    if not rows:
        return [blocks.text(view.say("cost_missing"), scale)]
    keys = ["col_denominator", "col_segment", "col_gap", "col_payer", "col_cost_year", "col_cost_five"]
    widths = [1.2, 1.1, 0.9, 2.0, 1.1, 1.1]
    table = blocks.table(
        view.text("cost_title"),
        [
            {"label": view.text(key), "align": "right" if key in ("col_gap", "col_cost_year", "col_cost_five") else "left",
             "width": width}
            for key, width in zip(keys, widths, strict=True)
        ],
        rows,
        values=values,
        formats=["text", "text", "int", "text", "idr", "idr"],
        notes=[view.text("cost_note")],
        source=sources.line(view.tables, _premium_rows(view), view.words),
        id="cost",
    )  # fmt: skip
    return [blocks.text(*out, scale), table]


def budgets(view: View, *, premium_idr: float) -> list[blocks.Block]:
    """Budgets on record, each recomputed from its persons, months and the premium."""
    rows = view.tables.budgets
    rows = rows[rows["region_code"] == view.region["region_code"]].dropna(subset=["planned_idr"])
    out = [blocks.heading(view.text("budget_title"), level=2)]
    if not len(rows):
        return [*out, blocks.text(view.say("budget_missing"))]
    items = []
    for row in rows.itertuples():
        due = row.persons * row.months * premium_idr
        difference = due - row.planned_idr
        key = "budget_exact" if difference == 0 else ("budget_short" if difference > 0 else "budget_over")
        items.append(
            view.say(
                "budget_row", funding=view.words.word("funding", row.funding), period=row.period, planned=row.planned_idr,
                persons=row.persons, months=row.months, cost=due,
                verdict=view.text(key, difference=abs(difference)),
            )
        )  # fmt: skip
    return [*out, blocks.bullets(items), blocks.text([sources.line(view.tables, rows, view.words)], style="note")]


def groups(view: View, *, premium_idr: float) -> list[blocks.Block]:
    """Named groups as their sources give them, never added up."""
    rows = view.tables.groups
    rows = rows[rows["region_code"] == view.region["region_code"]].sort_values(["group", "period"])
    out = [blocks.heading(view.text("groups_title"), level=2)]
    if not len(rows):
        return [*out, blocks.text(view.say("groups_missing"))]
    word, language = view.words.word, view.language
    body = [
        [
            word("group", row.group), word("group_status", row.status), word("funding", row.funding),
            formats.month(row.period, language),
            (word("qualifier", row.qualifier) + " " + formats.number(row.persons, language)).strip(),
            word("confidence", row.confidence),
        ]
        for row in rows.itertuples()
    ]  # fmt: skip
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
        for sentence in _group_target(view, row, premium_idr)
    ]
    return [*out, table] + ([blocks.text(*goals)] if goals else [])


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


# -- annex A


def denominators(view: View, matrix: pd.DataFrame) -> blocks.Block | None:
    """The same members under each denominator, segment by segment.

    Args:
        matrix: `measures.denominator_matrix` of the region and period.
    """
    if not len(matrix):
        return None
    language, word = view.language, view.words.word
    rows, values, styles = [], [], []
    for cell in matrix.itertuples():
        name = word("segment", cell.segment).capitalize()
        label = view.denominator_label(cell.denominator, short=True)
        rows.append(
            [
                name, label, formats.number(cell.members, language), formats.number(cell.workforce, language),
                formats.percent(cell.ratio_pct, language), {"text": cell.ratio_class, "tone": _tone(cell.ratio_class)},
                formats.number(cell.gap, language), formats.number(cell.surplus, language),
            ]
        )  # fmt: skip
        values.append(
            [name, label, cell.members, cell.workforce, cell.ratio_pct, cell.ratio_class, cell.gap, cell.surplus]
        )
        styles.append("total" if cell.segment == "total" else "")
    keys = ["col_segment", "col_denominator", "col_members", "col_workforce", "col_ratio", "col_class", "col_gap", "col_surplus"]  # fmt: skip
    kinds = ["text", "text", "int", "int", "pct", "text", "int", "int"]
    return blocks.table(
        view.text("matrix_title", period=view.period),
        [
            {"label": view.text(key), "align": "center" if key == "col_class" else ("left" if kind == "text" else "right"),
             "width": width}
            for key, kind, width in zip(keys, kinds, [1.5, 1.5, 0.9, 0.9, 0.8, 0.6, 1.0, 0.9], strict=True)
        ],
        rows,
        values=values,
        formats=kinds,
        row_styles=styles,
        notes=[view.text("matrix_note")],
        source=sources.line(view.tables, _figures_used(view), view.words),
        id="denominators",
    )  # fmt: skip


def anatomies(view: View, totals: pd.DataFrame) -> list[blocks.Block]:
    """Each denominator under which a segment exceeds its workforce, taken apart; nothing where none does."""
    out = []
    for denominator in totals.loc[totals["surplus"] > 0, "denominator"]:
        taken = measures.anatomy(view.cells, denominator=denominator)
        for cell in taken.segments[taken.segments["surplus"] > 0].itertuples():
            out += _anatomy_of(view, taken, cell)
    return [blocks.heading(view.text("anatomy_title"), level=2), *out] if out else []


def uncertainty(view: View, ranged: pd.DataFrame) -> list[blocks.Block]:
    """Intervals from the denominator's error, or the sentence that it is not known.

    Args:
        ranged: `measures.with_uncertainty` of the region's cells.
    """
    if not len(ranged):
        return []
    items = []
    for denominator in dict.fromkeys(ranged["denominator"]):
        known = ranged[(ranged["denominator"] == denominator) & ranged["coverage_low_pct"].notna()]
        label = view.denominator_label(denominator)
        if not len(known):
            items.append(view.say("range_unknown", denominator=label))
        for cell in known.itertuples():
            items.append(
                view.say(
                    "range_row", segment=view.words.word("segment", cell.segment), denominator=label,
                    low=cell.coverage_low_pct, high=cell.coverage_high_pct, gap_low=cell.gap_low, gap_high=cell.gap_high,
                    rse=cell.rse_pct,
                )
            )  # fmt: skip
    return [blocks.heading(view.text("range_title"), level=2), blocks.bullets(items)]


def claims(view: View) -> blocks.Block | None:
    """Statements in circulation about the region, recomputed from their own figures."""
    rows = view.tables.claims
    rows = rows[rows["region_code"] == view.region["region_code"]].sort_values(["period", "segment"])
    if not len(rows):
        return None
    body, values = [], []
    for row in rows.itertuples():
        recomputed, verdict = _verdict(view, row)
        what = f"{view.words.word('statement', row.statement)}, {view.words.word('short_segment', row.segment)}"
        when = formats.month(row.period, view.language)
        body.append([what.capitalize(), when, row.printed, formats.percent(recomputed, view.language), verdict])
        values.append([what, when, row.printed, recomputed, verdict])
    keys = ["col_claim", "col_period", "col_printed", "col_recomputed", "col_verdict"]
    return blocks.table(
        view.text("claims_title"),
        [
            {"label": view.text(key), "align": "right" if key in ("col_printed", "col_recomputed") else "left",
             "width": width}
            for key, width in zip(keys, [1.7, 1.1, 0.9, 1.0, 2.6], strict=True)
        ],
        body,
        values=values,
        formats=["text", "text", "text", "pct", "text"],
        source=sources.line(view.tables, rows, view.words),
        id="claims",
    )  # fmt: skip


def corrections_and_decisions(view: View) -> list[blocks.Block]:
    """What was changed in the data, and which checks a person overruled."""
    out = [blocks.heading(view.text("corrections_title"), level=2)]
    used = set(_all_used(view)["file"])
    rows = view.tables.corrections
    rows = rows[rows["file"].isin(used)]
    if len(rows):
        out.append(
            blocks.bullets([view.say("correction_row", file=row.file, key=row.key) for row in rows.itertuples()])
        )
    else:
        out.append(blocks.text(view.say("corrections_none")))
    out.append(blocks.heading(view.text("decisions_title"), level=2))
    decisions = view.tables.build.get("decisions") or []
    if decisions:
        items = [[", ".join(f"{name}: {value}" for name, value in entry.items() if value)] for entry in decisions]
        return [*out, blocks.bullets(items)]
    return [*out, blocks.text(view.say("decisions_none"))]


# -- annex B


def definitions(view: View) -> list[blocks.Block]:
    """What the words mean, and every denominator that the report uses."""
    items = [view.say(key) for key in ("def_coverage", "def_gap", "def_at_most", "def_segments")]
    used = list(dict.fromkeys([*view.cells["denominator"], REFERENCE]))
    table = view.tables.denominators.set_index("denominator")
    items += [
        view.say(
            "def_denominator",
            label=_sentence_case(view.denominator_label(key)),
            definition=table.loc[key, f"definition_{view.language}"],
        )
        for key in used
    ]
    return [blocks.bullets(items), blocks.text(view.say("method"), style="note")]


def source_table(view: View) -> blocks.Block:
    """Publisher, title, date and raw file of every figure of the report."""
    rows = sources.listing(view.tables, _all_used(view))
    body = [
        [
            row.publisher, row.title,
            formats.day(row.published, view.language) if not formats.is_missing(row.published) else formats.MISSING,
            row.files,
        ]
        for row in rows.itertuples()
    ]  # fmt: skip
    keys = ["col_publisher", "col_title", "col_published", "col_file"]
    return blocks.table(
        view.text("sources_title"),
        [
            {"label": view.text(key), "align": "left", "width": width}
            for key, width in zip(keys, [1.7, 2.3, 0.9, 1.7], strict=True)
        ],
        body,
        values=body,
        formats=["text"] * 4,
        id="sources",
    )


# -- rows behind the figures


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


def _claimed(view: View, totals: pd.DataFrame) -> list[str]:
    """Denominators announced for the region itself, beside the official survey."""
    return [
        name
        for name in totals["denominator"]
        if name in ("local_estimate", "semesta_bpjs") and name != view.denominator
    ]


def _cells(view: View, denominator: str) -> pd.DataFrame:
    cells = view.cells[view.cells["denominator"] == denominator]
    parts = cells[cells["segment"] != "total"]
    return parts if len(parts) else cells


def _workforce(view: View, denominator: str, segment: str) -> pd.Series | None:
    rows = view.tables.workforce
    rows = rows[
        (rows["region_code"] == view.region["region_code"])
        & (rows["denominator"] == denominator)
        & (rows["segment"] == segment)
    ]
    return rows.sort_values("period").iloc[-1] if len(rows) else None


def _newest_workforce(tables, region_code: str) -> float:
    rows = tables.workforce
    rows = rows[
        (rows["region_code"] == region_code) & (rows["denominator"] == REFERENCE) & (rows["segment"] == "total")
    ]
    return float(rows.sort_values("period")["persons"].iloc[-1])


def _all_members(view: View) -> pd.DataFrame:
    rows = view.tables.members
    return rows[rows["region_code"] == view.region["region_code"]]


def _members_used(view: View) -> pd.DataFrame:
    rows = _all_members(view)
    return rows[(rows["period"] == view.period) & rows["status"].isin(["active", "unspecified"])]


def _members_by_period(view: View) -> pd.Series:
    """Members of each known month: the published total, else the sum of its segments."""
    rows = _all_members(view)
    rows = rows[rows["status"].isin(["active", "unspecified"])]
    totals = rows[rows["segment"] == "total"].groupby("period")["persons"].sum()
    parts = rows[rows["segment"] != "total"].groupby("period")["persons"].sum()
    return totals.combine_first(parts).sort_index().astype(int)


def _registered(view: View) -> str:
    rows = _all_members(view)
    rows = rows[rows["status"] == "registered"].sort_values("period")
    note = view.text("members_note_missing")
    if len(rows):
        newest = rows.iloc[-1]
        note += " " + view.text("members_note_registered", persons=newest["persons"], period=newest["period"])
    return note


def _members_note(view: View) -> str:
    used = _members_used(view)
    parts = used[used["segment"] != "total"]
    if not len(parts):
        return view.text("members_note_total")
    listed = [
        view.text("part", segment=view.words.word("short_segment", row.segment), persons=row.persons)
        for row in parts.itertuples()
    ]
    return view.text("members_note_parts", parts=formats.listing(listed, view.language).capitalize())


def _workforce_used(view: View) -> pd.DataFrame:
    keys = ["region_code", "period", "denominator", "segment"]
    wanted = view.cells[["region_code", "workforce_period", "denominator", "segment"]].set_axis(keys, axis=1)
    return view.tables.workforce.merge(wanted.drop_duplicates(), on=keys, validate="one_to_one")


def _figures_used(view: View) -> pd.DataFrame:
    return pd.concat([_members_used(view), _workforce_used(view)])


def _sakernas_rows(view: View, period: str | None) -> pd.DataFrame:
    rows = view.tables.workforce
    rows = rows[(rows["region_code"] == view.region["region_code"]) & (rows["denominator"] == REFERENCE)]
    return rows[rows["period"] == period] if period else rows


def _standing_sources(view: View, siblings: pd.DataFrame) -> pd.DataFrame:
    codes = [*siblings["region_code"], view.province["region_code"]]
    members, workforce = view.tables.members, view.tables.workforce
    return pd.concat(
        [
            members[members["region_code"].isin(codes) & members["status"].isin(["active", "unspecified"])],
            workforce[workforce["region_code"].isin(codes) & (workforce["denominator"] == REFERENCE)],
        ]
    )


def _premium_rows(view: View) -> pd.DataFrame:
    rows = view.tables.premiums
    return rows[
        (rows["segment"] == "informal") & rows["programme"].isin(PREMIUM_PROGRAMMES) & (rows["payer"] == "apbd")
    ]


def _all_used(view: View) -> pd.DataFrame:
    code = view.region["region_code"]
    tables = view.tables
    own = [table[table["region_code"] == code] for table in (tables.members, tables.workforce, tables.budgets, tables.groups, tables.policies, tables.claims)]  # fmt: skip
    listed = tables.targets[tables.targets["region_code"].isin(["00", code])]
    return pd.concat([*own, listed, _premium_rows(view)])[["source", "file"]]


def _is_simulated(view: View) -> bool:
    code = view.region["region_code"]
    own = [table[table["region_code"] == code] for table in (view.tables.members, view.tables.workforce)]
    return bool((pd.concat(own)["origin"] == "simulated").any())


# -- words chosen from numbers


def _segments_title(view: View, rows: pd.DataFrame, totals: pd.DataFrame) -> str:
    beyond = rows[rows["surplus"] > 0]
    word = view.words.word
    if len(beyond):
        claimed = rows[rows["denominator"] == beyond["denominator"].iloc[0]]
        short = claimed[claimed["gap"] > 0]
        if len(short):
            return view.text(
                "fig_segments_title_surplus", gap=short["gap"].iloc[0],
                segment=word("short_segment", short["segment"].iloc[0]),
                surplus_segment=word("short_segment", beyond["segment"].iloc[0]),
            )  # fmt: skip
        label = view.denominator_label(beyond["denominator"].iloc[0], short=True)
        return view.text("fig_segments_title_full", denominator=label)
    main = totals[totals["denominator"] == view.denominator].iloc[0]
    return view.text(
        "fig_segments_title", gap=main["gap"], denominator=view.denominator_label(view.denominator, short=True)
    )


def _spine_row(view: View, among: pd.DataFrame, indicator: str) -> dict:
    values = among[["region_code", indicator]].rename(columns={indicator: "value"})
    median = float(values["value"].median())
    placed = measures.spine(
        values.assign(indicator=indicator, higher_is_better=True),
        region_code=view.region["region_code"],
        benchmarks=pd.Series({indicator: median}),
    ).iloc[0]
    language = view.language
    return {
        "label": view.text("ind_" + indicator.removesuffix("_pct")),
        "value": placed["value"],
        "reference": median,
        "value_text": formats.percent(placed["value"], language),
        "reference_text": formats.percent(median, language),
        "low_text": formats.percent(values["value"].min(), language, decimals=0),
        "high_text": formats.percent(values["value"].max(), language, decimals=0),
        "position": placed["position"],
        "low": placed["lowest_position"],
        "q25": placed["q25_position"],
        "q75": placed["q75_position"],
        "high": placed["highest_position"],
    }


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
                "target_own", target=target_pct, denominator=label, needed=needed, members=row["covered"],
                short=needed - row["covered"],
            )
        ]  # fmt: skip
    rse = measures.default_rse_pct(main).iloc[0]
    if not pd.isna(rse) and row["worst_class"] in ("A", "B"):
        chance = measures.probability_at_least(row["members"], row["workforce"], target_pct=target_pct, rse_pct=rse)
        out.append(view.say("target_probability", rse=rse, probability=100 * chance))
    return out


def _group_target(view: View, row, premium_idr: float) -> list:
    reference = _workforce(view, REFERENCE, "total")
    announced = view.tables.workforce
    announced = announced[
        (announced["region_code"] == view.region["region_code"]) & (announced["denominator"] == "local_estimate")
    ]
    announced = announced[announced["period"] == announced["period"].max()]
    if not len(announced):
        return []
    return [
        view.say(
            "group_target_sentence", persons=row.persons, period=row.period,
            of_announced=100 * row.persons / announced["persons"].sum(), of_reference=100 * row.persons / reference["persons"],
            announced=view.denominator_label("local_estimate", short=True),
            reference=view.denominator_label(REFERENCE, short=True), cost=row.persons * 12 * premium_idr,
        )
    ]  # fmt: skip


def _anatomy_of(view: View, taken, cell) -> list[blocks.Block]:
    segment = view.words.word("short_segment", cell.segment)
    evidence = taken.evidence[taken.evidence["segment"] == cell.segment]
    told = " ".join(
        view.text(
            "evidence_supported" if row.supports else "evidence_not_supported",
            denominator=view.denominator_label(row.denominator, short=True), workforce=row.workforce,
        )
        for row in evidence.itertuples()
    )  # fmt: skip
    items = [
        view.say(
            "anatomy_workforce", segment=segment, required=cell.required_workforce, pct=cell.required_workforce_pct,
            evidence=told,
        ),
        view.say("anatomy_inactive", segment=segment, pct=cell.required_inactive_share_pct),
    ]  # fmt: skip
    if cell.segment != "total":
        items.append(view.say("anatomy_misplaced", reclassifiable=taken.reclassifiable, unexplained=taken.unexplained))
    noise = taken.noise[taken.noise["segment"] == cell.segment].set_index("rse_pct")["probability"]
    if noise.loc[25.0] < 0.05:
        items.append(view.say("anatomy_noise", probability=100 * noise.loc[25.0], needed=cell.rse_needed_pct))
    else:
        items.append(view.say("anatomy_noise_possible", probability=100 * noise.loc[10.0]))
    if cell.segment != "total":
        items.append(view.say("anatomy_pooled", low=taken.uncovered_low, high=taken.uncovered_high))
    lead = view.say(
        "anatomy_lead", segment=segment, members=cell.members, workforce=cell.workforce, surplus=cell.surplus
    )
    return [blocks.text(lead), blocks.bullets(items)]


def _verdict(view: View, row) -> tuple[float | None, str]:
    if formats.is_missing(row.numerator_persons) or formats.is_missing(row.denominator_persons):
        cannot = "verdict_cannot" if not formats.is_missing(row.printed_pct) else "verdict_cannot_persons"
        return None, view.text(cannot)
    check = measures.check_claim(
        members=row.numerator_persons, workforce=row.denominator_persons, printed_pct=row.printed_pct,
        segment=row.segment, parts=_claim_parts(view, row),
    )  # fmt: skip
    words = [view.text(f"verdict_{code}") for code in check.verdicts if code != "level_above_100_printed"]
    return check.ratio_pct, "; ".join(words)


def _claim_parts(view: View, row) -> dict | None:
    if row.segment != "total":
        return None
    rows = view.tables.claims
    same = rows[
        (rows["region_code"] == row.region_code) & (rows["period"] == row.period) & (rows["statement"] == row.statement)
        & (rows["definition"] == row.definition) & (rows["segment"] != "total")
    ].dropna(subset=["numerator_persons", "denominator_persons"])  # fmt: skip
    if len(same) < 2:
        return None
    return {part.segment: (part.numerator_persons, part.denominator_persons) for part in same.itertuples()}


def _tone(ratio_class) -> str:
    return "warn" if ratio_class in ("B", "C", "D") else ""


def _plain(row, name: str):
    if row is None or pd.isna(row[name]):
        return None
    return float(row[name])


def _sentence_case(words: str) -> str:
    return words[:1].upper() + words[1:]
