"""A district's workers where its members are not known: how they changed, and what a benchmark would be.

Hides which changes of a survey are told: none within its error, and a jump as a jump. METHODS.md, rules 133
and 134.
"""

from __future__ import annotations

import math
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

import pandas as pd

from ..words import REFERENCE
from ..words.terms import SERIES_BREAK
from .comparison import SMALLEST_WORKFORCE
from .uncertainty import NORMAL
from .variance import derived_rse_pct

JUMP_PCT = 15.0  # of a year: more is the survey's jump rather than the district's change
MULTIPLE = 2.0  # a rise of members below it is no story of its own
BENCHMARKS = ("lowest", "province", "nation", "target", "highest")


class Change(NamedTuple):
    """The change of one segment's workers between the ends of the series of today. kind: "jump" (of more
    than JUMP_PCT within a year, which `first` and `last` then are), "up", "down", or "within" (the error)."""

    kind: str
    segment: str
    first_period: str
    first: float
    last_period: str
    last: float
    change_pct: float


def workers_change(workers: pd.DataFrame, *, errors: pd.DataFrame) -> Change | None:
    """The change that is told of a district's workers; None where the series has one year.

    A jump of the total within a year, the largest; else that of informal workers, else of formal ones, where
    it is more than both surveys' errors and no number is too small; else the first jump of informal workers
    within a year; else that of informal workers, which is within the errors.

    Args:
        workers: the region's rows of the survey. errors: `variance_functions`.
    Source: METHODS.md, rule 133.
    """
    rows = workers[(workers["period"].str[:4].astype(int) >= SERIES_BREAK) & workers["persons"].notna()]
    rows = rows.sort_values("period").assign(denominator=REFERENCE, workforce=rows["persons"])
    rse_pct = derived_rse_pct(rows.rename(columns={"period": "workforce_period"}), errors)
    rows = rows.assign(error=rse_pct / 100 * rows["persons"])
    found = [change for segment in ("total", "informal", "formal")
             for change in _changes(rows[rows["segment"] == segment], segment)]  # fmt: skip
    jumps = [change for change in found if change.kind == "jump" and change.segment == "total"]
    if jumps:
        return max(jumps, key=lambda change: abs(change.change_pct))
    real = [change for change in found if change.kind in ("up", "down") and change.segment != "total"]
    return next(iter(real), next((change for change in found if change.segment == "informal"), None))


def _changes(years: pd.DataFrame, segment: str) -> list[Change]:
    """Jumps from year to year, and the change over the whole series.

    Args:
        years: period, persons and error (a standard error, in persons) of the segment, oldest first.
    """
    if len(years) < 2:
        return []
    series = list(years[["period", "persons"]].itertuples(index=False, name=None))
    jumps = [_change("jump", segment, *pair) for pair in pairwise(series)]
    jumps = [jump for jump in jumps if abs(jump.change_pct) > JUMP_PCT]
    whole = _change("within", segment, series[0], series[-1])
    spread = math.hypot(*years["error"].iloc[[0, -1]])
    is_large = min(whole.first, whole.last) >= SMALLEST_WORKFORCE  # from 10 to 567 is no change of 5,570 %
    if is_large and abs(whole.last - whole.first) > NORMAL.inv_cdf(0.975) * spread:
        whole = whole._replace(kind="up" if whole.last > whole.first else "down")
    return [*jumps, whole]


def _change(kind: str, segment: str, before: tuple, after: tuple) -> Change:
    (first_period, first), (last_period, last) = before, after
    return Change(
        kind, segment, first_period, float(first), last_period, float(last), 100 * (last - first) / first
    )


def members_change(cells: pd.DataFrame) -> Change | None:
    """The rise of a district's informal members between the first and the last month known; None unless it
    is a multiple.

    Counts of members, so that no break of the survey lies between them; their sources may be round.

    Args:
        cells: `coverage` of the region, every month.
    Source: METHODS.md, rule 133.
    """
    known = cells[
        (cells["denominator"] == REFERENCE) & (cells["segment"] == "informal") & cells["members"].notna()
    ]
    ends = list(known.sort_values("period")[["period", "members"]].itertuples(index=False, name=None))
    if len(ends) < 2 or not ends[0][1] > 0 or ends[-1][1] < MULTIPLE * ends[0][1]:
        return None
    return _change("up", "informal", ends[0], ends[-1])


def benchmark_rates(totals: pd.DataFrame) -> pd.DataFrame:
    """Coverage of the nation and the provinces in one month, the one for which most provinces may be ranked.

    Args:
        totals: `Nation.totals`.
    Returns: rows of `totals`, without construction, in rising order of coverage.
    Source: METHODS.md, rule 134.
    """
    ranked = totals[
        (totals["denominator"] == REFERENCE)
        & totals["not_ranked_reason"].isna()
        & totals["coverage_pct"].notna()
        & (totals["base"] == "excluded")
        & (totals["region_code"].str.len() == 2)
    ]
    month = ranked.loc[ranked["region_code"] != "00", "period"].mode().max()
    return ranked[ranked["period"] == month].sort_values("coverage_pct", ignore_index=True)


def benchmarks(
    rates: pd.DataFrame, targets: pd.DataFrame, *, province: str, workers: float, year: int
) -> pd.DataFrame:
    """How many of a district's workers would be covered if it were like its province, the nation, the lowest
    or highest province, or at the national target: suppositions, no figures of the district.

    Args:
        rates: `benchmark_rates`. targets: the table. province: code. workers: of the district.
        year: the target is that of this year, else of the next one that has one.
    Returns: one row per benchmark in rising order: kind (of BENCHMARKS), region_code, period, pct, persons
        (whole); the provinces of one month, the one for which most of them are known and may be ranked.
    Source: METHODS.md, rule 134.
    """
    known = list(zip(*(rates[name].tolist() for name in ("region_code", "period", "coverage_pct"))))
    provinces = [row for row in known if row[0] != "00"]
    kinds = [
        ("province", [row for row in provinces if row[0] == province]),
        ("lowest", provinces[:1]),
        ("highest", provinces[-1:]),
        ("nation", [row for row in known if row[0] == "00"]),
    ]
    rows = [(kind, *row) for kind, found in kinds for row in found]
    rows = list({row[1]: row for row in reversed(rows)}.values())  # a region is told once, by its first kind
    is_aim = (targets["region_code"] == "00") & (targets["definition"] == "rpjmn")
    years, pcts = targets["year"][is_aim].tolist(), targets["target_pct"][is_aim].tolist()
    aims = sorted((str(aim), pct) for aim, pct in zip(years, pcts) if int(aim) >= year)
    rows += [("target", "00", *aim) for aim in aims[:1]]
    rows = [(*row, round(workers * row[-1] / 100)) for row in sorted(rows, key=itemgetter(-1))]
    return pd.DataFrame(rows, columns=["kind", "region_code", "period", "pct", "persons"])
