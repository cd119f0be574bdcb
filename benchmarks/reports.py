"""Time the making of reports on a simulated nation: the plain command lines against `cakupan report`, paired in one run.

    python benchmarks/reports.py [--full] [--counts 10 100] [--jobs 4] [--nation 514] [--repeat 1] [--naive 2]
                                 [--beside 4] [--keep DIR]

Processor seconds are those of every process started (user + system), wall seconds those of the clock; on a machine with
other work only the former tell. The plain way is `papermill`, then `jupyter nbconvert --to cakupan_pdf` and
`--to cakupan_html`, one after the other: the same pages as the batch's. The conventional way is what nbconvert makes of the
same notebook without this project's exporters, `--to pdf` (three passes of xelatex) and `--to html`; it is timed where
xelatex and pandoc are installed, and its PDF holds the texts and tables of the report as plain text, without its charts.
"""

import argparse
import contextlib
import io
import json
import multiprocessing
import os
import platform
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
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
    quiet = {"env": env, "check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": NOTEBOOK.parent}
    subprocess.run([BIN / "papermill", NOTEBOOK, book, "-r", "district", code, "-k", "python3"], **quiet)
    for exporter in exporters:
        subprocess.run([BIN / "jupyter", "nbconvert", "--to", exporter, book], **quiet)


def peak_pss(process: subprocess.Popen, into: dict) -> None:
    """Follow the memory of a process and all below it (proportional set size) until it ends.

    To read it takes the system some milliseconds a process; it is read a tenth of the time, so that it does not slow the run.
    """
    import psutil

    into |= {"pss_mb": 0.0, "processes": 0}
    while process.poll() is None:
        total, count, begun = 0.0, 0, time.perf_counter()
        with contextlib.suppress(psutil.Error):
            top = psutil.Process(process.pid)
            for each in [top, *top.children(recursive=True)]:
                with contextlib.suppress(OSError, IndexError, ValueError):
                    text = Path(f"/proc/{each.pid}/smaps_rollup").read_text()
                    total += int(text.split("\nPss:")[1].split()[0]) / 1024
                    count += 1
        into["pss_mb"], into["processes"] = max(into["pss_mb"], total), max(into["processes"], count)
        time.sleep(max(0.3, 10 * (time.perf_counter() - begun)))


