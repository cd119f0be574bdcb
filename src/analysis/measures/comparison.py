"""One region beside the others: benchmark, quantile bands, spine, and the two lists worth reading first."""

from collections.abc import Collection, Mapping

import numpy as np
import pandas as pd

SMALLEST_WORKFORCE = 1_000  # persons below which no rank and no colour is given; METHODS.md, rule 7
MISSING_LIMIT_PCT = (
    25.0  # share of regions without a value beyond which a spine row is hidden; METHODS.md, rule 27
)
IMPLAUSIBLE = ("C", "D")  # classes that are shown and never judged; METHODS.md, rule 7


def judged(rows: pd.DataFrame) -> pd.Series:
    """Whether a row may be ranked, coloured or part of a benchmark; see `not_judged_reason`.

    Source: METHODS.md, rules 7 and 21.
    """
    return not_judged_reason(rows).isna()


def not_judged_reason(rows: pd.DataFrame) -> pd.Series:
    """Why a row gets no rank and no colour: "no_figure", "small_workforce" (below 1,000), "implausible_ratio"
    (class C or D, of the row or of a cell in it), "low_grade" (a column `grade`, where there is one, says D);
    missing if it may.

    Source: METHODS.md, rules 7 and 21.
    """
    implausible = rows["ratio_class"].isin(IMPLAUSIBLE)
    if "worst_class" in rows:
        implausible |= rows["worst_class"].isin(IMPLAUSIBLE)
    low_grade = rows["grade"].eq("D") if "grade" in rows else pd.Series(False, index=rows.index)
    reason = np.select(
        [rows["coverage_pct"].isna(), rows["workforce"] < SMALLEST_WORKFORCE, implausible, low_grade],
        ["no_figure", "small_workforce", "implausible_ratio", "low_grade"],
        "",
    )
    reason = pd.Series(reason, index=rows.index, dtype="str")
    return reason.where(reason != "")


def judged_districts(whole: pd.DataFrame, *, period: str | None, denominator: str) -> pd.DataFrame:
    """The districts of one month and denominator that may be judged, in order of their codes.

    Args:
        whole: rows of `totals`, with `grade` where grades count.

    Source: METHODS.md, rules 7 and 21.
    """
    same = whole[(whole["period"] == period) & (whole["denominator"] == denominator)]
    districts = same[same["region_code"].str.len() == 5]
    return districts[judged(districts)]


def compare_with_peers(rows: pd.DataFrame, *, exclude_self: bool = True) -> pd.DataFrame:
    """Better, similar or worse than the others together: does the region's interval leave out their coverage?

    The benchmark is covered over workforce of the judged regions, each region itself left out.

    Args:
        rows: rows of `with_uncertainty`, one per region of one period, denominator and segment.
        exclude_self: False gives all regions the same benchmark, and `benchmark_excludes_self` says so.

    Returns: `rows` with benchmark_pct, benchmark_regions, benchmark_excludes_self, difference_pp, comparison
        ("better", "similar", "worse", "not_compared") and comparison_reason (of `not_judged_reason`,
        "no_benchmark" or "no_interval"; missing where compared).
    Raises: ValueError, if the rows mix periods, denominators or segments, or repeat a region.
    Source: METHODS.md, rule 23.
    """
    one_comparison(rows, "compare_with_peers")
    peers = judged(rows)
    covered, workforce = rows["covered"].where(peers, 0.0), rows["workforce"].where(peers, 0.0)
    own = 1 if exclude_self else 0
    others = workforce.sum() - own * workforce
    benchmark = 100 * (covered.sum() - own * covered) / others.where(others > 0)
    reason = not_judged_reason(rows)
    reason = reason.mask(reason.isna() & benchmark.isna(), "no_benchmark")
    reason = reason.mask(reason.isna() & rows["ratio_low_pct"].isna(), "no_interval")
    side = compare(rows["ratio_low_pct"], rows["ratio_high_pct"], benchmark_pct=benchmark)
    return rows.assign(
        benchmark_pct=benchmark,
        benchmark_regions=int(peers.sum()) - own * peers.astype("int64"),
        benchmark_excludes_self=exclude_self,
        difference_pp=(rows["coverage_pct"] - benchmark).where(peers),
        comparison=side.where(reason.isna(), "not_compared"),
        comparison_reason=reason,
    )


