"""Display: numbers in, pictures and words out, in Bahasa Indonesia or English.

Comes in: built tables and the frames of `measures`. Goes out: blocks (text, key figures, tables, figures) that
JupyterLab shows and the exports print. Nothing is computed here that a reader could quote; nothing is written.

    show                what a notebook cell ends with
    view                what a district report is about, chosen once
    summary, background, standing, outlook, closing, trust    its pages and annexes, one function a part
    area, order, spread, ordered    the comparison of the regions of one area: known, who stands where, how unequal
    Explorer, explore   gaps to look at with widgets, and the same views as pure functions
    budget, scorecard   what a budget buys and for whom; an award on the user's own weights
    quality             whether the tables can be trusted
    claim_sentences     the verdict on one claim, in words
"""

from ..words import Words
from . import (
    area,
    background,
    budget,
    closing,
    explore,
    order,
    ordered,
    outlook,
    quality,
    scorecard,
    spread,
    standing,
    summary,
    trust,
)
from .blocks import Block, bullets, heading, show, text
from .claim import claim_sentences
from .controls import Explorer
from .view import View, view

__all__ = [
    "Block",
    "Explorer",
    "View",
    "Words",
    "area",
    "background",
    "budget",
    "bullets",
    "claim_sentences",
    "closing",
    "explore",
    "heading",
    "order",
    "ordered",
    "outlook",
    "quality",
    "scorecard",
    "show",
    "spread",
    "standing",
    "summary",
    "text",
    "trust",
    "view",
]
