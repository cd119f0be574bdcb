"""Page 1 of a district report below its message (`lead`): bars of people, and what may not be quoted.

Measures and the `view` come in, blocks go out. What is not known gives no empty chart.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import version

import pandas as pd

from ... import charts, measures
from ...words import REFERENCE, formats
from .. import blocks, estimates, one_segment, sources
from .. import rounding_marks as known_figures
from .. import source_wording as said
from ..bar_statement import bar_statement
from ..district_scope import DistrictScope, cells_of, claimed_denominators, newest_workforce_row
from ..scope import is_simulated, regions_beside

#: What is drawn of a cell.
DRAWN = ("members", "covered", "gap", "surplus", "workforce", "ratio_pct")
# of the intervals that the index shows
ENDS = ("gap_low", "gap_high", "coverage_low_pct", "coverage_high_pct")


def document(view: DistrictScope, totals: pd.DataFrame, grades: pd.DataFrame | None = None) -> blocks.Block:
    """Title, footer, grade of confidence, and the row that the index of all reports shows.

    Args:
        grades: `measures.grades` of the region in the report's month.
    """
    codes = regions_beside(view.tables, view.region["region_code"])
    build, simulated = view.tables.build, is_simulated(view.tables, codes)
    known = _total_under(
        view.denominator, measures.reported(totals, view.tables.members, view.tables.workforce)
    )
    workforce = newest_workforce_row(view, view.denominator, "total")
    return blocks.document(
        view.text("report_title"),
        subtitle=view.text("report_subtitle"),
        eyebrow=view.text(
            "eyebrow_district", code=view.region["region_code"], province=view.province["name"]
        ),
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
            "qualifier": ""
            if known is None
            else known_figures.qualifier_of(
                known, rough=len(view.round_behind("total", view.denominator)) > 0
            ),
        },
    )


def segment_figure(view: DistrictScope, totals: pd.DataFrame) -> blocks.Block | None:
    """Bars of people by segment, under the announced denominator and under Sakernas."""
    if not view.has_members:
        return None
    chosen = [view.denominator, *claimed_denominators(view, totals)]
    bars = []
    for denominator in dict.fromkeys(chosen):
        for cell in cells_of(view, denominator).itertuples(index=False):
            bars.append(
                {
                    "group": view.text(
                        "bar_group",
                        denominator=view.denominator_label(denominator),
                        period=cell.workforce_period,
                    ),
                    "denominator": denominator,
                    "segment": cell.segment,
                    "label": formats.sentence_case(view.words.word("segment", cell.segment)),
                    "statement": bar_statement(view, cell),
                    "about": len(view.round_behind(cell.segment, denominator)) > 0,
                    **{name: getattr(cell, name) for name in DRAWN},
                }
            )

    def draw():
        drawing, axes = charts.canvas(charts.segment_bars_height(pd.DataFrame(bars)))
        charts.segment_bars(pd.DataFrame(bars), axes, language=view.language)
        return drawing

    alt = " ".join(f"{bar['group']}, {bar['label']}: {bar['statement']}." for bar in bars)
    beyond = [bar for bar in bars if bar["surplus"] > 0]
    all_above = len(beyond) == len(bars) and all(bar["segment"] == "total" for bar in bars)
    kind = "_above" if all_above else "" if beyond else "_within"
    return blocks.figure(
        draw,
        id="segments",
        title=_segments_title(view, bars, totals),
        subtitle=view.text(f"fig_segments_subtitle{kind}", period=view.period),
        alt=alt,
        source=view.line(*(view.cell_key(bar["segment"], denominator=bar["denominator"]) for bar in bars)),
    )


def read_first(
    view: DistrictScope, totals: pd.DataFrame, ratios: pd.DataFrame, *, has_claim: bool = False
) -> blocks.Block | None:
    """What may not be quoted from this report, and why; nothing where no members are known.

    Args:
        ratios: `measures.denominator_ratio` of the region. has_claim: whether a claim leads and tells of its
            ratio.
    """
    if not view.has_members:
        return None if view.alone is None else blocks.box(
            view.text("read_first"), *one_segment.cautions(view), tone="read_first")  # fmt: skip
    points, claimed = [], claimed_denominators(view, totals)
    for name, ratio in zip(totals["denominator"], totals["ratio_pct"]):
        if name in claimed and ratio > 100 and not has_claim:
            points.append(view.say("rf_not_coverage", ratio=ratio, denominator=view.denominator_label(name),
                                   behind=view.cell_key(denominator=name)))  # fmt: skip
    points += _definition_points(view, ratios, claimed)
    is_above = measures.is_unknown(main := _total_under(view.denominator, totals))
    if (view.cells["segment"] == "total").all():
        kind = "_above" if is_above else "_about" if len(view.round_members) else ""
        points.append(view.say(f"rf_total_only{kind}"))
        base = main["base"]
        points += [view.say("rf_construction", base=view.text(f"base_{base}"))] if base != "excluded" else []
    points += _other_totals(view, totals)
    if len(view.round_members):
        key = "rf_qualifier_share" if said.are_shares(view) else "rf_qualifier"
        points.append(view.say(key))
    points += [
        view.say("rf_sakernas_above" if is_above else "rf_sakernas"),
        view.say(view.place_caution(view.period)),
    ]
    return blocks.box(view.text("read_first"), *points, tone="read_first")


def _definition_points(view: DistrictScope, ratios: pd.DataFrame, claimed: list[str]) -> list:
    """How much smaller a workforce that was announced is than the survey's."""
    announced = ratios[ratios["denominator"].isin(claimed) & ratios["definition_differs"]]
    newest = announced.sort_values("period", kind="stable").drop_duplicates("denominator", keep="last")
    return [
        view.say(
            "rf_definition",
            ratio=row.ratio_pct,
            denominator=view.denominator_label(row.denominator),
            reference=view.denominator_label(REFERENCE, short=True),
            behind=[
                measures.WorkforceKey(row.region_code, row.period, row.denominator),
                measures.WorkforceKey(row.region_code, row.reference_period, REFERENCE),
            ],
        )
        for row in newest.itertuples(index=False)
    ]


