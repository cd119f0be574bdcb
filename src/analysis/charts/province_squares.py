"""A chart form: the districts of each province as squares, the provinces where they lie."""

from __future__ import annotations

import math

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from . import style
from .layout import narrow_abbreviations, per_inch
from .scales import text_inches

ACROSS = 6  # squares beside each other
HEAD = 0.26  # of a province's room: for its letters
LETTERS = 9.0  # points: of a province's letters
KEY_WIDTH, BETWEEN = 0.18, 0.3  # inches: a look of the legend; from its words to the next
BESIDE = 0.05  # inches: between the letters of two provinces
GAP = 0.1  # of a province's room: between provinces


def province_squares(rows: pd.DataFrame, ax: Axes, *, looks: dict[str, dict]) -> Axes:
    """One square a district, in order of code, under the letters of its province.

    Args:
        rows: one row per district in drawing order: label (of its province), tile_row, tile_col (of its
            province), look (a key of `looks`).
        looks: facecolor, edgecolor and hatch by key.
    """
    down = math.ceil(rows.groupby("label").size().max() / ACROSS)
    side, tall = (1 - GAP) / ACROSS, (1 - GAP - HEAD) / down
    ax.set_xlim(rows["tile_col"].min(), rows["tile_col"].max() + 1)
    ax.set_ylim(rows["tile_row"].max() + 1, rows["tile_row"].min())
    ax.set_axis_off()
    rows = rows.assign(label=narrow_abbreviations(rows["label"]))
    starts = _letter_starts(rows, per_inch(ax)[0])
    for (label, top, left), districts in rows.groupby(["label", "tile_row", "tile_col"], sort=False):
        ax.text(
            starts[label], top + HEAD * 0.8, label, size=LETTERS, color=style.COLORS["grey"], va="baseline"
        )
        for place, look in enumerate(districts["look"]):
            across, below = place % ACROSS, place // ACROSS
            corner = left + across * side, top + HEAD + below * tall
            ax.add_artist(Rectangle(corner, side * 0.86, tall * 0.86, lw=0.5, **looks[look]))
    return ax


def _letter_starts(rows: pd.DataFrame, inches: float) -> dict[str, float]:
    """Where the letters of each province begin: above its squares, or left of them where they would touch the
    next ones.

    Args:
        inches: the width of a province's room.
    """
    starts = {}
    labels = rows.drop_duplicates("label").sort_values("tile_col", ascending=False)
    for _, line in labels.groupby("tile_row"):
        following = math.inf
        for label, left in zip(line["label"], line["tile_col"]):
            starts[label] = min(left, following - (text_inches(label, LETTERS) + BESIDE) / inches)
            following = starts[label]
    return starts


def squares_legend(
    looks: list[tuple[dict, str]], ax: Axes, *, width: float = style.FULL_WIDTH, columns: int = 0
) -> Axes:
    """Looks with their words, from left to right; in so many equal columns, line below line, if `columns`
    says so.

    Args:
        looks: (facecolor, edgecolor and hatch; words) each.
        width: inches of the axes.
    """
    lines = -(-len(looks) // columns) if columns else 1
    ax.set_xlim(0, width)
    ax.set_ylim(lines, 0)
    ax.set_axis_off()
    left, size = 0.0, style.SIZES["label"]
    for place, (look, words) in enumerate(looks):
        line = place // columns if columns else 0
        left = (place % columns) * width / columns if columns else left
        ax.add_artist(Rectangle((left, line + 0.25), KEY_WIDTH, 0.5, lw=0.5, **look))
        ax.text(
            left + KEY_WIDTH + 0.06,
            line + 0.5,
            words,
            size=size,
            color=style.COLORS["ink"],
            va="center_baseline",
        )
        left += KEY_WIDTH + 0.06 + text_inches(words, size) + BETWEEN
    return ax
