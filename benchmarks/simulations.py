"""How often the intervals and verdicts of METHODS.md hold, on made-up regions whose truth is known.

    python benchmarks/simulations.py                 # about 20 minutes; prints the table of docs/statistics.md
    python benchmarks/simulations.py slopes alike    # these parts alone
    python benchmarks/simulations.py --quick         # a tenth of the draws

Every share has its Monte Carlo error: the standard deviation of the draws over the root of their number; of the lowest
and highest setting the larger of the two. Everything here is simulated but `halves`, which splits the real series. Members
are counted without error; the workforce of a region is drawn around its true value with a lognormal error, as rule 17 has it.
"""

import argparse
from pathlib import Path

import numpy as np
import pandas as pd

from analysis import cleaning, measures

SEED = 20_240_831
DATA = Path(__file__).parents[1] / "data"
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


def mean_and_error(held) -> tuple[float, float]:
    """The mean of one value a draw, and its Monte Carlo error."""
    held = np.asarray(held, dtype="float64")
    return held.mean(), held.std() / np.sqrt(len(held))


def of_settings(found: dict) -> pd.DataFrame:
    """One row per key (measure, then the setting): share held, its Monte Carlo error, draws with an interval."""
    rows = [(*key, *mean_and_error(held), len(held)) for key, held in found.items()]
    return pd.DataFrame(rows).rename(columns={0: "measure", len(rows[0]) - 3: "held", len(rows[0]) - 2: "error",
                                              len(rows[0]) - 1: "given"})  # fmt: skip


def told(rows: pd.DataFrame):
    """For each measure the mean of its settings, and the lowest and the highest of them."""
    for name, part in rows.groupby("measure", sort=False):
        yield (
            f"... {name}: mean of {len(part)} settings",
            part["held"].mean(),
            np.hypot.reduce(part["error"]) / len(part),
        )
        ends = part.loc[[part["held"].idxmin(), part["held"].idxmax()]]
        yield f"... {name}: lowest and highest setting", tuple(ends["held"]), ends["error"].max()


def panel_held(random, draws, settings) -> pd.DataFrame:
    """Whether the intervals of `inequality_panel` hold the true value, by measure and (regions, spread, error)."""
    held = {}
    for count, tau, rse in settings:
        for _ in range(draws):
            truth, seen = regions(random, count, tau=tau, rse=rse)
            found = measures.inequality_panel(seen)
            found = found[(found["basis"] == "bounded") & found["low"].notna()].set_index("measure")
            if not len(found):
                continue
            true = measures.inequality_panel(truth.drop(columns="rse_pct"))
            true = true[true["basis"] == "bounded"].set_index("measure")["value"]
            for name, row in found.iterrows():
                # the machine's rounding where all are alike
                holds = row["low"] - 1e-9 <= true[name] <= row["high"] + 1e-9
                held.setdefault((name, count, tau, rse), []).append(holds)
    return of_settings(held)


def inequality(random, draws):
    """Intervals of regions that differ by more than their error."""
    settings = [
        (count, tau, rse) for count in (5, 10, 27) for tau in (0.1, 0.3, 0.6) for rse in (1.3, 3.0, 6.0)
    ]
    rows = panel_held(random, 2 * draws, settings)
    means = rows.groupby("measure")["held"].mean()
    yield "inequality intervals (rule 32), all measures and settings: mean", means.mean(), rows["error"].max() / np.sqrt(
        rows.groupby("measure").size().min())  # fmt: skip
    yield from told(rows.sort_values("measure", kind="stable"))


def alike(random, draws):
    """Intervals of regions that differ by less than their error, and of regions that do not differ at all."""
    for words, taus in (("by less than their error", (0.02, 0.05)), ("not at all", (0.0,))):
        rows = panel_held(random, 2 * draws, [(count, tau, 6.0) for count in (5, 10, 27) for tau in taus])
        ends = rows.loc[[rows["held"].idxmin(), rows["held"].idxmax()]]
        name = f"inequality intervals (rule 32), regions that differ {words}: lowest and highest setting"
        yield name, tuple(ends["held"]), ends["error"].max()


