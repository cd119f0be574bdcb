"""A PDF that was set, and how full its pages are.

Hides how the fill of a page is read from the edges of blocks, which `report.typ` tells.
"""

from __future__ import annotations

from typing import NamedTuple

from .tokens import MARGIN_MM, PAGE_HEIGHT_MM

LEAST_FILL = 2 / 3  # part of a page but the last that shall be filled
TOP_PT = MARGIN_MM["top"] / 25.4 * 72
HEIGHT_PT = (PAGE_HEIGHT_MM - MARGIN_MM["top"] - MARGIN_MM["bottom"]) / 25.4 * 72  # between the margins


class Typeset(NamedTuple):
    """A PDF, its pages, the points that the last one takes, and the least part filled of the others."""

    pdf: bytes
    pages: int
    last: float
    least: float


def least_fill(edges: list, pages: int) -> float:
    """The least part of a page but the last that is filled; 1 of a document of one page.

    Args:
        edges: "start" or "end" of a block, its page, and points from the page's top.
    """
    filled = dict.fromkeys(range(1, pages), 0.0)
    begun = 0  # the page on which a block began that may be parted
    for edge, page, below_top in edges:
        if edge == "start":
            begun = page
            continue
        for left in range(begun or page, page):
            filled[left] = 1.0  # the block goes on over the page's foot
        if page in filled:
            filled[page] = max(filled[page], (below_top - TOP_PT) / HEIGHT_PT)
        begun = 0
    return min(filled.values(), default=1.0)
