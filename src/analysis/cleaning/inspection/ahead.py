"""Figures of a time that has not come: a slip of the pen, or a plan.

Hides how a plan is told from a slip: words for it, and tables of what is to come. METHODS.md, rule 82.
"""

from __future__ import annotations

import datetime
import re

import pandas as pd

from .sight import Sight

PLANS = ("targets", "budgets")  # tables of what is to come
#: What is aimed at or projected lies ahead; anything else that does is a slip of the year.
_PLANNED = re.compile(
    r"target|sasaran|rencana|proyeksi|perkiraan|prognosa|ramalan|prediksi|projec|forecast|plan|outlook", re.I
)


_FIRST = {"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "S1": 1, "S2": 7}  # month of a quarter or half-year


def is_ahead(period: str, today: datetime.date | None = None) -> bool:
    """Whether a period begins after today.

    >>> is_ahead("2026-S2", datetime.date(2026, 6, 30)), is_ahead("2026", datetime.date(2026, 6, 30))
    (True, False)
    """
    month = _FIRST.get(period[5:]) or int(period[5:] or 1)
    return datetime.date(int(period[:4]), month, 1) > (today or datetime.date.today())


def not_yet(sight: Sight, resource: dict, tidy: pd.DataFrame) -> pd.DataFrame:
    """The figures of a time that has not come; none where title, name or their own words tell of plans."""
    periods = [str(period) for period in tidy["period"].dropna().unique()]
    ahead = [period for period in periods if re.match(r"\d{4}", period) and is_ahead(period)]
    later = tidy[tidy["period"].isin(ahead)]
    own = later["measure"].astype(str) + " " + later["category"].astype(str)
    book = [sight.book.sheet] if sight.book else []
    said = [*(text for _, text in sight.layout.titles), sight.path.stem, *book]
    asked = any(doubt.code == "period.ahead" for doubt in sight.notes.doubts)
    given = sight.notes.answers.get("period") in ahead  # a person says so of the whole file
    plans = all(use["table"] in PLANS for use in resource["cakupan"]) or any(map(_PLANNED.search, said))
    return later.iloc[:0] if asked or given or plans else later[~own.str.contains(_PLANNED)]
