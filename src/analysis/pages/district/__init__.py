"""The report of one district: four pages and the annexes, in the order in which they are read."""

from . import annex, brief, page1_summary, page2_standing, page3_outlook, page4_closing, province_map

__all__ = ["annex", "brief", "page1_summary", "page2_standing", "page3_outlook", "page4_closing", "province_map"]
