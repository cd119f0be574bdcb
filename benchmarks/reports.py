"""Time the making of reports on a simulated nation: the plain command lines against `cakupan report`, paired in one run.

    python benchmarks/reports.py [--counts 52 514] [--nations 514 1542] [--repeat 1] [--naive 3] [--keep DIR]

Processor seconds are those of every process started (user + system), wall seconds those of the clock; on a machine with
other work only the former tell. The plain way is `papermill`, then `jupyter nbconvert --to cakupan_pdf` and
`--to cakupan_html`, one after the other: the same pages as the batch's. The conventional way is what nbconvert makes of the
same notebook without this project's exporters, `--to pdf` (three passes of xelatex) and `--to html`; it is timed where
xelatex and pandoc are installed, and its PDF holds the texts and tables of the report as plain text, without its charts.
"""

import argparse
import contextlib
import json
import os
import platform
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib.metadata import version
from itertools import product
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOK = ROOT / "notebooks" / "40_district_report.ipynb"
BIN = Path(sys.executable).parent


def used() -> float:
    """Processor seconds of all children that have ended; this process only watches them."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


@contextlib.contextmanager
def clocked(into: dict):
    wall, cpu = time.perf_counter(), used()
    yield
    into |= {"wall": time.perf_counter() - wall, "cpu": used() - cpu}


PLAIN, CONVENTIONAL = ("cakupan_pdf", "cakupan_html"), ("pdf", "html")  # exporters of nbconvert


def naive(code: str, data: Path, out: Path, exporters: tuple[str, ...]) -> None:
    """One report as anybody would make it by hand."""
    env = {**os.environ, "CAKUPAN_DATA": str(data)}
    book = out / f"{code}.ipynb"
    quiet = {
        "env": env,
        "check": True,
        "stdout": subprocess.DEVNULL,
        "stderr": subprocess.DEVNULL,
        "cwd": NOTEBOOK.parent,
    }
    subprocess.run([BIN / "papermill", NOTEBOOK, book, "-r", "district", code, "-k", "python3"], **quiet)
    for exporter in exporters:
        subprocess.run([BIN / "jupyter", "nbconvert", "--to", exporter, book], **quiet)


def watch(process: subprocess.Popen, into: dict) -> None:
    """Follow a process and all below it until it ends: memory (proportional set size), and the fork server's time.

    The server outlives the driver for a moment, so that its time and that of the reports forked from it are in nobody's
    account. To read it all takes the system some milliseconds a process: it is done a tenth of the time.
    """
    import psutil

    into |= {"pss_mb": 0.0, "processes": 0, "server_cpu": 0.0}
    while process.poll() is None:
        total, count, begun = 0.0, 0, time.perf_counter()
        with contextlib.suppress(psutil.Error):
            top = psutil.Process(process.pid)
            for each in [top, *top.children(recursive=True)]:
                with contextlib.suppress(OSError, IndexError, ValueError, psutil.Error):
                    text = Path(f"/proc/{each.pid}/smaps_rollup").read_text()
                    total += int(text.split("\nPss:")[1].split()[0]) / 1024
                    count += 1
                    if each.ppid() == process.pid and "multiprocessing.forkserver" in " ".join(
                        each.cmdline()
                    ):
                        into["server_cpu"] = sum(each.cpu_times()[:4])
        into["pss_mb"], into["processes"] = max(into["pss_mb"], total), max(into["processes"], count)
        time.sleep(max(0.2, 10 * (time.perf_counter() - begun)))


def ours(codes: list[str] | None, data: Path, out: Path, *, formats="pdf,html") -> dict:
    """`cakupan report` of these districts (none: all), with the memory of its processes."""
    which = codes or ["--all"]
    command = [
        BIN / "cakupan",
        "report",
        *which,
        "--data",
        data,
        "--out",
        out,
        "--force",
        "--format",
        formats,
    ]
    found: dict = {}
    with clocked(found):
        process = subprocess.Popen(
            [*map(str, command)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        watcher = threading.Thread(target=watch, args=(process, found))
        watcher.start()
        said, told = process.communicate()
        watcher.join()
    found["cpu"] += found.pop("server_cpu")
    for line in told.splitlines():
        if "failed" in line:
            print(line)
    found["said"] = said.splitlines()[0] if said else ""
    return found


def same_pages(codes: list[str], data: Path, plain: Path, batch: Path) -> str:
    """Whether the plain way and the batch gave the same files, byte by byte; the batch is made here."""
    ours(codes, data, batch)
    files = [(next(batch.glob(f"district/{code}-*.{ending}")), plain / f"{code}.{ending}")
             for code in codes for ending in ("pdf", "html")]  # fmt: skip
    apart = [made.name for made, by_hand in files if made.read_bytes() != by_hand.read_bytes()]
    same = f"{len(files) - len(apart)} of {len(files)} files the same"
    return f"pages of the plain way and of the batch: {same}; apart: {apart or 'none'}"


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument(
        "--counts", type=int, nargs="*", default=[1, 52, 514], help="reports in a run; 514 and more: all"
    )
    ask.add_argument(
        "--nations", type=int, nargs="*", default=[514], help="districts of the simulated nation"
    )
    ask.add_argument("--repeat", type=int, default=1)
    ask.add_argument("--naive", type=int, default=3, help="districts made in the plain way; 0: none")
    ask.add_argument("--keep", type=Path, help="a folder for the simulated nations, to use again")
    wanted = ask.parse_args()
    libraries = ("pandas", "matplotlib", "papermill", "ipython", "ipykernel", "nbconvert", "typst")
    print(f"{os.cpu_count()} processors, {platform.platform()}, Python {platform.python_version()};",
          ", ".join(f"{name} {version(name)}" for name in libraries))  # fmt: skip
    print("load of the machine before:", *(f"{value:.1f}" for value in os.getloadavg()))
    lines: list[dict] = []
    with tempfile.TemporaryDirectory() as folder:
        for nation in wanted.nations:
            data = nation_of(nation, wanted.keep or Path(folder))
            register = (data / "raw" / "regions_district.csv").read_text("utf-8").splitlines()[1:]
            codes = sorted(line.split(",")[0] for line in register)
            if wanted.naive and nation == wanted.nations[0]:
                lines += by_hand(
                    codes[:: max(1, len(codes) // wanted.naive)][: wanted.naive], data, Path(folder)
                )
            for _ in range(wanted.repeat):
                lines += batches(codes, wanted.counts, data)
    plain = next((line for line in lines if line["what"].startswith("plain, one after")), None)
    for line in lines:
        if plain and line["what"].startswith("cakupan") and line["reports"] > 1:
            times = plain["cpu"] / plain["reports"] / (line["cpu"] / line["reports"])
            clock = plain["wall"] / plain["reports"] / (line["wall"] / line["reports"])
            print(f"{line['what']}, {line['reports']}: {times:.0f} times less processor time than the plain way, "
                  f"{clock:.0f} times quicker by the clock")  # fmt: skip
    print(json.dumps(lines))


def nation_of(districts: int, folder: Path) -> Path:
    """A built simulated nation of that size."""
    data, build = folder / f"nation{districts}", {}
    quiet = {"check": True, "stdout": subprocess.DEVNULL}
    if not (data / "raw").is_dir():
        subprocess.run([BIN / "cakupan", "simulate", "--out", data, "--districts", str(districts)], **quiet)
    with clocked(build):
        subprocess.run([BIN / "cakupan", "build", "--data", data], **quiet)
    print(
        f"nation of {districts}: build of the tables {build['wall']:.1f} s, {build['cpu']:.1f} s of processor time"
    )
    return data


def by_hand(chosen: list[str], data: Path, folder: Path) -> list[dict]:
    """These reports in the plain way, and in the conventional one where LaTeX is installed; compared with the batch's."""
    lines = []
    has_latex = shutil.which("xelatex") and shutil.which("pandoc")
    ways = {"plain": PLAIN} | ({"conventional": CONVENTIONAL} if has_latex else {})
    for (name, exporters), (words, at_once) in product(
        ways.items(), (("one after another", 1), ("two at a time", 2))
    ):
        place, found = folder / f"{name}{at_once}", {}
        place.mkdir()
        with clocked(found), ThreadPoolExecutor(at_once) as pool:
            list(pool.map(partial(naive, data=data, out=place, exporters=exporters), chosen))
        lines.append({"what": f"{name}, {words}", "reports": len(chosen), **found})
        tell(lines[-1])
    print(same_pages(chosen, data, folder / "plain1", folder / "batch"))
    return lines


