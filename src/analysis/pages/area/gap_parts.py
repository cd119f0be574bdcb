"""Where the gap of an area lies: by region and segment.

Comes in: the `AreaScope` and measures. Goes out: blocks.
"""

from __future__ import annotations

import pandas as pd

from ... import charts, measures
from ...words import formats
from .. import blocks, estimates
from ..area_scope import AreaScope, figure_keys, left_out

LEAST_FOR_CURVE = 5  # regions below which a cumulated curve is no picture
NARROW_TREE = (0.76, 0.94)  # inches on a telephone: the whole gap, and its first parts
TREE_ROOT = 1.2  # inches: width of the whole gap, left in the tree
MOST_NAMED = 4  # of the parts taken together, named one by one where there is room
TREE_LINE = 0.165  # inches: height that a part needs for its words; smaller parts are taken together
LEAST_TREE, MOST_TREE = 1.3, 4.0  # inches: height of the tree


def tree_levels(view: AreaScope, tree) -> list[str]:
    """How the gap is split: a province's by segment first, then district; the nation's by half, province and
    segment.

    Without segments, and with regions enough, the largest that hold half stand before the rest.
    """
    segments = tree.rows["segment"].nunique() > 1
    regions = tree.rows["region_code"].nunique()
    if segments and not view.is_nation:
        return ["segment", "region_code"]
    halves = ["half"] if regions >= LEAST_FOR_CURVE and tree.half_of_gap < regions else []
    return [*halves, "region_code", *(["segment"] if segments else [])]


def gap_figure(view: AreaScope, tree, branches: pd.DataFrame) -> blocks.Block | None:
    """Where the people are who are not covered: the gap as a tree, small parts taken together; nothing
    without a gap.

    Args:
        tree: `measures.gap_tree` of the regions' cells. branches: `measures.gap_branches` of it by
            `tree_levels`.
    """
    if not tree.gap > 0:
        return None
    levels = tree_levels(view, tree)
    gaps = tree.rows.groupby("region_code")["gap"].sum()
    regions = int((gaps > 0).sum())
    height = min(max(TREE_LINE * regions * (2 if "segment" in levels else 1), LEAST_TREE), MOST_TREE)
    rows = _tree_marks(view, tree, branches, levels, least=TREE_LINE / height)
    heads = [view.text(f"tree_head_{name}") for name in ("whole", *levels)]
    return blocks.figure(
        lambda: _tree_drawing(rows, heads, height),
        id="gaps",
        title=_gap_title(view, tree),
        subtitle=view.text(
            "gap_subtitle",
            denominator=view.denominator_label(short=True),
            period=view.period,
            known=regions,
            left=left_out(view, gaps.index[gaps == 0]),
        ),
        alt=" ".join(". ".join(rows["said"]).split("\n")) + ".",
        source=view.line(*figure_keys(view)),
    )


def _gap_title(view: AreaScope, tree) -> str:
    """Which regions hold half of the gap, and the segment that most of it lies in where it is known."""
    names = view.tables.regions.set_index("region_code")["short_name"]
    biggest = tree.rows.groupby("region_code")["gap"].sum().rename("gap").reset_index()
    biggest = biggest.sort_values(["gap", "region_code"], ascending=[False, True])["region_code"].head(
        tree.half_of_gap
    )
    by_segment = tree.rows.groupby("segment")["gap"].sum().sort_values(ascending=False)
    holding = 100 * tree.rows.loc[tree.rows["region_code"].isin(biggest), "gap"].sum() / tree.gap
    half = view.text("gap_half") if round(holding, 1) == 50 else view.text("gap_half_more", share=holding)
    many = view.text("gap_units", count=tree.half_of_gap)
    listed = formats.listing(list(biggest.map(names)), view.language)
    if len(by_segment) > 1:
        return view.text(
            "gap_title_segment",
            half=half,
            names=listed if tree.half_of_gap <= 3 else many,
            segment=view.words.word("short_segment", by_segment.index[0]),
            share=100 * by_segment.iloc[0] / tree.gap,
        )
    is_bound = not estimates.is_survey(view.denominator)
    least = {"gap": tree.gap} if is_bound and "total" in by_segment.index else {}
    return view.text(
        "gap_title_least" if least else "gap_title",
        half=formats.sentence_case(half),
        names=listed if tree.half_of_gap <= 4 else many,
        **least,
    )


