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
    cells_of,
    claimed_denominators,
    is_simulated,
    members_used,
    newest_workforce_row,
)


def document(view: View, totals: pd.DataFrame, grades: pd.DataFrame | None = None) -> blocks.Block:
    """Title, footer, grade of confidence, and the row that the index of all reports shows.

    Args:
        grades: `measures.grades` of the region in the report's month.
    """
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
        badge=_badge(view, totals, grades),
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
            "grade": _grade(view, grades).get(view.denominator),
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
    rows = view.rows
    lead = blocks.text(first[0], style="lead", id="headline", rows=rows)
    return [lead, *([blocks.text(*first[1:], id="headline-more", rows=rows)] if len(first) > 1 else [])]


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
        source=view.line_of_figures,
    )


def read_first(view: View, totals: pd.DataFrame, ratios: pd.DataFrame) -> blocks.Block:
    """What may not be quoted from this report, and why.

    Args:
        ratios: `measures.denominator_ratio` of the region.
    """
    points = []
    if not view.has_members:
        points.append(view.say("rf_missing"))
    points += _untested(view)
    for row in totals.itertuples():
        if row.ratio_pct > 100 and row.denominator in claimed_denominators(view, totals):
            points.append(
                view.say("rf_not_coverage", ratio=row.ratio_pct, denominator=view.denominator_label(row.denominator))
            )
    announced = ratios[ratios["denominator"].isin(claimed_denominators(view, totals)) & ratios["definition_differs"]]
    announced = announced.sort_values("period").drop_duplicates("denominator", keep="last")
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


def _grade(view: View, grades: pd.DataFrame | None) -> dict[str, str]:
    """Grade by denominator, in the month of the report."""
    if grades is None or not len(grades):
        return {}
    return dict(zip(grades["denominator"], grades["grade"], strict=True))


def _badge(view: View, totals: pd.DataFrame, grades: pd.DataFrame | None) -> dict:
    """The grade under the report's denominator, and under one announced for the region, as printed beside the title."""
    known = _grade(view, grades)
    if view.denominator not in known:
        return {"text": view.text("badge_none"), "tone": "warn"}
    shown = [view.denominator, *[name for name in claimed_denominators(view, totals) if name in known]]
    words = [
        view.text("badge_grade", grade=known[name], denominator=view.denominator_label(name, short=True)) for name in shown
    ]
    low = any(known[name] in ("C", "D") for name in shown)
    return {"text": view.text("badge", grades=" · ".join(words)), "tone": "warn" if low else "plain"}


def _untested(view: View) -> list:
    """The newest coverage figures in circulation that nobody can recompute: their denominator was not stated."""
    rows = view.own(view.tables.claims)
    rows = rows[rows["printed_pct"].notna() & rows["denominator_persons"].isna()].sort_values("period").tail(2)
    return [
        view.say(
            "rf_untested", printed=row.printed, period=row.period,
            what=f"{view.words.word('statement', row.statement)} {view.words.word('short_segment', row.segment)}",
        )
        for row in rows.itertuples()
    ]


def _registered(view: View) -> str:
    rows = view.own_members
    rows = rows[rows["status"] == "registered"].sort_values("period")
    note = view.text("members_note_missing")
    if len(rows):
        newest = rows.iloc[-1]
        note += " " + view.text("members_note_registered", persons=newest["persons"], period=newest["period"])
    return note


def _members_note(view: View) -> str:
    used = members_used(view)
    parts = measures.counts_by_status(used)
    parts = parts[parts["segment"] != "total"]
    if not len(parts):
        return view.text("members_note_total")
    listed = [
        view.text("part", segment=view.words.word("short_segment", row.segment), persons=row.persons)
        for row in parts.itertuples()
    ]
    return view.text("members_note_parts", parts=formats.sentence_case(formats.listing(listed, view.language)))


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


def _plain(row, name: str):
    if row is None or pd.isna(row[name]):
        return None
    return float(row[name])
