"""What is said before a comparison: whether construction is in it, and which other months there could be."""

from __future__ import annotations

from ..measures.base import FEWEST
from ..words import formats

MOST_MONTHS = 3  # other months that a comparison names: the newest


def base_and_months(view) -> list:
    """Whether construction is in what is compared, and which other months or bases could have been chosen.

    Args:
        view: a scope with `period`, `base` and `months` (`measures.months_known`; None where there are none).
    Source: METHODS.md, rules 107 and 109.
    """
    if view.months is None:
        return []
    told = [view.say("area_base", base=view.text(f"base_{view.base}"))]
    own = (view.months["period"] == view.period) & (view.months["base"] == view.base)
    others = view.months[~own & (view.months["regions"] >= FEWEST)].head(MOST_MONTHS)
    if len(others):
        listed = [
            view.text(
                "area_other_month", period=row.period, regions=row.regions, base=view.text(f"base_{row.base}")
            )
            for row in others.itertuples(index=False)
        ]
        told.append(view.say("area_other_months", months=formats.listing(listed, view.language)))
    return told
