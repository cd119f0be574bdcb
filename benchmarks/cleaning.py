"""What cleaning costs: time and memory of each step, on this machine.

    python benchmarks/cleaning.py                  build, load, 100,000 names
    python benchmarks/cleaning.py nation [N ...]   build of a simulated nation of N districts (514 and 5,140)
    python benchmarks/cleaning.py panel [ROWS]     a panel of villages against plain pandas.read_csv of the same file

Each figure is the median of three runs, in a process of its own, with its highest memory.
"""

import hashlib
import json
import multiprocessing
import resource
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parents[1]


def timed(work, *args) -> tuple[float, float, object]:
    """Seconds, megabytes at the highest, and the result, in a fresh process."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(1, maxtasksperchild=1) as pool:
        return pool.apply(_run, (work, args))


def _run(work, args):
    import analysis.cleaning  # noqa: F401  (the time to import is not counted)

    before = time.perf_counter()
    result = work(*args)
    seconds = time.perf_counter() - before
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, result


def report(name: str, work, *args) -> None:
    runs = [timed(work, *args) for _ in range(3)]
    seconds, memory = statistics.median(r[0] for r in runs), max(r[1] for r in runs)
    print(f"{name:<44} {seconds:8.3f} s  {memory:6.0f} MB  {runs[-1][2]}", flush=True)


def build_new(folder):
    from analysis.cleaning import build

    data = Path(tempfile.mkdtemp(dir=folder)) / "data"
    shutil.copytree(ROOT / "data" / "raw", data / "raw")
    return f"{sum(build(data).tables.values()):,} rows"


def build_nation(folder, raw):
    from analysis.cleaning import build

    data = Path(tempfile.mkdtemp(dir=folder)) / "data"
    data.mkdir()
    (data / "raw").symlink_to(raw)
    return f"{sum(build(data).tables.values()):,} rows"


def build_again(data):
    from analysis.cleaning import build

    return f"unchanged {build(Path(data)).unchanged}"


def load_all(data):
    from analysis.cleaning import load

    return f"{len(load(Path(data)).workforce):,} rows of workforce"


def names(data, distinct):
    import pandas as pd

    from analysis.cleaning import load, resolve_column

    tables = load(Path(data))
    districts = tables.regions.query("level == 'district'")
    rng = np.random.default_rng(1)
    chosen = districts["name"].sample(100_000, replace=True, random_state=1).tolist()
    if distinct:  # no two alike: spaces, case and dots vary
        chosen = [f"{n.upper() if rng.random() < 0.5 else n}{' ' * int(i % 7)}.{i}" [: len(n) + i % 7] + " " * (i // 7 % 90)
                  for i, n in enumerate(chosen)]  # fmt: skip
    before = time.perf_counter()
    found = resolve_column(pd.Series(chosen), regions=tables.regions, aliases=tables.aliases)
    seconds = time.perf_counter() - before
    return f"{seconds:.3f} s for {len(set(chosen)):,} spellings, {found['region_code'].notna().mean():.1%} resolved"


def write_panel(path: Path, rows: int) -> dict:
    """84,000 villages by 12 months by 5 segments, as performance studies of the field have them."""
    import pandas as pd

    districts = pd.read_csv(ROOT / "data/raw/regions_district.csv", dtype=str)["kemendagri_code"].tolist()
    villages = [f"{code}.{1 + k // 20:02d}.{2001 + k % 20}" for k in range(164) for code in districts][
        :84_000
    ]
    segments = ["formal", "informal", "construction", "migrant", "total"]
    rng = np.random.default_rng(2)
    written = 0
    with path.open("w", encoding="utf-8") as handle:
        handle.write("village_code,period,segment,members,workforce\n")
        for month in range(1, 13):
            for segment in segments:
                count = min(len(villages), rows - written)
                members, workforce = rng.integers(0, 900, count), rng.integers(900, 3000, count)
                handle.writelines(
                    f"{v},2024-{month:02d},{segment},{m},{w}\n"
                    for v, m, w in zip(villages, members, workforce)
                )
                written += count
    with path.open("rb") as handle:
        digest = hashlib.file_digest(handle, "sha256").hexdigest()
    text = [{"name": n, "type": "string"} for n in ("village_code", "period", "segment")]
    counts = [{"name": n, "type": "integer"} for n in ("members", "workforce")]
    return {
        "name": "panel", "path": path.name, "bytes": path.stat().st_size, "hash": f"sha256:{digest}",
        "schema": {"fields": text + counts},
        "cakupan": [
            {
                "table": "villages",
                "region": {"column": "village_code", "system": "kemendagri"},
                "period": {"column": "period"},
                "columns": {"segment": "segment", "members": "members", "workforce": "workforce"},
            }
        ],
    }  # fmt: skip


def panel(card, folder):
    from analysis.cleaning import sum_villages

    made = sum_villages(card, root=Path(folder), data=ROOT / "data")
    return f"{made.rows_kept:,} rows, {made.districts['region_code'].nunique()} districts"


def plain_pandas(path, typed):
    import pandas as pd

    dtype = {"village_code": str, "period": str, "segment": str} if typed else None
    frame = pd.read_csv(path, dtype=dtype)
    if not typed:
        return f"{len(frame):,} rows read"
    frame["district"] = frame["village_code"].str[:5]
    summed = frame.groupby(["district", "period", "segment"])[["members", "workforce"]].sum()
    return f"{len(frame):,} rows, {summed.index.get_level_values(0).nunique()} districts"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        if sys.argv[1:2] == ["panel"]:
            path = Path(folder) / "panel.csv"
            card = write_panel(path, int(sys.argv[2]) if len(sys.argv) > 2 else 5_040_000)
            print(f"panel.csv: {path.stat().st_size / 1e6:.0f} MB")
            report("sum_villages (checked, resolved, summed)", panel, card, folder)
            report("pandas.read_csv, nothing else", plain_pandas, str(path), False)
            report("pandas.read_csv with types, summed", plain_pandas, str(path), True)
            return
        if sys.argv[1:2] == ["nation"]:
            from analysis import simulation

            for count in [int(n) for n in sys.argv[2:]] or [514, 5140]:
                raw = simulation.write(
                    Path(folder) / f"nation{count}", raw=ROOT / "data" / "raw", districts=count
                )
                report(f"build, {count:,} simulated districts", build_nation, folder, str(raw))
            return
        report("build", build_new, folder)
        data = Path(folder) / "kept"
        shutil.copytree(ROOT / "data" / "raw", data / "raw")
        from analysis.cleaning import build

        build(data)
        report("build, nothing changed", build_again, str(data))
        report("load", load_all, str(data))
        report("100,000 names", names, str(data), False)
        report("100,000 names, most spelled differently", names, str(data), True)
        print(json.dumps({"python": sys.version.split()[0], "numpy": np.__version__}))


if __name__ == "__main__":
    main()
