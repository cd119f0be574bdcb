"""Pages: numbers in, pictures and words out, in Bahasa Indonesia or English.

Comes in: built tables and the frames of `measures`. Goes out: blocks (text, key figures, tables, figures) that
JupyterLab shows and the exports print. Nothing is computed here that a reader could quote; nothing is written.

    show                what a notebook cell ends with
    view                what a district report is about, chosen once
    page1_summary, province_map, page2_standing, page3_outlook, page4_closing, annex    a district report, one function a part
    area                the comparison of the regions of one area: overview, ranking, inequality, poverty_order
    Explorer, explore   gaps to look at with widgets, and the same views as pure functions
    budget, award       what a budget buys and for whom; an award on the user's own weights
    quality             whether the tables can be trusted
    known_of_514        what is known of each district, and what became of every printed claim
    claim_sentences     the verdict on one claim, in words
"""

from ..words import Words
from . import area, award, budget, explore, known_of_514, quality
from .blocks import Block, bullets, heading, show, text
from .claim import claim_sentences
from .district import annex, page1_summary, page2_standing, page3_outlook, page4_closing, province_map
from .explore.controls import Explorer
from .scope import View, view

__all__ = [
    "Block",
    "Explorer",
    "View",
    "Words",
    "annex",
    "area",
    "award",
    "budget",
    "bullets",
    "claim_sentences",
    "explore",
    "heading",
    "known_of_514",
    "page1_summary",
    "page2_standing",
    "page3_outlook",
    "page4_closing",
    "province_map",
    "quality",
    "show",
    "text",
    "view",
]
