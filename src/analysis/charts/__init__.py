"""Charts: tidy rows and axes in, drawing, axes out. Only positions are computed here.

Finished words arrive in the rows; the caller owns figure, size, title and source line. A new form is one
function in the module of its kind, named here.

    canvas, room, narrow, is_narrow, words_at, style, text_inches    what every drawing stands on
    svg                                a drawing as SVG text
    segment_bars, spine, ranked_dots    where a region stands
    lines, change_split                years and changes
    rank_strip, path, paid_bar, score_intervals, shared_bars    what lies ahead and what it costs
    heat, bump, tree, named_tiles, tile_map    many regions
    province_squares, squares_legend    every district of the nation as a square
    benchmark_bars                     what a supposition would be in people
    tens                               how many of ten workers are covered
    gaps, gap_lines, two_ratios, relation, ratio_lines    the exploration
"""

from . import style
from .area_forms import (
    LIGHT_TILE,
    bump,
    heat,
    named_tiles,
    shade,
    shade_scale,
    tile_map,
    tile_size,
    tile_tint,
    tile_words,
    tree,
)  # fmt: skip
from .benchmark_forms import benchmark_bars
from .explore_forms import gap_lines, gaps, head, ratio_lines, relation, two_ratios
from .forms import ranked_dots, segment_bars, segment_bars_height, spine, spine_heads, spine_margins
from .layout import LEADER_INCHES, canvas, is_narrow, label_width, narrow, places_apart, room, words_at
from .plan_forms import paid_bar, paid_bar_canvas, path, rank_strip, score_intervals, shared_bars
from .province_squares import province_squares, squares_legend
from .scales import percents, text_inches
from .style import ACCENT, FULL_WIDTH, GAP, GAP_TEXT, GREY, INK, LABEL, NARROW_WIDTH, SMALL
from .svg_text import svg
from .tens import LINE as TENS_LINE
from .tens import tens
from .year_forms import change_split, lines

__all__ = [
    "ACCENT", "FULL_WIDTH", "GAP", "GAP_TEXT", "GREY", "INK", "LABEL", "LEADER_INCHES", "LIGHT_TILE",
    "NARROW_WIDTH", "SMALL", "TENS_LINE", "benchmark_bars", "bump", "canvas", "change_split", "gap_lines",
    "gaps", "head", "heat", "is_narrow",
    "label_width", "lines", "named_tiles", "narrow", "paid_bar", "paid_bar_canvas", "path", "percents",
    "places_apart", "province_squares", "rank_strip", "ranked_dots", "ratio_lines", "relation", "room",
    "score_intervals", "segment_bars", "segment_bars_height", "shade", "shade_scale", "shared_bars",
    "spine", "spine_heads", "spine_margins", "squares_legend", "style", "svg", "tens", "text_inches",
    "tile_map", "tile_size", "tile_tint", "tile_words", "tree", "two_ratios", "words_at",
]  # fmt: skip
