"""Frames as a notebook shows them."""

ENTRIES = {
    "frame_persons": ("orang", "people"),
    "frame_absent": ("belum diterbitkan", "not published"),
    "frame_ratio_only": ("bukan cakupan", "not coverage"),
    "frame_more": ("{left} baris lainnya tidak ditampilkan", "{left} more rows not shown"),
}
