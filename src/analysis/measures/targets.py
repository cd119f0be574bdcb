"""Targets: each on its own definition, with what was reached, what was required, and where the path leads."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from .trend import POINTS
from .uncertainty import NORMAL, log_error

SUBSTANTIAL, MODERATE, LIMITED = 0.95, 0.60, 0.0  # of the required pace; METHODS.md, rule 38
GROWTH_LIMITS = (0.01, 0.0, -0.01)  # a year, where there is no target; METHODS.md, rule 38
LIMIT_POWER = 4.44  # how fast thresholds shrink near a natural limit; METHODS.md, rule 38
LEAST_BASE_PCT = 0.001  # stands for a baseline of zero; METHODS.md, rule 38
UNDEFINED = "local_undefined"  # a target whose definition nobody stated can be compared with nothing
PATH_YEARS = 5  # years that a path runs on where no year is asked for
FAN_LEVELS = (0.8, 0.95)
TARGET = ("definition", "region_code", "year", "target_pct")
SHARES, PACE = ("level_share_pct", "progress_share_pct"), ("pace_ratio", "observed_pp", "required_pp")
ON_BOARD = ("period", "value_pct", "base_period", "base_pct", *SHARES, *PACE)  # beside a target


@dataclass(frozen=True)
class Progress:
    """Progress towards a target.

    level_share_pct: level / target. progress_share_pct: the share of the required rise made so far.
        pace_ratio: growth a year over the growth a year that the target needs, both compound. observed_pp,
        required_pp: points a year (the required from now on; missing when the target year has come).
    status: "met", "substantial", "moderate", "limited", "deterioration" (also below a target that the
        baseline had reached).
    """

    level_share_pct: float
    progress_share_pct: float
    pace_ratio: float
    observed_pp: float
    required_pp: float
    status: str


def progress_to_target(
    *, base_pct: float, base_year: float, value_pct: float, year: float, target_pct: float, target_year: float
) -> Progress:
    """Level against target beside the share of the required progress: the first alone hides the baseline.

    Raises: ValueError, if a value is missing or below zero, or the years are not in order.
    Source: METHODS.md, rule 38 (as open-sdg's ProgressMeasure).
    """
    numbers = (base_pct, value_pct, target_pct)
    if not all(number >= 0 for number in numbers) or not target_pct > 0:
        raise ValueError(
            f"progress_to_target: percentages from zero up and a target above 0, found {numbers}."
        )
    if not base_year < year or not base_year < target_year:
        raise ValueError(
            f"progress_to_target: base {base_year} must come before {year} and target {target_year}."
        )
    base = max(base_pct, LEAST_BASE_PCT)
    observed = (max(value_pct, LEAST_BASE_PCT) / base) ** (1 / (year - base_year)) - 1
    required = (target_pct / base) ** (1 / (target_year - base_year)) - 1
    ratio = observed / abs(required) if required != 0 else np.nan
    if value_pct >= target_pct:
        status = "met"
    elif base_pct >= target_pct:
        status = "deterioration"
    else:
        status = _status(ratio, (SUBSTANTIAL, MODERATE, LIMITED))
    return Progress(
        level_share_pct=100 * value_pct / target_pct,
        progress_share_pct=100 * _over(value_pct - base_pct, target_pct - base_pct),
        pace_ratio=float(ratio),
        observed_pp=(value_pct - base_pct) / (year - base_year),
        required_pp=required_pace(
            value_pct=value_pct, year=year, target_pct=target_pct, target_year=target_year
        ),
        status=status,
    )


def progress_without_target(
    *, base_pct: float, base_year: float, value_pct: float, year: float, limit_pct: float = 100.0
) -> str:
    """Status of a growth rate where no target exists; near the natural limit less growth is asked for.

    Source: METHODS.md, rule 38.
    """
    if not base_year < year:
        raise ValueError(f"progress_without_target: base {base_year} must come before {year}.")
    base = max(base_pct, LEAST_BASE_PCT)
    growth = (max(value_pct, LEAST_BASE_PCT) / base) ** (1 / (year - base_year)) - 1
    shrink = 1 - min(base / limit_pct, 1.0) ** LIMIT_POWER
    return _status(growth, tuple(limit * shrink for limit in GROWTH_LIMITS))


def required_pace(*, value_pct: float, year: float, target_pct: float, target_year: float) -> float:
    """Points a year from now to the target (0 where it is met; missing where its year has come unmet).

    Source: METHODS.md, rule 39.
    """
    if value_pct >= target_pct:
        return 0.0
    return (target_pct - value_pct) / (target_year - year) if target_year > year else float("nan")


def path_end_year(now: int, target_year: str = "") -> int:
    """The year that a path runs to: the one given, else five years after `now`.

    Raises: ValueError, if it is no year after `now`.
    """
    if not target_year:
        return now + PATH_YEARS
    if not str(target_year).isdigit() or not now < int(target_year) <= 2100:
        raise ValueError(
            f"target_year: found '{target_year}', expected a year after {now}, such as '{now + 4}'"
        )
    return int(target_year)


def people_to_target(*, workforce: float, covered: float, target_pct: float) -> tuple[float, float]:
    """Members that a target takes, and how many of them are missing."""
    needed = workforce * target_pct / 100
    return needed, needed - covered


def people_a_year(
    *, covered: float, base_covered: float, years_since: int, missing: float, years_left: int
) -> tuple:
    """People a year that a target still needs, and those covered anew a year since the base."""
    return missing / years_left, (covered - base_covered) / years_since


def target_board(
    series: pd.DataFrame, targets: pd.DataFrame, *, definitions: Mapping[str, str] | None = None
) -> pd.DataFrame:
    """Every target of every region beside the coverage on its own definition; the others are
    "not_comparable".

    Args:
        series: region_code, period, denominator, coverage_pct (bounded), ratio_class: several periods per
            region.
        targets: definition, region_code, year, target_pct.
        definitions: the target definition that a denominator id stands for; by default the id itself.

    Returns: one row per target and denominator of its region (one row with none): definition, region_code,
        year, target_pct, denominator, period and value_pct (the latest not after the target year),
        base_period and base_pct (the first of the series), level_share_pct, progress_share_pct, pace_ratio,
        observed_pp, required_pp, verdict (a status of `Progress`, "not_comparable", "no_coverage",
        "no_baseline", "implausible_ratio").
    Raises: ValueError, if a region has two rows of one period and denominator.
    Source: METHODS.md, rules 37 to 39.
    """
    if series.duplicated(["region_code", "period", "denominator"]).any():
        raise ValueError(
            "target_board: one row per region_code, period, denominator is needed; choose one segment."
        )
    paths = _paths(series)
    rows = []
    for target in targets.itertuples(index=False):
        head = {name: getattr(target, name) for name in TARGET}
        until = {
            denominator: [row for row in path if int(row.period[:4]) <= target.year]
            for denominator, path in paths.get(target.region_code, {}).items()
        }
        if not any(until.values()):
            rows.append(head | {"verdict": "no_coverage"})
        for denominator, path in until.items():
            if not path:
                continue
            means = (definitions or {}).get(denominator, denominator)
            comparable = means == target.definition != UNDEFINED
            rows.append(head | {"denominator": denominator} | _board_row(path, target, comparable))
    board = pd.DataFrame(rows, columns=[*TARGET, "denominator", *ON_BOARD, "verdict"])
    return board.sort_values(["definition", "region_code", "year", "denominator"], ignore_index=True)


def _paths(series: pd.DataFrame) -> dict[str, dict[str, list[tuple]]]:
    """The known coverages of each region and denominator, in the order of their periods."""
    known = series[series["coverage_pct"].notna()].sort_values("period")
    columns = ["region_code", "denominator", "period", "coverage_pct", "ratio_class"]
    paths: dict[str, dict[str, list[tuple]]] = {}
    for row in known[columns].itertuples(index=False):
        paths.setdefault(row.region_code, {}).setdefault(row.denominator, []).append(row)
    return paths


def fan(series: pd.DataFrame, *, until: int) -> pd.DataFrame:
    """Where the last five years lead if nothing changes: a line on the logit scale with its error, no
    forecast of will.

    Args:
        series: one region, denominator and segment: period, members, workforce, coverage_pct, rse_pct; one
            row a year.
        until: last year of the path.

    Returns: one row per year from the last observed to `until`: year, central_pct, low_80_pct, high_80_pct,
        low_95_pct, high_95_pct, all inside 0 to 100. Empty where it cannot be computed: fewer than five
        years, members not below the workforce, a coverage of zero, an unknown standard error.
    Raises: ValueError, if a year occurs twice.
    Source: METHODS.md, rule 40.
    """
    known = series[series["coverage_pct"].notna()].sort_values("period").tail(POINTS)
    years = known["period"].str[:4].astype("int64").to_numpy()
    if len(set(years)) != len(years):
        raise ValueError("fan: one row a year is needed.")
    share = known["coverage_pct"].to_numpy("float64") / 100
    errors = log_error(known["rse_pct"].to_numpy("float64")) / (1 - np.where(share < 1, share, np.nan))
    columns = ["year", "central_pct", "low_80_pct", "high_80_pct", "low_95_pct", "high_95_pct"]
    is_beyond = (known["members"] >= known["workforce"]).any()
    if len(known) < POINTS or is_beyond or (share <= 0).any() or not (errors > 0).all():
        return pd.DataFrame(columns=columns)
    weight = 1 / errors**2
    middle = np.average(years, weights=weight)
    logit = np.log(share / (1 - share))
    spread = (weight * (years - middle) ** 2).sum()
    slope = (weight * (years - middle) * logit).sum() / spread
    level = np.average(logit, weights=weight)
    left_over = (weight * (logit - level - slope * (years - middle)) ** 2).sum() / (len(years) - 2)
    ahead = np.arange(years[-1], until + 1)
    central = level + slope * (ahead - middle)
    error = np.sqrt(max(1.0, left_over) * (1 / weight.sum() + (ahead - middle) ** 2 / spread))
    found = {"year": ahead, "central_pct": _percent_of_logit(central)}
    for confidence in FAN_LEVELS:
        reach = NORMAL.inv_cdf((1 + confidence) / 2) * error
        name = f"{100 * confidence:.0f}"
        found |= {
            f"low_{name}_pct": _percent_of_logit(central - reach),
            f"high_{name}_pct": _percent_of_logit(central + reach),
        }
    return pd.DataFrame(found, columns=columns)


def _board_row(path: list, target, comparable: bool) -> dict:
    first, last = path[0], path[-1]
    seen = {"period": last.period, "value_pct": last.coverage_pct}
    if not comparable:
        return seen | {"verdict": "not_comparable"}
    if last.ratio_class in ("C", "D"):
        return seen | {"verdict": "implausible_ratio"}
    now, start = _decimal_year(last.period), _decimal_year(first.period)
    due = target.year + 1.0  # a target holds for the end of its year
    ends = {
        "level_share_pct": 100 * last.coverage_pct / target.target_pct,
        "required_pp": required_pace(
            value_pct=last.coverage_pct, year=now, target_pct=target.target_pct, target_year=due
        ),
    }
    if len(path) == 1:
        met = last.coverage_pct >= target.target_pct
        return seen | ends | {"verdict": "met" if met else "no_baseline"}
    progress = progress_to_target(
        base_pct=first.coverage_pct,
        base_year=start,
        value_pct=last.coverage_pct,
        year=now,
        target_pct=target.target_pct,
        target_year=due,
    )
    return (
        seen
        | ends
        | {
            "base_period": first.period,
            "base_pct": first.coverage_pct,
            "progress_share_pct": progress.progress_share_pct,
            "pace_ratio": progress.pace_ratio,
            "observed_pp": progress.observed_pp,
            "verdict": progress.status,
        }
    )


def _decimal_year(period: str) -> float:
    """End of the month (or year) as a decimal year: 2024-12 and 2024 are 2025.0."""
    return int(period[:4]) + (int(period[5:]) if len(period) > 4 else 12) / 12


def _status(ratio: float, limits: tuple[float, float, float]) -> str:
    names = ("substantial", "moderate", "limited")
    return next((name for name, limit in zip(names, limits) if ratio >= limit), "deterioration")


def _percent_of_logit(logit: np.ndarray) -> np.ndarray:
    return 100 / (1 + np.exp(-logit))


def _over(top: float, bottom: float) -> float:
    return top / bottom if bottom != 0 else float("nan")
