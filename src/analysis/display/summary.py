"""Pages 1 and 2 of a district report: who is covered and who is not, and where the district stands.

Measures and the `view` come in, blocks go out. What is not known gives a sentence that says so, never an empty chart.
"""

from __future__ import annotations

from importlib.metadata import version

import pandas as pd

from .. import measures
from . import blocks, charts, formats, sources
from .view import (
    REFERENCE,
    View,
    all_members,
    cells_of,
    claimed_denominators,
    figures_used,
    is_simulated,
    members_used,
    newest_workforce_row,
    sakernas_rows,
)


def document(view: View, totals: pd.DataFrame) -> blocks.Block:
    """Title, footer and the row that the index of all reports shows."""
    build = view.tables.build
    main = totals[totals["denominator"] == view.denominator]
    known = main.iloc[0] if len(main) else None
    workforce = newest_workforce_row(view, view.denominator, "total")
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
        simulated=is_simulated(view.tables),
        watermark=view.text("simulated") if is_simulated(view.tables) else "",
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
    workforce = newest_workforce_row(view, view.denominator, "total")
    main = totals[totals["denominator"] == view.denominator]
    others = totals[totals["denominator"].isin(claimed_denominators(view, totals))]
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
            formats.sentence_case(
                view.text("workforce_note_other", denominator=label(row.denominator, short=True), persons=row.workforce)
            )
            for row in others.itertuples()
        ),
    }
    return blocks.numbers([members, workers, gap])


