"""Pages 1 and 2 of a district report: who is covered and who is not, and where the district stands.

Measures and the `view` come in, blocks go out. What is not known gives a sentence that says so, never an empty chart.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import version

import pandas as pd

from ... import charts, measures
from ...measures import COUNTED
from ...measures.coverage import HALVES
from ...words import REFERENCE, formats
from .. import blocks, claim, estimates, one_segment, sources
from .. import rounding_marks as known_figures
from .. import source_wording as said
from ..district_scope import DistrictScope, cells_of, claimed_denominators, newest_workforce_row
from ..quotations import quoted_members
from ..scope import is_simulated, regions_beside

#: What is told of a total.
DRAWN = ("members", "covered", "gap", "surplus", "workforce", "ratio_pct")
TOLD = ["denominator", "basis", "workforce", "coverage_pct", "ratio_pct", "gap", "surplus", *estimates.COLUMNS]
OUTSIDE = "sakernas_outside_asn"  # the survey without civil servants, where they are on record; METHODS.md, rule 19
ENDS = ("gap_low", "gap_high", "coverage_low_pct", "coverage_high_pct")  # of the intervals that the index shows
MOST_UNTESTED = 3  # statements that page 1 names: the newest


def document(view: DistrictScope, totals: pd.DataFrame, grades: pd.DataFrame | None = None) -> blocks.Block:
    """Title, footer, grade of confidence, and the row that the index of all reports shows.

    Args:
        grades: `measures.grades` of the region in the report's month.
    """
    codes = regions_beside(view.tables, view.region["region_code"])
    build, simulated = view.tables.build, is_simulated(view.tables, codes)
    known = _total_under(view.denominator, measures.reported(totals, view.tables.members, view.tables.workforce))
    workforce = newest_workforce_row(view, view.denominator, "total")
    return blocks.document(
        view.text("report_title"),
        subtitle=view.text("report_subtitle"),
        eyebrow=view.text("eyebrow_district", code=view.region["region_code"], province=view.province["name"]),
        language=view.language,
        date=sources.newest_date(view.tables),
        data_version=build["data_version"],
        footer=view.text("footer", version=build["data_version"], package=_package_version()),
        region_code=view.region["region_code"],
        author="Cakupan",
        keywords=["BPJS Ketenagakerjaan", "Jamsostek", view.region["name"], view.province["name"]],
        simulated=simulated,
        watermark=view.text("simulated") if simulated else "",
        badge=_badge(view, totals, grades),
        summary={
            "region_code": view.region["region_code"],
            "name": view.region["name"],
            "province": view.province["name"],
            "period": view.period,
            "denominator": view.denominator_label(view.denominator, short=True),
            "members": _plain(known, "members"),
            "workforce": _plain(known, "workforce") or (float(workforce.persons) if workforce else None),
            **{name: _plain(known, name) for name in ("gap", "coverage_pct", *ENDS)},
            "ratio_pct": _plain(known, "ratio_pct"),
            "ratio_class": None if known is None else known["worst_class"],
            "grade": _grade(view, grades).get(view.denominator),
            "mark": "" if known is None else known_figures.mark_of(
                known, rough=len(view.round_behind("total", view.denominator)) > 0),
        },
    )


def key_figures(view: DistrictScope, totals: pd.DataFrame, cells: pd.DataFrame | None = None) -> blocks.Block:
    """Members, workforce and people not covered: people first, each with its month and denominator.

    Args:
        cells: `Nation.intervals` of the region, for the interval where one segment leads alone.
    """
    if view.alone is not None:
        return blocks.numbers(one_segment.key_figures(view, cells), id="figures")
    workforce = newest_workforce_row(view, view.denominator, "total")
    main = _total_under(view.denominator, totals)
    claimed = claimed_denominators(view, totals)
    others = [row for row in totals.reindex(columns=TOLD).itertuples(index=False) if row.denominator in claimed]
    label = view.denominator_label
    if not view.has_members:
        registered = _registered(view)
        members = {"value": formats.MISSING, "label": view.text("members_label_missing"), "note": registered}
        gap = {"value": formats.MISSING, "label": view.text("gap_label_missing"), "note": "", "tone": "plain"}
        people, period = workforce.persons, workforce.period
        base = _workforce_key(view, workforce)
    else:
        unknown = known_figures.is_unknown(main)
        gap, rounded = estimates.estimate(main, "gap", view.told(main["gap"])), view.told(main["members"])
        members = {
            "value": formats.marked(rounded, view.language),
            "label": view.text("members_label", period=view.period),
            "note": _members_note(view),
            "number": "members",
            "rows": view.behind(view.cell_key(measure="members")),
        }
        kind = "unknown" if unknown else "about" if isinstance(gap, formats.About) else _least(main)
        gap = {
            "value": formats.MISSING if unknown else formats.marked(gap, view.language),
            "label": view.text("gap_label" + (f"_{kind}" if kind else "")),
            "note": _gap_note(view, gap, others),
            "tone": "gap",
            "emphasis": True,
            "number": "gap",
            "rows": view.behind(view.cell_key()),
        }
        surveys = view.cells.loc[view.cells["denominator"] == view.denominator, "workforce_period"]
        people, period = main["workforce"], surveys.iloc[0]
        base = view.cell_key(measure="workforce")
    workers = {
        "value": formats.number(people, view.language),
        "label": view.text("workforce_label", denominator=label(view.denominator, short=True), period=period),
        "note": " ".join(
            formats.sentence_case(
                view.text("workforce_note_other", denominator=label(row.denominator, short=True),
                          persons=view.told_workers(row.workforce, denominator=row.denominator))
            )
            for row in others
        ),
        "number": "workforce",
        "rows": view.behind(base),
    }
    return blocks.numbers([members, workers, gap], id="figures")


def _least(row) -> str:
    """"least" where the number not covered is a minimum: members in total only, under no survey; else nothing."""
    return "least" if row["basis"] != "segments" and not estimates.is_survey(row["denominator"]) else ""


def _gap_note(view: DistrictScope, gap, others: list) -> str:
    """The denominator of the number not covered, its interval, and that number under each of the `others` announced."""
    ends = {"interval": gap.interval(view.language)} if isinstance(gap, formats.Estimate) else {}
    notes = [view.text("gap_note_interval" if ends else "gap_note_basis", denominator=view.by_denominator(), **ends)]
    for row in others:
        if not (row.ratio_pct <= 100 or row.gap > 0):
            continue
        other = view.told(row.gap, denominator=row.denominator)
        key = "gap_note_other" if row.basis == "segments" or isinstance(other, formats.About) else "gap_note_other_least"
        notes.append(view.text(key, denominator=view.by_denominator(row.denominator), gap=other))
    return " ".join(notes)


def headline(view: DistrictScope, totals: pd.DataFrame, cells: pd.DataFrame | None = None) -> blocks.Block:
    """The sentence of the report. Where a total above 100 % hides a gap, it says so first (METHODS.md, rule 7).

    Args:
        cells: as for `key_figures`.
    """
    if view.alone is not None:
        missing = view.say("missing_members", code=view.region["region_code"])
        box = blocks.box(formats.sentence_case(view.text("not_available")), missing, tone="missing")
        return [*one_segment.headline(view, cells), box]
    if not view.has_members:
        row = newest_workforce_row(view, REFERENCE, "total")
        informal = newest_workforce_row(view, REFERENCE, "informal")
        runs = view.say(
            "head_missing",
            workforce=row.persons,
            informal=measures.share_pct(informal.persons, row.persons),
            denominator=view.denominator_label(REFERENCE, short=True),
            period=row.period,
            behind={"workforce": _workforce_key(view, row),
                    "informal": [_workforce_key(view, informal), _workforce_key(view, row)]},
        )
        missing = view.say("missing_members", code=view.region["region_code"])
        return [
            blocks.text(runs, style="lead"),
            blocks.box(formats.sentence_case(view.text("not_available")), missing, tone="missing"),
        ]
    first, rest, shown = [], [], (view.denominator, OUTSIDE, *claimed_denominators(view, totals))
    for row in totals.reindex(columns=TOLD).itertuples(index=False):
        if row.denominator not in shown:
            continue
        label = view.denominator_label(row.denominator)
        if row.ratio_pct > 100 and row.gap > 0:
            first.append(_forced_headline(view, row))
        elif row.ratio_pct > 100:
            told = {name: view.told(getattr(row, name), denominator=row.denominator) for name in ("ratio_pct", "surplus")}
            first.append(view.say("head_ratio_only", ratio=told["ratio_pct"], denominator=label, surplus=told["surplus"],
                                  period=view.period, behind=view.cell_key(denominator=row.denominator)))  # fmt: skip
        else:
            rest.append((row.denominator != view.denominator, row, label))
    rest.sort(key=lambda entry: (entry[0], entry[1].denominator != OUTSIDE))
    for is_other, row, label in rest:
        figures, told = row._asdict(), {}
        for name in ("gap", "coverage_pct"):
            told[name] = estimates.estimate(figures, name, view.told(figures[name], denominator=row.denominator))
        gap, coverage = told["gap"], told["coverage_pct"]
        kind = "_survey" if estimates.is_survey(row.denominator) else "_about" if isinstance(gap, formats.About) else \
            "_least" if row.basis != "segments" else ""  # fmt: skip
        workers = view.told_workers(row.workforce, denominator=row.denominator)
        workers = estimates.estimate(figures, "workforce", workers, is_bare=True)
        values = {"gap": gap, "workforce": workers, "coverage": coverage, "behind": _behind_total(view, row.denominator)}
        if row.denominator == OUTSIDE:
            first.append(view.say("head_outside", **values))
        elif first or is_other:
            first.append(view.say("head_also" + kind, denominator=view.by_denominator(row.denominator), **values))
        else:
            told = view.say("head_normal" + kind, period=view.period, denominator=label, **values)
            if len(view.round_members):
                key = "head_source_share" if said.are_shares(view) else "head_source"
                told.extend([" ", *view.say(key, said=said.by_source(view))])
            first.append(told)
    lead = blocks.text(first[0], style="lead", id="headline")
    return [lead, *([blocks.text(*first[1:], id="headline-more")] if len(first) > 1 else [])]


def _behind_total(view: DistrictScope, denominator: str) -> dict:
    """What the numbers of a sentence about a total were made from."""
    total = view.cell_key(denominator=denominator)
    return {"gap": total, "coverage": total, "ratio": total, "workforce": total._replace(measure="workforce")}


def _workforce_key(view: DistrictScope, row) -> measures.WorkforceKey:
    """The key of a row of the table of workforce."""
    return measures.WorkforceKey(view.region["region_code"], row.period, row.denominator, row.segment)


def _forced_headline(view: DistrictScope, row) -> list:
    """Where a total above 100 % hides a gap: those not covered first, then why the total is no coverage."""
    cells = cells_of(view, row.denominator)
    worst, beyond = cells.sort_values("gap").iloc[-1], cells.sort_values("surplus").iloc[-1]

    def told(value, cell):
        return view.told(value, segment=cell["segment"], denominator=row.denominator)

    short, surplus = (view.cell_key(cell["segment"], denominator=row.denominator) for cell in (worst, beyond))
    forced = view.say(
        "head_forced", gap=told(worst["gap"], worst), period=view.period,
        workforce=view.told_workers(worst["workforce"], segment=worst["segment"], denominator=row.denominator),
        denominator=view.denominator_label(row.denominator), segment=view.words.word("short_segment", worst["segment"]),
        behind={"gap": short, "workforce": short._replace(measure="workforce")},
    )  # fmt: skip
    why = view.say(
        "head_forced_why", ratio=view.told(row.ratio_pct, denominator=row.denominator), surplus=told(beyond["surplus"], beyond),
        coverage=view.told(row.coverage_pct, denominator=row.denominator),
        surplus_segment=view.words.word("short_segment", beyond["segment"]),
        behind=_behind_total(view, row.denominator) | {"surplus": surplus},
    )  # fmt: skip
    return [*forced, " ", *why]


def _bar_key(view: DistrictScope, cell, denominator: str) -> str:
    if cell.surplus > 0:
        return "bar_statement_surplus"
    is_least = cell.segment == "total" and not len(view.round_behind("total", denominator))
    is_least = is_least and not estimates.is_survey(denominator)
    return "bar_statement_least" if is_least else "bar_statement"


def segment_figure(view: DistrictScope, totals: pd.DataFrame) -> blocks.Block | None:
    """Bars of people by segment, under the announced denominator and under Sakernas."""
    if not view.has_members:
        return None
    chosen = [*claimed_denominators(view, totals), view.denominator]
    bars = []
    for denominator in dict.fromkeys(chosen):
        for cell in cells_of(view, denominator).itertuples(index=False):
            bars.append(
                {
                    "group": view.text(
                        "bar_group", denominator=view.denominator_label(denominator), period=cell.workforce_period
                    ),
                    "denominator": denominator,
                    "segment": cell.segment,
                    "label": formats.sentence_case(view.words.word("segment", cell.segment)),
                    "statement": view.text(
                        _bar_key(view, cell, denominator),
                        members=view.told(cell.members, segment=cell.segment, denominator=denominator),
                        workforce=view.told_workers(cell.workforce, segment=cell.segment, denominator=denominator),
                        ratio=view.told(cell.ratio_pct, segment=cell.segment, denominator=denominator),
                        gap=view.told(cell.gap, segment=cell.segment, denominator=denominator),
                    ),
                    "about": len(view.round_behind(cell.segment, denominator)) > 0,
                    **{name: getattr(cell, name) for name in DRAWN},
                }
            )
    drawing, axes = charts.canvas(0.5 * len(bars) + 0.38 * len({bar["group"] for bar in bars}))
    charts.segment_bars(pd.DataFrame(bars), axes, language=view.language)
    alt = " ".join(f"{bar['group']}, {bar['label']}: {bar['statement']}." for bar in bars)
    kind = "_above" if all(bar["segment"] == "total" and bar["surplus"] > 0 for bar in bars) else ""
    return blocks.figure(
        drawing,
        id="segments",
        title=_segments_title(view, bars, totals),
        subtitle=view.text(f"fig_segments_subtitle{kind}", period=view.period),
        alt=alt,
        source=view.line(*(view.cell_key(bar["segment"], denominator=bar["denominator"]) for bar in bars)),
    )


def read_first(view: DistrictScope, totals: pd.DataFrame, ratios: pd.DataFrame) -> blocks.Block:
    """What may not be quoted from this report, and why.

    Args:
        ratios: `measures.denominator_ratio` of the region.
    """
    points = []
    if view.alone is not None:
        points += one_segment.cautions(view)
    elif not view.has_members:
        points.append(view.say("rf_missing"))
    if not view.has_members and len(quoted_members(view)):
        points.append(view.say("rf_quoted", count=len(quoted_members(view))))
    points += _untested(view)
    claimed = claimed_denominators(view, totals)
    for name, ratio in zip(totals["denominator"], totals["ratio_pct"]):
        if name in claimed and ratio > 100:
            points.append(view.say("rf_not_coverage", ratio=ratio, denominator=view.denominator_label(name),
                                   behind=view.cell_key(denominator=name)))  # fmt: skip
    announced = ratios[ratios["denominator"].isin(claimed) & ratios["definition_differs"]]
    newest = announced.sort_values("period", kind="stable").drop_duplicates("denominator", keep="last")
    for row in newest.itertuples(index=False):
        points.append(
            view.say(
                "rf_definition",
                ratio=row.ratio_pct,
                denominator=view.denominator_label(row.denominator),
                reference=view.denominator_label(REFERENCE, short=True),
                behind=[measures.WorkforceKey(row.region_code, row.period, row.denominator),
                        measures.WorkforceKey(row.region_code, row.reference_period, REFERENCE)],
            )
        )
    if view.has_members:
        is_above = measures.is_unknown(main := _total_under(view.denominator, totals))
        if (view.cells["segment"] == "total").all():
            points.append(view.say(f"rf_total_only{'_above' if is_above else '_about' if len(view.round_members) else ''}"))
            base = main["base"]
            points += [view.say("rf_construction", base=view.text(f"base_{base}"))] if base != "excluded" else []
        points += _other_totals(view, totals)
        if any(row.status == "unspecified" for row in view.members_counted):
            points.append(view.say("rf_status"))
        if len(view.round_members):
            key = "rf_qualifier_share" if said.are_shares(view) else "rf_qualifier"
            points.append(view.say(key, said=said.by_source(view)))
        points += _grade_points(view, totals)
        points.append(view.say("rf_sakernas_above" if is_above else "rf_sakernas"))
        points.append(view.say(view.place_caution(view.period)))
    if view.tables.build.get("rows_set_aside"):
        points.append(view.say("rf_set_aside", rows=view.tables.build["rows_set_aside"]))
    return blocks.box(view.text("read_first"), *points, tone="read_first")


def _other_totals(view: DistrictScope, totals: pd.DataFrame) -> list:
    """Of a denominator announced, whether its published total holds construction, where the report counts segments.

    Source: METHODS.md, rule 107.
    """
    main = _total_under(view.denominator, totals)
    if main["basis"] != "segments":
        return []
    told = []
    claimed = claimed_denominators(view, totals)
    for row in totals[totals["denominator"].isin(claimed) & (totals["basis"] == "total")].to_dict("records"):
        if row["base"] != "excluded":
            key = view.cell_key(denominator=row["denominator"], measure="members")
            members = view.told(row["members"], denominator=row["denominator"])
            told.append(view.say("rf_construction_other", denominator=view.by_denominator(row["denominator"]), members=members,
                                 base=view.text(f"base_{row['base']}"), behind=key))  # fmt: skip
    return told


def _grade(view: DistrictScope, grades: pd.DataFrame | None) -> dict[str, str]:
    """Grade by denominator, in the month of the report."""
    if grades is None or not len(grades):
        return {}
    return dict(zip(grades["denominator"], grades["grade"], strict=True))


def _grade_points(view: DistrictScope, totals: pd.DataFrame) -> list:
    """What decided the grade under the report's denominator and under those announced; nothing for an A."""
    shown = [view.denominator, *claimed_denominators(view, totals)]
    rows = totals[totals["denominator"].isin(shown)].to_dict("records")
    told = [
        view.text("grade_reason_of", grade=row["grade"], denominator=view.by_denominator(row["denominator"]),
                  reason=view.words.word("grade_reason", row["grade_reason"]))
        for row in rows if isinstance(row.get("grade_reason"), str)
    ]  # fmt: skip
    return [view.say("rf_grade", told="; ".join(told))] if told else []


