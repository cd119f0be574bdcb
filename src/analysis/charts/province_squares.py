"""A chart form: the districts of each province as squares, the provinces where they lie."""

from __future__ import annotations

import math

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from . import style
from .layout import narrow_abbreviations
from .scales import text_inches

ACROSS = 6  # squares beside each other
HEAD = 0.24  # of a province's room: for its letters
KEY_WIDTH, BETWEEN = 0.18, 0.3  # inches: a look of the legend; from its words to the next
GAP = 0.1  # of a province's room: between provinces


def province_squares(rows: pd.DataFrame, ax: Axes, *, looks: dict[str, dict]) -> Axes:
    """One square a district, in order of code, under the letters of its province.

    Args:
        rows: one row per district in drawing order: label (of its province), tile_row, tile_col (of its province), look
            (a key of `looks`).
        looks: facecolor, edgecolor and hatch by key.
    """
    down = math.ceil(rows.groupby("label").size().max() / ACROSS)
    side, tall = (1 - GAP) / ACROSS, (1 - GAP - HEAD) / down
    ax.set_xlim(rows["tile_col"].min(), rows["tile_col"].max() + 1)
    ax.set_ylim(rows["tile_row"].max() + 1, rows["tile_row"].min())
    ax.set_axis_off()
    rows = rows.assign(label=narrow_abbreviations(rows["label"]))
    for (label, top, left), districts in rows.groupby(["label", "tile_row", "tile_col"], sort=False):
        ax.text(left, top + HEAD * 0.8, label, size=style.SIZES["small"], color=style.COLORS["grey"], va="baseline")
        for place, look in enumerate(districts["look"]):
            across, below = place % ACROSS, place // ACROSS
            corner = left + across * side, top + HEAD + below * tall
            ax.add_artist(Rectangle(corner, side * 0.86, tall * 0.86, lw=0.5, **looks[look]))
    return ax


def squares_legend(looks: list[tuple[dict, str]], ax: Axes) -> Axes:
    """A row of looks with their words, from left to right.

    Args:
        looks: (facecolor, edgecolor and hatch; words) each.
        ax: as wide as the printed page.
    """
    ax.set_xlim(0, style.FULL_WIDTH)
    ax.set_ylim(0, 1)
    ax.set_axis_off()
    left, size = 0.0, style.SIZES["label"]
    for look, words in looks:
        ax.add_artist(Rectangle((left, 0.25), KEY_WIDTH, 0.5, lw=0.5, **look))
        ax.text(left + KEY_WIDTH + 0.06, 0.5, words, size=size, color=style.COLORS["ink"], va="center_baseline")
        left += KEY_WIDTH + 0.06 + text_inches(words, size) + BETWEEN
    return ax
