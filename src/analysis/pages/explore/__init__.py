"""Looking at gaps: one choice of area, month, segment and denominator, and the views that belong to it.

In: the national measures (`measures.nation`). Out: `Shown`, the blocks of a view and the rows behind them.

    ground, choose, Ground, Exploration              the tables read once; what is looked at
    denominators_known, segments_known, periods_known    what an area can be asked for
    document, known, gaps, two_denominators, relation, table    the regions of an area compared
    above_100, trend, neighbours, claim              one region or one figure looked at closer

Pure: `controls` puts widgets before the views; without widgets the same functions serve papermill. What is
not known is said in a box that names the file which would fill it; nothing is drawn from fewer than three
regions.
"""

from .choice import (
    EVERY_DISTRICT,
    LEAST,
    NATION,
    Exploration,
    Ground,
    choose,
    denominators_known,
    ground,
    periods_known,
    segments_known,
)
from .district_views import above_100, claim, neighbours, trend
from .pair_views import relation, two_denominators
from .parts import Shown
from .region_views import document, gaps, known, table

__all__ = [
    "EVERY_DISTRICT",
    "LEAST",
    "NATION",
    "Exploration",
    "Ground",
    "Shown",
    "above_100",
    "choose",
    "claim",
    "denominators_known",
    "document",
    "gaps",
    "ground",
    "known",
    "neighbours",
    "periods_known",
    "relation",
    "segments_known",
    "table",
    "trend",
    "two_denominators",
]
