"""Views that look closer: ratios above 100 % and their anatomy, one district over time, its neighbours, a
claim.
"""

from __future__ import annotations

import pandas as pd

from ... import charts, measures
from ...words import REFERENCE, formats
from ...words.terms import SERIES_BREAK
from .. import blocks
from ..anatomy import anatomies
from ..claim import claim_sentences
from ..district_scope import district_scope
from ..year_series import workforce_figure
from . import parts
from .choice import Exploration

TAKEN_APART = 3  # ratios above 100 % told in full; the table lists them all
GALLERY = 6  # of them drawn
ROWS_IN_GALLERY = 30  # ratios above 100 % in its table; the CSV has them all
LINE_COLORS = {"total": charts.ACCENT, "formal": charts.INK, "informal": charts.GREY}


def above_100(x: Exploration) -> parts.Shown:
    """Every ratio above 100 % of the month under any denominator, the largest taken apart."""
    listed = _beyond(x)
    if not len(listed):
        return parts.Shown("above-100", [blocks.text(x.say("explore_above_none"))], listed)
    drawn = _gallery_figure(x, listed.head(GALLERY))
    out = [
        blocks.text(x.say("explore_above_lead", cells=len(listed), regions=listed["region_code"].nunique())),
        drawn,
    ]
    if len(listed) > GALLERY:
        out.append(_gallery_table(x, listed))
    places = listed.drop_duplicates(["region_code", "period"]).head(TAKEN_APART)
    for place in places.itertuples(index=False):
        out += _taken_apart(x, place)
    return parts.Shown("above-100", out, listed)


def trend(x: Exploration) -> parts.Shown:
    """One district over the months: its ratio, its members and its workforce."""
    if not x.district:
        return parts.Shown("trend", [parts.missing(x)], x.rows.iloc[:0])
    tables, cells, measured = x.ground.of_region(x.district)
    view = district_scope(tables, cells, region_code=x.district, language=x.language, evidence=x.evidence)
    own = measured[measured["denominator"] == x.denominator]
    own = own.sort_values(["segment", "period"], ignore_index=True)
    out = [blocks.heading(x.text("explore_trend_heading", region=view.region_name), level=3)]
    drawn = _ratio_figure(x, own)
    out += drawn
    history = own[own["segment"] == "total"]
    if len(history):  # members of one calendar month only: membership is seasonal
        history = history[history["period"].str[5:] == history["period"].max()[5:]].tail(6)
    out.append(workforce_figure(view, history if x.denominator == REFERENCE else history.iloc[:0]))
    if not drawn:
        out.append(blocks.text(view.say("explore_trend_one" if len(own) else "explore_trend_none")))
    return parts.Shown("trend", out, own)


def neighbours(x: Exploration) -> parts.Shown:
    """The districts most alike in structure, and what is known of their coverage."""
    near = x.ground.neighbours
    near = near[near["region_code"] == x.district].sort_values("place", ignore_index=True)
    name = x.ground.names.get(x.district, "")
    if not len(near):
        key = "neighbours_missing" if x.district else "explore_known_none"
        return parts.Shown("neighbours", [blocks.text(x.say(key, place=name))], near)
    codes = [x.district, *near["neighbour_code"]]
    newest = x.ground.parts.get((x.denominator, x.segment))
    newest = newest[newest["region_code"].isin(codes)] if newest is not None else x.rows.iloc[:0]
    newest = newest.sort_values("period").drop_duplicates("region_code", keep="last").set_index("region_code")
    make_up = x.ground.newest_structure.reindex(codes)
    parents = x.tables.regions.set_index("region_code")["parent_code"]
    rows = make_up.reset_index(names="region_code").assign(
        name=x.ground.names.reindex(codes).to_numpy(),
        province=parents.reindex(codes).map(x.ground.names).to_numpy(),
        distance=[None, *near["distance"]],
    )
    for column in ("period", "members", "ratio_pct", "gap"):
        rows[column] = rows["region_code"].map(newest[column])
    kinds = {
        "name": "text",
        "province": "text",
        "distance": "number",
        "employed": "int",
        "informal_pct": "pct",
        "period": "month",
        "ratio_pct": "pct",
        "gap": "int",
    }
    table = parts.table_of(
        x,
        rows,
        kinds,
        id="neighbours",
        title=x.text(f"explore_neighbours_{'provinces' if len(x.district) == 2 else 'title'}", region=name),
        notes=[
            x.text("explore_neighbours_note"),
            *([] if len(newest) else [x.text("explore_neighbours_unknown")]),
        ],
        keys=[*measures.cell_keys(newest.reset_index()), *parts.survey_keys(x, codes)],
        row_styles=["strong", *[""] * len(near)],
    )
    return parts.Shown("neighbours", [table], rows)