def _badge(view: DistrictScope, totals: pd.DataFrame, grades: pd.DataFrame | None) -> dict:
    """The grade under the report's denominator, and under one announced for the region, as printed beside the title."""
    known = _grade(view, grades)
    if view.denominator not in known:
        return {"text": view.text("badge_none"), "tone": "warn"}
    shown = [view.denominator, *[name for name in claimed_denominators(view, totals) if name in known]]
    words = [
        view.text("badge_grade", grade=known[name], denominator=view.by_denominator(name)) for name in shown
    ]
    low = any(known[name] in ("C", "D") for name in shown)
    return {"text": view.text("badge", grades=" · ".join(words)), "tone": "warn" if low else "plain"}


def _untested(view: DistrictScope) -> list:
    """The coverage figures in circulation that nobody can recompute, since their denominator was not stated: one sentence."""
    claims = view.own(view.tables.claims)
    rows = claims[claims["printed_pct"].notna() & claims["denominator_persons"].isna()]
    rows = rows[rows["use"] == "headline"] if "use" in rows else rows
    if not len(rows):
        return []
    rows = rows.sort_values(["period", "segment"]).tail(MOST_UNTESTED)
    named = [
        view.text("rf_untested_item", what=claim.statement_of(row, view.words), printed=claim.as_stated(row, view.words),
                  period=row.period)
        for row in rows.itertuples(index=False)
    ]  # fmt: skip
    return [view.say("rf_untested" if len(rows) > 1 else "rf_untested_one", named=formats.listing(named, view.language))]


