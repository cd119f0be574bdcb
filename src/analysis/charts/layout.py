"""The ground of every drawing: canvas, plain axes, and where labels stand so that none meets another."""

from __future__ import annotations

import contextlib
from contextvars import ContextVar

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator, NullLocator

from ..words.formats import number
from . import style
from .scales import left_scale, percents, shown_ticks, text_inches
from .style import GREY, LABEL, SMALL

LABEL_PITCH = 11 / 72  # inches from label to label of one column
LEADER_INCHES = 0.2  # from the axes' edge to the column of labels
EDGE_YEARS = 0.15  # between the first and last marks and the axes' edges


_room: ContextVar[float] = ContextVar("room", default=style.FULL_WIDTH)


@contextlib.contextmanager
def narrow():
    """Within it every canvas is as wide as a telephone: who draws asks `room`."""
    token = _room.set(style.NARROW_WIDTH)
    try:
        yield
    finally:
        _room.reset(token)


def room() -> float:
    """Inches that a drawing may be wide."""
    return _room.get()


def is_narrow() -> bool:
    """Whether what is drawn now is for a telephone."""
    return room() < style.FULL_WIDTH


def canvas(
    height: float, *, width: float = style.FULL_WIDTH, left=0.0, right=0.0, top=0.0, bottom=0.0
) -> tuple:
    """A figure of printed size in inches with fixed margins in inches, and its axes; no wider than `room`."""
    style.use()
    width = min(width, room())
    drawing = Figure(figsize=(width, height))
    place = (left / width, bottom / height, 1 - (left + right) / width, 1 - (top + bottom) / height)
    return drawing, drawing.add_axes(place)


def words_at(ax: Axes, words: str, place: tuple, offset: tuple[float, float], **look):
    """Words some points away from a place of the axes, also beyond their edge."""
    return ax.annotate(words, place, xytext=offset, textcoords="offset points", annotation_clip=False, **look)


def mark_break(ax: Axes, year: float, words: str, *, rise: float) -> None:
    """A broken line before the first year of a new series, with words so many points above the axes."""
    ax.axvline(year - 0.5, color=GREY, lw=0.8, ls=(0, (4, 3)))
    look = {"size": SMALL, "color": GREY, "ha": "center", "va": "bottom"}
    words_at(ax, words, (year - 0.5, 1), (0, rise), xycoords=("data", "axes fraction"), **look)


def per_inch(ax: Axes) -> tuple[float, float]:
    """Inches for one unit of x and of y."""
    box = ax.get_position()
    width, height = ax.figure.get_size_inches()
    x0, x1 = ax.get_xlim()
    y0, y1 = ax.get_ylim()
    return box.width * width / abs(x1 - x0), box.height * height / abs(y1 - y0)


def bare(ax: Axes) -> None:
    """No ticks and no frame: what a form needs of them it draws itself."""
    for axis in (ax.xaxis, ax.yaxis):
        axis.set_major_locator(NullLocator())
    for side in ax.spines.values():
        side.set_visible(False)


def count_axis(ax: Axes, language: str, *, most: float) -> None:
    """Whole numbers from zero to a tick above the highest value."""
    ticks = list(MaxNLocator(nbins=5, steps=[1, 2, 2.5, 5, 10], integer=True).tick_values(0, max(most, 1)))
    ticks += [2 * ticks[-1] - ticks[-2]] if ticks[-1] <= most else []
    ax.set_ylim(0, ticks[-1])
    left_scale(ax, [(tick, number(tick, language)) for tick in ticks])


def percent_axis(ax: Axes, language: str) -> None:
    ticks = shown_ticks(ax.xaxis)
    ax.set_xticks(ticks, percents(ticks, language), size=SMALL)
    ax.grid(axis="x", color=style.COLORS["ground"], lw=0.8)
    ax.set_axisbelow(True)
    for side in ("left", "bottom"):
        ax.spines[side].set_visible(False)