def sums(random, draws):
    held = []
    for _ in range(5 * draws):
        truth, seen = regions(random, 27, tau=0.3, rse=3.0)
        found = measures.sum_interval(seen)
        held.append(found["gap_low"] <= truth["gap"].sum() <= found["gap_high"])
    yield "people not covered of 27 regions together (rule 17)", *mean_and_error(held)


def slopes(random, draws):
    """The ordered measures: regions in an order that goes with their coverage, but for half of it."""
    held = {}
    for count, rse in ((8, 1.3), (8, 3.0), (8, 6.0), (27, 1.3), (27, 3.0), (27, 6.0)):
        for _ in range(3 * draws):
            truth, seen = regions(random, count, tau=0.3, rse=rse)
            order = truth["coverage_pct"].mul(np.exp(random.normal(0, 0.2, count))).sort_values().index
            error = measures.uncertainty.log_error(rse)
            true, found = (measures.ordered_disparity(
                rows.loc[order, "coverage_pct"], rows.loc[order, "workforce"],
                standard_errors=rows.loc[order, "coverage_pct"] * error if rows is seen else None,
            ).set_index("measure") for rows in (truth, seen))  # fmt: skip
            for name in ("ACI", "RCI", "SII", "RII", "SII_logit", "RII_logit"):
                holds = found.loc[name, "low"] <= true.loc[name, "value"] <= found.loc[name, "high"]
                held.setdefault((name, count, rse), []).append(holds)
    rows = of_settings(held)
    for (count, rse), part in rows.groupby([1, 2]):
        for row in part.itertuples():
            yield f"{row.measure} (rule 31), {count} regions, error {rse:g} %", row.held, row.error


def ranks(random, draws):
    """Ranks of 27 regions at errors of 1.3 to 3 %: all at once, and each alone."""
    together, alone = [], []
    for _ in range(2 * draws):
        truth = np.log(COVERAGE) + random.normal(0, 0.05, 27)
        error = random.uniform(0.013, 0.03, 27)
        found = measures.rank_intervals(truth + random.standard_normal(27) * error, error, draws=2_000)
        rank = 1 + (truth[:, None] < truth[None, :]).sum(axis=1)
        together.append(
            ((found["rank_low_simultaneous"] <= rank) & (rank <= found["rank_high_simultaneous"])).all()
        )
        alone.append(((found["rank_low"] <= rank) & (rank <= found["rank_high"])).mean())
    yield "ranks, all 27 intervals at once (rule 29)", *mean_and_error(together)
    yield "ranks, one region picked beforehand (rule 29)", *mean_and_error(alone)


def verdicts(random, draws):
    """27 regions that are all alike: how many are called better or worse than the others."""
    counts = []
    for _ in range(5 * draws):
        _, seen = regions(random, 27, tau=0.0, rse=1.3)
        rows = seen.assign(period="2025-12", denominator="sakernas", segment="total")
        found = measures.compare_with_peers(measures.with_uncertainty(rows))
        counts.append(found["comparison"].isin(["better", "worse"]).sum())
    yield "false verdicts among 27 alike regions (rule 23): mean", *mean_and_error(counts)
    yield "... chance of at least one", *mean_and_error(np.array(counts) > 0)


def funnels(random, draws):
    """Alike regions outside the inner limits of the over-dispersed funnel."""
    outside = []
    for _ in range(5 * draws):
        share = np.clip(np.sin(np.arcsin(np.sqrt(COVERAGE)) + random.normal(0, 0.06, 27)) ** 2, 0.001, 0.999)
        workforce = np.exp(random.normal(MIDDLE, SPREAD, 27))
        found = measures.funnel(pd.DataFrame({"members": share * workforce, "workforce": workforce})).rows
        outside.append((found["beyond_95"] != "inside").mean())
    yield "regions of one distribution outside the inner funnel limits (rule 22)", *mean_and_error(outside)


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
            period=[f"{year}-12" for year in range(2018, 2024)], rse_pct=rse
        )
        ahead = measures.fan(rows.head(5), until=2023).iloc[-1]
        line.append(ahead["low_95_pct"] <= 100 * share[5] <= ahead["high_95_pct"])
        figure.append(ahead["low_95_pct"] <= rows["coverage_pct"].iloc[5] <= ahead["high_95_pct"])
    yield "fan (rule 40): the line's next value inside the 95 % band", *mean_and_error(line)
    yield "... next year's figure inside that band", *mean_and_error(figure)


