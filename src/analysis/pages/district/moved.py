"""Which figures of a report moved since the build before."""

from __future__ import annotations

import pandas as pd

from ...words import formats
from .. import blocks
from ..district_scope import DistrictScope


def moved(view: DistrictScope, figures: pd.DataFrame | None) -> blocks.Block | None:
    """The figures of the report's month that moved, old and new; nothing where none did or no build before is
    known.

    Args:
        figures: `measures.moved_figures` of the region, month and denominator of the report.
    """
    if figures is None or figures.empty:
        return None
    lines = [_line(view, row) for row in figures.itertuples(index=False)]
    months = _months(view, figures["period_before"].iloc[0])
    return blocks.box(view.text("moved_title"), months, *lines, tone="note")


def _months(view: DistrictScope, before) -> list:
    """Which month stands beside which."""
    told = {"period": view.period, "denominator": view.by_denominator()}
    if formats.is_missing(before):
        return view.say("moved_first_month", **told)
    if before == view.period:
        return view.say("moved_same_month", **told)
    return view.say("moved_new_month", before=before, **told)


def _line(view: DistrictScope, row) -> list:
    is_known = not formats.is_missing(row.before)
    before = formats.number(row.before, view.language) if is_known else view.text("moved_unknown")
    told = {"segment": view.words.word("short_segment", row.segment), "before": before}
    if formats.is_missing(row.after):
        return view.say(f"moved_{row.figure}_gone", **told)
    key = view.cell_key(row.segment, measure="" if row.figure == "gap" else row.figure)
    return view.say(f"moved_{row.figure}", after=row.after, behind=key, **told)