def sums_explained(view: AreaScope, tree, opening: measures.AreaOpening | None) -> blocks.Block | None:
    """Why the gaps of the regions add up to another number than the area's own on the first page.

    Args:
        tree: `measures.gap_tree` of the regions' cells. opening: `measures.area_opening`.
    """
    if opening is None or not opening.is_own or not tree.gap > 0:
        return None
    code, text = view.region["region_code"], view.text
    absent = len(view.regions) - tree.rows["region_code"].nunique()
    names = view.tables.regions.set_index("region_code")["short_name"]
    above = tree.rows.loc[tree.rows["surplus"] > 0, "region_code"].unique()
    told = (
        text("gap_sums_absent_one", unit=view.unit) if absent == 1 else text("gap_sums_absent", count=absent)
    )
    sides = [told] if absent else []
    if len(above):
        listed = formats.listing([names[each] for each in above], view.language)
        sides.append(text("gap_sums_surplus", names=listed))
    if not sides:
        return None
    survey = opening.total["workforce_period"]
    own = [
        measures.CellKey(code, view.period, view.denominator, measure="members"),
        *(measures.WorkforceKey(each, survey, view.denominator) for each in view.regions["region_code"]),
    ]
    told = view.say(
        "gap_sums",
        known=int((tree.rows.groupby("region_code")["gap"].sum() > 0).sum()),
        sum=tree.gap,
        whole=opening.total["gap"],
        sides="; ".join(sides),
        behind={"sum": figure_keys(view), "whole": own},
    )
    return blocks.text(told, style="note")


def _tree_drawing(rows: pd.DataFrame, heads: list[str], height: float):
    """The tree; on a telephone with two parts of the whole at most, the last as wide as its words."""
    widths, top = [TREE_ROOT, *[(charts.FULL_WIDTH - TREE_ROOT) / (len(heads) - 1)] * (len(heads) - 1)], 0.22
    if charts.is_narrow():
        widths, top = [*NARROW_TREE[: min(len(heads), 3) - 1]], 0.4
        widths.append(charts.room() - sum(widths))
        rows = rows[rows["depth"] < len(widths)]
    drawing, axes = charts.canvas(height + top + 0.02, top=top, bottom=0.02)
    charts.tree(rows, axes, widths=widths, heads=heads[: len(widths)])
    return drawing


def _tree_marks(
    view: AreaScope, tree, branches: pd.DataFrame, levels: list[str], *, least: float
) -> pd.DataFrame:
    """The marks of the tree: start, end, words and what is said of each; parts below `least` of the whole as
    one.
    """
    number = formats.count_rounded(tree.gap, view.language)
    is_least = (tree.rows["segment"] == "total").any() and not estimates.is_survey(view.denominator)
    whole = view.text("tree_whole_least" if is_least else "tree_whole")
    marks = [{"depth": 0, "start": 0.0, "end": 1.0, "rest": False, "words": [number, *whole.split("\n")],
              "short": [number], "said": f"{number} {whole}"}]  # fmt: skip
    grown = {}
    for row in branches.itertuples(index=False):
        grown.setdefault(row.branch[:-1], []).append(row)

    def grow(branch: tuple, start: float) -> None:
        parts = grown.get(branch, [])
        shown = [part for part in parts if part.gap / tree.gap >= least]
        small = parts[len(shown) :]
        while (
            shown
            and small
            and sum(part.gap for part in small) < least * tree.gap
            and shown[-1].gap < 3 * least * tree.gap
        ):
            small.insert(0, shown.pop())  # a sliver without words joins a small neighbour, never a large one
        for part in shown:
            marks.append(
                _mark(
                    view, levels, start, tree.gap, len(branch) + 1, part.gap, _branch_name(view, part, levels)
                )
            )
            grow(part.branch, start)
            start += part.gap / tree.gap
        gap = sum(part.gap for part in small)
        if gap > 0 and (shown or gap / tree.gap >= least) and levels[len(branch)] != "segment":
            name = view.text("tree_others" if shown else "tree_units", count=len(small))
            mark = _mark(view, levels, start, tree.gap, len(branch) + 1, gap, name)
            words = [*mark["words"], *_named_in_rest(view, tree, small, levels, least=least)]
            marks.append(mark | {"rest": True, "words": words if gap / tree.gap >= least else []})

    grow((), 0.0)
    return pd.DataFrame(marks)


def _named_in_rest(view: AreaScope, tree, small: list, levels: list[str], *, least: float) -> list[str]:
    """The largest of the parts taken together, one a line, as many as there is room for."""
    room = max(int(sum(part.gap for part in small) / tree.gap / least) - 2, 0)
    named = [
        view.text("tree_mark_short", name=_branch_name(view, part, levels), share=100 * part.gap / tree.gap)
        for part in small[: min(MOST_NAMED, room)]
    ]
    return [*named, *(["…"] if 0 < len(named) < len(small) else [])]


