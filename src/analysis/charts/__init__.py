"""Charts: tidy rows and axes in, drawing, axes out. Finished words arrive in the rows; only positions are computed here."""

from . import area_forms, explore_forms, forms, plan_forms, scales, style, svg_text

__all__ = ["area_forms", "explore_forms", "forms", "plan_forms", "scales", "style", "svg_text"]