def headline(view: View, totals: pd.DataFrame) -> blocks.Block:
    """The sentence of the report. Where a total above 100 % hides a gap, it says so first (METHODS.md, rule 7)."""
    if not view.has_members:
        row = newest_workforce_row(view, REFERENCE, "total")
        informal = newest_workforce_row(view, REFERENCE, "informal")
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
            blocks.box(formats.sentence_case(view.text("not_available")), missing, tone="missing"),
        ]
    first, rest = [], []
    for row in totals.itertuples():
        if row.denominator not in (view.denominator, *claimed_denominators(view, totals)):
            continue
        label = view.denominator_label(row.denominator)
        if row.ratio_pct > 100 and row.gap > 0:
            worst = cells_of(view, row.denominator).sort_values("gap").iloc[-1]
            beyond = cells_of(view, row.denominator).sort_values("surplus").iloc[-1]
            why = view.say(
                "head_forced_why",
                ratio=row.ratio_pct,
                surplus=beyond["surplus"],
                coverage=row.coverage_pct,
                surplus_segment=view.words.word("short_segment", beyond["segment"]),
            )
            forced = view.say(
                "head_forced",
                gap=worst["gap"],
                workforce=worst["workforce"],
                denominator=label,
                segment=view.words.word("short_segment", worst["segment"]),
            )
            first.append([*forced, " ", *why])
        elif row.ratio_pct > 100:
            first.append(view.say("head_ratio_only", ratio=row.ratio_pct, denominator=label, surplus=row.surplus))
        else:
            whole = "head_normal" if row.basis == "segments" else "head_normal_least"
            key = whole if row.denominator == view.denominator else "head_also"
            rest.append(
                (
                    row.denominator != view.denominator,
                    row,
                    label,
                    key,
                )
            )
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
    chosen = [*claimed_denominators(view, totals), view.denominator]
    rows = []
    for denominator in dict.fromkeys(chosen):
        for cell in cells_of(view, denominator).itertuples():
            beyond = cell.surplus > 0
            rows.append(
                {
                    "group": view.text(
                        "bar_group", denominator=view.denominator_label(denominator), period=cell.workforce_period
                    ),
                    "denominator": denominator,
                    "segment": cell.segment,
                    "label": formats.sentence_case(view.words.word("segment", cell.segment)),
                    "statement": view.text(
                        "bar_statement_surplus" if beyond else "bar_statement",
                        members=cell.members,
                        workforce=cell.workforce,
                        ratio=cell.ratio_pct,
                        gap=cell.gap,
                    ),
                    "members": cell.members,
                    "covered": cell.covered,
                    "gap": cell.gap,
                    "surplus": cell.surplus,
                    "workforce": cell.workforce,
                    "ratio_pct": cell.ratio_pct,
                }
            )
    rows = pd.DataFrame(rows)
    drawing, axes = charts.canvas(0.5 * len(rows) + 0.38 * rows["group"].nunique())
    charts.segment_bars(rows, axes, language=view.language)
    alt = " ".join(
        view.text(
            "alt_bar",
            group=row.group,
            segment=row.label,
            members=row.members,
            workforce=row.workforce,
            gap=row.gap,
            surplus=row.surplus,
        )
        for row in rows.itertuples()
    )
    return blocks.figure(
        drawing,
        id="segments",
        title=_segments_title(view, rows, totals),
        subtitle=view.text("fig_segments_subtitle", period=view.period),
        alt=alt,
        source=sources.line(view.tables, figures_used(view), view.words),
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
        if row.ratio_pct > 100 and row.denominator in claimed_denominators(view, totals):
            points.append(
                view.say("rf_not_coverage", ratio=row.ratio_pct, denominator=view.denominator_label(row.denominator))
            )
    announced = ratios[ratios["denominator"].isin(claimed_denominators(view, totals)) & ratios["definition_differs"]]
    for row in announced.itertuples():
        points.append(
            view.say(
                "rf_definition",
                ratio=row.ratio_pct,
                denominator=view.denominator_label(row.denominator),
                reference=view.denominator_label(REFERENCE, short=True),
            )
        )
    if view.has_members:
        used = members_used(view)
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


def standing(view: View, national: pd.DataFrame) -> list[blocks.Block]:
    """What is known of the province's districts, and the province itself as background.

    Args:
        national: `measures.totals` of all regions, every period and denominator.
    """
    regions = view.tables.regions
    siblings = regions[regions["parent_code"] == view.province["region_code"]]
    newest = national[national["denominator"] == REFERENCE].sort_values("period")
    newest = newest.drop_duplicates("region_code", keep="last").set_index("region_code")
    known = siblings[siblings["region_code"].isin(newest.index)]
    key = {0: "standing_members_none", 1: "standing_members_one"}.get(len(known), "standing_members_few")
    paragraphs = [view.say(key, districts=len(siblings), known=len(known), province=view.province["name"])]
    province = view.province["region_code"]
    if province in newest.index:
        row = newest.loc[province]
        paragraphs.append(
            view.say(
                "standing_province",
                province=view.province["name"],
                members=row["members"],
                workforce=row["workforce"],
                ratio=row["ratio_pct"],
                period=row["period"],
                denominator=view.denominator_label(REFERENCE, short=True),
            )
        )
    if not len(known):
        return [blocks.text(*paragraphs)]
    listed = siblings[siblings["region_code"].isin([*known["region_code"], view.region["region_code"]])]
    columns = ["col_region", "col_month", "col_members", "col_workforce", "col_ratio", "col_gap"]
    rows, values, styles = [], [], []
    for region in listed.itertuples():
        row = newest.loc[region.region_code] if region.region_code in newest.index else None
        workforce = row["workforce"] if row is not None else _newest_workforce(view.tables, region.region_code)
        cells = (
            [None, None, workforce, None, None]
            if row is None
            else [
                row["period"],
                row["members"],
                workforce,
                row["ratio_pct"],
                row["gap"],
            ]
        )
        values.append([region.name, *cells])
        rows.append(
            [
                region.name,
                formats.month_short(cells[0], view.language),
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
        notes=[view.text("standing_table_note"), view.text("standing_others", others=len(siblings) - len(listed))],
        source=sources.line(view.tables, _standing_sources(view, listed), view.words),
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
    drawing, axes = charts.canvas(0.27 * len(rows) + 0.3, left=3.16, right=0.5, top=0.24, bottom=0.05)
    charts.spine(rows, axes)
    charts.spine_heads(
        axes,
        value=view.place if len(view.place) < 12 else "",
        reference=view.text("spine_head_reference"),
        low=view.text("spine_head_low"),
        high=view.text("spine_head_high"),
    )
    informal = rows.iloc[0]
    return blocks.figure(
        drawing,
        id="structure",
        title=view.text(
            "spine_title_more" if informal["value"] >= informal["reference"] else "spine_title_less",
            value=informal["value"],
            reference=informal["reference"],
            province=view.province["name"],
        ),
        subtitle=view.text("spine_subtitle", period=period, districts=len(among), province=view.province["name"]),
        alt=" ".join(
            view.text(
                "spine_alt",
                label=row.label,
                value=row.value_text,
                reference=row.reference_text,
                low=row.low_text,
                high=row.high_text,
            )
            for row in rows.itertuples()
        ),
        source=sources.line(view.tables, sakernas_rows(view, period), view.words),
    )


def neighbours(view: View, near: pd.DataFrame) -> list[blocks.Block]:
    """The districts most alike in structure, with their distance.

    Args:
        near: `measures.neighbours` of every district.
    """
    names = view.tables.regions.set_index("region_code")["short_name"]
    own = near[near["region_code"] == view.region["region_code"]].sort_values("place")
    out = [blocks.heading(view.text("neighbours_title"), level=2)]
    if not len(own):
        return [*out, blocks.text(view.say("neighbours_missing"))]
    listed = [view.text("neighbour", name=names[row.neighbour_code], distance=row.distance) for row in own.itertuples()]
    return [*out, blocks.text(view.say("neighbours_text", names=formats.listing(listed, view.language)))]


def _registered(view: View) -> str:
    rows = all_members(view)
    rows = rows[rows["status"] == "registered"].sort_values("period")
    note = view.text("members_note_missing")
    if len(rows):
        newest = rows.iloc[-1]
        note += " " + view.text("members_note_registered", persons=newest["persons"], period=newest["period"])
    return note


def _members_note(view: View) -> str:
    used = members_used(view)
    parts = used[used["segment"] != "total"]
    if not len(parts):
        return view.text("members_note_total")
    listed = [
        view.text("part", segment=view.words.word("short_segment", row.segment), persons=row.persons)
        for row in parts.itertuples()
    ]
    return view.text("members_note_parts", parts=formats.sentence_case(formats.listing(listed, view.language)))


def _newest_workforce(tables, region_code: str) -> float:
    rows = tables.workforce
    rows = rows[
        (rows["region_code"] == region_code) & (rows["denominator"] == REFERENCE) & (rows["segment"] == "total")
    ]
    return float(rows.sort_values("period")["persons"].iloc[-1])


def _standing_sources(view: View, siblings: pd.DataFrame) -> pd.DataFrame:
    codes = [*siblings["region_code"], view.province["region_code"]]
    members, workforce = view.tables.members, view.tables.workforce
    return pd.concat(
        [
            members[members["region_code"].isin(codes) & members["status"].isin(["active", "unspecified"])],
            workforce[workforce["region_code"].isin(codes) & (workforce["denominator"] == REFERENCE)],
        ]
    )


def _segments_title(view: View, rows: pd.DataFrame, totals: pd.DataFrame) -> str:
    beyond = rows[rows["surplus"] > 0]
    word = view.words.word
    if len(beyond):
        claimed = rows[rows["denominator"] == beyond["denominator"].iloc[0]]
        short = claimed[claimed["gap"] > 0]
        if len(short):
            return view.text(
                "fig_segments_title_surplus",
                gap=short["gap"].iloc[0],
                segment=word("short_segment", short["segment"].iloc[0]),
                surplus_segment=word("short_segment", beyond["segment"].iloc[0]),
            )
        label = view.denominator_label(beyond["denominator"].iloc[0], short=True)
        return view.text("fig_segments_title_full", denominator=label)
    main = totals[totals["denominator"] == view.denominator].iloc[0]
    return view.text(
        "fig_segments_title" if main["basis"] == "segments" else "fig_segments_title_least",
        gap=main["gap"],
        denominator=view.denominator_label(view.denominator, short=True),
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


def _plain(row, name: str):
    if row is None or pd.isna(row[name]):
        return None
    return float(row[name])
