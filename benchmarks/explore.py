"""Time what an analyst waits for when a control is changed, on 514 districts.

    python benchmarks/explore.py [--runs 5] [--table]

The members are made up; register and workforce are the project's own. All views stand on the page with their rows of
controls, a control is set as a click sets it, and each view is written out as its cell's output, to the bytes that
leave the kernel. Three waits are taken: until the touched view is there, until what a screen shows is (the touched view
and the next one to change), and until the whole page is; in processor time of the one thread that draws, which other work
on the machine alters little. Each change starts from the same choice with nothing remembered. The table is that of
docs/benchmarks.md. Fails if what a screen shows takes longer than LIMIT_MS after any change.
"""

import argparse
import json
import statistics
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from exploration_samples import with_simulated_members  # noqa: E402

from analysis import cleaning, measures, pages  # noqa: E402
from analysis.pages.explore.controls import VIEWS  # noqa: E402

LIMIT_MS = 300.0
START = {"province": "all", "period": "", "segment": "", "denominator": "", "district": "", "other": ""}
CHANGES = (
    ("all provinces -> every district", "gaps", "province", "all", {"province": ""}),
    ("a province", "gaps", "province", "35", {}),
    ("segment", "gaps", "segment", "informal", {}),
    ("denominator", "gaps", "denominator", "sakernas_paid", {}),
    ("month", "relation", "period", "2023-12", {}),
    ("second denominator", "denominators", "other", "", {}),
    ("district looked at", "trend", "district", "Sidoarjo · 35.15", {}),
    ("order of the gaps", "gaps", "order", "percent", {}),
)  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument(
        "--table", action="store_true", help="print the table of docs/benchmarks.md and no more"
    )
    given = parser.parse_args()
    tables = with_simulated_members(cleaning.load(ROOT / "data"))
    nation = measures.nation(tables)
    start = time.process_time()
    explorer = pages.Explorer(nation, province="all", widgets=True)
    ready = 1000 * (time.process_time() - start)
    with _on_a_page(explorer) as drawn:
        rows = [(label, *_waits(explorer, drawn, change, given.runs)) for label, *change in CHANGES]
    if not given.table:
        print(
            f"ground (once) {ready:.0f} ms, {len(nation.cells):,} cells; "
            f"median (slowest) of {given.runs} runs, ms"
        )
    print(
        "| change | views drawn | touched view | what a screen shows | whole page |\n| --- | --- | --- | --- | --- |"
    )
    for label, views, *waits in rows:
        print(
            f"| {label} | {views} | "
            + " | ".join(f"{statistics.median(w):.0f} ({max(w):.0f})" for w in waits)
            + " |"
        )
    if not given.table:
        _print_views(explorer, given.runs)
    return int(any(statistics.median(row[-2]) > LIMIT_MS for row in rows))


@contextmanager
def _on_a_page(explorer):
    """All views with their controls on a page that only takes the time at which each arrives: (name, seconds)."""
    drawn = []

    class Handle:
        def update(self, group):
            data, metadata = group._repr_mimebundle_()
            json.dumps({"data": data, "metadata": metadata}).encode()
            drawn.append((group.blocks[0].fields.get("text", ""), time.process_time()))

    with (
        mock.patch("IPython.display.display", return_value=Handle()),
        mock.patch("analysis.display.datatable.load"),
    ):
        for place in (
            "start",
            "gaps",
            "two_denominators",
            "above_100",
            "trend",
            "relation",
            "neighbours",
            "claim",
            "table",
        ):
            getattr(explorer, place)()
        yield drawn


def _waits(explorer, drawn: list, change: list, runs: int):
    view, control, value, start = change
    panel = explorer._panels[view].controls[control]
    counts, touched, screen, page = [], [], [], []
    for run in range(runs + 1):
        explorer.order = "people"
        explorer.change(**START | start)
        _forget(explorer)
        drawn.clear()
        wanted = value or next(option for _, option in panel.options if option != panel.value)
        began = time.process_time()
        panel.value = wanted
        if run:  # the first warms the typeface and the interpreter
            counts.append(len(drawn))
            touched.append(1000 * (drawn[0][1] - began))
            screen.append(1000 * (drawn[min(1, len(drawn) - 1)][1] - began))
            page.append(1000 * (drawn[-1][1] - began))
    return max(counts), touched, screen, page


def _forget(explorer) -> None:
    """Nothing drawn before is remembered, but what is on the page still is."""
    explorer._drawn.clear()
    explorer.ground.told.clear()


def _print_views(explorer, runs: int) -> None:
    print("each view alone")
    for name in VIEWS:
        taken = []
        for _ in range(runs):
            _forget(explorer)
            start = time.process_time()
            explorer.output(name)._repr_mimebundle_()
            taken.append(1000 * (time.process_time() - start))
        print(f"  {name:<14} {statistics.median(taken):6.0f} ms   slowest {max(taken):5.0f} ms")


if __name__ == "__main__":
    sys.exit(main())
