"""The one thing that a district's report says first, chosen by rule: a claim, the gap, what it costs.

Hides the order in which evidence leads: a claim that does not stand before the gap; where no members are
published a counted group before a target, a budget and the bare number of workers. METHODS.md, rules 130 to
132.
"""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from ..words import REFERENCE
from .claim_figures import COVERAGE
from .district_cost import MONTHS
from .printed import months_apart
from .reported import is_unknown
from .shares import share_pct
from .verdicts import CONTESTED, FAILS, OPEN

#: How the gap of a report is known, from the members of all workers to nothing local at all.
CASES = (
    "counted",  # members of all workers, no more than workers
    "hidden",  # members exceed workers in total, and a segment has a gap
    "exceeds",  # members exceed workers: how many are not covered is not known
    "segment",  # one segment's members only
    "segment_exceeds",  # the same, and they exceed its workers
    "floor",  # no members; a group counted as covered, at least LEAST_FLOOR_PCT of informal workers
    "floor_exceeds",  # the same, and more than informal workers
    "target",  # no members and no such group; a target of its own
    "budget",  # a budget for contributions
    "claim",  # nothing but a printed percentage
    "workers",  # nothing local
)
LEADING = {"fails": FAILS, "contested": CONTESTED, "open": OPEN}  # the gravest first
NOT_SURE = ("not_found", "not_rechecked")  # pages that were not read twice: they never lead
MOST_AGE_MONTHS = 36  # before the newest source: an older claim leads no report
AGREES_PP, AGREES_MONTHS = 1.0, 12  # an open claim so near to one that holds says nothing else
LEAST_FLOOR_PCT = 5.0  # of informal workers: a smaller group says nothing of coverage
PRICED_TOGETHER = 10_000  # workers whose yearly cost is told where no gap is known


class Floor(NamedTuple):
    """A group counted as covered, beside the informal workers of its year."""

    group: str
    period: str
    persons: float
    workers: float
    workers_period: str
    share_pct: float


class BeyondMembers(NamedTuple):
    """A group counted as covered, above the informal members counted at that time or soon after."""

    group: str
    period: str
    persons: float
    members: float
    members_period: str


class YearCost(NamedTuple):
    """Contributions of a year. basis: "gap" (informal workers not covered), "all" (all informal workers,
    since their members are not known), "none" (no informal gap), "exceeds" (informal members exceed informal
    workers); `people` and `year_idr` are missing for the last two. group_idr: of PRICED_TOGETHER workers.
    """

    basis: str
    people: float
    year_idr: float
    group_idr: float


class Message(NamedTuple):
    """What a report leads with. case: of CASES; claim: a row of `verdicts`; group: of LEADING, else ""."""

    case: str
    claim: pd.Series | None
    group: str
    floor: Floor | None
    target: pd.Series | None
    budget: pd.Series | None
    cost: YearCost


def message(
    *,
    total: pd.Series | None,
    alone: pd.Series | None,
    claims: pd.DataFrame,
    groups: pd.DataFrame,
    targets: pd.DataFrame,
    budgets: pd.DataFrame,
    workers: pd.DataFrame,
    cells: pd.DataFrame,
    premium_idr: float,
    newest: str,
) -> Message:
    """What the report of one district leads with.

    Args:
        total: of the report's month and denominator, with ratio_pct and gap; alone: where there is none, the
            cell of the one segment that is known. claims: `verdicts`, groups: `group_coverage`, targets,
            budgets: the tables, of the region. workers: its rows of the survey. cells: of the report's
            month. premium_idr: of one informal worker a month. newest: the month of the newest source.
    Source: METHODS.md, rule 130.
    """
    claim, group = leading_claim(claims, newest=newest)
    floor = largest_floor(groups, workers)
    target = _newest(targets, "year")
    budget = _newest(budgets[budgets["planned_idr"].notna()], "period")
    case = message_case(
        total=total,
        alone=alone,
        floor=floor,
        has_target=target is not None,
        has_budget=budget is not None,
        has_claim=claim is not None,
    )
    cost = year_cost(cells, workers, premium_idr=premium_idr)
    return Message(case, claim, group, floor, target, budget, cost)


def message_case(
    *,
    total: pd.Series | None,
    alone: pd.Series | None,
    floor: Floor | None,
    has_target: bool,
    has_budget: bool,
    has_claim: bool,
) -> str:
    """How the gap is known, one of CASES. Source: METHODS.md, rule 130."""
    if total is not None:
        return "exceeds" if is_unknown(total) else "hidden" if total["ratio_pct"] > 100 else "counted"
    if alone is not None:
        return "segment_exceeds" if alone["surplus"] > 0 else "segment"
    if floor is not None and floor.share_pct >= LEAST_FLOOR_PCT:
        return "floor_exceeds" if floor.share_pct > 100 else "floor"
    found = (("target", has_target), ("budget", has_budget), ("claim", has_claim))
    return next((name for name, is_there in found if is_there), "workers")