def batches(codes: list[str], counts: list[int], data: Path) -> list[dict]:
    """`cakupan report` of so many districts each; of several the cost of a further report."""
    runs = []
    for count in sorted(counts):
        chosen = None if count >= min(514, len(codes)) else codes[:: len(codes) // count][:count]
        with tempfile.TemporaryDirectory() as out:
            found = ours(chosen, data, Path(out))
        runs.append(
            {"what": f"cakupan report, nation of {len(codes)}", "reports": len(chosen or codes), **found}
        )
        tell(runs[-1])
    few = [run for run in runs if run["reports"] > 1][:1]
    if few and runs[-1]["reports"] > few[0]["reports"]:
        each = (runs[-1]["cpu"] - few[0]["cpu"]) / (runs[-1]["reports"] - few[0]["reports"])
        print(f"a further report: {each:.3f} s of processor time", flush=True)
    return runs


def tell(line: dict) -> None:
    more = f", {line['pss_mb']:.0f} MB in {line['processes']} processes" if "pss_mb" in line else ""
    said = f" [{line['said']}]" if line.get("said") else ""
    wall, cpu = line["wall"] / line["reports"], line["cpu"] / line["reports"]
    print(f"{line['what']}: {line['reports']} reports, {wall:.3f} s and {cpu:.3f} s of processor time each, "
          f"{line['wall']:.1f} s in all{more}{said}", flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
