"""One base: whether construction workers are in a district's total of members, and in those it is set beside.

Hides where that is told: by the segments counted, else by the published total. METHODS.md, rule 107.
"""

from __future__ import annotations

import pandas as pd

from ..measures.base import BASES
from ..rows import rows_of
from ..words import Words, formats
from .known import MOST_NAMED
from .view import COUNTED, View, cells_of


def one_base(view: View, rows: pd.DataFrame) -> pd.DataFrame:
    """The totals of the report's month that hold construction workers or not as the district's own does.

    Source: METHODS.md, rule 107.
    """
    if "basis" not in rows or not view.has_members:
        return rows
    here = rows[(rows["period"] == view.period) & (rows["denominator"] == view.denominator)]
    bases = {row.region_code: composition_of(view.tables.members, row._asdict()) for row in here.itertuples(index=False)}
    return here[here["region_code"].map(bases).eq(own_base(view))]


def own_base(view: View) -> str:
    """Whether construction workers are in the district's own total of the report's month."""
    parts = set(cells_of(view, view.denominator)["segment"]) - {"total"}
    place = {"region_code": view.region["region_code"], "period": view.period, "basis": "segments" if parts else "total"}
    return composition_of(view.tables.members, place)


def composition_of(members: pd.DataFrame, total) -> str:
    """Whether construction workers are in a total of members: included, excluded or unknown.

    Args:
        total: a row of `measures.totals`.
    Source: METHODS.md, rule 107.
    """
    if total["basis"] == "segments":
        return "excluded"
    rows = rows_of(members, total["region_code"])
    rows = rows[(rows["period"] == total["period"]) & (rows["segment"] == "total") & rows["status"].isin(COUNTED)]
    known = set(rows["construction"].dropna()) if "construction" in rows else set()
    return known.pop() if len(known) == 1 else "unknown"


def listed(members: pd.DataFrame, shown: pd.DataFrame, names: pd.Series, words: Words) -> str:
    """Which of the totals shown hold construction workers, which do not, and of which it is not said.

    Args:
        members: the table. shown: rows of `measures.totals`. names: of regions by code.
    Source: METHODS.md, rule 107.
    """
    by_base: dict[str, list[str]] = {}
    for row in shown.sort_values("region_code").to_dict("records"):
        by_base.setdefault(composition_of(members, row), []).append(names[row["region_code"]])
    if len(by_base) < 2:
        return "".join(words.text("table_base", base=words.text(f"base_{base}")) for base in by_base)
    told = []
    for base in (base for base in BASES if base in by_base):
        of, rest = by_base[base][:MOST_NAMED], len(by_base[base]) - MOST_NAMED
        named = formats.listing([*of, words.text("and_more", count=rest)] if rest > 0 else of, words.language)
        told.append(words.text("table_base_of", base=words.text(f"base_{base}"), names=named))
    return words.text("table_bases", told="; ".join(told))
