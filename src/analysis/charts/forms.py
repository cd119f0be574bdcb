"""Chart forms: tidy rows and an axes in, drawing, the axes out. Positions are computed here and nothing else.

Labels arrive as finished words in the rows; the caller owns figure, size, title and source. Each form leaves
room beyond the largest value, draws the 100 % line where there is one, and names what is missing.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from ..words.formats import is_missing, marked, percent, round_about
from . import style
from .layout import bare, is_narrow, per_inch, percent_axis, room, words_at
from .scales import text_inches, wrapped
from .style import ACCENT, GAP, GAP_TEXT, GREY, INK, LABEL, LINE, SMALL, STRONG

# points left of a spine's axes: names begin, columns end
SPINE_LABEL, SPINE_VALUE, SPINE_REFERENCE = (248, 78, 42)
SPINE_NARROW = (190, 42, 6)  # the same on a telephone, where the ends have no words
BAR_LINE, BAR_PITCH = 0.4, 1.34  # a line of words, and a bar with one, in parts of `BAR_INCHES`
BESIDE_HEADS = 0.25  # inches right of the axes that a label above them may reach: heads of columns follow
BAR_INCHES = 0.37
BAR_HEIGHT = 0.56  # of the bar alone


def segment_bars_height(rows: pd.DataFrame) -> float:
    """Inches that `segment_bars` takes: more where statements need lines of their own."""
    more = sum(len(_own_lines(row.label, row.statement)) for row in rows.itertuples(index=False))
    return 0.5 * len(rows) + 0.38 * rows["group"].nunique() + BAR_INCHES * BAR_LINE * more


def _own_lines(label: str, statement: str) -> list[str]:
    """The statement in lines below the label; none where both stand on one line."""
    if text_inches(f"{label}  {statement}", LABEL) <= room() or not is_narrow():
        return []
    return wrapped(statement, room(), LABEL)


def segment_bars(rows: pd.DataFrame, ax: Axes, *, language: str) -> Axes:
    """Bars of people: covered, not covered, and hatched what lies beyond 100 % of the workforce.

    Args:
        rows: in drawing order: label, statement (a line of words above the bar), group (heading, repeated),
            covered, gap, surplus, workforce (persons); may be left out: about (the members are a round
            figure), segment (a "total" beyond its workers is grey: how many of them are covered is not
            known).
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
        y += BAR_PITCH + BAR_LINE * len(_own_lines(row.label, row.statement))
    ax.set_ylim(y - 0.06, -0.15)
    bare(ax)
    x_inch, _ = per_inch(ax)
    for kind, top, what in layout:
        if kind == "group":
            ax.text(0, top + 0.12, what, size=STRONG, weight="semibold", color=INK, va="center")
        else:
            _segment_bar(ax, what, _say_bar(ax, what, top, x_inch) + 0.36, x_inch, language)
    return ax


def _segment_bar(ax: Axes, row, top: float, x_inch: float, language: str) -> None:
    """One bar of `segment_bars`: covered, not covered, beyond; and the mark of 100 % of its workers."""
    tone = GREY if row.surplus > 0 and getattr(row, "segment", "") == "total" else ACCENT
    gap = {"facecolor": style.COLORS["gap_light"], "edgecolor": GAP, "ink": GAP_TEXT}
    surplus = {"facecolor": "white", "edgecolor": style.COLORS["surplus"], "hatch": style.HATCH, "ink": INK}
    of_bar = (top, BAR_HEIGHT, language, x_inch)
    about = getattr(row, "about", False)
    _bar(ax, 0, row.covered, *of_bar, facecolor=tone, ink="white", about=about)
    _bar(ax, row.covered, row.gap, *of_bar, about=about, **gap)
    _bar(ax, row.covered, row.surplus, *of_bar, sign="+", about=about, **surplus)
    ends = [top - 0.07, top + BAR_HEIGHT + 0.07]
    ax.plot([row.workforce] * 2, ends, color=INK, lw=1.2, clip_on=False)
    is_short = row.workforce * x_inch < 0.4  # too short for the words to stand left of the mark
    ax.text(
        row.workforce + (0.03 if is_short else -0.03) / x_inch,
        top + BAR_HEIGHT + 0.19,
        percent(100, language, decimals=0),
        size=SMALL,
        color=INK,
        ha="left" if is_short else "right",
        va="center",
    )


