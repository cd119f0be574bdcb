"""A district's workers and members over the years, where a series breaks, and a value of one month as its
source has it.
"""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from .. import charts, measures
from ..words import REFERENCE, formats
from ..words.terms import SERIES_BREAK
from . import blocks
from .district_scope import DistrictScope, sakernas_rows
from .rounding import about, round_rows
from .tables import drawn_data

SURVEY_MONTH = 8  # August: where the surveys of workers stand on the axis of years
HEIGHT, LOW = 2.2, 1.75  # inches of the chart; where it shares page 1
DRAWN = ("total", "informal", "formal")  # segments whose workers are drawn over the years, the last on top
LINE_COLORS = {"total": charts.style.COLORS["quiet"], "informal": charts.GREY, "formal": charts.INK}


def workforce_figure(
    view: DistrictScope,
    own_totals: pd.DataFrame,
    *,
    breaks: Collection[int] = (),
    change: measures.Change | None = None,
    members: measures.Change | None = None,
) -> blocks.Block:
    """All workers, formal and informal ones over the years, with the breaks marked, and members of all
    segments.

    Args:
        own_totals: `measures.totals` of this region, every period.
        breaks: first years of a new series, beside the known one.
        change: `measures.workers_change`, members: `measures.members_change`: the finding that the title
            states, the rise of informal members first; without either the newest number of workers.
    """
    rows = sakernas_rows(view)
    years = [int(row.period[:4]) for row in rows]
    series = _workers_by_segment(rows)
    named = {segment: formats.sentence_case(view.words.word("short_segment", segment)) for segment in series}
    ends = {segment: _end_words(view, segment, points[-1][1]) for segment, points in series.items()}
    lines = _lines(series, ends)
    part = "" if members is None else "_informal"
    known = _members_by_month(view, own_totals, only_informal=members is not None)
    words = view.text(f"lines_point{part}", value=rounded_in_month(view, *known[-1])) if known else ""
    counted = [(_place_of_month(month), count, words) for month, count in known]
    points = pd.DataFrame(counted, columns=["year", "value", "label"])
    widest = max(charts.text_inches(label, charts.LABEL) for label in [*ends.values(), words])
    height, right = HEIGHT if view.has_members else LOW, widest + charts.LEADER_INCHES + 0.08

    def draw():
        drawing, axes = charts.canvas(height, left=0.65, right=right, bottom=0.28, top=0.2)
        marked = {year: view.text("lines_break") for year in breaks_between(breaks, min(years), max(years))}
        charts.lines(lines, axes, language=view.language, breaks=marked, points=points)
        return drawing

    period = next(row.period for row in rows if row.segment == "total" and row.period[:4] == str(max(years)))
    told = [_line_words(view, named[segment], points) for segment, points in sorted(series.items())]
    told += [view.text(f"lines_alt_point{part}", period=month, value=rounded_in_month(view, month, value))
             for month, value in known]  # fmt: skip
    return blocks.figure(
        draw,
        id="workforce",
        title=_finding(view, change, members) or _title(view, rows, period),
        subtitle=view.text(f"lines_subtitle{part}" if known else "lines_subtitle_no_members"),
        alt=" ".join(told),
        source=view.line(*_line_keys(view, [month for month, _ in known], "informal" if part else "total")),
        data=_series_data(view, {named[name]: points for name, points in series.items()}, known),
    )


def _lines(series: dict, ends: dict[str, str]) -> pd.DataFrame:
    """What `charts.lines` draws: the points of each segment, the words at its end."""
    ink = LINE_COLORS | {"total": charts.GREY}
    rows = [
        (segment, *point, LINE_COLORS[segment], ends[segment], ink[segment])
        for segment, points in series.items()
        for point in points
    ]
    return pd.DataFrame(rows, columns=["series", "year", "value", "color", "label", "label_color"])


def _end_words(view: DistrictScope, segment: str, workers: float) -> str:
    """What stands at the end of a segment's line: its newest number of workers."""
    name = formats.sentence_case(view.words.word("short_segment", segment))
    return view.text("lines_end_total" if segment == "total" else "lines_end", value=workers, segment=name)


def _line_keys(view: DistrictScope, months: list[str], segment: str) -> list:
    """The survey's rows of all years, and the members of a segment in these months."""
    survey = measures.TableKey("workforce", view.region["region_code"], (("denominator", REFERENCE),))
    return [
        survey,
        *(total_key(view, month)._replace(measure="members", segment=segment) for month in months),
    ]


