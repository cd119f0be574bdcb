"""The report of one district: four pages, two without members, and the annexes."""

from . import (
    annex,
    brief,
    lead,
    moved,
    page1_summary,
    page2_standing,
    page3_outlook,
    page4_closing,
    province_map,
    request,
    without_members,
)

__all__ = [
    "annex",
    "brief",
    "lead",
    "moved",
    "page1_summary",
    "page2_standing",
    "page3_outlook",
    "page4_closing",
    "province_map",
    "request",
    "without_members",
]
