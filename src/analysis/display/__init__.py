"""The former name of `analysis.pages` and `analysis.charts`: it works for one version more, with a warning."""

import sys
import warnings
from importlib import import_module

#: Former module of this package -> its module today.
MODULES = {
    "alone": "pages.district.page1_one_segment",
    "area": "pages.area.overview",
    "area_charts": "charts",
    "background": "pages.district.province_map",
    "blocks": "pages.blocks",
    "budget": "pages.budget",
    "charts": "charts",
    "claim": "pages.claim",
    "closing": "pages.district.page4_closing",
    "construction": "pages.construction",
    "controls": "pages.explore.controls",
    "datatable": "pages.explore.datatable",
    "explore": "pages.explore",
    "explore.choice": "pages.explore.choice",
    "explore.closer": "pages.explore.district_views",
    "explore.parts": "pages.explore.parts",
    "explore.regions": "pages.explore.region_views",
    "explore_charts": "charts",
    "known": "pages.rounding_marks",
    "order": "pages.area.ranking",
    "outlook": "pages.district.page3_outlook",
    "plan_charts": "charts",
    "quality": "pages.quality",
    "quotations": "pages.quotations",
    "said": "pages.source_wording",
    "scales": "charts.scales",
    "scorecard": "pages.award",
    "sources": "pages.sources",
    "spread": "pages.area.inequality",
    "standing": "pages.district.page2_standing",
    "style": "charts.style",
    "summary": "pages.district.page1_summary",
    "svg_text": "charts.svg_text",
    "tables": "pages.tables",
    "trust": "pages.district.annex",
    "view": "pages.scope",
}

for _former, _today in MODULES.items():  # so that `from analysis.display.blocks import text` finds its module
    sys.modules[f"{__name__}.{_former}"] = import_module(f"analysis.{_today}")


def __getattr__(name: str):
    """A module or function under its former name. `view` is the function, as it was."""
    if name in MODULES and name != "view":
        home = f"analysis.{MODULES[name]}"
        warnings.warn(f"analysis.display.{name} is {home} now", DeprecationWarning, stacklevel=2)
        return import_module(home)
    try:
        found = getattr(import_module("analysis.pages"), name)
    except AttributeError:
        raise AttributeError(f"module 'analysis.display' has no '{name}'; see analysis.pages") from None
    warnings.warn(f"analysis.display.{name} is analysis.pages.{name} now", DeprecationWarning, stacklevel=2)
    return found
