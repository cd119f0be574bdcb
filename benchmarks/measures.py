"""Time every measure on 514 districts: the median of some runs, on one core, against what it should take.

    python benchmarks/measures.py [--runs 5] [--draws 1000] [--data DIR]

The figures are random and stand for nothing. With a built data root, such as one of `cakupan simulate`, all
national measures of it at once are timed, too.
"""

import argparse
import os
import statistics
import time
from dataclasses import replace

import numpy as np
import pandas as pd

from analysis import cleaning, measures

DISTRICTS, LIMIT_MS, RANK_LIMIT_MS, NATION_LIMIT_MS = 514, 50.0, 5_000.0, 1_500.0
YEARS = range(2018, 2026)


def tables(seed=1):
    """Members and workforce of 514 districts, two segments, eight years, two denominators."""
    random = np.random.default_rng(seed)
    codes = [f"{11 + i // 30:02d}.{1 + i % 30:02d}" for i in range(DISTRICTS)]
    size = dict(zip(codes, np.exp(random.normal(11.5, 0.8, DISTRICTS))))
    share = dict(zip(codes, random.uniform(0.1, 0.8, DISTRICTS)))
    people, workers = [], []
    for code in codes:
        for segment, part in (("formal", 0.4), ("informal", 0.6)):
            for year in YEARS:
                count = size[code] * part * (1 + 0.01 * (year - 2018)) * np.exp(random.normal(0, 0.03))
                grown = count * min(share[code] + 0.02 * (year - 2018), 1.15)
                people.append((code, f"{year}-12", segment, "active", "any", round(grown)))
                workers.append((code, f"{year}-08", "sakernas", segment, round(count)))
                workers.append((code, f"{year}-12", "semesta_bpjs", segment, round(count * 0.7)))
    return (
        pd.DataFrame(people, columns=["region_code", "period", "segment", "status", "funding", "persons"]),
        pd.DataFrame(workers, columns=["region_code", "period", "denominator", "segment", "persons"]),
        codes,
    )


