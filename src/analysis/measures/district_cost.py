"""What a coverage, a group's target or the informal gap of one district costs a year, and the part its
budgets pay.

Hides from which month costs are counted, and that a year is twelve premiums of that month.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import pandas as pd

from .cost import people_for
from .shares import share_pct

MONTHS = 12
OLD_YEARS = 5  # calendar years; METHODS.md, rule 140
FULL_DATE = len("2025-07-29")


def newest_source_date(sources: pd.DataFrame) -> str:
    """The newest full date, "YYYY-MM-DD", on which a source was published.

    Raises: ValueError, if no source carries one.
    """
    days = sources["published"].tolist()
    return max(day for day in days if isinstance(day, str) and len(day) == FULL_DATE)


def first_priced_month(sources: pd.DataFrame) -> str:
    """The month from which costs are counted: January after the newest source."""
    return f"{int(newest_source_date(sources)[:4]) + 1}-01"


def is_old(period: str, sources: pd.DataFrame) -> bool:
    """Whether a month lies five calendar years or more before the newest source: too old for today."""
    return int(newest_source_date(sources)[:4]) - int(period[:4]) >= OLD_YEARS


def persons_for_year(budget_idr: float, *, premium_idr: float) -> float:
    """Persons, with fractions, whom a budget keeps covered for a year at one monthly premium."""
    return budget_idr / (MONTHS * premium_idr)


def members_needed(
    formal: float, informal: float, *, premium_idr: float, steps_pct: tuple[int, ...]
) -> pd.DataFrame:
    """Members that a coverage would take, where none are known, and the premiums of the informal ones among
    them.

    Whole persons, rounded up in total; formal workers are counted first, up to their share.

    Args:
        formal, informal: workers. premium_idr: a month, for one informal worker. steps_pct: the coverages
            supposed.

    Returns: one row per step: coverage_pct, formal, informal, total, year_idr.
    Source: METHODS.md, rule 100.
    """
    rows = []
    for step in steps_pct:
        total = _whole_share(formal + informal, step)
        employed = min(_whole_share(formal, step), total)
        rows.append((step, employed, total - employed, total, (total - employed) * MONTHS * premium_idr))
    return pd.DataFrame(rows, columns=["coverage_pct", "formal", "informal", "total", "year_idr"])


def _whole_share(persons: float, step_pct: int) -> int:
    """Whole people that a percentage of them takes, rounded up."""
    return math.ceil(round(persons * step_pct / 100, 6))


class FundedPart(NamedTuple):
    """Budgets of one period against what the informal gap costs a year; `over_idr` is what they hold beyond
    it.
    """

    period: str
    amount_idr: float
    people: int
    share_pct: float
    over_idr: float
    is_over: bool


def funded_part(
    cost_idr: float, funded: pd.DataFrame, premiums: pd.DataFrame, *, start: str
) -> FundedPart | None:
    """The part of a year's cost that the budgets of the newest period would pay, added up as money; None
    without any.

    Args:
        funded: `fund_mix` of the district. start: the month from which the people are paid.
    Source: METHODS.md, rule 45.
    """
    paid = funded[funded["affordable"].notna()]
    newest = paid["period"].max()
    amount = float(paid.loc[paid["period"] == newest, "amount_idr"].sum())
    if not amount > 0:
        return None
    people = people_for(amount, premiums, start=start)
    return FundedPart(
        newest, amount, people, share_pct(amount, cost_idr), amount - cost_idr, amount > cost_idr
    )


def cost_of_persons(persons: float, *, cost_idr: float, people: float) -> float:
    """What so many of `people` cost, where all of them cost `cost_idr`."""
    return persons * cost_idr / people


class GroupTarget(NamedTuple):
    """A target of persons as a share and a multiple of the informal workers, and its premiums for a year."""

    of_informal_pct: float
    times_informal: float
    year_idr: float


def group_target(persons: float, *, informal: float, premium_idr: float) -> GroupTarget:
    """A target for a named group of informal workers against all of them."""
    return GroupTarget(share_pct(persons, informal), persons / informal, persons * MONTHS * premium_idr)
