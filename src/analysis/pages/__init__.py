"""Pages: numbers in, pictures and words out, in Bahasa Indonesia or English.

Comes in: built tables and the frames of `measures`. Goes out: blocks (text, key figures, tables, figures)
that JupyterLab shows and the exports print. Nothing is computed here that a reader could quote; nothing is
written.

    show                what a notebook cell ends with
    district_scope, area_scope    what a page is about, chosen once
    lead, page1_summary, page2_standing, page3_outlook, page4_closing, province_map, annex    a district
    report
    without_members, request    a district whose members are not published, and the letter that asks for them
    brief                its one-page brief
    moved               its figures that moved since the build before
    area                the comparison of the regions of one area: opening, printed_claims, overview, ranking,
    gap_parts
    Explorer, explore   gaps to look at with widgets, and the same views as pure functions
    budget, award       what a budget buys and for whom; an award on the user's own weights
    quality             whether the tables can be trusted
    known_of_514        what is known of each district, and what became of every printed claim
    claim_sentences     the verdict on one claim, in words
"""

from ..words import Words
from . import area, award, budget, explore, known_of_514, quality
from .area_scope import AreaScope, area_scope
from .block_kinds import Block
from .blocks import bullets, heading, show, text
from .claim import claim_sentences
from .district import (
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
from .district_scope import DistrictScope, district_scope
from .explore.controls import Explorer

__all__ = [
    "AreaScope",
    "Block",
    "DistrictScope",
    "Explorer",
    "Words",
    "annex",
    "area",
    "area_scope",
    "award",
    "brief",
    "budget",
    "bullets",
    "claim_sentences",
    "district_scope",
    "explore",
    "heading",
    "known_of_514",
    "lead",
    "moved",
    "page1_summary",
    "page2_standing",
    "page3_outlook",
    "page4_closing",
    "province_map",
    "quality",
    "request",
    "show",
    "text",
    "without_members",
]