def tasks(draws):
    """Name, function and time it should take (ms)."""
    people, workers, codes = tables()
    random = np.random.default_rng(2)
    parent = pd.Series([code[:2] for code in codes], index=codes)
    every = measures.coverage(people, workers)
    year = every[every["period"] == "2025-12"]
    cells = year[year["denominator"] == "sakernas"]
    errors = measures.variance_functions(workers)
    whole = measures.with_uncertainty(measures.totals(cells), errors=errors)
    series = measures.with_uncertainty(
        measures.totals(every[every["denominator"] == "sakernas"]), errors=errors
    )
    ratios = measures.denominator_ratio(workers)
    flags = pd.concat([measures.cell_flags(year), measures.definition_flags(year, ratios)], ignore_index=True)
    compared, moved = measures.compare_with_peers(whole), measures.trends(series)
    graded = measures.grades(year, flags, ratios=ratios)
    features = pd.DataFrame(random.lognormal(size=(DISTRICTS, 8)), index=codes).rename(
        columns=lambda i: f"v{i}"
    )
    values = dict(zip(codes, random.uniform(0, 90, DISTRICTS)))
    informal = cells[cells["segment"] == "informal"]
    districts = informal[["region_code", "members", "workforce"]].assign(cost_idr=201_600.0)
    premiums = pd.DataFrame(
        {
            "segment": "informal",
            "programme": ["JKK", "JKM"],
            "payer": "apbd",
            "trade": "any",
            "valid_from": None,
            "valid_to": None,
            "premium_idr": [10_000.0, 6_800.0],
        }
    )
    targets = pd.DataFrame({"definition": "sakernas", "region_code": codes, "year": 2029, "target_pct": 60.0})
    two_years = every[every["period"].isin(["2024-12", "2025-12"])]
    both_ends = measures.totals(two_years[two_years["denominator"] == "sakernas"])
    steps = pd.concat(
        [
            pd.DataFrame(
                {
                    "region_code": codes,
                    "period": f"2025-{month:02d}",
                    "category": "pwbd",
                    "step": step,
                    "firms": random.integers(0, 50, DISTRICTS),
                    "workers": 5,
                }
            )
            for month in range(1, 13)
            for step in ("identified", "warning_1", "fine")
        ]
    )
    evidence = pd.concat(
        [
            pd.DataFrame({"region_code": codes, "aspect": aspect, "score": random.uniform(0, 100, DISTRICTS)})
            for aspect in measures.ASPECTS
        ]
    )
    decided = {"weights": dict.fromkeys(measures.ASPECTS, 1.0)}
    year_ago = every[every["period"] == "2024-12"].assign(period="2025-12")
    return [
        (
            "coverage, one year",
            lambda: measures.coverage(
                people[people["period"] == "2025-12"], workers[workers["period"] >= "2025"]
            ),
            LIMIT_MS,
        ),
        ("coverage, eight years, two denominators", lambda: measures.coverage(people, workers), None),
        ("totals", lambda: measures.totals(cells), LIMIT_MS),
        ("aggregate to provinces", lambda: measures.aggregate(cells, parent=parent), LIMIT_MS),
        ("denominator_matrix", lambda: measures.denominator_matrix(year, measures.totals(year)), LIMIT_MS),
        (
            "denominator_ratio",
            lambda: measures.denominator_ratio(workers[workers["period"] >= "2025"]),
            LIMIT_MS,
        ),
        ("with_uncertainty", lambda: measures.with_uncertainty(cells, errors=errors), LIMIT_MS),
        (
            "anatomy, one district",
            lambda: measures.anatomy(year[year["region_code"] == codes[0]], denominator="semesta_bpjs"),
            LIMIT_MS,
        ),
        (
            "check_claim",
            lambda: measures.check_claim(members=935079, workforce=1873899, printed_pct="50.88"),
            LIMIT_MS,
        ),
        ("compare_with_peers", lambda: measures.compare_with_peers(whole), LIMIT_MS),
        (
            "spine, one indicator",
            lambda: measures.spine(values, region_code=codes[0], benchmark=40.0),
            LIMIT_MS,
        ),
        ("funnel", lambda: measures.funnel(whole), LIMIT_MS),
        (
            "trend of one district",
            lambda: measures.trends(series[series["region_code"] == codes[0]]),
            LIMIT_MS,
        ),
        ("trends of all", lambda: measures.trends(series), LIMIT_MS),
        ("red_red", lambda: measures.red_red(compared, moved, graded), LIMIT_MS),
        ("silent", lambda: measures.silent(whole, at_least_pct=50), LIMIT_MS),
        ("neighbours of all", lambda: measures.neighbours(features), LIMIT_MS),
        ("denominator_ranks", lambda: measures.denominator_ranks(measures.totals(year)), LIMIT_MS),
        (
            f"rank_intervals, {draws} draws",
            lambda: measures.rank_intervals(
                np.log(whole["coverage_pct"]), whole["rse_pct"] / 100, draws=draws
            ),
            RANK_LIMIT_MS,
        ),
        ("inequality_panel", lambda: measures.inequality_panel(whole), None),
        (
            "theil_split",
            lambda: measures.theil_split(
                whole["coverage_pct"], whole["workforce"], whole["region_code"].str[:2]
            ),
            LIMIT_MS,
        ),
        ("gap_tree", lambda: measures.gap_tree(cells), LIMIT_MS),
        ("change_split", lambda: measures.change_split(both_ends, start="2024-12", end="2025-12"), LIMIT_MS),
        (
            "cost_to_close, five years",
            lambda: measures.cost_to_close(cells, premiums, start="2025-01"),
            LIMIT_MS,
        ),
        ("target_board, 514 targets", lambda: measures.target_board(series, targets), LIMIT_MS),
        (
            "fan, one district",
            lambda: measures.fan(series[series["region_code"] == codes[0]], until=2045),
            LIMIT_MS,
        ),
        ("fairest", lambda: measures.fairest(districts, budget_idr=1e12), LIMIT_MS),
        (
            "most_to_target",
            lambda: measures.most_to_target(districts, budget_idr=1e12, target_pct=50),
            LIMIT_MS,
        ),
        ("least_shortfall", lambda: measures.least_shortfall(districts, budget_idr=1e12), LIMIT_MS),
        ("compliance_steps", lambda: measures.compliance_steps(steps), LIMIT_MS),
        ("time_in_step", lambda: measures.time_in_step(steps), LIMIT_MS),
        ("scorecard, 1,000 weights", lambda: measures.scorecard(evidence, **decided), None),
        ("cell_flags", lambda: measures.cell_flags(year), LIMIT_MS),
        ("series_flags, one denominator", lambda: measures.series_flags(series), LIMIT_MS),
        ("grades", lambda: measures.grades(year, flags, ratios=ratios), LIMIT_MS),
        ("diff_builds", lambda: measures.diff_builds(year_ago, year), LIMIT_MS),
    ]


def main():
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--draws", type=int, default=1_000)
    options.add_argument("--data", default="", help="a built data root")
    chosen = options.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # one core
    listed = tasks(chosen.draws)
    if chosen.data:
        built = cleaning.load(chosen.data)
        listed.append(("all national measures", lambda: measures.nation(replace(built)), NATION_LIMIT_MS))
    print(f"{'measure':42} {'median ms':>10} {'limit ms':>9}")
    for name, run, limit in listed:
        spent = []
        for _ in range(chosen.runs):
            start = time.perf_counter()
            run()
            spent.append(1000 * (time.perf_counter() - start))
        median = statistics.median(spent)
        mark = "" if limit is None or median <= limit else "  over"
        print(f"{name:42} {median:10.1f} {'-' if limit is None else f'{limit:.0f}':>9}{mark}")


if __name__ == "__main__":
    main()
