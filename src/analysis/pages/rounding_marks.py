"""A region's total as a table prints it: what is round is marked ±, what is a minimum ≥, and what is not
known is words.

Hides which rows of members and workforce a total rests on, and what their qualifiers allow to be said of it.
"""

from __future__ import annotations

import pandas as pd

from ..measures import COUNTED, is_unknown
from ..measures.counts import HALVES
from ..measures.keys import CitedRow
from ..words import Words, formats
from .estimates import is_survey
from .rounding import about, is_round

MOST_NAMED = 6  # regions that a note names one by one


def rests_on_round(totals: pd.DataFrame, members: pd.DataFrame) -> pd.Series:
    """Which totals rest on a round figure of members (METHODS.md, rule 102).

    Args:
        totals: region_code, period and basis as `measures.totals` gives them. members: the members table.
    """
    rows = members[is_round(members) & members["status"].isin(COUNTED)]
    in_parts = rows["segment"].isin(HALVES)
    parts, wholes = (set(zip(part["region_code"], part["period"]))
                     for part in (rows[in_parts], rows[rows["segment"] == "total"]))  # fmt: skip
    is_round_total = [
        (code, period) in (parts if basis == "segments" else wholes)
        for code, period, basis in zip(totals["region_code"], totals["period"], totals["basis"])
    ]
    return pd.Series(is_round_total, index=totals.index, dtype=bool)


def is_least(row, *, rough: bool) -> bool:
    """Whether the number not covered is a minimum: members in total only, not round, and under no survey.

    Source: METHODS.md, rules 19 and 103.
    """
    in_total = row["basis"] in ("total", "mixed") and not is_survey(row["denominator"])
    return not rough and in_total and not is_unknown(row)


def of_total(row, used: tuple[list[CitedRow], list[CitedRow]]) -> dict:
    """Members, workers and ratio of one total with the month of each, for a sentence; round where its members
    are.

    Args:
        row: a row of `measures.totals`. used: the rows of members and of workforce behind it.
    """
    members, base = used
    counted = [of for of in members if of.qualifier in formats.ROUND]

    def told(value):
        return about(value, counted) if counted else value

    return {
        "members": told(row["members"]),
        "workforce": row["workforce"],
        "ratio": told(row["ratio_pct"]),
        "period": row["period"],
        "survey": max((of.period for of in base), default=None),
    }


def qualifier_of(row, *, rough: bool) -> str:
    """What may be said of the number not covered of a total: about, at_least, or nothing."""
    return "about" if rough else "at_least" if is_least(row, rough=rough) else ""


def gap_cell(row, words: Words, *, rough: bool) -> dict:
    """People not covered, as the cell of a table."""
    if is_unknown(row):
        return {"value": None, "text": words.text("gap_unknown")}
    if rough:
        return {"value": formats.round_about(row["gap"])}
    return {"value": formats.stated(row["gap"], qualifier_of(row, rough=rough))}


def cells(row, words: Words, *, rough: bool) -> list[dict]:
    """Members, workers, ratio and people not covered of one total, as cells of a table."""
    members, ratio = row["members"], row["ratio_pct"]
    if rough:
        members, ratio = formats.round_about(members), formats.round_about(ratio)
    ratio_cell = {"value": ratio, "tone": "warn" if ratio > 100 else ""}
    return [{"value": members}, {"value": row["workforce"]}, ratio_cell, gap_cell(row, words, rough=rough)]


def _some(names: list[str], words: Words) -> str:
    """The first names, and how many more there are."""
    rest = [words.text("and_more", count=len(names) - MOST_NAMED)] if len(names) > MOST_NAMED else []
    return formats.listing([*names[:MOST_NAMED], *rest], words.language)


def _gap_beside_surplus(totals: pd.DataFrame) -> pd.Series:
    """Totals above 100 % that hide people not covered. Source: METHODS.md, rule 7."""
    return (totals["ratio_pct"] > 100) & (totals["gap"] > 0)


def notes(totals: pd.DataFrame, round_ones: pd.Series, names: pd.Series, words: Words) -> list[str]:
    """What the marks of a table of totals mean, as far as they stand in it.

    Args:
        totals: the rows shown. round_ones: `rests_on_round` of them. names: of regions by code.
    """
    told = []
    rough = [names[code] for code in totals.loc[round_ones, "region_code"]]
    if rough:
        told.append(words.text("about_note", names=_some(rough, words)))
    beside = [names[code] for code in totals.loc[_gap_beside_surplus(totals), "region_code"]]
    if beside:
        told.append(words.text("beside_above_note", names=_some(beside, words)))
    marked = [
        (row, bool(rough_one)) for (_, row), rough_one in zip(totals.iterrows(), round_ones, strict=True)
    ]
    if any(is_least(row, rough=rough_one) for row, rough_one in marked):
        told.append(words.text("least_note"))
    if any(is_unknown(row) for row, _ in marked):
        told.append(words.text("unknown_note"))
    return told
