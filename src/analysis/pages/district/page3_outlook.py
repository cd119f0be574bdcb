"""Page 3 of a district report: how coverage changed, where it goes, and what a target would take."""

from __future__ import annotations

from collections.abc import Collection
from itertools import groupby
from math import nan
from operator import attrgetter

import pandas as pd

from ... import charts, measures
from ...words import REFERENCE, formats
from .. import blocks, sources
from ..district_scope import DistrictScope
from ..year_series import breaks_between, rounded_in_month, total_key, workforce_figure

__all__ = ["change", "last_year", "path", "targets", "workforce_figure"]

LEAST_POINTS = 3  # years of coverage below which a path is no picture
#: What the path is drawn from, and what is told of a target.
COVERAGE = ["coverage_pct", "coverage_low_pct", "coverage_high_pct"]
SERIES = ["period", "workforce", "covered", "ratio_pct", *COVERAGE]
AIM = ["region_code", "definition", "year", "target_pct"]


def change(
    view: DistrictScope, own_totals: pd.DataFrame, *, breaks: Collection[int] = ()
) -> list[blocks.Block]:
    """The change of the ratio split into members and denominator, or why it is not told; nothing with one
    month.

    Args:
        own_totals: `measures.totals` of this region, every period.
        breaks: first years of a new series of workers, beside the known one; no change is told across one.
    """
    known = own_totals[own_totals["denominator"].eq(REFERENCE) & own_totals["ratio_pct"].notna()]
    known = known.sort_values("period")
    # one base; METHODS.md, rule 107
    known = known[known["basis"] == known["basis"].iloc[-1]] if len(known) else known
    if len(known) < 2:
        return []
    series = list(known[["period", "ratio_pct"]].sort_values("period").itertuples(index=False))
    years = [int(row.period[:4]) for row in series]
    since = max(breaks_between(breaks, years[0], years[-1]), default=0)
    last, alike = series[-1], [row for row, year in zip(series, years, strict=True) if year >= since]
    first = _earlier(alike if len(alike) > 1 else series)
    if len(alike) < 2:
        return [blocks.text(_across_the_break(view, first, last, since))]
    splits = measures.change_split(own_totals, start=first.period, end=last.period)
    people, part = splits.loc[splits["denominator"] == REFERENCE, ["people_pp", "workforce_pp"]].iloc[0]
    notes = []
    if first.period[5:] != last.period[5:]:
        notes.append(view.say("split_seasonal", first_period=first.period, last_period=last.period))
    if any(row.qualifier != "exact" for end in (first, last) for row in view.members_of(end.period)):
        notes.append(view.say("split_rounded"))
    drawn = _split_figure(view, first, last, people, part)
    return [drawn] + ([blocks.text(*notes, style="note")] if notes else [])


def _across_the_break(view: DistrictScope, first, last, since: int) -> list:
    """Both ratios, and that no change is told from one series of workers to the next."""
    ends = {"first": first, "last": last}
    return view.say(
        "split_broken",
        **{name: rounded_in_month(view, row.period, row.ratio_pct) for name, row in ends.items()},
        first_period=first.period,
        last_period=last.period,
        year=since,
        behind={name: total_key(view, row.period) for name, row in ends.items()},
    )


def _split_figure(view: DistrictScope, first, last, people: float, part: float) -> blocks.Block:
    """The change of the ratio in points: by members, and by the denominator (`part`)."""
    rows = pd.DataFrame(
        {
            "label": [view.text("split_people"), view.text("split_denominator")],
            "value_pp": [formats.as_printed(people), formats.as_printed(part)],
            "color": [charts.ACCENT, charts.GREY],
        }
    )

    def draw():
        drawing, axes = charts.canvas(0.72, left=1.75, right=0.7, top=0.02, bottom=0.02)
        charts.change_split(rows, axes, language=view.language)
        return drawing

    moved = measures.change_pp(first.ratio_pct, last.ratio_pct)
    way = "same" if formats.as_printed(moved) == 0 else ("up" if moved > 0 else "down")
    title = view.text(f"split_title_{way}", change=abs(moved), people=people, denominator_part=part)
    adds_up = formats.adds_up(moved, people, part) and formats.adds_up(last.ratio_pct, first.ratio_pct, moved)
    return blocks.figure(
        draw,
        id="split",
        title=title,
        subtitle=view.text(
            "split_subtitle",
            first_period=first.period,
            last_period=last.period,
            first=first.ratio_pct,
            last=last.ratio_pct,
            denominator=view.denominator_label(REFERENCE, short=True),
        )
        + ("" if adds_up else view.text("split_subtitle_rounded")),
        alt=title,
        source=view.line(total_key(view, first.period), total_key(view, last.period)),
    )


