"""Frames as a notebook shows them: units, what is not there, and labels that no other list holds."""

ENTRIES = {
    "frame_persons": ("orang", "people"),
    "frame_points": ("poin", "points"),
    "frame_absent": ("belum diterbitkan", "not published"),
    "frame_ratio_only": ("bukan cakupan", "not coverage"),
    "frame_more": ("{left} baris lainnya tidak ditampilkan", "{left} more rows not shown"),
    "frame_yes": ("ya", "yes"),
    "frame_no": ("tidak", "no"),
}
