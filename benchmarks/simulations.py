"""How often the intervals and verdicts of METHODS.md hold, on made-up regions whose truth is known.

    python benchmarks/simulations.py            # about a quarter of an hour; prints the table of docs/statistics.md
    python benchmarks/simulations.py --quick    # a tenth of the draws

Everything here is simulated. Members are counted without error; the workforce of a region is drawn around its true value
with a lognormal error, as rule 17 has it.
"""

import argparse

import numpy as np
import pandas as pd

from analysis import measures

SEED = 20_240_831
MIDDLE, SPREAD = 12.0, 1.0  # of the logarithm of a true workforce: 163,000 persons, times or divided by 2.7
COVERAGE = 0.30  # middle of the true coverage


def regions(random, count, *, tau, rse):
    """True and surveyed totals of regions whose log coverage scatters by `tau`."""
    workforce = np.exp(random.normal(MIDDLE, SPREAD, count))
    share = np.clip(COVERAGE * np.exp(random.normal(0, tau, count)), 0.01, 0.97)
    error = measures.uncertainty.log_error(rse)
    seen = workforce * np.exp(random.standard_normal(count) * error)
    codes = [f"{n:02d}" for n in range(count)]
    frames = []
    for people in (workforce, seen):
        rows = pd.DataFrame({"region_code": codes, "members": share * workforce, "workforce": people})
        frames.append(measures.add_measures(rows).assign(rse_pct=float(rse)))
    return frames


def inequality(random, draws):
    """Share of intervals that hold the true value, by number of regions, spread and error."""
    held = {}
    for count in (5, 10, 27):
        for tau in (0.1, 0.3, 0.6):
            for rse in (1.3, 3.0, 6.0):
                for _ in range(draws):
                    truth, seen = regions(random, count, tau=tau, rse=rse)
                    found = measures.inequality_panel(seen)
                    found = found[(found["basis"] == "bounded") & found["low"].notna()].set_index("measure")
                    if not len(found):
                        continue
                    true = measures.inequality_panel(truth.drop(columns="rse_pct"))
                    true = true[true["basis"] == "bounded"].set_index("measure")["value"]
                    for name, row in found.iterrows():
                        held.setdefault((name, count, tau, rse), []).append(row["low"] <= true[name] <= row["high"])
    rows = pd.DataFrame([(*key, np.mean(found), len(found)) for key, found in held.items()],
                        columns=["measure", "regions", "tau", "rse", "held", "given"])  # fmt: skip
    rows = rows[rows["given"] >= draws / 2]  # where an interval is mostly refused, the few given say little
    yield "inequality intervals (rule 32), all measures and settings: mean", rows["held"].mean()
    for name, part in rows.groupby("measure"):
        yield f"... {name}: mean of {len(part)} settings", part["held"].mean()
        yield f"... {name}: lowest and highest setting", (part["held"].min(), part["held"].max())


def sums(random, draws):
    held = []
    for _ in range(5 * draws):
        truth, seen = regions(random, 27, tau=0.3, rse=3.0)
        found = measures.sum_interval(seen)
        held.append(found["gap_low"] <= truth["gap"].sum() <= found["gap_high"])
    yield "people not covered of 27 regions together (rule 17)", np.mean(held)


def ordered(random, draws):
    held = []
    for _ in range(5 * draws):
        truth, seen = regions(random, 27, tau=0.3, rse=3.0)
        order = truth["coverage_pct"].mul(np.exp(random.normal(0, 0.2, 27))).sort_values().index
        true, found = (measures.ordered_disparity(
            rows.loc[order, "coverage_pct"], rows.loc[order, "workforce"],
            standard_errors=rows.loc[order, "coverage_pct"] * 0.03).set_index("measure") for rows in (truth, seen))
        held.append(found.loc["ACI", "low"] <= true.loc["ACI", "value"] <= found.loc["ACI", "high"])
    yield "absolute concentration index (rule 31)", np.mean(held)


def ranks(random, draws):
    """Ranks of 27 regions at errors of 1.3 to 3 %: all at once, and each alone."""
    together, alone = [], []
    for _ in range(draws):
        truth = np.log(COVERAGE) + random.normal(0, 0.05, 27)
        error = random.uniform(0.013, 0.03, 27)
        found = measures.rank_intervals(truth + random.standard_normal(27) * error, error, draws=2_000)
        rank = 1 + (truth[:, None] < truth[None, :]).sum(axis=1)
        together.append(((found["rank_low_simultaneous"] <= rank) & (rank <= found["rank_high_simultaneous"])).all())
        alone.append(((found["rank_low"] <= rank) & (rank <= found["rank_high"])).mean())
    yield "ranks, all 27 intervals at once (rule 29)", np.mean(together)
    yield "ranks, one region picked beforehand (rule 29)", np.mean(alone)