def _earlier(series: list):
    """The date that the last one is set against: the same month where it is known, for membership is
    seasonal.
    """
    *before, last = series
    same_month = [row for row in before if row.period[4:] == last.period[4:]]
    return (same_month or before)[-1]


def last_year(view: DistrictScope, target_year: str = "") -> int:
    """The year that a path runs to: the one given, else five years after the report's month.

    Raises: ValueError, if it is no year after the report's month.
    """
    now = int((view.period or sources.newest_date(view.tables))[:4])
    return measures.path_end_year(now, target_year)


def path(
    view: DistrictScope,
    series: pd.DataFrame,
    trend: pd.DataFrame,
    ahead: pd.DataFrame,
    *,
    target: str = "",
    until: int,
    breaks: Collection[int] = (),
) -> list[blocks.Block]:
    """Where coverage leads if the last five years go on, and the way to the district's own target by the year
    `until`.

    Args:
        series: `measures.yearly` of the region, with uncertainty.
        trend: `measures.trends` of it; its refusal is told, and then no fan is drawn.
        ahead: `measures.fan` of it.
        breaks: first years of a new series of workers, beside the known one.

    Raises: ValueError, if `target` is no percentage from 0 to 100.
    """
    if not len(series):
        return []
    rows = list(series[SERIES].itertuples(index=False))
    above = [row.ratio_pct > 100 for row in rows]
    ratios = [
        rounded_in_month(view, row.period, row.ratio_pct) if is_above else None
        for row, is_above in zip(rows, above, strict=True)
    ]
    if all(above):
        return [_all_above(view, rows, ratios)]
    refused = trend["reason"].dropna().tolist()
    fan = ahead if not refused else ahead.iloc[:0]
    reason = "" if len(fan) else (refused[0] if refused else "too_few_points")
    note = []
    if reason and not (reason == "too_few_points" and len(series) == 1):
        note.append(blocks.text(view.say(f"path_missing_{reason}", known=len(series)), style="note"))
    if len(series) < LEAST_POINTS and not (target and len(series) > 1) and not len(fan):
        return note
    at = [int(row.period[:4]) for row in rows]
    breaks = breaks_between(breaks, at[0], at[-1]) if view.denominator.startswith(REFERENCE) else []
    since = [place for place, year in enumerate(at) if year >= max(breaks, default=0)][-5:]
    first = next((rows[place] for place in since if not above[place]), rows[-1])
    wanted = _read_target(target) if target else None
    title, told = _path_words(view, first, rows[-1], wanted, until, fan)
    drawn = _path_figure(view, rows, ratios, fan, wanted=wanted, until=until, breaks=breaks, title=title)
    return [drawn, *told, *note]


def _all_above(view: DistrictScope, rows: list, ratios: list) -> blocks.Block:
    """Where no year has a ratio up to 100 %: the ratios, and no path."""
    pairs = zip(rows, ratios, strict=True)
    told = [view.text("path_year", year=row.period[:4], value=value) for row, value in pairs]
    listed = formats.listing(told, view.language)
    return blocks.text(view.say("path_all_above", ratios=listed), style="note")


