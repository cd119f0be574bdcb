"""Chart forms over years and of changes: lines that stop at a break, a change split into parts.

As in `forms`: finished words in the rows, axes in and out, nothing computed but positions.
"""

from __future__ import annotations

from itertools import pairwise

import pandas as pd
from matplotlib.axes import Axes

from ..words.formats import signed
from .layout import EDGE_YEARS, bare, count_axis, is_narrow, labels_at_right, mark_break, words_at
from .scales import bottom_scale
from .style import ACCENT, INK, LABEL

LEAST_REACH_PP = 1.0  # points on both sides of zero that a scale of changes shows at least


def lines(
    rows: pd.DataFrame,
    ax: Axes,
    *,
    language: str,
    breaks: dict[int, str] | None = None,
    points: pd.DataFrame = None,
) -> Axes:
    """Lines over years, labelled in one column right of the axes; a line stops at a break and starts anew.

    Args:
        rows: year, series, value, color, label (words at the line's end), label_color; the last series drawn
            on top.
        breaks: year from which the series is another, and the words for it.
        points: year (may be fractional), value, label (the last one's words): single observations.
    """
    breaks = breaks or {}
    points = (
        points if points is not None and len(points) else pd.DataFrame({"year": [], "value": [], "label": []})
    )
    years = sorted(rows["year"].unique())
    right = max([years[-1], *points["year"]]) + EDGE_YEARS
    ax.set_xlim(min([years[0], *points["year"]]) - EDGE_YEARS, right)
    count_axis(ax, language, most=max([0, *rows["value"].dropna(), *points["value"]]))
    ends = []
    for name in rows["series"].unique():
        series = rows[rows["series"] == name]
        year, value = series["year"].to_numpy(), series["value"].to_numpy()
        last = series[series["value"].notna()].iloc[-1]
        for first, until in pairwise([years[0], *sorted(breaks), years[-1] + 1]):
            piece = (year >= first) & (year < until)
            ax.plot(year[piece], value[piece], color=last["color"], lw=1.8, marker="o", ms=3, clip_on=False)
        ends.append((last["value"], last["year"], last["label"], last["color"], last["label_color"]))
    for year, words in breaks.items():
        mark_break(ax, year, words, rise=5)
    if len(points):
        look = {"color": ACCENT, "mec": "white", "mew": 0.8, "zorder": 5, "clip_on": False}
        ax.plot(points["year"], points["value"], "D", ms=6, **look)
        last = points.iloc[-1]
        ends.append((last["value"], last["year"], last["label"], ACCENT, ACCENT))
    labels_at_right(ax, ends, right)
    each = 2 if is_narrow() else 1  # every second year is written where there is no room for all
    bottom_scale(ax, [(year, str(int(year))) for year in years[::-1][::each]])
    return ax


def change_split(rows: pd.DataFrame, ax: Axes, *, language: str) -> Axes:
    """A change in points split into parts: bars left and right of zero, as long as the numbers beside them
    say.

    Args:
        rows: label, value_pp (as printed), color.
    """
    least, most = float(rows["value_pp"].min()), float(rows["value_pp"].max())
    low, high = min(least, -LEAST_REACH_PP), max(most, LEAST_REACH_PP)
    # inches between the names of the rows and the scale; words left of a bar fit in
    room = 0.45 if least < 0 else 0.12
    width = ax.get_position().width * ax.figure.get_size_inches()[0]
    ax.set_xlim(low - room * (high - low) / (width - room), high)
    ax.set_ylim(len(rows) - 0.4, -0.6)
    bare(ax)
    ax.axvline(0, color=INK, lw=0.8)
    for y, row in enumerate(rows.itertuples(index=False)):
        ax.barh(y, row.value_pp, height=0.55, color=row.color)
        side = 1 if row.value_pp >= 0 else -1
        words_at(
            ax,
            signed(row.value_pp, language),
            (row.value_pp, y),
            (5 * side, 0),
            ha="left" if side > 0 else "right",
            va="center",
            size=LABEL,
            weight="semibold",
        )
    ax.set_yticks(range(len(rows)), rows["label"], size=LABEL, color=INK)
    return ax
