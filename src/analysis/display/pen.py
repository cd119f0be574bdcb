"""A drawing as SVG text, its words measured by the advance widths of the house typeface.

Matplotlib measures each text by setting it anew; here a character is measured once for all texts and sizes. Words stand
where matplotlib puts them, by their anchor and the height of the typeface; only the ground drawn behind words depends on
a width, and that leaves out kerning (less than 1 %).
"""

from __future__ import annotations

import io
from functools import cache, lru_cache
from pathlib import Path

from matplotlib import font_manager
from matplotlib.backends.backend_mixed import MixedModeRenderer
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.figure import Figure
from matplotlib.ft2font import FT2Font, LoadFlags


def svg(drawing: Figure) -> str:
    """The drawing as one `<svg>` element on one line, equal for equal drawings.

    A notebook's file holds each line of an output as an item of a list; matplotlib writes thousands.
    """
    out = io.StringIO()
    drawing.dpi = 72
    width, height = drawing.get_size_inches()
    pen = _Pen(72 * width, 72 * height, out, image_dpi=72, metadata={"Date": None, "Creator": None})
    renderer = MixedModeRenderer(drawing, width, height, 72, pen)
    drawing.draw(renderer)
    renderer.finalize()
    text = out.getvalue()
    return text[text.index("<svg") :].strip().replace("\n", " ")


class _Pen(RendererSVG):
    def get_text_width_height_descent(self, s, prop, ismath):
        if ismath:
            return super().get_text_width_height_descent(s, prop, ismath)
        ascent, descent, _ = self._get_font_height_metrics(prop)
        face, size = _face(prop.get_weight(), prop.get_style()), prop.get_size_in_points()
        return size * sum(_advance(face, character) for character in s), ascent + descent, descent

    def _get_font_height_metrics(self, prop):
        """Ascent, descent and line gap at 72 dpi; matplotlib asks for them instead of opening the font each time."""
        size = prop.get_size_in_points()
        return tuple(size * part for part in _heights(_face(prop.get_weight(), prop.get_style())))


@lru_cache
def _face(weight, style: str) -> str:
    return font_manager.findfont(font_manager.FontProperties(weight=weight, style=style))


@lru_cache
def _font(face: str) -> FT2Font:
    """The face from memory: forked processes would share the place in an open file, and read each other's glyphs."""
    return FT2Font(io.BytesIO(Path(face).read_bytes()))


@lru_cache
def _heights(face: str) -> tuple[float, float, float]:
    """Ascent, descent and line gap of a face, in parts of the type size."""
    font = _font(face)
    table, units = font.get_sfnt_table("OS/2"), font.get_sfnt_table("head")["unitsPerEm"]
    return table["sTypoAscender"] / units, -table["sTypoDescender"] / units, table["sTypoLineGap"] / units


@cache
def _advance(face: str, character: str) -> float:
    """The width of a character in parts of the type size."""
    font = _font(face)
    font.set_size(100, 72)
    return font.load_char(ord(character), flags=LoadFlags.NO_HINTING).linearHoriAdvance / 65536 / 100