def _path_figure(
    view: DistrictScope,
    rows: list,
    ratios: list,
    fan: pd.DataFrame,
    *,
    wanted: float | None,
    until: int,
    breaks: list[int],
    title: str,
) -> blocks.Block:
    """The path drawn: what was observed, where it leads, and the way to the target."""
    shown = _observed(view, rows, ratios)
    above, last = any(ratio is not None for ratio in ratios), rows[-1]
    fan = fan.set_axis(["at", *(name.removesuffix("_pct") for name in fan.columns[1:])], axis=1)
    aims = wanted is not None and ratios[-1] is None  # no way leads from a ratio that is no coverage
    way = [(int(last.period[:4]), last.coverage_pct), (until, wanted)] if aims else []
    required = pd.DataFrame(way, columns=["at", "value"], dtype="float64")
    words = {
        "central": view.text("path_central", value=fan["central"].iloc[-1]) if len(fan) else "",
        "required": view.text("path_required", value=wanted) if aims else "",
        "break": view.text("lines_break"),
    }

    def draw():
        drawing, axes = charts.canvas(1.6 if above else 1.45, left=0.5, right=1.15, bottom=0.26, top=0.18)
        charts.path(
            shown, axes, ahead=fan, language=view.language, required=required, words=words, breaks=breaks
        )
        return drawing

    subtitle = "path_subtitle" if len(fan) else "path_subtitle_observed"
    years = (f"{row.at}: {row.ratio or formats.percent(row.value, view.language)}."
             for row in shown.itertuples(index=False))  # fmt: skip
    return blocks.figure(
        draw,
        id="path",
        title=title,
        subtitle=view.text(subtitle, denominator=view.by_denominator())
        + (view.text("path_subtitle_error") if shown["low"].notna().any() else "")
        + (view.text("path_subtitle_ratio") if above else ""),
        alt=" ".join([*years, *(f"{words[name]}." for name in ("central", "required") if words[name])]),
        source=view.line(*(total_key(view, row.period, denominator=view.denominator) for row in rows)),
    )


def _observed(view: DistrictScope, rows: list, ratios: list) -> pd.DataFrame:
    """What `charts.path` draws of the years observed; a ratio above 100 % in words, on the line of 100 %."""
    observed = []
    for row, ratio in zip(rows, ratios, strict=True):
        figures = (row.coverage_pct, row.coverage_low_pct, row.coverage_high_pct, "")
        if ratio is not None:
            figures = (100.0, nan, nan, view.text("path_ratio", value=ratio))
        observed.append((int(row.period[:4]), *figures, formats.percent(row.ratio_pct, view.language)))
    return pd.DataFrame(observed, columns=["at", "value", "low", "high", "ratio", "ratio_short"])


def _path_words(
    view: DistrictScope, first, last, wanted: float | None, until: int, fan: pd.DataFrame
) -> tuple[str, list]:
    """The title, and the sentence on people a year, level and share of the required rise."""
    start, now = int(first.period[:4]), int(last.period[:4])
    if last.ratio_pct > 100:
        return view.text(
            "path_title_above", ratio=rounded_in_month(view, last.period, last.ratio_pct), now=now
        ), []
    if wanted is None and len(fan):
        return view.text("path_title", central=fan["central"].iloc[-1], year=until), []
    from_pct, to_pct = (rounded_in_month(view, row.period, row.coverage_pct) for row in (first, last))
    if wanted is None and start == now:
        return view.text("path_title_one", last=to_pct, now=now), []
    if wanted is None:
        return view.text("path_title_observed", first=from_pct, start=start, last=to_pct, now=now), []
    if last.coverage_pct >= wanted:
        return view.text("path_title_met", target=wanted), []
    if not start < now:
        pace = measures.required_pace(
            value_pct=last.coverage_pct, year=now, target_pct=wanted, target_year=until
        )
        return view.text("path_title_needed", target=wanted, year=until, needed=pace), []
    return _pace(view, first, last, wanted, until)


