"""Chart forms of the exploration: two quantities of many regions, and one region's months.

As in `charts`: finished words in the rows, axes in and out, nothing computed but positions. The forms are drawn anew
at each change of a control, so that points are one collection each and labels are few.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from . import charts, style
from .formats import percent

INK, GREY, ACCENT, GAP = charts.INK, charts.GREY, charts.ACCENT, charts.GAP
SMALL, LABEL = charts.SMALL, charts.LABEL


def gaps(rows: pd.DataFrame, people: Axes, share: Axes, *, language: str) -> None:
    """People not covered as bars on the left, their share of the workforce as dots on the right, row by row.

    Args:
        rows: in drawing order: label, gap (persons), note (words at the bar's end), gap_pct, highlight (bool),
            above_100 (bool: a total whose members exceed its workers; its dot is hollow).
    """
    charts.count_bars(rows.assign(value=rows["gap"]), people)
    y = np.arange(len(rows))
    share.set_ylim(*people.get_ylim())
    share.set_xlim(0, max(float(rows["gap_pct"].max()) * 1.12, 10))
    share.hlines(y, 0, rows["gap_pct"], color=style.COLORS["ground"], lw=1)
    hollow = rows["above_100"].to_numpy()
    share.scatter(
        rows["gap_pct"],
        y,
        s=30,
        zorder=3,
        linewidths=1,
        edgecolors=np.where(hollow, INK, GAP),
        color=np.where(hollow, "white", GAP),
    )
    for at, row in zip(y, rows.itertuples(), strict=True):
        share.annotate(
            percent(row.gap_pct, language),
            (row.gap_pct, at),
            xytext=(7, 0),
            textcoords="offset points",
            size=LABEL,
            va="center",
            annotation_clip=False,
        )
    for position, row in enumerate(rows.itertuples()):
        if row.highlight:
            people.get_yticklabels()[position].set_weight("semibold")
    share.set_yticks([])
    share.set_xticks([])
    for spine in share.spines.values():
        spine.set_visible(False)


def head(ax: Axes, words: str) -> None:
    """A small heading above a panel."""
    ax.annotate(
        words,
        (0, 1),
        xycoords="axes fraction",
        xytext=(0, 2),
        textcoords="offset points",
        size=SMALL,
        color=GREY,
        va="bottom",
        annotation_clip=False,
    )


def two_ratios(rows: pd.DataFrame, ax: Axes, *, language: str, x_label: str, y_label: str, equal_label: str) -> Axes:
    """One dot a region, its ratio under two denominators, the line where both are the same, and both 100 % lines.

    Args:
        rows: x, y (percent), label (words; empty: none), highlight (bool).
    """
    most = max(float(rows[["x", "y"]].to_numpy().max()) * 1.08, 20.0)
    ax.set_xlim(0, most)
    ax.set_ylim(0, most)
    ax.plot([0, most], [0, most], color=GREY, lw=0.9, zorder=1)
    ax.annotate(equal_label, (most * 0.86, most * 0.86), xytext=(6, -8), textcoords="offset points", size=SMALL, color=GREY)
    if most > 95:
        ax.axhline(100, color=INK, lw=0.9, ls=(0, (4, 3)))
        ax.axvline(100, color=INK, lw=0.9, ls=(0, (4, 3)))
    above = ((rows["x"] > 100) | (rows["y"] > 100)).to_numpy()
    _dots(ax, rows, hollow=above)
    _percent_ticks(ax, language, both=True)
    ax.set_xlabel(x_label, size=LABEL)
    ax.set_ylabel(y_label, size=LABEL)
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
    _dots(ax, rows, hollow=np.zeros(len(rows), dtype=bool), size=12 + 150 * rows["size"] / rows["size"].max())
    _percent_ticks(ax, language, both=True)
    ax.set_xlabel(x_label, size=LABEL)
    ax.set_ylabel(y_label, size=LABEL)
    _labels(ax, rows)
    return ax


def ratio_lines(rows: pd.DataFrame, ax: Axes, *, language: str, breaks: dict[float, str]) -> Axes:
    """Ratios over the months, one line a series, labelled at its end, with the 100 % line when a value comes near.

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
            ax.annotate(
                words,
                (place, 1),
                xycoords=("data", "axes fraction"),
                xytext=(-3, -2),
                textcoords="offset points",
                size=SMALL,
                color=GREY,
                ha="right",
                va="top",
            )
    _, y_inch = charts._per_inch(ax)
    for value, words, color in charts._apart(ends, 0.15 / y_inch):
        ax.annotate(
            words,
            (last, value),
            xytext=(10, 0),
            textcoords="offset points",
            size=LABEL,
            color=color,
            weight="semibold",
            va="center",
            annotation_clip=False,
        )
    if last - first < 2:  # within two years the months themselves
        months = rows.drop_duplicates("at").sort_values("at").tail(6)
        ax.set_xticks(months["at"], months["when"], size=LABEL)
    else:
        years = range(int(np.ceil(first - room)), int(last + room) + 1)
        ax.set_xticks(list(years), [str(year) for year in years], size=LABEL)
    _percent_ticks(ax, language, both=False)
    return ax


def _dots(ax: Axes, rows: pd.DataFrame, *, hollow, size=26) -> None:
    highlight = rows["highlight"].to_numpy()
    face = np.where(hollow, "white", np.where(highlight, GAP, ACCENT))
    edge = np.where(hollow, INK, "white")
    edge = np.where(highlight, GAP, edge)
    ax.scatter(rows["x"], rows["y"], s=size, color=face, edgecolors=edge, linewidths=0.8, zorder=3, alpha=0.9)


def _labels(ax: Axes, rows: pd.DataFrame) -> None:
    """Labels right of their dots, left where there is no room; one that would meet another is left out."""
    placed: list[tuple[float, float, float]] = []
    scale = 72 / ax.figure.dpi
    right = ax.get_window_extent().x1 * scale
    named = rows[rows["label"].astype(bool)]
    for row in pd.concat([named[named["highlight"]], named[~named["highlight"]]]).itertuples():
        x, y = np.array(ax.transData.transform((row.x, row.y))) * scale
        width = 72 * charts.text_inches(row.label, LABEL)
        sides = [("left", x + 5), ("right", x - 5 - width)]
        sides = sides if x + 5 + width < right + 40 else sides[::-1]
        for side, start in sides:
            if all(start > end or start + width < begin or abs(y - at) > LABEL + 1 for begin, end, at in placed):
                placed.append((start, start + width, y))
                ax.annotate(
                    row.label,
                    (row.x, row.y),
                    xytext=(5 if side == "left" else -5, 0),
                    textcoords="offset points",
                    size=LABEL,
                    ha=side,
                    va="center",
                    weight="semibold" if row.highlight else "normal",
                    annotation_clip=False,
                )
                break


def _percent_ticks(ax: Axes, language: str, *, both: bool) -> None:
    for axis, limits in ((ax.xaxis, ax.get_xlim()), (ax.yaxis, ax.get_ylim())):
        if axis is ax.xaxis and not both:
            continue
        ticks = [tick for tick in axis.get_ticklocs() if limits[0] <= tick <= limits[1]]
        axis.set_ticks(ticks, [percent(tick, language, decimals=0) for tick in ticks], size=LABEL)
    ax.grid(axis="both" if both else "y", color=style.COLORS["ground"], lw=0.8)
    ax.set_axisbelow(True)
    ax.spines["left"].set_visible(False)
