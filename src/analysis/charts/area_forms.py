"""Chart forms of a comparison of many regions: heat table, bump chart, tree of a gap, named tiles.

As in `charts`: finished words in the rows, axes in and out, nothing computed but positions.
"""

from __future__ import annotations

import re

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, to_rgb
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from ..words.formats import is_missing
from . import style
from .layout import bare, canvas, is_narrow, narrow_abbreviations, per_inch, room, words_at
from .scales import text_inches
from .style import ACCENT, GREY, GROUND, INK, LABEL, LINE, SMALL

TILE_LEADING, TILE_LINE = 0.145, 0.15  # inches from line to line; least of a tile for each line
TILE_RATIO, TALLEST_TILE, TALLEST_MAP = 1.8, 0.5, 1.75  # width to height; inches
TILE_MARGIN, TILE_PADDING = 0.1, 0.045  # inches beside, and above and below the words of a tile, together
#: An Indonesian word may be broken between two consonants, and before one with its vowel; ng and ny are one.
SYLLABLE_END = re.compile(
    "[aeiou](?!n[gy][aeiou])(?:ng|[^aeiou])(?=[^aeiou][aeiou])|[aeiou](?=(?:ng|ny|[^aeiou])[aeiou])",
    re.IGNORECASE,
)
#: Of the way from the lightest tint to the accent: ink has a contrast of 5.4 to it, 4.6 under a watermark.
DARKEST_TILE = 0.52
LIGHT_TILE = np.array(to_rgb(style.COLORS["accent_tint"]))
LEAST_TILE, TELEPHONE_TILES = 0.36, 6  # inches below which tiles stand in their order, so many in a line
BUMP_HEAD, TREE_TEXT = 1.2, 0.13  # inches: of a head on a telephone; left and right of the words of a mark
WHITE = -1.0  # a cell of a heat table without tint


def heat(rows: pd.DataFrame, ax: Axes, *, columns: list[tuple[str, str]]) -> Axes:
    """A table of coverage as colour: one line a region, one column a segment; a ratio above 100 % white and
    hatched.

    Args:
        rows: one row per cell: label (of the region, in drawing order), column (key), shade (0 to 1; missing
            = not known), hatched (bool), words.
        columns: key and heading, from left to right.
    """
    import seaborn

    tints = LinearSegmentedColormap.from_list("tints", [tile_tint(0), tile_tint(1)])
    tints = tints.with_extremes(under="white")
    labels, keys = rows["label"].unique(), [key for key, _ in columns]
    shade, hatched, words = (
        rows.pivot(index="label", columns="column", values=name).reindex(index=labels, columns=keys)
        for name in ("shade", "hatched", "words")
    )
    tint = shade.mask(hatched.eq(True) | (shade.isna() & words.notna()), WHITE)
    seaborn.heatmap(
        tint, vmin=0, vmax=1, cmap=tints, cbar=False, linewidths=2, linecolor="white", annot=words, fmt="",
        annot_kws={"size": LABEL, "va": "center_baseline"}, xticklabels=False, yticklabels=False, ax=ax,
    )  # fmt: skip
    ax.set(xlabel="", ylabel="")
    for text in ax.texts:
        x, y = (int(middle) for middle in text.get_position())
        text.set_color(GREY if pd.isna(shade.iat[y, x]) else INK)
        if hatched.iat[y, x]:
            look = {
                "facecolor": "white",
                "edgecolor": style.COLORS["surplus"],
                "hatch": style.HATCH,
                "lw": 0.6,
            }
            ax.add_artist(Rectangle((x + 0.02, y + 0.06), 0.96, 0.88, **look))
            text.set_bbox({"facecolor": "white", "edgecolor": "none", "pad": 0.8})
    for x, (_, head) in enumerate(columns):
        head = "\n".join(head.split()) if is_narrow() else head
        words_at(ax, head, (x + 0.5, 0), (0, 4), size=SMALL, color=GREY, ha="center", va="bottom")
    ax.set_yticks([place + 0.5 for place in range(len(labels))], labels, size=LABEL, color=INK)
    return ax


