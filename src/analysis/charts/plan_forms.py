"""Chart forms of what lies ahead and what it costs: rank strip, path with fan, paid bar, scores.

As in `charts`: finished words in the rows, axes in and out, nothing computed but positions.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from ..words.formats import is_missing
from . import style
from .layout import LABEL_PITCH, bare, canvas, is_narrow, labels_apart, mark_break, per_inch, room, words_at
from .scales import bottom_scale, left_scale, percents, shown_ticks, text_inches, wrapped
from .style import ACCENT, GAP, GAP_TEXT, GREY, GROUND, INK, LABEL, LINE, SMALL

LIGHT = style.COLORS["accent_light"]
DOTS = {"marker": "o", "ms": 4.5, "mec": "white", "mew": 0.6, "clip_on": False}  # along a line
NEAR_FULL_PCT = 95  # a scale that comes so near to 100 % shows it


def rank_strip(rows: pd.DataFrame, ax: Axes, *, best: str, worst: str) -> Axes:
    """The ranks that a region may hold: one axis from best to worst, a tick for every region, a bar for this
    one.

    Args:
        rows: rank, rank_low, rank_high (1 = best; those of the region), highlight (bool: the region), label
            (its words).
        best, worst: words at the ends.
    """
    count = len(rows)
    ax.set_xlim(0.3, count + 0.7)
    ax.set_ylim(-1, 1)
    bare(ax)
    ax.add_artist(Rectangle((0.5, -0.16), count, 0.32, facecolor=GROUND))
    ticks = np.repeat(rows["rank"].to_numpy("float64"), 3)
    ax.plot(ticks, np.tile([-0.16, 0.16, np.nan], count), color=LINE, lw=1.2)
    own = next(row for row in rows.itertuples(index=False) if row.highlight)
    ax.add_artist(
        Rectangle((own.rank_low - 0.45, -0.16), own.rank_high - own.rank_low + 0.9, 0.32, facecolor=LIGHT)
    )
    ax.plot(own.rank, 0, "o", ms=8, color=ACCENT, mec="white", mew=1, zorder=4)
    side = "left" if own.rank < count * 0.2 else ("right" if own.rank > count * 0.8 else "center")
    ax.text(own.rank, 0.42, own.label, size=LABEL, weight="semibold", color=ACCENT, ha=side, va="bottom")
    ax.text(0.5, -0.34, best, size=SMALL, color=GREY, ha="left", va="top")
    ax.text(count + 0.5, -0.34, worst, size=SMALL, color=GREY, ha="right", va="top")
    return ax


def path(
    rows: pd.DataFrame,
    ax: Axes,
    *,
    ahead: pd.DataFrame,
    language: str,
    required: pd.DataFrame,
    words: dict[str, str],
    breaks: Sequence[int] = (),
) -> Axes:
    """Observed coverage by year, where the line of the last five leads with its fan, and the way to a target.

    A ratio above 100 % is a hollow mark on the line of 100 %, joined to nothing, its ratio above it.

    Args:
        rows: at (year with its fraction), value, low, high (percent; low and high may be missing), ratio and
            ratio_short (words of a ratio above 100 %, short where there is less room; else empty).
        ahead: at, central, low_80, high_80, low_95, high_95 (percent); may be empty.
        required: at, value: the straight way from the last point to the target; may be empty.
        words: central, required: labels at the ends of the lines; break: on the mark of a break.
        breaks: first years of a new series; the line of the observed stops there.
    """
    observed, fan, way = ({name: part[name].to_numpy() for name in part} for part in (rows, ahead, required))
    at, above = observed["at"], observed["ratio"] != ""
    last = float(max(max(part["at"]) for part in (observed, fan, way) if len(part["at"])))
    most = max([*observed["value"], *rows["high"].dropna(), *fan["high_95"], *way["value"]])
    ax.set_xlim(float(min(at)) - 0.2, last + 0.1)
    full = above.any() or most * 1.12 > NEAR_FULL_PCT
    ax.set_ylim(0, (122 if above.any() else 108) if full else max(most * 1.12, 5))
    _ways_ahead(ax, fan, way)
    for row in rows.itertuples(index=False):
        if not (row.ratio or is_missing(row.low)):
            ax.plot([row.at, row.at], [row.low, row.high], color=LIGHT, lw=3, solid_capstyle="butt")
    shown = np.where(above, np.nan, observed["value"])  # a line is broken where a date has no value
    for first, until in pairwise([min(at), *breaks, np.inf]):
        piece = (at >= first) & (at < until)
        ax.plot(at[piece], shown[piece], color=INK, lw=1.6, **DOTS)
    _ratios_above(ax, rows[above])
    for year in breaks:
        if min(at) < year <= max(at):
            mark_break(ax, year, words["break"], rise=2)
    _name_ways(ax, fan, way, words, last)
    start = ax.get_xlim()[0]
    years = np.arange(np.ceil(start), np.floor(last) + 1, 1 if last - start < 12 else 2)
    bottom_scale(ax, [(year, str(int(year))) for year in years])
    ticks = [0, 25, 50, 75, 100] if full else shown_ticks(ax.yaxis)
    if full:
        ax.axhline(100, color=INK, lw=0.9, zorder=1)
    left_scale(ax, list(zip(ticks, percents(ticks, language))))
    return ax


def _ways_ahead(ax: Axes, fan: dict, way: dict) -> None:
    """The fan of what happens if nothing changes, and the straight way to the target."""
    if len(fan["at"]):
        ax.fill_between(fan["at"], fan["low_95"], fan["high_95"], color=GROUND, lw=0)
        ax.fill_between(fan["at"], fan["low_80"], fan["high_80"], color=LIGHT, lw=0, alpha=0.7)
        ax.plot(fan["at"], fan["central"], color=ACCENT, lw=1.4, ls=(0, (4, 2)))
    if len(way["at"]):
        ax.plot(way["at"], way["value"], color=GAP, lw=1.6)
        ax.plot(way["at"][-1], way["value"][-1], "D", ms=6, color=GAP, mec="white", clip_on=False)


def _name_ways(ax: Axes, fan: dict, way: dict, words: dict[str, str], last: float) -> None:
    """The names of both at their ends, apart from each other."""
    labels = []
    if len(fan["at"]):
        labels.append([float(fan["central"][-1]), words["central"], ACCENT])
    if len(way["at"]):
        labels.append([float(way["value"][-1]), words["required"], GAP_TEXT])
    look = {"size": LABEL, "weight": "semibold", "va": "center"}
    _, y_inch = per_inch(ax)
    for value, text, color in labels_apart(labels, LABEL_PITCH / y_inch):
        words_at(ax, text, (last + 0.1, value), (6, 0), color=color, **look)


def _ratios_above(ax: Axes, rows: pd.DataFrame) -> None:
    """Hollow marks on the line of 100 %, each with its ratio above it; the short words where the long ones
    would meet.
    """
    if not len(rows):
        return
    ax.plot(rows["at"], [100] * len(rows), "o", ms=5.5, mfc="white", mec=INK, mew=1, zorder=4, clip_on=False)
    room = min((later - at for at, later in pairwise(rows["at"])), default=np.inf) * per_inch(ax)[0]
    words = (
        rows["ratio"]
        if max(text_inches(text, LABEL) for text in rows["ratio"]) < room
        else rows["ratio_short"]
    )
    for at, text in zip(rows["at"], words, strict=True):
        words_at(ax, text, (at, 100), (0, 4), size=LABEL, color=INK, ha="center", va="bottom")


def paid_bar_canvas() -> tuple:
    """The canvas of `paid_bar`: on a telephone with room for a second line of words."""
    more = 0.15 if is_narrow() else 0.0
    return canvas(0.8 + 2 * more, left=0.02, right=0.02, top=0.26 + more, bottom=0.24 + more)


def paid_bar(ax: Axes, *, need: float, paid: float, words: dict[str, str]) -> Axes:
    """What is needed as one bar: the part that the money at hand pays for filled, money beyond the need
    hatched.

    Args:
        need, paid: rupiah; the axes are the bar, its words stand above and below them.
        words: need (below the bar, at the mark of 100 %), paid (above it).
    """
    reach = max(need, paid)
    ax.set_xlim(0, reach)
    ax.set_ylim(1, 0)
    bare(ax)
    filled = min(need, paid)
    ax.add_artist(
        Rectangle((0, 0), need, 1, facecolor=style.COLORS["gap_light"], edgecolor=GAP, lw=0.7, clip_on=False)
    )
    if filled > 0:
        ax.add_artist(Rectangle((0, 0), filled, 1, facecolor=ACCENT, edgecolor=ACCENT, lw=0.7, clip_on=False))
    if paid > need:
        ax.add_artist(
            Rectangle(
                (need, 0),
                paid - need,
                1,
                facecolor="white",
                edgecolor=style.COLORS["surplus"],
                lw=0.7,
                hatch=style.HATCH,
                clip_on=False,
            )
        )
    ax.plot([need, need], [-0.15, 1.2], color=INK, lw=1.2, clip_on=False)
    x_inch, _ = per_inch(ax)
    words = {name: wrapped(text, room(), LABEL) for name, text in words.items()}
    width = max(text_inches(line, LABEL) for line in words["need"]) / x_inch
    words = {name: "\n".join(lines) for name, lines in words.items()}
    place = {"textcoords": "offset points", "size": LABEL, "weight": "semibold", "annotation_clip": False}
    start, side = (need, "right") if need >= width else (max(min(need, reach - width), 0), "left")
    ax.annotate(words["need"], (start, 1), xytext=(0, -5), color=GAP_TEXT, ha=side, va="top", **place)
    ax.annotate(words["paid"], (0, 0), xytext=(0, 4), color=ACCENT, ha="left", va="bottom", **place)
    return ax


def score_intervals(
    rows: pd.DataFrame, ax: Axes, *, language: str, heads: dict[str, tuple[str, float]]
) -> Axes:
    """Scores from 0 to 100, or the range left open where evidence is missing.

    Args:
        rows: in drawing order: label, low, high, score (missing where open), and a column of words for each
            head.
        heads: column of words -> its head and its right end in inches from the axes' right end.
    """
    ax.set_xlim(0, 100)
    ax.set_ylim(len(rows) - 0.4, -0.6)
    for y, row in enumerate(rows.itertuples(index=False)):
        ax.plot([0, 100], [y, y], color=GROUND, lw=1, zorder=1)
        if is_missing(row.score):
            ax.add_artist(
                Rectangle(
                    (row.low, y - 0.2),
                    row.high - row.low,
                    0.4,
                    facecolor="white",
                    edgecolor=LINE,
                    hatch=style.HATCH,
                    lw=0.6,
                    zorder=2,
                )
            )
        else:
            ax.plot(row.score, y, "o", ms=6, color=ACCENT, mec="white", mew=0.8, zorder=4)
    ax.set_yticks(range(len(rows)), rows["label"], size=LABEL, color=INK)
    ax.set_xticks([0, 25, 50, 75, 100], ["0", "25", "50", "75", "100"], size=SMALL)
    for column, (head, inches) in heads.items():
        place = {"textcoords": "offset points", "ha": "right", "annotation_clip": False}
        ax.annotate(head, (1, 1), xycoords="axes fraction", xytext=(72 * inches, 3), size=SMALL, color=GREY,
                    va="bottom", **place)  # fmt: skip
        for y, words in enumerate(rows[column]):
            ax.annotate(
                words,
                (1, y),
                xycoords=("axes fraction", "data"),
                xytext=(72 * inches, 0),
                size=LABEL,
                va="center",
                **place,
            )
    for side in ("left", "bottom"):
        ax.spines[side].set_visible(False)
    return ax


def shared_bars(rows: pd.DataFrame, ax: Axes, *, columns: list[tuple[str, str]]) -> Axes:
    """The same regions under several ways of sharing money: a column of bars for each way, one scale for all.

    Args:
        rows: in drawing order: label, and for each way a column of persons and one of words.
        columns: (column of persons, column of words) from left to right; headings are the caller's.
    """
    most = max(float(rows[column].max()) for column, _ in columns)
    width = 1.0 / len(columns)
    scale = width * 0.52 / most if most > 0 else 0.0
    ax.set_xlim(0, 1)
    ax.set_ylim(len(rows) - 0.4, -0.6)
    bare(ax)
    for place, (column, words) in enumerate(columns):
        start = place * width
        ax.plot([start, start], [-0.5, len(rows) - 0.5], color=LINE, lw=0.6)
        for y, (persons, text) in enumerate(zip(rows[column], rows[words], strict=True)):
            if persons > 0:
                ax.add_artist(Rectangle((start, y - 0.3), persons * scale, 0.6, facecolor=ACCENT))
            words_at(
                ax,
                text,
                (start + persons * scale, y),
                (4, 0),
                size=LABEL,
                va="center",
                color=INK if persons > 0 else GREY,
            )
    ax.set_yticks(range(len(rows)), rows["label"], size=LABEL, color=INK)
    return ax