def leading_claim(judged: pd.DataFrame, *, newest: str) -> tuple[pd.Series | None, str]:
    """The claim of coverage that a report leads with, and what became of it ("fails", "contested", "open");
    None and "" where every claim holds or there is none.

    The gravest group, in it the whole before a segment, then the newest, then the one furthest off; none
    whose page, or whose opponent's page, was not read twice, none older than three years, and none that
    nobody can check where another within a year says the same and holds.

    Args:
        judged: `verdicts` of one region. newest: the month of the newest source.
    Source: METHODS.md, rule 131.
    """
    is_claim = judged["statement"].isin(COVERAGE) & judged["printed_pct"].notna()
    if not is_claim.any():
        return None, ""
    claims = judged[is_claim]
    fresh = claims["period"].map(lambda period: months_apart(period, newest) <= MOST_AGE_MONTHS).astype(bool)
    sure = ~claims["checked"].isin(NOT_SURE) & ~claims["other_checked"].isin(NOT_SURE)
    claims, holding = claims[sure & fresh], claims[claims["verdict"] == "holds"]
    for group, verdicts in LEADING.items():
        rows = claims[claims["verdict"].isin(verdicts)]
        if group == "open" and len(holding):
            rows = rows[
                ~pd.Series([_agrees(row, holding) for row in rows.itertuples()], index=rows.index, dtype=bool)
            ]
        if len(rows):
            ordered = rows.assign(whole=rows["segment"] == "total", off=rows["off_pp"].fillna(-1))
            return ordered.sort_values(["whole", "period", "off"]).iloc[-1], group
    return None, ""


def _agrees(row, holding: pd.DataFrame) -> bool:
    """Whether a claim that holds, of the same segment and within a year, says the same percentage."""
    return any(
        other.segment == row.segment
        and months_apart(other.period, row.period) <= AGREES_MONTHS
        and abs(float(other.printed_pct) - float(row.printed_pct)) <= AGREES_PP
        for other in holding.itertuples(index=False)
    )


def largest_floor(groups: pd.DataFrame, workers: pd.DataFrame) -> Floor | None:
    """The newest count of covered vulnerable workers, else of the largest other group, beside informal
    workers; None without any.

    Groups overlap and are never added up (rule 52), so one of them is the least number covered.

    Args:
        groups: `group_coverage`, workers: rows of the survey, of the region.
    """
    counted = groups[groups["covered"] > 0]
    if not len(counted):
        return None
    newest = counted.sort_values("period").drop_duplicates("group", keep="last")
    is_vulnerable = newest["group"] == "vulnerable"
    row = newest.assign(first=is_vulnerable).sort_values(["first", "covered"]).iloc[-1]
    return _beside_workers(row["group"], row["period"], row["covered"], workers)


def _beside_workers(group: str, period: str, persons: float, workers: pd.DataFrame) -> Floor:
    """A counted group beside the informal workers of its year."""
    base = workers_of_year(workers, period, segment="informal")
    share = share_pct(persons, base["persons"])
    return Floor(group, period, float(persons), float(base["persons"]), base["period"], share)


def groups_beyond_workers(groups: pd.DataFrame, workers: pd.DataFrame) -> list[Floor]:
    """The newest counts of covered groups that are larger than all informal workers of their year.

    Args:
        groups: `group_coverage`, workers: rows of the survey, of the region.
    Source: METHODS.md, rule 52.
    """
    counted = groups[groups["covered"].notna()].sort_values("period")
    newest = counted.drop_duplicates("group", keep="last")
    rows = zip(newest["group"], newest["period"], newest["covered"])
    beside = [_beside_workers(*row, workers) for row in rows]
    return [group for group in beside if group.share_pct > 100]


def groups_beyond_members(groups: pd.DataFrame, cells: pd.DataFrame) -> list[BeyondMembers]:
    """The newest counts of covered groups that are larger than the informal members counted in that month or
    within a year after it: both cannot hold. A count of members from before may have grown since.

    Args:
        groups: `group_coverage`, cells: `coverage` on the survey, of the region.
    Source: METHODS.md, rule 52.
    """
    informal = cells[(cells["segment"] == "informal") & cells["members"].notna()].sort_values("period")
    counted = groups[groups["covered"].notna()].sort_values("period").drop_duplicates("group", keep="last")
    found = []
    for group in counted.itertuples(index=False):
        apart = informal["period"].map(lambda month, since=group.period: months_apart(month, since))
        is_after = (apart == 0) | (informal["period"] > group.period) & (apart <= AGREES_MONTHS)
        for row in informal[is_after].head(1).itertuples(index=False):
            if group.covered > row.members:
                found.append(BeyondMembers(group.group, group.period, group.covered, row.members, row.period))
    return found


def workers_of_year(workers: pd.DataFrame, period: str, *, segment: str) -> pd.Series:
    """The survey's row of a segment: of the period's year, else of the newest before it, else the first one.

    Source: METHODS.md, rule 2.
    """
    known = workers["period"][(workers["segment"] == segment) & workers["persons"].notna()].sort_values()
    until = known[known.str[:4] <= period[:4]]
    return workers.loc[until.index[-1] if len(until) else known.index[0]]


def year_cost(cells: pd.DataFrame, workers: pd.DataFrame, *, premium_idr: float) -> YearCost:
    """A year's contributions of the informal workers not covered, or of all where members are not known.

    Args:
        cells: of the report's month, all denominators. workers: the region's rows of the survey.
    Source: METHODS.md, rule 132.
    """
    each = MONTHS * premium_idr
    known = cells
    if len(cells):
        is_informal = (cells["denominator"] == REFERENCE) & (cells["segment"] == "informal")
        known = cells[is_informal & cells["members"].notna()]
    if not len(known):
        people = float(workers_of_year(workers, "9999", segment="informal")["persons"])
        return YearCost("all", people, people * each, PRICED_TOGETHER * each)
    cell = known.iloc[-1]
    if cell["gap"] > 0:
        return YearCost("gap", float(cell["gap"]), float(cell["gap"]) * each, PRICED_TOGETHER * each)
    basis = "exceeds" if cell["surplus"] > 0 else "none"
    return YearCost(basis, float("nan"), float("nan"), PRICED_TOGETHER * each)


def _newest(rows: pd.DataFrame, by: str) -> pd.Series | None:
    return rows.sort_values(by, kind="stable").iloc[-1] if len(rows) else None
