"""What paper and screen share: the colours and the sizes.

A colour means one thing: `gap` is people not covered, nowhere used as an ornament.
"""

from .. import colours

COLOURS = {
    name: colours.COLOURS[name]
    for name in ("ink", "grey", "line", "ground", "accent", "gap", "gap_text", "paper")
}
# maps of the index
BAND_COLOURS = {name: colours.COLOURS[name] for name in ("band_low", "accent_light", "band_high", "surplus")}
HATCH = colours.COLOURS["hatch"]

PAGE_WIDTH_MM, PAGE_HEIGHT_MM = 210, 297  # A4
MARGIN_MM = {"left": 20, "right": 20, "top": 21, "bottom": 22}
TEXT_WIDTH_PT = (PAGE_WIDTH_MM - MARGIN_MM["left"] - MARGIN_MM["right"]) / 25.4 * 72