def _mark(
    view: AreaScope, levels: list[str], start: float, whole: float, depth: int, gap: float, name: str
) -> dict:
    words = view.text("tree_mark", name=formats.sentence_case(name), gap=gap, share=100 * gap / whole)
    short = [view.text("tree_mark_short", name=formats.sentence_case(name), share=100 * gap / whole)]
    is_long = charts.text_inches(words, charts.LABEL) > (charts.FULL_WIDTH - TREE_ROOT) / len(levels) - 0.1
    return {
        "depth": depth,
        "start": start,
        "end": start + gap / whole,
        "rest": False,
        "words": short if is_long else [words],
        "short": short,
        "said": words,
    }


def _branch_name(view: AreaScope, part, levels: list[str]) -> str:
    code, level = part.branch[-1], levels[len(part.branch) - 1]
    if level == "segment":
        return view.words.word("short_segment", code)
    if level == "half":
        return view.text(f"tree_{code}", count=part.regions)
    return view.tables.regions.set_index("region_code").at[code, "short_name"]


def heat_figure(view: AreaScope, totals: pd.DataFrame, grades: pd.DataFrame) -> list[blocks.Block]:
    """Coverage by region and segment as colour with the class of each ratio; a sentence where no segments are
    known.

    Args:
        totals: `measures.totals` of the regions' cells. grades: `measures.grades`; grade D gets no colour.
    """
    cells = view.cells[view.cells["segment"].isin(["formal", "informal"])]
    if not len(cells):
        return [blocks.text(view.say("heat_missing"), style="note")]
    low = set(grades.loc[(grades["period"] == view.period) & (grades["denominator"] == view.denominator)
                         & (grades["grade"] == "D"), "region_code"])  # fmt: skip
    order = totals.sort_values("coverage_pct", ascending=False)["region_code"].tolist()
    shown = pd.concat([cells, totals.assign(segment="total")])
    shown = shown[shown["region_code"].isin(order) & shown["coverage_pct"].notna()]
    rows = _heat_rows(view, shown, order, low)
    width = charts.label_width(rows["label"])

    def draw():
        more = 0.15 if charts.is_narrow() else 0.0  # inches for a second line of heads
        drawing, axes = charts.canvas(
            0.195 * len(order) + 0.3 + more, left=width, right=0.1, top=0.26 + more, bottom=0.02
        )
        columns = [
            (key, formats.sentence_case(view.words.word("segment", key)))
            for key in ("formal", "informal", "total")
        ]
        charts.heat(rows, axes, columns=columns)
        return drawing

    parts = rows[rows["column"] != "total"]
    return [
        blocks.figure(
            draw,
            id="heat",
            title=view.text("heat_title", above=int(parts["hatched"].sum()), cells=len(parts)),
            subtitle=view.text(
                "heat_subtitle", denominator=view.denominator_label(short=True), period=view.period
            ),
            alt=" ".join(
                f"{row.label}, {view.words.word('short_segment', row.column)}: {row.words}."
                for row in rows.itertuples(index=False)
            ),
            source=view.line(*figure_keys(view)),
        )
    ]


def _heat_rows(view: AreaScope, shown: pd.DataFrame, order: list[str], low: set[str]) -> pd.DataFrame:
    """The cells of the heat table, best covered regions first; classes C and D and grade D have no colour."""
    names = view.tables.regions.set_index("region_code")["short_name"]
    worst = shown["worst_class"].where(shown["worst_class"].notna(), shown["ratio_class"])
    beyond = worst.isin(["C", "D"])
    most = shown.loc[~beyond, "coverage_pct"].max()
    rows = pd.DataFrame(
        {
            "label": shown["region_code"].map(names),
            "column": shown["segment"],
            "shade": (shown["coverage_pct"] / most).where(~beyond & ~shown["region_code"].isin(low)),
            "hatched": shown["ratio_pct"] > 100,
            "place": shown["region_code"].map(order.index),
            "words": [
                f"{formats.percent(ratio, view.language)}  {ratio_class}"
                for ratio, ratio_class in zip(shown["ratio_pct"], shown["ratio_class"])
            ],
        }
    )
    return rows.sort_values(["place", "column"])


def segments_known(view: AreaScope):
    """Region by region the rows of formal and informal, where both may be judged."""
    cells = view.cells[
        view.cells["segment"].isin(["formal", "informal"]) & view.cells["ratio_class"].isin(["A", "B"])
    ]
    for code, part in cells.groupby("region_code"):
        if len(part) == 2:
            yield code, part