def labels_at_right(ax: Axes, ends: list[tuple], right: float) -> None:
    """Words in one column right of the axes, spread as little as they must be, each led to from its last
    point where it stands away from it.

    Args:
        ends: value, year, words, color of the mark and of the words. right: the axes' right edge.
    """
    x_inch, y_inch = per_inch(ax)
    bottom, top = ax.get_ylim()
    half = LABEL_PITCH / 2 / y_inch
    ends = sorted(ends, key=lambda end: end[0])
    places = places_apart([end[0] for end in ends], LABEL_PITCH / y_inch, low=bottom + half, high=top - half)
    for (value, year, words, color, ink), place in zip(ends, places, strict=True):
        column = right + LEADER_INCHES / x_inch
        if right - year > 1.5 * EDGE_YEARS or abs(place - value) * y_inch > 0.02:
            ax.plot(
                [year, right, column],
                [value, value, place],
                color=color,
                lw=0.7,
                ls=(0, (1, 1.5)),
                zorder=1.5,
                clip_on=False,
            )
        words_at(ax, words, (column, place), (4, 0), size=LABEL, color=ink, weight="semibold", va="center")


def narrow_abbreviations(names: pd.Series) -> pd.Series:
    """Abbreviations longer than three letters without their wide capitals: "Kalteng", but "NTB"."""
    return names.mask(names.str.isupper() & (names.str.len() > 3), names.str.title())


def label_width(labels: pd.Series) -> float:
    """Inches that the longest label needs, and a little room."""
    return max(text_inches(label, LABEL) for label in labels) + 0.1


def places_apart(
    wanted: list[float], least: float, *, low: float = -np.inf, high: float = np.inf
) -> list[float]:
    """Places at least `least` apart between `low` and `high`, in the order of the wanted ones (sorted) and as
    near to them as can be (least squares); closer together where they do not all fit.
    """
    if len(wanted) > 1:
        least = min(least, (high - low) / (len(wanted) - 1))
    pools: list[
        list[float]
    ] = []  # neighbours that push each other: sum of their places for the first of them, count
    for position, place in enumerate(wanted):
        pools.append([place - position * least, 1])
        while len(pools) > 1 and pools[-2][0] / pools[-2][1] > pools[-1][0] / pools[-1][1]:
            total, count = pools.pop()
            pools[-1] = [pools[-1][0] + total, pools[-1][1] + count]
    starts = [total / count for total, count in pools for _ in range(count)]
    last = high - (len(wanted) - 1) * least
    return [min(max(start, low), last) + position * least for position, start in enumerate(starts)]


def labels_apart(ends: list, least: float) -> list:
    """Labels moved up and down until they do not touch; order kept."""
    ends = sorted(ends, key=lambda end: end[0])
    return [
        [place, *end[1:]]
        for end, place in zip(ends, places_apart([end[0] for end in ends], least), strict=True)
    ]


def label_places(ax: Axes, points: pd.DataFrame) -> list[tuple[str, float] | None]:
    """Where the label of each point meets no other, no scale and no edge: right of it, left, or a line higher
    or lower; else nowhere.

    Args:
        points: x, y (in the units of the axes), label; the first come first.

    Returns: for each the horizontal alignment ("left" for a label right of its point) and how many points up.
    """
    placed, places = [], []
    start_of_axes, edge = (72 * end / ax.figure.dpi for end in ax.get_window_extent().intervalx)
    width_of_drawing = 72 * ax.figure.get_size_inches()[0]
    for row in points.itertuples(index=False):
        x, y = 72 * np.array(ax.transData.transform((row.x, row.y))) / ax.figure.dpi
        width = 72 * text_inches(row.label, LABEL)
        sides = [("left", x + 5), ("right", x - 5 - width)]
        sides = sides if x + 5 + width < edge + 40 else sides[::-1]
        ways = [(side, start, up) for up in (0, LABEL, -LABEL) for side, start in sides]
        ways = [way for way in ways if start_of_axes <= way[1] <= width_of_drawing - width]
        free = (way for way in ways if _is_free(way[1], way[1] + width, y + way[2], placed))
        side, start, up = next(free, ("", 0.0, 0.0))
        placed += [(start, start + width, y + up)] if side else []
        places.append((side, up) if side else None)
    return places


def _is_free(start: float, end: float, y: float, placed: list[tuple]) -> bool:
    """Whether a line of text meets none of those placed: their starts, ends and heights."""
    return all(start > last or end < first or abs(y - at) > LABEL + 1 for first, last, at in placed)