def verdicts(random, draws):
    """27 regions that are all alike: how many are called better or worse than the others."""
    counts = []
    for _ in range(5 * draws):
        _, seen = regions(random, 27, tau=0.0, rse=1.3)
        rows = seen.assign(period="2025-12", denominator="sakernas", segment="total")
        found = measures.compare_with_peers(measures.with_uncertainty(rows))
        counts.append(found["comparison"].isin(["better", "worse"]).sum())
    yield "false verdicts among 27 alike regions (rule 23): mean", np.mean(counts)
    yield "... chance of at least one", np.mean(np.array(counts) > 0)


def funnels(random, draws):
    """Alike regions outside the inner limits of the over-dispersed funnel."""
    outside = []
    for _ in range(5 * draws):
        share = np.clip(np.sin(np.arcsin(np.sqrt(COVERAGE)) + random.normal(0, 0.06, 27)) ** 2, 0.001, 0.999)
        workforce = np.exp(random.normal(MIDDLE, SPREAD, 27))
        found = measures.funnel(pd.DataFrame({"members": share * workforce, "workforce": workforce})).rows
        outside.append((found["beyond_95"] != "inside").mean())
    yield "regions of one distribution outside the inner funnel limits (rule 22)", np.mean(outside)


def fans(random, draws):
    """The band of the fan: the line's own next value, and next year's surveyed figure."""
    line, figure = [], []
    for _ in range(10 * draws):
        slope, rse = random.uniform(-0.1, 0.1), 3.0
        logit = -0.8 + slope * np.arange(6)
        share = 1 / (1 + np.exp(-logit))
        workforce = 100_000 * np.exp(random.standard_normal(6) * rse / 100)
        members = 100_000 * share
        rows = measures.add_measures(pd.DataFrame({"members": members, "workforce": workforce})).assign(
            period=[f"{year}-12" for year in range(2018, 2024)], rse_pct=rse)
        ahead = measures.fan(rows.head(5), until=2023).iloc[-1]
        line.append(ahead["low_95_pct"] <= 100 * share[5] <= ahead["high_95_pct"])
        figure.append(ahead["low_95_pct"] <= rows["coverage_pct"].iloc[5] <= ahead["high_95_pct"])
    yield "fan (rule 40): the line's next value inside the 95 % band", np.mean(line)
    yield "... next year's figure inside that band", np.mean(figure)


def trend_errors(random, draws):
    """Flat series that are called rising or falling."""
    called = []
    for _ in range(50 * draws):
        values = 40 * np.exp(random.standard_normal(5) * 0.03)
        called.append(measures.trend_of_values(values, np.full(5, 1.2)).direction in ("rising", "falling"))
    yield "flat series called rising or falling (rule 24)", np.mean(called)


def variance(random, draws):
    """Surveyed ratios inside their derived interval, with errors of 20 % D^-0.15 relative to 10,000 persons."""
    rows = []
    sizes = np.geomspace(10_000, 1e7, 552)
    for place, size in enumerate(sizes):
        for year in range(2018, 2026):
            error = 0.2 * (size / 10_000) ** -0.15 * random.standard_normal()
            rows.append((f"{place:05d}", f"{year}-08", "sakernas", "total", size * np.exp(0.02 * (year - 2018) + error)))
    series = pd.DataFrame(rows, columns=["region_code", "period", "denominator", "segment", "persons"])
    functions = measures.variance_functions(series)
    held = []
    for _ in range(draws):
        error = 0.2 * (sizes / 10_000) ** -0.15
        seen = measures.add_measures(pd.DataFrame({
            "members": 0.3 * sizes, "workforce": sizes * np.exp(random.standard_normal(552) * error),
            "denominator": "sakernas", "segment": "total", "workforce_period": "2025-08"}))  # fmt: skip
        found = measures.with_uncertainty(seen, errors=functions)
        held.append(((found["ratio_low_pct"] <= 30) & (found["ratio_high_pct"] >= 30)).mean())
    yield "ratios inside the interval of the fitted error (rules 16, 17)", np.mean(held)


PARTS = (variance, sums, ranks, verdicts, inequality, ordered, funnels, trend_errors, fans)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true")
    draws = 40 if parser.parse_args().quick else 400
    print("| simulated | share, or count |\n| --- | --- |")
    for number, part in enumerate(PARTS):
        for name, value in part(np.random.default_rng(SEED + number), draws):
            told = "–".join(f"{each:.3f}" for each in value) if isinstance(value, tuple) else f"{value:.3f}"
            print(f"| {name} | {told} |", flush=True)


if __name__ == "__main__":
    main()
