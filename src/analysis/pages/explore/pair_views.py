"""Two quantities of the same regions: two denominators, and coverage beside informal work."""

from __future__ import annotations

import pandas as pd

from ... import charts, measures
from ...words import formats
from .. import blocks
from . import parts
from .choice import LEAST, Exploration

NAMED = 7  # dots that carry their name


def two_denominators(x: Exploration) -> parts.Shown:
    """The same members over two denominators: does the order survive?"""
    pairs = _pairs(x)
    if len(pairs) < LEAST:
        other = x.denominator_label(x.other, short=True) if x.other else formats.MISSING
        reason = x.say("explore_pairs_missing", pairs=len(pairs), other=other)
        box = blocks.box(x.text("explore_missing"), reason, tone="missing")
        return parts.Shown("denominators", [box], pairs)
    agreed = measures.rank_correlation(pairs["first_ratio_pct"], pairs["second_ratio_pct"])
    note = (
        x.say("explore_pairs_order", rho=agreed.rho, low=agreed.low, high=agreed.high)
        if agreed.rho == agreed.rho
        else x.say("explore_pairs_few", pairs=len(pairs))
    )
    rows = pairs.assign(
        first_denominator=x.denominator,
        second_denominator=x.other,
        name=pairs["region_code"].map(x.ground.names),
    )
    return parts.Shown("denominators", [_pairs_figure(x, pairs), blocks.text(note, style="note")], rows)


def _pairs(x: Exploration) -> pd.DataFrame:
    """The regions compared that are known under both denominators; empty where there is no second one."""
    if not (x.other and len(x.rows)):
        return pd.DataFrame()
    both = [x.ground.parts.get((name, x.segment)) for name in (x.denominator, x.other)]
    rows = pd.concat([part for part in both if part is not None])
    months = x.rows[["region_code", "period"]]
    rows = rows.merge(months, on=["region_code", "period"], validate="many_to_one")
    return measures.side_by_side(rows, first=x.denominator, second=x.other)


def _pairs_figure(x: Exploration, pairs: pd.DataFrame) -> blocks.Block:
    """A dot a region under both denominators; the title names the one that they tell apart most."""
    by_distance = pairs["difference_pp"].abs().sort_values(ascending=False).index
    apart = by_distance[:NAMED]
    first, second = (x.denominator_label(name, short=True) for name in (x.denominator, x.other))
    points = _pair_points(x, pairs, apart).loc[by_distance]  # those in the title get room first
    widest, compared = pairs.loc[apart[0]], x.rows[x.rows["region_code"].isin(pairs["region_code"])]
    return parts.figure(
        x,
        lambda: _pairs_drawing(x, points, first, second),
        id="denominators",
        keys=[
            key
            for name in (x.denominator, x.other)
            for key in measures.cell_keys(compared.assign(denominator=name, segment=x.segment))
        ],
        title=x.text(
            "explore_pairs_title",
            higher=int((pairs["difference_pp"] > 0).sum()),
            pairs=len(pairs),
            other=second,
            region=x.ground.names[widest["region_code"]],
            points=abs(widest["difference_pp"]),
        ),
        subtitle=x.text("explore_pairs_subtitle", basis=x.basis),
        alt=" ".join(_pair_words(x, row, first, second) for row in pairs.loc[apart].itertuples(index=False)),
    )


def _pair_points(x: Exploration, pairs: pd.DataFrame, apart: pd.Index) -> pd.DataFrame:
    """What `charts.two_ratios` draws; named are the farthest apart, ratios above 100 % and the district."""
    beyond = pairs.index[(pairs["first_ratio_pct"] > 100) | (pairs["second_ratio_pct"] > 100)]
    named = pairs.index.isin([*apart, *beyond[:NAMED]]) | (pairs["region_code"] == x.district)
    return pd.DataFrame(
        {
            "x": pairs["first_ratio_pct"],
            "y": pairs["second_ratio_pct"],
            "label": pairs["region_code"].map(x.ground.names).where(named, ""),
            "highlight": pairs["region_code"] == x.district,
        }
    )


def _pair_words(x: Exploration, row, denominator: str, other: str) -> str:
    """A region's two ratios in words."""
    ratios = {"first": row.first_ratio_pct, "second": row.second_ratio_pct}
    name = x.ground.names[row.region_code]
    return x.text("explore_pairs_alt", region=name, denominator=denominator, other=other, **ratios)