def false_verdicts_expected(compared: pd.DataFrame, *, level: float = 0.95) -> float:
    """How many regions would be called better or worse by chance alone, if all were in truth like the
    benchmark.

    Args:
        compared: rows of `compare_with_peers` at this level.

    Source: METHODS.md, rule 23.
    """
    return (1 - level) * int((compared["comparison"] != "not_compared").sum())


def compare(low_pct: pd.Series, high_pct: pd.Series, *, benchmark_pct) -> pd.Series:
    """ "better" where the interval lies above the benchmark's value, "worse" below, "similar" around it.

    Missing ends give "not_compared". Source: METHODS.md, rule 23 (as Fingertips).
    """
    unknown = low_pct.isna() | high_pct.isna() | pd.isna(benchmark_pct)
    is_better, is_worse = low_pct > benchmark_pct, high_pct < benchmark_pct
    side = np.select([unknown, is_better, is_worse], ["not_compared", "better", "worse"], "similar")
    return pd.Series(side, index=low_pct.index, dtype="str")


def spine(
    values: Mapping[str, float],
    *,
    region_code: str,
    benchmark: float,
    higher_is_better: bool = True,
    implausible: Collection[str] = (),
) -> dict:
    """Position of one region on a row of a spine chart: 0 worst to 1 best of the regions, .5 the benchmark.

    Args:
        values: of one indicator by region_code; NaN where there is none.
        implausible: regions whose value (a ratio above 110 %, say) is kept out of the ends and off the scale.

    Returns: value, benchmark, position (may be missing), lowest_position, q25_position, q75_position,
        highest_position (all from worst to best), regions (with a value), missing_pct, shown (False where
        more than 25 % of the regions have no value, or there is no scale).
    Source: METHODS.md, rule 27 (as fingertipscharts).
    """
    missing = sum(value != value for value in values.values())
    usable = [value for code, value in values.items() if value == value and code not in implausible]
    value = values.get(region_code, np.nan)
    on_scale = region_code in values and region_code not in implausible
    sign = 1 if higher_is_better else -1
    low, q25, q75, high = np.quantile(usable, [0, 0.25, 0.75, 1]).tolist()[::sign] if usable else [np.nan] * 4
    reach = max(abs(low - benchmark), abs(high - benchmark))

    def position(at):
        return 0.5 + 0.5 * sign * (at - benchmark) / reach if reach > 0 else np.nan

    missing_pct = 100 * missing / len(values)
    return {
        "value": value, "benchmark": benchmark, "position": position(value) if on_scale else np.nan,
        "lowest_position": position(low), "q25_position": position(q25),
        "q75_position": position(q75), "highest_position": position(high),
        "regions": len(values) - missing, "missing_pct": missing_pct,
        "shown": missing_pct <= MISSING_LIMIT_PCT and reach > 0,
    }  # fmt: skip