def _other_totals(view: DistrictScope, totals: pd.DataFrame) -> list:
    """Of a denominator announced, whether its published total holds construction, where the report counts
    segments.

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
            told.append(
                view.say(
                    "rf_construction_other",
                    denominator=view.by_denominator(row["denominator"]),
                    members=members,
                    base=view.text(f"base_{row['base']}"),
                    behind=key,
                )
            )
    return told


def _grade(view: DistrictScope, grades: pd.DataFrame | None) -> dict[str, str]:
    """Grade by denominator, in the month of the report."""
    if grades is None or not len(grades):
        return {}
    return dict(zip(grades["denominator"], grades["grade"], strict=True))


def _badge(view: DistrictScope, totals: pd.DataFrame, grades: pd.DataFrame | None) -> dict:
    """What stands against the figure on the report's denominator, in words, as printed beside the title."""
    grade = _grade(view, grades).get(view.denominator)
    if grade is None:
        return {"text": view.text("badge_none" if view.alone is None else "badge_segment"), "tone": "warn"}
    main = _total_under(view.denominator, totals)
    reason, without_doubt = main.get("grade_reason"), "good" if main.get("basis") == "segments" else "total"
    if formats.is_missing(reason):
        words = view.text(f"badge_{without_doubt}")
    else:
        words = view.words.word("grade_reason", reason)
    return {"text": view.text("badge", reason=words), "tone": "warn" if grade in ("C", "D") else "plain"}


def _segments_title(view: DistrictScope, bars: list[dict], totals: pd.DataFrame) -> str:
    own = [bar for bar in bars if bar["denominator"] == view.denominator]
    beyond = next((bar for bar in own if bar["surplus"] > 0), None)
    word = view.words.word
    if beyond:
        denominator = beyond["denominator"]
        short = next((bar for bar in own if bar["gap"] > 0), None)
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
    is_least = (
        main["basis"] != "segments"
        and not estimates.is_survey(view.denominator)
        and not isinstance(gap, formats.About)
    )
    return view.text(
        "fig_segments_title_least" if is_least else "fig_segments_title",
        gap=gap,
        denominator=view.by_denominator(),
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
