"""Ten squares a group of workers: how many of ten are covered."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from . import style
from .layout import bare, is_narrow, per_inch, room
from .scales import text_inches
from .style import ACCENT, GAP, GREY, LABEL

SIDE, SPACE = 0.42, 0.08  # inches of a square, and between two
NARROW_SIDE = 0.15  # of a square on a telephone
LINE = 0.84  # inches of a group: its words and its squares


def tens(rows: pd.DataFrame, ax: Axes) -> Axes:
    """A line of ten squares for each group, filled from the left as far as its workers are covered.

    Args:
        rows: in drawing order: label, statement (words after the label), covered_pct (0-100), workers (words
            at the end).
    """
    bare(ax)
    ax.set_xlim(0, room())
    side = NARROW_SIDE if is_narrow() else SIDE
    ax.set_ylim(LINE * len(rows), 0)
    x_inch, _ = per_inch(ax)
    for place, row in enumerate(rows.itertuples(index=False)):
        top = LINE * place
        ax.text(0, top + 0.12, row.label, size=LABEL, weight="semibold", va="center")
        ax.text(
            text_inches(row.label + "  ", LABEL) / x_inch,
            top + 0.12,
            row.statement,
            size=LABEL,
            color=GREY,
            va="center",
        )
        for square in range(10):
            left, filled = square * (side + SPACE), min(max(row.covered_pct / 10 - square, 0), 1)
            ax.add_artist(
                Rectangle(
                    (left, top + 0.26), side, side, lw=0.7, facecolor=style.COLORS["gap_light"], edgecolor=GAP
                )
            )
            if filled > 0:
                ax.add_artist(Rectangle((left, top + 0.26), side * filled, side, lw=0, facecolor=ACCENT))
        ax.text(
            10 * (side + SPACE) + 0.05,
            top + 0.26 + side / 2,
            row.workers,
            size=LABEL,
            va="center",
            linespacing=1.35,
        )
    return ax
