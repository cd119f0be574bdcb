"""Scales of a drawing as lines and words.

A tick of matplotlib's is five objects and takes half a millisecond. Here the ticks of a scale are one line of
markers, its grid is one collection, and its words are texts: 0.02 s less for the two drawings over years of a
report.
"""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.collections import LineCollection
from matplotlib.ticker import NullLocator
from matplotlib.transforms import Transform, offset_copy

from ..words.formats import percent
from . import style
from .svg_text import text_width

GREY, LABEL = style.COLORS["grey"], style.SIZES["label"]
TICK, TICK_GAP, LABEL_GAP = 3, 3.5, 4  # points: length of a tick, on to its words, on to the axis label
WIDEST_FACE = str(style.FONT_FOLDER / "SourceSansPro-Semibold.ttf")


def text_inches(text: str, size: float) -> float:
    """The width that a line of text needs, in inches, semibold or narrower."""
    return text_width(text, WIDEST_FACE) * size / 72


def wrapped(text: str, inches: float, size: float) -> list[str]:
    """The text in lines no longer than this; a single word is never cut."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_inches(longer, size) <= inches:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def shown_ticks(axis: Axis) -> list[float]:
    """The ticks of an axis that lie within its scale."""
    low, high = axis.get_view_interval()
    return [tick for tick in axis.get_majorticklocs() if low <= tick <= high]


def percents(ticks: Sequence[float], language: str) -> list[str]:
    """Labels of ticks in percent: whole ones, or all with the decimals that say where each of them stands."""
    exact = (count for count in range(2) if all(abs(tick - round(tick, count)) < 1e-9 for tick in ticks))
    decimals = next(exact, 2)
    return [percent(tick, language, decimals=decimals) for tick in ticks]


def moved(ax: Axes, right: float = 0, up: float = 0, *, of: Transform | None = None) -> Transform:
    """Places in data, moved by points on the page."""
    return offset_copy(of or ax.transData, ax.figure, x=right, y=up, units="points")


def bottom_scale(ax: Axes, ticks: list[tuple[float, str]], *, label: str = "") -> None:
    """Ticks and words below the axes, and the label of the axis below them."""
    axis = ax.get_xaxis_transform()
    ax.xaxis.set_major_locator(NullLocator())
    look = {
        "ls": "",
        "marker": [(0, 0), (0, -1)],
        "ms": 2 * TICK,
        "mew": 0.6,
        "color": GREY,
        "clip_on": False,
    }
    ax.plot([place for place, _ in ticks], [0] * len(ticks), transform=axis, **look)
    below = moved(ax, 0, -TICK - TICK_GAP, of=axis)
    for place, words in ticks:
        ax.text(place, 0, words, transform=below, size=LABEL, color=GREY, ha="center", va="top")
    if label:
        under = moved(ax, 0, -TICK - TICK_GAP - 1.1 * LABEL - LABEL_GAP, of=ax.transAxes)
        ax.text(0.5, 0, label, transform=under, size=LABEL, color=GREY, ha="center", va="top")


def left_scale(ax: Axes, ticks: list[tuple[float, str]], *, label: str = "") -> None:
    """Grid lines, their words left of the axes without a line, and the label of the axis left of them."""
    first, last = ax.get_xlim()
    across = [[(first, place), (last, place)] for place, _ in ticks]
    grid = LineCollection(across, colors=style.COLORS["ground"], lw=0.8, zorder=0.5)
    ax.add_collection(grid, autolim=False)
    ax.yaxis.set_major_locator(NullLocator())
    ax.spines["left"].set_visible(False)
    beside = moved(ax, -TICK_GAP, of=ax.get_yaxis_transform())
    for place, words in ticks:
        ax.text(0, place, words, transform=beside, size=LABEL, color=GREY, ha="right", va="center_baseline")
    if label:
        wide = 72 * max((text_inches(words, LABEL) for _, words in ticks), default=0)
        far = moved(ax, -TICK_GAP - wide - LABEL_GAP, of=ax.transAxes)
        ax.text(0, 0.5, label, transform=far, size=LABEL, color=GREY, ha="right", va="center", rotation=90)