def red_red(compared: pd.DataFrame, trends: pd.DataFrame, grades: pd.DataFrame) -> pd.DataFrame:
    """Regions below the benchmark and falling, on figures good enough to say so (grade A or B).

    Args:
        compared: rows of `compare_with_peers`.
        trends: rows of `trends`.
        grades: rows of `grades` with region_code, period, denominator, grade.

    Returns: the rows of `compared` that qualify with slope_pp and grade, largest gap first.
    Source: METHODS.md, rule 28.
    """
    joined = (
        compared.drop(columns="grade", errors="ignore")
        .merge(
            trends[["region_code", "denominator", "slope_pp", "direction"]],
            on=["region_code", "denominator"],
            how="inner",
            validate="many_to_one",
        )
        .merge(
            grades[["region_code", "period", "denominator", "grade"]],
            on=["region_code", "period", "denominator"],
            how="inner",
            validate="many_to_one",
        )
    )
    bad = (
        (joined["comparison"] == "worse")
        & (joined["direction"] == "falling")
        & joined["grade"].isin(["A", "B"])
    )
    return joined[bad].sort_values(["gap", "region_code"], ascending=[False, True], ignore_index=True)


def silent(whole: pd.DataFrame, *, at_least_pct: float) -> pd.DataFrame:
    """Regions whose raw ratio reaches `at_least_pct` only because a surplus hides a gap.

    Args:
        whole: rows of `totals` or `aggregate` (segment "total").
        at_least_pct: the mark to look good by: a target or a benchmark on the same denominator.

    Returns: the rows with hidden people whose bounded coverage misses the mark that the raw ratio reaches, or
        whose netted gap is zero though people are uncovered; with `silent_because` ("surplus_lifts_ratio",
        "netting_empties_gap", "both"), most hidden people first.
    Source: METHODS.md, rule 28.
    """
    lifted = (whole["ratio_pct"] >= at_least_pct) & (whole["coverage_pct"] < at_least_pct)
    emptied = (whole["netted_gap"] == 0) & (whole["gap"] > 0)
    why = pd.Series(
        np.select(
            [lifted & emptied, lifted, emptied], ["both", "surplus_lifts_ratio", "netting_empties_gap"], ""
        ),
        index=whole.index,
        dtype="str",
    )
    found = whole.assign(silent_because=why)[(why != "") & (whole["hidden_by_netting"] > 0)]
    return found.sort_values(["hidden_by_netting", "region_code"], ascending=[False, True], ignore_index=True)


def switch_denominator(whole: pd.DataFrame, *, first: str, second: str, target_pct: float) -> pd.DataFrame:
    """Which regions reach a mark under one denominator and not under another: "what if" for the same members.

    Args:
        whole: rows of `totals` for one period (several denominators).
        first, second: denominator ids.

    Returns: one row per region with both: first_pct, second_pct (bounded), difference_pp, change
        ("drops_out", "comes_in", "stays_in", "stays_out").
    Raises: ValueError, if a region has two rows under one denominator.
    Source: METHODS.md, rules 9 and 28.
    """
    sides = [
        whole.loc[whole["denominator"] == name, ["region_code", "period", "coverage_pct"]]
        .dropna()
        .rename(columns={"coverage_pct": column})
        for name, column in ((first, "first_pct"), (second, "second_pct"))
    ]
    if any(side.duplicated(["region_code", "period"]).any() for side in sides):
        raise ValueError("switch_denominator: one row per region, period and denominator is needed.")
    both = sides[0].merge(sides[1], on=["region_code", "period"], validate="one_to_one")
    was, now = both["first_pct"] >= target_pct, both["second_pct"] >= target_pct
    change = np.select(
        [was & ~now, ~was & now, was & now], ["drops_out", "comes_in", "stays_in"], "stays_out"
    )
    return both.assign(
        difference_pp=both["second_pct"] - both["first_pct"],
        change=pd.Series(change, index=both.index, dtype="str"),
    )


def one_comparison(rows: pd.DataFrame, name: str) -> None:
    """Raise ValueError, if rows to be compared mix periods, denominators or segments, or repeat a region."""
    alike = [column for column in ("period", "denominator", "segment") if column in rows]
    mixed = [column for column in alike if rows[column].nunique() > 1]
    if mixed:
        raise ValueError(f"{name}: one {' and one '.join(mixed)} at a time, found several.")
    if rows["region_code"].duplicated().any():
        raise ValueError(f"{name}: a region occurs twice.")
