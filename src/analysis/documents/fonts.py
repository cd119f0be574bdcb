"""The one typeface: where its files lie, how wide a text runs, and what a browser needs of it.

Hides fontTools. The files come from the wheel `font-source-sans-pro`, never from the machine. What a browser
needs is cut from them once and lies in `typeface/`; `python -m analysis.documents.fonts` cuts it anew, and a
test holds the two together.
"""

import base64
import logging
from functools import cache
from io import BytesIO
from pathlib import Path

FAMILY = "Source Sans Pro"
CUT = Path(__file__).with_name("typeface")
FACES = ("Light", "LightIt", "Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt")
WEB_FACES = {"Regular": ("normal", "400"), "It": ("italic", "400"), "Semibold": ("normal", "600 900")}
WEB_NAMES = (0, 1, 2, 13, 14)  # family and style; copyright and licence stay in
#: What Indonesian and English reports write; anything else a browser takes from the reader's own fonts.
WEB_CHARACTERS = (
    "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x100)])) + "‐–—‘’‚“”„•…‰′″€←↑→↓−√∞≈≠≤≥■▲▼✓\u202f"
)


def font_files() -> list[Path]:
    """The TrueType files that pages may use."""
    import font_source_sans_pro

    folder = Path(font_source_sans_pro.__file__).parent / "files"
    return [folder / f"SourceSansPro-{face}.ttf" for face in FACES]


def text_width(text: str, *, size: float, face: str = "Regular") -> float:
    """Width of a line of text in the unit of `size`, without kerning;
    a tenth of the em is added for safety.
    """
    advances = _advances(face)
    return (sum(advances.get(character, 0.7) for character in text) + 0.1) * size


@cache
def web_fonts() -> str:
    """`@font-face` rules that carry the typeface within a page, cut down to `WEB_CHARACTERS`."""
    return "\n".join(_font_face(face, style, weight) for face, (style, weight) in WEB_FACES.items())


def _font_face(face: str, style: str, weight: str) -> str:
    data = base64.b64encode((CUT / f"{face}.woff").read_bytes()).decode("ascii")
    return (
        f"@font-face{{font-family:'{FAMILY}';font-style:{style};font-weight:{weight};"
        f"src:url(data:font/woff;base64,{data}) format('woff')}}"
    )


def cut(face: str) -> bytes:
    """A face as WOFF with `WEB_CHARACTERS` alone; copyright and licence stay in. It takes 0.1 s."""
    from fontTools import subset

    logging.getLogger("fontTools.subset").setLevel(logging.ERROR)
    options = subset.Options(
        flavor="woff", hinting=False, layout_features=["kern", "liga", "case", "locl", "ccmp"]
    )
    font = subset.load_font(_file(face), options, lazy=True)
    font.recalcTimestamp = False
    names = font["name"]
    # fontTools goes through every rule of the typeface for one that has a name: half of its time
    del font["name"]
    names.names = [name for name in names.names if name.nameID in WEB_NAMES and name.isUnicode()]
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=WEB_CHARACTERS)
    subsetter.subset(font)
    font["name"] = names
    content = BytesIO()
    subset.save_font(font, content, options)
    return content.getvalue()


@cache
def _advances(face: str) -> dict[str, float]:
    from fontTools.ttLib import TTFont

    font = TTFont(_file(face), lazy=True)
    units, widths = font["head"].unitsPerEm, font["hmtx"]
    return {chr(code): widths[glyph][0] / units for code, glyph in font.getBestCmap().items()}


def _file(face: str) -> str:
    return str(next(path for path in font_files() if path.name == f"SourceSansPro-{face}.ttf"))


if __name__ == "__main__":
    CUT.mkdir(exist_ok=True)
    for name in WEB_FACES:
        (CUT / f"{name}.woff").write_bytes(cut(name))