def claim(
    x: Exploration, *, members: float, workforce: float, printed: str = "", segment: str = "total"
) -> parts.Shown:
    """A printed percentage recomputed, with what may be said of it.

    Raises: ValueError, for a negative count or a percentage that is none.
    """
    check = measures.check_claim(
        members=members, workforce=workforce, printed_pct=printed or None, segment=segment
    )
    said = claim_sentences(check, language=x.language)
    row = {
        "members": members,
        "workforce": workforce,
        "printed": printed,
        "ratio_pct": check.ratio_pct,
        "gap": check.gap,
        "surplus": check.surplus,
        "verdicts": ", ".join(check.verdicts),
    }
    tone = "note" if check.is_consistent else "warning"
    title = x.text("explore_claim_right" if check.is_consistent else "explore_claim_wrong")
    return parts.Shown(
        "claim", [blocks.box(title, *[[line] for line in said], tone=tone)], pd.DataFrame([row])
    )


def _beyond(x: Exploration) -> pd.DataFrame:
    """Cells above 100 % of the months compared, under every denominator; largest surplus first."""
    rows = x.ground.measured
    rows = rows[(rows["ratio_pct"] > 100) & rows["region_code"].isin(x.regions["region_code"])]
    rows = rows[(rows["segment"] != "total") | (rows["basis"] == "total")]
    if x.mixed:
        newest = rows.groupby("region_code")["period"].transform("max")
        rows = rows[rows["period"] == newest]
    else:
        rows = rows[rows["period"] == x.period]
    rows = rows.assign(name=rows["region_code"].map(x.ground.names), own=rows["denominator"] == x.denominator)
    return rows.sort_values(["own", "surplus"], ascending=False, ignore_index=True).drop(columns="own")


def _gallery_figure(x: Exploration, rows: pd.DataFrame) -> blocks.Block:
    bars = pd.DataFrame(
        {
            "group": [
                f"{name}, {formats.month_short(period, x.language)}"
                for name, period in zip(rows["name"], rows["period"])
            ],
            "label": [
                x.text(
                    "explore_above_label",
                    segment=formats.sentence_case(x.words.word("short_segment", row.segment)),
                    denominator=x.denominator_label(row.denominator, short=True),
                )
                for row in rows.itertuples(index=False)
            ],
            "statement": [
                x.text(
                    "bar_statement_surplus", members=row.members, workforce=row.workforce, ratio=row.ratio_pct
                )
                for row in rows.itertuples(index=False)
            ],
            "covered": rows["covered"],
            "gap": rows["gap"],
            "surplus": rows["surplus"],
            "workforce": rows["workforce"],
        }
    )
    first = rows.iloc[0]
    return parts.figure(
        x,
        lambda: _gallery_drawing(x, bars),
        id="above-100",
        keys=measures.cell_keys(rows),
        title=x.text(
            "explore_above_title_total" if first["segment"] == "total" else "explore_above_title",
            region=first["name"],
            surplus=first["surplus"],
            segment=x.words.word("short_segment", first["segment"]),
        ),
        subtitle=x.text("explore_above_subtitle", shown=len(rows)),
        alt=" ".join(f"{row.group}: {row.label}, {row.statement}." for row in bars.itertuples(index=False)),
    )


def _gallery_drawing(x: Exploration, bars: pd.DataFrame):
    groups = bars["group"].ne(bars["group"].shift()).sum()
    height = 0.31 * (1.28 * len(bars) + 0.97 * groups) + 0.1
    drawing, axes = charts.canvas(charts.segment_bars_height(bars) if charts.is_narrow() else height)
    charts.segment_bars(bars, axes, language=x.language)
    return drawing


