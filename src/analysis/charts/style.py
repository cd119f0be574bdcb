"""The design system: one typeface, one accent, greys, one warm colour for people who are not covered.

Charts, tables, PDF and HTML read these tokens; no font is named elsewhere, and no colour outside
`analysis.colours`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import font_source_sans_pro
import matplotlib as mpl
from matplotlib import font_manager

from ..colours import COLOURS

FONT = "Source Sans Pro"
FONT_FOLDER = Path(font_source_sans_pro.__file__).parent / "files"
FONT_FILES = tuple(
    FONT_FOLDER / f"SourceSansPro-{face}.ttf" for face in ("Regular", "It", "Semibold", "SemiboldIt", "Bold")
)

COLORS = COLOURS
HATCH = "////"
INK, GREY, LINE, GROUND = COLORS["ink"], COLORS["grey"], COLORS["line"], COLORS["ground"]
ACCENT, GAP, GAP_TEXT = COLORS["accent"], COLORS["gap"], COLORS["gap_text"]

#: Type sizes in points, as printed on A4, for charts drawn at their printed width: nothing printed is below
#: 9.
SIZES = {"label": 9.0, "small": 9.0, "strong": 10.0}

SMALL, LABEL, STRONG = SIZES["small"], SIZES["label"], SIZES["strong"]

#: Printed widths in inches inside the margins of an A4 page.
FULL_WIDTH = 6.69
NARROW_WIDTH = 3.6  # of a drawing for a telephone: enlarged by a quarter on a screen of 360 px


#: A screen without the typeface takes the nearest, never letters with serifs, and shows what they take beyond
#: the drawing's edge; the exports carry their own.
ON_SCREEN = (
    "figure svg text{font-family:'Source Sans Pro','Source Sans 3',Carlito,Arial,sans-serif!important}"
    "figure svg{overflow:visible;max-width:100%;height:auto}"
)


#: The house style as matplotlib reads it.
SETTINGS = mpl.RcParams({
    "font.family": FONT,
    "font.size": SIZES["label"],
    "svg.fonttype": "none",
    "svg.hashsalt": "cakupan",
    "hatch.linewidth": 0.6,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": COLORS["line"],
    "axes.linewidth": 0.6,
    "axes.labelcolor": COLORS["grey"],
    "axes.titley": 1.0,
    "text.color": COLORS["ink"],
    "xtick.color": COLORS["grey"],
    "ytick.color": COLORS["grey"],
    "xtick.major.width": 0.6,
    "ytick.major.width": 0,
    "xtick.major.size": 3,
    "ytick.major.size": 0,
    "figure.facecolor": "none",
    "axes.facecolor": "none",
})  # fmt: skip


def use() -> None:
    """Set matplotlib to the house style; raises FileNotFoundError if the typeface is missing."""
    _add_typeface()
    if any(
        mpl.rcParams[name] != value for name, value in SETTINGS.items()
    ):  # to set them costs more than to look
        mpl.rcParams.update(SETTINGS)


@cache
def _add_typeface() -> None:
    """Make the typeface known to matplotlib, once a process."""
    known = {entry.fname for entry in font_manager.fontManager.ttflist}
    for path in FONT_FILES:
        if not path.exists():
            raise FileNotFoundError(
                f"{path.name}: the typeface is missing; reinstall the package font-source-sans-pro"
            )
        if str(path) not in known:
            font_manager.fontManager.addfont(path)