def bump(rows: pd.DataFrame, ax: Axes, *, columns: list[tuple[str, str]]) -> Axes:
    """Ranks under one denominator after another; a region that keeps its place is a level grey line. On a
    telephone the names stand at the right alone.

    Args:
        rows: one row per region and column: region, label, column (key), rank (1 = best), highlight (bool).
        columns: key and heading, from left to right.
    """
    at_x = {key: place for place, (key, _) in enumerate(columns)}
    last = len(columns) - 1
    ax.set_xlim(-0.02, last + 0.02)
    ax.set_ylim(rows["rank"].max() + 0.6, 0.4)
    bare(ax)
    for _, line in rows.groupby("region", sort=False):
        line = line.assign(x=line["column"].map(at_x)).sort_values("x")
        strong = bool(line["highlight"].iloc[0])
        color = ACCENT if strong else LINE
        ax.plot(
            line["x"],
            line["rank"],
            color=color,
            lw=1.8 if strong else 1.1,
            marker="o",
            ms=4.5,
            mec="white",
            mew=0.6,
            zorder=3 if strong else 2,
            clip_on=False,
        )
    for side, key in ((-1, columns[0][0]), (1, columns[-1][0])):
        _name_ends(ax, rows[rows["column"] == key].sort_values(["rank", "label"]), at_x[key], side)
    sides = {0: "left", last: "left" if is_narrow() else "right"}
    for key, head in columns:
        words_at(
            ax,
            "\n".join(_wrapped(head, BUMP_HEAD)) if is_narrow() else head,
            (at_x[key], 1),
            (0, 3),
            xycoords=("data", "axes fraction"),
            size=SMALL,
            color=GREY,
            ha=sides.get(at_x[key], "center"),
            va="bottom",
        )


def _name_ends(ax: Axes, ends: pd.DataFrame, x: int, side: int) -> None:
    """Names and ranks beside the first (side -1) or last column of a bump chart, the tied one by one."""
    for rank, tied in ends.groupby("rank"):
        for place, row in enumerate(tied.itertuples(index=False)):
            words = [f"{rank}", row.label]
            words_at(
                ax,
                f"{rank}" if side < 0 and is_narrow() else "  ".join(words[::side]),
                (x, rank + (place - (len(tied) - 1) / 2) * 0.9),
                (8 * side, 0),
                ha="right" if side < 0 else "left",
                va="center",
                size=SMALL,
                color=ACCENT if row.highlight else INK,
                weight="semibold" if row.highlight else "normal",
            )


def tree(rows: pd.DataFrame, ax: Axes, *, widths: list[float], heads: list[str]) -> Axes:
    """A whole split into parts, and those into theirs, from left to right; the height of a mark is its size.

    Args:
        rows: one row per mark: depth (0 = the whole), start, end (0 to 1, from the top), words (lines in the
            mark), rest (bool: what is left, drawn pale), short (fewer words, where there is no room; may
            be left out).
        widths: of the depths, in inches. heads: what each depth shows.
    """
    edges = np.cumsum([0.0, *widths])
    ax.set_xlim(0, edges[-1])
    ax.set_ylim(1, 0)
    bare(ax)
    dark, light = (np.array(to_rgb(style.COLORS[name])) for name in ("gap", "gap_light"))
    tones = [tuple(dark), tuple(dark + (light - dark) * 0.6), tuple(light)]
    for mark in rows.itertuples(index=False):
        face = GROUND if mark.rest else tones[min(mark.depth, 2)]
        left, right = edges[mark.depth], edges[mark.depth + 1]
        size = right - left, mark.end - mark.start
        ax.add_artist(Rectangle((left, mark.start), *size, facecolor=face, edgecolor="white", lw=1.2))
        ink = "white" if mark.depth == 0 else INK
        middle = (mark.start + mark.end) / 2
        words = _in_mark(mark, size[0], size[1] * per_inch(ax)[1]) if is_narrow() else mark.words
        ax.annotate(
            "\n".join(words),
            (left, middle),
            xytext=(6, 0),
            textcoords="offset points",
            size=LABEL,
            color=ink,
            weight="semibold" if mark.depth < 2 and not mark.rest else "normal",
            va="center_baseline" if len(words) == 1 else "center",
            linespacing=1.25,
        )
    for depth, head in enumerate(heads):
        head = "\n".join(_wrapped(head, widths[depth])) if is_narrow() else head
        words_at(ax, head, (edges[depth], 0), (0, 4), size=SMALL, color=GREY, va="bottom")
    return ax


def _in_mark(mark, width: float, height: float) -> list[str]:
    """The words of a mark in lines as wide as it is, where it is high enough for them; else in short."""
    lines = [line for words in mark.words for line in _wrapped(words, width - TREE_TEXT)]
    return lines if len(lines) * TILE_LINE <= height else getattr(mark, "short", mark.words)


def tile_size(names: list[str], *, columns: int, lines: int) -> tuple[float, float]:
    """Width and height of a tile in inches: about 1.8 to 1, wider where a name needs it, all tiles together
    as high as there is room; lower tiles where there are many lines.
    """
    height = min(TALLEST_MAP / lines, TALLEST_TILE)
    longest = max(text_inches(name, LABEL) for name in names) + TILE_MARGIN
    width = min(room() / columns, max(TILE_RATIO * height, longest))
    most = 1 + max(len(_wrapped(name, width - TILE_MARGIN)) for name in names)
    return width, max(height, TILE_LINE * most)


