"""Time every view of the exploration, and a change of a control, on 514 districts.

    python benchmarks/explore.py [--runs 5]

The members are made up; register and workforce are the project's own. A change is: choose anew, draw the view, and
write it as the output of a cell.
"""

import argparse
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from exploration_samples import with_simulated_members  # noqa: E402

from analysis import cleaning, display, measures  # noqa: E402

LIMIT_MS = 300.0
CHANGES = (
    {"province": "all"}, {"province": "all", "segment": "informal"}, {"province": "all", "denominator": "sakernas_paid"},
    {"province": "35"}, {"province": "all", "period": "2023-12"},
)  # fmt: skip
VIEWS = ("known", "gaps", "denominators", "above-100", "trend", "relation", "neighbours", "claim", "table")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    tables = with_simulated_members(cleaning.load(ROOT / "data"))
    cells = measures.coverage(tables.members, tables.workforce)
    start = time.perf_counter()
    explorer = display.Explorer(tables, cells, province="all", widgets=True)
    print(f"{'ground (once)':<16} {1000 * (time.perf_counter() - start):7.0f} ms   {len(cells):,} cells")
    slow = 0
    for name in VIEWS:
        taken = []
        for _ in range(runs):
            for change in CHANGES:
                start = time.perf_counter()
                explorer.change(**{"province": "all", "segment": "", "denominator": "", "period": "", **change})
                explorer.output(name)._repr_mimebundle_()
                taken.append(1000 * (time.perf_counter() - start))
        middle, worst = statistics.median(taken), max(taken)
        slow += middle > LIMIT_MS
        print(f"{name:<16} {middle:7.0f} ms   slowest {worst:5.0f} ms   {'ok' if middle <= LIMIT_MS else 'SLOW'}")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
