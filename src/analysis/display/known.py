"""A region's total as a table prints it: what is round is marked ±, what is a minimum ≥, and what is not known is words.

Hides which rows of members and workforce a total rests on, and what their qualifiers allow to be said of it.
"""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from ..measures import is_unknown
from ..measures.coverage import HALVES
from ..words import Words, formats
from .estimates import is_survey
from .sources import Fact, facts
from .view import COUNTED, REFERENCE, about, is_round

MOST_NAMED = 6  # round regions that a note names one by one


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


def of_total(row, used: tuple[list[Fact], list[Fact]]) -> dict:
    """Members, workers and ratio of one total with the month of each, for a sentence; round where its members are.

    Args:
        row: a row of `measures.totals`. used: the rows behind it, as `rows_shown` gives them.
    """
    members, base = used
    counted = [of for of in members if of.qualifier in formats.ROUND]

    def told(value):
        return about(value, counted) if counted else value

    return {
        "members": told(row["members"]), "workforce": row["workforce"], "ratio": told(row["ratio_pct"]), "period": row["period"],
        "survey": max((of.period for of in base), default=None),
    }  # fmt: skip


def mark_of(row, *, rough: bool) -> str:
    """The mark before the number not covered of a total: round, a minimum, or none."""
    return formats.ABOUT if rough else formats.LEAST if is_least(row, rough=rough) else ""


def gap_cell(row, words: Words, *, rough: bool) -> dict:
    """People not covered, as the cell of a table."""
    if is_unknown(row):
        return {"value": None, "text": words.text("gap_unknown")}
    mark = mark_of(row, rough=rough)
    return {"value": row["gap"], "text": formats.after(mark, formats.number(row["gap"], words.language))}


def cells(row, words: Words, *, rough: bool) -> list[dict]:
    """Members, workers, ratio and people not covered of one total, as cells of a table."""
    mark, language = formats.ABOUT if rough else "", words.language
    ratio = {"value": row["ratio_pct"], "text": formats.after(mark, formats.percent(row["ratio_pct"], language)),
             "tone": "warn" if row["ratio_pct"] > 100 else ""}  # fmt: skip
    members = {"value": row["members"], "text": formats.after(mark, formats.number(row["members"], language))}
    return [members, {"value": row["workforce"]}, ratio, gap_cell(row, words, rough=rough)]


def notes(totals: pd.DataFrame, round_ones: pd.Series, names: pd.Series, words: Words) -> list[str]:
    """What the marks of a table of totals mean, as far as they stand in it.

    Args:
        totals: the rows shown. round_ones: `rests_on_round` of them. names: of regions by code.
    """
    told = []
    rough = [names[code] for code in totals.loc[round_ones, "region_code"]]
    if rough:
        rest = [words.text("and_more", count=len(rough) - MOST_NAMED)] if len(rough) > MOST_NAMED else []
        told.append(words.text("about_note", names=formats.listing([*rough[:MOST_NAMED], *rest], words.language)))
    marked = [(row, bool(rough_one)) for (_, row), rough_one in zip(totals.iterrows(), round_ones, strict=True)]
    if any(is_least(row, rough=rough_one) for row, rough_one in marked):
        told.append(words.text("least_note"))
    if any(is_unknown(row) for row, _ in marked):
        told.append(words.text("unknown_note"))
    return told


def rows_shown(
    members: pd.DataFrame, workforce: pd.DataFrame, periods: dict[str, str | None], *, denominator: str = REFERENCE
) -> tuple[list[Fact], list[Fact]]:
    """The rows behind a table of regions: of each its members of the month shown, and their survey, else the newest one.

    Args:
        periods: region_code -> month of the members shown; None where no members are.
    """
    keys = zip(members["region_code"].tolist(), members["period"].tolist(), members["status"].tolist())
    is_shown = [status in COUNTED and periods.get(code) == month for code, month, status in keys]
    surveys = workforce[(workforce["denominator"] == denominator) & workforce["region_code"].isin(periods)]
    keys = zip(surveys["region_code"].tolist(), surveys["period"].tolist())
    keys = [(code, period[:4]) for code, period in keys]
    years: dict[str, set[str]] = {}
    for code, year in keys:
        years.setdefault(code, set()).add(year)
    wanted = {code: survey_year(known, periods[code]) for code, known in years.items()}
    is_wanted = [wanted[code] == year for code, year in keys]
    return list(facts(members[is_shown])), list(facts(surveys[is_wanted]))


def survey_year(years: Iterable[str], period: str | None) -> str:
    """The year of the survey that members of a month stand over: its own, else the newest before it; without a month the
    newest. Empty where there is none.

    Source: METHODS.md, rule 2.
    """
    return max((year for year in years if not period or year <= period[:4]), default="")
