"""A fixed budget shared out over districts, under three aims, each solved exactly; and what each aim
neglects.

Hides three optimisations that need no solver: a level found on straight pieces, a sort by cost, a sort by
weight per rupiah.
"""

import numpy as np
import pandas as pd

WHOLE = 1e-6  # persons: a count that a fraction misses by less is whole
AIMS = ("fairest", "most_to_target", "least_shortfall")


def fairest(districts: pd.DataFrame, *, budget_idr: float) -> pd.DataFrame:
    """Lift the lowest coverage as far as the money goes, then the next: everyone reached ends at one level.

    persons = clip(level D - N, 0, D - N); the level is where the cost, rising in straight pieces, meets the
    budget. Whole persons are bought; what the fractions leave over goes, person by person, to the lowest
    coverage that it pays for.

    Args:
        districts: one row per region_code, of one segment: members, workforce, cost_idr (one person, the
            whole time).
        budget_idr: rupiah.

    Returns: `districts` with persons (added), spent_idr, gap_before, gap_after,
        coverage_before_pct, coverage_after_pct (bounded), in the order given.
    Raises: ValueError, for a repeated region, a missing or negative figure, a cost or workforce not above
        zero.
    Source: METHODS.md, rule 46.
    """
    n, d, cost = _checked(districts, budget_idr)
    room = np.maximum(d - n, 0.0)
    starts = np.unique(np.append((n / d)[room > 0], 1.0))
    spent = np.array([(cost * np.clip(level * d - n, 0, room)).sum() for level in starts])
    piece = int(np.searchsorted(spent, budget_idr, side="right")) - 1
    if piece == len(starts) - 1:
        level = 1.0
    else:  # between two starts the cost rises by `steep` rupiah for a whole unit of the level
        low = starts[piece]
        steep = (cost * d)[n / d <= low].sum()
        level = low + (budget_idr - spent[piece]) / steep
    persons = np.floor(np.clip(level * d - n, 0, room) + WHOLE)
    for _ in range(len(n)):  # the fractions left over are worth less than a person of each district
        short = (persons + 1 <= room + WHOLE) & (cost <= budget_idr - (persons * cost).sum() + WHOLE)
        if not short.any():
            break
        persons[np.where(short, (n + persons) / d, np.inf).argmin()] += 1
    return _result(districts, persons)


def most_to_target(districts: pd.DataFrame, *, budget_idr: float, target_pct: float) -> pd.DataFrame:
    """Bring as many districts as possible to the target; of several ways the cheapest. Leftover money stays
    unspent.

    Each district counts once, so the cheapest first is exact: any other choice of as many costs at least as
    much. Whole persons are bought. Source: METHODS.md, rule 47. Otherwise as `fairest`.
    """
    n, d, cost = _checked(districts, budget_idr)
    _check_target(target_pct)
    need = np.ceil(np.maximum(_times(target_pct, d) - n, 0.0) - WHOLE)
    price = need * cost
    order = np.argsort(price, kind="stable")
    affordable = np.cumsum(price[order]) <= budget_idr + 1e-6
    persons = np.zeros(len(n))
    chosen = order[affordable]
    persons[chosen] = need[chosen]
    return _result(districts, persons)


def least_shortfall(districts: pd.DataFrame, *, budget_idr: float, target_pct: float = 100.0) -> pd.DataFrame:
    """Make the weighted number of people short of the target as small as possible.

    Minimise sum weight max(0, T D - N - persons): a linear programme with one budget and a bound per
    district, solved by the highest weight per rupiah first (ties by order given), in whole persons: what is
    left over buys no more of that district and goes on to the next; so at most one person short of the
    optimum. `districts` may carry `weight` (1 by default).
    Source: METHODS.md, rule 48. Otherwise as `fairest`.
    """
    n, d, cost = _checked(districts, budget_idr)
    _check_target(target_pct)
    weight = districts["weight"].to_numpy("float64") if "weight" in districts else np.ones(len(n))
    if not (weight >= 0).all():
        raise ValueError("least_shortfall: weights from zero up are needed, none missing.")
    need = np.ceil(np.maximum(_times(target_pct, d) - n, 0.0) - WHOLE)
    order = np.argsort(-weight / cost, kind="stable")
    persons, left = np.zeros(len(n)), float(budget_idr)
    for place in order[weight[order] > 0]:
        persons[place] = min(need[place], np.floor(left / cost[place] + WHOLE))
        left -= persons[place] * cost[place]
    return _result(districts, persons)