def ours(codes: list[str] | None, data: Path, out: Path, *, jobs: int | None, formats="pdf,html") -> dict:
    """`cakupan report` of these districts (none: all), with the memory of its processes."""
    which = codes or ["--all"]
    command = [BIN / "cakupan", "report", *which, "--data", data, "--out", out, "--force", "--format", formats]
    found: dict = {}
    with clocked(found):
        process = subprocess.Popen(
            [*map(str, command), *(["--jobs", str(jobs)] if jobs else [])], stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        watch = threading.Thread(target=peak_pss, args=(process, found))
        watch.start()
        said, told = process.communicate()
        watch.join()
    for line in told.splitlines():
        if "failed" in line:
            print(line)
    found["said"] = said.splitlines()[0] if said else ""
    return found


def same_pages(codes: list[str], data: Path, plain: Path, batch: Path) -> str:
    """Whether the plain way and the batch gave the same files, byte by byte; the batch is made here."""
    ours(codes, data, batch, jobs=None)
    files = [(next(batch.glob(f"district/{code}-*.{ending}")), plain / f"{code}.{ending}")
             for code in codes for ending in ("pdf", "html")]  # fmt: skip
    apart = [made.name for made, by_hand in files if made.read_bytes() != by_hand.read_bytes()]
    same = f"{len(files) - len(apart)} of {len(files)} files the same"
    return f"pages of the plain way and of the batch: {same}; apart: {apart or 'none'}"


_together = None  # in a process that takes stages: where it meets the others
_kept: dict = {}  # and what it holds from one time to the next


def _meet(barrier) -> None:
    global _together
    _together = barrier
    os.environ["RAYON_NUM_THREADS"] = "1"


class Stages:
    """Processes that time the parts of a report side by side, again and again, in a state as warm as can be.

    A second of a processor does less where the others work as well, as in a batch; and what the machine gives changes from
    minute to minute. So they live as long as the benchmark, and are asked right before and after each batch.
    """

    def __init__(self, at_once: int, codes: list[str], data: Path, books: list[Path]) -> None:
        spawn = multiprocessing.get_context("spawn")
        self.at_once, self.given = at_once, (codes, data, books)
        self.pool = ProcessPoolExecutor(at_once, mp_context=spawn, initializer=_meet, initargs=(spawn.Barrier(at_once),))

    def take(self) -> dict[str, float]:
        """Processor milliseconds a report by part; `floor` is drawing, PDF and HTML, and nothing else."""
        found = list(self.pool.map(stages, *([each] * self.at_once for each in self.given)))
        profile = {name: sum(each[name] for each in found) / self.at_once for name in found[0]}
        return profile | {"floor": profile["drawing"] + profile["pdf"] + profile["html"]}


def stages(codes: list[str], data: Path, books: list[Path]) -> dict[str, float]:
    """Processor milliseconds a report: cells, of these drawing; each export. The nation is kept, as in a batch.

    Args:
        books: the executed notebooks of these districts. Processes that measure side by side begin each part together.
    """
    from analysis.display import charts
    from analysis.reporting import making
    from analysis.reporting.warm import CANVASES, _rehearse_cells

    if not _kept:
        _kept.update(_prepared_stages(codes, data, books))
    spent = _kept["spent"]
    spent.update(dict.fromkeys(("cells", "drawing", "pdf", "html", "xlsx"), 0.0))
    with contextlib.redirect_stdout(io.StringIO()):
        _together.wait()
        for code in codes:
            charts.stock(CANVASES)  # as in every child of the warm process
            before = time.process_time()
            _rehearse_cells(NOTEBOOK, {"district": code})
            spent["cells"] += time.process_time() - before
    for name in ("pdf", "html", "xlsx"):
        _together.wait()
        for document in _kept["documents"]:
            before = time.process_time()
            making.export(document, name)
            spent[name] += time.process_time() - before
    return {name: 1000 * value / len(codes) for name, value in spent.items()}


def _prepared_stages(codes: list[str], data: Path, books: list[Path]) -> dict:
    """Have drawing told apart from here on, the nation kept, fonts and templates loaded."""
    import IPython.display

    os.environ["CAKUPAN_DATA"] = str(data)
    from analysis import kept
    from analysis.display import blocks, charts
    from analysis.reporting import making
    from analysis.reporting.warm import _rehearse_cells

    spent: dict[str, float] = {"drawing": 0.0}
    started: list[float] = []
    canvas, figure = charts.canvas, blocks.figure

    def begin(*args, **kwargs):
        started.append(time.process_time())
        return canvas(*args, **kwargs)

    def end(*args, **kwargs):
        block = figure(*args, **kwargs)
        spent["drawing"] += time.process_time() - started.pop()
        return block

    charts.canvas, blocks.figure = begin, end
    IPython.display.display = lambda *blocks, **_: [block._repr_mimebundle_() for block in blocks]
    with contextlib.redirect_stdout(io.StringIO()), kept.keeping():
        _rehearse_cells(NOTEBOOK, {"district": codes[0]})
    documents = [making.read_document(making._read_notebook(book.read_bytes()), name="x") for book in books]
    for name in ("pdf", "html", "xlsx"):
        making.export(documents[0], name)
    return {"spent": spent, "documents": documents}


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--full", action="store_true", help="all 514, three times; the plain way on 10 districts")
    ask.add_argument("--counts", type=int, nargs="*", default=[12])
    ask.add_argument("--jobs", type=int, nargs="*", default=[0], help="notebooks at a time; 0: cakupan's own choice")
    ask.add_argument("--nation", type=int, default=514)
    ask.add_argument("--repeat", type=int, default=1)
    ask.add_argument("--naive", type=int, default=2, help="districts made in the plain way; 0: none")
    ask.add_argument("--beside", type=int, default=4, help="processes that take the floor side by side, as kernels run")
    ask.add_argument("--keep", type=Path, help="a simulated root to use again")
    wanted = ask.parse_args()
    if wanted.full:
        wanted.counts, wanted.repeat, wanted.naive = [10, 100, 514], 3, 10
    libraries = ("pandas", "matplotlib", "papermill", "nbclient", "ipykernel", "nbconvert", "typst")
    print(f"{os.cpu_count()} processors, {platform.platform()}, Python {platform.python_version()};",
          ", ".join(f"{name} {version(name)}" for name in libraries))  # fmt: skip
    print("load of the machine before:", *(f"{value:.1f}" for value in os.getloadavg()))
    with tempfile.TemporaryDirectory() as folder:
        data = wanted.keep or Path(folder) / "data"
        quiet = {"check": True, "stdout": subprocess.DEVNULL}
        build: dict = {}
        if not (data / "raw").is_dir():
            subprocess.run([BIN / "cakupan", "simulate", "--out", data, "--districts", str(wanted.nation)], **quiet)
        with clocked(build):
            subprocess.run([BIN / "cakupan", "build", "--data", data], **quiet)
        print(f"build of the tables: {build['wall']:.1f} s, {build['cpu']:.1f} s of processor time")
        register = (data / "raw" / "regions_district.csv").read_text("utf-8").splitlines()[1:]
        codes = sorted(line.split(",")[0] for line in register)
        lines: list[dict] = []
        if wanted.naive:
            chosen = codes[:: max(1, len(codes) // wanted.naive)][: wanted.naive]
            has_latex = shutil.which("xelatex") and shutil.which("pandoc")
            ways = {"plain": PLAIN} | ({"conventional": CONVENTIONAL} if has_latex else {})
            for (name, exporters), (words, at_once) in product(ways.items(), (("one after another", 1), ("two at a time", 2))):
                place, found = Path(folder) / f"{name}{at_once}", {}
                place.mkdir()
                make = partial(naive, data=data, out=place, exporters=exporters)
                with clocked(found), ThreadPoolExecutor(at_once) as pool:
                    list(pool.map(make, chosen))
                lines.append({"what": f"{name}, {words}", "reports": len(chosen), **found})
                tell(lines[-1])
            print(same_pages(chosen, data, Path(folder) / "plain1", Path(folder) / "batch"))
        sample = codes[:: max(1, len(codes) // 12)][:12]
        ours(sample, data, Path(folder) / "sample", jobs=None, formats="")
        books = sorted((Path(folder) / "sample").rglob("*.ipynb"))
        alone, beside = (Stages(at_once, sample, data, books) for at_once in (1, wanted.beside))
        for each in (alone, beside):
            each.take()  # to warm up
        for jobs in wanted.jobs:
            for _ in range(wanted.repeat):
                runs = []
                for count in sorted(wanted.counts):
                    chosen = None if count >= len(codes) else codes[:: len(codes) // count][:count]
                    floors = [beside.take()["floor"]]
                    with tempfile.TemporaryDirectory() as out:
                        found = ours(chosen, data, Path(out), jobs=jobs or None)
                    floors.append(beside.take()["floor"])
                    label = "cakupan report" + (f" --jobs {jobs}" if jobs else "")
                    runs.append({"what": label, "reports": len(chosen or codes), **found, "floor_ms": floors})
                    tell(runs[-1])
                lines += runs
                if len(runs) > 1:
                    tell_further(runs[0], runs[-1])
        profiles = {}
        for each in (alone, beside):
            profiles[each.at_once] = profile = each.take()
            print(f"processor ms a report, {each.at_once} at a time:",
                  ", ".join(f"{name} {ms:.0f}" for name, ms in profile.items()))  # fmt: skip
            each.pool.shutdown()
        print(json.dumps({"lines": lines, "profiles": profiles}))


def tell(line: dict) -> None:
    more = f", {line['pss_mb']:.0f} MB in {line['processes']} processes" if "pss_mb" in line else ""
    each = line["cpu"] / line["reports"]
    if floors := line.get("floor_ms"):
        more += f"; floor before and after {floors[0]:.0f}, {floors[1]:.0f} ms: {2000 * each / sum(floors):.2f} times"
    said = f" [{line['said']}]" if line.get("said") else ""
    print(f"{line['what']}: {line['reports']} reports, {line['wall'] / line['reports']:.3f} s and "
          f"{each:.3f} s of processor time each, {line['wall']:.1f} s in all{more}{said}", flush=True)  # fmt: skip


def tell_further(few: dict, many: dict) -> None:
    """What one more report costs once everything runs, and how many times the floor that is."""
    each = (many["cpu"] - few["cpu"]) / (many["reports"] - few["reports"])
    floors = few["floor_ms"] + many["floor_ms"]
    print(f"a further report: {each:.3f} s of processor time, {1000 * each * len(floors) / sum(floors):.2f} times the floor",
          flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
