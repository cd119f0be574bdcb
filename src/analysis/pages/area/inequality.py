"""Where the gap of an area lies and how unequal its regions are, with what a ratio above 100 % would do to the answer.

Comes in: the `AreaScope` and measures. Goes out: blocks.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from ... import charts, measures
from ...words import formats
from .. import blocks, estimates
from ..area_scope import AreaScope, figure_keys, left_out
from ..tables import table
from ..telephone import also_narrow

LEAST_FOR_CURVE = 5  # regions below which a cumulated curve is no picture
MOST_LISTED = 15
TREE_ROOT = 1.2  # inches: width of the whole gap, left in the tree
MOST_NAMED = 4  # of the parts taken together, named one by one where there is room
TREE_LINE = 0.165  # inches: height that a part needs for its words; smaller parts are taken together
LEAST_TREE, MOST_TREE = 1.3, 4.0  # inches: height of the tree
INDICATORS_SHOWN = ("D", "R", "MDMW", "IDISW", "BGSD", "COV", "TI", "MLD", "PAR", "PAF")


def tree_levels(view: AreaScope, tree) -> list[str]:
    """How the gap is split: a province's by segment first, then district; the nation's by half, province and segment.

    Without segments, and with regions enough, the largest that hold half stand before the rest.
    """
    segments = tree.rows["segment"].nunique() > 1
    regions = tree.rows["region_code"].nunique()
    if segments and not view.is_nation:
        return ["segment", "region_code"]
    halves = ["half"] if regions >= LEAST_FOR_CURVE and tree.half_of_gap < regions else []
    return [*halves, "region_code", *(["segment"] if segments else [])]


def gap_figure(view: AreaScope, tree, branches: pd.DataFrame) -> blocks.Block | None:
    """Where the people are who are not covered: the gap as a tree, small parts taken together; nothing without a gap.

    Args:
        tree: `measures.gap_tree` of the regions' cells. branches: `measures.gap_branches` of it by `tree_levels`.
    """
    if not tree.gap > 0:
        return None
    levels = tree_levels(view, tree)
    gaps = tree.rows.groupby("region_code")["gap"].sum()
    regions = int((gaps > 0).sum())
    height = min(max(TREE_LINE * regions * (2 if "segment" in levels else 1), LEAST_TREE), MOST_TREE)
    rows = _tree_marks(view, tree, branches, levels, least=TREE_LINE / height)
    drawing, axes = charts.canvas(height + 0.24, top=0.22, bottom=0.02)
    rest = (charts.FULL_WIDTH - TREE_ROOT) / len(levels)
    charts.tree(rows, axes, widths=[TREE_ROOT, *[rest] * len(levels)],
                     heads=[view.text(f"tree_head_{name}") for name in ("whole", *levels)])  # fmt: skip
    names = view.tables.regions.set_index("region_code")["short_name"]
    biggest = tree.rows.groupby("region_code")["gap"].sum().rename("gap").reset_index()
    biggest = biggest.sort_values(["gap", "region_code"], ascending=[False, True])["region_code"].head(tree.half_of_gap)
    by_segment = tree.rows.groupby("segment")["gap"].sum().sort_values(ascending=False)
    holding = 100 * tree.rows.loc[tree.rows["region_code"].isin(biggest), "gap"].sum() / tree.gap
    half = view.text("gap_half") if round(holding, 1) == 50 else view.text("gap_half_more", share=holding)
    many = view.text("gap_units", count=tree.half_of_gap)
    listed = formats.listing(list(biggest.map(names)), view.language)
    if len(by_segment) > 1:
        title = view.text(
            "gap_title_segment", half=half, names=listed if tree.half_of_gap <= 3 else many,
            segment=view.words.word("short_segment", by_segment.index[0]), share=100 * by_segment.iloc[0] / tree.gap,
        )
    else:
        is_bound = not estimates.is_survey(view.denominator)
        least = {"gap": tree.gap} if is_bound and "total" in by_segment.index else {}
        title = view.text("gap_title_least" if least else "gap_title", half=formats.sentence_case(half),
                          names=listed if tree.half_of_gap <= 4 else many, **least)  # fmt: skip
    return blocks.figure(
        drawing,
        id="gaps",
        title=title,
        subtitle=view.text("gap_subtitle", denominator=view.denominator_label(short=True), period=view.period, known=regions,
                           left=left_out(view, gaps.index[gaps == 0])),
        alt=" ".join(". ".join(rows["said"]).split("\n")) + ".",
        source=view.line(*figure_keys(view)),
    )


def _tree_marks(view: AreaScope, tree, branches: pd.DataFrame, levels: list[str], *, least: float) -> pd.DataFrame:
    """The marks of the tree: start, end, words and what is said of each; parts below `least` of the whole as one."""
    number = formats.number(tree.gap, view.language)
    is_least = (tree.rows["segment"] == "total").any() and not estimates.is_survey(view.denominator)
    whole = view.text("tree_whole_least" if is_least else "tree_whole")
    marks = [{"depth": 0, "start": 0.0, "end": 1.0, "rest": False, "words": [number, *whole.split("\n")],
              "said": f"{number} {whole}"}]  # fmt: skip
    grown = {}
    for row in branches.itertuples(index=False):
        grown.setdefault(row.branch[:-1], []).append(row)

    def grow(branch: tuple, start: float) -> None:
        parts = grown.get(branch, [])
        shown = [part for part in parts if part.gap / tree.gap >= least]
        small = parts[len(shown):]
        while shown and small and sum(part.gap for part in small) < least * tree.gap and shown[-1].gap < 3 * least * tree.gap:
            small.insert(0, shown.pop())  # a sliver without words joins a small neighbour, never a large one
        for part in shown:
            marks.append(_mark(view, levels, start, tree.gap, len(branch) + 1, part.gap, _branch_name(view, part, levels)))
            grow(part.branch, start)
            start += part.gap / tree.gap
        gap = sum(part.gap for part in small)
        if gap > 0 and (shown or gap / tree.gap >= least) and levels[len(branch)] != "segment":
            key = "tree_others" if shown else "tree_units"
            mark = _mark(view, levels, start, tree.gap, len(branch) + 1, gap, view.text(key, count=len(small)))
            room = max(int(gap / tree.gap / least) - 2, 0)
            named = [view.text("tree_mark_short", name=_branch_name(view, part, levels), share=100 * part.gap / tree.gap)
                     for part in small[: min(MOST_NAMED, room)]]  # fmt: skip
            words = [*mark["words"], *named, *(["…"] if 0 < len(named) < len(small) else [])]
            marks.append(mark | {"rest": True, "words": words if gap / tree.gap >= least else []})

    grow((), 0.0)
    return pd.DataFrame(marks)


def _mark(view: AreaScope, levels: list[str], start: float, whole: float, depth: int, gap: float, name: str) -> dict:
    words = view.text("tree_mark", name=formats.sentence_case(name), gap=gap, share=100 * gap / whole)
    lines = [words]
    if charts.text_inches(words, charts.LABEL) > (charts.FULL_WIDTH - TREE_ROOT) / len(levels) - 0.1:
        lines = [view.text("tree_mark_short", name=formats.sentence_case(name), share=100 * gap / whole)]
    return {"depth": depth, "start": start, "end": start + gap / whole, "rest": False, "words": lines, "said": words}


def _branch_name(view: AreaScope, part, levels: list[str]) -> str:
    code, level = part.branch[-1], levels[len(part.branch) - 1]
    if level == "segment":
        return view.words.word("short_segment", code)
    if level == "half":
        return view.text(f"tree_{code}", count=part.regions)
    return view.tables.regions.set_index("region_code").at[code, "short_name"]


@also_narrow
def half_curve(view: AreaScope, tree) -> blocks.Block | None:
    """How many regions hold half of the gap: the gap cumulated, largest first.

    Args:
        tree: `measures.gap_tree` of the regions' cells.
    """
    gaps = tree.rows.groupby("region_code")["gap_share_pct"].sum().sort_values(ascending=False)
    none, gaps = gaps.index[gaps == 0], gaps[gaps > 0]
    if len(gaps) < LEAST_FOR_CURVE or not tree.half_of_gap:
        return None
    cumulated = [0.0, *gaps.cumsum()]
    half = tree.half_of_gap
    drawing, axes = charts.canvas(1.7, left=0.55, right=0.35, bottom=0.42, top=0.06)
    label = view.text("half_label", count=half, share=cumulated[half])
    charts.shares(
        [{"x": range(len(cumulated)), "y": cumulated, "color": charts.GAP, "label": label, "at": (half, cumulated[half]),
          "side": "right"}],
        axes, language=view.language, counts=True, x_label=view.text("half_x"), y_label=view.text("half_y"),
    )  # fmt: skip
    return blocks.figure(
        drawing, id="half", title=view.text("half_title", count=half, known=len(gaps), share=cumulated[half]),
        subtitle=view.text("half_subtitle", denominator=view.denominator_label(short=True), period=view.period,
                           left=left_out(view, none)),
        alt=label + ".", source=view.line(*figure_keys(view)),
    )  # fmt: skip


@also_narrow
def heat_figure(view: AreaScope, totals: pd.DataFrame, grades: pd.DataFrame) -> list[blocks.Block]:
    """Coverage by region and segment as colour with the class of each ratio; a sentence where no segments are known.

    Args:
        totals: `measures.totals` of the regions' cells. grades: `measures.grades`; grade D gets no colour.
    """
    cells = view.cells[view.cells["segment"].isin(["formal", "informal"])]
    if not len(cells):
        return [blocks.text(view.say("heat_missing"), style="note")]
    low = set(grades.loc[(grades["period"] == view.period) & (grades["denominator"] == view.denominator)
                         & (grades["grade"] == "D"), "region_code"])  # fmt: skip
    names = view.tables.regions.set_index("region_code")["short_name"]
    order = totals.sort_values("coverage_pct", ascending=False)["region_code"].tolist()
    shown = pd.concat([cells, totals.assign(segment="total")])
    shown = shown[shown["region_code"].isin(order) & shown["coverage_pct"].notna()]
    worst = shown["worst_class"].where(shown["worst_class"].notna(), shown["ratio_class"])
    beyond = worst.isin(["C", "D"])
    most = shown.loc[~beyond, "coverage_pct"].max()
    rows = pd.DataFrame(
        {
            "label": shown["region_code"].map(names), "column": shown["segment"],
            "shade": (shown["coverage_pct"] / most).where(~beyond & ~shown["region_code"].isin(low)),
            "hatched": shown["ratio_pct"] > 100, "place": shown["region_code"].map(order.index),
            "words": [
                f"{formats.percent(ratio, view.language)}  {ratio_class}"
                for ratio, ratio_class in zip(shown["ratio_pct"], shown["ratio_class"])
            ],
        }
    ).sort_values(["place", "column"])  # fmt: skip
    width = charts.label_width(rows["label"])
    more = 0.15 if charts.is_narrow() else 0.0  # inches for a second line of heads
    drawing, axes = charts.canvas(
        0.195 * len(order) + 0.3 + more, left=width, right=0.1, top=0.26 + more, bottom=0.02
    )
    columns = [(key, formats.sentence_case(view.words.word("segment", key))) for key in ("formal", "informal", "total")]
    charts.heat(rows, axes, columns=columns)
    parts = rows[rows["column"] != "total"]
    return [
        blocks.figure(
            drawing, id="heat",
            title=view.text("heat_title", above=int(parts["hatched"].sum()), cells=len(parts)),
            subtitle=view.text("heat_subtitle", denominator=view.denominator_label(short=True), period=view.period),
            alt=" ".join(
                f"{row.label}, {view.words.word('short_segment', row.column)}: {row.words}."
                for row in rows.itertuples(index=False)
            ),
            source=view.line(*figure_keys(view)),
        )
    ]  # fmt: skip


def lorenz_figure(view: AreaScope, curve: pd.DataFrame, *, regions: int) -> blocks.Block | None:
    """How the covered are shared out over the workforce, regions of the lowest coverage first.

    Args:
        curve: `measures.concentration_curve` in order of coverage. regions: how many it was made of.
    """
    if len(curve) < LEAST_FOR_CURVE:
        return None
    share = float(np.interp(50.0, curve["workforce_pct"], curve["covered_pct"]))
    drawing, axes = charts.canvas(2.3, width=4.4, left=0.6, right=0.9, bottom=0.42, top=0.06)
    label = view.text("lorenz_label", share=share)
    charts.shares(
        [{"x": curve["workforce_pct"], "y": curve["covered_pct"], "color": charts.ACCENT, "label": label,
          "at": (50.0, share), "side": "right"}],
        axes, language=view.language, x_label=view.text("lorenz_x"), y_label=view.text("lorenz_y"),
        diagonal=view.text("lorenz_equal"),
    )  # fmt: skip
    return blocks.figure(
        drawing, id="lorenz", width_pct=66, title=view.text("lorenz_title", share=share),
        subtitle=view.text("lorenz_subtitle", denominator=view.denominator_label(short=True), period=view.period,
                           regions=regions),
        alt=label + ".", source=view.line(*figure_keys(view)),
    )  # fmt: skip


def theil(view: AreaScope, split, *, districts: int) -> list[blocks.Block]:
    """Whether districts differ between provinces or within them; a sentence where too few districts are known.

    Args:
        split: `measures.theil_split` of districts by province. districts: how many were known for it.
    """
    if not view.is_nation:
        return []
    if districts < LEAST_FOR_CURVE or len(split.groups) < 2 or not split.theil > 0:
        missing = view.say("theil_missing", districts=districts, behind=_district_keys(view)) if districts \
            else view.say("theil_missing_none")  # fmt: skip
        return [blocks.text(missing, style="note")]
    inside = split.groups.sort_values("within", ascending=False).iloc[0]
    name = view.tables.regions.set_index("region_code")["short_name"][inside["group"]]
    return [
        blocks.text(
            view.say(
                "theil_text", districts=districts, provinces=len(split.groups), theil=1000 * split.theil,
                between=100 * split.between / split.theil, within=100 * split.within / split.theil, name=name,
                share=100 * inside["within"] / split.theil, behind=_district_keys(view),
            )
        )
    ]  # fmt: skip


def _district_keys(view: AreaScope) -> list[measures.CellKey]:
    """The totals of all districts in the month."""
    totals = view.evidence.finest
    month = totals[(totals["period"] == view.period) & (totals["denominator"] == view.denominator)]
    return measures.total_keys(month[month["region_code"].str.len() == 5])


def kitagawa_table(view: AreaScope, parted: dict) -> list[blocks.Block]:
    """Why each region's coverage differs from the area's: better covered segments, or another mix of them.

    Args:
        parted: region_code -> `measures.kitagawa` of the region against all regions together; empty without segments.
    """
    if not parted:
        return [blocks.text(view.say("kitagawa_missing"), style="note")]
    names = view.tables.regions.set_index("region_code")["name"]
    ordered = sorted(parted.items(), key=lambda item: -abs(item[1].difference_pp))[:MOST_LISTED]
    rows = [[names[code], part.difference_pp, part.rate_pp, part.composition_pp] for code, part in ordered]
    rates = sum(abs(part.rate_pp) > abs(part.composition_pp) for part in parted.values())
    text = view.text
    return [
        blocks.text(view.say("kitagawa_text", rates=rates, regions=len(parted))),
        table(
            view.words, text("kitagawa_title", shown=len(rows)),
            [(text("col_region"), "text", 2.4), (text("col_difference"), "pp", 1.2), (text("col_rate"), "pp", 1.5),
             (text("col_mix"), "pp", 1.5)],
            rows, id="kitagawa", notes=[text("kitagawa_note")],
            source=view.line(*figure_keys(view)),
        ),
    ]  # fmt: skip


def inequality_table(view: AreaScope, panel: pd.DataFrame) -> list[blocks.Block]:
    """The inequality measures on bounded coverage, raw, and without implausible regions, side by side.

    Args:
        panel: `measures.inequality_panel` of the totals with uncertainty.
    """
    wide = panel.pivot(index="measure", columns="basis", values="value").reindex(INDICATORS_SHOWN)
    bounded = panel[panel["basis"] == "bounded"].set_index("measure")
    units = bounded["unit"]
    rows = []
    for name in INDICATORS_SHOWN:
        low, high = bounded.loc[name, "low"], bounded.loc[name, "high"]
        interval = None if pd.isna(low) else "–".join(formats.number(end, view.language, decimals=2) for end in (low, high))
        rows.append([f"{view.text('ineq_' + name)} ({name})", view.text(f"unit_{units[name]}"), wide.loc[name, "bounded"],
                     interval, wide.loc[name, "raw"], wide.loc[name, "plausible_only"]])  # fmt: skip
    text = view.text
    drawn = table(
        view.words, text("ineq_title"),
        [(text("ineq_measure"), "text", 3.4), (text("ineq_unit"), "text", 0.7), (text("ineq_bounded"), "two", 0.9),
         (text("ineq_interval"), "text", 1.1), (text("ineq_raw"), "two", 0.9), (text("ineq_plausible"), "two", 1.1)],
        rows, id="inequality", notes=[text("ineq_note")],
        source=view.line(*figure_keys(view)),
    )  # fmt: skip
    if pd.isna(wide.loc["TI", "bounded"]):
        return [blocks.text(view.say("ineq_refused"), style="note")]
    raw, fair = wide.loc["TI", "raw"], wide.loc["TI", "bounded"]
    lead = view.say("ineq_lead", raw=raw, bounded=fair, plausible=wide.loc["TI", "plausible_only"])
    return [blocks.text(lead), drawn]


def segments_known(view: AreaScope):
    """Region by region the rows of formal and informal, where both may be judged."""
    cells = view.cells[view.cells["segment"].isin(["formal", "informal"]) & view.cells["ratio_class"].isin(["A", "B"])]
    for code, part in cells.groupby("region_code"):
        if len(part) == 2:
            yield code, part
