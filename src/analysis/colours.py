"""The colours of charts, pages, sheets and screens. A colour means one thing everywhere; no other module
names one.

Each differs from its neighbours in lightness too, so that a grey print keeps the meaning.
"""

COLOURS = {
    "ink": "#1B2326",  # text
    "grey": "#5B666B",  # secondary text, axes; 5.9:1 on white
    "quiet": "#98A3A8",  # a whole drawn behind its parts
    "line": "#C8CFD2",  # hairlines
    "ground": "#EEF1F2",  # quiet ground, the ground of a box
    "paper": "#FFFFFF",
    "accent": "#0B5563",  # covered; this region
    "accent_light": "#9FC3C9",  # ranges around the accent
    "accent_tint": "#E4EEF0",  # the lightest tile of a map
    "gap": "#BC5315",  # not covered; 4.8:1 on white
    "gap_text": "#923B0A",  # the same hue for letters; 7.3:1 on white, 4.6:1 on gap_light under the watermark
    "gap_light": "#F3D9C8",  # ground of what is not covered
    "surplus": "#6B7A80",  # members beyond the workforce: always hatched
    "band_low": "#DCEAEC",  # the lowest of the four bands of coverage on the maps of the index
    "band_high": "#3F7A86",  # the third of them; the second is accent_light, the fourth accent
    "hatch": "#A9B3B7",  # hatching of a region above 100 % or without a figure
    "hatch_light": "#E1E5E7",  # hatching of a cell that is not published
}
