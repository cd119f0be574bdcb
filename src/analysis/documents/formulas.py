"""Formulas of other notebooks, drawn by matplotlib's mathtext as a picture that stands in a line of text.

Hides mathtext. What it cannot draw, such as an aligned block, stays as it is written.
"""

from __future__ import annotations

import io
import re

from .drawings import read_svg
from .tokens import TEXT_WIDTH_PT

SIZE_PT = 10.5  # of the letters beside it
LEAST_SCALE = 0.7  # of a formula wider than a line; below it, it stays as it is written
DISPLAY = re.compile(r"\\(displaystyle|textstyle|limits|nolimits)\b")
SAME = {
    r"\le": r"\leq",
    r"\ge": r"\geq",
    r"\ne": r"\neq",
    r"\dfrac": r"\frac",
    r"\tfrac": r"\frac",
    r"\text": r"\mathrm",
}
OTHERWISE = re.compile("|".join(rf"{re.escape(name)}(?![A-Za-z])" for name in SAME))
PRICES = re.compile(r"[\d.,\s]*|[^\\^_={}]*\b[A-Za-z]{3,}[^\\^_={}]*")  # between two dollar signs: no formula


def formula_spans(latex: str, *, display: bool = False) -> list[dict]:
    """The formula as a span with its drawing; as text in the form of code where it cannot be drawn."""
    source = DISPLAY.sub("", latex).strip().strip("$").strip()
    if not source or PRICES.fullmatch(source):
        return [{"text": f"${latex}$"}]
    try:
        drawing, depth = _drawn(
            OTHERWISE.sub(lambda found: SAME[found[0]], " ".join(source.split())),
            SIZE_PT * (1.25 if display else 1),
        )
    except (ValueError, RecursionError):
        return [{"text": source, "code": True}]
    scale = min(1.0, TEXT_WIDTH_PT / drawing.width)
    if scale < LEAST_SCALE:
        return [{"text": source, "code": True}]
    return [{"text": source, "drawing": drawing, "height": drawing.height * scale, "depth": depth * scale}]


def _drawn(source: str, size: float):
    """The drawing, and how far it reaches below the line, in points."""
    from matplotlib import mathtext, rc_context
    from matplotlib.font_manager import FontProperties

    picture = io.BytesIO()
    with rc_context({"svg.fonttype": "path", "svg.hashsalt": "cakupan"}):
        letters = FontProperties(family="DejaVu Sans", size=size, math_fontfamily="stix")
        depth = mathtext.math_to_image(f"${source}$", picture, prop=letters, dpi=72, format="svg")
    return read_svg(picture.getvalue().decode("utf-8"), where="formula"), float(depth)