def _pace(view: DistrictScope, first, last, wanted: float, until: int) -> tuple[str, list]:
    """Points a year that a target needs and those seen; the same in people, unless coverage fell below it."""
    start, now = int(first.period[:4]), int(last.period[:4])
    progress = measures.progress_to_target(
        base_pct=first.coverage_pct,
        base_year=start,
        value_pct=last.coverage_pct,
        year=now,
        target_pct=wanted,
        target_year=until,
    )
    pace = {"needed": progress.required_pp, "seen": progress.observed_pp}
    title = view.text("path_title_pace", target=wanted, year=until, base=start, **pace)
    if first.coverage_pct >= wanted:  # lost since: there was no rise to have a share of
        return title, []
    _, missing = measures.people_to_target(workforce=last.workforce, covered=last.covered, target_pct=wanted)
    needed, seen = measures.people_a_year(
        covered=last.covered,
        base_covered=first.covered,
        years_since=now - start,
        missing=missing,
        years_left=until - now,
    )
    told = view.say(
        "path_people",
        needed=needed,
        seen=seen,
        level=progress.level_share_pct,
        share=progress.progress_share_pct,
        base=start,
        behind=[total_key(view, row.period, denominator=view.denominator) for row in (first, last)],
    )
    return title, [blocks.text(told)]


def targets(view: DistrictScope, totals: pd.DataFrame, *, target: str = "") -> list[blocks.Block]:
    """The district's own target on the report's denominator, and the national ones that may not be compared.

    Raises: ValueError, if `target` is no percentage from 0 to 100.
    """
    out = [blocks.heading(view.text("targets_title"), level=2)]
    if target:
        out.append(blocks.text(*_own_target(view, totals, _read_target(target))))
    names, listed = view.regions["short_name"], view.tables.targets
    listed = listed.loc[listed["region_code"].isin(["00", view.region["region_code"]]), AIM]
    items = [
        view.say(
            "target_list", region=names[region], definition=view.text(f"definition_{definition}"),
            values=formats.listing(
                [view.text("target_year", value=row.target_pct, year=row.year) for row in rows],
                view.language,
            ),
        )
        for (region, definition), rows in groupby(
            sorted(listed.itertuples(index=False), key=attrgetter("region_code", "definition", "year")),
            key=attrgetter("region_code", "definition"),
        )
    ]  # fmt: skip
    return [*out, blocks.text(view.say("targets_refused"), style="note"), blocks.bullets(items)]


def _read_target(target: str) -> float:
    try:
        value = float(str(target).replace("%", "").replace(",", "."))
    except ValueError:
        value = -1.0
    if not 0 < value <= 100:
        raise ValueError(
            f"target: found '{target}', expected a percentage above 0 and up to 100, such as '60'"
        )
    return value


def _own_target(view: DistrictScope, totals: pd.DataFrame, target_pct: float) -> list:
    main = totals[totals["denominator"] == view.denominator]
    if not len(main) or pd.isna(main.iloc[0]["coverage_pct"]):
        return [view.say("rf_missing")]
    row, cell = main.iloc[0], view.cell_key()
    named = {"target": target_pct, "denominator": view.denominator_label(view.denominator)}
    is_met = row["coverage_pct"] >= target_pct
    if is_met and row["ratio_pct"] > 100:  # nothing is achieved by a ratio; METHODS.md, rule 7
        ratio = view.told(row["ratio_pct"])
        return [view.say("target_own_above", **named, ratio=ratio, behind={"ratio": cell})]
    if is_met:
        coverage = view.told(row["coverage_pct"])
        out = [view.say("target_own_met", **named, coverage=coverage, behind={"coverage": cell})]
    else:
        needed, short = measures.people_to_target(
            workforce=row["workforce"], covered=row["covered"], target_pct=target_pct
        )
        told = view.say(
            "target_own",
            **named,
            needed=needed,
            members=view.told(row["covered"]),
            short=view.told(short),
            behind={"needed": view.cell_key(measure="workforce"), "members": cell, "short": cell},
        )
        out = [told]
    rse = row.get("rse_pct", float("nan"))
    if not pd.isna(rse) and row["worst_class"] in ("A", "B"):
        chance = measures.probability_at_least(
            row["members"], row["workforce"], target_pct=target_pct, rse_pct=rse
        )
        probability = measures.share_pct(chance, 1)
        out.append(view.say("target_probability", rse=rse, probability=probability, behind=cell))
    return out
