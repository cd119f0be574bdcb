"""What paper and screen share: the colours and the sizes.

A colour means one thing: `gap` is people not covered, nowhere used as an ornament.
"""

COLOURS = {
    "ink": "#1B2326",
    "grey": "#5B666B",  # secondary text; 5.9:1 on white
    "line": "#C8CFD2",  # hairlines
    "ground": "#EEF1F2",  # the ground of a box
    "accent": "#0B5563",
    "gap": "#C2571A",
    "gap_text": "#A94810",  # the same hue, dark enough for small text; 5.8:1 on white
    "paper": "#FFFFFF",
}

PAGE_WIDTH_MM, PAGE_HEIGHT_MM = 210, 297  # A4
MARGIN_MM = {"left": 20, "right": 20, "top": 21, "bottom": 22}
TEXT_WIDTH_PT = (PAGE_WIDTH_MM - MARGIN_MM["left"] - MARGIN_MM["right"]) / 25.4 * 72