def _say_bar(ax, what, top: float, x_inch: float) -> float:
    """The words above a bar, beside its label or below; where their last line stands."""
    ax.text(0, top + 0.12, what.label, size=LABEL, weight="semibold", va="center")
    own = _own_lines(what.label, what.statement)
    for line in own:
        top += BAR_LINE
        ax.text(0, top + 0.12, line, size=LABEL, color=GREY, va="center")
    if not own:
        gap_between = text_inches(what.label + "  ", LABEL) / x_inch
        ax.text(gap_between, top + 0.12, what.statement, size=LABEL, color=GREY, va="center")
    return top


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
        rows: in drawing order from the top: label, value, low, high (percent; low and high may be missing),
            highlight (bool), above_100 (bool: drawn hollow and hatched to its full ratio), and a column of
            words for each head.
        heads: column of words -> head, right end in inches from the axes' right end; on a telephone the
            first.
        bands: first and last line of groups shaded together.
    """
    most = float(np.nanmax([*rows["value"], *rows["high"], reference or 0]))
    ax.set_xlim(0, max(most * 1.04, 10))
    ax.set_ylim(len(rows) - 0.4, -0.6)
    for first, last in bands:
        ax.axhspan(first - 0.5, last + 0.5, color=style.COLORS["ground"], alpha=0.6, lw=0, zorder=0)
    for y, row in enumerate(rows.itertuples(index=False)):
        _dot(ax, y, row)
    if reference is not None:
        ax.axvline(reference, color=INK, lw=0.9, zorder=2)
        room_right = (ax.get_xlim()[1] - reference) * per_inch(ax)[0] + BESIDE_HEADS
        side = "center" if text_inches(reference_label, SMALL) / 2 <= room_right else "right"
        look = {"ha": side, "va": "bottom", "size": SMALL, "color": INK}
        words_at(ax, reference_label, (reference, -0.6), (0, 3), **look)
    if ax.get_xlim()[1] >= 95:
        ax.axvline(100, color=INK, lw=1.2, zorder=2)
    ax.set_yticks(range(len(rows)), rows["label"], size=LABEL, color=INK)
    for column, (head, inches) in list(heads.items())[: 1 if is_narrow() else None]:
        _column_at_right(ax, head, rows[column], 72 * inches)
    for y, row in enumerate(rows.itertuples(index=False)):
        if row.highlight:
            ax.get_yticklabels()[y].set_weight("semibold")
    percent_axis(ax, language)
    return ax


def _dot(ax: Axes, y: int, row) -> None:
    """A dot of `ranked_dots` with its interval; above 100 % hollow, and hatched to its full ratio."""
    if row.above_100:
        look = {"facecolor": "white", "hatch": style.HATCH, "edgecolor": style.COLORS["surplus"], "lw": 0.6}
        ax.add_artist(Rectangle((100, y - 0.22), row.value - 100, 0.44, **look))
        ax.plot(row.value, y, "o", ms=5.5, mfc="white", mec=INK, mew=1, zorder=4)
        return
    ax.plot([0, row.value], [y, y], color=LINE, lw=0.6, zorder=1)
    if not is_missing(row.low):
        light = style.COLORS["accent_light"]
        ax.plot([row.low, row.high], [y, y], color=light, lw=4, solid_capstyle="butt")
    color = ACCENT if row.highlight else GREY
    ax.plot(row.value, y, "o", ms=5.5, color=color, mec="white", mew=0.8, zorder=4)


def _column_at_right(ax: Axes, head: str, words: pd.Series, points: float) -> None:
    """A column of words right of the axes under its head; it ends so many points from their edge."""
    look = {"ha": "right", "size": SMALL, "color": GREY, "va": "bottom"}
    words_at(ax, head, (1, 1), (points, 3), xycoords="axes fraction", **look)
    look = {"ha": "right", "size": LABEL, "va": "center"}
    for y, text in enumerate(words):
        words_at(ax, text, (1, y), (points, 0), xycoords=("axes fraction", "data"), **look)


def spine(rows: pd.DataFrame, ax: Axes) -> Axes:
    """Where a region stands among others: range, middle half, reference line and the region's dot.

    Args:
        rows: in drawing order: label, value_text, reference_text, low_text, high_text, position, low, q25,
            q75, high (0 to 1, 0.5 = reference); position missing where the value is.
    """
    ax.set_xlim(0, 1)
    ax.set_ylim(len(rows) - 0.5, -0.5)
    bare(ax)
    ax.axvline(0.5, color=INK, lw=1.0, zorder=2)
    ax.plot(
        rows["position"].to_numpy("float64"),
        np.arange(len(rows)),
        "o",
        ms=8,
        color=ACCENT,
        mec="white",
        mew=1,
        zorder=4,
        clip_on=False,
    )
    label, value, reference = spine_columns()
    for y, row in enumerate(rows.itertuples(index=False)):
        ax.add_artist(
            Rectangle((row.low, y - 0.17), row.high - row.low, 0.34, facecolor=style.COLORS["ground"])
        )
        ax.add_artist(Rectangle((row.q25, y - 0.17), row.q75 - row.q25, 0.34, facecolor=LINE))
        words_at(ax, row.label, (0, y), (-label, 0), ha="left", va="center", size=LABEL)
        columns = ((-value, row.value_text, "semibold"), (-reference, row.reference_text, "normal"))
        for offset, words, weight in columns:
            words_at(ax, words, (0, y), (offset, 0), ha="right", va="center", size=LABEL, weight=weight)
        ends = () if is_narrow() else ((0, row.low_text, "right"), (1, row.high_text, "left"))
        for x, words, side in ends:
            words_at(
                ax, words, (x, y), (-8 if x == 0 else 8, 0), ha=side, va="center", size=SMALL, color=GREY
            )
    return ax


def spine_margins() -> dict[str, float]:
    """Inches left and right of a spine's axes."""
    return {"left": 2.65, "right": 0.1} if is_narrow() else {"left": 3.46, "right": 0.5}


def spine_columns() -> tuple[float, float, float]:
    """Where names begin and the two columns end, in points left of the axes."""
    return SPINE_NARROW if is_narrow() else (SPINE_LABEL, SPINE_VALUE, SPINE_REFERENCE)


def spine_heads(ax: Axes, *, value: str, reference: str) -> None:
    """Heads above the columns of values. The ends have none: in a row where less is better the highest stands
    left.
    """
    top = ax.get_ylim()[1]
    _, at_value, at_reference = spine_columns()
    for offset, words in ((-at_value, value), (-at_reference, reference)):
        words_at(ax, words, (0, top), (offset, 4), ha="right", va="bottom", size=SMALL, color=GREY)