def _registered(view: DistrictScope) -> str:
    members = view.own(view.tables.members)
    rows = members[members["status"] == "registered"].sort_values("period", kind="stable")
    note = view.text("members_note_missing")
    if len(rows):
        newest = rows.iloc[-1]
        note += " " + view.text("members_note_registered", persons=newest["persons"], period=newest["period"])
    return note


def _members_note(view: DistrictScope) -> str:
    """The parts of the members' total; beside them segments that are no part of it, since no workforce is known for them."""
    rows = view.now(view.evidence.counted)
    rows = rows[rows["status"].isin(COUNTED)]
    members = list(measures.sum_of(rows, "persons", by=["segment", "status"]).droplevel("status").items())
    counted = set(cells_of(view, view.denominator)["segment"]) - {"total"}
    parts = [of for of in members if of[0] in counted]
    beside = [of for of in members if of[0] not in (*HALVES, "total")]
    alone = [of for of in members if of[0] in set(HALVES) - counted]  # a part of the total, whose other part is not known

    def listed(rows: list[tuple[str, float]]) -> str:
        return formats.listing(
            [view.text("part", segment=view.words.word("short_segment", segment), persons=view.told_members(persons, segment))
             for segment, persons in rows],
            view.language,
        )  # fmt: skip

    told = {"parts": formats.sentence_case(listed(parts)), "others": listed(beside)}
    if not parts and alone:
        only = view.text("members_note_total_segment", alone=listed(alone))
        return only + (" " + view.text("members_note_beside", others=told["others"]) if told["others"] else "")
    if not parts:
        only = view.text("members_note_total") if not len(view.round_members) else view.text(
            "members_note_total_about", said=said.by_source(view))  # fmt: skip
        return only + (" " + view.text("members_note_beside", others=told["others"]) if told["others"] else "")
    return view.text("members_note_parts_beside" if told["others"] else "members_note_parts", **told)


