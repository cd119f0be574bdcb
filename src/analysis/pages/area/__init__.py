"""The comparison of the regions of one area: the nation by province, or one province by district."""

from . import inequality, overview, poverty_order, ranking

__all__ = ["inequality", "overview", "poverty_order", "ranking"]
