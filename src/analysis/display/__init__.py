"""Display: numbers in, pictures and words out, in Bahasa Indonesia or English.

Comes in: built tables and the frames of `measures`. Goes out: blocks (text, key figures, tables, figures) that
JupyterLab shows and the exports print. Nothing is computed here that a reader could quote; nothing is written.

    show                what a notebook cell ends with
    view                what a district report is about, chosen once
    summary, outlook, trust    its pages and annexes, one function a part
    area                the comparison of the regions of one area
    quality             whether the tables can be trusted
    claim_sentences     the verdict on one claim, in words
"""

from . import area, outlook, quality, summary, trust
from .blocks import Block, bullets, heading, show, text
from .claim import claim_sentences
from .view import View, view
from .wording import Words

__all__ = [
    "Block",
    "View",
    "Words",
    "area",
    "bullets",
    "claim_sentences",
    "heading",
    "outlook",
    "quality",
    "show",
    "summary",
    "text",
    "trust",
    "view",
]
