"""The comparison of the regions of one area: the nation by province, or one province by district."""

from . import announced, gap_parts, opening, overview, printed_claims, ranking

__all__ = ["announced", "gap_parts", "opening", "overview", "printed_claims", "ranking"]