def compare_allocations(districts: pd.DataFrame, *, budget_idr: float, target_pct: float) -> pd.DataFrame:
    """The three aims side by side, with what each neglects.

    Returns: one row per aim: spent_idr, persons, districts_at_target, lowest_coverage_pct,
        lowest_region_code, shortfall (people short of the target, unweighted), largest_gap (people),
        largest_gap_region_code, largest_gap_persons (bought there: 0 = the largest gap is passed by),
        unfunded_regions (a gap and no money).
    Source: METHODS.md, rule 49.
    """
    found = {
        "fairest": fairest(districts, budget_idr=budget_idr),
        "most_to_target": most_to_target(districts, budget_idr=budget_idr, target_pct=target_pct),
        "least_shortfall": least_shortfall(districts, budget_idr=budget_idr, target_pct=target_pct),
    }
    return pd.DataFrame([{"aim": aim} | _neglects(found[aim], target_pct) for aim in AIMS])


def _neglects(shared: pd.DataFrame, target_pct: float) -> dict:
    need = (_times(target_pct, shared["workforce"]) - shared["members"]).clip(lower=0)
    largest = shared["gap_before"].idxmax()
    lowest = shared["coverage_after_pct"].idxmin()
    return {
        "spent_idr": shared["spent_idr"].sum(),
        "persons": shared["persons"].sum(),
        "districts_at_target": int((shared["coverage_after_pct"] >= target_pct - 1e-9).sum()),
        "lowest_coverage_pct": shared["coverage_after_pct"].min(),
        "lowest_region_code": shared.loc[lowest, "region_code"],
        "shortfall": (need - shared["persons"]).clip(lower=0).sum(),
        "largest_gap": shared.loc[largest, "gap_before"],
        "largest_gap_region_code": shared.loc[largest, "region_code"],
        "largest_gap_persons": shared.loc[largest, "persons"],
        "unfunded_regions": int(((shared["gap_before"] > 0) & (shared["persons"] == 0)).sum()),
    }


def _result(districts: pd.DataFrame, persons: np.ndarray) -> pd.DataFrame:
    n, d = districts["members"], districts["workforce"]
    before, after = np.minimum(n, d), np.minimum(n + persons, d)
    return districts.assign(
        persons=persons,
        spent_idr=persons * districts["cost_idr"],
        gap_before=d - before,
        gap_after=d - after,
        coverage_before_pct=100 * before / d,
        coverage_after_pct=100 * after / d,
    )


def _checked(districts: pd.DataFrame, budget_idr: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    if districts.empty or districts["region_code"].duplicated().any():
        raise ValueError("allocation: one row per district is needed, and at least one district.")
    n, d, cost = (districts[name].to_numpy("float64") for name in ("members", "workforce", "cost_idr"))
    if not ((n >= 0).all() and (d > 0).all() and (cost > 0).all() and budget_idr >= 0):
        raise ValueError(
            "allocation: members from zero up, workforce and cost above zero, a budget from zero up, "
            "none missing."
        )
    return n, d, cost


def _times(target_pct: float, workforce):
    return workforce * target_pct / 100


def _check_target(target_pct: float) -> None:
    if not 0 < target_pct <= 100:
        raise ValueError(f"allocation: a target above 0 and up to 100 percent is needed, found {target_pct}.")