def relation(x: Exploration) -> parts.Shown:
    """Coverage against the share of informal workers, with what such a picture cannot say."""
    rows = x.rows[(x.rows["ratio_pct"] <= 100) & x.rows["informal_pct"].notna()].reset_index(drop=True)
    if x.mixed or len(rows) < LEAST:
        missing = blocks.box(x.text("explore_missing"), x.say("explore_relation_missing"), tone="missing")
        return parts.Shown("relation", [missing], rows)
    found = measures.rank_correlation(rows["informal_pct"], rows["coverage_pct"])
    drawn = _relation_figure(x, rows, found)
    caveat = [x.say("explore_relation_caveat")]
    if found.rho == found.rho:
        caveat.insert(
            0, x.say("explore_relation_rho", rho=found.rho, low=found.low, high=found.high, pairs=found.pairs)
        )
    out = [drawn, blocks.box(x.text("explore_relation_box"), *caveat, tone="read_first")]
    return parts.Shown("relation", out, rows)


def _pairs_drawing(x: Exploration, points: pd.DataFrame, first: str, second: str):
    height, right = (3.3, 0.6) if charts.is_narrow() else (4.1, 0.95)
    drawing, axes = charts.canvas(height, width=5.6, left=0.62, right=right, top=0.1, bottom=0.45)
    charts.two_ratios(
        points,
        axes,
        language=x.language,
        x_label=x.text("explore_axis", denominator=formats.sentence_case(first)),
        y_label=x.text("explore_axis", denominator=formats.sentence_case(second)),
        equal_label=x.text("explore_equal"),
    )
    return drawing


def _relation_figure(x: Exploration, rows: pd.DataFrame, found: measures.RankCorrelation) -> blocks.Block:
    """A dot a region; the title says whether the two go together, and nothing where chance could do it."""
    ends = [
        *rows["coverage_pct"].nlargest(NAMED - 3).index,
        *rows["coverage_pct"].nsmallest(2).index,
        rows["informal_pct"].idxmax(),
    ]
    named = rows.index.isin(ends) | (rows["region_code"] == x.district)
    points = pd.DataFrame(
        {
            "x": rows["informal_pct"],
            "y": rows["coverage_pct"],
            "size": rows["workforce"],
            "label": rows["region_code"].map(x.ground.names).where(named, ""),
            "highlight": rows["region_code"] == x.district,
        }
    )
    return parts.figure(
        x,
        lambda: _relation_drawing(x, points),
        id="relation",
        keys=[*measures.cell_keys(rows), *_make_up_keys(x, rows)],
        title=x.text(_relation_title(found), pairs=len(rows)),
        subtitle=x.text("explore_relation_subtitle", basis=x.basis),
        alt=" ".join(
            x.text(
                "explore_relation_alt",
                region=x.ground.names[row.region_code],
                informal=row.informal_pct,
                coverage=row.coverage_pct,
            )
            for row in rows.loc[named].itertuples(index=False)
        ),
    )


def _relation_title(found: measures.RankCorrelation) -> str:
    if found.rho != found.rho:
        return "explore_relation_few"
    if not found.is_distinct:
        return "explore_relation_noise"
    return "explore_relation_lower" if found.rho < 0 else "explore_relation_higher"


def _make_up_keys(x: Exploration, rows: pd.DataFrame) -> list[measures.EmploymentKey]:
    """The surveys of the years of these rows, which their shares of informal workers are of."""
    surveys = x.ground.nation.structure[["region_code", "period"]]
    known = {(code, period[:4]): period for code, period in surveys.itertuples(index=False)}
    return [
        measures.EmploymentKey(code, known[code, period[:4]])
        for code, period in zip(rows["region_code"], rows["period"])
    ]


def _relation_drawing(x: Exploration, points: pd.DataFrame):
    right = 0.6 if charts.is_narrow() else 0.95
    drawing, axes = charts.canvas(3.5, left=0.6, right=right, top=0.1, bottom=0.45)
    labels = {"x_label": x.text("explore_relation_x"), "y_label": x.text("explore_relation_y")}
    charts.relation(points, axes, language=x.language, **labels)
    return drawing