def _line_words(view: DistrictScope, segment: str, points: list[tuple[int, float]]) -> str:
    """A line in words: its first and its last year."""
    (first_year, first), (last_year, last) = points[0], points[-1]
    ends = {"first": first, "first_year": first_year, "last": last, "last_year": last_year}
    return view.text("lines_alt", segment=segment, **ends)


def _workers_by_segment(rows: list) -> dict[str, list[tuple[int, float]]]:
    """Year and workers of each segment that is drawn and known."""
    series = {
        drawn: sorted((int(row.period[:4]), row.persons) for row in rows
                      if row.segment == drawn and not formats.is_missing(row.persons))
        for drawn in DRAWN
    }  # fmt: skip
    return {segment: points for segment, points in series.items() if points}


def _members_by_month(
    view: DistrictScope, own_totals: pd.DataFrame, *, only_informal: bool
) -> list[tuple[str, float]]:
    """Month and members, of all segments or the informal ones alone."""
    own = view.history[view.history["segment"] == "informal"] if only_informal else own_totals
    counted = own[(own["denominator"] == REFERENCE) & own["members"].notna()]
    return sorted(zip(counted["period"], counted["members"]))


def _finding(view: DistrictScope, change: measures.Change | None, members: measures.Change | None) -> str:
    """What changed, in words: informal members that multiplied, else the workers; else empty.

    Source: METHODS.md, rule 133.
    """
    if members is not None:
        ends = ((members.first_period, members.first), (members.last_period, members.last))
        first, last = (rounded_in_month(view, period, value) for period, value in ends)
        return view.text(
            "members_up",
            first=first,
            first_period=members.first_period,
            last=last,
            last_period=members.last_period,
        )
    if change is None:
        return ""
    is_total = change.kind == "jump" and change.segment == "total"
    return view.text(
        f"workers_{change.kind}{'_total' if is_total else ''}",
        segment=view.words.word("short_segment", change.segment),
        first=change.first,
        first_year=change.first_period[:4],
        last=change.last,
        last_year=change.last_period[:4],
        change=abs(change.change_pct),
    )


def _series_data(view: DistrictScope, series: dict, known: list) -> list[dict]:
    """The years of workers and the months of members that the figure draws, as columns."""
    rows = [(name, str(year), value) for name, points in series.items() for year, value in points]
    rows += [(view.text("col_members"), period, value) for period, value in known]
    return drawn_data(
        pd.DataFrame(rows, columns=["series", "period", "value"]),
        [(view.text("sheet_series"), "text", "series"), (view.text("col_period"), "text", "period"),
         (view.text("sheet_people"), "int", "value")],
    )  # fmt: skip


def _title(view: DistrictScope, rows: list, period: str) -> str:
    """How many workers of the newest year are informal, or where that is not known how many there are."""
    persons = {row.segment: row.persons for row in rows if row.period == period}
    if formats.is_missing(persons.get("informal")):
        return view.text("lines_title", last=persons["total"], last_period=period)
    counts = {"informal": persons["informal"], "last": persons["total"]}
    return view.text("lines_title_informal", last_period=period, **counts)


def total_key(view: DistrictScope, period: str, *, denominator: str = REFERENCE) -> measures.CellKey:
    """The key of the region's total in a month."""
    return measures.CellKey(view.region["region_code"], period, denominator)


def breaks_between(breaks: Collection[int], first: int, last: int) -> list[int]:
    """The known first years of a new series that lie after the first and not after the last year."""
    return [year for year in sorted({SERIES_BREAK, *breaks}) if first < year <= last]


def rounded_in_month(view: DistrictScope, period: str, value: float):
    """A value of one month, as one that is not exact where its members are a round figure."""
    rough = round_rows(view.members_of(period))
    if not rough:
        return value
    cells = view.history[(view.history["period"] == period) & (view.history["denominator"] == REFERENCE)]
    counted = set(cells["segment"]) - {"total"} or {"total"}
    rows = [row for row in rough if row.segment in counted]
    return about(value, rows) if rows else value


def _place_of_month(period: str) -> float:
    """Where a month stands on an axis of years whose ticks are the months of the survey."""
    return int(period[:4]) + (int(period[5:7] or 12) - SURVEY_MONTH) / 12
