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


def mark_of(row, *, rough: bool) -> str:
    """The mark before the number not covered of a total: round, a minimum, or none."""
    return formats.ABOUT if rough else formats.LEAST if is_least(row, rough=rough) else ""


def gap_cell(row, words: Words, *, rough: bool) -> dict:
    """People not covered, as the cell of a table."""
    if is_unknown(row):
        return {"value": None, "text": words.text("gap_unknown")}
    mark = mark_of(row, rough=rough)
    return {"value": row["gap"], "text": formats.after(mark, _count(row["gap"], words, rough=rough))}


def _count(value: float, words: Words, *, rough: bool) -> str:
    """A count with no more digits than hold (METHODS.md, rule 102)."""
    return formats.number(formats.round_about(value).rounded if rough else value, words.language)


def cells(row, words: Words, *, rough: bool) -> list[dict]:
    """Members, workers, ratio and people not covered of one total, as cells of a table."""
    mark, language = formats.ABOUT if rough else "", words.language
    percent = formats.percent(row["ratio_pct"], language, decimals=0 if rough else 1)
    ratio = {"value": row["ratio_pct"], "text": formats.after(mark, percent),
             "tone": "warn" if row["ratio_pct"] > 100 else ""}  # fmt: skip
    members = {
        "value": row["members"],
        "text": formats.after(mark, _count(row["members"], words, rough=rough)),
    }
    return [members, {"value": row["workforce"]}, ratio, gap_cell(row, words, rough=rough)]


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