def tile_words(rows: pd.DataFrame, width: float) -> list[list[str]]:
    """The lines of each tile: its name, wrapped, and the value below.

    Args:
        rows: short_name, value_text. width: of a tile in inches; a single word is never cut.
    """
    return [
        [*_wrapped(name, width - TILE_MARGIN), value]
        for name, value in zip(rows["short_name"], rows["value_text"])
    ]


def _wrapped(name: str, inches: float) -> list[str]:
    lines: list[str] = []
    for word in (part for whole in name.split() for part in _parts(whole, inches)):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_inches(longer, LABEL) <= inches:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _parts(word: str, inches: float) -> list[str]:
    """The word, or where it is too long its two halves with a hyphen: "Banjar-", "negara"."""
    if text_inches(word, LABEL) <= inches:
        return [word]
    places = [found.end() for found in SYLLABLE_END.finditer(word) if 2 <= found.end() <= len(word) - 2]
    if not places:
        return [word]
    at = min(places, key=lambda place: abs(place - len(word) / 2))
    return [word[:at] + "-", word[at:]]


def shade_scale(values, *, least_range: float) -> tuple[float, float]:
    """The ends of a scale of tints for these values; values that lie close together do not use the whole of
    it.
    """
    low, high = min(values), max(values)
    return low, low + max(high - low, least_range)


def shade(value: float, low: float, high: float) -> float:
    """Where a value lies on a scale of tints: 0 to 1."""
    return (value - low) / (high - low)


def tile_tint(shade: float) -> tuple:
    """The ground of a tile, 0 (lightest) to 1 (as dark as ink can still be read on)."""
    return tuple(LIGHT_TILE + (np.array(to_rgb(ACCENT)) - LIGHT_TILE) * DARKEST_TILE * shade)


def tile_map(rows: pd.DataFrame) -> Figure:
    """A drawing of `named_tiles`, as wide and as high as its names need; tiles that would be too narrow for
    words stand in the order of the rows.

    Args:
        rows: short_name, value_text, and all that `named_tiles` takes but the words; rows without a place are
            left out.
    """
    placed = rows.dropna(subset=["tile_row", "tile_col"])
    placed = placed.assign(short_name=narrow_abbreviations(placed["short_name"]))
    lines, columns = _extent(placed)
    if room() / columns < LEAST_TILE:
        places = range(len(placed))
        placed = placed.assign(
            tile_row=[place // TELEPHONE_TILES for place in places],
            tile_col=[place % TELEPHONE_TILES for place in places],
        )
        lines, columns = _extent(placed)
    width, height = tile_size(placed["short_name"].tolist(), columns=columns, lines=lines)
    drawing, axes = canvas(height * lines, right=room() - width * columns)
    named_tiles(placed.assign(words=tile_words(placed, width)), axes)
    return drawing


def _extent(placed: pd.DataFrame) -> list[int]:
    """Lines and columns of tiles."""
    return [int(placed[name].max() - placed[name].min()) + 1 for name in ("tile_row", "tile_col")]


def named_tiles(rows: pd.DataFrame, ax: Axes) -> Axes:
    """One tile a region, roughly where it lies, with its whole name and its value; the district of the report
    outlined.

    Args:
        rows: tile_row, tile_col, words (`tile_words`), shade (0 to 1; missing = without tint), hatched, muted
            (bool: not known or not ranked, so in grey), highlight (bool).
    """
    left, top = rows["tile_col"].min(), rows["tile_row"].min()
    ax.set_xlim(0, rows["tile_col"].max() - left + 1)
    ax.set_ylim(rows["tile_row"].max() - top + 1, 0)
    bare(ax)
    tall = per_inch(ax)[1]
    leading = min(TILE_LEADING, (tall - TILE_PADDING) / max(map(len, rows["words"]))) / tall
    for tile in rows.sort_values("highlight").itertuples(index=False):
        known = not is_missing(tile.shade)
        face = tile_tint(tile.shade) if known else "white"
        x, y = tile.tile_col - left, tile.tile_row - top
        ax.add_artist(
            Rectangle(
                (x + 0.02, y + 0.03),
                0.96,
                0.94,
                facecolor=face,
                hatch=style.HATCH if tile.hatched else None,
                edgecolor=INK if tile.highlight else ("white" if known else LINE),
                lw=1.6 if tile.highlight else 0.6,
            )
        )
        box = {"facecolor": "white", "edgecolor": "none", "pad": 0.6} if tile.hatched else None
        last, ink = len(tile.words) - 1, GREY if tile.muted else INK
        for place, words in enumerate(tile.words):
            ax.text(
                x + 0.5,
                y + 0.5 + (place - last / 2) * leading,
                words,
                size=LABEL,
                color=ink,
                ha="center",
                va="center_baseline",
                bbox=box,
                weight="semibold" if place == last or tile.highlight else "normal",
            )
    return ax