def trend_errors(random, draws):
    """Flat series that are called rising or falling."""
    called = []
    for _ in range(50 * draws):
        values = 40 * np.exp(random.standard_normal(5) * 0.03)
        called.append(measures.trend_of_values(values, np.full(5, 1.2)).direction in ("rising", "falling"))
    yield "flat series called rising or falling (rule 24)", *mean_and_error(called)


def variance(random, draws):
    """Surveyed ratios inside their derived interval, with errors of 20 % D^-0.15 relative to 10,000 persons."""
    rows = []
    sizes = np.geomspace(10_000, 1e7, 552)
    for place, size in enumerate(sizes):
        for year in range(2018, 2026):
            error = 0.2 * (size / 10_000) ** -0.15 * random.standard_normal()
            rows.append(
                (
                    f"{place:05d}",
                    f"{year}-08",
                    "sakernas",
                    "total",
                    size * np.exp(0.02 * (year - 2018) + error),
                )
            )
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
    yield "ratios inside the interval of the fitted error (rules 16, 17)", *mean_and_error(held)


def halves(random, draws):
    """The error fitted to one half of the regions: how many differences of the other half lie within it (rule 16)."""
    workforce = cleaning.load(DATA).workforce
    rows = workforce[
        (workforce["denominator"] == "sakernas")
        & (workforce["region_code"] != "00")
        & (workforce["persons"] > 0)
    ]
    rows = rows.assign(year=rows["period"].str[:4].astype(int), log=np.log(rows["persons"].astype(float)))
    codes, held = np.array(sorted(rows["region_code"].unique())), {}
    for _ in range(draws // 10):
        one = set(codes[random.random(len(codes)) < 0.5])
        other = rows[~rows["region_code"].isin(one)]
        for fit in measures.variance_functions(workforce[workforce["region_code"].isin(one)]).itertuples(
            index=False
        ):
            logs = other[other["segment"] == fit.segment].pivot(
                index="region_code", columns="year", values="log"
            )
            logs = logs.reindex(columns=range(fit.first_year, fit.last_year + 1))
            second = logs.diff(axis=1).diff(axis=1).stack().dropna()
            size = logs.mean(axis=1).reindex(second.index.get_level_values(0)).to_numpy()
            error = fit.widening * np.exp(fit.intercept + fit.slope * size) * np.sqrt(6)
            held.setdefault((fit.segment, fit.first_year), []).append(
                (second.abs().to_numpy() <= 1.96 * error).mean()
            )
    found = of_settings({("halves", *key): each for key, each in held.items()})
    ends = found.loc[[found["held"].idxmin(), found["held"].idxmax()]]
    name = "differences of the other half of the regions inside the fitted error (rule 16): lowest and highest segment and part"
    yield name, tuple(ends["held"]), ends["error"].max()


PARTS = (variance, sums, ranks, verdicts, inequality, slopes, funnels, trend_errors, fans, alike, halves)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("parts", nargs="*", help="names of the parts to draw; all by default")
    parser.add_argument("--quick", action="store_true")
    given = parser.parse_args()
    print("| simulated | share, or count | Monte Carlo error |\n| --- | --- | --- |")
    for number, part in enumerate(PARTS):
        if given.parts and part.__name__ not in given.parts:
            continue
        for name, value, error in part(np.random.default_rng(SEED + number), 40 if given.quick else 400):
            shown = "–".join(f"{each:.3f}" for each in value) if isinstance(value, tuple) else f"{value:.3f}"
            print(f"| {name} | {shown} | {error:.3f} |", flush=True)


if __name__ == "__main__":
    main()
