"""Chart forms of the exploration: two quantities of many regions, and one region's months.

As in `charts`: finished words in the rows, axes in and out, nothing computed but positions. The forms are
drawn anew at each change of a control: dots of one look are one line of markers, bars of one look are one
path, the scale is lines and words instead of matplotlib's ticks, which cost a millisecond each (`python
benchmarks/explore.py`).
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.collections import LineCollection
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from ..words.formats import percent
from . import style
from .layout import bare, label_places, labels_apart, per_inch, words_at
from .scales import TICK_GAP, bottom_scale, left_scale, moved, percents, shown_ticks
from .style import ACCENT, GAP, GREY, INK, LABEL, SMALL

DOT_STEP = 0.5  # points; diameters of dots are rounded to it, so that those of one look are drawn at once


def gaps(rows: pd.DataFrame, people: Axes, share: Axes, *, language: str) -> None:
    """People not covered as bars on the left, their share of the workforce as dots on the right, row by row.

    Args:
        rows: in drawing order: label, gap (persons), note (words at the bar's end), gap_pct, highlight
            (bool), above_100 (bool: a total whose members exceed its workers; its dot is hollow).
    """
    y = np.arange(len(rows))
    highlight = rows["highlight"].to_numpy()
    for ax in (people, share):
        bare(ax)
        ax.set_ylim(len(rows) - 0.4, -0.6)
    people.set_xlim(0, max(float(rows["gap"].max()), 1.0))
    for face, chosen in ((style.COLORS["gap_light"], ~highlight), (GAP, highlight)):
        _bars(people, rows["gap"].to_numpy()[chosen], y[chosen], facecolor=face, edgecolor=GAP)
    beside_bar, beside_axis = moved(people, 5), moved(people, -TICK_GAP)
    for at, row in enumerate(rows.itertuples(index=False)):
        people.text(row.gap, at, row.note, transform=beside_bar, size=LABEL, va="center")
        weight = "semibold" if row.highlight else "normal"
        people.text(
            0,
            at,
            row.label,
            transform=beside_axis,
            size=LABEL,
            va="center",
            ha="right",
            color=INK,
            weight=weight,
        )
    share.set_xlim(0, max(float(rows["gap_pct"].max()) * 1.12, 10))
    share.hlines(y, 0, rows["gap_pct"], color=style.COLORS["ground"], lw=1)
    hollow = rows["above_100"].to_numpy()
    dots = pd.DataFrame({"x": rows["gap_pct"].to_numpy(), "y": y})
    _dots(
        share,
        dots,
        face=np.where(hollow, "white", GAP),
        edge=np.where(hollow, INK, GAP),
        size=30,
        width=1.0,
        alpha=1.0,
    )
    beside_dot = moved(share, 7)
    for at, value in zip(y, rows["gap_pct"], strict=True):
        share.text(value, at, percent(value, language), transform=beside_dot, size=LABEL, va="center")


def gap_lines(rows: pd.DataFrame, ax: Axes, *, language: str) -> None:
    """The same on a telephone: each bar below a line of words, that of a total above 100 % hollow.

    Args:
        rows: as for `gaps`.
    """
    bare(ax)
    ax.set_ylim(len(rows), 0)
    ax.set_xlim(0, max(float(rows["gap"].max()), 1.0))
    for at, row in enumerate(rows.itertuples(index=False)):
        weight = "semibold" if row.highlight else "normal"
        ax.text(0, at + 0.3, row.label, size=LABEL, va="center", color=INK, weight=weight)
        said = f"{row.note} · {percent(row.gap_pct, language)}"
        ax.text(ax.get_xlim()[1], at + 0.3, said, size=LABEL, va="center", ha="right")
        face = "white" if row.above_100 else GAP if row.highlight else style.COLORS["gap_light"]
        ax.barh(at + 0.72, row.gap, 0.3, facecolor=face, edgecolor=INK if row.above_100 else GAP, lw=0.5)


def head(ax: Axes, words: str) -> None:
    """A small heading above a panel."""
    words_at(ax, words, (0, 1), (0, 2), xycoords="axes fraction", size=SMALL, color=GREY, va="bottom")


def two_ratios(
    rows: pd.DataFrame, ax: Axes, *, language: str, x_label: str, y_label: str, equal_label: str
) -> Axes:
    """One dot a region, its ratio under two denominators, the line where both are the same, and both 100 %
    lines.

    Args:
        rows: x, y (percent), label (words; empty: none), highlight (bool).
    """
    most = max(float(rows[["x", "y"]].to_numpy().max()) * 1.08, 20.0)
    ax.set_xlim(0, most)
    ax.set_ylim(0, most)
    ax.plot([0, most], [0, most], color=GREY, lw=0.9, zorder=1)
    ax.annotate(
        equal_label,
        (most * 0.08, most * 0.08),
        xytext=(8, -7),
        textcoords="offset points",
        size=SMALL,
        color=GREY,
    )
    if most > 95:
        ax.axhline(100, color=INK, lw=0.9, ls=(0, (4, 3)))
        ax.axvline(100, color=INK, lw=0.9, ls=(0, (4, 3)))
    above = ((rows["x"] > 100) | (rows["y"] > 100)).to_numpy()
    _regions(ax, rows, hollow=above, size=26)
    _percent_scales(ax, language, x_label=x_label, y_label=y_label)
    _labels(ax, rows)
    return ax


def relation(rows: pd.DataFrame, ax: Axes, *, language: str, x_label: str, y_label: str) -> Axes:
    """One dot a region, two percentages, the medians of both as hairlines; no line is fitted.

    Args:
        rows: x, y (percent), size (persons in the workforce), label, highlight (bool).
    """
    low, high = float(rows["x"].min()), float(rows["x"].max())
    room = max((high - low) * 0.08, 1.0)
    ax.set_xlim(max(low - room, 0), min(high + room, 102))
    ax.set_ylim(0, max(float(rows["y"].max()) * 1.12, 10))
    ax.axvline(float(rows["x"].median()), color=style.COLORS["line"], lw=0.9)
    ax.axhline(float(rows["y"].median()), color=style.COLORS["line"], lw=0.9)
    if ax.get_ylim()[1] > 95:
        ax.axhline(100, color=INK, lw=0.9, ls=(0, (4, 3)))
    sizes = 12 + 150 * (rows["size"] / rows["size"].max()).to_numpy()
    _regions(ax, rows, hollow=np.zeros(len(rows), dtype=bool), size=sizes)
    _percent_scales(ax, language, x_label=x_label, y_label=y_label)
    _labels(ax, rows)
    return ax


def ratio_lines(rows: pd.DataFrame, ax: Axes, *, language: str, breaks: dict[float, str]) -> Axes:
    """Ratios over the months, one line a series, labelled at its end, with the 100 % line when a value comes
    near.

    Args:
        rows: at (year with its fraction), when (the month in words), value (percent), series, label, color.
        breaks: place on the axis -> words: where the workforce series starts anew; lines stop there.
    """
    first, last = float(rows["at"].min()), float(rows["at"].max())
    room = max((last - first) * 0.03, 0.15)
    ax.set_xlim(first - room, last + room)
    ax.set_ylim(0, max(float(rows["value"].max()) * 1.15, 10))
    ends = []
    for _, series in rows.sort_values("at").groupby("series", sort=False):
        color = series["color"].iloc[0]
        marks = [place for place in breaks if series["at"].min() < place < series["at"].max()]
        for low, high in zip([first - 1, *marks], [*marks, last + 1], strict=True):
            piece = series[(series["at"] >= low) & (series["at"] < high)]
            ax.plot(piece["at"], piece["value"], color=color, lw=1.8, marker="o", ms=3.2, clip_on=False)
        ends.append([series["value"].iloc[-1], series["label"].iloc[0], color])
    if ax.get_ylim()[1] > 95:
        ax.axhline(100, color=INK, lw=0.9, ls=(0, (4, 3)))
    for place, words in breaks.items():
        if ax.get_xlim()[0] < place < ax.get_xlim()[1]:
            ax.axvline(place, color=GREY, lw=0.8, ls=(0, (4, 3)))
            early = place < (first + last) / 2  # left of it the words would meet the scale
            ax.annotate(
                words,
                (place, 1),
                xycoords=("data", "axes fraction"),
                xytext=(3 if early else -3, -2),
                textcoords="offset points",
                size=SMALL,
                color=GREY,
                ha="left" if early else "right",
                va="top",
            )
    _, y_inch = per_inch(ax)
    for value, words, color in labels_apart(ends, 0.15 / y_inch):
        words_at(ax, words, (last, value), (10, 0), size=LABEL, color=color, weight="semibold", va="center")
    if last - first < 2:  # within two years the months themselves
        months = rows.drop_duplicates("at").sort_values("at").tail(6)
        ticks = list(zip(months["at"], months["when"], strict=True))
    else:
        ticks = [(year, str(year)) for year in range(int(np.ceil(first - room)), int(last + room) + 1)]
    bottom_scale(ax, ticks)
    left_scale(ax, _percent_ticks(ax.yaxis, language))
    return ax


def _regions(ax: Axes, rows: pd.DataFrame, *, hollow, size) -> None:
    """One dot a region: the one looked at in the warm colour, those above 100 % hollow."""
    highlight = rows["highlight"].to_numpy()
    face = np.where(hollow, "white", np.where(highlight, GAP, ACCENT))
    edge = np.where(highlight, GAP, np.where(hollow, INK, "white"))
    _dots(ax, rows, face=face, edge=edge, size=size, width=0.8, alpha=0.9)


def _dots(ax: Axes, rows: pd.DataFrame, *, face, edge, size, width: float, alpha: float) -> None:
    """Dots of an area in square points, those of one look drawn at once: the large first, so that none hides
    a small one.
    """
    diameters = np.round(np.sqrt(np.broadcast_to(size, len(rows))) / DOT_STEP) * DOT_STEP
    looks = pd.DataFrame(
        {"d": -diameters, "face": face, "edge": edge, "x": rows["x"].to_numpy(), "y": rows["y"].to_numpy()}
    )
    for (diameter, inside, around), part in looks.groupby(["d", "face", "edge"]):
        ax.plot(
            part["x"].to_numpy(),
            part["y"].to_numpy(),
            ls="",
            marker="o",
            ms=-diameter,
            mfc=inside,
            mec=around,
            mew=width,
            alpha=alpha,
            zorder=4 if around == GAP else 3,
            clip_on=False,
        )


def _bars(ax: Axes, lengths: np.ndarray, y: np.ndarray, **look) -> None:
    """Horizontal bars of one look, from zero, as one path."""
    bars = [
        Path(
            [(0, at - 0.34), (length, at - 0.34), (length, at + 0.34), (0, at + 0.34), (0, at - 0.34)],
            closed=True,
        )
        for length, at in zip(lengths, y, strict=True)
    ]
    if bars:
        ax.add_artist(PathPatch(Path.make_compound_path(*bars), lw=0.5, **look))


def _labels(ax: Axes, rows: pd.DataFrame) -> None:
    """Labels right of their dots, left where there is no room; one that would meet another is left out."""
    named = rows[rows["label"].astype(bool)]
    named = pd.concat([named[named["highlight"]], named[~named["highlight"]]])
    for row, place in zip(named.itertuples(index=False), label_places(ax, named), strict=True):
        if place:
            side, up = place
            words_at(
                ax,
                row.label,
                (row.x, row.y),
                (5 if side == "left" else -5, up),
                size=LABEL,
                ha=side,
                va="center",
                weight="semibold" if row.highlight else "normal",
                zorder=5,
                bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.6, "alpha": 0.75},
            )


def _percent_ticks(axis: Axis, language: str) -> list[tuple[float, str]]:
    ticks = shown_ticks(axis)
    return list(zip(ticks, percents(ticks, language), strict=True))


def _percent_scales(ax: Axes, language: str, *, x_label: str, y_label: str) -> None:
    """Both scales in percent, with a quiet grid."""
    bottom, left = _percent_ticks(ax.xaxis, language), _percent_ticks(ax.yaxis, language)
    low, high = ax.get_ylim()
    upright = [[(place, low), (place, high)] for place, _ in bottom]
    ax.add_collection(
        LineCollection(upright, colors=style.COLORS["ground"], lw=0.8, zorder=0.5), autolim=False
    )
    bottom_scale(ax, bottom, label=x_label)
    left_scale(ax, left, label=y_label)
