"""A chart form: how many people each supposition would be. As in `forms`: finished words, no arithmetic."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from . import style
from .layout import bare, is_narrow, label_width
from .style import ACCENT, GREY, INK, LABEL

LABEL_ROOM = 2.35  # inches left of the bars, for their words
# inches of a bar and the room around it; on a telephone its words stand above it
LINE, NARROW_LINE = (0.25, 0.4)


def label_room(rows: pd.DataFrame) -> float:
    """Inches left of the bars: what the longest label needs, and the usual room at least."""
    return max(LABEL_ROOM, label_width(rows["label"]))


def benchmark_bars(rows: pd.DataFrame, ax: Axes, *, whole: float, words: str) -> Axes:
    """A bar for each supposition, their words left (on a telephone above) and their number right of it; an
    upright line where all stand.

    Args:
        rows: in drawing order: label, value (persons), value_text, look ("own" dark, "aim" an outline, else
            pale).
        whole: persons at the upright line; words: below it.
    """
    looks = {
        "own": {"color": ACCENT},
        "aim": {"facecolor": "white", "edgecolor": style.COLORS["gap_text"], "lw": 1.4},
    }
    beside = {"textcoords": "offset points", "va": "center", "size": LABEL, "annotation_clip": False}
    left, up, height = (0, 12, 0.4) if is_narrow() else (-72 * label_room(rows), 0, 0.62)
    for place, row in enumerate(rows.itertuples(index=False)):
        ax.barh(
            place, row.value, height=height, **looks.get(row.look, {"color": style.COLORS["accent_light"]})
        )
        weight = "semibold" if row.look == "own" else "normal"
        ax.annotate(row.label, (0, place), xytext=(left, up), weight=weight, color=INK, **beside)
        ax.annotate(row.value_text, (row.value, place), xytext=(5, 0), weight="semibold", color=INK, **beside)
    ax.set_xlim(0, whole)
    ax.set_ylim(len(rows) - 0.5, -0.5)
    bare(ax)
    ax.axvline(whole, color=INK, lw=1.2, clip_on=False)
    below = beside | {"va": "top", "ha": "right"}
    ax.annotate(words, (whole, len(rows) - 0.5), xytext=(0, -4), color=GREY, **below)
    return ax