def _segments_title(view: DistrictScope, bars: list[dict], totals: pd.DataFrame) -> str:
    beyond = next((bar for bar in bars if bar["surplus"] > 0), None)
    word = view.words.word
    if beyond:
        denominator = beyond["denominator"]
        short = next((bar for bar in bars if bar["denominator"] == denominator and bar["gap"] > 0), None)
        if short:
            return view.text(
                "fig_segments_title_surplus",
                gap=view.told(short["gap"], segment=short["segment"], denominator=denominator),
                segment=word("short_segment", short["segment"]), denominator=view.by_denominator(denominator),
                surplus_segment=word("short_segment", beyond["segment"]),
            )  # fmt: skip
        return view.text("fig_segments_title_full", denominator=view.by_denominator(denominator))
    main = _total_under(view.denominator, totals)
    if known_figures.is_unknown(main):
        return view.text("fig_segments_title_full", denominator=view.by_denominator())
    gap = estimates.estimate(main, "gap", view.told(main["gap"]))
    is_least = _least(main) and not isinstance(gap, formats.About)
    return view.text(
        "fig_segments_title_least" if is_least else "fig_segments_title", gap=gap, denominator=view.by_denominator()
    )


@cache
def _package_version() -> str:
    """As the installed package tells it; it stays while the process lives."""
    return version("cakupan")


def _total_under(denominator: str, totals: pd.DataFrame) -> pd.Series | None:
    """The total under a denominator; None where there is none."""
    rows = totals[totals["denominator"] == denominator]
    return rows.iloc[0] if len(rows) else None


def _plain(row, name: str):
    if row is None or formats.is_missing(row.get(name)):
        return None
    return float(row[name])
