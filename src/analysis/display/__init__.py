"""The former name of `analysis.pages` and `analysis.charts`: it works for one version more,
with a warning.
"""

import sys
import warnings
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.util import spec_from_loader

#: Former module of this package -> its module today.
MODULES = {
    "alone": "pages.one_segment",
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
    "explore.regions": "pages.explore",
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
    "spread": "pages.area.gap_parts",
    "standing": "pages.district.page2_standing",
    "style": "charts.style",
    "summary": "pages.district.page1_summary",
    "svg_text": "charts.svg_text",
    "tables": "pages.tables",
    "trust": "pages.district.annex",
    "view": "pages.district_scope",
}
#: Former name of a function or class -> its name in `analysis.pages`.
NAMES = {"view": "district_scope", "View": "DistrictScope"}


class _FormerModules(MetaPathFinder, Loader):
    """Finds `analysis.display.blocks` and the like when they are imported:
    the names of the module of today.
    """

    def find_spec(self, fullname, path=None, target=None):
        former = fullname.removeprefix(f"{__name__}.")
        if former == fullname or former not in MODULES or former in NAMES:
            return None
        package = any(name.startswith(f"{former}.") for name in MODULES)
        return spec_from_loader(fullname, self, is_package=package)

    def exec_module(self, module):
        home = f"analysis.{MODULES[module.__name__.removeprefix(f'{__name__}.')]}"
        warnings.warn(f"{module.__name__} is {home} now", DeprecationWarning, stacklevel=2)
        names = vars(import_module(home)).items()
        vars(module).update({name: value for name, value in names if not name.startswith("__")})


sys.meta_path.append(_FormerModules())


def __getattr__(name: str):
    """A module or function under its former name. `view` is the function, as it was."""
    if name in MODULES and name not in NAMES:
        home = f"analysis.{MODULES[name]}"
        warnings.warn(f"analysis.display.{name} is {home} now", DeprecationWarning, stacklevel=2)
        return import_module(home)
    try:
        found = getattr(import_module("analysis.pages"), NAMES.get(name, name))
    except AttributeError:
        raise AttributeError(f"module 'analysis.display' has no '{name}'; see analysis.pages") from None
    warnings.warn(
        f"analysis.display.{name} is analysis.pages.{NAMES.get(name, name)} now",
        DeprecationWarning,
        stacklevel=2,
    )
    return found