def _gallery_table(x: Exploration, listed: pd.DataFrame) -> blocks.Block:
    rows = listed.head(ROWS_IN_GALLERY).assign(
        segment=[
            x.words.word("short_segment", segment) for segment in listed["segment"].head(ROWS_IN_GALLERY)
        ],
        denominator=[
            x.denominator_label(name, short=True) for name in listed["denominator"].head(ROWS_IN_GALLERY)
        ],
    )
    kinds = {
        "name": "text",
        "period": "month",
        "segment": "text",
        "denominator": "text",
        "members": "int",
        "workforce": "int",
        "ratio_pct": "pct",
        "ratio_class": "text",
        "surplus": "int",
    }
    keys = measures.cell_keys(listed.head(ROWS_IN_GALLERY))
    notes = [x.text("matrix_note")]
    if len(listed) > len(rows):
        notes.append(x.text("explore_table_cut", shown=len(rows), left=len(listed) - len(rows)))
    return parts.table_of(
        x, rows, kinds, id="above-100-table", title=x.text("explore_above_table"), notes=notes, keys=keys
    )


def _taken_apart(x: Exploration, place) -> list[blocks.Block]:
    """The anatomy of a region's ratios above 100 %, under the first denominator that shows one."""
    key = (place.region_code, place.period, place.denominator, x.language)
    if key not in x.ground.told:
        x.ground.told[key] = _anatomy(x, place)
    return x.ground.told[key]


def _anatomy(x: Exploration, place) -> list[blocks.Block]:
    tables, cells, measured = x.ground.of_region(place.region_code)
    view = district_scope(
        tables,
        cells,
        region_code=place.region_code,
        period=place.period,
        language=x.language,
        evidence=x.evidence,
    )
    here = (measured["period"] == place.period) & (measured["denominator"] == place.denominator)
    told = anatomies(view, measured[here & (measured["segment"] == "total")])
    label = x.denominator_label(place.denominator, short=True)
    name = x.text("explore_above_heading", region=view.region_name, period=place.period, denominator=label)
    return [blocks.heading(name, level=3), *told[1:]] if told else []


def _ratio_figure(x: Exploration, own: pd.DataFrame) -> list[blocks.Block]:
    """The district's ratio over the months; nothing where fewer than two are known."""
    counts = own.groupby("segment")["period"].nunique()
    rows = own[own["segment"].isin(counts[counts >= 2].index) & own["ratio_pct"].notna()]
    rows = rows[rows["period"].str.len() == 7]
    if rows.groupby("segment").size().max() < 2 if len(rows) else True:
        return []
    rows = rows.assign(
        at=rows["period"].str[:4].astype(int) + (rows["period"].str[5:7].astype(int) - 1) / 12,
        value=rows["ratio_pct"],
        series=rows["segment"],
        when=[formats.month_short(period, x.language) for period in rows["period"]],
        color=rows["segment"].map(LINE_COLORS).fillna(charts.GREY),
    ).sort_values(["series", "at"])
    last = rows.drop_duplicates("series", keep="last").set_index("series")
    named = {name: formats.sentence_case(x.words.word("short_segment", name)) for name in last.index}
    ends = {
        name: x.text("explore_trend_end", segment=named[name], value=row["value"])
        for name, row in last.iterrows()
    }
    rows = rows.assign(label=rows["series"].map(ends))
    main = rows[rows["series"] == ("total" if "total" in ends else rows["series"].iloc[0])]
    values, periods = main["value"], main["period"]
    span = {"first": values.iloc[0], "first_period": periods.iloc[0]}
    span |= {"last": values.iloc[-1], "last_period": periods.iloc[-1]}
    return [
        parts.figure(
            x,
            lambda: _ratio_drawing(x, rows),
            id="trend",
            keys=measures.cell_keys(rows),
            title=x.text("explore_trend_title", region=x.ground.names[x.district], **span),
            subtitle=x.text("explore_trend_subtitle"),
            alt=" ".join(
                f"{formats.month(row.period, x.language)}, {x.words.word('short_segment', row.series)}: "
                f"{formats.percent(row.value, x.language)}."
                for row in rows.tail(24).itertuples(index=False)
            ),
        )
    ]


def _ratio_drawing(x: Exploration, rows: pd.DataFrame):
    breaks = {float(SERIES_BREAK): x.text("lines_break")}
    drawing, axes = charts.canvas(2.3, left=0.55, right=1.5, top=0.14, bottom=0.28)
    charts.ratio_lines(rows, axes, language=x.language, breaks=breaks)
    return drawing
