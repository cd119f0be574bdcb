"""Cakupan: who is covered by Indonesia's employment social security, who is not, and how far the figures can
be trusted.

>>> import analysis
>>> data = analysis.load()
>>> rows = data.coverage("Kutai Timur", denominator="local_estimate", segment="informal")
>>> rows[["members", "workforce", "gap", "surplus"]].values.tolist()
[[77074.0, 51086.0, nan, 25988.0]]

    load(data="", language="id")    the tables, ready to be asked: .coverage .workforce .chart .compare .match
    .claim ...
    add(file), remove(file)         one's own file into the data and out again, with questions where something
    is in doubt
    show(frame, columns=())         a frame with labels, units, and hatching where nothing is published
    user_data                       the place for one's own files, and the report of a district made from them
    cleaning, measures, charts, pages, reporting    the stages, in order of data flow

Names are loaded when first used, so that `import analysis` and the command line wait for nothing.
"""

import logging
from importlib import import_module

#: Before matplotlib is imported: what it says on its first look at typefaces is no part of a notebook.
logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)

_HOMES = {"load": "api", "show": "frames", "Data": "api", "add": "adding", "remove": "adding"}
# display, own: the former names of pages and user_data
_STAGES = ("charts", "cleaning", "display", "measures", "own", "pages", "reporting", "user_data")

__all__ = [*sorted(_HOMES), *_STAGES]


def __getattr__(name: str):
    if name in _HOMES:
        return getattr(import_module(f".{_HOMES[name]}", __name__), name)
    if name in _STAGES:
        return import_module(f".{name}", __name__)
    raise AttributeError(f"module 'analysis' has no '{name}'; it has {', '.join(__all__)}")


def __dir__() -> list[str]:
    return sorted(__all__)
