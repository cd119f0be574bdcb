"""Formulas of other notebooks, drawn by matplotlib's mathtext as a picture that stands in a line of text.

Hides mathtext. What it cannot draw, such as an aligned block, stays as it is written.
"""

from __future__ import annotations

import io
import re

from .drawings import read_svg

SIZE_PT = 10.5  # of the letters beside it
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
    except ValueError:
        return [{"text": source, "code": True}]
    return [{"text": source, "drawing": drawing, "height": drawing.height, "depth": depth}]


def _drawn(source: str, size: float):
    """The drawing, and how far it reaches below the line, in points."""
    from matplotlib import mathtext, rc_context
    from matplotlib.font_manager import FontProperties

    picture = io.BytesIO()
    with rc_context({"svg.fonttype": "path", "svg.hashsalt": "cakupan"}):
        letters = FontProperties(family="DejaVu Sans", size=size, math_fontfamily="stix")
        depth = mathtext.math_to_image(f"${source}$", picture, prop=letters, dpi=72, format="svg")
    return read_svg(picture.getvalue().decode("utf-8"), where="formula"), float(depth)
