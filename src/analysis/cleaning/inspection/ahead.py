"""Figures of a time that has not come: a slip of the pen, or a plan; asked, never taken for what was counted.

Hides what is known of plans: targets and budgets speak of years to come. METHODS.md, rule 82.
"""

from __future__ import annotations

import datetime
import re

import pandas as pd

from .sight import Sight

PLANS = ("targets", "budgets")  # tables of what is to come
#: Words for what is planned, in a heading or a category.
_PLANNED = re.compile(r"\b(?:target|sasaran|proyeksi|rencana|prognosa|kuota|projection|plan(?:ned)?)\b", re.I)


def is_ahead(period: str, today: datetime.date | None = None) -> bool:
    """Whether a period begins after today.

    >>> is_ahead("2026-S2", datetime.date(2026, 6, 30)), is_ahead("2026", datetime.date(2026, 6, 30))
    (True, False)
    """
    part = period[5:]
    first = int(part[1]) * {"Q": 3, "S": 6}[part[0]] if part[:1] in ("Q", "S") else int(part or 1)
    first -= {"Q": 2, "S": 5}.get(part[:1], 0)
    return datetime.date(int(period[:4]), first, 1) > (today or datetime.date.today())


def settle_ahead(sight: Sight, resource: dict, tidy: pd.DataFrame, left_out: set[int]) -> bool:
    """Ask about figures of periods to come; True, if the answer changed the card."""
    if all(use["table"] in PLANS for use in resource["cakupan"]):
        return False
    ahead = {period for period in tidy["period"].dropna().unique() if period and is_ahead(period)}
    planned = (tidy["measure"].astype(str) + " " + tidy["category"].astype(str)).str.contains(_PLANNED)
    rows = tidy[tidy["period"].isin(ahead) & ~planned]
    said = sight.notes.answers.get("period") in ahead  # by a person, of the whole file
    if rows.empty or said or any(doubt.code == "period.ahead" for doubt in sight.notes.doubts):
        return False
    shown = [
        f"{sight.regions.short.get(r.region_code, '?')} {r.period} {r.value_as_printed} ({r.row})"
        for r in rows.head(4).itertuples()
    ]
    answer = sight.notes.ask(
        "ahead.period",
        choices=("keep", "leave_out"),
        count=len(rows),
        periods=sorted(set(rows["period"])),
        found=shown,
    )
    if answer != "leave_out":
        return False
    of_all = tidy.groupby("row")["period"].agg(set)
    gone = {row for row in rows["row"] if of_all[row] <= ahead}
    left_out |= gone
    said = set(rows["period"])
    for use in [use for use in resource["cakupan"] if "values" in use]:
        use["values"] = [v for v in use["values"] if v["set"].get("period") not in said] or use["values"]
    return True
