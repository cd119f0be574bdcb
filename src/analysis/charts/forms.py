"""Chart forms: tidy rows and an axes in, drawing, the axes out. Positions are computed here and nothing else.

Labels arrive as finished words in the rows; the caller owns figure, size, title and source. Each form leaves room
beyond the largest value, draws the 100 % line where there is one, and names what is missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.ticker import MaxNLocator

from ..words.formats import is_missing, marked, number, percent, round_about, signed
from . import style
from .scales import bottom_scale, left_scale, percents, shown_ticks, text_inches

INK, GREY, LINE = style.COLORS["ink"], style.COLORS["grey"], style.COLORS["line"]
ACCENT, GAP = style.COLORS["accent"], style.COLORS["gap"]
SMALL, LABEL, STRONG = style.SIZES["small"], style.SIZES["label"], style.SIZES["strong"]
LABEL_PITCH = 10.5 / 72  # inches from label to label of one column
LEADER_INCHES = 0.2  # from the axes' edge to the column of labels
SPINE_LABEL, SPINE_VALUE, SPINE_REFERENCE = 248, 90, 42  # points left of a spine's axes: names begin, columns end
LEAST_REACH_PP = 1.0  # points on both sides of zero that a scale of changes shows at least
EDGE_YEARS = 0.15  # between the first and last marks and the axes' edges


def canvas(height: float, *, width: float = style.FULL_WIDTH, left=0.0, right=0.0, top=0.0, bottom=0.0) -> tuple:
    """A figure of printed size in inches with fixed margins in inches, and its axes."""
    style.use()
    drawing = Figure(figsize=(width, height))
    place = (left / width, bottom / height, 1 - (left + right) / width, 1 - (top + bottom) / height)
    return drawing, drawing.add_axes(place)


def _per_inch(ax: Axes) -> tuple[float, float]:
    """Inches for one unit of x and of y."""
    box = ax.get_position()
    width, height = ax.figure.get_size_inches()
    x0, x1 = ax.get_xlim()
    y0, y1 = ax.get_ylim()
    return box.width * width / abs(x1 - x0), box.height * height / abs(y1 - y0)


def _bare(ax: Axes) -> None:
    ax.set_xticks([])
    ax.set_yticks([])
    for spine in ax.spines.values():
        spine.set_visible(False)


def segment_bars(rows: pd.DataFrame, ax: Axes, *, language: str) -> Axes:
    """Bars of people: covered, not covered, and hatched what lies beyond 100 % of the workforce.

    Args:
        rows: in drawing order: label, statement (a line of words above the bar), group (heading, repeated),
            covered, gap, surplus, workforce (persons), about (bool, may be left out: the members are a round figure).
    """
    most = float((rows["covered"] + rows["gap"] + rows["surplus"]).max())
    ax.set_xlim(0, most * 1.02)
    layout, y = [], 0.0
    for position, row in enumerate(rows.itertuples(index=False)):
        if position == 0 or row.group != rows["group"].iloc[position - 1]:
            y += 0.0 if position == 0 else 0.35
            layout.append(("group", y, row.group))
            y += 0.62
        layout.append(("bar", y, row))
        y += 1.34
    ax.set_ylim(y - 0.06, -0.15)
    _bare(ax)
    x_inch, _ = _per_inch(ax)
    for kind, top, what in layout:
        if kind == "group":
            ax.text(0, top + 0.12, what, size=STRONG, weight="semibold", color=INK, va="center")
            continue
        ax.text(0, top + 0.12, what.label, size=LABEL, weight="semibold", va="center")
        gap_between = text_inches(what.label + "  ", LABEL) / x_inch
        ax.text(gap_between, top + 0.12, what.statement, size=LABEL, color=GREY, va="center")
        bar_top, height = top + 0.36, 0.56
        about = getattr(what, "about", False)
        _bar(ax, 0, what.covered, bar_top, height, language, x_inch, facecolor=ACCENT, ink="white", about=about)
        _bar(
            ax, what.covered, what.gap, bar_top, height, language, x_inch,
            facecolor=style.COLORS["gap_light"], edgecolor=GAP, ink=GAP, about=about,
        )  # fmt: skip
        _bar(
            ax, what.covered, what.surplus, bar_top, height, language, x_inch,
            facecolor="white", edgecolor=style.COLORS["surplus"], hatch=style.HATCH, ink=INK, sign="+", about=about,
        )  # fmt: skip
        ax.plot([what.workforce] * 2, [bar_top - 0.07, bar_top + height + 0.07], color=INK, lw=1.2, clip_on=False)
        is_short = what.workforce * x_inch < 0.4  # too short for the words to stand left of the mark
        ax.text(
            what.workforce + (0.03 if is_short else -0.03) / x_inch, bar_top + height + 0.14,
            percent(100, language, decimals=0), size=SMALL, color=INK, ha="left" if is_short else "right", va="center",
        )  # fmt: skip
    return ax


def _bar(ax, start, width, top, height, language, x_inch, *, ink, sign="", about=False, **patch):
    if not width > 0:
        return
    ax.add_artist(Rectangle((start, top), width, height, lw=patch.pop("lw", 0.7), **patch))
    words = sign + marked(round_about(width) if about else width, language)
    if width * x_inch > text_inches(words, LABEL) + 0.1:
        box = {"facecolor": "white", "edgecolor": "none", "pad": 1.2} if "hatch" in patch else None
        ax.text(
            start + width / 2, top + height / 2, words, size=LABEL, weight="semibold", color=ink,
            ha="center", va="center_baseline", bbox=box,
        )  # fmt: skip


def lines(
    rows: pd.DataFrame, ax: Axes, *, language: str, breaks: dict[int, str] | None = None, points: pd.DataFrame = None
) -> Axes:
    """Lines over years, labelled in one column right of the axes; a line stops at a break and starts anew.

    Args:
        rows: year, series, value, color, label (words at the line's end), label_color; the last series drawn on top.
        breaks: year from which the series is another, and the words for it.
        points: year (may be fractional), value, label (the last one's words): single observations.
    """
    breaks = breaks or {}
    points = points if points is not None and len(points) else pd.DataFrame({"year": [], "value": [], "label": []})
    years = sorted(rows["year"].unique())
    right = max([years[-1], *points["year"]]) + EDGE_YEARS
    ax.set_xlim(min([years[0], *points["year"]]) - EDGE_YEARS, right)
    _count_axis(ax, language, most=max([0, *rows["value"].dropna(), *points["value"]]))
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
        ax.axvline(year - 0.5, color=GREY, lw=0.8, ls=(0, (4, 3)))
        ax.annotate(words, (year - 0.5, 1), xycoords=("data", "axes fraction"), xytext=(0, 5),
                    textcoords="offset points", size=SMALL, color=GREY, ha="center", va="bottom",
                    annotation_clip=False)  # fmt: skip
    if len(points):
        ax.plot(points["year"], points["value"], "D", ms=6, color=ACCENT, mec="white", mew=0.8, zorder=5, clip_on=False)
        last = points.iloc[-1]
        ends.append((last["value"], last["year"], last["label"], ACCENT, ACCENT))
    _labels_at_right(ax, ends, right)
    bottom_scale(ax, [(year, str(int(year))) for year in years])
    return ax


def _labels_at_right(ax: Axes, ends: list[tuple], right: float) -> None:
    """Words in one column right of the axes, spread as little as they must be, each led to from its last point where
    it stands away from it.

    Args:
        ends: value, year, words, color of the mark and of the words. right: the axes' right edge.
    """
    x_inch, y_inch = _per_inch(ax)
    bottom, top = ax.get_ylim()
    half = LABEL_PITCH / 2 / y_inch
    ends = sorted(ends, key=lambda end: end[0])
    places = spread([end[0] for end in ends], LABEL_PITCH / y_inch, low=bottom + half, high=top - half)
    for (value, year, words, color, ink), place in zip(ends, places, strict=True):
        column = right + LEADER_INCHES / x_inch
        if right - year > 1.5 * EDGE_YEARS or abs(place - value) * y_inch > 0.02:
            ax.plot([year, right, column], [value, value, place], color=color, lw=0.7, ls=(0, (1, 1.5)), zorder=1.5,
                    clip_on=False)  # fmt: skip
        ax.annotate(
            words, (column, place), xytext=(4, 0), textcoords="offset points", size=LABEL, color=ink,
            weight="semibold", va="center", annotation_clip=False,
        )  # fmt: skip


def spread(wanted: list[float], least: float, *, low: float = -np.inf, high: float = np.inf) -> list[float]:
    """Places at least `least` apart between `low` and `high`, in the order of the wanted ones (sorted) and as near to
    them as can be (least squares); closer together where they do not all fit."""
    if len(wanted) > 1:
        least = min(least, (high - low) / (len(wanted) - 1))
    pools: list[list[float]] = []  # neighbours that push each other: sum of their places for the first of them, count
    for position, place in enumerate(wanted):
        pools.append([place - position * least, 1])
        while len(pools) > 1 and pools[-2][0] / pools[-2][1] > pools[-1][0] / pools[-1][1]:
            total, count = pools.pop()
            pools[-1] = [pools[-1][0] + total, pools[-1][1] + count]
    starts = [total / count for total, count in pools for _ in range(count)]
    last = high - (len(wanted) - 1) * least
    return [min(max(start, low), last) + position * least for position, start in enumerate(starts)]


def _apart(ends: list, least: float) -> list:
    """Labels moved up and down until they do not touch; order kept."""
    ends = sorted(ends, key=lambda end: end[0])
    return [[place, *end[1:]] for end, place in zip(ends, spread([end[0] for end in ends], least), strict=True)]


def _count_axis(ax: Axes, language: str, *, most: float) -> None:
    """Whole numbers from zero to a tick above the highest value."""
    ticks = list(MaxNLocator(nbins=5, steps=[1, 2, 2.5, 5, 10], integer=True).tick_values(0, max(most, 1)))
    ticks += [2 * ticks[-1] - ticks[-2]] if ticks[-1] <= most else []
    ax.set_ylim(0, ticks[-1])
    left_scale(ax, [(tick, number(tick, language)) for tick in ticks])


def spine(rows: pd.DataFrame, ax: Axes) -> Axes:
    """Where a region stands among others: range, middle half, reference line and the region's dot.

    Args:
        rows: in drawing order: label, value_text, reference_text, low_text, high_text, position, low, q25, q75, high
            (0 to 1, 0.5 = reference); position missing where the value is.
    """
    ax.set_xlim(0, 1)
    ax.set_ylim(len(rows) - 0.5, -0.5)
    _bare(ax)
    ax.axvline(0.5, color=INK, lw=1.0, zorder=2)
    ax.plot(rows["position"].to_numpy("float64"), np.arange(len(rows)), "o", ms=8, color=ACCENT, mec="white", mew=1, zorder=4,
            clip_on=False)  # fmt: skip
    for y, row in enumerate(rows.itertuples(index=False)):
        ax.add_artist(Rectangle((row.low, y - 0.17), row.high - row.low, 0.34, facecolor=style.COLORS["ground"]))
        ax.add_artist(Rectangle((row.q25, y - 0.17), row.q75 - row.q25, 0.34, facecolor=LINE))
        ax.annotate(
            row.label, (0, y), xytext=(-SPINE_LABEL, 0), textcoords="offset points", ha="left", va="center", size=LABEL,
            annotation_clip=False,
        )  # fmt: skip
        columns = ((-SPINE_VALUE, row.value_text, "semibold"), (-SPINE_REFERENCE, row.reference_text, "normal"))
        for offset, words, weight in columns:
            ax.annotate(
                words, (0, y), xytext=(offset, 0), textcoords="offset points", ha="right", va="center", size=LABEL,
                weight=weight, annotation_clip=False,
            )  # fmt: skip
        for x, words, side in ((0, row.low_text, "right"), (1, row.high_text, "left")):
            ax.annotate(
                words, (x, y), xytext=(-9 if x == 0 else 9, 0), textcoords="offset points", ha=side, va="center",
                size=SMALL, color=GREY, annotation_clip=False,
            )  # fmt: skip
    return ax


def spine_heads(ax: Axes, *, value: str, reference: str) -> None:
    """Heads above the columns of values. The ends have none: in a row where less is better the highest stands left."""
    top = ax.get_ylim()[1]
    for offset, words in ((-SPINE_VALUE, value), (-SPINE_REFERENCE, reference)):
        ax.annotate(
            words, (0, top), xytext=(offset, 4), textcoords="offset points", ha="right", va="bottom", size=SMALL,
            color=GREY, annotation_clip=False,
        )  # fmt: skip


def ranked_dots(
    rows: pd.DataFrame,
    ax: Axes,
    *,
    language: str,
    reference: float | None,
    reference_label: str,
    heads: dict[str, tuple[str, float]],
    bands: Sequence[tuple[int, int]] = (),
) -> Axes:
    """Percentages in order, with their intervals; the 100 % line drawn when a value comes near it.

    Args:
        rows: in drawing order from the top: label, value, low, high (percent; low and high may be missing), highlight
            (bool), above_100 (bool: drawn hollow and hatched to its full ratio), and a column of words for each head.
        heads: column of words -> its head and its right end in inches from the axes' right end.
        bands: first and last line of groups shaded together.
    """
    most = float(np.nanmax([*rows["value"], *rows["high"], reference or 0]))
    ax.set_xlim(0, max(most * 1.04, 10))
    ax.set_ylim(len(rows) - 0.4, -0.6)
    for first, last in bands:
        ax.axhspan(first - 0.5, last + 0.5, color=style.COLORS["ground"], alpha=0.6, lw=0, zorder=0)
    for y, row in enumerate(rows.itertuples(index=False)):
        color = ACCENT if row.highlight else GREY
        if row.above_100:
            ax.add_artist(
                Rectangle(
                    (100, y - 0.22),
                    row.value - 100,
                    0.44,
                    facecolor="white",
                    hatch=style.HATCH,
                    edgecolor=style.COLORS["surplus"],
                    lw=0.6,
                )
            )
            ax.plot(row.value, y, "o", ms=5.5, mfc="white", mec=INK, mew=1, zorder=4)
            continue
        ax.plot([0, row.value], [y, y], color=LINE, lw=0.6, zorder=1)
        if not is_missing(row.low):
            ax.plot([row.low, row.high], [y, y], color=style.COLORS["accent_light"], lw=4, solid_capstyle="butt")
        ax.plot(row.value, y, "o", ms=5.5, color=color, mec="white", mew=0.8, zorder=4)
    if reference is not None:
        ax.axvline(reference, color=INK, lw=0.9, zorder=2)
        ax.annotate(
            reference_label,
            (reference, -0.6),
            xytext=(0, 3),
            textcoords="offset points",
            ha="center",
            va="bottom",
            size=SMALL,
            color=INK,
            annotation_clip=False,
        )
    if ax.get_xlim()[1] >= 95:
        ax.axvline(100, color=INK, lw=1.2, zorder=2)
    ax.set_yticks(range(len(rows)), rows["label"], size=LABEL, color=INK)
    for column, (head, inches) in heads.items():
        place = {"xytext": (72 * inches, 0), "textcoords": "offset points", "ha": "right", "annotation_clip": False}
        ax.annotate(
            head,
            (1, 1),
            xycoords="axes fraction",
            size=SMALL,
            color=GREY,
            va="bottom",
            **place | {"xytext": (72 * inches, 3)},
        )
        for y, words in enumerate(rows[column]):
            ax.annotate(words, (1, y), xycoords=("axes fraction", "data"), size=LABEL, va="center", **place)
    for y, row in enumerate(rows.itertuples(index=False)):
        if row.highlight:
            ax.get_yticklabels()[y].set_weight("semibold")
    _percent_axis(ax, language)
    return ax


def _percent_axis(ax: Axes, language: str) -> None:
    ticks = shown_ticks(ax.xaxis)
    ax.set_xticks(ticks, percents(ticks, language), size=SMALL)
    ax.grid(axis="x", color=style.COLORS["ground"], lw=0.8)
    ax.set_axisbelow(True)
    for side in ("left", "bottom"):
        ax.spines[side].set_visible(False)


def change_split(rows: pd.DataFrame, ax: Axes, *, language: str) -> Axes:
    """A change in points split into parts: bars left and right of zero, as long as the numbers beside them say.

    Args:
        rows: label, value_pp (as printed), color.
    """
    least, most = float(rows["value_pp"].min()), float(rows["value_pp"].max())
    low, high = min(least, -LEAST_REACH_PP), max(most, LEAST_REACH_PP)
    room = 0.45 if least < 0 else 0.12  # inches between the names of the rows and the scale; words left of a bar fit in
    width = ax.get_position().width * ax.figure.get_size_inches()[0]
    ax.set_xlim(low - room * (high - low) / (width - room), high)
    ax.set_ylim(len(rows) - 0.4, -0.6)
    _bare(ax)
    ax.axvline(0, color=INK, lw=0.8)
    for y, row in enumerate(rows.itertuples(index=False)):
        ax.barh(y, row.value_pp, height=0.55, color=row.color)
        side = 1 if row.value_pp >= 0 else -1
        ax.annotate(
            signed(row.value_pp, language), (row.value_pp, y), xytext=(5 * side, 0), textcoords="offset points",
            ha="left" if side > 0 else "right", va="center", size=LABEL, weight="semibold", annotation_clip=False,
        )  # fmt: skip
    ax.set_yticks(range(len(rows)), rows["label"], size=LABEL, color=INK)
    return ax


def tile_map(rows: pd.DataFrame, ax: Axes) -> Axes:
    """One tile a region, placed as on a map.

    Args:
        rows: tile_row, tile_col, label (short), value_text, shade (0 to 1; missing = not known), hatched (bool),
            highlight (bool).
    """
    placed = rows.dropna(subset=["tile_row", "tile_col"])
    ax.set_xlim(placed["tile_col"].min() - 0.05, placed["tile_col"].max() + 1.05)
    ax.set_ylim(placed["tile_row"].max() + 1.05, placed["tile_row"].min() - 0.05)
    ax.set_aspect("equal", anchor="W")
    _bare(ax)
    light, dark = np.array(to_rgb(style.COLORS["accent_tint"])), np.array(to_rgb(ACCENT))
    for tile in placed.itertuples(index=False):
        known = not is_missing(tile.shade)
        face = tuple(light + (dark - light) * tile.shade) if known else "white"
        ax.add_artist(
            Rectangle((tile.tile_col + 0.04, tile.tile_row + 0.04), 0.92, 0.92, facecolor=face,
                      edgecolor=INK if tile.highlight else ("white" if known else LINE),
                      lw=1.4 if tile.highlight else 0.6, hatch=style.HATCH if tile.hatched else None)
        )  # fmt: skip
        ink = "white" if known and tile.shade > 0.55 else (INK if known else GREY)
        box = {"facecolor": face, "edgecolor": "none", "pad": 0.6} if tile.hatched else None
        ax.text(tile.tile_col + 0.5, tile.tile_row + 0.36, tile.label, size=5.6, color=ink, ha="center", va="center",
                bbox=box)  # fmt: skip
        ax.text(tile.tile_col + 0.5, tile.tile_row + 0.68, tile.value_text, size=7, color=ink, ha="center", va="center",
                weight="semibold", bbox=box)  # fmt: skip
    return ax


def funnel(rows: pd.DataFrame, ax: Axes, *, limits, baseline_pct: float, language: str, x_label: str) -> Axes:
    """Coverage against the size of the workforce, with the limits within which alike regions would scatter.

    Args:
        rows: workforce (persons), value (percent), label, beyond_95 ("above", "below", "inside").
        limits: a function of sizes that gives low_95_pct and high_95_pct.
    """
    import seaborn

    sizes = np.geomspace(rows["workforce"].min() * 0.8, rows["workforce"].max() * 1.25, 80)
    band = limits(sizes)
    ax.fill_between(sizes, band["low_95_pct"], band["high_95_pct"], color=style.COLORS["ground"], lw=0)
    ax.axhline(baseline_pct, color=INK, lw=0.9)
    ax.set_xscale("log")
    ax.set_xlim(sizes[0], sizes[-1])
    ax.set_ylim(0, max(rows["value"].max(), band["high_95_pct"].max()) * 1.12)
    is_beyond = rows["beyond_95"] != "inside"
    seaborn.scatterplot(
        rows, x="workforce", y="value", hue=is_beyond, palette={True: ACCENT, False: GREY}, size=is_beyond,
        sizes={True: 5.5**2, False: 4.5**2}, edgecolor="white", linewidth=0.6, zorder=3, legend=False, ax=ax,
    )  # fmt: skip
    _label_points(ax, rows[is_beyond])
    ticks = [tick for tick in (1e4, 3e4, 1e5, 3e5, 1e6, 3e6, 1e7, 3e7) if sizes[0] <= tick <= sizes[-1]]
    ax.set_xticks(ticks, [number(tick, language) for tick in ticks], size=LABEL)
    ax.minorticks_off()
    ticks = shown_ticks(ax.yaxis)
    ax.set_yticks(ticks, percents(ticks, language), size=LABEL)
    ax.set_xlabel(x_label, size=LABEL)
    ax.set_ylabel("")
    ax.spines["left"].set_visible(False)
    ax.grid(axis="y", color=style.COLORS["ground"], lw=0.8)
    ax.set_axisbelow(True)
    return ax


def label_sides(ax: Axes, points: pd.DataFrame) -> list[str | None]:
    """The side of each point on which its label meets no other label: right, else left, else none.

    Args:
        points: x, y (in the units of the axes), label; the first come first.

    Returns: the horizontal alignment for each ("left" for a label right of its point), None where both sides are taken.
    """
    placed, sides = [], []
    edge = 72 * ax.get_window_extent().x1 / ax.figure.dpi
    for row in points.itertuples(index=False):
        x, y = 72 * np.array(ax.transData.transform((row.x, row.y))) / ax.figure.dpi
        width = 72 * text_inches(row.label, LABEL)
        ways = [("left", x + 5), ("right", x - 5 - width)]
        for side, start in ways if x + 5 + width < edge + 40 else ways[::-1]:
            if all(start > end or start + width < begin or abs(y - at) > LABEL + 1 for begin, end, at in placed):
                placed.append((start, start + width, y))
                sides.append(side)
                break
        else:
            sides.append(None)
    return sides


def _label_points(ax: Axes, rows: pd.DataFrame) -> None:
    """Labels beside the points that lie outside, the highest first."""
    points = rows.rename(columns={"workforce": "x", "value": "y"}).sort_values("y", ascending=False)
    for row, side in zip(points.itertuples(index=False), label_sides(ax, points), strict=True):
        ax.annotate(
            row.label,
            (row.x, row.y),
            xytext=(-5 if side == "right" else 5, 3),
            textcoords="offset points",
            size=LABEL,
            ha=side or "left",
        )
